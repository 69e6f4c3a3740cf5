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

/** Decides which of the numbers in a figure's words is the figure, and how sure that is. */
final class FigureSettling {

    private static final Set<String> LABELS = Vocabulary.of("""
            baseline actual outturn out turn result figure total : - ( ) as at the ytd provisional final to
            date year currently current was from approx approximately circa roughly""");

    private static final Set<String> BEFORE_A_TIME = Set.of("in", "for", "during", "at", "the");
    private static final Set<String> ROUGHLY = Set.of("approx", "approximately", "circa", "roughly");

    /** They say on which side of the number the figure lies, and so that it is not the number. */
    private static final Set<String> NOT_QUITE = Set.of("nearly", "almost", "some");

    private static final Set<String> NO_UNIT = Vocabulary.of("""
            of in to with and are is have were has been for from by compared out""");

    private final String words;
    private final Phrase phrase;
    private final About about;
    private final Asides asides;
    private final List<Said> comparators;
    private final List<Said> earlier;
    private final List<Said> others = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();
    private boolean rough;

    /**
     * @param comparators what the words give of others, already told apart
     * @param earlier what the words give of earlier times, already told apart
     */
    FigureSettling(
            String words, Phrase phrase, About about, Asides asides, List<Said> comparators, List<Said> earlier) {
        this.words = words;
        this.phrase = phrase;
        this.about = about;
        this.asides = asides;
        this.comparators = comparators;
        this.earlier = earlier;
    }

    /** @param levels positions of the numbers that can be the figure; at least one */
    FigureReading settle(List<Integer> levels) {
        int before = before(levels);
        int main = before < 0 ? levels.get(0) : levels.get(levels.indexOf(before) + 1);
        Quantity first = phrase.quantity(main);
        if (first == null || first.counted() == Counted.RATIO) {
            return FigureReading.without(words, Kind.IN_WORDS, Sureness.NOT_UNDERSTOOD, Reasons.say("refused.ratio"));
        }
        int share = main;
        int percent = main;
        if (first.isPercent()) {
            share = levels.stream()
                    .filter(i -> isCounted(i, Counted.SHARE))
                    .findFirst()
                    .orElse(-1);
        } else if (first.counted() == Counted.SHARE) {
            boolean both = levels.size() == 2 && isCounted(levels.get(1), Counted.PERCENT);
            percent = both ? levels.get(1) : main;
        } else {
            share = -1;
        }
        for (int i : levels) {
            Quantity other = phrase.quantity(i);
            if (other != null && i != main && i != share && i != percent) {
                others.add(new Said(i == before ? "before" : noun(i), other.value(), period(phrase, i)));
            }
        }
        Quantity said = phrase.quantity(percent);
        Quantity quantity = said == null ? first : said;
        Quantity pair = phrase.quantity(share);
        BigDecimal numerator = pair == null ? null : pair.value();
        BigDecimal denominator = pair == null ? null : pair.outOf();
        BigDecimal value = quantity.value();
        if (quantity.signed() && value.signum() < 0 && about.isNamed(nameBefore(main))) {
            // "Male -6.8 yrs": after the indicator's own name it is a dash
            value = value.negate();
        }
        compare(quantity.isPercent() ? value : null, numerator, denominator);
        boolean computed = quantity.counted() == Counted.SHARE && isPercentage();
        boolean counted = quantity.counted() == Counted.PLAIN || quantity.counted() == Counted.SHARE;
        String doubts = doubts(levels, quantity);
        others.addAll(earlier);
        rough = isRough(percent, quantity);
        return reading(
                computed ? null : value,
                numerator,
                denominator,
                counted ? noun(main) : quantity.unit(),
                doubts.isEmpty() ? Sureness.STATED : Sureness.GUESS,
                Reasons.say("figure.read", phrase.original(main, main + 1)) + doubts);
    }

    private String doubts(List<Integer> levels, Quantity quantity) {
        String doubts = others.isEmpty() ? "" : " " + Reasons.say("doubt.number");
        boolean notQuite = quantity.about() && isNotQuite(levels);
        if (notQuite || quantity.plus() || quantity.year()) {
            doubts += " " + Reasons.say("doubt.about");
        }
        return isSentence(levels, quantity) ? doubts + " " + Reasons.say("figure.sentence") : doubts;
    }

    private boolean isNotQuite(List<Integer> levels) {
        return levels.stream()
                .map(i -> phrase.original(i, i + 1).toLowerCase(Locale.UK))
                .anyMatch(said -> NOT_QUITE.stream().anyMatch(said::startsWith));
    }

    /** {@code c. 30%}, {@code 30% approx}. */
    private boolean isRough(int i, Quantity quantity) {
        return quantity.about() || phrase.isIn(i + 1, ROUGHLY);
    }

    /** The level that the words start from, where they go on to another; -1 when they do not. */
    private int before(List<Integer> levels) {
        for (int k = 0; k + 1 < levels.size(); k++) {
            if (phrase.is(levels.get(k) - 1, "from") && reaches(levels.get(k), levels.get(k + 1))) {
                return levels.get(k);
            }
        }
        return -1;
    }

    private boolean isCounted(int i, Counted counted) {
        Quantity quantity = phrase.quantity(i);
        return quantity != null && quantity.counted() == counted;
    }

    FigureReading reading(
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
                    && !asides.isTimed(i)
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
                    && !isBeforeATime(i)
                    && !name
                    && !Comparators.isNamed(phrase, i, about)) {
                said++;
            }
        }
        return said > (quantity.counted() == Counted.SHARE || levels.size() > 1 ? 2 : 0);
    }

    private boolean isBeforeATime(int i) {
        int time = phrase.is(i + 1, "the") ? i + 2 : i + 1;
        return phrase.isIn(i, BEFORE_A_TIME) && phrase.isTime(time);
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
        while (end < i + 4 && phrase.isWord(end) && !NO_UNIT.contains(phrase.text(end))) {
            end++;
        }
        String noun = phrase.original(i + 1, end);
        return noun.isEmpty() ? null : noun;
    }

    /** The period that follows a number; null when none does. */
    static @Nullable Period period(Phrase phrase, int i) {
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
                return rough ? Reasons.say("figure.rough") + "; " + note : note;
            }
        }
        return rough ? Reasons.say("figure.rough") : null;
    }
}
