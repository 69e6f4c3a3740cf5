package org.dueregard.intake.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The years that the name of a plan says it is for: {@code 2017-21}, {@code April 2012 – March 2016}, {@code 2014/15}. */
final class Years {

    private static final String MONTH =
            "(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\\s+)?";
    private static final Pattern YEARS = Pattern.compile(
            "(?i)" + MONTH + "(?:19|20)\\d\\d(?:\\s*(?:[-–—/]|to)\\s*" + MONTH + "(?:(?:19|20)\\d\\d|\\d\\d)(?!\\d))?");

    private Years() {}

    static Optional<String> in(String words) {
        Matcher found = YEARS.matcher(words);
        String best = "";
        while (found.find()) {
            if (found.group().length() > best.length()) {
                best = found.group();
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best.strip());
    }
}
