package org.dueregard.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.TermDates;
import org.dueregard.indicator.DirectionOfTravel.Way;
import org.dueregard.indicator.Standard.Side;
import org.jspecify.annotations.Nullable;

/** One run of the status rule: gathers what it finds on the way to a status and its sentence. */
final class Judgement {

    /** An absolute tolerance is wide when it is above one in so many of the level. */
    private static final BigDecimal WIDE_ABOVE_ONE_IN = BigDecimal.valueOf(4);

    private final Measure measure;
    private final TargetSetting setting;
    private final @Nullable Reported reported;
    private final Tolerance tolerance;
    private final LocalDate asOf;
    private final Known known;
    private final Phrases phrases = Phrases.english();
    private final List<Caveat> caveats = new ArrayList<>();

    private Amounts amounts;
    private @Nullable Figure figure;
    private @Nullable Figure watched;
    private @Nullable BigDecimal value;
    private @Nullable Level level;
    private @Nullable BigDecimal distance;
    private @Nullable BigDecimal toleranceAmount;
    private boolean wideTolerance;

    Judgement(
            Measure measure,
            TargetSetting setting,
            Series series,
            @Nullable Reported reported,
            Tolerance tolerance,
            LocalDate asOf,
            TermDates terms) {
        this.measure = measure;
        this.setting = setting;
        this.reported = reported;
        this.tolerance = tolerance;
        this.asOf = asOf;
        this.known = new Known(measure, setting, series, asOf, terms);
        this.amounts = new Amounts(measure, Standards.places(measure, setting, known, null), phrases);
    }

    Assessment assessment() {
        return switch (setting.target().kind()) {
            case MILESTONE -> milestone();
            case NARRATIVE -> narrative();
            case SET_BASELINE -> baselineToSet();
            case TRACK -> tracked();
            case TO_BE_CONFIRMED -> withoutTarget("unconfirmed");
            case NOT_STATED -> setting.words().isBlank() ? withoutTarget("unstated") : inWordsOnly();
            default -> byFigure();
        };
    }

    // what figures say

    private Assessment byFigure() {
        if (setting.period() == null) {
            return notRated(NotRatedReason.CANNOT_BE_JUDGED, phrases.say("unstated.period"));
        }
        Optional<Figure> found = known.forTarget();
        if (found.isEmpty()) {
            return withoutFigure(null);
        }
        Figure candidate = found.get();
        boolean part = known.isPart(candidate);
        boolean yearIsOver = asOf.isAfter(known.lastDay(setting.period()));
        if (part && yearIsOver && asOf.isAfter(expected())) {
            return withoutFigure(candidate);
        }
        look(candidate);
        if (part && measure.basis() == Basis.WHOLE_PERIOD && known.interimFor(candidate) == null) {
            return withoutFigure(candidate);
        }
        if (value == null) {
            return notRated(NotRatedReason.CANNOT_BE_JUDGED, whyNoValue(candidate));
        }
        Standards.Found standard = new Standards(measure, setting, known, amounts, phrases).standardFor(candidate);
        if (standard.standard() == null) {
            return notRated(
                    NotRatedReason.CANNOT_BE_JUDGED,
                    phrases.say(
                            Objects.requireNonNull(standard.missing()),
                            "value",
                            shownFigure(candidate, value),
                            "comparator",
                            comparatorName()));
        }
        return judged(candidate, value, standard.standard(), part);
    }

    private Assessment judged(Figure judged, BigDecimal actual, Standard standard, boolean part) {
        caveats.addAll(standard.caveats());
        boolean reversed = hasReversed(actual);
        boolean signedMeets = standard.isMet(actual, allowedBy(standard, actual));
        // once reversed a gap is as good as closed, though it keeps its sign where that does no harm
        boolean closed = reversed && !signedMeets && standard.side() != Side.UP;
        BigDecimal compared = closed ? BigDecimal.ZERO : actual;
        Standard against = closed ? standard.closed() : standard;

        BigDecimal allowed = allowedBy(against, compared);
        boolean met = against.isMet(compared, allowed);
        BigDecimal gone = against.distance(compared);
        if (!measure.isYesNo()) {
            level = new Level(standard.low(), standard.high(), levelWords(standard));
            distance = gone.signum() == 0 ? BigDecimal.ZERO : gone;
            toleranceAmount = against.edgeFor(compared) == null && tolerance.isRelative() ? null : allowed;
            lookForWideTolerance(against, compared, allowed);
            lookForSmallCohort(judged, standard);
        }
        boolean over = asOf.isAfter(known.lastDay(Objects.requireNonNull(setting.period())));
        Status status;
        if (met) {
            boolean complete = over && !part && judged.state().isSettled() && standard.olderThan() == null;
            status = complete ? Status.COMPLETE : Status.ON_TRACK;
        } else {
            boolean near = !measure.isYesNo() && against.isAtRisk(compared, allowed);
            status = near ? Status.AT_RISK : Status.OFF_TRACK;
        }
        String shown = shownFigure(judged, actual);
        List<String> clauses = new ArrayList<>();
        if (met) {
            clauses.add(closed ? closedWords(shown, standard) : metWords(shown, compared, against, allowed));
            if (over && !part && status == Status.ON_TRACK) {
                clauses.add(untilComplete(judged, standard));
            }
        } else {
            clauses.add(missedWords(shown, compared, against));
            if (!measure.isYesNo()) {
                clauses.add(allowance(against, compared, allowed));
            }
        }
        clauses.addAll(gapClauses(judged));
        return result(status, null, joined(clauses));
    }

    private BigDecimal allowedBy(Standard standard, BigDecimal actual) {
        if (measure.isYesNo()) {
            return BigDecimal.ZERO;
        }
        BigDecimal edge = standard.edgeFor(actual);
        return tolerance.amountFor(edge == null ? standard.low() : edge);
    }

    private Assessment withoutFigure(@Nullable Figure part) {
        Period period = Objects.requireNonNull(setting.period());
        LocalDate expected = expected();
        String day = amounts.day(expected);
        String name = amounts.period(period);
        if (asOf.isAfter(expected)) {
            String latest = part == null ? null : latestWords(part);
            watched = part;
            figure = null;
            value = null;
            caveats.clear();
            caveats.add(caveat(Caveat.Kind.LATE, "day", day));
            return notRated(
                    NotRatedReason.NO_FIGURE_YET,
                    latest == null
                            ? phrases.say("nofigure", "period", name, "day", day)
                            : phrases.say("nofigure.part", "period", name, "day", day, "value", latest));
        }
        return notRated(
                NotRatedReason.NOT_DUE_YET,
                part == null || value == null
                        ? phrases.say("notdue.figure", "period", name, "day", day)
                        : phrases.say("notdue.part", "value", shownFigure(part, value), "period", name, "day", day));
    }

    private String latestWords(Figure part) {
        Optional<BigDecimal> latest = part.valueIn(measure);
        return latest.isPresent()
                ? shownFigure(part, latest.get())
                : amounts.forPeriod(quoted(part.words()), part.period());
    }

    private Assessment tracked() {
        known.forTarget().ifPresent(this::look);
        List<String> clauses = new ArrayList<>();
        clauses.add(phrases.say("tracked"));
        if (figure != null && value != null) {
            String shown = amounts.forPeriod(amounts.figure(value), figure.period());
            DirectionOfTravel direction = directionYear() != null ? directionYear() : directionBefore();
            BigDecimal earlier = direction == null
                    ? null
                    : known.outturn(direction.since())
                            .flatMap(then -> then.valueIn(measure))
                            .orElse(null);
            clauses.add(
                    direction == null || earlier == null
                            ? shown
                            : phrases.say(
                                    "joined",
                                    "first",
                                    shown,
                                    "second",
                                    phrases.say(
                                            "tracked." + direction.way(),
                                            "earlier",
                                            amounts.forPeriod(amounts.plainFigure(earlier), direction.since()))));
        } else if (figure != null && figure.words() != null) {
            clauses.add(amounts.forPeriod(quoted(figure.words()), figure.period()));
        } else if (setting.period() != null) {
            clauses.add(phrases.say("tracked.none", "period", amounts.period(setting.period())));
        }
        if (figure != null) {
            clauses.addAll(gapClauses(figure));
        }
        return notRated(NotRatedReason.TRACKED_ONLY, joined(clauses));
    }

    private Assessment withoutTarget(String key) {
        known.forTarget().ifPresent(this::look);
        return notRated(NotRatedReason.TO_BE_CONFIRMED, phrases.say(key));
    }

    /** Words of which nothing could be made are kept whole: that they are there is not the same as no target. */
    private Assessment inWordsOnly() {
        known.forTarget().ifPresent(this::look);
        return notRated(NotRatedReason.CANNOT_BE_JUDGED, phrases.say("words.only"));
    }

    /** Takes a figure into view: its value as shown, and what is to be known about it whatever its status. */
    private void look(Figure seen) {
        figure = seen;
        watched = seen;
        amounts = new Amounts(measure, Standards.places(measure, setting, known, seen), phrases);
        value = seen.valueIn(measure).map(amounts::shown).orElse(null);
        if (seen.state() == FigureState.PROVISIONAL) {
            caveats.add(caveat(Caveat.Kind.PROVISIONAL));
        }
        BigDecimal numerator = seen.numerator();
        BigDecimal denominator = seen.denominator();
        if (numerator != null && denominator != null && numerator.compareTo(denominator) > 0) {
            caveats.add(caveat(Caveat.Kind.NUMERATOR_ABOVE_DENOMINATOR, "share", amounts.share(seen)));
        }
        lookForContradiction(seen);
        if (value != null && hasReversed(value)) {
            GapGroups groups = Objects.requireNonNull(measure.gap());
            caveats.add(caveat(Caveat.Kind.GAP_REVERSED, "better", groups.betterOff(), "other", groups.other()));
        }
        lookForFallBehindGap(seen);
    }

    private void lookForContradiction(Figure seen) {
        BigDecimal stated = seen.value();
        if (stated == null || value == null || !measure.isPercentage() || measure.isGap()) {
            return;
        }
        if (seen.numerator() == null || seen.denominator() == null) {
            return;
        }
        // "57" agrees with 57.1: it was stated to the whole per cent
        int places = Math.min(Math.max(stated.scale(), 0), value.scale());
        BigDecimal computed = seen.valueIn(measure).orElse(value);
        if (stated.setScale(places, RoundingMode.HALF_UP).compareTo(computed.setScale(places, RoundingMode.HALF_UP))
                != 0) {
            caveats.add(caveat(
                    Caveat.Kind.STATED_PERCENTAGE_DIFFERS,
                    "stated",
                    amounts.level(stated),
                    "share",
                    amounts.share(seen),
                    "computed",
                    amounts.plainFigure(value)));
        }
    }

    private void lookForWideTolerance(Standard standard, BigDecimal actual, BigDecimal allowed) {
        if (tolerance.isRelative()) {
            return;
        }
        BigDecimal edge = standard.edgeFor(actual);
        BigDecimal size = (edge == null ? standard.low() : edge).abs();
        wideTolerance = allowed.multiply(WIDE_ABOVE_ONE_IN).compareTo(size) > 0;
        // points are the ordinary way to set a tolerance on percentages: there the sentence says it where it decides
        if (wideTolerance && tolerance.unit() == ChangeUnit.AMOUNT) {
            caveats.add(caveat(
                    Caveat.Kind.WIDE_TOLERANCE,
                    "tolerance",
                    amounts.shortDistance(allowed),
                    "level",
                    levelWords(standard)));
        }
    }

    private void lookForSmallCohort(Figure seen, Standard standard) {
        Wilson interval = interval();
        BigDecimal high = standard.high();
        if (interval != null && (interval.holds(standard.low()) || (high != null && interval.holds(high)))) {
            caveats.add(caveat(
                    Caveat.Kind.SMALL_COHORT,
                    "share",
                    amounts.share(seen),
                    "low",
                    oneDecimal(interval.low()),
                    "high",
                    oneDecimal(interval.high())));
        }
    }

    private @Nullable Wilson interval() {
        return figure != null && figure.isShare() && measure.isPercentage() && !measure.isGap()
                ? Wilson.of(Objects.requireNonNull(figure.numerator()), Objects.requireNonNull(figure.denominator()))
                : null;
    }

    // gaps

    private boolean hasReversed(BigDecimal actual) {
        return measure.isGap() && actual.signum() < 0;
    }

    private void lookForFallBehindGap(Figure seen) {
        Figure then = gapBefore(seen);
        if (then == null || value == null) {
            return;
        }
        BigDecimal before = then.valueIn(measure).orElse(null);
        Way better = groupWay(seen, then, Figure::betterOff);
        Way other = groupWay(seen, then, Figure::other);
        if (before == null || better == null || other == null) {
            return;
        }
        boolean narrowed = before.signum() > 0 && value.compareTo(amounts.shown(before)) < 0;
        if (narrowed && better == Way.DOWN && other != Way.UP) {
            GapGroups groups = Objects.requireNonNull(measure.gap());
            caveats.add(
                    caveat(Caveat.Kind.GAP_NARROWED_BY_FALL, "better", groups.betterOff(), "other", groups.other()));
        }
    }

    /** The two groups' earlier figures: those of the baseline, else of a year earlier, else of the period before. */
    private @Nullable Figure gapBefore(Figure seen) {
        if (!measure.isGap()) {
            return null;
        }
        Figure baseline = setting.baseline();
        List<Optional<Figure>> candidates = List.of(
                Optional.ofNullable(baseline),
                baseline == null ? Optional.empty() : known.outturn(baseline.period()),
                known.outturn(seen.period().yearBefore()),
                known.outturn(known.before(seen)));
        return candidates.stream()
                .flatMap(Optional::stream)
                .filter(then -> then.betterOff() != null && then.other() != null)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Way groupWay(Figure now, Figure then, Function<Figure, @Nullable BigDecimal> group) {
        BigDecimal current = group.apply(now);
        BigDecimal earlier = group.apply(then);
        if (current == null || earlier == null) {
            return null;
        }
        int change = amounts.shown(current).compareTo(amounts.shown(earlier));
        return change > 0 ? Way.UP : change < 0 ? Way.DOWN : Way.SAME;
    }

    private List<String> gapClauses(Figure seen) {
        GapGroups groups = measure.gap();
        if (groups == null) {
            return List.of();
        }
        List<String> clauses = new ArrayList<>();
        if (value != null && hasReversed(value)) {
            clauses.add(phrases.say("gap.reversed"));
        }
        BigDecimal better = seen.betterOff();
        BigDecimal other = seen.other();
        if (better == null || other == null) {
            return clauses;
        }
        Figure then = gapBefore(seen);
        if (then == null) {
            clauses.add(phrases.say(
                    "gap.now",
                    "better",
                    groups.betterOff(),
                    "betterNow",
                    amounts.plainFigure(better),
                    "other",
                    groups.other(),
                    "otherNow",
                    amounts.plainFigure(other)));
        } else {
            clauses.add(phrases.say(
                    "gap.both",
                    "first",
                    groupWords(groups.betterOff(), better, Objects.requireNonNull(then.betterOff())),
                    "second",
                    groupWords(groups.other(), other, Objects.requireNonNull(then.other()))));
        }
        return clauses;
    }

    private String groupWords(String group, BigDecimal now, BigDecimal then) {
        int change = amounts.shown(now).compareTo(amounts.shown(then));
        return phrases.say(
                change > 0 ? "gap.RISE" : change < 0 ? "gap.FALL" : "gap.SAME",
                "group",
                group,
                "then",
                amounts.plainFigure(then),
                "now",
                amounts.plainFigure(now));
    }

    // direction of travel

    private @Nullable DirectionOfTravel directionBefore() {
        if (figure == null || measure.seasonal() || measure.basis() == Basis.RUNNING_TOTAL) {
            return null;
        }
        return direction(known.before(figure));
    }

    private @Nullable DirectionOfTravel directionYear() {
        return figure == null ? null : direction(figure.period().yearBefore());
    }

    private @Nullable DirectionOfTravel direction(@Nullable Period since) {
        Figure now = figure;
        BigDecimal current = value;
        Figure then = known.outturn(since).orElse(null);
        if (now == null || current == null || then == null || since == null) {
            return null;
        }
        BigDecimal earlier = then.valueIn(measure).map(amounts::shown).orElse(null);
        if (earlier == null) {
            return null;
        }
        Way way = way(current, earlier);
        return new DirectionOfTravel(way, then.period(), way != Way.SAME && couldBeChance(now, then));
    }

    private Way way(BigDecimal now, BigDecimal then) {
        int change = now.compareTo(then);
        if (change == 0) {
            return Way.SAME;
        }
        return switch (measure.polarity()) {
            case HIGHER -> change > 0 ? Way.BETTER : Way.WORSE;
            case LOWER -> change < 0 ? Way.BETTER : Way.WORSE;
            case NEITHER -> change > 0 ? Way.UP : Way.DOWN;
            case BAND -> wayToBand(now, then, change);
        };
    }

    private Way wayToBand(BigDecimal now, BigDecimal then, int change) {
        TargetTerms terms = TargetTerms.of(setting.target());
        BigDecimal low = terms.value();
        if (low == null || (terms.kind() != TargetKind.BETWEEN && terms.kind() != TargetKind.EXACTLY)) {
            return change > 0 ? Way.UP : Way.DOWN;
        }
        BigDecimal high = terms.high() == null ? low : terms.high();
        int nearer = outside(now, low, high).compareTo(outside(then, low, high));
        return nearer < 0 ? Way.BETTER : nearer > 0 ? Way.WORSE : Way.SAME;
    }

    private static BigDecimal outside(BigDecimal actual, BigDecimal low, BigDecimal high) {
        return low.subtract(actual).max(actual.subtract(high)).max(BigDecimal.ZERO);
    }

    private boolean couldBeChance(Figure now, Figure then) {
        if (!measure.isPercentage() || measure.isGap() || !now.isShare() || !then.isShare()) {
            return false;
        }
        return Newcombe.ofChange(
                        Objects.requireNonNull(now.numerator()),
                        Objects.requireNonNull(now.denominator()),
                        Objects.requireNonNull(then.numerator()),
                        Objects.requireNonNull(then.denominator()))
                .holdsNought();
    }

    // what owners say

    private Assessment milestone() {
        if (isDeclaredDone()) {
            LocalDate doneOn = Objects.requireNonNull(reported).doneOn();
            if (doneOn == null) {
                return result(Status.COMPLETE, null, phrases.say("milestone.done"));
            }
            LocalDate deadline = setting.deadline();
            if (deadline == null || !doneOn.isAfter(deadline)) {
                return result(Status.COMPLETE, null, phrases.say("milestone.done.on", "day", amounts.day(doneOn)));
            }
            caveats.add(caveat(Caveat.Kind.COMPLETED_LATE, "day", amounts.day(deadline)));
            return result(
                    Status.COMPLETE,
                    null,
                    phrases.say("milestone.done.late", "day", amounts.day(doneOn), "day2", amounts.day(deadline)));
        }
        return untilDone("milestone.overdue", "milestone.notdue");
    }

    private Assessment baselineToSet() {
        Optional<Figure> set = known.settingBaseline();
        LocalDate deadline = setting.deadline();
        if (set.isEmpty()) {
            known.forTarget().ifPresent(this::look);
            return untilDone("baseline.overdue", "baseline.notdue");
        }
        look(set.get());
        String shown = shownFigure(set.get(), Objects.requireNonNull(value));
        LocalDate enteredOn = set.get().enteredOn();
        if (enteredOn == null || deadline == null || !enteredOn.isAfter(deadline)) {
            return result(Status.COMPLETE, null, phrases.say("baseline.set", "value", shown));
        }
        caveats.add(caveat(Caveat.Kind.COMPLETED_LATE, "day", amounts.day(deadline)));
        return result(
                Status.COMPLETE,
                null,
                phrases.say(
                        "baseline.set.late",
                        "value",
                        shown,
                        "day",
                        amounts.day(enteredOn),
                        "day2",
                        amounts.day(deadline)));
    }

    private Assessment untilDone(String overdueKey, String notDueKey) {
        LocalDate deadline = setting.deadline();
        if (deadline != null && asOf.isAfter(deadline)) {
            caveats.add(caveat(Caveat.Kind.OVERDUE, "day", amounts.day(deadline)));
            return result(Status.OFF_TRACK, null, phrases.say(overdueKey, "day", amounts.day(deadline)));
        }
        Status said = reported == null ? Status.NOT_RATED : reported.status();
        if (said != Status.NOT_RATED && said != Status.COMPLETE) {
            return result(
                    said,
                    null,
                    deadline == null
                            ? phrases.say("milestone.reported.open." + said)
                            : phrases.say("milestone.reported." + said, "day", amounts.day(deadline)));
        }
        return notRated(
                NotRatedReason.NOT_DUE_YET,
                deadline == null
                        ? phrases.say(notDueKey + ".open")
                        : phrases.say(notDueKey, "day", amounts.day(deadline)));
    }

    private Assessment narrative() {
        Status said = reported == null ? Status.NOT_RATED : reported.status();
        if (said != Status.NOT_RATED) {
            return result(said, null, phrases.say("narrative." + said));
        }
        LocalDate expected = setting.period() == null && setting.expectedFrom() == null && setting.deadline() == null
                ? null
                : expected();
        if (expected == null) {
            return notRated(NotRatedReason.NOT_DUE_YET, phrases.say("narrative.notdue.open"));
        }
        String day = amounts.day(expected);
        if (!asOf.isAfter(expected)) {
            return notRated(NotRatedReason.NOT_DUE_YET, phrases.say("narrative.notdue", "day", day));
        }
        caveats.add(new Caveat(Caveat.Kind.LATE, phrases.say("say.LATE.update", "day", day)));
        return notRated(NotRatedReason.NO_FIGURE_YET, phrases.say("narrative.late", "day", day));
    }

    private boolean isDeclaredDone() {
        if (reported == null || reported.status() != Status.COMPLETE) {
            return false;
        }
        LocalDate doneOn = reported.doneOn();
        return doneOn == null || !doneOn.isAfter(asOf);
    }

    /** The last day on which a missing figure is not late. */
    private LocalDate expected() {
        if (setting.expectedFrom() != null) {
            return setting.expectedFrom();
        }
        return setting.deadline() != null
                ? setting.deadline()
                : known.lastDay(Objects.requireNonNull(setting.period()));
    }

    // words

    private String metWords(String shown, BigDecimal actual, Standard standard, BigDecimal allowed) {
        if (measure.isYesNo()) {
            return phrases.say("met.yesno", "value", amounts.yesNo(actual));
        }
        int side = actual.compareTo(standard.low());
        if (standard.side() == Side.BAND) {
            return phrases.say("met.inside", "value", shown, "level", standard.name());
        }
        if (side == 0) {
            String key = standard.strict()
                    ? "met.best"
                    : switch (standard.from()) {
                        case TARGET -> "met.equal.target";
                        case COMPARATOR -> "met.equal.comparator";
                        case BASELINE -> "met.equal.baseline";
                    };
            return phrases.say(key, "value", shown, "level", standard.name());
        }
        boolean worse = standard.side().isSteady() && standard.distance(actual).signum() < 0;
        return phrases.say(
                (worse ? "met.maintained." : "met.") + (side > 0 ? "above" : "below"),
                "value",
                shown,
                "distance",
                amounts.distance(actual.subtract(standard.low())),
                "level",
                standard.name(),
                "tolerance",
                amounts.shortDistance(allowed));
    }

    private String closedWords(String shown, Standard standard) {
        return phrases.say("met.closed", "value", shown, "level", standard.name());
    }

    private String missedWords(String shown, BigDecimal actual, Standard standard) {
        if (measure.isYesNo()) {
            return phrases.say("missed.yesno", "value", amounts.yesNo(actual), "level", amounts.level(standard.low()));
        }
        boolean above = standard.isAbove(actual);
        if (!above && !standard.isBelow(actual)) {
            return phrases.say(
                    standard.side().wantsLess() ? "missed.equal.down" : "missed.equal.up",
                    "value",
                    shown,
                    "level",
                    standard.name());
        }
        return phrases.say(
                above ? "missed.above" : "missed.below",
                "value",
                shown,
                "distance",
                amounts.distance(standard.distance(actual)),
                "level",
                standard.name());
    }

    private String allowance(Standard standard, BigDecimal actual, BigDecimal allowed) {
        if (allowed.signum() == 0) {
            boolean equal = !standard.isAbove(actual) && !standard.isBelow(actual);
            return phrases.say(equal ? "allow.nothing.equal" : "allow.nothing");
        }
        String tolerated = amounts.shortDistance(allowed);
        String words;
        if (standard.side().isSteady()) {
            words = phrases.say(
                    "allow.maintained", "tolerance", tolerated, "twice", amounts.shortDistance(allowed.add(allowed)));
        } else {
            String key = switch (standard.side()) {
                case UP -> "allow.short";
                case DOWN -> "allow.over";
                case BAND -> standard.isAbove(actual) ? "allow.over" : "allow.short";
                default -> "allow.away";
            };
            words = phrases.say(key, "tolerance", tolerated);
        }
        return wideTolerance ? phrases.say("allow.wide", "allowance", words) : words;
    }

    private String untilComplete(Figure judged, Standard standard) {
        if (standard.olderThan() == null) {
            return phrases.say("until.settled");
        }
        return phrases.say(
                "until.comparator",
                "comparator",
                standard.olderThan().name(),
                "period",
                amounts.period(judged.period()));
    }

    private String whyNoValue(Figure seen) {
        if (seen.words() != null && !seen.words().isBlank()) {
            return phrases.say("cannot.words", "words", quoted(seen.words()));
        }
        String name = amounts.period(seen.period());
        if (seen.denominator() != null && seen.denominator().signum() <= 0) {
            return phrases.say("cannot.nothing", "share", amounts.share(seen));
        }
        if (seen.numerator() != null && seen.denominator() == null) {
            return phrases.say("cannot.denominator", "period", name);
        }
        return phrases.say("cannot.value", "period", name);
    }

    private String shownFigure(Figure seen, BigDecimal actual) {
        String shown = measure.isGap() ? amounts.plainFigure(actual) : amounts.figure(actual);
        if (measure.isYesNo()) {
            shown = amounts.yesNo(actual);
        }
        return seen.period().equals(setting.period()) ? shown : amounts.forPeriod(shown, seen.period());
    }

    private String levelWords(Standard standard) {
        return standard.high() == null ? amounts.level(standard.low()) : amounts.range(standard.low(), standard.high());
    }

    private String comparatorName() {
        String named = setting.target() instanceof Target.AgainstComparator against ? against.comparator() : null;
        String name = Known.comparatorName(measure, named);
        return name != null ? name : phrases.say("comparator.unnamed");
    }

    private String quoted(@Nullable String words) {
        return phrases.say("words.quoted", "words", words == null ? "" : words.trim());
    }

    private Caveat caveat(Caveat.Kind kind, String... namesAndValues) {
        return new Caveat(kind, phrases.say("say." + kind, namesAndValues));
    }

    private static String oneDecimal(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private String joined(List<String> clauses) {
        return clauses.stream()
                .reduce((first, second) -> phrases.say("clauses", "first", first, "second", second))
                .orElse("");
    }

    // the result

    private Assessment notRated(NotRatedReason reason, String words) {
        return result(Status.NOT_RATED, reason, words);
    }

    private Assessment result(Status status, @Nullable NotRatedReason reason, String words) {
        String full = words.endsWith(".") ? words : words + ".";
        boolean late = caveats.stream()
                .map(Caveat::kind)
                .anyMatch(kind ->
                        kind == Caveat.Kind.LATE || kind == Caveat.Kind.OVERDUE || kind == Caveat.Kind.COMPLETED_LATE);
        double[] earlier = earlier();
        BigDecimal latest = watched == null
                ? null
                : watched.valueIn(measure).map(amounts::shown).orElse(null);
        boolean triggered = earlier.length >= ExceptionTrigger.EARLIER_FIGURES_NEEDED && latest != null;
        double current = triggered ? Objects.requireNonNull(latest).doubleValue() : 0;
        ExceptionTrigger trigger = triggered ? ExceptionTrigger.of(earlier, current) : null;
        Xmr xmr = triggered ? Xmr.of(earlier, current) : null;
        return new Assessment(
                status,
                reason,
                capitalised(full),
                phrases.say("spoken", "status", phrases.say("status." + status), "sentence", full),
                figure == null ? null : figure.period(),
                value,
                level,
                distance,
                toleranceAmount,
                directionBefore(),
                directionYear(),
                interval(),
                trigger,
                xmr,
                exception(latest, trigger, xmr),
                caveats.stream().sorted(Comparator.comparing(Caveat::kind)).toList(),
                late,
                wideTolerance);
    }

    private @Nullable String exception(
            @Nullable BigDecimal latest, @Nullable ExceptionTrigger trigger, @Nullable Xmr xmr) {
        if (latest == null || trigger == null || xmr == null || !trigger.fires()) {
            return null;
        }
        return phrases.say(
                xmr.inside() ? "exception.inside" : "exception.beyond",
                "figure",
                amounts.plainFigure(latest),
                "period",
                Objects.requireNonNull(watched).period().label(),
                "months",
                String.valueOf(measure.triggerMonths()),
                "low",
                limit(trigger.low()),
                "high",
                limit(trigger.high()),
                "xmrLow",
                limit(xmr.low()),
                "xmrHigh",
                limit(xmr.high()));
    }

    private static String limit(double limit) {
        return BigDecimal.valueOf(limit)
                .setScale(1, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private double[] earlier() {
        if (watched == null || measure.triggerMonths() == null || measure.isYesNo()) {
            return new double[0];
        }
        // a figure can fire even while the year's own is missing, so it is not the judged one that is watched
        return known.earlier(watched, measure.triggerMonths());
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
