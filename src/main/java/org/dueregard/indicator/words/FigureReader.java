package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.words.FigureReading.Kind;
import org.dueregard.indicator.words.Quantity.Counted;
import org.jspecify.annotations.Nullable;

/** Reads the words of baselines and outturns, with the same pieces as targets are read with. */
public final class FigureReader {

    private static final int LONGEST = 1_000;

    private static final Wordings<Boolean> NOT_AVAILABLE = Wordings.of("""
            n / a, n . a, na, not available, not applicable, not known, unknown, no data, new, none available,
            not collected, not recorded, not measured, not yet available, not reported, not yet known,
            data not available, no figure, no figures, no baseline, suppressed, ( c ), not published,
            no outturn, not previously measured, not previously recorded, awaiting data, no comparable data,
            -, no data available, nothing recorded""");
    private static final Wordings<Boolean> TO_BE_CONFIRMED = Wordings.of("""
            tbc, tba, tbd, to be confirmed, to be agreed, to be advised, to follow, awaited, pending,
            to be determined, awaiting confirmation, awaiting validation, due in, baseline to be""");
    private static final Set<String> NOT_NONE = Vocabulary.of("""
            data update change target longer figure figures baseline comparable information further of more
            less fewer outturn one new""");
    private static final Set<String> COMPARING = Set.of("compared", "against", "vs", "versus", "comparison");
    private static final Set<String> BETWEEN = Vocabulary.of("""
            ( : - at is was of = figure stands currently average rate to the""");

    private final String words;
    private final Phrase phrase;
    private final About about;
    private final Asides asides;
    private final List<Said> comparators = new ArrayList<>();
    private final List<Said> earlier = new ArrayList<>();

    private FigureReader(String words, Phrase phrase, About about) {
        this.words = words;
        this.phrase = phrase;
        this.about = about;
        this.asides = Asides.of(phrase);
    }

    /** Reads the words. Never refuses: what is not understood is said to be so, and why. */
    public static FigureReading read(@Nullable String words, About about) {
        String said = words == null ? "" : words;
        if (said.isBlank()) {
            return FigureReading.without(said, Kind.NOT_AVAILABLE, Sureness.STATED, Reasons.say("figure.empty"));
        }
        if (said.length() > LONGEST) {
            return FigureReading.without(
                    said, Kind.IN_WORDS, Sureness.NOT_UNDERSTOOD, Reasons.say("refused.long", LONGEST));
        }
        return new FigureReader(said, Phrase.of(said), about).read();
    }

    private FigureReading read() {
        List<Integer> numbers = phrase.numbers();
        if (phrase.isEmpty()) {
            boolean dash = words.strip().length() == 1;
            return dash ? notAvailable() : inWords();
        }
        if (TO_BE_CONFIRMED.end(phrase, 0) > 0) {
            return FigureReading.without(words, Kind.TO_BE_CONFIRMED, Sureness.STATED, Reasons.say("figure.tbc"));
        }
        if (numbers.isEmpty()) {
            return withoutNumber();
        }
        List<Integer> levels = new ArrayList<>();
        Integer changed = null;
        for (int i : numbers) {
            Quantity quantity = phrase.quantity(i);
            if (quantity == null || isLength(i, quantity) || isComparators(i, quantity, levels.isEmpty())) {
                continue;
            }
            Said before = asides.earlier(i);
            if (before != null) {
                earlier.add(before);
                continue;
            }
            if (isChange(i)) {
                changed = changed == null ? Integer.valueOf(i) : changed;
            } else {
                levels.add(i);
            }
        }
        if (levels.isEmpty() && changed != null && isChangeMeasured()) {
            levels.add(changed);
        }
        if (levels.isEmpty()) {
            return inWords();
        }
        int first = levels.get(0);
        Side.Found limit = limitBefore(first);
        if (limit != null) {
            return FigureReading.without(words, Kind.IN_WORDS, Sureness.NOT_UNDERSTOOD, Reasons.say("figure.limit"));
        }
        if (levels.size() > 1 && isRunTogether(first, levels.get(1))) {
            return FigureReading.without(
                    words, Kind.IN_WORDS, Sureness.NOT_UNDERSTOOD, Reasons.say("refused.two-things"));
        }
        return settling().settle(levels);
    }

    /** {@code <5}, {@code over 90%}: a limit is no value. */
    private Side.@Nullable Found limitBefore(int number) {
        for (int i = Math.max(0, number - 3); i < number; i++) {
            Side.Found side = Side.at(phrase, i);
            boolean limit =
                    side != null && side.end() == number && side.side() != Side.IN_LINE && side.side() != Side.EQUAL;
            if (limit) {
                return side;
            }
        }
        return null;
    }

    /** {@code 45% 50%}, {@code 12,34}: nothing tells which is meant. */
    private boolean isRunTogether(int one, int other) {
        boolean share = isShare(one) || isShare(other);
        boolean comma =
                phrase.is(one + 1, ",") && phrase.original(one, other + 1).indexOf(' ') < 0;
        return !share && (other == one + 1 || (other == one + 2 && comma));
    }

    private boolean isShare(int i) {
        Quantity quantity = phrase.quantity(i);
        return quantity != null && quantity.counted() == Counted.SHARE;
    }

    private FigureReading withoutNumber() {
        int start = phrase.isTime(0) ? phrase.skip(1, Set.of(":", "-")) : 0;
        int end = NOT_AVAILABLE.end(phrase, start);
        if (end > 0
                && (end >= phrase.size()
                        || phrase.is(end, "(")
                        || phrase.is(end, "indicator")
                        || phrase.is(end, "measure")
                        || phrase.is(end, "-")
                        || phrase.is(end, "for")
                        || phrase.is(end, "in")
                        || phrase.is(end, "this")
                        || phrase.is(end, "yet")
                        || phrase.is(end, "as")
                        || phrase.is(end, ","))) {
            return notAvailable();
        }
        boolean tbc = false;
        for (int i = 0; i < phrase.size(); i++) {
            tbc |= phrase.is(i, "tbc")
                    || (phrase.is(i, "to") && phrase.is(i + 1, "be") && phrase.is(i + 2, "confirmed"));
        }
        if (tbc) {
            return FigureReading.without(words, Kind.TO_BE_CONFIRMED, Sureness.STATED, Reasons.say("figure.tbc"));
        }
        boolean yesNo = about.measure() != null && about.measure().valueKind() == ValueKind.YES_NO;
        if (yesNo && phrase.size() == 1 && (phrase.is(0, "yes") || phrase.is(0, "no"))) {
            BigDecimal value = phrase.is(0, "yes") ? BigDecimal.ONE : BigDecimal.ZERO;
            return settling().reading(value, null, null, null, Sureness.STATED, Reasons.say("standing.yes-no"));
        }
        boolean none = (phrase.is(start, "none") && phrase.size() <= start + 3)
                || (phrase.is(start, "no") && phrase.isWord(start + 1) && !phrase.isIn(start + 1, NOT_NONE));
        return none
                ? settling().reading(BigDecimal.ZERO, null, null, null, Sureness.GUESS, Reasons.say("figure.none"))
                : inWords();
    }

    /** Whether the number is somebody else's, and keeps it if so. */
    private boolean isComparators(int i, Quantity quantity, boolean first) {
        Said other = asides.other(i);
        if (other != null) {
            comparators.add(other);
            return true;
        }
        for (int k = i - 1; k >= Math.max(0, i - 6) && !phrase.isNumber(k); k--) {
            Comparators.Found named = Comparators.isNamed(phrase, k, about) || phrase.is(k, "london")
                    ? Comparators.at(phrase, k, about)
                    : null;
            if (named != null && phrase.skip(named.end(), BETWEEN) == i) {
                comparators.add(new Said(named.name(), quantity.value(), FigureSettling.period(phrase, i)));
                return true;
            }
        }
        Comparators.Found after = Comparators.at(phrase, i + 1, about);
        if (after != null && !first) {
            comparators.add(new Said(after.name(), quantity.value(), FigureSettling.period(phrase, i)));
            return true;
        }
        boolean dated = phrase.is(i + 1, "in") && phrase.isTime(i + 2);
        boolean compared = !first
                && !dated
                && (phrase.isIn(i - 1, COMPARING)
                        || (phrase.is(i - 1, "to") || phrase.is(i - 1, "with")) && phrase.isIn(i - 2, COMPARING));
        if (compared) {
            comparators.add(new Said(null, quantity.value(), FigureSettling.period(phrase, i)));
        }
        return compared;
    }

    /** {@code by 2%}, {@code a 6% increase}: a change, not a level. */
    private boolean isChange(int i) {
        if (phrase.is(i - 1, "up") || phrase.is(i - 1, "down")) {
            return true;
        }
        if (Way.isNoun(phrase.text(i + 1)) || (phrase.is(i - 1, "of") && Way.isNoun(phrase.text(i - 2)))) {
            return true;
        }
        if (phrase.is(i - 1, "by")) {
            for (int k = i - 2; k >= Math.max(0, i - 5); k--) {
                if (Way.at(phrase, k) != null
                        || phrase.is(k, "fell")
                        || phrase.is(k, "rose")
                        || phrase.is(k, "up")
                        || phrase.is(k, "down")) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isChangeMeasured() {
        return Way.at(Phrase.of(about.name()), 0) != null;
    }

    private boolean isLength(int i, Quantity quantity) {
        boolean duration = about.measure() != null && about.measure().valueKind() == ValueKind.DURATION;
        boolean within = phrase.is(i - 1, "within") || phrase.is(i - 1, "the") && phrase.is(i - 2, "within");
        return quantity.counted() == Counted.TIME && !duration && (within || phrase.is(i + 1, "timescale"));
    }

    private FigureSettling settling() {
        return new FigureSettling(words, phrase, about, asides, comparators, earlier);
    }

    private FigureReading notAvailable() {
        return FigureReading.without(words, Kind.NOT_AVAILABLE, Sureness.STATED, Reasons.say("figure.not-available"));
    }

    private FigureReading inWords() {
        return FigureReading.without(words, Kind.IN_WORDS, Sureness.NOT_UNDERSTOOD, Reasons.say("figure.in-words"));
    }
}
