package org.dueregard.document.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dueregard.document.BoundedFiles;
import org.dueregard.document.UntrustedFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WorkbookReaderTests {

    private static final UntrustedFiles FILES = BoundedFiles.make();

    @AfterAll
    static void stop() {
        FILES.destroy();
    }

    private interface Filling {
        void fill(XSSFWorkbook book, Sheet sheet);
    }

    @Test
    void showsValuesAsTheirCellsDo() throws Exception {
        NeutralDocument read = read((book, sheet) -> {
            put(sheet, 0, 0, "Attendance");
            number(book, sheet, 0, 1, 0.945, "0.0%");
            number(book, sheet, 0, 2, 1234.5, "#,##0.00");
            number(book, sheet, 0, 3, 7, "General");
            number(book, sheet, 1, 1, 0.1 + 0.2, "General");
            Cell date = sheet.getRow(1).createCell(2);
            date.setCellValue(LocalDate.of(2015, 3, 31));
            CellStyle asDate = book.createCellStyle();
            asDate.setDataFormat((short) 14);
            date.setCellStyle(asDate);
            sheet.getRow(1).createCell(3).setCellValue(true);
            put(sheet, 2, 0, "first\nsecond");
            Cell sum = sheet.getRow(2).createCell(1);
            sum.setCellFormula("D1*6");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(sum);
            sheet.getRow(2).createCell(2).setCellFormula("1/0");
        });

        assertThat(Words.drawn(read.tables().get(0))).isEqualTo("""
                Attendance | 94.5% | 1,234.50 | 7
                 | 0.3 | 31/03/2015 | TRUE
                first/second | 42 |  |""");
        assertThat(read.notes())
                .containsExactly(
                        new Note(Note.Kind.FORMULA_WITHOUT_VALUE, new Place.InSheet("plan.xlsx", "Plan", 3, 3), 1, ""),
                        new Note(Note.Kind.FORMULA, new Place.InSheet("plan.xlsx", "Plan", 0, 0), 2, ""));
    }

    @Test
    void partsASheetWhereRowsAndColumnsAreEmpty() throws Exception {
        NeutralDocument read = read((book, sheet) -> {
            strong(book, put(sheet, 0, 1, "Our plan"));
            table(sheet, 2, 1, 3, 2, "a");
            table(sheet, 2, 4, 2, 2, "b");
            table(sheet, 7, 0, 2, 5, "c");
        });

        assertThat(read.blocks()).hasSize(4);
        assertThat(read.blocks().get(0)).isInstanceOfSatisfying(Paragraph.class, title -> {
            assertThat(title.text()).isEqualTo("Our plan");
            assertThat(title.heading().stated()).isFalse();
            assertThat(((Place.InSheet) title.place()).reference()).isEqualTo("B1");
        });
        assertThat(read.tables())
                .extracting(Words::drawn)
                .containsExactly(
                        "a0,0 | a0,1\na1,0 | a1,1\na2,0 | a2,1",
                        "b0,0 | b0,1\nb1,0 | b1,1",
                        "c0,0 | c0,1 | c0,2 | c0,3 | c0,4\nc1,0 | c1,1 | c1,2 | c1,3 | c1,4");
        assertThat(((Place.InSheet) read.tables().get(1).placeOf(1, 1)).reference())
                .isEqualTo("F4");
    }

    @Test
    void resolvesMergedRegionsAndKeepsThemInOneTable() throws Exception {
        NeutralDocument read = read((book, sheet) -> {
            put(sheet, 0, 0, "Objective one");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
            put(sheet, 1, 0, "Gap");
            sheet.addMergedRegion(new CellRangeAddress(1, 3, 0, 0));
            put(sheet, 1, 2, "x");
            put(sheet, 2, 0, "under");
            put(sheet, 4, 0, "end");
        });

        assertThat(Words.drawn(read.tables().get(0))).isEqualTo("""
                Objective one | (Objective one) | (Objective one)
                Gap |  | x
                (Gap) |  |\s
                (Gap) |  |\s
                end |  |""");
        assertThat(read.notes())
                .containsExactly(new Note(Note.Kind.COVERED, new Place.InSheet("plan.xlsx", "Plan", 3, 1), 1, "under"));
    }

    @Test
    void keepsWhatIsHiddenAndSaysSo() throws Exception {
        NeutralDocument read = read((book, sheet) -> {
            table(sheet, 0, 0, 3, 3, "v");
            sheet.getRow(1).setZeroHeight(true);
            sheet.setColumnHidden(2, true);
            sheet.createFreezePane(0, 1);
            put(book.createSheet("Old"), 0, 0, "kept");
            book.setSheetHidden(1, true);
        });
        Table table = read.tables().get(0);

        assertThat(table.rows()).extracting(Row::hidden).containsExactly(false, true, false);
        assertThat(table.rows()).extracting(Row::head).containsExactly(true, false, false);
        assertThat(table.columns()).extracting(Table.Column::hidden).containsExactly(false, false, true);
        assertThat(Words.of(read)).hasSize(10).contains("v1,2", "kept");
        assertThat(read.notes())
                .extracting(note -> note.kind() + " " + note.count() + " " + ((Place.InSheet) note.place()).sheet())
                .containsExactly("HIDDEN_ROW 1 Plan", "HIDDEN_COLUMN 1 Plan", "HIDDEN_SHEET 1 Old");
    }

    @Test
    void findsEveryWordOfSheetsOfAnyShapeOnceWhereItStands() throws Exception {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            List<String> words = new ArrayList<>();
            NeutralDocument read = read((book, sheet) -> {
                for (int row = 0; row < 12; row++) {
                    for (int column = 0; column < 9; column++) {
                        if (random.nextInt(3) == 0) {
                            String word = new CellRangeAddress(row, row, column, column).formatAsString();
                            words.add(word);
                            put(sheet, row, column, word);
                        }
                    }
                }
                for (int i = 0; i < 3; i++) {
                    int row = random.nextInt(10);
                    int column = i * 3;
                    sheet.addMergedRegion(new CellRangeAddress(row, row + random.nextInt(2), column, column + 1));
                }
            });
            List<String> found = new ArrayList<>(Words.of(read));
            read.notes().stream()
                    .filter(note -> note.kind() == Note.Kind.COVERED)
                    .forEach(note -> found.addAll(Words.of(note.text())));
            assertThat(found).as("sheet %s", seed).containsExactlyInAnyOrderElementsOf(words);
            for (Table table : read.tables()) {
                for (int r = 0; r < table.rows().size(); r++) {
                    assertThat(table.rows().get(r).cells()).hasSameSizeAs(table.columns());
                    for (int c = 0; c < table.columns().size(); c++) {
                        if (!table.cell(r, c).isEmpty() && table.cell(r, c).merge() == null) {
                            assertThat(((Place.InSheet) table.placeOf(r, c)).reference())
                                    .isEqualTo(table.cell(r, c).text());
                        }
                    }
                }
            }
        }
    }

    @Test
    void readsFiftyThousandRowsInASmallPartOfItsTime() throws Exception {
        byte[] file = rows(50_000);
        DocumentFiles files = new DocumentFiles(FILES);
        long begun = System.nanoTime();
        NeutralDocument read = files.read("large.xlsx", file);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(read.tables().get(0).rows()).hasSize(50_000);
        assertThat(read.tables().get(0).cell(49_999, 0).text()).isEqualTo("Measure 49999");
        assertThat(took).isLessThan(Duration.ofSeconds(15));
    }

    static byte[] rows(int rows) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("Plan");
            for (int row = 0; row < rows; row++) {
                put(sheet, row, 0, "Measure " + row);
                put(sheet, row, 1, "Head of service");
                sheet.getRow(row).createCell(2).setCellValue(row / 7.0);
                put(sheet, row, 3, "March 2015");
                put(sheet, row, 4, "We met * all of them, and " + row + " more.");
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Cell put(Sheet sheet, int row, int column, String words) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        Cell cell = line.createCell(column);
        cell.setCellValue(words);
        return cell;
    }

    private static void number(XSSFWorkbook book, Sheet sheet, int row, int column, double value, String format) {
        Cell cell = put(sheet, row, column, "");
        cell.setCellValue(value);
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    private static void strong(XSSFWorkbook book, Cell cell) {
        CellStyle style = book.createCellStyle();
        Font font = book.createFont();
        font.setBold(true);
        style.setFont(font);
        cell.setCellStyle(style);
    }

    private static void table(Sheet sheet, int top, int left, int rows, int columns, String word) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                put(sheet, top + r, left + c, word + r + "," + c);
            }
        }
    }

    private static NeutralDocument read(Filling filling) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            filling.fill(book, book.createSheet("Plan"));
            book.write(out);
            return new DocumentFiles(FILES).read("plan.xlsx", out.toByteArray());
        }
    }
}
