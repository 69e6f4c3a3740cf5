package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Note;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Table;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.jspecify.annotations.Nullable;

/** What the plan is called, and for when it is. */
record Title(@Nullable Value title, @Nullable Value period) {

    private static final Pattern PLAN = Pattern.compile(
            "(?is).*\\b(plan|plans|objectives|strategy|scheme|framework|programme|commitments|priorities|outcomes|trackers?|roadmap|scorecard|(annual|progress|mainstreaming|monitoring) report)\\b.*");
    /** What is likelier a plan's name than its council's. */
    private static final Pattern ABOUT =
            Pattern.compile("(?is).*\\b(equalit(y|ies)|diversity|inclusion|inclusive|edi|fairness|20\\d\\d)\\b.*");

    private static final Pattern NAME_OF_PLAN =
            Pattern.compile("(plan|strategy|document)( name| title)?|name of (the )?plan");
    private static final int ENOUGH_ROWS = 50;
    private static final Pattern APPENDIX = Pattern.compile(
            "(?i)^(appendix|annex|schedule|enclosure)\\s*\\w{0,3}\\s*[:–—-]\\s*|\\s*[–—-]\\s*(appendix|annex)\\s*\\w{0,3}$");
    private static final int LONGEST = 25;

    static Title of(NeutralDocument document, Headings headings, Tables tables) {
        List<Value> candidates = new ArrayList<>();
        boolean plan = false;
        for (int block = 0; block < document.blocks().size() && candidates.size() < 12; block++) {
            if (document.blocks().get(block) instanceof Paragraph paragraph) {
                boolean heading =
                        paragraph.heading().level() > 0 || paragraph.line().strong();
                boolean isLevel = headings.level(block) != null;
                if ((heading || block < 3)
                        && !isLevel
                        && !paragraph.text().isBlank()
                        && ColumnLook.count(paragraph.text()) <= LONGEST
                        && (!plan || paragraph.heading().level() == 1)) {
                    candidates.add(value(paragraph.text(), Spot.block(block), heading));
                }
            } else if (document.blocks().get(block) instanceof Table table) {
                before(tables.rows(block), table, block, candidates);
                plan |= tables.at(block).stream().anyMatch(PlanTable::isOfPlan);
                if (plan) {
                    break;
                }
            }
        }
        document.notes().stream()
                .filter(note -> note.kind() == Note.Kind.HEADER && !note.text().isBlank())
                .forEach(note -> candidates.add(new Value(
                        Role.OTHER,
                        note.text().lines().findFirst().orElse(""),
                        "",
                        List.of(),
                        Certainty.LIKELY,
                        false)));
        Optional<Value> named = candidates.stream()
                .filter(value -> PLAN.matcher(value.words()).matches()
                        && !Surroundings.isOne(APPENDIX.matcher(value.words()).replaceAll("")))
                .findFirst();
        Optional<Value> title = named.or(() -> candidates.stream()
                        .filter(value -> ABOUT.matcher(value.words()).matches())
                        .findFirst())
                .or(() -> candidates.stream().findFirst())
                .map(value -> value.saying(
                        APPENDIX.matcher(value.words()).replaceAll("").strip()));
        Optional<Value> period = title.stream()
                .flatMap(
                        value -> java.util.stream.Stream.concat(java.util.stream.Stream.of(value), candidates.stream()))
                .flatMap(value -> Years.in(value.words()).stream().map(value::saying))
                .findFirst();
        return new Title(title.orElse(null), period.orElse(null));
    }

    /** Rows over the head of a table of a sheet. */
    private static void before(TableRows rows, Table table, int block, List<Value> candidates) {
        for (int row = 0; row < Math.min(6, rows.size()); row++) {
            boolean alone = table.columns().size() == 1 || isAlone(rows, row);
            if (rows.kind(row) == RowKind.HEADING || rows.kind(row) == RowKind.ITEM && !alone) {
                named(rows, block, candidates);
                inEachRow(rows, row, candidates);
                return;
            }
            for (int column = 0; column < table.columns().size(); column++) {
                String words = Snippet.inOneLine(rows.lines(row, column));
                if (!words.isBlank()
                        && rows.spot(row, column).equals(Spot.cell(block, row, column))
                        && LevelLabel.of(words).isEmpty()
                        && ColumnLook.count(words) <= LONGEST) {
                    candidates.add(value(words, Spot.cell(block, row, column), true));
                }
            }
        }
    }

    /** {@code PLAN_NAME}, and the same name in every row of an export. */
    private static void inEachRow(TableRows rows, int head, List<Value> candidates) {
        for (int column = 0; column < rows.width() && rows.size() > head + 1; column++) {
            String heading = String.join(" ", HeadingWords.words(Snippet.inOneLine(rows.lines(head, column))));
            String name = Snippet.inOneLine(rows.lines(head + 1, column));
            boolean same = !name.isBlank() && NAME_OF_PLAN.matcher(heading).matches();
            for (int row = head + 2; same && row < Math.min(rows.size(), head + ENOUGH_ROWS); row++) {
                same = Snippet.inOneLine(rows.lines(row, column)).equals(name);
            }
            if (same) {
                candidates.add(value(name, rows.spot(head + 1, column), true));
            }
        }
    }

    private static boolean isAlone(TableRows rows, int row) {
        int given = 0;
        for (int column = 0; column < rows.width(); column++) {
            given += Snippet.inOneLine(rows.lines(row, column)).isBlank() ? 0 : 1;
        }
        return given == 1;
    }

    /** What the sheet in front of a report says it is about. */
    private static void named(TableRows rows, int block, List<Value> candidates) {
        for (int row = 0; row < Math.min(12, rows.size()) && rows.width() == 2; row++) {
            if (Snippet.inOneLine(rows.lines(row, 0))
                    .matches("(?i)(subject|title|report title|plan|name of plan|title of plan|document)\\W*")) {
                candidates.add(value(Snippet.inOneLine(rows.lines(row, 1)), rows.spot(row, 1), true));
            }
        }
    }

    private static Value value(String words, Spot spot, boolean sure) {
        return new Value(
                Role.OTHER, words.strip(), "", List.of(spot), sure ? Certainty.LIKELY : Certainty.DOUBTFUL, false);
    }
}
