package org.dueregard.intake.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Place;
import org.dueregard.document.read.Table;
import org.jspecify.annotations.Nullable;

/** Which sheets of a workbook begin an objective each, and what it is called. */
final class Sheets {

    /**
     * What a sheet begins.
     *
     * @param spot where its words stand; the whole sheet where only its name says it
     */
    record Head(LevelLabel label, String words, @Nullable Spot spot) {}

    /** The name of a sheet that says only what kind of thing is on it. */
    private static final Pattern SHEET = Pattern.compile(
            "(?i)\\W*(?:(?:sheet|table|data|actions?|activit(?:y|ies)|trackers?|plans?|planner|kpis?|pis?|measures?|indicators?|metrics|targets?|delivery|log|register|open|closed|completed?|live|current|archived?|dashboard|scorecard|performance|progress|monitoring|updates?|report(?:ing)?|main|full|list|all|master|edi|equality|equalities|diversity|inclusion|workforce|objectives?|outcomes?|q[1-4]|(?:annex|appendix) ?[a-z\\d]{0,2}|and|of|the|for|\\d{1,4})\\b\\W*)+");

    /** A name that says only which of several it is: {@code HIA 1}. */
    private static final Pattern CODE = Pattern.compile("\\p{L}{1,10}[ ._-]?\\d{1,2}|\\d{1,2}");

    private final NeutralDocument document;
    private final Tables tables;
    private final List<Integer> plans;
    private final Map<String, Head> heads = new HashMap<>();
    private final Set<String> objectives = new HashSet<>();
    private Set<String> lists = Set.of();

    /** Those with tables of the plan that have no themes. */
    private final Set<String> names = new HashSet<>();

    /** @param plans the blocks that are tables of the plan */
    Sheets(NeutralDocument document, Tables tables, List<Integer> plans) {
        this.document = document;
        this.tables = tables;
        this.plans = plans;
        for (int plan : plans) {
            boolean themed = tables.at(plan).stream().anyMatch(table -> table.has(Role.THEME));
            if (document.blocks().get(plan) instanceof Table table
                    && table.place() instanceof Place.InSheet sheet
                    && !themed) {
                names.add(sheet.sheet());
                LevelLabel.of(sheet.sheet())
                        .filter(level -> !level.title().isEmpty())
                        .ifPresent(level -> heads.put(sheet.sheet(), new Head(level, sheet.sheet(), null)));
            }
        }
    }

    /** Whether a name says only what kind of thing is there: {@code Action plan}. */
    static boolean isKind(String name) {
        return SHEET.matcher(name).matches();
    }

    boolean areSeveral() {
        return names.size() > 1;
    }

    /** The levels that names of sheets say themselves. */
    Stream<Role> levels() {
        return heads.values().stream().map(head -> head.label().level());
    }

    /** @param said the sheets that say in words what they begin */
    void begin(Set<String> said) {
        names.removeAll(said);
        names.removeAll(tables.sheetsThatNameTheirObjective());
        names.removeIf(this::goesOverOthers);
        lists = names.stream().filter(this::listsItself).collect(Collectors.toSet());
        names.stream()
                .filter(name -> !lists.contains(name) && !heads.containsKey(name) && !isKind(name))
                .forEach(objectives::add);
        entitle();
    }

    Optional<Head> head(String sheet) {
        return Optional.ofNullable(heads.get(sheet));
    }

    /** Those whose name is that of an objective. */
    Set<String> objectives() {
        return objectives;
    }

    /** Those that have the objectives in rows across their table, and are called by the word for them. */
    Set<String> lists() {
        return lists;
    }

    /** Whether rows across the table of a sheet name again what those on sheets do that begin nothing by their names. */
    private boolean goesOverOthers(String sheet) {
        Set<String> own = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (int plan : plans) {
            if (document.blocks().get(plan).place() instanceof Place.InSheet place) {
                boolean here = place.sheet().equals(sheet);
                if (!here && !isKind(place.sheet())) {
                    continue;
                }
                (here ? own : others).addAll(tables.across(plan));
            }
        }
        return own.size() > 1 && others.containsAll(own);
    }

    /** {@code HIA 1: …}, {@code HIA 2: …} across the table of the sheet {@code High Impact Actions}. */
    private boolean listsItself(String sheet) {
        return plans.stream()
                .filter(block -> document.blocks().get(block).place() instanceof Place.InSheet place
                        && place.sheet().equals(sheet))
                .flatMap(block -> tables.across(block).stream())
                .map(CountedHeads.COUNTED::matcher)
                .filter(Matcher::matches)
                .anyMatch(counted -> LevelNames.isPlural(sheet, counted.group("what")));
    }

    /** What sheets say over their tables that they are about, where that differs from sheet to sheet and their names are codes. */
    private void entitle() {
        Map<String, Map<String, Spot>> over = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (int block = 0; block < document.blocks().size(); block++) {
            if (document.blocks().get(block) instanceof Table table
                    && !table.rows().isEmpty()
                    && table.place() instanceof Place.InSheet sheet
                    && objectives.contains(sheet.sheet())
                    && !over.containsKey(sheet.sheet())) {
                Map<String, Spot> lines = tables.rows(block).linesOver();
                over.put(sheet.sheet(), lines);
                lines.keySet().forEach(words -> times.merge(words, 1, Integer::sum));
            }
        }
        over.forEach((sheet, lines) -> lines.entrySet().stream()
                .filter(line -> over.size() > 1 && times.getOrDefault(line.getKey(), 0) == 1)
                .filter(line -> ColumnLook.count(line.getKey()) >= 2 && !Surroundings.isOne(line.getKey()))
                .filter(line -> CODE.matcher(sheet).matches()
                        || LevelLabel.of(line.getKey())
                                .filter(level -> !level.title().isEmpty())
                                .isPresent())
                .findFirst()
                .ifPresent(line ->
                        heads.put(sheet, new Head(levelOf(line.getKey(), sheet), line.getKey(), line.getValue()))));
    }

    private static LevelLabel levelOf(String words, String sheet) {
        Matcher counted = CountedHeads.COUNTED.matcher(words);
        if (counted.matches()) {
            return new LevelLabel(
                    Role.OBJECTIVE,
                    counted.group("number"),
                    counted.group("title").strip(),
                    "");
        }
        return LevelLabel.of(words)
                .orElseGet(() -> Reference.in(words)
                        .filter(reference -> !reference.rest().isEmpty())
                        .map(reference -> new LevelLabel(Role.OBJECTIVE, reference.reference(), reference.rest(), ""))
                        .orElseGet(() -> new LevelLabel(Role.OBJECTIVE, sheet, words, "")));
    }
}
