package org.dueregard.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Plans as councils keep them in files, made for a test. */
public final class PlanFile {

    private PlanFile() {}

    /** A workbook with one sheet; the first row are the heads. */
    public static byte[] workbook(List<List<String>> rows) {
        return workbook(new TreeMap<>(Map.of("Plan", rows)));
    }

    /** A workbook with these sheets; the first row of each are its heads. */
    public static byte[] workbook(SortedMap<String, List<List<String>>> sheets) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            sheets.forEach((name, rows) -> {
                Sheet sheet = book.createSheet(name);
                for (List<String> words : rows) {
                    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                    words.forEach(one ->
                            row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(one));
                }
            });
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(words -> '"' + words.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A Word document, piece by piece. */
    public static final class Word {

        private final XWPFDocument document = new XWPFDocument();

        public Word heading(int level, String words) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.getCTP().addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            var run = paragraph.createRun();
            run.setBold(true);
            run.setText(words);
            return this;
        }

        public Word paragraph(String words) {
            document.createParagraph().createRun().setText(words);
            return this;
        }

        /** Each row with a bar between its cells. */
        public Word table(String... rows) {
            List<List<String>> cells = Stream.of(rows)
                    .map(row ->
                            Stream.of(row.split("\\|", -1)).map(String::strip).toList())
                    .toList();
            XWPFTable table = document.createTable(cells.size(), cells.get(0).size());
            for (int row = 0; row < cells.size(); row++) {
                for (int column = 0; column < cells.get(row).size(); column++) {
                    table.getRow(row).getCell(column).setText(cells.get(row).get(column));
                }
            }
            return this;
        }

        public byte[] bytes() {
            try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                document.write(out);
                document.close();
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A small plan with two objectives: areas, activities, and measures of several kinds, one of them a guess. */
    public static Word small() {
        return new Word()
                .heading(1, "Equality and community cohesion action plan 2014/15")
                .heading(2, "Objective 1: Tackling inequality")
                .heading(3, "1.1 Narrowing the attainment gap")
                .paragraph("Intended outcome: Pupils do as well as others, whatever their background.")
                .table(
                        "Ref | Key activity | By whom | By when",
                        "1.1.1 | Run booster classes in eight schools | School Improvement | March 2015",
                        "1.1.2 | Visit the schools with the widest gap | MSI | Summer term 2015")
                .table(
                        "Performance indicator | Baseline 2013/14 | Target 2014/15 | By whom",
                        "% of pupils on free school meals who reach Level 4 | 68% | 75% (minimum) | School Improvement",
                        "Number of schools in the mentoring scheme | 12 | 20 | School Improvement",
                        "Young people who take part in volunteering | 40 | 61/100% | Youth Service",
                        "Exclusions of pupils with special needs | 9 | Reduce | MSI")
                .heading(2, "Objective 2: Improving access to services")
                .heading(3, "2.1 Better information")
                .table(
                        "Ref | Key activity | By whom | By when",
                        "2.1.1 | Publish the guide to services in five languages | Communications | December 2014",
                        "2.1.2 | Train front-line staff | Human Resources | March 2015");
    }
}
