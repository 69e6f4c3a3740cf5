package org.dueregard.intake.reading;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.intake.reading.TableReading.Kind;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.dueregard.intake.reading.TableSignature.Segment;

/**
 * What tables are there for beside the rows across them, the headings over them and one another, rule after rule: each reads what
 * those before it settled. What a person said of a table or a column stays.
 */
final class TableRelations {

    /** Words, on average. */
    private static final int LONGEST_OWNER = 6;

    private static final int FEWEST_DEEDS = 3;

    /** Words, on average, of what is done. */
    private static final int FEWEST_WORDS = 3;

    private static final double MOST = 0.5;

    private final NeutralDocument document;
    private final Corrections corrections;
    private final List<TableSignature> signatures;
    private final Collection<TableRows> rows;

    TableRelations(
            NeutralDocument document,
            Corrections corrections,
            List<TableSignature> signatures,
            Collection<TableRows> rows) {
        this.document = document;
        this.corrections = corrections;
        this.signatures = signatures;
        this.rows = rows;
    }

    void settle() {
        signatures.forEach(this::underLabelledRows);
        signatures.forEach(this::bareUnderRows);
        signatures.forEach(this::underHeadings);
        signatures.forEach(this::byCode);
        leadBack();
    }

    /**
     * Rows across the table that say what they begin, or count it, stand above whatever its columns call their own. What
     * somebody answers for by a day is done, where nothing else is.
     */
    private void underLabelledRows(TableSignature signature) {
        int column = -1;
        for (int at = 0; at < signature.columns.size(); at++) {
            Role role = signature.columns.get(at).role();
            if (role == Role.AREA || role == Role.THEME) {
                return;
            }
            column = role == Role.OBJECTIVE && column < 0 ? at : column;
        }
        if (column < 0 || signature.told(corrections).containsKey(column)) {
            return;
        }
        if (signature.sectionsThatCount() > 1) {
            Set<Role> roles = signature.columns.stream()
                    .map(PlanTable.Column::role)
                    .collect(Collectors.toCollection(HashSet::new));
            boolean done = !roles.contains(Role.ACTIVITY)
                    && !roles.contains(Role.INDICATOR)
                    && roles.containsAll(Set.of(Role.OWNER, Role.DEADLINE));
            signature.set(column, done ? Role.ACTIVITY : Role.AREA, Certainty.LIKELY);
        }
    }

    /** Without heads, under several rows across that count: a number, what is done, and who does it or how it goes. */
    private void bareUnderRows(TableSignature signature) {
        boolean bare = signature.kind == Kind.OTHER
                && signature.headings.stream().allMatch(String::isEmpty)
                && signature.columns.stream().anyMatch(column -> column.role() == Role.ACTIVITY)
                && signature.sectionsThatCount() > 1;
        int last = signature.columns.size() - 1;
        if (!bare || signature.told(corrections).containsKey(last)) {
            return;
        }
        signature.kind = Kind.PLAN;
        signature.certainty = Certainty.DOUBTFUL;
        if (signature.columns.get(last).role() == Role.OTHER) {
            List<String> cells = signature.cells().get(last);
            double words = cells.stream().mapToInt(ColumnLook::count).average().orElse(0);
            Role said = words <= LONGEST_OWNER ? Role.OWNER : Role.UPDATE;
            signature.set(last, said, Certainty.DOUBTFUL);
        }
    }

    /**
     * Takes tables that nothing speaks for as the plan: what is done is the first column that says in words what to do.
     *
     * @return whether there is one
     */
    boolean guess() {
        boolean any = false;
        for (TableSignature signature : signatures) {
            any |= signature.kind == Kind.OTHER && signature.certainty != Certainty.CONFIRMED && guess(signature);
        }
        return any;
    }

    private boolean guess(TableSignature signature) {
        List<List<String>> cells = signature.cells();
        Set<Integer> told = signature.told(corrections).keySet();
        for (int column = 0; column < signature.columns.size(); column++) {
            List<String> own = cells.get(column);
            long doing = own.stream()
                    .map(cell -> cell.replaceFirst("^\\W+", ""))
                    .filter(ColumnLook::isDoing)
                    .count();
            double words = own.stream().mapToInt(ColumnLook::count).average().orElse(0);
            boolean deeds = own.size() >= FEWEST_DEEDS && words >= FEWEST_WORDS && doing > own.size() * MOST;
            if (deeds && !told.contains(column)) {
                signature.set(column, Role.ACTIVITY, Certainty.DOUBTFUL);
                signature.kind = Kind.PLAN;
                signature.certainty = Certainty.DOUBTFUL;
                signature.guessed = column;
                return true;
            }
        }
        return false;
    }

    /** A list of numbers and words, where the numbers say what stands under what, is of what is done. */
    private void byCode(TableSignature signature) {
        List<Role> roles =
                signature.columns.stream().map(PlanTable.Column::role).toList();
        int code = roles.indexOf(Role.REFERENCE);
        int words = code + 1;
        boolean list = signature.kind == Kind.OTHER
                && code >= 0
                && words < roles.size()
                && (roles.get(words).isLevel() || roles.get(words) == Role.ACTIVITY)
                && roles.stream().filter(Role::leads).count() == 1;
        if (list
                && !signature.told(corrections).containsKey(words)
                && CodedRows.areLevels(signature.cells().get(code))) {
            signature.set(words, Role.ACTIVITY, Certainty.LIKELY);
            signature.kind = Kind.PLAN;
            signature.certainty = Certainty.DOUBTFUL;
        }
    }

    /** Commitments in tables that each have a heading of their own stand under what the headings name. */
    private void underHeadings(TableSignature signature) {
        List<Role> roles =
                signature.columns.stream().map(PlanTable.Column::role).toList();
        int column = roles.indexOf(Role.OBJECTIVE);
        if (column < 0
                || roles.contains(Role.AREA)
                || signature.told(corrections).containsKey(column)) {
            return;
        }
        boolean named = areSeveral(signature, this::objectiveOver);
        if (named
                || DeedColumns.areKept(signature.columns.get(column).heading())
                        && areSeveral(signature, this::headOver)) {
            Role role = roles.contains(Role.ACTIVITY) ? Role.AREA : Role.ACTIVITY;
            signature.set(column, role, Certainty.LIKELY);
        }
    }

    /** Whether each of several tables has words of its own over it. */
    private static boolean areSeveral(TableSignature signature, IntFunction<String> over) {
        Set<String> all = new HashSet<>();
        for (Segment segment : signature.segments) {
            String words = over.apply(segment.rows.block());
            if (words.isEmpty() || !all.add(words)) {
                return false;
            }
        }
        return all.size() > 1;
    }

    /** {@code Objective: To lead by example}, in words over a table, with no other table between; empty for none. */
    private String objectiveOver(int table) {
        for (int block = table - 1;
                block >= 0 && document.blocks().get(block) instanceof Paragraph paragraph;
                block--) {
            boolean objective = paragraph.line().depth() == 0
                    && LevelLabel.of(paragraph.text())
                            .filter(level -> level.level() == Role.OBJECTIVE
                                    && !level.title().isEmpty())
                            .isPresent();
            if (objective) {
                return paragraph.text();
            }
        }
        return "";
    }

    /** The heading that is nearest above a table, with no other table between; empty for none. */
    private String headOver(int table) {
        for (int block = table - 1; block >= 0; block--) {
            if (!(document.blocks().get(block) instanceof Paragraph paragraph)) {
                return "";
            }
            if (paragraph.heading().level() > 0) {
                return paragraph.text();
            }
        }
        return "";
    }

    /** Measures in a table of their own may name in one column, for short, what they belong to. */
    private void leadBack() {
        Set<String> names = new HashSet<>();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph paragraph && paragraph.heading().level() > 0) {
                names.addAll(LevelNames.of(paragraph.text()));
                names.addAll(LevelNames.inFull(paragraph.text()));
            }
            if (block instanceof Paragraph paragraph) {
                Codes.explainedBy(paragraph).ifPresent(names::add);
            }
        }
        for (TableRows one : rows) {
            for (int row = 0; row < one.size(); row++) {
                if (one.kind(row) == RowKind.SECTION) {
                    names.addAll(LevelNames.of(one.firstWords(row)));
                    names.addAll(LevelNames.inFull(one.firstWords(row)));
                }
            }
        }
        signatures.stream()
                .filter(signature -> signature.kind == Kind.PLAN)
                .forEach(signature -> names.addAll(codesOfObjectives(signature)));
        if (!names.isEmpty()) {
            signatures.stream()
                    .filter(signature -> signature.kind == Kind.PLAN)
                    .filter(signature -> signature.columns.stream()
                            .noneMatch(column -> column.role().isLevel()))
                    .forEach(signature -> leadBack(signature, names));
        }
    }

    /** The short names that a list of objectives gives them. */
    private Set<String> codesOfObjectives(TableSignature signature) {
        List<Role> roles =
                signature.columns.stream().map(PlanTable.Column::role).toList();
        int code = roles.indexOf(Role.REFERENCE);
        boolean list = code >= 0 && roles.indexOf(Role.OBJECTIVE) == code + 1 && !roles.contains(Role.ACTIVITY);
        Set<String> codes = new HashSet<>();
        if (list) {
            signature.cells().get(code).stream()
                    .map(LevelNames::plain)
                    .filter(LevelNames::hasLetter)
                    .forEach(codes::add);
        }
        return codes;
    }

    private void leadBack(TableSignature signature, Set<String> names) {
        List<List<String>> cells = signature.cells();
        Set<Integer> told = signature.told(corrections).keySet();
        for (int column = 0; column < signature.columns.size(); column++) {
            Role role = signature.columns.get(column).role();
            List<String> own = cells.get(column);
            boolean free = !told.contains(column) && (role == Role.STRATEGY || role == Role.OTHER);
            if (free
                    && new HashSet<>(own).size() > 1
                    && own.stream().map(LevelNames::plain).allMatch(names::contains)) {
                signature.set(column, Role.OBJECTIVE, Certainty.LIKELY);
                return;
            }
        }
    }
}
