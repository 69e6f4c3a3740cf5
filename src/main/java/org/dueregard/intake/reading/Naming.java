package org.dueregard.intake.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is measured, in the words of what is to be done about it. */
final class Naming {

    private static final Pattern GAP = Pattern.compile("(?is).*?\\b(gaps? (?:in|between) [^,.;:]+).*");
    private static final Pattern DOING = Pattern.compile(
            "(?is)^(?:to |we will )?(?:continue to )?(?:increase|reduce|improve|narrow|halt|raise|decrease|lower|close|maintain|promote|\\d[\\d.,]*% of)\\s+(?:the (?=(?:number|percentage|proportion|share|rate) of\\b))?(?<what>.+?)(?:,? (?:by|through|via) \\p{L}+ing\\b.*|,? through .*)?$");

    private Naming() {}

    /** {@code gap in x between y and z} of {@code Halt the widening gap in x between y and z, through …}. */
    static String measured(String doing) {
        Matcher gap = GAP.matcher(doing);
        if (gap.matches()) {
            return gap.group(1).strip();
        }
        Matcher found = DOING.matcher(doing.strip());
        return found.matches() ? found.group("what").strip() : doing.strip();
    }
}
