package org.dueregard.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;
import org.jspecify.annotations.Nullable;

/** Prints an indicator's values, differences and spans of time as its sentences show them. */
final class Amounts {

    /** Beyond the decimals shown, levels and distances are printed with so many more: enough to see why. */
    private static final int FURTHER_DECIMALS = 2;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final Set<String> SAID_BY_THE_SIGN = Set.of("%", "percentage points", "per cent", "percentage", "£");

    private final Measure measure;
    private final int places;
    private final Phrases phrases;

    /**
     * Amounts of a measure.
     *
     * @param places the decimals that its figures are shown with
     */
    Amounts(Measure measure, int places, Phrases phrases) {
        this.measure = measure;
        this.places = places;
        this.phrases = phrases;
    }

    /** Half up, away from nought below it: as people round. */
    BigDecimal shown(BigDecimal value) {
        return value.setScale(places, RoundingMode.HALF_UP);
    }

    /** A figure with its unit: {@code 75.0%}, {@code 19 foster carers}. */
    String figure(BigDecimal value) {
        BigDecimal shown = shown(value);
        // "1 exclusions" would be wrong, and units have no singular of their own
        boolean one = shown.abs().compareTo(BigDecimal.ONE) == 0 && measure.valueKind() != ValueKind.RATE;
        return one ? bare(number(shown, places)) : withUnit(bare(number(shown, places)));
    }

    /** A figure without its unit, but with its sign: {@code 75.0%}, {@code 19}. */
    String plainFigure(BigDecimal value) {
        return measure.isYesNo() ? yesNo(value) : bare(number(shown(value), places));
    }

    /**
     * What a figure is judged against, which is not rounded to the decimals of figures: {@code 75%}, {@code 528.75}.
     */
    String level(BigDecimal value) {
        return measure.isYesNo() ? yesNo(value) : bare(exact(value));
    }

    String range(BigDecimal low, BigDecimal high) {
        return phrases.say("range", "low", level(low), "high", level(high));
    }

    /** How far apart, without direction: {@code 2 percentage points}, {@code 1}, {@code £200}. */
    String distance(BigDecimal difference) {
        BigDecimal size = difference.abs();
        String number = exact(size);
        if (measure.isPercentage()) {
            return phrases.say(isOne(size) ? "points.one" : "points.many", "value", number);
        }
        if (measure.valueKind() == ValueKind.DURATION && !isOne(size)) {
            return withUnit(number);
        }
        return bare(number);
    }

    /** A distance when it is already plain that percentage points are meant: {@code 4.45 points}. */
    String shortDistance(BigDecimal difference) {
        BigDecimal size = difference.abs();
        return measure.isPercentage()
                ? phrases.say(
                        isOne(size) ? "short.points.one" : "short.points.many", "value", decimals(size, places + 4))
                : bare(decimals(size, places + 4));
    }

    /** The amount of an increase or reduction: {@code 5%}, {@code 5 percentage points}, {@code 800}. */
    String change(Target.Change change) {
        return switch (change.unit()) {
            case PERCENT -> phrases.say("percentage", "value", plain(change.amount()));
            case POINTS ->
                phrases.say(isOne(change.amount()) ? "points.one" : "points.many", "value", plain(change.amount()));
            case AMOUNT -> measure.isPercentage() ? distance(change.amount()) : bare(plain(change.amount()));
        };
    }

    String yesNo(BigDecimal value) {
        return phrases.say(value.signum() == 0 ? "no" : "yes");
    }

    String share(Figure figure) {
        return phrases.say(
                "share",
                "numerator",
                plainOrUnknown(figure.numerator()),
                "denominator",
                plainOrUnknown(figure.denominator()));
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String period(Period period) {
        return period.kind() == PeriodKind.ACADEMIC_YEAR
                ? phrases.say("period.ACADEMIC_YEAR", "period", period.label())
                : period.kind() == PeriodKind.TERM
                        ? phrases.say("period.TERM", "period", period.label())
                        : period.label();
    }

    /** The value as of another period than the one the reader has in mind. */
    String forPeriod(String value, Period period) {
        return phrases.say(
                period.kind() == PeriodKind.DATE ? "value.on" : "value.for", "value", value, "period", period(period));
    }

    /** How many decimals a value was given with; zeros at the end are an accident of storage. */
    static int decimalsOf(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    /** All decimals that were given, with commas for thousands. */
    static String plain(BigDecimal value) {
        return number(value, decimalsOf(value));
    }

    private String plainOrUnknown(@Nullable BigDecimal value) {
        return value == null ? "?" : plain(value);
    }

    private String exact(BigDecimal value) {
        return decimals(value, Math.max(places, measure.decimals()) + FURTHER_DECIMALS);
    }

    private static String decimals(BigDecimal value, int most) {
        BigDecimal rounded = value.setScale(Math.min(most, Math.max(value.scale(), 0)), RoundingMode.HALF_UP);
        return number(rounded, decimalsOf(rounded));
    }

    private String bare(String number) {
        if (measure.isPercentage()) {
            return phrases.say("percentage", "value", number);
        }
        if (measure.valueKind() == ValueKind.MONEY) {
            boolean negative = number.startsWith("-");
            return phrases.say("money", "sign", negative ? "-" : "", "value", negative ? number.substring(1) : number);
        }
        return number;
    }

    private String withUnit(String value) {
        String unit = measure.unit();
        if (unit == null || unit.isBlank() || measure.isPercentage() || SAID_BY_THE_SIGN.contains(unit.trim())) {
            return value;
        }
        return phrases.say("with.unit", "value", value, "unit", unit.trim());
    }

    private static boolean isOne(BigDecimal value) {
        return value.compareTo(BigDecimal.ONE) == 0;
    }

    private static String number(BigDecimal value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        // a rounded "-0" is nought
        return format.format(value.signum() == 0 ? BigDecimal.ZERO : value);
    }
}
