package org.dueregard.intake.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Year 2} as the day of something: which year that is, the years of the plan say. */
final class YearsOfPlan {

    private static final Pattern YEAR =
            Pattern.compile("(?i)\\W*(?:by |in |end of )*(?:year|yr)\\s*(?<number>[1-9]|one|two|three|four|five)\\W*");

    private static final Map<String, Integer> NUMBERS = Map.of("one", 1, "two", 2, "three", 3, "four", 4, "five", 5);

    /** {@code 2024-2027}: April to March, as councils count them. */
    private static final Pattern YEARS =
            Pattern.compile("(?i)\\D*(?<first>20\\d\\d)\\D+(?:20)?(?<last>\\d\\d)(?!\\d)\\D*");

    private YearsOfPlan() {}

    /** Adds the year in brackets. @param period of the plan, as the file has it; null for none */
    static void tell(List<Growing> nodes, @Nullable Value period) {
        Matcher years = YEARS.matcher(period == null ? "" : period.words());
        if (years.matches()) {
            int first = Integer.parseInt(years.group("first"));
            int last = first / 100 * 100 + Integer.parseInt(years.group("last"));
            nodes.forEach(node -> tell(node, first, last));
        }
    }

    private static void tell(Growing node, int first, int last) {
        node.values.replaceAll(value -> value.role() == Role.DEADLINE ? dated(value, first, last) : value);
        node.children.forEach(child -> tell(child, first, last));
    }

    private static Value dated(Value value, int first, int last) {
        Matcher year = YEAR.matcher(value.words());
        if (!year.matches()) {
            return value;
        }
        String said = year.group("number").toLowerCase(Locale.ROOT);
        int number = NUMBERS.containsKey(said) ? NUMBERS.get(said) : Integer.parseInt(said);
        int begins = first + number - 1;
        return begins < last
                ? value.saying("%s (%d/%02d)".formatted(value.words().strip(), begins, (begins + 1) % 100))
                        .as(Certainty.DOUBTFUL)
                : value;
    }
}
