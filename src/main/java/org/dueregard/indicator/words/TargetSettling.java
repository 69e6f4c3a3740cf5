package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.words.Quantity.Counted;
import org.jspecify.annotations.Nullable;

/** Decides how sure a finding is by what else stands in the words, and picks up dates, units and the value before. */
final class TargetSettling {

    private static final Set<String> DOUBTS = Vocabulary.of("""
            not no unless if except excluding or subject whichever depending possibly maybe hopefully stretch
            aspirational aspiration provisional provisionally draft estimated estimate indicative never
            without ? nor proxy quartile versus vs assuming provided minus times twice thrice factor cumulative averaged until may
            might could \u2191 \u2193 \u2192 \u2194 \u25b2 \u25bc \u2b06 \u2b07 x xx xxx""");
    private static final Set<String> WAS = Vocabulary.of("""
            baseline was currently current from previously previous actual outturn now against compared up
            down base existing year's""");
    private static final Set<String> AND = Set.of("and", ",", ";", "but", "while", "whilst", ".", "then", "/", "with");
    private static final Set<String> BY = Vocabulary.of("""
            by before until due end deadline ahead prior advance than""");
    private static final Set<String> SHORT_PERIODS = Set.of("quarter", "term", "month", "week", "day", "half");
    private static final Set<String> YEARS = Set.of("year", "annum");
    private static final Set<String> KINDS_OF_YEAR = Set.of("academic", "financial", "school");
    private static final Set<String> UNCONFIRMED = Set.of("tbc", "tba", "tbd", "confirmed", "agreed");
    private static final Set<String> NO_UNIT = Vocabulary.of("""
            of in to by per each every are is will have has for from at with on and or be than support receive
            who that across""");

    private static final Set<String> PLACES = Set.of("on", "in", "at", "across");

    private final Phrase phrase;
    private final About about;
    private final int start;
    private final String words;

    /** In the name of what is counted they tell only what that is: {@code number of stations without showers}. */
    private static final Set<String> IN_NAMES = Set.of("without", "not", "no", "excluding");

    private static final Set<String> MEASURES = Vocabulary.of("""
            number numbers % percentage proportion rate share count""");
    private static final Set<String> THEM = Set.of("them", "these", "those", "which", "whom");
    private static final Set<String> OFTEN = Set.of("every", "each");

    private @Nullable Deadline deadline;
    private @Nullable Period period;

    TargetSettling(Phrase phrase, About about, int start, String words) {
        this.phrase = phrase;
        this.about = about;
        this.start = start;
        this.words = words;
    }

    TargetReading settle(@Nullable Finding found) {
        if (found == null) {
            return TargetReading.notUnderstood(words, Reasons.say("refused.nothing"), List.of());
        }
        List<String> series = Parts.of(phrase, mainNumbers());
        if (found.target() == null) {
            return TargetReading.notUnderstood(words, found.because(), series);
        }
        Finding finding = found;
        List<Integer> others = new ArrayList<>();
        for (int i : phrase.numbers()) {
            boolean outside = i >= start && (i < finding.from() || i >= finding.to());
            if (!outside) {
                continue;
            }
            Quantity quantity = phrase.quantity(i);
            if (isBaseline(i) && quantity != null && !quantity.year() && finding.baseline() == null) {
                finding = finding.withBaseline(quantity.value());
            } else if (isOfComparator(i) || isLength(quantity, finding) || isOfThem(i)) {
                finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.number"));
            } else {
                others.add(i);
            }
        }
        if (!others.isEmpty()) {
            if (saysTwoThings(finding, others)) {
                return TargetReading.notUnderstood(words, Reasons.say("refused.two-things"), series);
            }
            finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.number"));
        }
        boolean judged = finding.target() != null && finding.target().kind().isJudgedByFigure();
        if (judged && new StandingReader(phrase, about).asksForMore(start, finding)) {
            return TargetReading.notUnderstood(words, Reasons.say("refused.two-things"), series);
        }
        List<Integer> changes = changes(finding);
        if (!changes.isEmpty()) {
            changes.add(finding.from());
            return TargetReading.notUnderstood(
                    words, Reasons.say("refused.two-things"), Parts.of(phrase, List.copyOf(new TreeSet<>(changes))));
        }
        finding = doubtedByYear(weighed(finding));
        times(finding);
        Target target = finding.target();
        if (target == null) {
            return TargetReading.notUnderstood(words, finding.because(), series);
        }
        return new TargetReading(
                words,
                target,
                finding.sureness(),
                finding.because(),
                deadline,
                period,
                finding.baseline(),
                unit(finding),
                List.of());
    }

    private List<Integer> mainNumbers() {
        return phrase.numbers().stream().filter(i -> i >= start).toList();
    }

    /** {@code (baseline 70%)}, {@code (from 88)}, {@code (88 in 2013/14)}. */
    private boolean isBaseline(int i) {
        boolean bracketed = phrase.isInBrackets(i);
        for (int k = i - 1; k >= Math.max(0, i - 4) && !phrase.isNumber(k); k--) {
            if (phrase.isIn(k, WAS)
                    && (bracketed || phrase.is(k, "baseline") || phrase.is(k, "currently") || phrase.is(k, "from"))) {
                return true;
            }
            if (phrase.is(k, "(") || phrase.is(k, ";")) {
                break;
            }
        }
        boolean dated = phrase.isTime(i - 1)
                || (phrase.is(i - 1, ":") && phrase.isTime(i - 2))
                || phrase.isTime(i + 1)
                || ((phrase.is(i + 1, "in") || phrase.is(i + 1, "at")) && phrase.isTime(i + 2));
        return bracketed && dated && !isOfComparator(i) && !Earlier.isAhead(phrase, i);
    }

    private boolean isOfComparator(int i) {
        for (int k = Math.max(0, i - 4); k <= i + 2; k++) {
            if (k != i && Comparators.isNamed(phrase, k, about)) {
                return true;
            }
        }
        return false;
    }

    /** {@code two of them run by disabled people} */
    private boolean isOfThem(int i) {
        return phrase.is(i + 1, "of") && phrase.isIn(i + 2, THEM);
    }

    /** {@code within 10 days} beside {@code 80%}: how long, not how much. */
    private static boolean isLength(@Nullable Quantity quantity, Finding finding) {
        return quantity != null
                && quantity.counted() == Counted.TIME
                && finding.quantity() != null
                && finding.quantity().counted() != Counted.TIME;
    }

    private boolean saysTwoThings(Finding finding, List<Integer> others) {
        Quantity main = finding.quantity();
        for (int i : others) {
            Quantity other = phrase.quantity(i);
            int near = i < finding.from() ? finding.from() : finding.to() - 1;
            boolean separated = Parts.cut(phrase, Math.min(i, near), Math.max(i, near)) >= 0;
            boolean alike = main != null
                    && other != null
                    && main.counted() == other.counted()
                    && main.counted() != Counted.PLAIN;
            boolean before = i < finding.from() && !isPlace(i, main);
            boolean adjoining = i == finding.to() || i == finding.from() - 1;
            if (separated || alike || before || adjoining) {
                return true;
            }
        }
        return false;
    }

    /** {@code calls on three estates down by 10%}: how many there are of them. */
    private boolean isPlace(int number, @Nullable Quantity main) {
        Quantity quantity = phrase.quantity(number);
        return main != null
                && main.isPercent()
                && quantity != null
                && quantity.counted() == Counted.PLAIN
                && phrase.isIn(number - 1, PLACES)
                && phrase.isWord(number + 1);
    }

    /** Further changes that the words ask for: {@code increase attendance and reduce exclusions}. */
    private List<Integer> changes(Finding finding) {
        List<Integer> changes = new ArrayList<>();
        Target target = finding.target();
        boolean loose =
                target == null || target.kind().isReported() || !target.kind().isJudgedByFigure();
        if (loose) {
            return changes;
        }
        for (int i = start; i < phrase.size(); i++) {
            boolean outside = i < finding.from() || i >= finding.to();
            Way way = outside ? Way.at(phrase, i) : null;
            boolean joined = phrase.isIn(i - 1, AND) && i > start;
            boolean verb = way != null
                    && !phrase.text(i).endsWith("ed")
                    && !phrase.text(i).endsWith("ing");
            if (verb && joined && i > finding.from()) {
                changes.add(i);
            }
        }
        return changes;
    }

    private Finding weighed(Finding found) {
        Finding finding = found;
        Target target = finding.target();
        boolean judged = target != null && target.kind().isJudgedByFigure();
        boolean maintain = target instanceof Target.Maintain;
        boolean gap = phrase.original(0, phrase.size()).toLowerCase(Locale.UK).contains("gap");
        for (int i = start; judged && i < phrase.size(); i++) {
            if (i >= finding.from() && i < finding.to()) {
                continue;
            }
            if (phrase.isIn(i, UNCONFIRMED)) {
                finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.tbc"));
            }
            boolean valued = finding.quantity() != null
                    && !(target instanceof Target.Increase)
                    && !(target instanceof Target.Reduce);
            if (valued && (phrase.is(i, "all") || phrase.is(i, "every")) && !phrase.is(i + 1, "year")) {
                finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.word", phrase.original(i, i + 1)));
            }
            boolean versusSelf = target instanceof Target.AgainstComparator && phrase.is(i, "vs");
            boolean partOfAName = phrase.is(i, "not") && (phrase.is(i + 1, "known") || phrase.is(i + 1, "in"))
                    || i < finding.from() && phrase.isIn(i, IN_NAMES) && isNamed(i);
            if ((phrase.isIn(i, DOUBTS) || phrase.text(i).endsWith("fold")) && !versusSelf && !partOfAName) {
                finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.word", phrase.original(i, i + 1)));
            }
            if (!maintain && !gap && Comparators.isNamed(phrase, i, about)) {
                finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.comparator-beside"));
            }
            Side.Found side = Side.at(phrase, i);
            boolean half = side != null
                    && (phrase.isNumber(side.end()) || Before.at(phrase, side.end()) != null)
                    && !phrase.isTime(side.end());
            if (half && !maintain && !phrase.is(i, "at") && !phrase.is(i, "over")) {
                finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.word", phrase.original(i, i + 1)));
            }
            boolean each = (phrase.is(i, "per") || phrase.is(i, "each") || phrase.is(i, "every") || phrase.is(i, "a"));
            boolean multiplied = phrase.is(i, "a")
                    ? phrase.isIn(i + 1, SHORT_PERIODS)
                    : phrase.isWord(i + 1) && !phrase.isIn(phrase.skip(i + 1, KINDS_OF_YEAR), YEARS);
            boolean often = phrase.isIn(i, OFTEN) && phrase.isLabel(i + 1) && !(valued && phrase.is(i, "every"));
            if (often) {
                finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.word", phrase.original(i, i + 2)));
            }
            if (each && multiplied) {
                finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.per", phrase.text(i + 1)));
            }
        }
        if (phrase.hasSlips()) {
            finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.slip"));
        }
        return doubtedByUnit(finding);
    }

    /** Whether the words begin with a measure whose name still goes on at the position. */
    private boolean isNamed(int i) {
        if (!phrase.isIn(start, MEASURES) || !phrase.is(start + 1, "of")) {
            return false;
        }
        for (int k = start; k < i; k++) {
            if (!phrase.isWord(k) && !phrase.is(k, "%") || phrase.isIn(k, DOUBTS)) {
                return false;
            }
        }
        return true;
    }

    /** {@code Increase by 2000}: as many, or by that year. */
    private Finding doubtedByYear(Finding finding) {
        boolean change = finding.target() instanceof Target.Increase || finding.target() instanceof Target.Reduce;
        for (int i = finding.to(); change && i < phrase.size(); i++) {
            boolean round = phrase.original(i, i + 1).equals("2000");
            boolean year = phrase.isTime(i) && phrase.original(i, i + 1).length() == 4;
            if (phrase.is(i - 1, "by") && year && (round || i == finding.to() + 1)) {
                return finding.doubted(Sureness.GUESS, Reasons.say("doubt.year"));
            }
        }
        return finding;
    }

    private Finding doubtedByUnit(Finding finding) {
        Quantity quantity = finding.quantity();
        Target target = finding.target();
        if (about.measure() == null || quantity == null || target == null) {
            return finding;
        }
        boolean change = target instanceof Target.Increase || target instanceof Target.Reduce;
        ValueKind kind = about.measure().valueKind();
        boolean percentage = kind == ValueKind.PERCENTAGE;
        boolean differs = !change
                && ((quantity.isPercent() && !percentage)
                        || (quantity.counted() == Counted.MONEY && kind != ValueKind.MONEY)
                        || (percentage && (quantity.counted() == Counted.RATE || quantity.counted() == Counted.TIME)));
        boolean tiny = percentage
                && quantity.counted() == Counted.PLAIN
                && !change
                && quantity.value().signum() > 0
                && quantity.value().compareTo(BigDecimal.ONE) < 0
                && quantity.value().scale() > 0;
        boolean printed = target.words(about.measure()).equalsIgnoreCase(words.strip());
        return (differs || tiny) && !printed ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.unit")) : finding;
    }

    private void times(Finding finding) {
        boolean milestone = finding.target() instanceof Target.Milestone
                || finding.target() instanceof Target.SetBaseline
                || finding.target() instanceof Target.ToBeConfirmed;
        boolean figure = finding.target() != null && finding.target().kind().isJudgedByFigure();
        for (int i = 0; i < phrase.size(); i++) {
            boolean consumed = figure && i >= finding.from() && i < finding.to() && !phrase.is(i - 1, "by");
            if (!phrase.isTime(i) || consumed) {
                continue;
            }
            int by = -1;
            for (int k = i - 1; k >= Math.max(0, i - 9) && !phrase.isNumber(k) && !phrase.isTime(k); k--) {
                by = phrase.isIn(k, BY) ? k : by;
            }
            String time = phrase.original(i, i + 1);
            boolean each = phrase.is(i - 1, "each") || phrase.is(i - 1, "every");
            boolean about = phrase.is(i - 1, "for") || phrase.is(i - 1, "since") || phrase.is(i - 1, "from");
            if (by >= 0 && deadline == null) {
                deadline = Deadline.of(phrase.original(by, i + 1));
            } else if (milestone && !about && deadline == null) {
                deadline = Deadline.of(each ? phrase.original(i - 1, i + 1) : time);
            } else if (figure
                    && period == null
                    && !phrase.isInBrackets(i)
                    && !(finding.target() instanceof Target.Maintain)) {
                period = Period.read(time).orElse(null);
            }
        }
        boolean regular = milestone
                && deadline == null
                && phrase.size() - start <= 2
                && finding.because().startsWith(Reasons.say("milestone.regular"));
        if (regular) {
            deadline = Deadline.of(words.strip());
        }
    }

    private @Nullable String unit(Finding finding) {
        Quantity quantity = finding.quantity();
        if (quantity == null) {
            return null;
        }
        if (quantity.counted() != Counted.PLAIN) {
            return quantity.unit();
        }
        int end = finding.to();
        while (end < finding.to() + 3 && phrase.isWord(end) && !phrase.isIn(end, NO_UNIT)) {
            end++;
        }
        String noun = phrase.original(finding.to(), end);
        return noun.isEmpty()
                        || finding.target() instanceof Target.Increase
                        || finding.target() instanceof Target.Reduce
                ? null
                : noun;
    }
}
