package org.dueregard.indicator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a target may be missed and still count as at risk rather than off track.
 *
 * @param size how much, never negative
 * @param unit per cent of whatever the figure is judged against, percentage points, or the indicator's own unit; the
 *     last two are absolute and not scaled down within the year
 */
public record Tolerance(BigDecimal size, ChangeUnit unit) {

    /** What a plan starts with: 5% of whatever the figure is judged against. */
    public static final Tolerance PLAN_DEFAULT = new Tolerance(BigDecimal.valueOf(5), ChangeUnit.PERCENT);

    private static final Pattern WORDS =
            Pattern.compile("(\\d+(?:\\.\\d+)?|\\.\\d+) ?(%|per ?cent|points?|percentage points?|pp|ppts?)?");

    public Tolerance {
        if (size.signum() < 0) {
            throw new IllegalArgumentException("A tolerance is not negative: " + size);
        }
        // 5% is the same tolerance whether storage calls it 5 or 5.00
        BigDecimal bare = size.stripTrailingZeros();
        size = bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /**
     * A tolerance written as {@code 5%}, {@code 5 points} or {@code 2}; empty when the words are none.
     */
    public static Optional<Tolerance> read(@Nullable String words) {
        if (words == null) {
            return Optional.empty();
        }
        Matcher matcher = WORDS.matcher(words.trim().toLowerCase(Locale.UK));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2);
        BigDecimal size = new BigDecimal(matcher.group(1));
        if (unit == null) {
            return Optional.of(new Tolerance(size, ChangeUnit.AMOUNT));
        }
        boolean relative = unit.equals("%") || unit.startsWith("per ") || unit.equals("percent");
        return Optional.of(new Tolerance(size, relative ? ChangeUnit.PERCENT : ChangeUnit.POINTS));
    }

    /**
     * A tolerance written as {@code 5%}, {@code 5 points} or {@code 2}.
     *
     * @throws IllegalArgumentException when {@link #read(String)} finds none
     */
    public static Tolerance parse(String words) {
        return read(words).orElseThrow(() -> new IllegalArgumentException("No tolerance can be read from: " + words));
    }

    /** Whether it is a share of what the figure is judged against. */
    public boolean isRelative() {
        return unit == ChangeUnit.PERCENT;
    }

    /** How much may be missed when judged against the level, in the indicator's unit or percentage points. */
    public BigDecimal amountFor(BigDecimal level) {
        return isRelative() ? level.abs().multiply(size).movePointLeft(2) : size;
    }

    /** The tolerance as {@link #read(String)} takes it: {@code 5%}, {@code 5 points}, {@code 2}. */
    public String words() {
        String number = size.toPlainString();
        return switch (unit) {
            case PERCENT -> number + "%";
            case POINTS -> number + (size.compareTo(BigDecimal.ONE) == 0 ? " point" : " points");
            case AMOUNT -> number;
        };
    }

    @Override
    public String toString() {
        return words();
    }
}
