package org.dueregard.intake.trial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dueregard.intake.trial.PlanLayout.Block;
import org.dueregard.intake.trial.PlanLayout.Row;
import org.dueregard.intake.trial.PlanLayout.Words;

/** Makes files of a layout, as the programs of an office write them. */
final class PlanFile {

    private static final String WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private PlanFile() {}

    /** @param kind how the name of the file ends */
    static byte[] make(PlanLayout layout, String kind) throws IOException {
        return switch (kind) {
            case "docx" -> word(layout);
            case "xlsx" -> workbook(layout);
            case "csv" -> delimited(layout);
            case "odt" -> openText(layout);
            case "ods" -> openSheets(layout);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String shown(String cell) {
        return cell.startsWith("@") ? cell.substring(1) : cell.equals("<") || cell.equals("^") ? "" : cell;
    }

    // Word

    private static byte[] word(PlanLayout layout) throws IOException {
        StringBuilder body = new StringBuilder();
        for (Block block : layout.blocks()) {
            body.append(block.table().isEmpty() ? wordParagraph(block.words()) : wordTable(block.table()));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/word/document.xml'"
                        + " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>");
        parts.put("word/document.xml", "<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>");
        StringBuilder styles = new StringBuilder("<w:styles " + WORD + ">");
        for (int level = 1; level < 5; level++) {
            styles.append("<w:style w:type='paragraph' w:styleId='Heading" + level + "'><w:name w:val='heading " + level
                    + "'/></w:style>");
        }
        parts.put("word/styles.xml", styles + "</w:styles>");
        parts.put(
                "word/numbering.xml",
                "<w:numbering " + WORD + "><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
                        + "<w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
                        + "<w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>"
                        + "<w:lvlText w:val='•'/></w:lvl></w:abstractNum>"
                        + "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
                        + "<w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num></w:numbering>");
        parts.put(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='s' Type='"
                        + RELATIONS + "/styles' Target='styles.xml'/><Relationship Id='n' Type='" + RELATIONS
                        + "/numbering' Target='numbering.xml'/></Relationships>");
        return zipped(parts);
    }

    private static String wordParagraph(Words words) {
        if (words.text().isEmpty()) {
            return "";
        }
        String properties = words.level() > 0
                ? "<w:pStyle w:val='Heading" + words.level() + "'/>"
                : words.bullet() || words.numbered()
                        ? "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='" + (words.bullet() ? 2 : 1) + "'/></w:numPr>"
                        : "";
        return "<w:p><w:pPr>" + properties + "</w:pPr><w:r>" + (words.bold() ? "<w:rPr><w:b/></w:rPr>" : "")
                + "<w:t xml:space='preserve'>" + escaped(words.text()) + "</w:t></w:r></w:p>";
    }

    private static String wordTable(List<Row> table) {
        int width = PlanLayout.width(table);
        StringBuilder made =
                new StringBuilder("<w:tbl><w:tblGrid>" + "<w:gridCol w:w='1000'/>".repeat(width) + "</w:tblGrid>");
        for (int at = 0; at < table.size(); at++) {
            Row row = table.get(at);
            made.append("<w:tr>").append(row.repeated() ? "<w:trPr><w:tblHeader/></w:trPr>" : "");
            for (int column = 0; column < width; column++) {
                if (row.isLeft(column)) {
                    continue;
                }
                int span = PlanLayout.columns(row, column);
                String merge = row.isAbove(column)
                        ? "<w:vMerge/>"
                        : PlanLayout.rows(table, at, column) > 1 ? "<w:vMerge w:val='restart'/>" : "";
                made.append("<w:tc><w:tcPr>" + (span > 1 ? "<w:gridSpan w:val='" + span + "'/>" : "") + merge
                        + (row.marked() ? "<w:shd w:val='clear' w:fill='D9D9D9'/>" : "") + "</w:tcPr>");
                for (String line : shown(row.cell(column)).split("¶", -1)) {
                    boolean bullet = line.strip().startsWith("~");
                    Words words =
                            new Words(line.strip().replaceFirst("^~", "").strip(), 0, row.marked(), bullet, false);
                    made.append(words.text().isEmpty() ? "<w:p/>" : wordParagraph(words));
                }
                made.append("</w:tc>");
            }
            made.append("</w:tr>");
        }
        return made + "</w:tbl>";
    }

    // Workbooks

    private static byte[] workbook(PlanLayout layout) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = null;
            for (Block block : layout.blocks()) {
                if (!block.sheet().isEmpty() || sheet == null) {
                    sheet = book.createSheet(block.sheet().isEmpty() ? "Sheet1" : block.sheet());
                }
                int from = sheet.getPhysicalNumberOfRows() == 0 ? 0 : sheet.getLastRowNum() + 1;
                if (!block.words().text().isEmpty()) {
                    XSSFCell cell = sheet.createRow(from).createCell(0);
                    cell.setCellValue(block.words().text());
                    if (block.words().bold() || block.words().level() > 0) {
                        cell.setCellStyle(marked(book, false));
                    }
                }
                rows(book, sheet, from, block.table());
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void rows(XSSFWorkbook book, XSSFSheet sheet, int from, List<Row> table) {
        for (int at = 0; at < table.size(); at++) {
            Row row = table.get(at);
            var made = sheet.createRow(from + at);
            for (int column = 0; column < row.cells().size(); column++) {
                String words = row.cell(column);
                if (words.isEmpty() || words.equals("<") || words.equals("^")) {
                    continue;
                }
                XSSFCell cell = made.createCell(column);
                fill(book, cell, words);
                if (row.marked()) {
                    cell.setCellStyle(marked(book, true));
                }
                int columns = PlanLayout.columns(row, column);
                int rows = PlanLayout.rows(table, at, column);
                if (columns > 1 || rows > 1) {
                    sheet.addMergedRegion(
                            new CellRangeAddress(from + at, from + at + rows - 1, column, column + columns - 1));
                }
            }
        }
    }

    private static void fill(XSSFWorkbook book, XSSFCell cell, String words) {
        if (!words.startsWith("@")) {
            cell.setCellValue(words.replace("¶", "\n").replace("~", "• "));
            return;
        }
        String value = words.substring(1);
        XSSFCellStyle style = book.createCellStyle();
        if (value.endsWith("%")) {
            cell.setCellValue(Double.parseDouble(value.substring(0, value.length() - 1)) / 100);
            style.setDataFormat(book.createDataFormat().getFormat(value.contains(".") ? "0.0%" : "0%"));
        } else if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
            cell.setCellValue(LocalDate.parse(value));
            style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
        } else {
            cell.setCellValue(Double.parseDouble(value));
        }
        cell.setCellStyle(style);
    }

    private static XSSFCellStyle marked(XSSFWorkbook book, boolean shaded) {
        XSSFCellStyle style = book.createCellStyle();
        XSSFFont font = book.createFont();
        font.setBold(true);
        style.setFont(font);
        if (shaded) {
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    // Plain text

    private static byte[] delimited(PlanLayout layout) {
        String[] options = (layout.options().isEmpty() ? ", UTF-8" : layout.options()).split(" ");
        String by = options[0].equals("tab") ? "\t" : options[0];
        int width = layout.blocks().stream()
                .mapToInt(block -> PlanLayout.width(block.table()))
                .max()
                .orElse(1);
        StringBuilder made = new StringBuilder();
        for (Block block : layout.blocks()) {
            if (!block.words().text().isEmpty()) {
                made.append(quoted(block.words().text(), by))
                        .append(by.repeat(width - 1))
                        .append("\r\n");
            }
            for (Row row : block.table()) {
                for (int column = 0; column < width; column++) {
                    made.append(column == 0 ? "" : by).append(quoted(shown(row.cell(column)), by));
                }
                made.append("\r\n");
            }
        }
        return made.toString().getBytes(Charset.forName(options[1]));
    }

    private static String quoted(String words, String by) {
        String lines = words.replace("¶", "\n").replace("~", "- ");
        boolean needed = lines.contains(by) || lines.contains("\n") || lines.contains("\"");
        return needed ? '"' + lines.replace("\"", "\"\"") + '"' : lines;
    }

    // OpenDocument

    private static byte[] openText(PlanLayout layout) throws IOException {
        StringBuilder body = new StringBuilder();
        for (Block block : layout.blocks()) {
            Words words = block.words();
            if (!words.text().isEmpty()) {
                String text = escaped(words.text());
                body.append(
                        words.level() > 0
                                ? "<text:h text:outline-level='" + words.level() + "'>" + text + "</text:h>"
                                : openParagraph(text, words.bold(), words.bullet() || words.numbered()));
            } else if (!block.table().isEmpty()) {
                body.append(openTable("t", block.table()));
            }
        }
        return open("text", body.toString());
    }

    private static byte[] openSheets(PlanLayout layout) throws IOException {
        StringBuilder body = new StringBuilder();
        String sheet = "Sheet1";
        StringBuilder rows = new StringBuilder();
        for (Block block : layout.blocks()) {
            if (!block.sheet().isEmpty()) {
                if (!rows.isEmpty()) {
                    body.append(openSheet(sheet, rows));
                    rows.setLength(0);
                }
                sheet = block.sheet();
            }
            if (!block.words().text().isEmpty()) {
                rows.append("<table:table-row><table:table-cell office:value-type='string'>"
                        + openParagraph(
                                escaped(block.words().text()), block.words().bold(), false)
                        + "</table:table-cell></table:table-row>");
            }
            rows.append(openRows(block.table()));
        }
        return open("spreadsheet", body.append(openSheet(sheet, rows)).toString());
    }

    private static String openSheet(String name, StringBuilder rows) {
        return "<table:table table:name='" + escaped(name) + "'>" + rows + "</table:table>";
    }

    private static String openTable(String name, List<Row> table) {
        return "<table:table table:name='" + name + "'><table:table-column table:number-columns-repeated='"
                + PlanLayout.width(table) + "'/>" + openRows(table) + "</table:table>";
    }

    private static String openRows(List<Row> table) {
        StringBuilder made = new StringBuilder();
        for (int at = 0; at < table.size(); at++) {
            Row row = table.get(at);
            made.append("<table:table-row>");
            for (int column = 0; column < PlanLayout.width(table); column++) {
                if (row.isLeft(column) || row.isAbove(column)) {
                    made.append("<table:covered-table-cell/>");
                    continue;
                }
                made.append("<table:table-cell office:value-type='string' table:number-columns-spanned='"
                        + PlanLayout.columns(row, column) + "' table:number-rows-spanned='"
                        + PlanLayout.rows(table, at, column) + "'>");
                for (String line : shown(row.cell(column)).split("¶", -1)) {
                    boolean bullet = line.strip().startsWith("~");
                    made.append(openParagraph(
                            escaped(line.strip().replaceFirst("^~", "").strip()), row.marked(), bullet));
                }
                made.append("</table:table-cell>");
            }
            made.append("</table:table-row>");
        }
        return made.toString();
    }

    private static String openParagraph(String words, boolean bold, boolean bullet) {
        String paragraph =
                "<text:p>" + (bold ? "<text:span text:style-name='B'>" + words + "</text:span>" : words) + "</text:p>";
        return bullet
                ? "<text:list text:style-name='L'><text:list-item>" + paragraph + "</text:list-item></text:list>"
                : paragraph;
    }

    private static byte[] open(String kind, String body) throws IOException {
        String names = "urn:oasis:names:tc:opendocument:xmlns:";
        String content = "<office:document-content xmlns:office='" + names + "office:1.0' xmlns:text='" + names
                + "text:1.0' xmlns:table='" + names + "table:1.0' xmlns:style='" + names + "style:1.0' xmlns:fo='"
                + names
                + "xsl-fo-compatible:1.0'><office:automatic-styles><style:style style:name='B' style:family='text'>"
                + "<style:text-properties fo:font-weight='bold'/></style:style><text:list-style style:name='L'>"
                + "<text:list-level-style-bullet text:level='1' text:bullet-char='•'/></text:list-style>"
                + "</office:automatic-styles><office:body><office:" + kind + ">" + body + "</office:" + kind
                + "></office:body></office:document-content>";
        return zipped(Map.of("content.xml", content), "application/vnd.oasis.opendocument." + kind);
    }

    private static byte[] zipped(Map<String, String> parts) throws IOException {
        return zipped(parts, "");
    }

    private static byte[] zipped(Map<String, String> parts, String kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            if (!kind.isEmpty()) {
                byte[] written = kind.getBytes(StandardCharsets.US_ASCII);
                ZipEntry first = new ZipEntry("mimetype");
                first.setMethod(ZipEntry.STORED);
                first.setSize(written.length);
                java.util.zip.CRC32 sum = new java.util.zip.CRC32();
                sum.update(written);
                first.setCrc(sum.getValue());
                zip.putNextEntry(first);
                zip.write(written);
                zip.closeEntry();
            }
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
