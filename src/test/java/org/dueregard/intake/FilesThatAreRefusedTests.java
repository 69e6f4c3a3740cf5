package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dueregard.ProductTest;
import org.dueregard.intake.Office.Brought;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** A file that cannot be read says why and what to do, and leaves nothing behind; one that looks odd is read all the same. */
@ProductTest
@Transactional
class FilesThatAreRefusedTests {

    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.in(product);
    }

    static Stream<Arguments> bad() throws Exception {
        return Stream.of(
                Arguments.of("empty.docx", new byte[0], "This file is empty"),
                Arguments.of("blank.csv", " \r\n ".getBytes(StandardCharsets.UTF_8), "This file is empty"),
                Arguments.of(
                        "plan.pdf",
                        "%PDF-1.7\n%x".getBytes(StandardCharsets.UTF_8),
                        "Plans cannot be read from this kind"),
                Arguments.of("plan.docx", DOT, "Plans cannot be read from this kind"),
                Arguments.of("plan.xlsx", locked(), "This file is locked with a password."),
                Arguments.of("plan.docm", with("word/vbaProject.bin", "x"), "This file has macros in it"),
                Arguments.of("plan.doc", old(), "in the format that Word and Excel used before 2007"),
                Arguments.of("plan.docx", bomb(), "built in a way that could do harm"),
                Arguments.of("plan.odt", entity(), "built in a way that could do harm"),
                Arguments.of("plan.csv", "a,b\n".repeat(60_001).getBytes(StandardCharsets.UTF_8), "up to 60,000 rows"),
                Arguments.of(
                        "plan.docx", java.util.Arrays.copyOf(PlanFile.small().bytes(), 900), "could not be read"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("bad")
    void saysBesideTheFieldWhatIsWrongAndKeepsNothing(String name, byte[] content, String sentence) throws Exception {
        MockHttpServletResponse answer = office.desk.bring("/imports", name, content);

        assertThat(answer.getStatus()).isEqualTo(400);
        org.jsoup.nodes.Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#file-error").text()).contains(sentence);
        assertThat(page.select(".govuk-error-summary a[href=#file]").text()).contains(sentence);
        assertThat(page.select("#file").attr("aria-describedby")).contains("file-error");
        assertThat(page.title()).startsWith("Error:");
        assertThat(kept()).isZero();
    }

    @Test
    void noFileAtAllIsAskedFor() throws Exception {
        MockHttpServletResponse answer = office.desk.bring("/imports", "", new byte[0]);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("#file-error")
                        .text())
                .contains("Choose a file.");
        assertThat(office.desk.send("/imports").getStatus()).isEqualTo(400);
        assertThat(kept()).isZero();
    }

    @Test
    void whatItIsStandsInAFileAndNotInItsName() throws Exception {
        Brought file = office.bring("plan.pdf", PlanFile.small().bytes());

        assertThat(file.titles()).contains("Train front-line staff");
    }

    @Test
    void aTextAsOldWindowsProgramsSaveItIsRead() throws Exception {
        String rows = "Key activity;By whom\r\nMeet Café Zoë – and its neighbours’ children;École £5\r\n";

        Brought file = office.bring("old.csv", rows.getBytes(Charset.forName("windows-1252")));

        assertThat(file.said("Meet Café Zoë – and its neighbours’ children")).containsEntry("By whom", "École £5");
        assertThat(file.page("").text()).contains("they were read as Windows writes them");
    }

    @Test
    void wordsInWelshAreKeptLetterByLetter() throws Exception {
        Brought file = office.bring(
                "cynllun.csv",
                PlanFile.csv(List.of(
                        List.of("Key activity", "By whom"),
                        List.of("Sicrhau bod pobl hŷn ym Môn yn cael cyngor – ŵyl yr haf", "Tîm Llesiant Tŷ Gwyn"))));

        assertThat(file.said("Sicrhau bod pobl hŷn ym Môn yn cael cyngor – ŵyl yr haf"))
                .containsEntry("By whom", "Tîm Llesiant Tŷ Gwyn");
    }

    @Test
    void aDocumentWithAPictureOnlyHasNoPlan() throws Exception {
        byte[] picture;
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph()
                    .createRun()
                    .addPicture(
                            new java.io.ByteArrayInputStream(DOT),
                            Document.PICTURE_TYPE_PNG,
                            "scan.png",
                            Units.toEMU(100),
                            Units.toEMU(100));
            document.write(out);
            picture = out.toByteArray();
        }

        MockHttpServletResponse answer = office.desk.bring("/imports", "scan.docx", picture);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("#file-error")
                        .text())
                .contains("This file is empty");
        assertThat(kept()).isZero();
    }

    @Test
    void theNameIsTheLastPartOfWhateverPathABrowserSends() throws Exception {
        office.bring("C:\\Users\\me\\..\\plan \u0007<b>.docx", PlanFile.small().bytes());

        assertThat(office.desk.page("/imports").select("main tbody th").text()).isEqualTo("plan <b>.docx");
    }

    private int kept() {
        return jdbc.sql("""
                        select (select count(*) from intake where organisation_id = :council)
                            + (select count(*) from history_event where subject_kind = 'intake' and organisation_id = :council)""")
                .param("council", office.council.organisationId())
                .query(Integer.class)
                .single();
    }

    private static byte[] locked() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var inside = encryptor.getDataStream(file)) {
                inside.write(PlanFile.workbook(List.of(List.of("Key activity"))));
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] old() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            file.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), "WordDocument");
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] bomb() throws Exception {
        return with(
                "word/document.xml",
                "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>"
                        + " ".repeat(15_000_000) + "</w:t></w:r></w:p></w:body></w:document>");
    }

    private static byte[] entity() throws Exception {
        return zip(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d><body><text><p>&e;</p></text></body></d>");
    }

    /** A Word file with this part beside or instead of its own. */
    private static byte[] with(String part, String content) throws Exception {
        return zip(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/word/document.xml'"
                        + " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
                part,
                content,
                part.equals("word/document.xml") ? "word/more.xml" : "word/document.xml",
                "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body/></w:document>");
    }

    private static byte[] zip(String... namesAndContents) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int at = 0; at < namesAndContents.length; at += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[at]));
                zip.write(namesAndContents[at + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
