package org.dueregard.intake.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number that councils put before what they plan: {@code 1.1.1}, {@code 2.}, {@code a)}, {@code EO3}, {@code CCS 12b}. A
 * bare number before words is none: {@code 25 health champions}.
 *
 * @param rest the words after it
 */
record Reference(String reference, String rest) {

    private static final Pattern BEFORE = Pattern.compile("(?s)^\\(?("
            // 1.1 and deeper, also with letters before or behind
            + "[A-Z]{0,3}\\d{1,3}(?:\\.\\d{1,3}){1,4}[a-z]?\\.?"
            // EQ 1.01; but WCAG 2.1 is a name of its own
            + "|[A-Z]{2,3} \\d{1,2}\\.\\d{1,3}(?=\\s+\\p{Lu}\\p{Ll})"
            // 1A: and 2B.
            + "|\\d{1,2}[A-Za-z](?=[:.)]|\\s+[-–—:])"
            // 1a Interpreting
            + "|\\d{1,2}[a-h](?=\\s+\\p{Lu})"
            // 1A Culture and conduct; but 3D and 4G are names of their own
            + "|\\d{1,2}[A-CEFH](?=\\s+\\p{Lu}\\p{Ll})"
            // 1. or 1) or a) or iv.
            + "|\\d{1,3}[a-z]?(?=[.)])[.)]?"
            + "|[a-zA-Z](?=\\))|[A-Ha-h](?=\\.\\s)"
            + "|[ivx]{1,4}(?=[.)])"
            // EO1, CCS 12b
            + "|[A-Z]{1,4}[ -]?\\d{1,3}[a-z]?(?=[:.)]|\\s+[-–—:]|$)"
            // EO1 Better data; but KS2 and CO2 are names of their own
            + "|(?!KS|CO2|PM)[A-Z]{2,4}\\d{1,2}(?=\\s+\\p{Lu}\\p{Ll})"
            // A1 Stations and stops; but Q1, Y6 and P8 are names of their own
            + "|[A-EG-JLNORTUVX]\\d{1,2}(?=\\s+\\p{Lu}\\p{Ll})"
            + ")[.)]?(?:\\s*[-–—:]\\s+|\\s+|$)(?!%)(.*)$");

    /** {@code Ref No. E1}. */
    private static final Pattern LABELLED = Pattern.compile(
            "(?is)ref(?:erence)?\\.?(?: no\\.?)?:?\\s+(?<number>\\p{L}{0,3}\\d{1,3}(?:\\.\\d{1,3}){0,3})\\s+(?<rest>.+)");

    /** {@code 1.Offering}. */
    private static final Pattern RUN_ON = Pattern.compile("^\\d{1,2}[.)](?=\\p{Lu}\\p{Ll})");

    private static final Pattern ALONE = Pattern.compile(
            "\\d{1,3}[A-Za-z][./-]\\d{1,3}|[A-Za-z]{0,6}[ ./-]?\\d{1,4}(?:[./-]\\d{1,3}){0,4} ?[a-zA-Z]?[.)]?[*†‡]*|[A-Z]|[a-z][).]|[ivxIVX]{1,5}[.)]?");

    /** Before other words, or alone. */
    static Optional<Reference> in(String words) {
        Matcher labelled = LABELLED.matcher(words.strip());
        if (labelled.matches()) {
            return Optional.of(new Reference(labelled.group("number"), labelled.group("rest")));
        }
        Matcher found = BEFORE.matcher(RUN_ON.matcher(words.strip()).replaceFirst("$0 "));
        if (!found.matches()) {
            return Optional.empty();
        }
        String reference = tidied(found.group(1));
        return isYear(reference)
                ? Optional.empty()
                : Optional.of(new Reference(reference, found.group(2).strip()));
    }

    /** Whether words in a column of their own can be one. */
    static boolean isOne(String words) {
        return ALONE.matcher(words.strip()).matches();
    }

    /** Whether each is a thing of its own: a, b; 1.1, 1.2; 1, 2 where they begin with 1. */
    static boolean isNext(String first, String before, String next) {
        if (before.matches("[a-hj-uw-y]") && next.matches("[b-y]")) {
            return next.charAt(0) == before.charAt(0) + 1;
        }
        int dot = before.lastIndexOf('.');
        boolean numbers = before.matches("\\d{1,3}(\\.\\d{1,3}){0,3}") && next.matches("\\d{1,3}(\\.\\d{1,3}){0,3}");
        boolean begins = dot >= 0 || first.equals("1");
        return numbers
                && begins
                && next.lastIndexOf('.') == dot
                && next.substring(0, dot + 1).equals(before.substring(0, dot + 1))
                && Integer.parseInt(next.substring(dot + 1)) == Integer.parseInt(before.substring(dot + 1)) + 1;
    }

    static String tidied(String reference) {
        String bare = reference.strip();
        return bare.indexOf('(') > 0 && bare.endsWith(")")
                ? bare
                : bare.replaceAll("[.):*†‡]+$", "").strip();
    }

    /** How many numbers deep: 3 for {@code 1.1.1}. */
    int depth() {
        return reference.split("\\.").length;
    }

    private static boolean isYear(String reference) {
        return reference.matches("(19|20)\\d\\d");
    }
}
