package org.dueregard.reporting.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** A return is filled in as a workbook and brought back: nothing is stored before its owner has seen what it says. */
@ProductTest
@Transactional
class ReturnWorkbookTests {

    private static final String OWNER = "Secondary Standards and Inclusion Manager";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    EntityManager entities;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private UUID owed;

    @BeforeEach
    void find() {
        owed = demonstration.openReturn("Secondary Standards and Inclusion");
    }

    @Test
    void theWorkbookHoldsEveryItemAndOnlyWhatIsAskedForCanBeTyped() throws Exception {
        try (XSSFWorkbook book = workbook()) {
            XSSFSheet page = book.getSheetAt(0);
            int items = jdbc.sql("select count(*) from return_item where return_id = ?")
                    .param(owed)
                    .query(Integer.class)
                    .single();
            assertThat(page.getLastRowNum()).isEqualTo(3 + items);
            assertThat(page.getProtect()).isTrue();
            assertThat(page.isColumnHidden(0)).isTrue();
            assertThat(page.getDataValidations()).hasSize(3);
            page.forEach(row -> row.forEach(cell -> {
                assertThat(cell.getCellType()).isNotEqualTo(org.apache.poi.ss.usermodel.CellType.FORMULA);
                if (cell.getColumnIndex() < Column.CHOICE.ordinal()) {
                    assertThat(cell.getCellStyle().getLocked()).isTrue();
                }
            }));
            assertThat(at(page, 4, Column.NARRATIVE).getCellStyle().getLocked()).isFalse();
        }
    }

    @Test
    void broughtBackAsItIsItSaysNothingNew() throws Exception {
        Document page = Jsoup.parse(bring(bytes(row -> {})).getContentAsString());
        assertThat(page.select(".dr-notice").text()).contains("The workbook says nothing new");
    }

    @Test
    void whatItSaysIsShownInTheFieldsAndStoredOnlyWhenSaved() throws Exception {
        String before = stored();
        byte[] filled = bytes(page -> {
            Cell choice = at(page, 4, Column.CHOICE);
            choice.setCellValue("no update");
            at(page, 4, Column.NO_UPDATE_REASON).setCellValue("The post is vacant\r\nuntil May");
        });

        MockHttpServletResponse answer = bring(filled);
        Document page = Jsoup.parse(answer.getContentAsString());
        String item = item(4);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(page.select(".dr-notice").text()).contains("something new about 1 item", "Nothing is saved yet");
        assertThat(page.select("#noUpdateReason-" + item).val().strip()).isEqualTo("The post is vacant\nuntil May");
        assertThat(page.select("input[name=choice-" + item + "][checked]").val())
                .isEqualTo("NO_UPDATE");
        assertThat(stored()).isEqualTo(before);

        var save = MockMvcRequestBuilders.post("/returns/" + owed).with(csrf());
        ((org.jsoup.nodes.FormElement) page.selectFirst("form#return"))
                .formData()
                .forEach(field -> {
                    if (!field.key().startsWith("_")) {
                        save.param(field.key(), field.value());
                    }
                });
        assertThat(perform(save.param("then", "save")).getStatus()).isEqualTo(302);
        entities.flush();
        assertThat(jdbc.sql("select no_update_reason from return_item where item_id = ?")
                        .param(UUID.fromString(item))
                        .query(String.class)
                        .single())
                .isEqualTo("The post is vacant\nuntil May");
    }

    @Test
    void numbersDaysAndPercentagesAreReadAsTheyAreShown() throws Exception {
        byte[] filled;
        try (XSSFWorkbook book = workbook()) {
            XSSFSheet page = book.getSheetAt(0);
            var percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
            Cell figure = page.getRow(4).createCell(Column.FIGURE.ordinal());
            figure.setCellValue(0.875);
            figure.setCellStyle(percent);
            Cell when = page.getRow(4).createCell(Column.FIX_WHEN.ordinal());
            when.setCellValue(java.time.LocalDate.of(2027, 3, 31));
            when.setCellStyle(day);
            page.getRow(5).createCell(Column.FIGURE.ordinal()).setCellValue(1234.5);
            filled = bytes(book);
        }
        Document page = Jsoup.parse(bring(filled).getContentAsString());
        assertThat(page.select("#fixWhen-" + item(4)).val()).isEqualTo("31 March 2027");
        assertThat(page.select("input[name=figure-" + item(4) + "], input[name=figure-" + item(5) + "]")
                        .eachAttr("value"))
                .containsAnyOf("87.5", "1234.5");
    }

    @Test
    void whatIsWrongIsSaidByCell() throws Exception {
        byte[] filled = bytes(page -> {
            at(page, 4, Column.CHOICE).setCellValue("Maybe");
            at(page, 5, Column.CHOICE).setCellValue("Not due yet");
            at(page, 5, Column.EXPECTED).setCellValue("one day");
        });
        String said = Jsoup.parse(bring(filled).getContentAsString())
                .select(".dr-notice")
                .text();
        assertThat(said)
                .contains(Column.CHOICE.letter() + "5: \"Maybe\" is none of the choices")
                .contains(Column.EXPECTED.letter() + "6: ");
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aFileThatIsNoneIsAnsweredCalmly(byte[] content) throws Exception {
        MockHttpServletResponse answer = bring(content);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("#file-error")
                        .text())
                .isNotBlank();
    }

    static Stream<byte[]> badFiles() throws Exception {
        byte[] noise = new byte[4_000];
        new Random(7).nextBytes(noise);
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        ByteArrayOutputStream foreign = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("Plan").createRow(0).createCell(0).setCellValue("Objective");
            book.write(foreign);
        }
        byte[] cut = java.util.Arrays.copyOf(foreign.toByteArray(), foreign.size() / 2);
        return Stream.of(
                new byte[0],
                "figure,narrative".getBytes(StandardCharsets.UTF_8),
                noise,
                ole,
                foreign.toByteArray(),
                cut,
                bomb());
    }

    /** A few kilobytes that would unpack to hundreds of megabytes. */
    private static byte[] bomb() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
            for (int i : IntStream.range(0, 200).toArray()) {
                zip.write(blanks);
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    @Test
    void anothersReturnIsNotThere() throws Exception {
        UUID other = demonstration.openReturn("Primary Standards");
        assertThat(perform(MockMvcRequestBuilders.get("/returns/" + other + "/workbook"))
                        .getStatus())
                .isEqualTo(404);
    }

    private XSSFWorkbook workbook() throws Exception {
        MockHttpServletResponse answer = perform(MockMvcRequestBuilders.get("/returns/" + owed + "/workbook"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment");
        return new XSSFWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()));
    }

    private byte[] bytes(Consumer<XSSFSheet> filling) throws Exception {
        try (XSSFWorkbook book = workbook()) {
            filling.accept(book.getSheetAt(0));
            return bytes(book);
        }
    }

    private static byte[] bytes(XSSFWorkbook book) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static Cell at(XSSFSheet page, int row, Column column) {
        Row there = page.getRow(row);
        return there.getCell(column.ordinal());
    }

    private String item(int row) throws Exception {
        try (XSSFWorkbook book = workbook()) {
            return at(book.getSheetAt(0), row, Column.ITEM_ID).getStringCellValue();
        }
    }

    private String stored() {
        List<String> rows = jdbc.sql("select t::text from return_item t where return_id = ? order by item_id")
                .param(owed)
                .query(String.class)
                .list();
        return String.join("\n", rows);
    }

    private MockHttpServletResponse bring(byte[] content) throws Exception {
        return perform(MockMvcRequestBuilders.multipart("/returns/" + owed + "/workbook")
                .file(new MockMultipartFile("file", "return.xlsx", null, content))
                .param("_once", UUID.randomUUID().toString())
                .with(csrf()));
    }

    private MockHttpServletResponse perform(
            org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return mvc.perform(request.with(authentication(demonstration.as(OWNER))))
                .andReturn()
                .getResponse();
    }
}
