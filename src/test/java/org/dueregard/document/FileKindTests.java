package org.dueregard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.dueregard.document.UntrustedFiles.Unreadable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a file is stands in it, not in its name. */
class FileKindTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0};

    private final UntrustedFiles files = new UntrustedFiles();

    @AfterEach
    void stop() {
        files.destroy();
    }

    @Test
    void tellsWhatIsTakenIn() throws Exception {
        assertThat(kind("%PDF-1.7\n")).isEqualTo(FileKind.PDF);
        assertThat(files.kindOf(PNG)).isEqualTo(FileKind.PNG);
        assertThat(files.kindOf(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0}))
                .isEqualTo(FileKind.JPEG);
        assertThat(files.kindOf(word())).isEqualTo(FileKind.WORD);
        assertThat(files.kindOf(workbook(XSSFWorkbookType.XLSX))).isEqualTo(FileKind.EXCEL);
        assertThat(files.kindOf(zip("mimetype", "application/vnd.oasis.opendocument.text")))
                .isEqualTo(FileKind.ODF_TEXT);
        assertThat(files.kindOf(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")))
                .isEqualTo(FileKind.ODF_SPREADSHEET);
        assertThat(kind("Group,Rate\r\nA,61%\r\n")).isEqualTo(FileKind.TEXT);
        assertThat(files.kindOf("École;£5".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(FileKind.TEXT);
        // a page is text like any other where it is never shown as a page
        assertThat(kind("<script>alert(1)</script>")).isEqualTo(FileKind.TEXT);
    }

    @Test
    void refusesEverythingElse() throws Exception {
        assertThat(trouble(new byte[0])).isEqualTo(Trouble.EMPTY);
        assertThat(trouble("MZ\0\u0001 program".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Trouble.NOT_THAT_KIND);
        assertThat(trouble(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 1, 2}))
                .isEqualTo(Trouble.NOT_THAT_KIND);
        assertThat(trouble(workbook(XSSFWorkbookType.XLSM))).isEqualTo(Trouble.NOT_THAT_KIND);
        assertThat(trouble(zip("evil.exe", "MZ"))).isEqualTo(Trouble.NOT_THAT_KIND);
        assertThat(trouble(zip("mimetype", "application/x-evil"))).isEqualTo(Trouble.NOT_THAT_KIND);
        assertThat(trouble(Arrays.copyOf(word(), 200))).isEqualTo(Trouble.UNREADABLE);
    }

    @Test
    void whateverIsDamagedIsRefusedAndNothingElseHappens() throws Exception {
        Random random = new Random(4);
        byte[] whole = word();
        for (int time = 0; time < 300; time++) {
            byte[] damaged = whole.clone();
            for (int place = 0; place < 40; place++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(files.kindOf(damaged)).isNotNull();
            } catch (Unreadable expected) {
                assertThat(expected.trouble()).isIn(Trouble.UNREADABLE, Trouble.NOT_THAT_KIND);
            }
        }
    }

    private FileKind kind(String text) throws Unreadable {
        return files.kindOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private Trouble trouble(byte[] content) {
        Trouble[] found = new Trouble[1];
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> files.kindOf(content))
                .satisfies(why -> found[0] = why.trouble());
        return found[0];
    }

    private static byte[] word() throws Exception {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Attendance");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] workbook(XSSFWorkbookType type) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(type);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("Attendance");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String name, String content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
