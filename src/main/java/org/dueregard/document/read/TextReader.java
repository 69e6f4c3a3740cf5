package org.dueregard.document.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dueregard.document.FileKind;
import org.dueregard.document.MarkdownWriter.Run;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.dueregard.document.read.Paragraph.Aside;
import org.dueregard.document.read.Paragraph.Heading;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of lines: tables whose values are parted by a sign, which is found out, and otherwise text. Their letters are
 * UTF-8, UTF-16 where the file says so, and else as Windows writes them in western Europe.
 */
final class TextReader {

    private static final char[] SIGNS = {',', ';', '\t', '|'};

    /** So many rows show how the others are made. */
    private static final int LOOKED_AT = 200;

    private final String file;
    private final Bounds bounds = new Bounds();
    private final Notes notes = new Notes();

    private TextReader(String file) {
        this.file = file;
    }

    /** Whether a file of lines begins with the mark of UTF-16, which holds what else only programs write. */
    static boolean isUtf16(byte[] content) {
        return content.length >= 2
                && (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE
                        || content[0] == (byte) 0xFE && content[1] == (byte) 0xFF);
    }

    static NeutralDocument read(String file, byte[] content) {
        TextReader reader = new TextReader(file);
        String text = reader.decoded(content);
        if (text.isBlank()) {
            throw new Refused(Trouble.EMPTY);
        }
        reader.bounds.characters(text.length());
        List<Block> blocks = reader.blocks(text);
        return new NeutralDocument(file, FileKind.TEXT, blocks, reader.notes.all());
    }

    private String decoded(byte[] content) {
        String text;
        try {
            Charset said = isUtf16(content) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
            text = said.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException other) {
            if (isUtf16(content)) {
                throw new Refused(Trouble.UNREADABLE);
            }
            text = new String(content, Charset.forName("windows-1252"));
            notes.add(Note.Kind.LETTERS_GUESSED, null);
        }
        if (text.indexOf('\0') >= 0) {
            throw new Refused(Trouble.NOT_THAT_KIND);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private List<Block> blocks(String text) {
        String rest = text;
        Character sign = null;
        // the line by which Excel is told the sign; it is for programs
        if (text.length() > 5
                && text.toLowerCase(Locale.ROOT).startsWith("sep=")
                && "\r\n".indexOf(text.charAt(5)) >= 0) {
            sign = text.charAt(4);
            rest = " ".repeat(5) + text.substring(5);
        } else {
            sign = sign(text);
        }
        return sign == null ? paragraphs(text) : List.of(table(rest, sign));
    }

    /** The sign that gives most rows the same number of values; null where none does, as in ordinary text. */
    private @Nullable Character sign(String text) {
        boolean named = file.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|tab)");
        double best = named ? 0 : 0.8;
        Character found = null;
        for (char sign : SIGNS) {
            List<Delimited.Record> records =
                    Delimited.read(text, sign, LOOKED_AT).records();
            Map<Integer, Integer> sizes = new HashMap<>();
            records.forEach(one -> sizes.merge(one.values().size(), 1, Integer::sum));
            sizes.remove(1);
            int most = sizes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            double even = (double) most / Math.max(1, records.size());
            if (even > best && (named || records.size() > 1)) {
                best = even;
                found = sign;
            }
        }
        return found == null && named ? Character.valueOf(',') : found;
    }

    private Table table(String text, char sign) {
        Delimited delimited = Delimited.read(text, sign, Bounds.MOST_ROWS + 1);
        delimited.broken().forEach(line -> notes.add(Note.Kind.OPEN_QUOTE, new Place.InLines(file, line, 0)));
        Grid grid = new Grid(new Place.InLines(file, 0, 0), bounds);
        for (Delimited.Record one : delimited.records()) {
            bounds.row();
            grid.row(one.line(), false, false);
            int column = 0;
            for (String value : one.values()) {
                grid.put(column++, 1, 1, CellWords.of(value, false, ""));
            }
        }
        int stated = delimited.records().isEmpty()
                ? 0
                : delimited.records().get(0).values().size();
        List<Table.Column> columns = new ArrayList<>();
        for (int column = 1; column <= stated; column++) {
            columns.add(new Table.Column(column, 0, false));
        }
        return grid.table(columns, true);
    }

    private List<Block> paragraphs(String text) {
        List<Block> blocks = new ArrayList<>();
        int line = 0;
        for (String one : (Iterable<String>) text.lines()::iterator) {
            line++;
            String words = one.strip();
            if (!words.isEmpty()) {
                bounds.row();
                List<Run> runs = List.of(new Run(words, false, false, null));
                blocks.add(new Paragraph(
                        new Place.InLines(file, line, 1),
                        Line.of(words),
                        CellWords.markdown(runs),
                        Heading.NONE,
                        "",
                        Aside.NONE));
            }
        }
        return blocks;
    }
}
