package org.dueregard.reporting.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dueregard.document.UntrustedFiles;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.dueregard.document.UntrustedFiles.Unreadable;
import org.dueregard.indicator.Status;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnKeeping.Typed;
import org.dueregard.reporting.read.Sheet;
import org.dueregard.site.Sentences;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a return as a workbook and reads it back. People's words are text cells, never formulas; what is not for the
 * owner to fill in is locked; choices are lists.
 */
@Component
public class ReturnWorkbook {

    private static final int FIRST_ROW = 4;
    private static final int MOST_ROWS = 5_000;
    private static final int LONGEST_CELL = 32_000;

    private final UntrustedFiles files;
    private final Sentences sentences;
    private final When when;

    ReturnWorkbook(UntrustedFiles files, Sentences sentences, When when) {
        this.files = files;
        this.sentences = sentences;
        this.when = when;
    }

    /**
     * What a workbook says.
     *
     * @param items what is typed in it, by item; only items that it says something new about
     * @param cells where each field of each item stands, as spreadsheets call it: {@code G7}
     * @param problems of cells that could not be understood
     */
    public record Brought(Map<UUID, Typed> items, Map<String, String> cells, List<CellProblem> problems) {}

    /** A cell that could not be understood, and what to do about it. */
    public record CellProblem(String cell, String sentence) {}

    public byte[] of(Sheet sheet) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new Writer(book, sheet).write();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Unreadable when the file is no workbook, is damaged, or is another return's */
    public Brought read(byte[] content, Sheet sheet) throws Unreadable {
        UntrustedFiles.requireOfficeOpenXml(content);
        return files.read(() -> {
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
                return new Reader(sheet).read(book.getSheetAt(0));
            }
        });
    }

    private String status(Status status) {
        return sentences.of("status." + status.key());
    }

    private String choice(Choice choice) {
        return sentences.of("reporting.workbook.choice." + choice);
    }

    private List<Status> statusesToSay() {
        return List.of(Status.COMPLETE, Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK);
    }

    private final class Writer {

        private final XSSFSheet page;
        private final Sheet sheet;
        private final CellStyle head;
        private final CellStyle given;
        private final CellStyle typed;
        private final CellStyle closed;
        private final CellStyle plain;

        Writer(XSSFWorkbook book, Sheet sheet) {
            this.page = book.createSheet(sentences.of("reporting.workbook.sheet"));
            this.sheet = sheet;
            XSSFFont strong = book.createFont();
            strong.setBold(true);
            plain = style(book, null, true);
            head = style(book, IndexedColors.GREY_25_PERCENT, true);
            head.setFont(strong);
            given = style(book, null, true);
            typed = style(book, IndexedColors.LEMON_CHIFFON, false);
            typed.setDataFormat(book.createDataFormat().getFormat("@"));
            closed = style(book, IndexedColors.GREY_25_PERCENT, true);
        }

        private static CellStyle style(XSSFWorkbook book, @Nullable IndexedColors fill, boolean locked) {
            CellStyle style = book.createCellStyle();
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setLocked(locked);
            if (fill != null) {
                style.setFillForegroundColor(fill.getIndex());
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            }
            return style;
        }

        void write() {
            text(page.createRow(0), Column.ITEM, sheet.plan() + ", " + sheet.roundName(), plain);
            text(
                    page.createRow(1),
                    Column.ITEM,
                    sentences.of("reporting.workbook.whose", sheet.unit(), when.weekdayAndYear(sheet.dueOn())),
                    plain);
            text(page.createRow(2), Column.ITEM, sentences.of("reporting.workbook.how"), plain);
            Row heads = page.createRow(FIRST_ROW - 1);
            for (Column column : Column.values()) {
                text(heads, column, sentences.of(column.messageKey()), head);
                page.setColumnWidth(column.ordinal(), Math.max(column.width(), 4) * 256);
                page.setColumnHidden(column.ordinal(), column.isHidden());
            }
            int row = FIRST_ROW;
            for (Sheet.Item item : sheet.items()) {
                item(page.createRow(row++), item);
            }
            list(Column.CHOICE, row, Stream.of(Choice.values()).map(ReturnWorkbook.this::choice));
            list(Column.STATUS, row, statusesToSay().stream().map(ReturnWorkbook.this::status));
            list(Column.PROVISIONAL, row, Stream.of(sentences.of("reporting.item.yes")));
            page.createFreezePane(Column.TARGET.ordinal(), FIRST_ROW);
            page.protectSheet("");
            page.lockFormatColumns(false);
            page.lockFormatRows(false);
            page.getPrintSetup().setLandscape(true);
            page.setFitToPage(true);
            page.getPrintSetup().setFitHeight((short) 0);
        }

        private void item(Row row, Sheet.Item item) {
            ItemWords words = item.words();
            text(row, Column.ITEM_ID, item.id().toString(), given);
            text(row, Column.SEEN, item.stamp(), given);
            text(row, Column.ITEM, (item.reference() == null ? "" : item.reference() + " ") + item.title(), given);
            text(
                    row,
                    Column.TARGET,
                    item.dossier().isIndicator()
                            ? item.dossier().setting().words()
                            : item.dossier().deadline().words(),
                    given);
            Sheet.LastTime last = item.lastTime();
            text(
                    row,
                    Column.LAST_TIME,
                    last == null || last.figure() == null ? "" : last.figure() + ", " + last.figurePeriod(),
                    given);
            Choice choice = words.choice();
            text(row, Column.CHOICE, choice == null ? "" : choice(choice), typed);
            boolean figure = item.asksForFigure();
            boolean one = figure && !item.asksForShare() && !item.asksForGap();
            fill(row, Column.FIGURE, words.figure(), one);
            fill(row, Column.NUMERATOR, words.numerator(), figure && item.asksForShare());
            fill(row, Column.DENOMINATOR, words.denominator(), figure && item.asksForShare());
            fill(row, Column.OTHER_GROUP, words.otherGroup(), figure && item.asksForGap());
            fill(row, Column.BETTER_OFF, words.betterOff(), figure && item.asksForGap());
            fill(row, Column.PROVISIONAL, words.provisional() ? sentences.of("reporting.item.yes") : null, figure);
            fill(row, Column.STATUS, said(words.reportedStatus()), true);
            fill(row, Column.DONE_ON, words.doneOn(), item.isToBeDone());
            fill(row, Column.DISAGREEMENT, words.disagreement(), figure);
            fill(row, Column.NARRATIVE, words.narrative(), true);
            fill(row, Column.EXPECTED, words.expected(), true);
            fill(row, Column.NO_UPDATE_REASON, words.noUpdateReason(), true);
            fill(row, Column.FIX_WHAT, words.fixWhat(), true);
            fill(row, Column.FIX_WHO, words.fixWho(), true);
            fill(row, Column.FIX_WHEN, words.fixWhen(), true);
        }

        private @Nullable String said(@Nullable String status) {
            return statusesToSay().stream()
                    .filter(one -> one.name().equals(status))
                    .map(ReturnWorkbook.this::status)
                    .findFirst()
                    .orElse(null);
        }

        private void fill(Row row, Column column, @Nullable String value, boolean asked) {
            text(row, column, value == null ? "" : value, asked ? typed : closed);
        }

        private static void text(Row row, Column column, String value, CellStyle style) {
            Cell cell = row.createCell(column.ordinal(), CellType.STRING);
            cell.setCellValue(value.length() > LONGEST_CELL ? value.substring(0, LONGEST_CELL) : value);
            cell.setCellStyle(style);
        }

        private void list(Column column, int end, Stream<String> values) {
            XSSFDataValidationHelper helper = new XSSFDataValidationHelper(page);
            DataValidation list = helper.createValidation(
                    helper.createExplicitListConstraint(values.toArray(String[]::new)),
                    new CellRangeAddressList(
                            FIRST_ROW, Math.max(end - 1, FIRST_ROW), column.ordinal(), column.ordinal()));
            list.setShowErrorBox(true);
            page.addValidationData(list);
        }
    }

    private final class Reader {

        private final Sheet sheet;
        private final Map<UUID, Typed> items = new HashMap<>();
        private final Map<String, String> cells = new HashMap<>();
        private final List<CellProblem> problems = new ArrayList<>();
        private final DataFormatter formatter = new DataFormatter(java.util.Locale.UK);

        Reader(Sheet sheet) {
            this.sheet = sheet;
        }

        Brought read(XSSFSheet page) throws Unreadable {
            if (page.getLastRowNum() > MOST_ROWS) {
                throw new Unreadable(Trouble.TOO_MUCH);
            }
            Map<UUID, Sheet.Item> known = new HashMap<>();
            sheet.items().forEach(item -> known.put(item.id(), item));
            boolean any = false;
            for (Row row : page) {
                Optional<Sheet.Item> item = id(row).map(known::get);
                if (item.isPresent()) {
                    any = true;
                    item(row, item.get());
                }
            }
            if (!any) {
                throw new Unreadable(Trouble.NOT_THAT_KIND);
            }
            return new Brought(items, cells, problems);
        }

        private Optional<UUID> id(Row row) {
            try {
                String id = text(row, Column.ITEM_ID);
                return id == null ? Optional.empty() : Optional.of(UUID.fromString(id));
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }

        private void item(Row row, Sheet.Item item) {
            Map<Column, @Nullable String> typed = new EnumMap<>(Column.class);
            for (Column column : Column.values()) {
                if (column.isTyped()) {
                    typed.put(column, text(row, column));
                    cells.put(column + " " + item.id(), place(row, column));
                }
            }
            ItemWords words = new ItemWords(
                    choice(row, typed.get(Column.CHOICE)),
                    item.asksForYesOrNo() ? yesOrNo(typed.get(Column.FIGURE)) : typed.get(Column.FIGURE),
                    typed.get(Column.NUMERATOR),
                    typed.get(Column.DENOMINATOR),
                    typed.get(Column.BETTER_OFF),
                    typed.get(Column.OTHER_GROUP),
                    typed.get(Column.PROVISIONAL) != null,
                    status(row, typed.get(Column.STATUS)),
                    typed.get(Column.DONE_ON),
                    typed.get(Column.DISAGREEMENT),
                    typed.get(Column.NARRATIVE),
                    typed.get(Column.EXPECTED),
                    typed.get(Column.NO_UPDATE_REASON),
                    typed.get(Column.FIX_WHAT),
                    typed.get(Column.FIX_WHO),
                    typed.get(Column.FIX_WHEN));
            String seen = text(row, Column.SEEN);
            Typed brought = new Typed(words, seen == null ? "" : seen);
            if (!words.equals(item.words()) && !brought.isAsShown()) {
                items.put(item.id(), brought);
            }
        }

        private static @Nullable String yesOrNo(@Nullable String typed) {
            return typed == null ? null : typed.toLowerCase(java.util.Locale.UK);
        }

        private @Nullable Choice choice(Row row, @Nullable String typed) {
            if (typed == null) {
                return null;
            }
            Optional<Choice> choice = Arrays.stream(Choice.values())
                    .filter(one -> choiceWords(one).equalsIgnoreCase(typed))
                    .findFirst();
            if (choice.isEmpty()) {
                problems.add(new CellProblem(
                        place(row, Column.CHOICE), sentences.of("reporting.workbook.fault.choice", typed)));
            }
            return choice.orElse(null);
        }

        private String choiceWords(Choice choice) {
            return ReturnWorkbook.this.choice(choice);
        }

        private @Nullable String status(Row row, @Nullable String typed) {
            if (typed == null) {
                return null;
            }
            Optional<Status> status = statusesToSay().stream()
                    .filter(one -> ReturnWorkbook.this.status(one).equalsIgnoreCase(typed))
                    .findFirst();
            if (status.isEmpty()) {
                problems.add(new CellProblem(
                        place(row, Column.STATUS), sentences.of("reporting.workbook.fault.status", typed)));
            }
            return status.map(Status::name).orElse(null);
        }

        private static String place(Row row, Column column) {
            return column.letter() + String.valueOf(row.getRowNum() + 1);
        }

        /** What the cell shows: numbers in full, percentages as such, days in words, formulas by what they came to. */
        private @Nullable String text(Row row, Column column) {
            Cell cell = row.getCell(column.ordinal());
            if (cell == null) {
                return null;
            }
            CellType type =
                    cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
            String text = switch (type) {
                case STRING -> cell.getRichStringCellValue().getString();
                case BOOLEAN -> cell.getBooleanCellValue() ? "yes" : "no";
                case NUMERIC -> number(cell);
                default -> "";
            };
            String clean = text.replace("\0", "").replace("\r\n", "\n").strip();
            return clean.isEmpty() ? null : clean;
        }

        private String number(Cell cell) {
            if (DateUtil.isCellDateFormatted(cell)) {
                return when.day(cell.getLocalDateTimeCellValue().toLocalDate());
            }
            BigDecimal value =
                    new BigDecimal(formatter.formatRawCellContents(cell.getNumericCellValue(), -1, "0.##########"));
            boolean percentage = cell.getCellStyle().getDataFormatString().contains("%");
            BigDecimal shown = percentage ? value.movePointRight(2) : value;
            return shown.stripTrailingZeros().toPlainString();
        }
    }

    /** Where a field of an item stands in the workbook; empty when it has no cell. */
    public static Optional<String> cell(Brought brought, String field, UUID item) {
        return Column.ofField(field).map(column -> brought.cells().get(column + " " + item));
    }
}
