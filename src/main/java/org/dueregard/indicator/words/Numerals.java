package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers in digits and in words. */
public final class Numerals {

    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("nil", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));

    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fourty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty",
            80, "ninety", 90);

    private static final Map<String, BigDecimal> TIMES = Map.of(
            "k",
            BigDecimal.valueOf(1_000),
            "thousand",
            BigDecimal.valueOf(1_000),
            "m",
            BigDecimal.valueOf(1_000_000),
            "million",
            BigDecimal.valueOf(1_000_000),
            "bn",
            BigDecimal.valueOf(1_000_000_000));

    private static final Map<String, Integer> PARTS = Map.of(
            "half",
            2,
            "halves",
            2,
            "third",
            3,
            "thirds",
            3,
            "quarter",
            4,
            "quarters",
            4,
            "fifth",
            5,
            "fifths",
            5,
            "tenth",
            10,
            "tenths",
            10);

    /** Not numbers in the senses that they have before or after "one". */
    private static final Set<String> BEFORE_A_PRONOUN = Set.of("no", "each", "any", "every", "this", "that", "which");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A number and the position of the token after it. */
    record Found(BigDecimal value, int end) {}

    private Numerals() {}

    /**
     * An amount typed on its own: {@code 75}, {@code 75%}, {@code 1,234.5}, {@code £1,200}, {@code −6.8}. Empty when it
     * is anything else; what is left out is neither guessed nor rounded.
     */
    public static Optional<BigDecimal> typed(String words) {
        List<Token> tokens = Lexer.tokens(words.strip());
        int at = 0;
        int last = tokens.size();
        boolean negative = false;
        boolean money = false;
        while (at < last && (tokens.get(at).is("-") || tokens.get(at).is("£"))) {
            boolean minus = tokens.get(at).is("-");
            if (minus ? negative : money) {
                return Optional.empty();
            }
            negative |= minus;
            money |= !minus;
            at++;
        }
        if (last > at && tokens.get(last - 1).is("%")) {
            last--;
        }
        if (last != at + 1 || !tokens.get(at).isNumber()) {
            return Optional.empty();
        }
        BigDecimal value = inDigits(tokens.get(at));
        return value.scale() > 10 ? Optional.empty() : Optional.of(negative ? value.negate() : value);
    }

    static BigDecimal inDigits(Token number) {
        return new BigDecimal(number.text().replace(",", ""));
    }

    /** A number in digits or words at the token, with {@code k}, {@code million} and the like; null when none is. */
    static @Nullable Found at(List<Token> tokens, int i) {
        if (i >= tokens.size()) {
            return null;
        }
        Found found = tokens.get(i).isNumber() ? new Found(inDigits(tokens.get(i)), i + 1) : inWords(tokens, i);
        if (found == null || found.end() >= tokens.size()) {
            return found;
        }
        BigDecimal times = TIMES.get(tokens.get(found.end()).text());
        return times == null ? found : new Found(bare(found.value().multiply(times)), found.end() + 1);
    }

    /** {@code a third}, {@code two thirds}, {@code half}: as a percentage, to two decimals; null when there is none. */
    static @Nullable Found part(List<Token> tokens, int i) {
        int at = i;
        Integer small = at < tokens.size() ? SMALL.get(tokens.get(at).text()) : null;
        int number = 1;
        if (is(tokens, at, "a") || is(tokens, at, "one")) {
            at++;
        } else if (small != null) {
            number = small;
            at++;
        } else if (!is(tokens, at, "half")) {
            return null;
        }
        Integer of = at < tokens.size() ? PARTS.get(tokens.get(at).text()) : null;
        if (of == null || number == 0 || number > of) {
            return null;
        }
        return new Found(percent(BigDecimal.valueOf(number), BigDecimal.valueOf(of)), at + 1);
    }

    /** So many of so many as a percentage, to two decimals. */
    static BigDecimal percent(BigDecimal number, BigDecimal of) {
        return bare(number.multiply(HUNDRED).divide(of, 2, RoundingMode.HALF_UP));
    }

    /** Without zeros at the end, and never as a power of ten. */
    static BigDecimal bare(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable Found inWords(List<Token> tokens, int i) {
        if (is(tokens, i, "a") && is(tokens, i + 1, "dozen")) {
            return new Found(BigDecimal.valueOf(12), i + 2);
        }
        if (is(tokens, i, "dozen")) {
            return new Found(BigDecimal.valueOf(12), i + 1);
        }
        Found units = is(tokens, i, "a") && is(tokens, i + 1, "hundred")
                ? new Found(BigDecimal.ONE, i + 1)
                : belowHundred(tokens, i);
        if (units == null || !is(tokens, units.end(), "hundred")) {
            return units;
        }
        BigDecimal hundreds = units.value().multiply(HUNDRED);
        int next = is(tokens, units.end() + 1, "and") ? units.end() + 2 : units.end() + 1;
        Found rest = belowHundred(tokens, next);
        return rest == null ? new Found(hundreds, units.end() + 1) : new Found(hundreds.add(rest.value()), rest.end());
    }

    private static @Nullable Found belowHundred(List<Token> tokens, int i) {
        if (i >= tokens.size() || !tokens.get(i).isWord()) {
            return null;
        }
        String word = tokens.get(i).text();
        Integer tens = TENS.get(word);
        if (tens != null) {
            Integer unit = i + 1 < tokens.size() ? SMALL.get(tokens.get(i + 1).text()) : null;
            return unit != null && unit > 0 && unit < 10
                    ? new Found(BigDecimal.valueOf(tens + unit), i + 2)
                    : new Found(BigDecimal.valueOf(tens), i + 1);
        }
        Integer small = SMALL.get(word);
        if (small == null
                || (word.equals("one")
                        && i > 0
                        && BEFORE_A_PRONOUN.contains(tokens.get(i - 1).text()))) {
            return null;
        }
        return new Found(BigDecimal.valueOf(small), i + 1);
    }

    private static boolean is(List<Token> tokens, int i, String word) {
        return i < tokens.size() && tokens.get(i).is(word);
    }
}
