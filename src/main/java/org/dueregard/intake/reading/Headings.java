package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dueregard.document.read.Block;
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
    private static final int FEWEST_LABELS = 6;
    private static final int FEWEST_DAYS = 3;
    private static final int FEWEST_DEEDS = 3;

    /** That somebody has read. */
    private static final int MOST_LISTS = 200;

    /** Words. */
    private static final int LONGEST_TITLE = 20;

    private static final Pattern BEHIND_DASH = Pattern.compile("(?s)\\s[–—-]\\s.*");

    private static final Pattern GENERAL = Pattern.compile(
            "(?i).*\\b(action plans?|delivery plan|implementation plan|work ?plan|improvement plan|objectives|strategy|scheme|policy|programme|annual report|progress report|update|20\\d\\d\\s*[-–/]\\s*(20)?\\d\\d|priorities|actions)\\b.*");

    /** {@code Performance indicators for theme A}: what stands under a heading, and no heading like the others. */
    private static final Pattern ITEMS_OF = Pattern.compile(
            "(?i)(our |the |key )*(performance |success )?(indicators?|measures?|kpis?|targets?|actions?|activities) (for|of|under|in|against|to support) .*");

    /** In a paragraph of its own, under the heading of a service, say. */
    private static final Pattern OUR_OBJECTIVE = Pattern.compile(
            "(?is)\\W*((our|the|this (service|team|faculty|directorate)['’]s) )?(equality |strategic |edi )*objective\\s*:\\s*\\p{L}.*");

    /** A body's name over its plan. */
    private static final Pattern BODY = Pattern.compile(
            "(?i).*\\b(council|college|university|trust|school|academy|police|constabulary|service|authority|association|homes)\\W*");

    /** {@code Achievements to date}, over what is planned. */
    private static final Pattern REPORT =
            Pattern.compile("(?i)\\W*(our )?(achievements?|progress|successes) (to date|so far)\\b.*");

    /** {@code Action 1:}, with what it is in the words below, or behind it. */
    private static final Pattern COUNTED_DEED = Pattern.compile(
            "(?is)\\W*(?:(?:key|priority) )?(?:action|activity|step|task) (?:no\\.? ?)?(?<number>\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?)\\s*[:.–-]?\\s*(?<title>.*)");

    private static final Pattern PROMISE = Pattern.compile("(?is)\\W*(our )?(commitment|pledge|promise)\\b.*");

    private final NeutralDocument document;
    private final Tables tables;
    private final Corrections corrections;
    private final Map<Integer, LevelLabel> labelled = new HashMap<>();
    private final Map<Integer, Role> structural = new HashMap<>();
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
        this.document = document;
        this.tables = tables;
        this.corrections = corrections;
        this.headedRows = HeadedRows.of(document, tables, corrections);
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
                    if (table.isOfPlan() && !Links.mayPoint(table)) {
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
        if (plans.isEmpty()) {
            plans.addAll(listsWithDays());
        }
        headedDeeds().forEach(head -> {
            structural.put(head, Role.ACTIVITY);
            Matcher counted = COUNTED_DEED.matcher(text(head));
            if (counted.matches()) {
                String title = counted.group("title").strip();
                labelled.put(head, new LevelLabel(Role.ACTIVITY, counted.group("number"), title, ""));
            }
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

    /**
     * Where under each heading the first label stands, in a plan that has no tables: {@code Action 1.1 …}, {@code Lead: …},
     * {@code By when: …}. None where there are too few to be one.
     */
    private List<Integer> labelsOfItems() {
        List<Integer> first = new ArrayList<>();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        int labels = 0;
        boolean under = false;
        boolean labelledDeeds = false;
        boolean deedsAreHeaded = areDeedsHeaded();
        for (int block = 0; block < document.blocks().size(); block++) {
            Optional<Role> headed = deedsAreHeaded ? labelOf(block) : Optional.empty();
            if (headed.isPresent()) {
                roles.add(headed.get());
                labels++;
                if (under) {
                    first.add(block);
                    under = false;
                }
                continue;
            }
            if (depth(block) > 0) {
                under = true;
                continue;
            }
            List<Labelled> all = Labelled.in(text(block));
            boolean item = !all.isEmpty() && all.get(0).role() != Role.OTHER;
            if (item) {
                labelledDeeds |= all.stream().anyMatch(one -> one.role() == Role.ACTIVITY);
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
        boolean named = labelledDeeds || first.stream().allMatch(block -> depth(block) > 0 || depth(block - 1) == 0);
        return done && named && labels >= FEWEST_LABELS && first.size() > 1 ? first : List.of();
    }

    /** Whether the same heading stands over what is done again and again: {@code Actions}. */
    private boolean areDeedsHeaded() {
        Map<String, Integer> times = new HashMap<>();
        for (int block = 0; block < document.blocks().size(); block++) {
            if (labelOf(block).filter(Role.ACTIVITY::equals).isPresent()) {
                times.merge(text(block), 1, Integer::sum);
            }
        }
        return times.values().stream().anyMatch(number -> number >= FEWEST_DEEDS);
    }

    /**
     * Where under each heading the first item of a list stands, in a plan that has no tables and says by when in a line below the
     * item: {@code By March 2027}. None where there are too few to be one.
     */
    private List<Integer> listsWithDays() {
        List<Integer> first = new ArrayList<>();
        int days = 0;
        boolean under = false;
        for (int block = 0; block < document.blocks().size(); block++) {
            if (depth(block) > 0) {
                under = true;
            } else if (isListed(block)) {
                days += isDayBelow(block + 1) ? 1 : 0;
                if (under) {
                    first.add(block);
                    under = false;
                }
            }
        }
        return days >= FEWEST_DAYS && first.size() > 1 ? first : List.of();
    }

    private boolean isListed(int block) {
        return document.blocks().get(block) instanceof Paragraph paragraph
                && paragraph.line().depth() > 0;
    }

    /**
     * Headings of one level, under others, that each have labels for who does it and by when right below them, or below what they
     * count: what they name is done. None where something else stands under them as well.
     */
    private List<Integer> headedDeeds() {
        List<Integer> deeds = new ArrayList<>();
        Set<Integer> depths = new HashSet<>();
        int last = -1;
        int highest = Integer.MAX_VALUE;
        for (int block = 0; block < document.blocks().size(); block++) {
            if (depth(block) == 0) {
                continue;
            }
            if (last >= 0 && isDeed(last, block)) {
                deeds.add(last);
                depths.add(depth(last));
            }
            highest = Math.min(highest, depth(block));
            last = block;
        }
        if (last >= 0 && isDeed(last, document.blocks().size())) {
            deeds.add(last);
            depths.add(depth(last));
        }
        boolean under = depths.size() == 1 && depths.iterator().next() > highest;
        return under && deeds.size() >= FEWEST_DEEDS ? deeds : List.of();
    }

    /** @param end where the next heading stands */
    private boolean isDeed(int head, int end) {
        if (LevelLabel.of(text(head)).isPresent()
                && !COUNTED_DEED.matcher(text(head)).matches()) {
            return false;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int block = head + 1; block < end; block++) {
            List<Labelled> all =
                    document.blocks().get(block) instanceof Paragraph ? Labelled.in(text(block)) : List.of();
            boolean plain =
                    all.isEmpty() && isListed(block) || !(document.blocks().get(block) instanceof Paragraph);
            if (plain || all.stream().anyMatch(one -> one.role() == Role.ACTIVITY)) {
                return false;
            }
            all.forEach(one -> roles.add(one.role()));
        }
        boolean first = head + 1 < end && !Labelled.in(text(head + 1)).isEmpty();
        return roles.contains(Role.OWNER)
                && roles.contains(Role.DEADLINE)
                && (first || COUNTED_DEED.matcher(text(head)).matches());
    }

    /** Whether a line right below an item of a list says only by when. */
    boolean isDayBelow(int block) {
        return block > 0
                && block < document.blocks().size()
                && isListed(block - 1)
                && !isListed(block)
                && depth(block) == 0
                && OwnerAndDay.isOnlyDay(text(block));
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

    /**
     * Where commitments, each with a heading of its own, are all that says what it is, and stand under several headings that do
     * not: those are the objectives, and the commitments what is done for them. None elsewhere.
     */
    private Set<Integer> overPromises() {
        Set<Integer> heads = new HashSet<>();
        boolean several = false;
        for (int block : labelled.keySet()) {
            int head = above(block).stream()
                    .filter(over -> depth(over) < depth(block))
                    .reduce(-1, (higher, lower) -> lower);
            if (depth(block) == 0
                    || head < 0
                    || labelled.containsKey(head)
                    || !PROMISE.matcher(text(block)).matches()) {
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
        Set<Integer> own = all.stream()
                .filter(block -> !coversAll(block, plans, above))
                .map(this::depth)
                .collect(Collectors.toSet());
        if (own.isEmpty()) {
            countedLinesOver(plans);
        }
        Set<Integer> ofTables = new HashSet<>();
        above.values().stream()
                .filter(stack -> !stack.isEmpty())
                .forEach(stack -> ofTables.add(stack.get(stack.size() - 1)));
        Set<Integer> depths = new HashSet<>();
        ofTables.stream().filter(block -> !Surroundings.isOne(text(block))).forEach(block -> depths.add(depth(block)));
        all.addAll(overListsLikeTables(own));
        List<Integer> heads = all.stream()
                .filter(block -> !labelled.containsKey(block) && !headedRows.isName(block))
                .filter(block -> !isPrintedAgain(block, all))
                .filter(block ->
                        !isNamedBelow(block) && !ITEMS_OF.matcher(text(block)).matches())
                // "Our governance" is one of them where it has a table as the others have
                .filter(block ->
                        !Surroundings.isOne(text(block)) || ofTables.contains(block) && depths.contains(depth(block)))
                .filter(block -> !Sheets.isKind(text(block)) && !namesColumns(block))
                .filter(block -> !REPORT.matcher(text(block)).matches())
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
        Map<String, Integer> times = CountedHeads.times(heads.stream().map(this::text));
        for (int block : heads) {
            boolean whose = BODY.matcher(text(block)).matches();
            if ((whose || GENERAL.matcher(text(block)).matches()) && heads.size() == 1) {
                continue;
            }
            int level = levels.indexOf(depth(block));
            CountedHeads.level(text(block), times).ifPresent(one -> labelled.put(block, one));
            structural.put(block, objectives || level > 0 ? Role.AREA : Role.OBJECTIVE);
        }
    }

    /** Whether a heading is the same as each of several others as high: the plan's name on each of its pages. */
    private boolean isPrintedAgain(int head, Set<Integer> all) {
        List<Integer> alike =
                all.stream().filter(other -> depth(other) == depth(head)).toList();
        return alike.size() > 2 && alike.stream().allMatch(other -> text(other).equals(text(head)));
    }

    /** {@code What we said and what we did} right over a table with just these heads. */
    private boolean namesColumns(int head) {
        String words = text(head).toLowerCase(Locale.UK);
        return tables.at(head + 1).stream()
                .map(table -> table.columns().stream()
                        .map(column -> column.heading().toLowerCase(Locale.UK).strip())
                        .toList())
                .anyMatch(heads ->
                        heads.size() > 1 && heads.stream().allMatch(one -> !one.isEmpty() && words.contains(one)));
    }

    /** {@code Section 1 – Simpler processes - Consultees told us …}: in a plan without headings, the lines over its tables that count. */
    private void countedLinesOver(List<Integer> plans) {
        List<Integer> lines = plans.stream()
                .map(this::lineOver)
                .filter(block -> block >= 0 && !labelled.containsKey(block))
                .toList();
        Map<String, Integer> times = CountedHeads.times(lines.stream().map(this::text));
        boolean numbered = areNumbered(lines);
        for (int line : lines) {
            Optional<LevelLabel> counted = CountedHeads.level(text(line), times);
            counted.or(() -> numbered ? byNumber(line) : Optional.empty()).ifPresent(level -> {
                String title = ColumnLook.count(level.title()) > LONGEST_TITLE
                        ? BEHIND_DASH.matcher(level.title()).replaceFirst("")
                        : level.title();
                labelled.put(line, new LevelLabel(Role.OBJECTIVE, level.reference(), title, ""));
                structural.put(line, Role.OBJECTIVE);
            });
        }
    }

    /** {@code 1. A workforce like our community.}, {@code 2. …} over table after table. */
    private boolean areNumbered(List<Integer> lines) {
        List<String> numbers = lines.stream()
                .distinct()
                .map(line -> byNumber(line).map(LevelLabel::reference).orElse(""))
                .toList();
        return numbers.size() > 1
                && IntStream.range(0, numbers.size())
                        .allMatch(at -> numbers.get(at).equals(String.valueOf(at + 1)));
    }

    /** What is said behind the number, up to where another sentence begins. */
    private Optional<LevelLabel> byNumber(int line) {
        Snippet words = document.blocks().get(line) instanceof Paragraph paragraph
                ? Snippet.of(paragraph.line(), Spot.block(line))
                : null;
        return words == null
                ? Optional.empty()
                : Reference.in(words.printed())
                        .filter(reference ->
                                reference.depth() == 1 && !reference.rest().isEmpty())
                        .map(reference -> new LevelLabel(
                                Role.OBJECTIVE,
                                reference.reference(),
                                Sentences.of(reference.rest()).get(0),
                                ""));
    }

    /** The words right before a block, whatever is empty between them; -1 for none. */
    private int lineOver(int block) {
        int over = block - 1;
        while (over >= 0
                && document.blocks().get(over) instanceof Paragraph
                && text(over).isBlank()) {
            over--;
        }
        return over >= 0 && document.blocks().get(over) instanceof Paragraph ? over : -1;
    }

    /**
     * {@code Our priorities for 2024} over a list of what is done in 2024, as high as the headings over the tables of the plan.
     *
     * @param depths of the headings over some of the tables
     */
    private List<Integer> overListsLikeTables(Set<Integer> depths) {
        List<Integer> heads = new ArrayList<>();
        for (int block = 1; block < document.blocks().size() && heads.size() < MOST_LISTS; block++) {
            boolean begins = isListed(block) && !isListed(block - 1);
            if (begins
                    && document.blocks().get(block - 1) instanceof Paragraph lead
                    && LeadIn.day(Snippet.of(lead.line(), Spot.block(block - 1))) != null) {
                above(block).stream()
                        .reduce((higher, lower) -> lower)
                        .filter(head -> depths.contains(depth(head)))
                        .ifPresent(heads::add);
            }
        }
        return heads;
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

    private boolean coversAll(int block, List<Integer> plans, Map<Integer, List<Integer>> above) {
        return plans.stream()
                .allMatch(plan -> above.getOrDefault(plan, List.of()).contains(block));
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
    private void bySheets() {
        if (inTables || !sheets.areSeveral()) {
            return;
        }
        // a sheet that says so in words over its tables needs no name for it
        sheets.begin(labelled.keySet().stream()
                .map(block -> document.blocks().get(block).place())
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
                .filter(head -> document.blocks().get(head).place() instanceof Place.InSheet place
                        && place.sheet().equals(sheet))
                .toList();
    }

    Optional<LevelLabel> label(int block) {
        return Optional.ofNullable(labelled.get(block));
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

    /** What a heading that is a label says the words under it are, whatever number it has: {@code Lead service area}. */
    Optional<Role> labelOf(int block) {
        return isHeading(block)
                ? HeadingWords.ofLabel(
                                Reference.in(text(block)).map(Reference::rest).orElse(text(block)))
                        .map(HeadingWords.Meaning::role)
                : Optional.empty();
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
