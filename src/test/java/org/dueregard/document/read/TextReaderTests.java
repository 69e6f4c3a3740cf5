package org.dueregard.document.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dueregard.document.BoundedFiles;
import org.dueregard.document.UntrustedFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTests {

    private static final UntrustedFiles FILES = BoundedFiles.make();

    @AfterAll
    static void stop() {
        FILES.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheSignThatPartsTheValuesOut(String sign) throws Exception {
        String text = "Aim;Who;When\nClose the gap, and soon;Head | deputy;March\n;;\nx;y;z\n";

        Table table = table(
                "plan.csv",
                text.replace(";", "\u0001")
                        .replace(",", "\u0002")
                        .replace("|", "\u0003")
                        .replace("\u0001", sign)
                        .replace("\u0002", sign.equals(",") ? "" : ",")
                        .replace("\u0003", sign.equals("|") ? "" : "|"));

        assertThat(table.columns()).hasSize(3);
        assertThat(table.rows()).extracting(Row::number).containsExactly(1, 2, 3, 4);
        assertThat(table.cell(1, 2).text()).isEqualTo("March");
        assertThat(table.placeOf(3, 1)).isEqualTo(new Place.InLines("plan.csv", 4, 2));
    }

    @Test
    void readsQuotedValuesWithLineEndsAndMarks() throws Exception {
        Table table =
                table("plan.csv", "\"a\r\nb\",\"say \"\"yes\"\"\"\r\nc , \"d, e\" \r\n\"He said \"no\" twice\",f");

        assertThat(Words.drawn(table)).isEqualTo("""
                a/b | say "yes"
                c | d, e
                He said "no" twice | f""");
        assertThat(table.rows()).extracting(Row::number).containsExactly(1, 3, 4);
    }

    @Test
    void aMarkWithoutItsEndTakesNothingWithIt() throws Exception {
        NeutralDocument read = read(
                "plan.csv",
                "a,\"broken,1\nb,\"fine, too\",2\nc,\"also\nfine\",3\nd,\"the last".getBytes(StandardCharsets.UTF_8));

        assertThat(Words.drawn(read.tables().get(0))).isEqualTo("""
                a | "broken | 1
                b | fine, too | 2
                c | also/fine | 3
                d | "the last | –""");
        assertThat(read.notes())
                .containsExactly(
                        new Note(Note.Kind.OPEN_QUOTE, new Place.InLines("plan.csv", 1, 0), 1, ""),
                        new Note(Note.Kind.OPEN_QUOTE, new Place.InLines("plan.csv", 5, 0), 1, ""));
    }

    @Test
    void marksWhatIsMissingAndWhatIsTooMany() throws Exception {
        assertThat(Words.drawn(table("plan.csv", "a,b\n1\n1,2,3\n"))).isEqualTo("a | b | –\n1 | – | –\n1 | 2 | +3");
    }

    @Test
    void readsLettersAsTheyWereWritten() throws Exception {
        String text = "École,£5\r\n“gap”,–3\r\n";
        byte[] windows = text.getBytes(Charset.forName("windows-1252"));

        for (byte[] file : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_16),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                windows)) {
            assertThat(Words.drawn(read("plan.csv", file).tables().get(0))).isEqualTo("École | £5\n“gap” | –3");
        }
        assertThat(read("plan.csv", windows).notes()).extracting(Note::kind).containsExactly(Note.Kind.LETTERS_GUESSED);
    }

    @Test
    void textWithCommasIsNoTable() throws Exception {
        NeutralDocument read = read(
                "notes.txt",
                "Our aims, in short\n\nWe close the gap, soon, and well.\nNothing else.\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(read.tables()).isEmpty();
        assertThat(read.blocks()).hasSize(3);
        assertThat(read.blocks().get(1).place()).isEqualTo(new Place.InLines("notes.txt", 3, 1));
        assertThat(read("t.txt", "a\tb\nc\td\n".getBytes(StandardCharsets.UTF_8))
                        .tables())
                .hasSize(1);
        assertThat(Words.drawn(table("t.csv", "sep=;\na;b,c\n"))).isEqualTo("a | b,c");
    }

    @Test
    void whatIsPrintedIsReadAgainTheSame() throws Exception {
        String[] bits = {"a", "gap", "\"", ",", ";", "\n", " ", "£", "*", "é", "|", "\t", "=1", ".", "x y"};
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            int columns = 2 + random.nextInt(4);
            List<List<String>> rows = new ArrayList<>();
            StringBuilder printed = new StringBuilder();
            for (int row = 0; row < 2 + random.nextInt(6); row++) {
                List<String> values = new ArrayList<>();
                for (int column = 0; column < columns; column++) {
                    StringBuilder value = new StringBuilder();
                    for (int i = 0; i < random.nextInt(6); i++) {
                        value.append(bits[random.nextInt(bits.length)]);
                    }
                    values.add("v" + value + "w");
                    printed.append(column == 0 ? "" : ",")
                            .append('"')
                            .append(values.get(column).replace("\"", "\"\""))
                            .append('"');
                }
                rows.add(values);
                printed.append("\r\n");
            }
            List<List<String>> read = Delimited.read(printed.toString(), ',', 100).records().stream()
                    .map(Delimited.Record::values)
                    .toList();
            assertThat(read).as("table %s", seed).isEqualTo(rows);
            assertThat(table("plan.csv", printed.toString()).rows()).hasSameSizeAs(rows);
        }
    }

    private static Table table(String name, String text) throws Exception {
        NeutralDocument read = read(name, text.getBytes(StandardCharsets.UTF_8));
        assertThat(read.blocks()).hasSize(1);
        return read.tables().get(0);
    }

    private static NeutralDocument read(String name, byte[] file) throws Exception {
        return new DocumentFiles(FILES).read(name, file);
    }
}
