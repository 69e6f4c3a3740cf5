package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the heading of a column, or a label before its value, says it is there for. Knows the field's words and how they go
 * together, not any council's table: the longest phrase in a heading decides, and one of the same length that stands first.
 */
final class HeadingWords {

    /**
     * @param second what else the heading names: {@code Lead officer and timescale}; null for nothing
     * @param whole whether the phrase is all that the heading says
     * @param mostly whether the heading says little else, so that it is hardly a sentence with such a word in it
     */
    record Meaning(Role role, Certainty certainty, @Nullable Role second, boolean whole, boolean mostly) {

        Meaning surely() {
            return new Meaning(role, Certainty.CERTAIN, second, whole, mostly);
        }
    }

    private record Phrase(List<String> words, Role role, boolean weak) {}

    private record Found(Phrase phrase, int at) {

        int end() {
            return at + phrase.words.size();
        }
    }

    private static final Map<Role, String> STRONG = new EnumMap<>(Role.class);
    private static final Map<Role, String> WEAK = new EnumMap<>(Role.class);

    static {
        STRONG.put(Role.REFERENCE, """
                parent, parent code, parent id, parent ref, parent action, ref, ref no, reference, reference no, reference number, no, number, id, code, item, item no, action no,
                action number, action ref, objective no, pi ref, s n, serial no, row, line""");
        STRONG.put(Role.OBJECTIVE, """
                objective, objectives, obj, equality objective, equality objectives, strategic objective, corporate objective,
                strategic objectives, equality aim, strategic aim, overarching objective, goal, equality goal, commitment, our commitment, pledge,
                objective what we want to achieve, equality outcome, equality outcomes""");
        WEAK.put(Role.OBJECTIVE, """
                aim, aims, ambition, strategic priority, corporate priority, equality priority, aims and objectives""");
        STRONG.put(Role.THEME, "theme, themes, strand, workstream, pillar, key theme");
        STRONG.put(Role.AREA, """
                priority area, priority areas, area for improvement, area of improvement, improvement area, focus area,
                area of focus, key priority, priority for action, action area, area for action, improvement priority,
                area of work, sub objective""");
        WEAK.put(Role.AREA, """
                priority, priorities, area, issue, issues, key issue, issue identified, need, need identified,
                gap identified, what did we find, key finding, key findings, what the evidence tells us, barrier,
                impact identified, negative impact, inequality, inequalities, key inequality, key inequalities, inequality identified,
                inequality issue, you said, what you said, what you told us, you told us, what people told us, what we heard, challenge, challenges, problem, gap, recommendation, recommendations, issue to be addressed""");
        STRONG.put(Role.OUTCOME, """
                intended outcome, intended outcomes, desired outcome, desired outcomes, expected outcome,
                expected outcomes, outcome, outcomes, anticipated outcome, planned outcome, expected impact, intended impact,
                what will success look like, what success looks like, success looks like, what difference will it make,
                what difference will this make, expected result, expected results, intended result, intended results, benefit, benefits, expected benefit,
                what do we want to achieve, what we want to achieve, what will be different, desired result,
                why are we doing it, intended benefit, impact, expected benefits, what will this achieve,
                what are we trying to achieve, outcome sought, outcomes sought""");
        STRONG.put(Role.ACTIVITY, """
                key activity, key activities, activity, activities, action, actions, key action, key actions, task, tasks,
                key task, key tasks, what we will do, what will we do, what we are going to do, what are we going to do,
                what we plan to do, what do we need to do, what needs to be done, action required, actions required,
                action to be taken, actions to be taken, planned action, planned actions, proposed action,
                proposed actions, step, steps, steps we will take, key steps, action steps, how we will do it, how will we do it, how we will do this, how are we going to do it, how are we going to do this,
                how we are going to do it, how are we going to achieve this, how will we get there, how this will be done, how will it be done,
                how will we achieve this, how we will achieve it, deliverable, deliverables, initiative, project,
                specific action, specific actions, intervention, improvement action, mitigating action,
                mitigating actions, what, action agreed, action description, description of action,
                how we will get there, how we will deliver, what we said we would do, we will, planned activity,
                planned activities, work programme, key deliverables, actions we will take, we said we would, action measure,
                action measures, what we intend to do, action needed, actions needed, our actions, our action,
                action to address, actions to address, action point, action points, output, outputs,
                what actions will we take, what action will we take, measures proposed""");
        STRONG.put(Role.INDICATOR, """
                indicator, indicators, performance measure, performance measures, performance indicator,
                performance indicators, measure, measures, measure of success, measures of success, success measure,
                success measures, success criteria, success criterion, success indicator, success indicators, kpi, kpis,
                key performance indicator, key performance indicators, pi, how will we measure success,
                how we will measure success, how will we know, how we will know, how will success be measured,
                how we will measure this, how will we measure this, how we will measure it, how will it be measured, how will this be measured, how will we measure,
                how success will be measured, how will we know we have succeeded, how will we know we are successful,
                metric, metrics, measured by, measurement, measurements, performance measure or indicator,
                output measure, outcome measure, what will we measure, what we will measure, measure or indicator,
                how will progress be measured, how progress will be measured, evidence of success, indicator of success,
                indicators of success, description of indicator, indicator name, indicator description, measure description, measure name,
                equality measure, performance description""");
        WEAK.put(Role.INDICATOR, """
                definition, evidence, output, outputs, milestone, milestones, key milestones, evidence required, data, dataset""");
        STRONG.put(Role.BASELINE, """
                baseline, baselines, base line, baseline figure, baseline data, baseline position, starting point,
                where are we now, where we are now, current position, current performance, current level, current figure, current baseline,
                previous year, previous outturn, last year, position at start, start position, prior year,
                previous performance, performance last year, last year s outturn, last year s performance""");
        STRONG.put(Role.COMPARATOR, """
                national, national average, national figure, england, england average, london, london average, comparator,
                comparators, benchmark, benchmarking, benchmark figure, statistical neighbours, statistical neighbour average, regional average, region,
                national comparator, comparison, nearest neighbours, outer london, inner london, south east, north west,
                wales, scotland, peer average, cipfa family, population, borough population, county population, city population, resident population,
                local population, working age population, census, census 2021, census 2011, community profile, labour market""");
        STRONG.put(Role.TARGET, """
                target, targets, performance target, performance aim, annual target, end of year target,
                year end target, target value, target figure, target set, target level, interim target, final target, stretch target,
                target outcome, destination, target performance, what we are aiming for, where do we want to be, where we want to be, where do we need to be,
                where we need to be, where we want to get to, aspiration, milestone target, planned performance""");
        STRONG.put(Role.OUTTURN, """
                outturn, out turn, actual, actuals, result, results, year end result, year end figure, actual performance,
                latest figure, latest result, latest data, outcome achieved, end of year result, year to date, ytd, value,
                performance this year, current outturn, performance figure, figure, cumulative""");
        WEAK.put(Role.OUTTURN, "performance, q1, q2, q3, q4, quarter 1, quarter 2, quarter 3, quarter 4");
        STRONG.put(Role.OWNER, """
                by whom, lead, leads, lead officer, lead officers, lead person, lead manager, owner, owners, action owner, who,
                responsible, responsible officer, responsible officers, responsibility, responsible person,
                responsible lead, person responsible, persons responsible, officer responsible, officers responsible,
                manager responsible, who is responsible, who will do it, who will do this, who will lead,
                who will deliver, post or team, led by, poc, point of contact, who will be responsible, accountable, accountable officer, accountable agency, accountable body, accountability,
                accountable lead, named officer, named lead, assigned to, delivery lead, responsible manager, strategic lead, operational lead,
                lead and partners, responsible for delivery, lead responsibility, measure owner, sponsor, officer lead, who leads,
                lead name, managed by, lead agency, lead organisation, lead department, lead service, lead directorate, lead team, sro, executive sro, executive sponsor, executive lead, senior responsible officer, senior responsible owner, responsible head of service, responsible director, ownership, data owner, indicator owner, nominated lead, lead role""");
        WEAK.put(Role.OWNER, """
                department, departments, division, service, services, service area, service areas, directorate,
                directorates, team, responsible service, responsible team, responsible department, organisation, partner, partners,
                officer, officers, manager, head of service, service unit, business unit, section, group responsible,
                responsible body, who with, who holds the data, data lead, agency, key partners, department division""");
        STRONG.put(Role.DEADLINE, """
                by when, when, timescale, timescales, time scale, time scales, deadline, deadlines, target date, target dates,
                due date, due, due by, date due, completion date, complete by, completed by, to be completed by, to be finished, to be finished by, end date, timeframe, time frame,
                timeline, timelines, time line, timing, timings, delivery date, date for completion, target completion date, expected completion,
                expected completion date, planned completion, when by, when will it be done, when will this be done,
                when will we do it, date by, finish date, finish by, finished by, estimated completion date, date of completion, to be achieved by, delivered by,
                implementation date, target timescale, proposed completion date, timetable, milestone date, by date""");
        WEAK.put(Role.DEADLINE, "completion, date, dates, year, timescale for completion, delivery year");
        STRONG.put(Role.STRATEGY, """
                key strategy, key strategies, strategy, strategies, key strategy plan, strategy plan, linked strategy,
                linked strategies, linked strategies and plans, linked plans, link to strategy, links to strategies, links to plans, related strategy,
                related strategies, related plans, links to other plans, link to other plans, other plans, related plan, strategic link, strategic links, policy link, links to,
                link to, linked to, sits under, sits within, corporate plan link, link to corporate plan, links to corporate plan,
                link to council plan, council plan priority, supports, which plan, parent strategy, strategy or plan, source plan,
                links, relevant strategy, relevant strategies, key plan, corporate plan, council plan, policy driver, driver, drivers""");
        STRONG.put(Role.UPDATE, """
                update, updates, progress, progress update, progress to date, progress so far, progress report,
                progress made, progress note, progress notes, last comment, last comments, last update comment, progress against action, progress against target, progress and update, position at, position as at, latest position, latest update, position statement, position now, commentary,
                performance commentary, narrative, comment, comments, comments on progress, status update, quarterly update, annual update, mid year update,
                year end update, end of year update, mid year progress, end of year progress, what we have done, what have we done, what we did,
                what has been done, achievement, achievements, key achievements, achieved, outcome achieved so far,
                what we have achieved, what have we achieved, current status and progress, action taken, actions taken, delivery update, evidence of progress,
                what the data tell us, what the data tells us, what does the data tell us, analysis, progress comments, officer comments, summary of progress, story behind the data, update on progress, current progress,
                we did, latest note, latest notes, status note, latest comment, latest comments, review comments, monitoring update, q1 update, q2 update, q3 update, q4 update, q1 progress, q2 progress, q3 progress, q4 progress""");
        STRONG.put(Role.STATUS, """
                rag, rag status, rag rating, brag, brag rating, brag status, status, rating, progress rating, state of play,
                traffic light, current status, direction of travel, dot, trend, progress rag, on track, overall status, completion status,
                state, complete, completed, progress status, rag score""");
        STRONG.put(Role.CHARACTERISTIC, """
                protected characteristic, protected characteristics, characteristic, characteristics, equality strand,
                equality strands, equality group, equality groups, equality characteristic, target group, target groups, protected group, protected groups,
                diversity strand, diversity strands, relevant characteristics, who will benefit, who benefits, groups affected,
                group affected, equalities strand, characteristic affected, characteristics affected, protected characteristics affected,
                relevant protected characteristics, section 75 category, section 75 categories, section 75 group, section 75 groups, s75 category,
                s75 categories, equality category, equality categories, affected group, affected groups, equality target group""");
        WEAK.put(Role.CHARACTERISTIC, "group, groups, strands, equality");
        STRONG.put(Role.AIM, """
                general duty, general duty aim, equality duty, equality duty aim, psed, psed aim, psed aims, duty,
                aim of the duty, aims of the duty, aim of the general duty, public sector equality duty, duty aim, part of the duty, duty met,
                aim of general duty, general equality duty, which aim of the duty, which part of the duty""");
        STRONG.put(Role.SOURCE, """
                data source, source, sources, data sources, source of data, frequency, data source frequency,
                reporting frequency, frequency of reporting, collection frequency, data source and frequency, source and frequency, where the data comes from,
                data collection, monitoring, monitored by, how monitored, how will this be monitored, monitoring arrangements, reported, how often, data provider, evidence source""");
        STRONG.put(Role.OTHER, """
                resource, resources, resource implications, resources required, resources needed, cost, costs, budget, funding, financial implications, finance,
                risk, risks, risk and mitigation, year started, start, start date, date started, from, exception trigger, trigger, action plan developed,
                annual report, note, notes, dependencies, dependency, ward, wards, consultation, remark, remarks, priority level,
                high medium low, h m l, cost and resources, action plan, rationale, why, why is this important, reason, context,
                background, evidence base, updated on, last updated, date updated, date of update, last update, date of last update, reviewed on, date reviewed,
                last reviewed, date added, date raised, date opened, date closed, date completed, reported to, progress reported to, reports to,
                reporting to, governance, oversight, scrutiny, tolerance, polarity, good is, good performance, higher or lower is better, unit, unit of measure, units, variance, difference""");
    }

    /** Words that say nothing of their own in a heading. */
    private static final Set<String> BESIDE = Set.of(
            "the",
            "a",
            "of",
            "to",
            "for",
            "and",
            "or",
            "in",
            "on",
            "by",
            "be",
            "is",
            "are",
            "we",
            "our",
            "your",
            "please",
            "including",
            "include",
            "eg",
            "year",
            "march",
            "april",
            "september",
            "december",
            "january",
            "june",
            "key");

    /** Words that are a heading by themselves only. */
    private static final Map<String, Role> ALONE = Map.of(
            "by",
            Role.DEADLINE,
            "how",
            Role.ACTIVITY,
            "now",
            Role.BASELINE,
            "today",
            Role.BASELINE,
            "latest",
            Role.UPDATE);

    /** As exports of other systems call their columns: {@code OBJ_DESC}, {@code TARGET_TXT}. */
    private static final Map<String, String> IN_EXPORTS = Map.of(
            "desc",
            "description",
            "descr",
            "description",
            "txt",
            "text",
            "val",
            "value",
            "yr",
            "year",
            "nbr",
            "number");

    private static final Map<String, String> BEFORE_OTHERS =
            Map.of("obj", "objective", "act", "action", "ind", "indicator", "base", "baseline", "tgt", "target");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}%#£]+");
    private static final Pattern NUMBERED = Pattern.compile("\\d+|q[1-4]");
    private static final Pattern NUMBER_SIGN = Pattern.compile("#|no|nr");
    private static final Map<Pattern, String> IN_FULL = Map.of(
            Pattern.compile("['’]re\\b"), " are",
            Pattern.compile("['’]ll\\b"), " will",
            Pattern.compile("['’]ve\\b"), " have");

    private static final String WHEN_BEFORE =
            "(baseline|base line) (date|year|period|as at|as of)|(date|year|period) of (the )?(baseline|base line)";
    private static final Pattern BASELINE_DATE = Pattern.compile(WHEN_BEFORE);

    private static final int SHORT = 3;

    /** Characters; longer words are no heading. */
    private static final int LONGEST = 400;

    /** Words that mean a role only where little else is said: {@code Who}, but not {@code What the data tell us}. */
    private static final Set<String> QUESTIONS =
            Set.of("what", "who", "when", "why", "from", "row", "line", "state", "due");

    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\([^()]*$");

    /** Questions and the like, in small letters and without signs; the first that fits. */
    private static final Map<Pattern, Role> ASKED = new LinkedHashMap<>();

    static {
        ask(Role.UPDATE, "where (have|has) (we|it|this|things)\\b.*");
        ask(
                Role.UPDATE,
                "(so )?what (has )?happened.*|how (is|are|s) (it|this|things)( all)? going.*|(progress|evaluation|position|results?|story|impact) so far.*");
        ask(Role.OTHER, "what( i?s|s)? next|next steps?|what (happens|will happen|comes) next");
        ask(
                Role.REFERENCE,
                "(record|kpi|pi|measure|indicator|action|objective|obj|activity|metric|target|commitment|priority|outcome) (ref|reference|no|number|nr|id|code)");
        ask(Role.OTHER, "(owner|lead|unit|plan|service|team|department|status) (code|id|ref|reference|number)");
        ask(Role.OBJECTIVE, "objective (description|text|name|title)");
        ask(Role.AREA, "(priority|area|priority area) (description|text|name|title)");
        ask(Role.ACTIVITY, "(action|activity|task) (description|text|name|title)");
        ask(Role.INDICATOR, "(kpi|pi|measure|indicator|metric) (description|text|name|title)");
        ask(Role.OTHER, "date of (the )?(latest|last|update|figures?|data|note)\\b.*");
        ask(
                Role.OUTTURN,
                "(latest|current|actual|most recent) (kpi|pi|measure|figure|value|performance|result|outturn)s?( .*)?");
        ask(Role.OTHER, "(original|previous|first|old) (due|target|end|completion) date");
        ask(Role.OBJECTIVE, "parent (description|text|name|title)");
        ask(
                Role.BASELINE,
                "(kpi|pi|measure|indicator|metric|performance) (base ?line|start|starting|opening|initial)( .*)?");
        ask(Role.OUTTURN, "(kpi|pi|measure|indicator|metric|performance) (current|latest|actual)( .*)?");
        ask(Role.TARGET, "(kpi|pi|measure|indicator|metric) (targets?|desired|required|goal)( .*)?");
        ask(Role.OTHER, WHEN_BEFORE);
        ask(
                Role.OTHER,
                "(related|linked|relevant|associated) (kpis?|pis?|measures?|indicators?|metrics?|targets?)( ref| no| number)?");
        ask(
                Role.DEADLINE,
                "((target|proposed|planned|expected) )?dates? (to|for|by|when|due)\\b.*\\b(by|complet\\w+|done|finish\\w*|achiev\\w+|deliver\\w+)\\b.*");
        ask(
                Role.OTHER,
                "why .*|what (do|does|is|are) (we|the|our) (know|evidence|data|need).*|what we know.*|what the (evidence|data).*");
        ask(
                Role.INDICATOR,
                "how (will|do|shall|can|would|we|are|is|this|it|success|progress|achievement)\\b.*\\b(know|measure|measured|judge|judged|tell|evaluate|demonstrate|evidence|track|tracked|count|counted)\\b.*|what (will|does) success look like.*measure.*|what (we|will|are|is|do)\\b.*\\b(measure|measuring|measured|count|counting|counted|track|tracking|look at|watch)\\b.*|what (does |will |would )?good looks? like|(signs?|proof|evidence) of (success|impact|change|progress)");
        ask(
                Role.SOURCE,
                "how (will|do|shall|can|we|are|is|this|it|progress)\\b.*\\b(monitor|monitored|report|reported|review|reviewed|check|checked)\\b.*");
        ask(Role.TARGET, "where (do we|we|should we) (want|need|aim|hope|plan|be).*");
        ask(
                Role.BASELINE,
                "where (are we|we are|were we|we were|did we start|do we start|we start|we started|things stand)\\b.*|start point.*");
        ask(
                Role.OUTCOME,
                "what (will |does |would |do )?success (look|mean|be|is).*|(the )?(difference|change|impact) (we|this|it)\\b.*|what difference\\b.*|what (do|are) we (want|trying|hoping|aiming)\\b.*|what we (want|aim|hope) to (achieve|see|change).*");
        ask(
                Role.UPDATE,
                "what (have we|we have|has been|did we|we)( done| achieved| did| delivered| completed)\\b.*|how (are we|we are|have we|did we) (doing|done|do|getting on|progressing).*");
        ask(
                Role.AREA,
                "what (we|are we|it|is being|we are) (are )?(tackl|address|improv|chang)\\w*.*|what needs to (improve|change).*|improvements? (needed|required)|(area|areas|issue) of (inequality|concern|need|focus)");
        ask(
                Role.UPDATE,
                "(progress )?(notes?|comments?|commentary|updates?) (for|to|from) (the )?(trustees|members|governors|board|committee|cabinet|council)");
        ask(
                Role.ACTIVITY,
                "what (will|we|are|do|shall|must|needs?|is|action|actions|steps)\\b.*\\b(do|doing|done|take|taken|deliver|happen)\\b.*|how (will|are|do|we|shall) .*\\b(do it|do this|achieve|get there|deliver|make it happen)\\b.*|what (action|actions|steps)\\b.*");
        ask(Role.CHARACTERISTIC, "who (will |is |are |does )?(benefit|benefits|affected|it for|this for|it help)\\b.*");
        ask(
                Role.OWNER,
                "who (is|will|are|s)\\b.*\\b(responsible|lead|leading|deliver|delivering|do it|do this|accountable|involved)\\b.*");
        ask(Role.OWNER, "whose (job|task|role|responsibility)\\b.*");
        ask(Role.OWNER, "who (?!and\\b|with\\b|else\\b|holds\\b|benefits?\\b|we\\b)\\S+( \\S+){0,3}");
        ask(Role.OWNER, "\\p{L}+ (lead|leads|owner|owners|sponsor|sponsors)");
        ask(Role.DEADLINE, "(by )?when (will|do|is|does|are|we|should|it)\\b.*");
    }

    private static void ask(Role role, String question) {
        ASKED.put(Pattern.compile(question), role);
    }

    private static final Map<String, List<Phrase>> PHRASES = phrases().stream()
            .collect(Collectors.groupingBy(phrase -> phrase.words().get(0)));

    private HeadingWords() {}

    private static List<Phrase> phrases() {
        List<Phrase> all = new ArrayList<>();
        STRONG.forEach((role, phrases) -> add(all, role, phrases, false));
        WEAK.forEach((role, phrases) -> add(all, role, phrases, true));
        return Collections.unmodifiableList(all);
    }

    private static void add(List<Phrase> all, Role role, String phrases, boolean weak) {
        for (String phrase : phrases.strip().split("\\s*,\\s*")) {
            all.add(new Phrase(List.of(phrase.split("\\s+")), role, weak));
        }
    }

    /** Its words in small letters, without signs. */
    static List<String> words(String heading) {
        String small = heading.toLowerCase(Locale.UK);
        boolean cut = small.indexOf('\'') >= 0 || small.indexOf('’') >= 0;
        String bare = SIGNS.matcher(cut ? inFull(small) : small).replaceAll(" ").strip();
        return bare.isEmpty() ? List.of() : unabridged(bare.split(" "));
    }

    private static List<String> unabridged(String[] words) {
        boolean exported =
                Arrays.stream(words).anyMatch(IN_EXPORTS::containsKey) || words.length == 2 && words[1].equals("code");
        for (int at = 0; exported && at < words.length; at++) {
            String word = words[at];
            words[at] = IN_EXPORTS.getOrDefault(word, BEFORE_OTHERS.getOrDefault(word, word));
        }
        return List.of(words);
    }

    /** {@code What we're aiming for} is what we are aiming for. */
    private static String inFull(String small) {
        String words = small;
        for (Map.Entry<Pattern, String> shortened : IN_FULL.entrySet()) {
            words = shortened.getKey().matcher(words).replaceAll(shortened.getValue());
        }
        return words;
    }

    /** Whether a column says of when the baseline is. */
    static boolean isOfBaselineDate(String heading) {
        return BASELINE_DATE.matcher(String.join(" ", words(heading))).matches();
    }

    /** What the heading means; empty when it has no word that is known. */
    static Optional<Meaning> of(String heading) {
        if (heading.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> words = words(heading);
        Role alone = words.size() == 1 ? ALONE.get(words.get(0)) : null;
        if (alone != null) {
            return Optional.of(new Meaning(alone, Certainty.LIKELY, null, true, true));
        }
        if (words.size() == 1 && NUMBER_SIGN.matcher(words.get(0)).matches()) {
            return Optional.of(new Meaning(Role.REFERENCE, Certainty.CERTAIN, null, true, true));
        }
        Optional<Meaning> outside = outsideBrackets(heading);
        if (outside.isPresent()) {
            return outside;
        }
        Optional<Meaning> asked = words.size() > 1 ? asked(heading) : Optional.empty();
        if (asked.isPresent()) {
            return asked;
        }
        Found first = longest(words, null);
        if (first == null) {
            return Optional.empty();
        }
        Found second = longest(words, first);
        boolean whole = first.phrase().words().size() == words.size();
        Certainty certainty =
                first.phrase().weak() || words.size() > first.phrase().words().size() + 6
                        ? Certainty.LIKELY
                        : Certainty.CERTAIN;
        Role other = second == null || second.phrase().role() == first.phrase().role()
                ? null
                : second.phrase().role();
        int said = first.phrase().words().size()
                + (second == null ? 0 : second.phrase().words().size());
        long others = words.stream()
                        .filter(word -> !BESIDE.contains(word)
                                && !NUMBERED.matcher(word).matches())
                        .count()
                - said;
        boolean mostly = whole || !first.phrase().weak() && others <= said;
        return Optional.of(new Meaning(first.phrase().role(), certainty, other, whole, mostly));
    }

    /** What a label means that says nothing else, in one language or in two: {@code Actions / Camau gweithredu}. */
    static Optional<Meaning> ofLabel(String words) {
        String bare = words.replaceAll("[:?]\\s*$", "");
        Optional<Meaning> whole = of(bare).filter(Meaning::whole);
        return whole.isPresent()
                ? whole
                : Arrays.stream(bare.split("\\s*[/|]\\s*"))
                        .map(part -> of(part.replaceAll("[:?]\\s*$", "")).filter(Meaning::whole))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** {@code Rationale (issue identified)} is a rationale. */
    private static Optional<Meaning> outsideBrackets(String heading) {
        Matcher brackets = BRACKETS.matcher(heading);
        return brackets.find()
                ? of(brackets.replaceAll(" ").replaceAll("[()]", " "))
                        .filter(Meaning::whole)
                        .filter(one -> one.second() == null)
                : Optional.empty();
    }

    /** {@code How will we know if we have been successful?}: what a question asks for, in whatever words it goes on. */
    private static Optional<Meaning> asked(String heading) {
        String bare = String.join(" ", words(heading));
        for (Map.Entry<Pattern, Role> question : ASKED.entrySet()) {
            if (question.getKey().matcher(bare).matches()) {
                return Optional.of(new Meaning(question.getValue(), Certainty.CERTAIN, null, true, true));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Found longest(List<String> words, @Nullable Found apart) {
        Found best = null;
        for (int at = 0; at < words.size(); at++) {
            boolean question = words.size() > SHORT && QUESTIONS.contains(words.get(at));
            for (Phrase phrase : PHRASES.getOrDefault(words.get(at), List.of())) {
                Found found = new Found(phrase, at);
                boolean free = apart == null || found.end() <= apart.at() || at >= apart.end();
                if (free
                        && found.end() <= words.size()
                        && !(question && phrase.words().size() == 1)
                        && words.subList(at, found.end()).equals(phrase.words())
                        && isBetter(found, best)) {
                    best = found;
                }
            }
        }
        return best;
    }

    private static boolean isBetter(Found found, @Nullable Found best) {
        if (best == null) {
            return true;
        }
        int longer = found.phrase().words().size() - best.phrase().words().size();
        if (longer != 0) {
            return longer > 0;
        }
        if (found.phrase().weak() != best.phrase().weak()) {
            return best.phrase().weak();
        }
        return found.at() < best.at();
    }
}
