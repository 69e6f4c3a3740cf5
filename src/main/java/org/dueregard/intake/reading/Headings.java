package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Place;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.jspecify.annotations.Nullable;

/**
 * Which paragraphs and sheets begin an objective, a theme or an area. Those that say so themselves; and headings with tables
 * of the plan under them, by their level, where no table says its objectives itself.
 */
final class Headings {

    private static final int LONGEST = 60;

    /** That somebody has read. */
    private static final int MOST_LISTS = 200;

    private static final Pattern GENERAL = Pattern.compile(
            "(?i).*\\b(action plans?|delivery plan|implementation plan|work ?plan|improvement plan|objectives|strategy|scheme|policy|programme|annual report|progress report|update|20\\d\\d\\s*[-–/]\\s*(20)?\\d\\d|priorities|actions)\\b.*");

    /** {@code Disability action plan 2006 – 2009}, whatever stands beside it. */
    private static final Pattern OF_YEARS = Pattern.compile(
            "(?i).*\\b(action plans?|delivery plan|scheme|strategy)\\W+(20\\d\\d)\\s*[-–/]\\s*(20)?\\d\\d\\W*");

    /** {@code Performance indicators for theme A}: what stands under a heading, and no heading like the others. */
    private static final Pattern ITEMS_OF = Pattern.compile(
            "(?i)(our |the |key |best value |national |local )*(performance |success )?(indicators?|measures?|kpis?|targets?|actions?|activities) (for|of|under|in|against|to support|relating to|relevant to) .*");

    /** In a paragraph of its own, under the heading of a service, say. */
    private static final Pattern OUR_OBJECTIVE = Pattern.compile(
            "(?is)\\W*((our|the|this (service|team|faculty|directorate)['’]s) )?(equality |strategic |edi )*objective\\s*:\\s*\\p{L}.*");

    /** A body's name over its plan. */
    private static final Pattern BODY = Pattern.compile(
            "(?i).*\\b(council|college|university|trust|school|academy|police|constabulary|service|authority|association|homes)\\W*");

    /** {@code Achievements to date}, over what is planned. */
    private static final Pattern REPORT =
            Pattern.compile("(?i)\\W*(our )?(achievements?|progress|successes) (to date|so far)\\b.*");

    private static final Pattern PROMISE = Pattern.compile("(?is)\\W*(our )?(commitment|pledge|promise)\\b.*");

    private final Outline outline;
    private final Tables tables;
    private final Corrections corrections;
    private final Map<Integer, LevelLabel> labelled = new HashMap<>();
    private final Map<Integer, Role> structural = new HashMap<>();

    /** What headings right above only count. */
    private final Set<Integer> titles = new HashSet<>();

    private final Sheets sheets;
    private final HeadedRows headedRows;
    private final Set<Role> labels = EnumSet.noneOf(Role.class);
    private final boolean inTables;
    private final boolean upsideDown;

    /** Whether several rows across a table begin something each. */
    private boolean sectioned;

    /** Whether the headings that say no level of their own stand under some that do. */
    private boolean under;

    Headings(NeutralDocument document, Tables tables, Corrections corrections) {
        this.outline = new Outline(document);
        this.tables = tables;
        this.corrections = corrections;
        this.headedRows = HeadedRows.of(document, tables, corrections);
        boolean column = false;
        boolean sections = false;
        List<Integer> plans = new ArrayList<>();
        for (int block = 0; block < outline.size(); block++) {
            Optional<LevelLabel> level = outline.paragraph(block).flatMap(Headings::label);
            if (level.isPresent()) {
                labelled.put(block, level.get());
                labels.add(level.get().level());
            } else {
                for (PlanTable table : tables.at(block)) {
                    if (table.isOfPlan() && !Links.mayPoint(table)) {
                        plans.add(block);
                        column |= table.has(Role.OBJECTIVE);
                        sections |= sections(table);
                    }
                }
            }
        }
        if (plans.isEmpty()) {
            plans.addAll(PlanInText.begins(outline));
        }
        underAnotherWord();
        foretold();
        titlesBelow();
        HeadedDeeds.in(outline).forEach((head, counted) -> {
            structural.put(head, Role.ACTIVITY);
            counted.ifPresent(deed -> labelled.put(head, deed));
        });
        inTables = column || sections || !tables.sheetsThatNameTheirObjective().isEmpty();
        Set<Integer> overPromises = overPromises();
        overPromises.forEach(head -> structural.put(head, Role.OBJECTIVE));
        upsideDown = !overPromises.isEmpty() || isUpsideDown();
        sheets = new Sheets(document, tables, plans);
        if (!plans.isEmpty()) {
            byTables(plans);
            sheets.levels().forEach(labels::add);
            bySheets();
        }
    }

    /** {@code Aim 1}, and after it {@code Objective 1} and {@code Objective 2}: the word that comes more often is the lower level. */
    private void underAnotherWord() {
        List<Integer> heads = labelled.entrySet().stream()
                .filter(one -> outline.isHeading(one.getKey()) && one.getValue().level() == Role.OBJECTIVE)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<String> words = heads.stream()
                .map(block -> LevelLabel.word(outline.text(block)).orElse(""))
                .toList();
        boolean two = words.stream().distinct().count() == 2;
        if (!two || words.get(0).equals(words.get(1))) {
            return;
        }
        String higher = words.get(0);
        boolean over = IntStream.range(1, words.size())
                .noneMatch(
                        at -> words.get(at).equals(higher) && words.get(at - 1).equals(higher));
        long highers = words.stream().filter(higher::equals).count();
        boolean ends = words.get(words.size() - 1).equals(higher);
        if (over && !ends && highers > 1 && highers * 2 < words.size()) {
            IntStream.range(0, words.size())
                    .filter(at -> !words.get(at).equals(higher))
                    .forEach(at -> labelled.computeIfPresent(
                            heads.get(at),
                            (block, level) ->
                                    new LevelLabel(Role.AREA, level.reference(), level.title(), level.strategy())));
        }
    }

    /** {@code Aim 1}, {@code Aim 2}, and right below each, in a heading as high, what it is. */
    private void titlesBelow() {
        Map<String, List<Integer>> counted = new HashMap<>();
        labelled.forEach((block, level) -> {
            if (outline.isHeading(block) && level.title().isBlank()) {
                counted.computeIfAbsent(LevelLabel.word(outline.text(block)).orElse(""), word -> new ArrayList<>())
                        .add(block);
            }
        });
        counted.values().stream()
                .filter(heads -> heads.size() > 1 && heads.stream().allMatch(this::isNamedRightBelow))
                .flatMap(List::stream)
                .forEach(head -> titles.add(head + 1));
    }

    private boolean isNamedRightBelow(int head) {
        int below = head + 1;
        return below < outline.size()
                && outline.depth(below) == outline.depth(head)
                && !labelled.containsKey(below)
                && outline.labelOf(below).isEmpty();
    }

    /** Lines that count what headings of the same number begin further down only foretell it. */
    private void foretold() {
        Map<String, Integer> begun = new HashMap<>();
        labelled.forEach((block, level) -> {
            if (outline.isHeading(block) && !level.reference().isEmpty()) {
                begun.merge(level.level() + level.reference(), block, Math::max);
            }
        });
        labelled.entrySet()
                .removeIf(one -> !outline.isHeading(one.getKey())
                        && one.getKey()
                                < begun.getOrDefault(
                                        one.getValue().level() + one.getValue().reference(), 0)
                        && !isOverTable(one.getKey()));
    }

    /** Whether a table comes before the next line that begins something. */
    private boolean isOverTable(int line) {
        int below = line + 1;
        while (below < outline.size() && !outline.isTable(below)) {
            if (outline.isHeading(below) || labelled.containsKey(below)) {
                return false;
            }
            below++;
        }
        return below < outline.size();
    }

    /** Notes what rows across the table say; whether any of them says it is an objective. */
    private boolean sections(PlanTable table) {
        boolean objectives = false;
        sectioned |= table.rows().stream()
                        .filter(row -> row.kind() == RowKind.SECTION)
                        .count()
                > 1;
        for (PlanTable.LogicalRow row : table.rows()) {
            if (row.kind() == RowKind.SECTION) {
                for (PlanTable.LogicalCell cell : row.cells()) {
                    Optional<LevelLabel> level = cell.isEmpty()
                            ? Optional.empty()
                            : LevelLabel.of(Sections.named(cell).text());
                    level.ifPresent(one -> labels.add(one.level()));
                    objectives |= level.map(LevelLabel::level)
                            .filter(Role.OBJECTIVE::equals)
                            .isPresent();
                }
            }
        }
        return objectives;
    }

    /**
     * {@code Commitment 1.1} under {@code Priority 1}: where those that a council calls priorities or areas stand over those
     * it calls commitments or objectives, the higher ones are the objectives, and the lower ones what is done.
     */
    private boolean isUpsideDown() {
        int areas = highest(Role.AREA);
        return areas > 0 && areas < highest(Role.OBJECTIVE);
    }

    /**
     * Where commitments, each with a heading of its own, are all that says what it is, and stand under several headings that do
     * not: those are the objectives, and the commitments what is done for them. None elsewhere.
     */
    private Set<Integer> overPromises() {
        Set<Integer> heads = new HashSet<>();
        boolean several = false;
        for (int block : labelled.keySet()) {
            int head = outline.above(block).stream()
                    .filter(over -> outline.depth(over) < outline.depth(block))
                    .reduce(-1, (higher, lower) -> lower);
            if (outline.depth(block) == 0
                    || head < 0
                    || labelled.containsKey(head)
                    || !PROMISE.matcher(outline.text(block)).matches()) {
                return Set.of();
            }
            several |= !heads.add(head);
        }
        return several && heads.size() > 1 ? heads : Set.of();
    }

    /** The highest level of the headings with a label; 0 for none. */
    private int highest(Role level) {
        return labelled.entrySet().stream()
                .filter(one -> one.getValue().level() == level)
                .mapToInt(one -> outline.depth(one.getKey()))
                .filter(depth -> depth > 0)
                .min()
                .orElse(0);
    }

    private static Optional<LevelLabel> label(Paragraph paragraph) {
        String words = paragraph.text();
        int count = ColumnLook.count(words);
        if (count == 0 || count > LONGEST || paragraph.aside() != Paragraph.Aside.NONE) {
            return Optional.empty();
        }
        boolean heading = paragraph.heading().level() > 0 || paragraph.line().strong();
        Optional<LevelLabel> level = LevelLabel.of(words);
        boolean numbered = level.isPresent()
                && !level.get().reference().isEmpty()
                && paragraph.line().depth() == 0;
        boolean objective =
                paragraph.line().depth() == 0 && OUR_OBJECTIVE.matcher(words).matches() && count <= 40;
        return heading || objective || numbered && count <= 40 && !words.strip().endsWith(";")
                ? level
                : Optional.empty();
    }

    private void byTables(List<Integer> plans) {
        Map<Integer, List<Integer>> above = new HashMap<>();
        Set<Integer> all = new HashSet<>();
        for (int plan : plans) {
            List<Integer> stack = outline.above(plan);
            above.put(plan, stack);
            all.addAll(stack);
        }
        if (inTables) {
            return;
        }
        Set<Integer> own = all.stream()
                .filter(block -> !coversAll(block, plans, above))
                .map(outline::depth)
                .collect(Collectors.toSet());
        if (own.isEmpty()) {
            List<Integer> lines = plans.stream()
                    .map(outline::lineOver)
                    .filter(line -> line >= 0 && !labelled.containsKey(line))
                    .toList();
            CountedLines.in(outline, lines).forEach((line, objective) -> {
                labelled.put(line, objective);
                structural.put(line, objective.level());
            });
        }
        Set<Integer> ofTables = new HashSet<>();
        above.values().stream()
                .filter(stack -> !stack.isEmpty())
                .forEach(stack -> ofTables.add(stack.get(stack.size() - 1)));
        Set<Integer> depths = new HashSet<>();
        ofTables.stream()
                .filter(block -> !Surroundings.isOne(outline.text(block)))
                .forEach(block -> depths.add(outline.depth(block)));
        all.addAll(overListsLikeTables(own));
        List<Integer> heads = all.stream()
                .filter(block -> !labelled.containsKey(block) && !titles.contains(block) && !headedRows.isName(block))
                .filter(block -> !isPrintedAgain(block, all))
                .filter(block -> !isNamedBelow(block)
                        && !ITEMS_OF.matcher(outline.text(block)).matches())
                // "Our governance" is one of them where it has a table as the others have
                .filter(block -> !Surroundings.isOne(outline.text(block))
                        || ofTables.contains(block) && depths.contains(outline.depth(block)))
                .filter(block -> !Sheets.isKind(outline.text(block)) && !namesColumns(block))
                .filter(block -> !REPORT.matcher(outline.text(block)).matches())
                .filter(block -> !(coversAll(block, plans, above)
                        && (plans.size() > 1
                                || sectioned
                                || GENERAL.matcher(outline.text(block)).matches())))
                .filter(block ->
                        !(sectioned && OF_YEARS.matcher(outline.text(block)).matches()))
                .filter(block -> !isOverLabelled(block) && !goesOverOthers(block, plans, above))
                .filter(block -> HeadingWords.ofLabel(outline.unnumbered(block)).isEmpty())
                .sorted()
                .toList();
        List<Integer> levels =
                heads.stream().map(outline::depth).distinct().sorted().toList();
        under = !heads.isEmpty()
                && all.stream()
                        .filter(labelled::containsKey)
                        .anyMatch(block -> outline.depth(block) > 0
                                && heads.stream().allMatch(head -> outline.depth(block) < outline.depth(head)));
        boolean objectives = labels.contains(Role.OBJECTIVE) || labels.contains(Role.THEME) || under;
        Map<String, Integer> times = CountedHeads.times(heads.stream().map(outline::text));
        for (int block : heads) {
            boolean whose = BODY.matcher(outline.text(block)).matches();
            if ((whose || GENERAL.matcher(outline.text(block)).matches()) && heads.size() == 1) {
                continue;
            }
            int level = levels.indexOf(outline.depth(block));
            CountedHeads.level(outline.text(block), times).ifPresent(one -> labelled.put(block, one));
            structural.put(block, objectives || level > 0 ? Role.AREA : Role.OBJECTIVE);
        }
    }

    /** Whether the rows across the tables under a heading name again what those across tables under no heading do. */
    private boolean goesOverOthers(int head, List<Integer> plans, Map<Integer, List<Integer>> above) {
        Set<String> own = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (int plan : plans) {
            List<Integer> over = above.getOrDefault(plan, List.of());
            if (over.contains(head)) {
                own.addAll(tables.across(plan));
            } else if (over.isEmpty()) {
                others.addAll(tables.across(plan));
            }
        }
        return own.size() > 1 && others.containsAll(own);
    }

    /** {@code Metric 1} over {@code Objective: …}: what a council sets its objectives under, and no part of the plan. */
    private boolean isOverLabelled(int head) {
        for (int below = head + 1; below < outline.size(); below++) {
            LevelLabel level = labelled.get(below);
            if (level != null && level.level() == Role.OBJECTIVE && outline.depth(below) > outline.depth(head)) {
                return true;
            }
            if (outline.isHeading(below) || outline.isTable(below)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a heading is the same as each of several others as high: the plan's name on each of its pages. */
    private boolean isPrintedAgain(int head, Set<Integer> all) {
        List<Integer> alike = all.stream()
                .filter(other -> outline.depth(other) == outline.depth(head))
                .toList();
        return alike.size() > 2
                && alike.stream().allMatch(other -> outline.text(other).equals(outline.text(head)));
    }

    /** {@code What we said and what we did} right over a table with just these heads. */
    private boolean namesColumns(int head) {
        String words = outline.text(head).toLowerCase(Locale.UK);
        return tables.at(head + 1).stream()
                .map(table -> table.columns().stream()
                        .map(column -> column.heading().toLowerCase(Locale.UK).strip())
                        .toList())
                .anyMatch(heads ->
                        heads.size() > 1 && heads.stream().allMatch(one -> !one.isEmpty() && words.contains(one)));
    }

    /**
     * {@code Our priorities for 2024} over a list of what is done in 2024, as high as the headings over the tables of the plan.
     *
     * @param depths of the headings over some of the tables
     */
    private List<Integer> overListsLikeTables(Set<Integer> depths) {
        List<Integer> heads = new ArrayList<>();
        for (int block = 1; block < outline.size() && heads.size() < MOST_LISTS; block++) {
            boolean begins = outline.isListed(block) && !outline.isListed(block - 1);
            if (begins && LeadIn.day(outline.snippet(block - 1)) != null) {
                outline.above(block).stream()
                        .reduce((higher, lower) -> lower)
                        .filter(head -> depths.contains(outline.depth(head)))
                        .ifPresent(heads::add);
            }
        }
        return heads;
    }

    /** {@code Our equality objective: …} under the head of a service: that is the objective, and not the service. */
    private boolean isNamedBelow(int head) {
        int below = head + 1;
        while (below < outline.size()
                && !outline.isTable(below)
                && !outline.isHeading(below)
                && !labelled.containsKey(below)) {
            below++;
        }
        return below < outline.size()
                && outline.depth(below) == 0
                && labelled.containsKey(below)
                && OUR_OBJECTIVE.matcher(outline.text(below)).matches();
    }

    private boolean coversAll(int block, List<Integer> plans, Map<Integer, List<Integer>> above) {
        return plans.stream()
                .allMatch(plan -> above.getOrDefault(plan, List.of()).contains(block));
    }

    /** One sheet for each objective, where no column names something as high. */
    private void bySheets() {
        if (inTables || !sheets.areSeveral()) {
            return;
        }
        // a sheet that says so in words over its tables needs no name for it
        sheets.begin(labelled.keySet().stream()
                .map(block -> outline.place(block))
                .filter(Place.InSheet.class::isInstance)
                .map(place -> ((Place.InSheet) place).sheet())
                .collect(Collectors.toSet()));
        sheets.lists().forEach(name -> structural.keySet().removeAll(overTables(name)));
        sheets.objectives().forEach(this::underItsName);
    }

    /** What a sheet that is an objective says over its one table names it again; over several tables it names their areas. */
    private void underItsName(String sheet) {
        List<Integer> heads = overTables(sheet);
        if (heads.size() == 1) {
            structural.remove(heads.get(0));
        } else {
            heads.forEach(head -> structural.put(head, Role.AREA));
        }
    }

    /** The headings on a sheet that begin something because of the tables under them. */
    private List<Integer> overTables(String sheet) {
        return structural.keySet().stream()
                .filter(head -> outline.place(head) instanceof Place.InSheet place
                        && place.sheet().equals(sheet))
                .toList();
    }

    Optional<LevelLabel> label(int block) {
        return Optional.ofNullable(labelled.get(block));
    }

    /** Whether it only says what the heading right above it counts. */
    boolean isTitle(int block) {
        return titles.contains(block);
    }

    HeadedRows headedRows() {
        return headedRows;
    }

    Optional<Sheets.Head> sheet(String name) {
        return sheets.head(name);
    }

    boolean isObjective(String sheet) {
        return sheets.objectives().contains(sheet);
    }

    /** What a paragraph begins; null for nothing. */
    @Nullable
    Role level(int block) {
        Role told = structural.get(block);
        LevelLabel level = labelled.get(block);
        // what a council counts by a word of its own stands as high as its heading
        return told == null && level != null ? settled(level.level()) : told;
    }

    Certainty certainty(int block) {
        return labelled.containsKey(block) ? Certainty.CERTAIN : Certainty.LIKELY;
    }

    Outline outline() {
        return outline;
    }

    boolean hasObjectives() {
        return labels.contains(Role.OBJECTIVE) || inTables;
    }

    /** The highest that a document speaks of are its objectives, whatever it calls them. */
    Role settled(Role level) {
        if (upsideDown) {
            return level == Role.AREA ? Role.OBJECTIVE : level == Role.OBJECTIVE ? Role.ACTIVITY : level;
        }
        boolean told = corrections.levels().containsValue(Role.OBJECTIVE);
        if (hasObjectives() || told) {
            return level;
        }
        if (labels.contains(Role.THEME)) {
            return level == Role.THEME ? Role.OBJECTIVE : level;
        }
        return level == Role.AREA && (structural.isEmpty() || under) ? Role.OBJECTIVE : level;
    }
}
