package org.dueregard.document.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dueregard.document.BoundedFiles;
import org.dueregard.document.UntrustedFiles;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.dueregard.document.UntrustedFiles.Unreadable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is given may be anything; what comes back is a document, or one reason that can be told. */
class DocumentFilesTests {

    private static final UntrustedFiles FILES = BoundedFiles.make();

    @AfterAll
    static void stop() {
        FILES.destroy();
    }

    @Test
    void tellsWhyAFileIsNotRead() throws Exception {
        assertThat(trouble(new byte[0])).isEqualTo(Trouble.EMPTY);
        assertThat(trouble(Made.word("").bytes())).isEqualTo(Trouble.EMPTY);
        assertThat(trouble(bytes(" \n "))).isEqualTo(Trouble.EMPTY);
        assertThat(trouble(bytes("%PDF-1.7\n"))).isEqualTo(Trouble.NOT_THAT_KIND);
        assertThat(trouble(Made.parts().with("evil.exe", "MZ").bytes())).isEqualTo(Trouble.NOT_THAT_KIND);
        assertThat(trouble(old(false))).isEqualTo(Trouble.OUTDATED);
        assertThat(trouble(old(true))).isEqualTo(Trouble.LOCKED);
        assertThat(trouble(
                        Made.word(Made.p("x")).with("word/vbaProject.bin", "x").bytes()))
                .isEqualTo(Trouble.MACROS);
        assertThat(trouble(
                        odt("<text/>").with("Basic/Standard/Module1.xml", "x").bytes()))
                .isEqualTo(Trouble.MACROS);
        assertThat(trouble(odt("<text/>")
                        .with("META-INF/manifest.xml", "<m><f><encryption-data/></f></m>")
                        .bytes()))
                .isEqualTo(Trouble.LOCKED);
        assertThat(trouble(Made.word("<w:p>").bytes())).isEqualTo(Trouble.UNREADABLE);
    }

    @Test
    void refusesFilesThatDefineEntitiesOrUnpackToFarMoreThanTheyAre() throws Exception {
        String outside = "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>";
        String laughs = "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>";

        for (String definition : new String[] {outside, laughs}) {
            assertThat(trouble(odt("").with("content.xml", definition + "<d><body><text><p>&e;</p></text></body></d>")
                            .bytes()))
                    .isEqualTo(Trouble.HARMFUL);
        }
        assertThat(trouble(Made.word(Made.p(" ".repeat(15_000_000))).bytes())).isEqualTo(Trouble.HARMFUL);
        Made many = Made.word(Made.p("x"));
        for (int part = 0; part < 600; part++) {
            many.with("word/media/" + part + ".png", "");
        }
        assertThat(trouble(many.bytes())).isEqualTo(Trouble.HARMFUL);
    }

    @Test
    void refusesWhatIsMoreThanIsRead() throws Exception {
        assertThat(trouble(bytes("a,b\n".repeat(Bounds.MOST_ROWS + 1)))).isEqualTo(Trouble.TOO_LARGE);
        assertThat(trouble(bytes("a,".repeat(Bounds.MOST_COLUMNS) + "\n" + "a,".repeat(Bounds.MOST_COLUMNS))))
                .isEqualTo(Trouble.TOO_LARGE);
        assertThat(trouble(Made.word("<w:sdt>".repeat(600) + "</w:sdt>".repeat(600))
                        .bytes()))
                .isEqualTo(Trouble.TOO_LARGE);
    }

    @Test
    void whateverIsDamagedIsReadOrRefused() throws Exception {
        RandomWordFile whole = new RandomWordFile(3);
        Random random = new Random(11);
        int refused = 0;
        for (int time = 0; time < 200; time++) {
            byte[] damaged = whole.bytes.clone();
            for (int place = 0; place < 1 + time / 10; place++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(new DocumentFiles(FILES).read("plan.docx", damaged).file())
                        .isEqualTo("plan.docx");
            } catch (Unreadable expected) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void readsATableOfAThousandRowsInWellUnderASecond() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < 1_000; row++) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < 6; column++) {
                cells.append(Made.tc("", Made.p("Measure " + row + " of " + column) + Made.p("and what became of it")));
            }
            rows.append(Made.tr(cells.toString()));
        }
        byte[] file = Made.word(Made.tbl(6, rows.toString())).bytes();
        DocumentFiles files = new DocumentFiles(FILES);
        Duration best = Duration.ofDays(1);
        for (int time = 0; time < 5; time++) {
            long begun = System.nanoTime();
            assertThat(files.read("plan.docx", file).tables().get(0).rows()).hasSize(1_000);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            best = took.compareTo(best) < 0 ? took : best;
        }
        assertThat(best).isLessThan(Duration.ofSeconds(1));
    }

    private static Trouble trouble(byte[] content) {
        Trouble[] found = new Trouble[1];
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> new DocumentFiles(FILES).read("plan", content))
                .satisfies(why -> found[0] = why.trouble());
        return found[0];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Made odt(String text) {
        return Made.parts()
                .with("mimetype", "application/vnd.oasis.opendocument.text")
                .with("content.xml", "<d><body>" + text + "</body></d>");
    }

    private static byte[] old(boolean locked) throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (locked) {
                Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("secret");
                try (var inside = encryptor.getDataStream(file)) {
                    inside.write(Made.word(Made.p("x")).bytes());
                }
            } else {
                file.createDocument(new java.io.ByteArrayInputStream(new byte[] {1}), "WordDocument");
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
