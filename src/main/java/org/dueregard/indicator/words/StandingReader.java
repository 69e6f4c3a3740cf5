package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.Set;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.ValueKind;
import org.jspecify.annotations.Nullable;

/** Reads what is said in set phrases: to be confirmed, not stated, set a baseline, track, maintain, yes, all, none. */
final class StandingReader {

    private static final Wordings<Boolean> TO_BE_CONFIRMED = Wordings.of("""
            tbc, tba, tbd, to be confirmed, to be agreed, to be set, to be determined, to be decided,
            to be advised, to be announced, to be finalised, to be defined, to follow, not yet set,
            not yet agreed, not yet known, not yet confirmed, awaiting confirmation, under review,
            target to be, to be developed, yet to be agreed, yet to be set, yet to be confirmed, pending,
            awaited, to be established, t b c, t . b . c ., t . b . c, t . b . a ., t . b . d .""");
    private static final Wordings<Boolean> NOT_STATED = Wordings.of("""
            n / a, n . a, na, not applicable, not stated, no target, no target set, none set, not set,
            not at this time, -, target not set, no targets, no targets set, not available, blank""");
    private static final Wordings<Boolean> SET_BASELINE = Wordings.of("""
            set baseline, set a baseline, set the baseline, set new baseline, set a new baseline,
            establish baseline, establish a baseline, establish the baseline, establish new baseline,
            agree baseline, agree a baseline, create baseline, create a baseline, baseline year, baseline tbc,
            baseline, baseline to be set, baseline to be established, baseline to be confirmed,
            baseline to be agreed, baseline being set, baseline being established, baselining,
            collect baseline, collect baseline data, to set baseline, to establish baseline,
            to set a baseline, to establish a baseline, determine baseline, determine a baseline,
            baseline set, baseline established, develop baseline, develop a baseline, to be baselined,
            setting baseline, setting a baseline, gather baseline, gather baseline data, identify baseline,
            benchmark to be established, establish benchmark, baseline first, get a baseline, get baseline, get the baseline,
            find a baseline, take a baseline, determine baseline figure, determine baseline figures, determine the baseline,
            to determine baseline figure, to determine baseline, to determine a baseline, baseline needed, baseline required, baseline to be collected""");
    private static final Wordings<Boolean> TRACK_ONLY = Wordings.of("""
            no target track only, no target - track only, no target monitor only,
            no target - monitor only, record and review, record and report, collect and review, count and review""");
    private static final Wordings<Boolean> TRACK = Wordings.of("""
            track, tracked, tracking, monitor, monitored, monitoring, for information, fyi, contextual, trend,
            track only, count only, record only, monitor only, tracking only, monitoring only, for information only, information only,
            no target track, no target monitor, watch, observe, for monitoring, for tracking, to note,
            for noting, contextual indicator, context only""");
    private static final Wordings<Boolean> MAINTAIN = Wordings.of("""
            maintain, maintained, maintaining, maintenance, sustain, sustained, remain, remains, keep,
            hold steady, steady, stable, remain stable, stay, no change, unchanged, same, as is, retain,
            preserve, no worse, at current level, at current levels, hold at current level, hold at current levels, hold at the current level, current level, status quo, keep steady,
            keep stable, stay the same, remain the same, the same, same level, level maintained,
            no deterioration, do not worsen, halt the rise, halt the increase, halt rise, halt the widening,
            stay steady, hold stable, hold firm, as now, be maintained, hold at present level, hold at present levels,
            hold present level, keep at present level""");
    private static final Wordings<Boolean> DONE = Wordings.of("done by the deadline");
    /** Words that keep something, but perhaps not a level. */
    private static final Set<String> VAGUE = Vocabulary.of("""
            same steady stable keep stay remain remains maintenance retain preserve halt no do the""");

    private static final Set<String> BEFORE_MAINTAIN = Vocabulary.of("""
            to target : - will we aim the continue should at least""");
    private static final Set<String> BEFORE_ALL = Vocabulary.of("""
            to target : - achieve for in across cover""");
    private static final Set<String> LEADS = Vocabulary.of("""
            to target : - will we aim the continue continued currently remain remains""");
    private static final Set<String> TRACK_DEEDS = Vocabulary.of("""
            report reported publish review act analyse take evaluate feed respond present produce identify
            challenge""");
    private static final Set<String> MEASURES = Vocabulary.of("""
            target targets measure measures figure figures indicator performance kpi kpis level levels numbers
            number percentage value""");
    private static final Set<String> GAPS =
            Set.of("gap", "gaps", "difference", "differences", "differential", "disparity", "disparities");

    /** What is said of all there are. */
    private static final Set<String> HAVING = Vocabulary.of("have has carry carries use uses using");

    private static final Set<String> ALL = Set.of("all", "every");
    private static final Set<String> TIMES = Vocabulary.of("""
            year years month months term terms quarter quarters week weeks day days""");
    private static final Set<String> COVERED = Vocabulary.of("""
            represented attended attend present attendance used included offered displayed available""");

    private static final Set<String> NO_COUNT = Set.of("more", "further", "later", "longer", "action", "actions");

    /** Of them there is none where there is no target. */
    private static final Set<String> TOLD = Vocabulary.of("""
            target targets measure measures indicator indicators kpi kpis baseline baselines data figure figures
            information""");

    /** Words. */
    private static final int LONGEST_NONE = 12;

    private final Phrase phrase;
    private final About about;

    StandingReader(Phrase phrase, About about) {
        this.phrase = phrase;
        this.about = about;
    }

    /** Phrases that say all there is to say; null when the words are none of them. */
    @Nullable
    Finding whole(int start) {
        if (start >= phrase.size()) {
            return null;
        }
        int lead = phrase.skip(start, LEADS);
        boolean numberless = phrase.numbers().stream().noneMatch(i -> i >= start);
        Finding fixed = fixed(start);
        if (fixed != null) {
            return fixed;
        }
        if (numberless && SET_BASELINE.end(phrase, lead) > 0 && ends(SET_BASELINE.end(phrase, lead))) {
            return stated(new Target.SetBaseline(), start, "standing.baseline");
        }
        int baseline = SET_BASELINE.end(phrase, lead);
        boolean inYear = baseline > 0
                && phrase.is(baseline, "in")
                && phrase.is(baseline + 1, "year")
                && phrase.isNumber(baseline + 2)
                && ends(baseline + 3);
        Quantity ofYear = baseline > 0 ? phrase.quantity(baseline) : null;
        inYear |= ofYear != null && ofYear.year() && baseline + 1 == phrase.size();
        if (inYear) {
            return stated(new Target.SetBaseline(), start, "standing.baseline");
        }
        if (numberless && TRACK_ONLY.end(phrase, start) == phrase.size()) {
            return stated(new Target.Track(), start, "standing.track");
        }
        if (numberless && NOT_STATED.end(phrase, start) > 0 && ends(NOT_STATED.end(phrase, start))) {
            return stated(new Target.NotStated(), start, "standing.none");
        }
        boolean fresh = phrase.is(start, "new") && (start + 1 >= phrase.size() || phrase.isIn(start + 1, MEASURES));
        if (numberless && fresh && start + 2 >= phrase.size()) {
            return Finding.guess(new Target.SetBaseline(), start, phrase.size(), Reasons.say("standing.new"));
        }
        Finding unconfirmed = unconfirmed(start);
        return unconfirmed != null ? unconfirmed : track(start, lead);
    }

    private @Nullable Finding fixed(int start) {
        if (DONE.end(phrase, start) == phrase.size()) {
            return stated(new Target.Milestone(), start, "standing.done");
        }
        if (phrase.is(start, "narrative")
                && (phrase.size() == start + 1 || (phrase.is(start + 1, "only") && phrase.size() == start + 2))) {
            return stated(new Target.Narrative(), start, "standing.narrative");
        }
        if (phrase.size() != start + 1) {
            return null;
        }
        boolean yesNo = about.measure() != null && about.measure().valueKind() == ValueKind.YES_NO;
        return switch (phrase.text(start)) {
            case "yes", "y", "true" -> yesNo(BigDecimal.ONE, yesNo, start);
            case "no", "false" -> yesNo(BigDecimal.ZERO, yesNo, start);
            case "done",
                    "complete",
                    "completed",
                    "achieved",
                    "delivered",
                    "met",
                    "implemented",
                    "published",
                    "reported",
                    "awarded",
                    "issued",
                    "regained",
                    "launched",
                    "approved",
                    "adopted",
                    "agreed",
                    "established",
                    "appointed",
                    "installed",
                    "built",
                    "gained",
                    "won",
                    "fitted",
                    "held",
                    "secured",
                    "obtained",
                    "passed",
                    "ratified",
                    "created",
                    "produced",
                    "filled",
                    "finished",
                    "opened",
                    "signed" -> stated(new Target.Milestone(), start, "standing.done");
            case "all" -> all(start, phrase.size(), Sureness.STATED);
            case "none" ->
                Finding.guess(new Target.AtMost(BigDecimal.ZERO), start, start + 1, Reasons.say("standing.nought"));
            default -> null;
        };
    }

    private Finding yesNo(BigDecimal value, boolean known, int start) {
        Finding finding = stated(new Target.Exactly(value), start, "standing.yes-no");
        return known ? finding : finding.doubted(Sureness.GUESS, Reasons.say("doubt.yes-no"));
    }

    /** {@code TBC}, {@code targets to be agreed}, {@code the measures remain tbc until ...}: about the target itself. */
    private @Nullable Finding unconfirmed(int start) {
        for (int i = start; i < phrase.size(); i++) {
            int end = TO_BE_CONFIRMED.end(phrase, i);
            if (end < 0) {
                continue;
            }
            boolean itself = i == start;
            boolean ofTheTarget = false;
            boolean onlyWords = true;
            for (int k = start; k < i; k++) {
                ofTheTarget |= phrase.isIn(k, MEASURES);
                onlyWords &= phrase.isWord(k) || phrase.is(k, ":") || phrase.is(k, "-");
            }
            if (phrase.is(i - 1, "baseline") || (!itself && !ofTheTarget)) {
                return null;
            }
            boolean valued = onlyWords && end < phrase.size() && phrase.isNumber(end);
            if (valued) {
                return null;
            }
            if (!onlyWords) {
                return null;
            }
            Finding finding = Finding.stated(
                    new Target.ToBeConfirmed(),
                    start,
                    phrase.size(),
                    Reasons.say("standing.tbc", phrase.original(i, end)));
            boolean value = phrase.numbers().stream().anyMatch(n -> n >= end && !phrase.is(n - 1, "from"));
            return value ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.number")) : finding;
        }
        return null;
    }

    /** Whether more is asked for than the finding: a baseline to be set first, or only tracking. */
    boolean asksForMore(int start, Finding finding) {
        if (TRACK.end(phrase, start) > 0 && finding.from() > start) {
            return true;
        }
        for (int i = start; i < phrase.size(); i++) {
            boolean outside = i < finding.from() || i >= finding.to();
            int end = outside ? SET_BASELINE.end(phrase, i) : -1;
            if (end > i + 1 && !phrase.is(i, "baseline")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Finding track(int start, int lead) {
        for (int i : phrase.numbers()) {
            boolean rhythm = phrase.is(i - 1, "every") || phrase.is(i - 1, "each");
            if (i >= start && !rhythm) {
                return null;
            }
        }
        int end = TRACK.end(phrase, lead);
        if (end > 0) {
            String word = phrase.text(lead);
            boolean report = phrase.is(end, "report")
                    || phrase.is(end, "reports")
                    || phrase.is(end, "arrangements")
                    || phrase.is(end, "system")
                    || phrase.is(end, "framework")
                    || phrase.is(end, "form");
            for (int i = end; i < phrase.size(); i++) {
                report |= (phrase.is(i, "and") || phrase.is(i, ",")) && phrase.isIn(i + 1, TRACK_DEEDS);
            }
            if (report) {
                return null;
            }
            Finding finding = stated(new Target.Track(), start, "standing.track");
            boolean loose = word.equals("monitored") && phrase.size() > end + 1
                    || word.equals("trend") && phrase.size() > end
                    || word.equals("watch") && phrase.size() > end;
            return loose ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.track")) : finding;
        }
        if (phrase.is(lead, "measure") && phrase.size() > lead + 1) {
            return Finding.guess(
                    new Target.Track(),
                    start,
                    phrase.size(),
                    Reasons.say("standing.track") + " " + Reasons.say("doubt.track"));
        }
        for (int i = start + 1; i < phrase.size(); i++) {
            boolean participle = (phrase.is(i, "monitored") || phrase.is(i, "tracked"))
                    && (ends(i + 1)
                            || phrase.is(i + 1, "every")
                            || phrase.is(i + 1, "each")
                            || phrase.is(i + 1, "by")
                            || phrase.is(i + 1, "via")
                            || phrase.is(i + 1, "through")
                            || phrase.isWord(i + 1) && phrase.text(i + 1).endsWith("ly"));
            if (participle) {
                return stated(new Target.Track(), start, "standing.track");
            }
        }
        return null;
    }

    /** {@code Maintain}, {@code no change}; not where a value is named. */
    @Nullable
    Finding maintain(int start) {
        int lead = phrase.skip(start, BEFORE_MAINTAIN);
        int end = MAINTAIN.end(phrase, lead);
        boolean asSomebody = end > 0
                && phrase.is(end, "as")
                && phrase.is(end - 1, "same")
                && !phrase.isTime(end + 1)
                && Before.at(phrase, end + 1) == null;
        if (end < 0 || asSomebody) {
            return null;
        }
        boolean joined = phrase.is(end, "or") || phrase.is(end, "/") || phrase.is(end, "and");
        Way way = joined ? Way.at(phrase, end + 1) : null;
        if (way != null) {
            Finding finding = Finding.stated(new Target.Maintain(), start, end + 2, Reasons.say("standing.maintain"));
            GoodSide good = GoodSide.of(about);
            boolean wayIsGood =
                    way == Way.BETTER || (good.sureness() != Sureness.GUESS && good.higher() == (way == Way.UP));
            return wayIsGood ? finding : finding.doubted(Sureness.GUESS, Reasons.say("doubt.maintain"));
        }
        boolean single = phrase.size() > end && (phrase.is(end, "a") || phrase.is(end, "an"));
        boolean vague = VAGUE.contains(phrase.text(lead)) && !phrase.is(lead + 1, "change") && phrase.size() > end;
        Finding finding = Finding.stated(new Target.Maintain(), start, end, Reasons.say("standing.maintain"));
        return single || vague ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.maintain")) : finding;
    }

    /** {@code Maintain or improve}, {@code Improve or maintain}. */
    @Nullable
    Finding changeOrMaintain(int start) {
        Finding maintained = maintain(start);
        if (maintained != null && Way.at(phrase, maintained.to() - 1) != null) {
            return maintained;
        }
        Way way = Way.at(phrase, start);
        boolean joined = phrase.is(start + 1, "or") || phrase.is(start + 1, "/");
        boolean kept = joined && MAINTAIN.end(phrase, start + 2) > 0;
        if (way == null || !kept) {
            return null;
        }
        Finding finding = Finding.stated(new Target.Maintain(), start, start + 3, Reasons.say("standing.maintain"));
        return way == Way.BETTER ? finding : finding.doubted(Sureness.GUESS, Reasons.say("doubt.maintain"));
    }

    /** {@code All schools}, {@code to be represented at all meetings}, {@code no exclusions}. */
    @Nullable
    Finding allOrNone(int start) {
        int lead = phrase.skip(start, BEFORE_ALL);
        int words = phrase.size() - lead;
        boolean often = phrase.is(lead, "every") && (phrase.isIn(lead + 1, TIMES) || phrase.isIn(lead + 2, TIMES));
        if (often) {
            return null;
        }
        if (phrase.isIn(lead, ALL) && words <= 5 && onlyWords(lead) && !MilestoneReader.hasDeed(phrase, lead)) {
            boolean noun = words <= 3 && !phrase.is(lead + 2, "to");
            return all(start, phrase.size(), noun ? Sureness.STATED : Sureness.GUESS);
        }
        if (phrase.isIn(lead, ALL) && onlyWords(lead) && HAVING.stream().anyMatch(having -> contains(having, lead))) {
            return all(start, phrase.size(), Sureness.GUESS);
        }
        for (int i = start + 1; i + 2 < phrase.size(); i++) {
            boolean covered = phrase.is(i, "at") && phrase.is(i + 1, "all") && phrase.isIn(i - 1, COVERED);
            if (covered) {
                return all(i + 1, i + 2, Sureness.STATED);
            }
        }
        if (isGapEnded(start)) {
            return Finding.guess(
                    new Target.AtMost(BigDecimal.ZERO), start, phrase.size(), Reasons.say("standing.nought"));
        }
        boolean untold = phrase.is(lead, "no") && onlyWords(lead) && namesNothingMeasured(lead + 1);
        if (untold) {
            return Finding.guess(new Target.NotStated(), start, phrase.size(), Reasons.say("standing.none"));
        }
        boolean none = phrase.is(lead, "no")
                && words >= 2
                && words <= LONGEST_NONE
                && onlyWords(lead)
                && !phrase.isIn(lead + 1, NO_COUNT);
        return none
                ? Finding.guess(
                        new Target.AtMost(BigDecimal.ZERO), start, phrase.size(), Reasons.say("standing.nought"))
                : null;
    }

    /** {@code No formal target}, {@code no data yet}. */
    private boolean namesNothingMeasured(int from) {
        return phrase.isIn(from, TOLD) || phrase.isIn(from + 1, TOLD);
    }

    /** {@code The gap in satisfaction eliminated}. */
    private boolean isGapEnded(int start) {
        boolean gap = false;
        boolean ended = false;
        for (int i = start; i < phrase.size(); i++) {
            gap |= phrase.isIn(i, GAPS);
            ended |= phrase.is(i, "eliminated") && !phrase.is(i - 1, "not");
        }
        return gap && ended && onlyWords(start);
    }

    private Finding all(int from, int to, Sureness sureness) {
        Quantity hundred =
                new Quantity(BigDecimal.valueOf(100), null, Quantity.Counted.PERCENT, "%", false, false, false, false);
        return new Finding(
                new Target.AtLeast(hundred.value()), from, to, sureness, Reasons.say("standing.all"), hundred, null);
    }

    private boolean contains(String words, int from) {
        Wordings<Boolean> wanted = Wordings.of(words);
        for (int i = from + 1; i < phrase.size(); i++) {
            if (wanted.end(phrase, i) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean onlyWords(int from) {
        for (int i = from; i < phrase.size(); i++) {
            if (!phrase.isWord(i) && !phrase.isTime(i)) {
                return false;
            }
        }
        return true;
    }

    private Finding stated(Target target, int start, String key) {
        return Finding.stated(target, start, phrase.size(), Reasons.say(key));
    }

    /** Whether no more is said: the end, a date, a bracket or what follows a deadline. */
    private boolean ends(int i) {
        return i >= phrase.size()
                || phrase.isTime(i)
                || phrase.is(i, "by")
                || phrase.is(i, "(")
                || phrase.is(i, "for")
                || phrase.is(i, "in")
                || phrase.is(i, "-")
                || phrase.is(i, ",")
                || phrase.is(i, "during")
                || phrase.is(i, "this");
    }
}
