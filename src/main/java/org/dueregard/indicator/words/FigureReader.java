package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.words.FigureReading.Kind;
import org.dueregard.indicator.words.Quantity.Counted;
import org.jspecify.annotations.Nullable;

/** Reads the words of baselines and outturns, with the same pieces as targets are read with. */
public final class FigureReader {

    private static final int LONGEST = 1_000;

    private static final Wordings<Boolean> NOT_AVAILABLE = Wordings.of(
            "n / a",
            "n . a",
            "na",
            "not available",
            "not applicable",
            "not known",
            "unknown",
            "no data",
            "new",
            "none available",
            "not collected",
            "not recorded",
            "not measured",
            "not yet available",
            "not reported",
            "not yet known",
            "data not available",
            "no figure",
            "no figures",
            "no baseline",
            "suppressed",
            "( c )",
            "not published",
            "no outturn",
            "not previously measured",
            "not previously recorded",
            "awaiting data",
            "no comparable data",
            "-",
            "no data available",
            "nothing recorded");
    private static final Wordings<Boolean> TO_BE_CONFIRMED = Wordings.of(
            "tbc",
            "tba",
            "tbd",
            "to be confirmed",
            "to be agreed",
            "to be advised",
            "to follow",
            "awaited",
            "pending",
            "to be determined",
            "awaiting confirmation",
            "awaiting validation",
            "due in",
            "baseline to be");
    private static final Set<String> NOT_NONE = Set.of(
            "data",
            "update",
            "change",
            "target",
            "longer",
            "figure",
            "figures",
            "baseline",
            "comparable",
            "information",
            "further",
            "of",
            "more",
            "less",
            "fewer",
            "outturn",
            "one",
            "new");
    private static final Set<String> COMPARING = Set.of("compared", "against", "vs", "versus", "comparison");
    private static final Set<String> BETWEEN = Set.of(
            "(",
            ":",
            "-",
            "at",
            "is",
            "was",
            "of",
            "=",
            "figure",
            "stands",
            "currently",
            "average",
            "rate",
            "to",
            "the");
    private static final Set<String> LABELS = Set.of(
            "baseline",
            "actual",
            "outturn",
            "out",
            "turn",
            "result",
            "figure",
            "total",
            ":",
            "-",
            "(",
            ")",
            "as",
            "at",
            "the",
            "ytd",
            "provisional",
            "final",
            "to",
            "date",
            "year");

    private final String words;
    private final Phrase phrase;
    private final About about;
    private final List<Said> comparators = new ArrayList<>();
    private final List<Said> others = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();

    private FigureReader(String words, Phrase phrase, About about) {
        this.words = words;
        this.phrase = phrase;
        this.about = about;
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
        return figure(levels);
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
        boolean share = outOf(one) != null || outOf(other) != null;
        boolean comma =
                phrase.is(one + 1, ",") && phrase.original(one, other + 1).indexOf(' ') < 0;
        return !share && (other == one + 1 || (other == one + 2 && comma));
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
            return reading(value, null, null, null, Sureness.STATED, Reasons.say("standing.yes-no"));
        }
        boolean none = (phrase.is(start, "none") && phrase.size() <= start + 3)
                || (phrase.is(start, "no") && phrase.isWord(start + 1) && !phrase.isIn(start + 1, NOT_NONE));
        return none
                ? reading(BigDecimal.ZERO, null, null, null, Sureness.GUESS, Reasons.say("figure.none"))
                : inWords();
    }

    private FigureReading figure(List<Integer> levels) {
        int main = levels.get(0);
        Integer before = null;
        for (int i : levels) {
            boolean from = phrase.is(i - 1, "from")
                    && levels.indexOf(i) + 1 < levels.size()
                    && reaches(i, levels.get(levels.indexOf(i) + 1));
            if (from) {
                before = i;
                main = levels.get(levels.indexOf(i) + 1);
                break;
            }
        }
        Quantity quantity = phrase.quantity(main);
        if (quantity == null || quantity.counted() == Counted.RATIO) {
            return FigureReading.without(words, Kind.IN_WORDS, Sureness.NOT_UNDERSTOOD, Reasons.say("refused.ratio"));
        }
        BigDecimal value = quantity.value();
        boolean afterName = quantity.signed() && value.signum() < 0 && about.isNamed(nameBefore(main));
        if (afterName) {
            value = value.negate();
        }
        BigDecimal numerator = null;
        BigDecimal denominator = null;
        int share = -1;
        for (int i : levels) {
            Quantity other = phrase.quantity(i);
            boolean belongs = other != null
                    && other.counted() == Counted.SHARE
                    && (i == main || (quantity.isPercent() && share < 0));
            if (other != null && belongs) {
                share = i;
                numerator = other.value();
                denominator = other.outOf();
            } else if (other != null
                    && i != main
                    && share < 0
                    && quantity.counted() == Counted.SHARE
                    && other.isPercent()
                    && levels.size() == 2) {
                value = other.value();
                quantity = other;
                numerator = phrase.quantity(main) == null ? null : value(main);
                denominator = outOf(main);
                share = i;
            } else if (other != null && i != main && i != share) {
                others.add(new Said(before != null && i == before ? "before" : noun(i), other.value(), period(i)));
            }
        }
        if (share == main
                && levels.size() == 2
                && phrase.quantity(levels.get(1)) != null
                && isPercentAt(levels.get(1))) {
            others.clear();
            quantity = java.util.Objects.requireNonNull(phrase.quantity(levels.get(1)));
            value = quantity.value();
        }
        compare(quantity.isPercent() ? value : null, numerator, denominator);
        boolean percentage = isPercentage();
        @Nullable BigDecimal stated = quantity.counted() == Counted.SHARE && percentage ? null : value;
        String because = Reasons.say("figure.read", phrase.original(main, main + 1));
        Sureness sureness = Sureness.STATED;
        if (!others.isEmpty()) {
            sureness = Sureness.GUESS;
            because += " " + Reasons.say("doubt.number");
        }
        if (quantity.about() || quantity.plus() || quantity.year()) {
            sureness = Sureness.GUESS;
            because += " " + Reasons.say("doubt.about");
        }
        if (isSentence(levels, quantity)) {
            sureness = Sureness.GUESS;
            because += " " + Reasons.say("figure.sentence");
        }
        String unit = quantity.counted() == Counted.PLAIN
                ? noun(main)
                : quantity.counted() == Counted.SHARE ? noun(main) : quantity.unit();
        return reading(stated, numerator, denominator, unit, sureness, because);
    }

    private BigDecimal value(int i) {
        return java.util.Objects.requireNonNull(phrase.quantity(i)).value();
    }

    private @Nullable BigDecimal outOf(int i) {
        Quantity quantity = phrase.quantity(i);
        return quantity == null ? null : quantity.outOf();
    }

    private boolean isPercentAt(int i) {
        Quantity quantity = phrase.quantity(i);
        return quantity != null && quantity.isPercent();
    }

    private FigureReading reading(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String unit,
            Sureness sureness,
            String because) {
        Period period = null;
        for (int i = 0; i < phrase.size() && period == null; i++) {
            boolean own = phrase.isTime(i)
                    && !isOfAnother(i)
                    && (i <= 2
                            || phrase.is(i - 1, "in")
                            || phrase.is(i - 1, "(")
                            || phrase.is(i - 1, "for")
                            || phrase.is(i - 1, "at"));
            period = own ? Period.read(phrase.original(i, i + 1)).orElse(null) : null;
        }
        return new FigureReading(
                words,
                Kind.FIGURE,
                value,
                numerator,
                denominator,
                unit,
                period,
                comparators,
                others,
                note(),
                sureness,
                because,
                contradictions);
    }

    /** Whether a further number stands between the first and the date. */
    private boolean isOfAnother(int time) {
        return phrase.numbers().stream().skip(1).anyMatch(number -> number < time)
                && phrase.numbers().get(0) < time;
    }

    /** Whether the number is somebody else's, and keeps it if so. */
    private boolean isComparators(int i, Quantity quantity, boolean first) {
        for (int k = i - 1; k >= Math.max(0, i - 6) && !phrase.isNumber(k); k--) {
            Comparators.Found named = Comparators.isNamed(phrase, k, about) || phrase.is(k, "london")
                    ? Comparators.at(phrase, k, about)
                    : null;
            if (named != null && phrase.skip(named.end(), BETWEEN) == i) {
                comparators.add(new Said(named.name(), quantity.value(), period(i)));
                return true;
            }
        }
        Comparators.Found after = Comparators.at(phrase, i + 1, about);
        if (after != null && !first) {
            comparators.add(new Said(after.name(), quantity.value(), period(i)));
            return true;
        }
        boolean dated = phrase.is(i + 1, "in") && phrase.isTime(i + 2);
        boolean compared = !first
                && !dated
                && (phrase.isIn(i - 1, COMPARING)
                        || (phrase.is(i - 1, "to") || phrase.is(i - 1, "with")) && phrase.isIn(i - 2, COMPARING));
        if (compared) {
            comparators.add(new Said(null, quantity.value(), period(i)));
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

    private boolean reaches(int from, int to) {
        for (int k = from + 1; k < to; k++) {
            if (phrase.is(k, "to")) {
                return true;
            }
        }
        return false;
    }

    private void compare(
            @Nullable BigDecimal stated, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        if (numerator == null || denominator == null || denominator.signum() == 0) {
            return;
        }
        String share = numerator.toPlainString() + " of " + denominator.toPlainString();
        if (numerator.compareTo(denominator) > 0) {
            contradictions.add(Reasons.say("figure.above", share));
        } else if (stated != null) {
            int places = Math.max(0, stated.scale());
            BigDecimal computed = numerator.movePointRight(2).divide(denominator, places, RoundingMode.HALF_UP);
            if (computed.compareTo(stated) != 0) {
                BigDecimal shown =
                        numerator.movePointRight(2).divide(denominator, Math.max(1, places), RoundingMode.HALF_UP);
                contradictions.add(Reasons.say(
                        "figure.differs",
                        stated.toPlainString(),
                        share,
                        Numerals.bare(shown).toPlainString()));
            }
        }
    }

    private boolean isPercentage() {
        if (about.measure() != null) {
            return about.measure().valueKind() == ValueKind.PERCENTAGE;
        }
        String name = about.name().toLowerCase(Locale.UK);
        return name.contains("%") || name.contains("percentage") || name.contains("proportion");
    }

    /** Whether more words stand there than a label, a unit and notes in brackets. */
    private boolean isSentence(List<Integer> levels, Quantity quantity) {
        int depth = 0;
        int said = 0;
        for (int i = 0; i < phrase.size(); i++) {
            depth += phrase.is(i, "(") ? 1 : phrase.is(i, ")") ? -1 : 0;
            boolean name = i < levels.get(0) && about.isNamed(nameBefore(levels.get(0)));
            if (depth == 0
                    && phrase.isWord(i)
                    && !phrase.isIn(i, LABELS)
                    && !name
                    && !Comparators.isNamed(phrase, i, about)) {
                said++;
            }
        }
        return said > (quantity.counted() == Counted.SHARE || levels.size() > 1 ? 2 : 0);
    }

    private String nameBefore(int i) {
        int from = i;
        while (phrase.isWord(from - 1)) {
            from--;
        }
        return phrase.original(from, i);
    }

    private @Nullable String noun(int i) {
        int end = i + 1;
        while (end < i + 4
                && phrase.isWord(end)
                && !Set.of(
                                "of",
                                "in",
                                "to",
                                "with",
                                "and",
                                "are",
                                "is",
                                "have",
                                "were",
                                "has",
                                "been",
                                "for",
                                "from",
                                "by",
                                "compared",
                                "out")
                        .contains(phrase.text(end))) {
            end++;
        }
        String noun = phrase.original(i + 1, end);
        return noun.isEmpty() ? null : noun;
    }

    private @Nullable Period period(int i) {
        int at = phrase.is(i + 1, "in") || phrase.is(i + 1, "(") || phrase.is(i + 1, "for") ? i + 2 : i + 1;
        if (phrase.isTime(at)) {
            return Period.read(phrase.original(at, at + 1)).orElse(null);
        }
        for (int k = i + 1; k < Math.min(phrase.size(), i + 9) && !phrase.isNumber(k); k++) {
            if (phrase.is(k, "in") && phrase.isTime(k + 1)) {
                return Period.read(phrase.original(k + 1, k + 2)).orElse(null);
            }
        }
        return null;
    }

    private @Nullable String note() {
        for (int i = 0; i < phrase.size(); i++) {
            if (!phrase.is(i, "(")) {
                continue;
            }
            int end = i + 1;
            boolean number = false;
            while (end < phrase.size() && !phrase.is(end, ")")) {
                number |= phrase.isNumber(end);
                end++;
            }
            String note = phrase.original(i + 1, end);
            if (!number && !note.isEmpty() && !(phrase.isTime(i + 1) && end == i + 2)) {
                return note;
            }
        }
        return null;
    }

    private FigureReading notAvailable() {
        return FigureReading.without(words, Kind.NOT_AVAILABLE, Sureness.STATED, Reasons.say("figure.not-available"));
    }

    private FigureReading inWords() {
        return FigureReading.without(words, Kind.IN_WORDS, Sureness.NOT_UNDERSTOOD, Reasons.say("figure.in-words"));
    }
}
