package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.words.About;
import org.dueregard.indicator.words.Sureness;
import org.dueregard.indicator.words.TargetReader;
import org.dueregard.indicator.words.TargetReading;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, in a cell that may name several things: one a paragraph, a heading with its parts as bullets, figures
 * with labels, a baseline and a target among them, or only a day, or the place where the measures really stand.
 */
final class MeasureCell {

    /**
     * One thing that is measured.
     *
     * @param of which of the others it is a part of, counted from 0; -1 for none
     * @param group whether only its parts are measured
     * @param values targets, baselines and days that stand in its words
     */
    record Measured(Value name, int of, boolean group, List<Value> values) {}

    private static final Pattern POINTER = Pattern.compile(
            "(?is)^(no (measure|indicator|kpi)s?\\b\\W*$|as (defined|set out|per|above|described|detailed|outlined|agreed|in)|see|refer to|please see|n/?a|none|not applicable|ditto|-+)\\b.*|^\\W+$");
    private static final Pattern POINTING = Pattern.compile("(?s)^(This|These|However|It|There|They|Please)\\b.*");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?s)^(This|These|However|It|There|They|Please)\\b.*|.*\\b(is|are|was|were|has|have|will|falls|remains?)\\b.*");
    private static final String NEXT_THING =
            "(?i)(?<=\\w{3})(?:,\\s+(?:and\\s+)?|\\s+and\\s+|;\\s*)(?=(?:number of|no\\.? of|% of|percentage of|proportion of|rate of|reduced|increased|reduction in|increase in|decrease in)\\b)|(?<=\\p{L}{3}),\\s+(?=\\d+ \\p{L})|(?<=\\p{L}{3});\\s+(?=(?-i:\\p{Lu}\\p{Ll}))";
    private static final Pattern TYPED_NUMBER = Pattern.compile("^\\d{1,2}[.)]\\s+(?=\\p{L})");

    private static final Pattern THING_DONE = Pattern.compile(
            "(?is).*\\b(completed?|in place|set|set up|signed|published|produced|agreed|met|monitored|established|developed|delivered|undertaken|held|issued|achieved|implemented|provided|run|launched|reviewed|revised|analysed|trained|evaluated|incorporated|procured|installed|briefed|submitted|adopted|approved|appointed|created|identified|updated|contained|known|host)\\b.*|(?is).*\\b(?:quarterly|annual|monthly)\\b(?! (?:targets?|appraisals?)\\b).*|(?is).*\\b(reports?|surveys?|strategy|policy|policies|reviews?|plans?|analysis|audits?|summary|statements?|meetings?|workshops?|briefings?)\\b.{0,60}$");
    private static final Pattern BOUNDED = Pattern.compile(
            "(?is).*\\b(at (least|most)|no (more|fewer|less) than)\\s+\\d[\\d.]*\\s?(%|per ?cent|percentage points?).*");

    private static final Pattern BROUGHT = Pattern.compile(
            "(?is).*(\\b(cut|reduced|raised|increased|up|down|rises?|falls?|from \\S+)\\s+to\\s+\\d|\\d\\s?(%|per ?cent) or (above|more|over|higher|below|less|lower|fewer)\\b).*");

    /** So wide that nobody could say it is done, or done when targets are met that stand elsewhere. */
    private static final Pattern VAGUE = Pattern.compile(
            "(?i)^(ensure|seek to|aim to|support|promote|work with) .*\\b(good|better|as|such|facilities|effective)\\b.*|^(achieve|meet|reach) .*\\btargets?\\W*$");

    /** Says what figures are set beside, and nothing that is done. */
    private static final Pattern RELATION =
            Pattern.compile("(?is)^(relationship|comparison|correlation|link)s? (to|with|between)\\b.*");

    /** {@code Hold an annual event for Refugee Week and promote Black History Month}. */
    private static final Pattern TWO_DEEDS = Pattern.compile(
            "(?s)(?<first>\\p{Lu}.{10,}?) and (?<second>(?:promote|celebrate|mark|support|host) (?:the )?\\p{Lu}.+)");

    private static final Pattern DELIVERED = Pattern.compile(
            "(?is).*\\b(\\p{L}{3,}ed|complete|in place|in use|set up|held|run|carried out|met|written|drawn up)\\b.*");
    private static final Pattern STATE = Pattern.compile(
            "(?is).*\\b(is|are|was|were|be|been|have|has|can|will|feel|feels|know|knows|understand|understands|trust|believe|see|own|owns|report|more|better|stronger|fewer|less)\\b.*");
    private static final Pattern ENDED =
            Pattern.compile("(?is).*\\p{L}{3,}(?:ed|won|built|set|met|held|written|begun) .*");
    private static final Pattern OPEN = Pattern.compile(
            "(?is)^(tbc|tba|tbd|to be (confirmed|determined|agreed|decided|developed|established|set|advised)\\b.*|.*\\b(measures?|targets?|indicators?)\\b.*\\b(remain|are|is|to be)\\b.*\\b(tbc|confirmed|determined|agreed)\\b.*)");
    private static final Pattern OFTEN = Pattern.compile(
            "(?i)^(quarterly|annual|annually|monthly|weekly|termly|ongoing|on-going|continuous|half[- ]yearly|six[- ]monthly|yearly|bi-annual|every (year|quarter|month|term))\\W*$");
    private static final Pattern BASELINE = Pattern.compile(
            "(?is)^baselines?\\b(?![^\\d]*\\b(?:set|established|agreed|in place|collected|gathered|recorded|measured)\\b[^\\d]*$)(?!\\s+(?:data\\s+|figures?\\s+|survey\\s+)?(?:set|established|agreed|to be|in place|collected|gathered|completed?|recorded|measured)\\b)\\s*(?<period>(?:19|20)\\d\\d\\S*)?[:\\s–-]*(?<rest>.*)$");
    private static final Pattern ARROW =
            Pattern.compile("(?s)(?<name>[^→:]{5,200}):\\s*(?<now>[^→]{1,80}?)\\s*(?:→|->|=>)\\s*(?<goal>[^→]{1,120})");
    private static final Pattern FIGURES_FIRST = Pattern.compile("(?i)^(baseline|target|aim)\\s*:");
    private static final Pattern NEXT_FIGURES = Pattern.compile("\\s*[/;|,.–—-]\\s+(?=(?i:baseline|target|aim)\\s*:)");
    private static final Pattern TARGET = Pattern.compile(
            "(?is)^(?:annual |current |our |the |end of year |performance )?targets?\\b[:\\s–-]*(?<rest>.*)$");
    private static final Pattern LABELLED = Pattern.compile(
            "(?s)^(?<label>[\\p{L}][\\p{L} '’()/&+,-]{0,60}?)\\s*[:–-]\\s*(?<figure>[-–]?£?\\d[\\d.,]*.*)$");
    private static final Pattern BEFORE = Pattern.compile("(?is)^baselines?\\b.*|^(19|20)\\d\\d\\S*\\s*:.*");
    private static final Pattern PERIOD_FIRST =
            Pattern.compile("(?s)^(?<period>(?:19|20)\\d\\d\\S*?)(?:\\s*:|\\s+[–—-]\\s)\\s*(?<rest>.*)$");

    /** {@code 2008/09 target 75%}. */
    private static final Pattern TARGET_OF_PERIOD =
            Pattern.compile("(?is)^(?<period>(?:19|20)\\d\\d\\S*)\\s+targets?\\b[:\\s–—-]*(?<rest>\\D{0,12}\\d.*)$");

    private static final Pattern COUNT_FIRST =
            Pattern.compile("(?s)^£?\\d[\\d,.]*\\s*%?\\s+(?:of\\s+)?(?<what>\\p{L}.*)$");
    /** Characters; what is longer is told, and is not taken apart. */
    private static final int LONGEST = 600;

    private static final Pattern NAME_THEN_AIM =
            Pattern.compile("(?s)^(?<name>\\p{L}.{5,}?)(?:\\s+[–—-]\\s+|:\\s+)(?<aim>[^:–—]{2,80})$");
    private static final Pattern NAME_THEN_NOTHING_YET = Pattern.compile(
            "(?is)^.{5,}?\\s+\\((?<aim>(?:to be )?monitor(?:ed|ing)?(?: only)?(?:,? no target)?|track(?:ed|ing)?(?: only)?|for information|tbc|to be confirmed|(?:set )?baseline(?: to be set)?)\\)\\W?$");

    /** Words up to which {@code monitor} is all that is to happen. */
    private static final int TRACKED = 2;

    private static final Pattern ALSO_MEASURED = Pattern.compile(
            "(?is)^(?<what>.{10,}?)[,;]?\\s+(?:and )?(?:including|of which|broken down by|split by|by)\\s*:$");
    private static final String BY_DAY_EACH =
            "(?<=\\((?:by|before|in) [^()]{4,30}\\))\\s+and\\s+(?=[\\p{L} ,'’-]{3,60}\\((?:by|before|in) )";
    private static final Pattern STEM = Pattern.compile("(?s)^(?<stem>.*\\b(?:for|of|on|in|to|with))\\s+[^()]*\\(.*");
    private static final Pattern RESULTS = Pattern.compile(
            "(?i)^((annual|monthly|quarterly|yearly) )?[\\w' ]{0,30}\\b(results|reports?|data|survey)\\W*$|^monitoring\\b.*");

    private final List<Snippet> lines;
    private final Value about;
    private final boolean free;

    /** Whether a line says that figures of before follow; else figures behind labels are what is aimed at. */
    private final boolean speaksOfBefore;

    private final List<Measured> measured = new ArrayList<>();

    private MeasureCell(List<Snippet> lines, Value about, boolean free) {
        this.lines = Snippet.words(lines).stream().flatMap(MeasureCell::apart).toList();
        this.about = about;
        this.free = free;
        this.speaksOfBefore = this.lines.stream()
                .anyMatch(line -> BEFORE.matcher(line.text()).matches()
                        || Period.read(line.text()).isPresent());
    }

    /** {@code Baseline: 34% / Target: 70%} is two lines. */
    private static Stream<Snippet> apart(Snippet line) {
        boolean labelled = line.text().length() <= LONGEST
                && FIGURES_FIRST.matcher(line.text()).find();
        return labelled ? Stream.of(NEXT_FIGURES.split(line.text())).map(line::saying) : Stream.of(line);
    }

    /**
     * @param about what the row is about, for cells that do not name what they measure
     * @param free whether targets have no column of their own, so that the words may hold them
     */
    static List<Measured> read(List<Snippet> lines, Value about, boolean free) {
        MeasureCell cell = new MeasureCell(lines, about, free);
        cell.read();
        return cell.measured;
    }

    /** Whether the words only say where figures come from: {@code Annual SATS results}. */
    static boolean isSource(List<Snippet> lines) {
        String words = Snippet.inOneLine(lines);
        return RESULTS.matcher(words).matches() && !ColumnLook.isMeasuring(words)
                || POINTER.matcher(words).matches();
    }

    /** Whether the words say a level to be reached, and so are measured. */
    static boolean isAimed(String words) {
        String aim = aim(words);
        Target target =
                TargetReader.read(aim.isEmpty() ? words : aim, About.nothing()).target();
        return target != null
                && (target.kind().isJudgedByFigure()
                        || target instanceof Target.SetBaseline
                        || target instanceof Target.ToBeConfirmed);
    }

    /**
     * Whether what is wanted is measured: {@code At least 12 centres open}; or is there or not, or counted, where nothing else is.
     *
     * @param elsewhere whether measures have a place of their own
     */
    static boolean isMeasured(String wanted, boolean elsewhere) {
        return wanted.chars().anyMatch(Character::isDigit) && isAimed(wanted)
                || !elsewhere && (isDelivered(wanted) || ColumnLook.isMeasuring(wanted));
    }

    /** Whether the words set themselves against somebody else's level: {@code at or above the national average}. */
    static boolean isAgainstComparator(String words) {
        return TargetReader.read(words, About.nothing()).target() instanceof Target.AgainstComparator;
    }

    /** Whether the words say only that something is to be decided. */
    static boolean isOpen(List<Snippet> lines) {
        return OPEN.matcher(Snippet.inOneLine(lines)).matches();
    }

    private void read() {
        if (lines.isEmpty()) {
            return;
        }
        if (lines.size() == 1 && alone(lines.get(0))) {
            return;
        }
        if (lines.stream().anyMatch(line -> ARROW.matcher(line.text()).matches())) {
            lines.forEach(this::arrow);
            return;
        }
        if (free && lines.stream().anyMatch(this::isFigures)) {
            figures();
        } else {
            measures();
        }
    }

    /** {@code Reporting centres open: 5 → 10-12}: what is measured, where it is now and where it is to be. */
    private void arrow(Snippet line) {
        Matcher arrow = ARROW.matcher(line.text());
        if (!arrow.matches()) {
            measured.add(
                    new Measured(value(Role.INDICATOR, line.text(), "", line, Certainty.LIKELY), -1, false, List.of()));
            return;
        }
        measured.add(new Measured(
                value(Role.INDICATOR, arrow.group("name"), "", line, Certainty.LIKELY),
                -1,
                false,
                List.of(
                        value(Role.BASELINE, arrow.group("now"), "", line, Certainty.LIKELY),
                        value(Role.TARGET, arrow.group("goal"), "", line, Certainty.LIKELY))));
    }

    /** A cell of one line that names nothing to measure. */
    private boolean alone(Snippet line) {
        if (POINTER.matcher(line.text()).matches()) {
            return true;
        }
        if (!free) {
            return false;
        }
        boolean open = OPEN.matcher(line.text()).matches();
        boolean day = ColumnLook.count(line.text()) <= 6
                && (OFTEN.matcher(line.text()).matches()
                        || isDayOnly(line.text()) && !line.text().contains("%"))
                && !Character.isDigit(line.text().charAt(0));
        if (open || day) {
            List<Value> values = new ArrayList<>();
            values.add(value(Role.TARGET, line.text(), "", line, open ? Certainty.LIKELY : Certainty.DOUBTFUL));
            if (day && !OFTEN.matcher(line.text()).matches()) {
                values.add(value(Role.DEADLINE, line.text(), "", line, Certainty.LIKELY));
            }
            measured.add(new Measured(byRow(), -1, false, values));
        }
        return open || day;
    }

    /** {@code Report by June 2019} is one as well: it says only that something is there then. */
    private static boolean isDayOnly(String words) {
        return Deadline.of(words).lastDay().isPresent() && !ENDED.matcher(words).matches();
    }

    private boolean isFigures(Snippet line) {
        return BASELINE.matcher(line.text()).matches()
                || TARGET.matcher(line.text()).matches() && line.text().chars().anyMatch(Character::isDigit)
                || isLabelled(line)
                        && speaksOfBefore
                        && lines.stream().filter(this::isLabelled).count() > 1
                || isOfPeriod(line);
    }

    /** {@code 2005/06 – 48%}: a figure and not what is done in a year. */
    private static boolean isOfPeriod(Snippet line) {
        Matcher period = PERIOD_FIRST.matcher(line.text());
        return TARGET_OF_PERIOD.matcher(line.text()).matches()
                || period.matches()
                        && (line.text().contains(":") || ColumnLook.areBareFigures(List.of(period.group("rest"))));
    }

    private boolean isLabelled(Snippet line) {
        return ColumnLook.count(line.text()) <= 10
                && LABELLED.matcher(line.text()).matches();
    }

    /** A baseline, a target, figures with their labels. */
    private void figures() {
        List<Value> main = new ArrayList<>();
        Value name = null;
        List<Measured> parts = new ArrayList<>();
        String heading = "";
        boolean both = false;
        for (Snippet line : lines) {
            Matcher period = PERIOD_FIRST.matcher(line.text());
            Matcher baseline = BASELINE.matcher(line.text());
            Matcher target = TARGET.matcher(line.text());
            Matcher then = TARGET_OF_PERIOD.matcher(line.text());
            if (then.matches()) {
                main.add(value(Role.TARGET, line.text(), then.group("period"), line, Certainty.CERTAIN));
                main.add(value(Role.DEADLINE, then.group("period"), "", line, Certainty.LIKELY));
            } else if (Period.read(line.text()).isPresent()) {
                heading = line.text();
                both = false;
            } else if (baseline.matches() && hasNoFigure(baseline.group("rest"))) {
                heading = line.text();
                both = line.text().matches("(?is).*\\btarget\\b.*");
                main.add(value(Role.OTHER, line.text(), "", line, Certainty.LIKELY));
            } else if (baseline.matches()) {
                main.add(value(Role.BASELINE, line.text(), "", line, Certainty.CERTAIN));
                String own = baseline.group("rest")
                        .replaceAll("[-–:]?\\s*[-–]?£?\\d[\\d.,]*.*$", "")
                        .strip();
                if (ColumnLook.count(own) >= 3) {
                    name = value(Role.INDICATOR, own, "", line, Certainty.LIKELY);
                }
            } else if (target.matches()) {
                main.add(value(Role.TARGET, line.text(), "", line, Certainty.CERTAIN));
            } else if (isLabelled(line)) {
                part(parts, line, heading, both);
            } else if (period.matches()) {
                main.add(value(Role.BASELINE, line.text(), period.group("period"), line, Certainty.LIKELY));
                Matcher count = COUNT_FIRST.matcher(period.group("rest"));
                if (count.matches() && !STATEMENT.matcher(count.group("what")).matches()) {
                    name = value(Role.INDICATOR, count.group("what").strip(), "", line, Certainty.LIKELY);
                }
            } else if (name == null && main.isEmpty() && !line.text().endsWith(".")) {
                name = value(Role.INDICATOR, line.text(), "", line, Certainty.LIKELY);
            } else {
                main.add(value(Role.OTHER, line.text(), "", line, Certainty.LIKELY));
            }
        }
        boolean group = main.stream().noneMatch(value -> value.role() != Role.OTHER) && !parts.isEmpty();
        targetInTheRow(name, main, group);
        measured.add(new Measured(name == null ? byRow() : name, -1, group, main));
        measured.addAll(parts);
    }

    /** {@code Increase usage by 5%} in the activity, with only the baseline as its measure. */
    private void targetInTheRow(@Nullable Value name, List<Value> main, boolean group) {
        boolean target = main.stream().anyMatch(value -> value.role() == Role.TARGET);
        if (target || group) {
            return;
        }
        TargetReading reading = TargetReader.read(about.words(), About.nothing());
        if (reading.target() != null
                && !(reading.target() instanceof Target.NotStated)
                && !(reading.target() instanceof Target.Milestone)) {
            main.add(new Value(Role.TARGET, about.words(), "", about.spots(), Certainty.LIKELY, false));
        }
    }

    private static boolean hasNoFigure(String rest) {
        return rest.replaceAll("(19|20)\\d\\d\\S*", "").chars().noneMatch(Character::isDigit);
    }

    private void part(List<Measured> parts, Snippet line, String heading, boolean both) {
        Matcher labelled = LABELLED.matcher(line.text());
        if (!labelled.matches()) {
            return;
        }
        String label = labelled.group("label").strip();
        String figure = labelled.group("figure").replaceFirst("^[-–]\\s*", "").strip();
        int known = -1;
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at).name().words().equalsIgnoreCase(label)) {
                known = at;
            }
        }
        boolean later = known >= 0
                || !both && lines.stream().anyMatch(one -> one.text().matches("(?is)^baseline\\b.*\\btarget\\b.*"));
        Role role = both || !later ? Role.BASELINE : Role.OUTTURN;
        if (both) {
            role = Role.BASELINE;
        }
        List<Value> values = known < 0 ? new ArrayList<>() : parts.get(known).values();
        values.add(value(role, figure, heading, line, Certainty.LIKELY));
        if (both) {
            values.add(value(Role.TARGET, figure, heading, line, Certainty.LIKELY));
        }
        if (known < 0) {
            parts.add(new Measured(value(Role.INDICATOR, label, "", line, Certainty.LIKELY), 0, false, values));
        }
    }

    /** One a paragraph, and parts under what is before their bullets. */
    private void measures() {
        boolean mixed =
                lines.stream().anyMatch(Snippet::inList) && lines.stream().anyMatch(line -> !line.inList());
        int group = -1;
        for (int at = 0; at < lines.size(); at++) {
            Snippet line = lines.get(at);
            boolean partsFollow = at + 1 < lines.size() && lines.get(at + 1).inList() && !line.inList();
            if (line.text().endsWith(":") || mixed && partsFollow) {
                group = measured.size();
                Matcher also = ALSO_MEASURED.matcher(line.text());
                boolean counted = line.text().length() <= LONGEST && also.matches();
                String name = counted ? also.group("what") : line.text();
                measured.add(
                        new Measured(value(Role.INDICATOR, name, "", line, Certainty.LIKELY), -1, !counted, List.of()));
            } else if (group >= 0 && !line.inList() && mixed) {
                if (line.text().matches("(?s)^(For|Of|In|By|Among|Across|[a-z]).*")) {
                    Measured head = measured.get(group);
                    List<Spot> spots = new ArrayList<>(head.name().spots());
                    spots.addAll(line.spots());
                    measured.set(
                            group,
                            new Measured(
                                    new Value(
                                            Role.INDICATOR,
                                            head.name().words() + " … " + line.text(),
                                            "",
                                            spots,
                                            Certainty.LIKELY,
                                            false),
                                    head.of(),
                                    head.group(),
                                    head.values()));
                } else {
                    group = -1;
                    line(line, -1);
                }
            } else {
                line(line, line.inList() || !mixed ? group : -1);
            }
        }
    }

    /** A line: each of its sentences that names something to measure, and each of the things that one names. */
    private void line(Snippet line, int of) {
        if (line.text().startsWith("*") || free && POINTING.matcher(line.text()).matches()) {
            return;
        }
        List<String> sentences = Sentences.of(line.text());
        if (!free || sentences.size() == 1) {
            things(line, of, List.of());
            return;
        }
        List<String> named = sentences.stream().filter(one -> !isStatement(one)).toList();
        if (named.isEmpty() && !POINTING.matcher(sentences.get(0)).matches()) {
            named = List.of(sentences.get(0));
        }
        List<Value> beside = new ArrayList<>();
        for (String sentence : sentences) {
            if (!named.contains(sentence)) {
                beside.add(value(Role.OTHER, sentence, "", line, Certainty.DOUBTFUL));
            }
        }
        for (String sentence : named) {
            things(line.saying(sentence), of, beside);
            beside = List.of();
        }
    }

    /** Tells how things are, and not what is to be. */
    private static boolean isStatement(String sentence) {
        boolean promised = sentence.chars().anyMatch(Character::isDigit)
                && target(sentence)
                        .filter(reading -> !(reading.target() instanceof Target.Milestone))
                        .isPresent();
        return !promised
                && !ColumnLook.isMeasuring(sentence)
                && STATEMENT.matcher(sentence).matches();
    }

    /** {@code Contract signed, 25 champions in place and number of residents engaged}: three. */
    private void things(Snippet line, int of, List<Value> beside) {
        List<Value> others = beside;
        for (String one : line.text().split(NEXT_THING)) {
            String stem = "";
            for (String dated :
                    one.length() > LONGEST ? new String[] {one} : one.strip().split(BY_DAY_EACH)) {
                leaf(line.saying(stem + dated), of, others);
                others = List.of();
                Matcher begins = STEM.matcher(dated);
                stem = dated.length() <= LONGEST && begins.matches() ? begins.group("stem") + " … " : stem;
            }
        }
    }

    private void leaf(Snippet line, int of, List<Value> beside) {
        if (POINTER.matcher(line.text()).matches()) {
            return;
        }
        Matcher two = TWO_DEEDS.matcher(line.text());
        if (free && line.text().length() <= LONGEST && two.matches() && ColumnLook.isDoing(two.group("first"))) {
            leaf(line.saying(two.group("first")), of, beside);
            leaf(line.saying(two.group("second")), of, List.of());
            return;
        }
        List<Value> values = new ArrayList<>();
        Value name = value(Role.INDICATOR, line.text(), "", line, Certainty.CERTAIN);
        if (free) {
            if (OPEN.matcher(line.text()).matches()) {
                values.add(value(Role.TARGET, line.text(), "", line, Certainty.LIKELY));
                measured.add(new Measured(byRow(), of, false, values));
                return;
            }
            String bare = TYPED_NUMBER.matcher(line.text()).replaceFirst("");
            TargetReading whole = target(bare).orElse(null);
            String aim = whole == null || whole.target() instanceof Target.Milestone ? aim(bare) : "";
            Optional<TargetReading> read = aim.isEmpty() ? Optional.ofNullable(whole) : target(aim);
            read.ifPresent(reading -> {
                values.add(value(Role.TARGET, aim.isEmpty() ? bare : aim, "", line, certainty(reading.sureness())));
                Deadline deadline = reading.deadline();
                if (deadline != null && deadline.isStated() && isDay(deadline.words(), line.text())) {
                    values.add(value(Role.DEADLINE, deadline.words(), "", line, Certainty.LIKELY));
                }
            });
        }
        values.addAll(beside);
        measured.add(new Measured(name, of, false, values));
    }

    /** What is aimed at, behind the name of what is measured: {@code Women on the board – maintain (currently 3)}; else empty. */
    private static String aim(String words) {
        if (words.length() > LONGEST) {
            return "";
        }
        Matcher open = NAME_THEN_NOTHING_YET.matcher(words);
        if (open.matches()) {
            return open.group("aim");
        }
        Matcher named = NAME_THEN_AIM.matcher(words);
        if (!named.matches()) {
            return "";
        }
        String aim = named.group("aim").strip();
        Target target = TargetReader.read(aim, About.nothing()).target();
        boolean says = target != null
                && aim.indexOf(')') < 0 == aim.indexOf('(') < 0
                && !(target instanceof Target.Milestone)
                && !(target instanceof Target.NotStated)
                && !(target instanceof Target.Track && ColumnLook.count(aim) > TRACKED);
        return says ? aim : "";
    }

    /** A bare year may be that of an Act. */
    private static boolean isDay(String words, String among) {
        return !words.strip().matches("(19|20)\\d\\d")
                || among.matches("(?is).*\\b(by|in|during|before|end of) " + Pattern.quote(words.strip()) + "\\b.*");
    }

    /** {@code Staff feel valued}: how it is to be for people, and nothing that is done once. */
    static boolean isState(String words) {
        return STATE.matcher(words).matches();
    }

    /** {@code Protocol signed by all partners}: something that is there or is not, and no state that people are to be in. */
    static boolean isDelivered(String words) {
        return DELIVERED.matcher(words).matches()
                && !isState(words)
                && TargetReader.read(words, About.nothing()).target() instanceof Target.Milestone;
    }

    static boolean promises(String words) {
        return target(words).isPresent();
    }

    /** What the words promise, where they promise anything. */
    private static Optional<TargetReading> target(String words) {
        TargetReading reading = TargetReader.read(words, About.nothing());
        Target target = reading.target();
        if (target == null || target instanceof Target.NotStated) {
            return Optional.empty();
        }
        if (target instanceof Target.Milestone) {
            boolean done = THING_DONE.matcher(words).matches()
                            && !RELATION.matcher(words).matches()
                    || ColumnLook.isDoing(words) && !VAGUE.matcher(words).matches();
            return done ? Optional.of(reading) : Optional.empty();
        }
        boolean counted = ColumnLook.isMeasuring(words)
                && !BROUGHT.matcher(words).matches()
                && !BOUNDED.matcher(words).matches()
                && (target instanceof Target.AtLeast || target instanceof Target.AtMost);
        return counted && !words.matches("(?is).*(\\btarget\\b|[:=]\\s*\\d).*")
                ? Optional.empty()
                : Optional.of(reading);
    }

    static Certainty certainty(Sureness sureness) {
        return switch (sureness) {
            case STATED -> Certainty.CERTAIN;
            case FROM_NAME -> Certainty.LIKELY;
            case GUESS, NOT_UNDERSTOOD -> Certainty.DOUBTFUL;
        };
    }

    /** Named after what the row is about. */
    private Value byRow() {
        return new Value(Role.INDICATOR, Naming.measured(about.words()), "", about.spots(), Certainty.DOUBTFUL, false);
    }

    private static Value value(Role role, String words, String heading, Snippet from, Certainty certainty) {
        return new Value(role, words.strip(), heading, from.spots(), certainty, false);
    }
}
