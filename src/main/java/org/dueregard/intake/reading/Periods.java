package org.dueregard.intake.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;

/** Periods that stand among other words. */
public final class Periods {

    private static final int LONGEST = 6;
    private static final Pattern QUARTER = Pattern.compile("(?i).*\\b(?:q|qtr ?|quarter )([1-4])\\b.*");
    private static final Pattern SHORT_DATE = Pattern.compile("^(\\d{1,2}[/.]\\d{1,2}[/.])(\\d{2})$");
    private static final String AROUND = "^[\\s(\\[,;:–—-]+|[\\s)\\],;:.–—-]+$";

    /** What sets the parts of one apart: {@code Quarter 2, 2014/15}, {@code Q2 (2014/15)}. */
    private static final String BETWEEN = "[\\s,()\\[\\]]+";

    public record Found(String words, Period period) {}

    private Periods() {}

    /** The longest that the words name, and of those the first; {@code 2013/14} in {@code 2013/14 out turn}. */
    public static Optional<Found> in(String words) {
        String[] all = words.strip().split("\\s+");
        if (words.chars().noneMatch(Character::isDigit) || all.length > 60) {
            return Optional.empty();
        }
        for (int length = Math.min(LONGEST, all.length); length > 0; length--) {
            for (int at = 0; at + length <= all.length; at++) {
                String part = String.join(" ", java.util.Arrays.copyOfRange(all, at, at + length))
                        .replaceAll(AROUND, "");
                if (part.chars().anyMatch(Character::isDigit)) {
                    Optional<Period> period = Period.read(part)
                            .or(() -> Period.read(part.replaceAll(BETWEEN, " ").strip()))
                            .or(() -> Period.read(SHORT_DATE.matcher(part).replaceFirst("$1" + "20" + "$2")));
                    if (period.isPresent()) {
                        return Optional.of(new Found(part, period.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What a heading says its column is about; {@code Q2} means that of the plan's year, where the plan has only one. */
    public static Optional<Period> of(String heading, Period plan) {
        return in(heading).map(Found::period).or(() -> quarter(heading, plan));
    }

    private static Optional<Period> quarter(String heading, Period plan) {
        Matcher quarter = QUARTER.matcher(heading);
        return plan.kind() == PeriodKind.FINANCIAL_YEAR && quarter.matches()
                ? Optional.of(Period.quarter(
                        Integer.parseInt(quarter.group(1)), plan.firstDay().getYear()))
                : Optional.empty();
    }
}
