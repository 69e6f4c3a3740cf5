package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.dueregard.indicator.words.Quantity.Counted;
import org.jspecify.annotations.Nullable;

/** Reads a number with its sign, magnitude and unit. */
final class QuantityReader {

    /** A quantity and the position of the token after it. */
    record Found(Quantity quantity, int end) {}

    private static final Set<String> TIMES = Vocabulary.of("""
            day days week weeks wk wks month months mth mths year years yr yrs hour hours hr hrs minute
            minutes mins term terms""");
    private static final Set<String> BETWEEN_NUMBER_AND_TIME = Set.of("working", "school", "calendar", "consecutive");
    private static final Set<String> ROUGHLY = Vocabulary.of("""
            about around circa c ca approx approximately roughly nearly almost ~ some""");
    private static final Set<String> OPENS = Set.of("(", "[", "\"", "'", ":", "=", ",", ";", "/", ">", "<", ">=", "<=");

    private final List<Token> tokens;

    QuantityReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The quantity that begins at the token; null when none does. */
    @Nullable
    Found at(int i) {
        int at = i;
        boolean about = isRoughly(at);
        if (about) {
            at++;
            if (is(at, ".")) {
                at++;
            }
        }
        boolean minus = isSign(at, "-");
        boolean signed = minus || isSign(at, "+");
        if (signed) {
            at++;
        }
        boolean money = is(at, "£");
        if (money) {
            at++;
        }
        Numerals.Found part = money || signed ? null : Numerals.part(tokens, at);
        if (part != null) {
            return new Found(quantity(part.value(), Counted.PERCENT, "%", about, false), part.end());
        }
        Numerals.Found number = Numerals.at(tokens, at);
        if (number == null) {
            return null;
        }
        boolean year = !money && !signed && number.end() == at + 1 && TimeReader.canBeYear(tokens.get(at));
        BigDecimal value = minus ? number.value().negate() : number.value();
        Found found = money
                ? new Found(quantity(value, Counted.MONEY, "£", about, signed), number.end())
                : counted(value, number.end(), about, signed);
        return afterwards(found, year);
    }

    private Found counted(BigDecimal value, int end, boolean about, boolean signed) {
        if (is(end, "%")) {
            int next = is(end + 1, "%") ? end + 2 : end + 1;
            return is(next, "points") || is(next, "point")
                    ? new Found(quantity(value, Counted.POINTS, "percentage points", about, signed), next + 1)
                    : new Found(quantity(value, Counted.PERCENT, "%", about, signed), next);
        }
        int per = perCent(end);
        if (per > 0) {
            return new Found(quantity(value, Counted.PERCENT, "%", about, signed), per);
        }
        if (is(end, "pp") || is(end, "ppt") || is(end, "ppts")) {
            return new Found(quantity(value, Counted.POINTS, "percentage points", about, signed), end + 1);
        }
        if (is(end, "percentage") && (is(end + 1, "points") || is(end + 1, "point") || is(end + 1, "pts"))) {
            return new Found(quantity(value, Counted.POINTS, "percentage points", about, signed), end + 2);
        }
        if (is(end, "points") || is(end, "point") || is(end, "pts") || is(end, "pt")) {
            return new Found(quantity(value, Counted.BARE_POINTS, "points", about, signed), end + 1);
        }
        Found pair = pair(value, end, about, signed);
        if (pair != null) {
            return pair;
        }
        int unit = isIn(end, BETWEEN_NUMBER_AND_TIME) ? end + 1 : end;
        boolean yearOnYear = is(unit, "year") && (is(unit + 1, "on") || is(unit + 1, "by"));
        if (isIn(unit, TIMES) && !yearOnYear) {
            return new Found(quantity(value, Counted.TIME, text(end, unit + 1), about, signed), unit + 1);
        }
        return new Found(quantity(value, Counted.PLAIN, "", about, signed), end);
    }

    /** Two numbers that make one quantity: {@code 12 per 1,000}, {@code 1 in 4}, {@code 1:10}, {@code 9 of 12}. */
    private @Nullable Found pair(BigDecimal value, int end, boolean about, boolean signed) {
        boolean rate = is(end, "rate") && is(end + 1, "per");
        if (rate || is(end, "per")) {
            Numerals.Found many = Numerals.at(tokens, rate ? end + 2 : end + 1);
            if (many != null && many.value().compareTo(BigDecimal.TEN) >= 0) {
                String unit = "per " + Numerals.bare(many.value()).toPlainString();
                return new Found(quantity(value, Counted.RATE, unit, about, signed), many.end());
            }
            return null;
        }
        Found bracketed = bracketedShare(value, end, about, signed);
        if (bracketed != null) {
            return bracketed;
        }
        boolean ratio = is(end, ":");
        boolean share = is(end, "of") || is(end, "/") || (is(end, "out") && is(end + 1, "of"));
        boolean in = is(end, "in") || (is(end, "out") && is(end + 1, "of"));
        if (!ratio && !share && !in) {
            return null;
        }
        int next = is(end, "out") ? end + 2 : is(end + 1, "the") ? end + 2 : end + 1;
        boolean glued = next < tokens.size()
                && !tokens.get(next).spaced()
                && !tokens.get(end).spaced();
        Numerals.Found other = (!ratio || glued) ? Numerals.at(tokens, next) : null;
        boolean plain = other != null
                && !signed
                && value.signum() >= 0
                && other.value().signum() > 0
                && perCent(other.end()) < 0
                && !is(other.end(), "%")
                && !is(other.end(), "/")
                && !isIn(other.end(), TIMES);
        if (other == null || !plain) {
            return null;
        }
        if (ratio) {
            return new Found(quantity(value, Counted.RATIO, text(end - 1, other.end()), about, false), other.end());
        }
        if (is(end, "in")) {
            // "8 in 2014" is a date, and "3 in 12 schools" a place
            boolean oneIn = value.compareTo(other.value()) < 0 && other.value().compareTo(BigDecimal.valueOf(100)) <= 0;
            return oneIn
                    ? new Found(
                            quantity(Numerals.percent(value, other.value()), Counted.PERCENT, "%", about, false),
                            other.end())
                    : null;
        }
        return new Found(
                new Quantity(
                        value, other.value(), Counted.SHARE, text(end - 1, other.end()), about, false, false, false),
                other.end());
    }

    /** {@code 12 (of 40)}. */
    private @Nullable Found bracketedShare(BigDecimal value, int end, boolean about, boolean signed) {
        int of = is(end + 1, "out") ? end + 2 : end + 1;
        boolean opened = (is(end, "(") || is(end, "[")) && is(of, "of");
        Numerals.Found other = opened && !signed ? Numerals.at(tokens, of + 1) : null;
        boolean whole = other != null
                && (is(other.end(), ")") || is(other.end(), "]"))
                && value.signum() >= 0
                && other.value().signum() > 0;
        if (other == null || !whole) {
            return null;
        }
        return new Found(
                new Quantity(
                        value,
                        other.value(),
                        Counted.SHARE,
                        text(end - 1, other.end() + 1),
                        about,
                        false,
                        false,
                        false),
                other.end() + 1);
    }

    private Found afterwards(Found found, boolean year) {
        int end = found.end();
        Quantity quantity = found.quantity();
        boolean about = quantity.about();
        boolean plus = false;
        if (is(end, "ish") || (is(end, "-") && is(end + 1, "ish"))) {
            about = true;
            end += is(end, "-") ? 2 : 1;
        }
        if (is(end, "x")) {
            end++;
        }
        if (is(end, "+") && !tokens.get(end).spaced() && !isNumber(end + 1)) {
            plus = true;
            end++;
        }
        boolean plain = quantity.counted() == Counted.PLAIN && !about && !plus;
        return new Found(
                new Quantity(
                        quantity.value(),
                        quantity.outOf(),
                        quantity.counted(),
                        quantity.unit(),
                        about,
                        plus,
                        quantity.signed(),
                        year && plain),
                end);
    }

    private int perCent(int i) {
        if (is(i, "percent") || is(i, "pc")) {
            return i + 1;
        }
        return is(i, "per") && is(i + 1, "cent") ? i + 2 : -1;
    }

    private boolean isRoughly(int i) {
        if (!isIn(i, ROUGHLY) || (!tokens.get(i).spaced() && !isIn(i - 1, OPENS))) {
            return false;
        }
        int next = is(i + 1, ".") ? i + 2 : i + 1;
        return isNumber(is(next, "£") ? next + 1 : next) || (is(i, "some") && Numerals.at(tokens, next) != null);
    }

    /** A dash between words is no minus: it must stand free before its number. */
    private boolean isSign(int i, String sign) {
        if (!is(i, sign) || i + 1 >= tokens.size() || tokens.get(i + 1).spaced()) {
            return false;
        }
        boolean number = isNumber(i + 1) || (is(i + 1, "£") && isNumber(i + 2));
        return number && (i == 0 || tokens.get(i).spaced() || isIn(i - 1, OPENS));
    }

    private static Quantity quantity(BigDecimal value, Counted counted, String unit, boolean about, boolean signed) {
        return new Quantity(value, null, counted, unit, about, false, signed, false);
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(text.isEmpty() || !tokens.get(i).spaced() ? "" : " ")
                    .append(tokens.get(i).text());
        }
        return text.toString();
    }

    private boolean isNumber(int i) {
        return i < tokens.size() && tokens.get(i).isNumber();
    }

    private boolean is(int i, String text) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(text);
    }

    private boolean isIn(int i, Set<String> texts) {
        return i >= 0
                && i < tokens.size()
                && !tokens.get(i).isNumber()
                && texts.contains(tokens.get(i).text());
    }
}
