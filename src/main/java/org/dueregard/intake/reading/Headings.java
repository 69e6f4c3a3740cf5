package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Place;
import org.dueregard.document.read.Table;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.jspecify.annotations.Nullable;

/**
 * Which paragraphs and sheets begin an objective, a theme or an area. Those that say so themselves; and headings with tables
 * of the plan under them, by their level, where no table says its objectives itself.
 */
final class Headings {

    private static final int LONGEST = 60;
    private static final int FEWEST_LABELS = 6;

    static final Pattern AROUND = Pattern.compile(
            "(?i).*\\b(introduction|background|summary|purpose|recommendations?|conclusions?|appendix|annex|context|legal|glossary|foreword|contents|legislation|act \\(?20\\d\\d|equality act|public sector equality duty(?! (action|delivery|improvement|work)? ?(plan|tracker|programme))|general duty|specific duty|terms of reference|further information|contacts?|consultation|methodology|governance|next steps|future developments?|useful information|how we developed|about (us|this)|our borough|demographics?|equality impact|measuring progress|monitoring|key facts|vision|values|definitions?|acronyms)\\b.*");
    private static final Pattern GENERAL = Pattern.compile(
            "(?i).*\\b(action plans?|delivery plan|implementation plan|work ?plan|improvement plan|objectives|strategy|scheme|policy|programme|annual report|progress report|update|20\\d\\d\\s*[-–/]\\s*(20)?\\d\\d|priorities|actions)\\b.*");

    private static final Pattern COUNTED = Pattern.compile(
            "(?s)^(?<what>\\p{L}+(?: \\p{L}+){0,3}) (?<number>\\d{1,2}(?:\\.\\d{1,2})?[a-z]?)\\s*[:.–—-]\\s*(?<title>\\p{L}.*)$");

    /** In a paragraph of its own, under the heading of a service, say. */
    private static final Pattern OUR_OBJECTIVE = Pattern.compile(
            "(?is)\\W*((our|the|this (service|team|faculty|directorate)['’]s) )?(equality |strategic |edi )*objective\\s*:\\s*\\p{L}.*");

    /**
     * What a sheet begins.
     *
     * @param spot where its words stand; the whole sheet where only its name says it
     */
    record SheetHead(
            LevelLabel label, String words, @Nullable Spot spot) {}

    /** The name of a sheet that says only what kind of thing is on it. */
    private static final Pattern SHEET = Pattern.compile(
            "(?i)\\W*(?:(?:sheet|table|data|actions?|activit(?:y|ies)|trackers?|plans?|planner|kpis?|pis?|measures?|indicators?|metrics|targets?|delivery|log|register|open|closed|completed?|live|current|archived?|dashboard|scorecard|performance|progress|monitoring|updates?|report(?:ing)?|main|full|list|all|master|edi|equality|equalities|diversity|inclusion|workforce|objectives?|outcomes?|q[1-4]|and|of|the|for|\\d{1,4})\\b\\W*)+");

    /** A name that says only which of several it is: {@code HIA 1}. */
    private static final Pattern CODE = Pattern.compile("\\p{L}{1,10}[ ._-]?\\d{1,2}|\\d{1,2}");

    private final NeutralDocument document;
    private final Corrections corrections;
    private final Map<Integer, LevelLabel> labelled = new HashMap<>();
    private final Map<Integer, Role> structural = new HashMap<>();
    private final Map<String, SheetHead> sheets = new HashMap<>();
    private final Set<String> sheetsAsObjectives = new HashSet<>();
    private final Set<Role> labels = EnumSet.noneOf(Role.class);
    private final boolean inTables;
    private final boolean upsideDown;

    /** Whether several rows across a table begin something each. */
    private boolean sectioned;

    /** Whether the headings that say no level of their own stand under some that do. */
    private boolean under;

    Headings(NeutralDocument document, Tables tables, Corrections corrections) {
        this.document = document;
        this.corrections = corrections;
        boolean column = false;
        boolean sections = false;
        List<Integer> plans = new ArrayList<>();
        for (int block = 0; block < document.blocks().size(); block++) {
            Block one = document.blocks().get(block);
            if (one instanceof Paragraph paragraph) {
                int at = block;
                label(paragraph).ifPresent(level -> {
                    labelled.put(at, level);
                    labels.add(level.level());
                });
            } else {
                for (PlanTable table : tables.at(block)) {
                    if (Drafting.isPlan(table)) {
                        plans.add(block);
                        column |= table.has(Role.OBJECTIVE);
                        sections |= sections(table);
                    }
                }
            }
        }
        if (plans.isEmpty()) {
            plans.addAll(labelsOfItems());
        }
        inTables = column || sections || !tables.sheetsThatNameTheirObjective().isEmpty();
        upsideDown = isUpsideDown();
        if (!plans.isEmpty()) {
            byTables(plans);
            bySheets(plans, tables);
        }
    }

    /**
     * Where under each heading the first label stands, in a plan that has no tables: {@code Action 1.1 …}, {@code Lead: …},
     * {@code By when: …}. None where there are too few to be one.
     */
    private List<Integer> labelsOfItems() {
        List<Integer> first = new ArrayList<>();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        int labels = 0;
        boolean under = false;
        for (int block = 0; block < document.blocks().size(); block++) {
            if (depth(block) > 0) {
                under = true;
                continue;
            }
            List<Labelled> all = Labelled.in(text(block));
            boolean item = !all.isEmpty() && all.get(0).role() != Role.OTHER;
            if (item) {
                all.forEach(one -> roles.add(one.role()));
                labels += all.size();
                if (under) {
                    first.add(block);
                    under = false;
                }
            }
        }
        boolean who = roles.contains(Role.OWNER);
        boolean when = roles.contains(Role.DEADLINE);
        boolean done = roles.contains(Role.ACTIVITY) ? who || when : who && when;
        // labels right under a heading speak of what that names, and not of what stands under it
        boolean named = roles.contains(Role.ACTIVITY) || first.stream().allMatch(block -> depth(block - 1) == 0);
        return done && named && labels >= FEWEST_LABELS && first.size() > 1 ? first : List.of();
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
                    Optional<LevelLabel> level = cell.isEmpty() ? Optional.empty() : LevelLabel.of(cell.text());
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

    /** The highest level of the headings with a label; 0 for none. */
    private int highest(Role level) {
        return labelled.entrySet().stream()
                .filter(one -> one.getValue().level() == level)
                .mapToInt(one -> depth(one.getKey()))
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
            List<Integer> stack = above(plan);
            above.put(plan, stack);
            all.addAll(stack);
        }
        if (inTables) {
            return;
        }
        Set<Integer> ofTables = new HashSet<>();
        above.values().stream()
                .filter(stack -> !stack.isEmpty())
                .forEach(stack -> ofTables.add(stack.get(stack.size() - 1)));
        Set<Integer> depths = new HashSet<>();
        ofTables.stream().filter(block -> !isAround(text(block))).forEach(block -> depths.add(depth(block)));
        List<Integer> heads = all.stream()
                .filter(block -> !labelled.containsKey(block))
                .filter(block -> !isNamedBelow(block))
                // "Our governance" is one of them where it has a table as the others have
                .filter(block -> !isAround(text(block)) || ofTables.contains(block) && depths.contains(depth(block)))
                .filter(block -> !SHEET.matcher(text(block)).matches())
                .filter(block -> !(coversAll(block, plans, above)
                        && (plans.size() > 1
                                || sectioned
                                || GENERAL.matcher(text(block)).matches())))
                .filter(block -> HeadingWords.ofLabel(
                                Reference.in(text(block)).map(Reference::rest).orElse(text(block)))
                        .isEmpty())
                .sorted()
                .toList();
        List<Integer> levels =
                heads.stream().map(this::depth).distinct().sorted().toList();
        under = !heads.isEmpty()
                && all.stream()
                        .filter(labelled::containsKey)
                        .anyMatch(block ->
                                depth(block) > 0 && heads.stream().allMatch(head -> depth(block) < depth(head)));
        boolean objectives = labels.contains(Role.OBJECTIVE) || labels.contains(Role.THEME) || under;
        Map<String, Integer> times = times(heads.stream().map(this::text));
        for (int block : heads) {
            if (GENERAL.matcher(text(block)).matches() && heads.size() == 1) {
                continue;
            }
            int level = levels.indexOf(depth(block));
            counted(text(block), times).ifPresent(one -> labelled.put(block, one));
            structural.put(block, objectives || level > 0 ? Role.AREA : Role.OBJECTIVE);
        }
    }

    /** {@code Our equality objective: …} under the head of a service: that is the objective, and not the service. */
    private boolean isNamedBelow(int head) {
        int below = head + 1;
        while (below < document.blocks().size()
                && document.blocks().get(below) instanceof Paragraph
                && depth(below) == 0
                && !labelled.containsKey(below)) {
            below++;
        }
        return below < document.blocks().size()
                && depth(below) == 0
                && labelled.containsKey(below)
                && OUR_OBJECTIVE.matcher(text(below)).matches();
    }

    /** {@code High impact action 2: …}, where several begin with the same words and a number each. */
    static Optional<LevelLabel> counted(String words, Map<String, Integer> times) {
        Matcher own = COUNTED.matcher(words);
        return own.matches() && times.getOrDefault(kind(own), 0) > 1
                ? Optional.of(new LevelLabel(
                        Role.OBJECTIVE, own.group("number"), own.group("title").strip(), ""))
                : Optional.empty();
    }

    /** How often each thing is counted that the words begin with. */
    static Map<String, Integer> times(Stream<String> all) {
        Map<String, Integer> times = new HashMap<>();
        all.distinct()
                .map(COUNTED::matcher)
                .filter(Matcher::matches)
                .forEach(one -> times.merge(kind(one), 1, Integer::sum));
        return times;
    }

    private static String kind(Matcher counted) {
        return counted.group("what").toLowerCase(Locale.UK);
    }

    private boolean coversAll(int block, List<Integer> plans, Map<Integer, List<Integer>> above) {
        return plans.stream()
                .allMatch(plan -> above.getOrDefault(plan, List.of()).contains(block));
    }

    static boolean isAround(String words) {
        return AROUND.matcher(words).matches();
    }

    private String text(int block) {
        return document.blocks().get(block) instanceof Paragraph paragraph ? paragraph.text() : "";
    }

    private int depth(int block) {
        return document.blocks().get(block) instanceof Paragraph paragraph
                ? paragraph.heading().level()
                : 0;
    }

    /** The headings that a block stands under, the highest first. */
    private List<Integer> above(int block) {
        List<Integer> stack = new ArrayList<>();
        int level = Integer.MAX_VALUE;
        for (int before = block - 1; before >= 0; before--) {
            int own = depth(before);
            if (own > 0 && own < level) {
                stack.add(before);
                level = own;
            }
        }
        stack.sort(Comparator.naturalOrder());
        return stack;
    }

    /** One sheet for each objective, where no column names something as high. */
    private void bySheets(List<Integer> plans, Tables tables) {
        Set<String> names = new HashSet<>();
        for (int plan : plans) {
            boolean themed = tables.at(plan).stream().anyMatch(table -> table.has(Role.THEME));
            if (document.blocks().get(plan) instanceof Table table
                    && table.place() instanceof Place.InSheet sheet
                    && !themed) {
                names.add(sheet.sheet());
                LevelLabel.of(sheet.sheet())
                        .filter(level -> !level.title().isEmpty())
                        .ifPresent(level -> {
                            sheets.put(sheet.sheet(), new SheetHead(level, sheet.sheet(), null));
                            labels.add(level.level());
                        });
            }
        }
        if (!inTables && names.size() > 1) {
            // a sheet that says so in words over its tables needs no name for it
            labelled.keySet().stream()
                    .map(block -> document.blocks().get(block).place())
                    .filter(Place.InSheet.class::isInstance)
                    .map(place -> ((Place.InSheet) place).sheet())
                    .forEach(names::remove);
            names.removeAll(tables.sheetsThatNameTheirObjective());
            List<String> lists = names.stream()
                    .filter(name -> listsItself(name, plans, tables))
                    .toList();
            lists.forEach(names::remove);
            lists.forEach(name -> structural.keySet().removeAll(overTables(name)));
            names.stream()
                    .filter(name ->
                            !sheets.containsKey(name) && !SHEET.matcher(name).matches())
                    .forEach(sheetsAsObjectives::add);
            entitle(tables);
            sheetsAsObjectives.forEach(this::underItsName);
        }
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
                .filter(head -> document.blocks().get(head).place() instanceof Place.InSheet place
                        && place.sheet().equals(sheet))
                .toList();
    }

    /** {@code HIA 1: …}, {@code HIA 2: …} across the table of the sheet {@code High Impact Actions}. */
    private boolean listsItself(String sheet, List<Integer> plans, Tables tables) {
        return plans.stream()
                .filter(block -> document.blocks().get(block).place() instanceof Place.InSheet place
                        && place.sheet().equals(sheet))
                .flatMap(block -> tables.at(block).stream())
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.kind() == RowKind.SECTION)
                .flatMap(row ->
                        row.cells().stream().filter(cell -> !cell.isEmpty()).limit(1))
                .map(cell -> COUNTED.matcher(cell.asOne().text()))
                .filter(Matcher::matches)
                .anyMatch(counted -> LevelNames.isPlural(sheet, counted.group("what")));
    }

    /** What sheets say over their tables that they are about, where that differs from sheet to sheet and their names are codes. */
    private void entitle(Tables tables) {
        Map<String, Map<String, Spot>> over = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (int block = 0; block < document.blocks().size(); block++) {
            if (document.blocks().get(block) instanceof Table table
                    && !table.rows().isEmpty()
                    && table.place() instanceof Place.InSheet sheet
                    && sheetsAsObjectives.contains(sheet.sheet())
                    && !over.containsKey(sheet.sheet())) {
                Map<String, Spot> lines = tables.rows(block).linesOver();
                over.put(sheet.sheet(), lines);
                lines.keySet().forEach(words -> times.merge(words, 1, Integer::sum));
            }
        }
        over.forEach((sheet, lines) -> lines.entrySet().stream()
                .filter(line -> over.size() > 1 && times.getOrDefault(line.getKey(), 0) == 1)
                .filter(line -> ColumnLook.count(line.getKey()) >= 2 && !isAround(line.getKey()))
                .filter(line -> CODE.matcher(sheet).matches()
                        || LevelLabel.of(line.getKey())
                                .filter(level -> !level.title().isEmpty())
                                .isPresent())
                .findFirst()
                .ifPresent(line -> sheets.put(
                        sheet, new SheetHead(levelOf(line.getKey(), sheet), line.getKey(), line.getValue()))));
    }

    private static LevelLabel levelOf(String words, String sheet) {
        Matcher counted = COUNTED.matcher(words);
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

    Optional<LevelLabel> label(int block) {
        return Optional.ofNullable(labelled.get(block));
    }

    Optional<SheetHead> sheet(String name) {
        return Optional.ofNullable(sheets.get(name));
    }

    boolean isObjective(String sheet) {
        return sheetsAsObjectives.contains(sheet);
    }

    /** What a paragraph begins; null for nothing. */
    @Nullable
    Role level(int block) {
        LevelLabel level = labelled.get(block);
        return level != null ? settled(level.level()) : structural.get(block);
    }

    Certainty certainty(int block) {
        return labelled.containsKey(block) ? Certainty.CERTAIN : Certainty.LIKELY;
    }

    boolean isHeading(int block) {
        return document.blocks().get(block) instanceof Paragraph paragraph
                && paragraph.heading().level() > 0;
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
