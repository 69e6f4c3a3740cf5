package org.dueregard.indicator.words;

import java.util.List;
import java.util.Set;

/** Finds names with numbers in them ({@code key stage 2}, {@code aged 11-16}): their digits are no values. */
final class LabelReader {

    private static final Set<String> NUMBERED = Vocabulary.of("""
            stage stages ks level levels band bands tier tiers section phase lot objective group grade grades
            item priority wave question q zone type category appendix version part theme strand action
            progress attainment capped pillar domain outcome ward standard article form room unit stonewall
            cohort cohorts tranche module wres wdes eds metric metrics indicator indicators bvpi ni lpi kpi pi""");
    /** What is numbered by version or year: {@code WCAG 2.2}. */
    private static final Set<String> STANDARDS = Set.of("wcag", "iso", "pas", "bs", "eds");

    private static final Set<String> YEARS = Set.of("year", "yr", "years", "yrs", "month", "months");
    private static final Set<String> OF_AN_AGE = Set.of("old", "olds", "population", "cohort", "of");
    private static final Set<String> UNDER_OR_OVER = Set.of("under", "over");
    private static final Set<String> OF_YOUNG_OR_OLD = Vocabulary.of("""
            conception conceptions pregnancy pregnancies population populations unemployment""");
    private static final Set<String> CENSUS = Set.of("census");
    private static final Set<String> AGES = Set.of("aged", "age", "ages");
    private static final Set<String> EXAMS = Set.of("a", "gcse", "gcses", "good");
    private static final Set<String> RANKS = Set.of("top", "bottom", "best", "worst", "upper");
    private static final Set<String> SMALL = Vocabulary.of("""
            one two three four five six seven eight nine ten eleven twelve""");
    private static final Set<String> THE = Set.of("the", "these", "those");
    private static final Set<String> SPANS = Set.of("past", "last", "next", "previous", "first", "preceding", "coming");
    private static final Set<String> OFTEN = Set.of("every", "each");
    private static final Set<String> LENGTHS = Vocabulary.of("""
            year years yr yrs month months week weeks day days quarters terms""");
    private static final Set<String> ONE_TO_ONE = Vocabulary.of("""
            support tuition work sessions session mentoring meetings meeting advice coaching""");
    private static final Set<String> HALF_YEAR = Set.of("six");

    /** What has a length and is made or done once. */
    private static final Set<String> LASTING = Vocabulary.of("""
            plan plans review reviews strategy strategies programme programmes report reports contract scheme cycle
            project projects agreement framework policy action business work workplan equality strategic evaluation
            survey vision delivery""");

    private static final int LAST_SCHOOL_YEAR = 14;

    private final List<Token> tokens;

    LabelReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The position after the name that begins here; -1 when none does. */
    int end(int i) {
        Token token = tokens.get(i);
        int often = often(i);
        if (often > 0) {
            return often;
        }
        int lasting = lasting(i);
        if (lasting > 0) {
            return lasting;
        }
        if (token.isWord()) {
            int one = one(i);
            if (one > 0) {
                return one;
            }
            if (NUMBERED.contains(token.text()) && isWhole(i + 1)) {
                return list(i + 1);
            }
            // the two groups: which, and not how many
            if (THE.contains(token.text())
                    && is(i + 1, SMALL)
                    && i + 2 < tokens.size()
                    && tokens.get(i + 2).isWord()) {
                return i + 2;
            }
            if (STANDARDS.contains(token.text())
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isNumber()
                    && !isIn(i + 2, "%")) {
                return i + 2;
            }
            boolean schoolYear = token.is("year") || token.is("years") || token.is("yr");
            if (schoolYear && isWhole(i + 1) && value(i + 1) <= LAST_SCHOOL_YEAR && !isIn(i + 2, "%")) {
                return list(i + 1);
            }
            boolean bounded = AGES.contains(token.text()) && is(i + 1, Set.of("under", "over", "below", "above"));
            if (bounded && isWhole(i + 2)) {
                return i + 3;
            }
            if (CENSUS.contains(token.text()) && isYearOfCensus(i + 1)) {
                return i + 2;
            }
            if (UNDER_OR_OVER.contains(token.text())
                    && isWhole(afterDash(i))
                    && is(afterDash(afterDash(i)), OF_YOUNG_OR_OLD)) {
                return afterDash(i) + 1;
            }
            if (AGES.contains(token.text()) && isWhole(i + 1)) {
                int end = list(i + 1);
                return is(end, YEARS) ? end + 1 : end;
            }
            boolean age = SMALL.contains(token.text()) && is(i + 1, YEARS) && is(i + 2, Set.of("old", "olds"));
            if (age) {
                return i + 3;
            }
            if (SPANS.contains(token.text())
                    && isWhole(i + 1)
                    && (is(i + 2, YEARS) || is(i + 2, Set.of("day", "days", "week", "weeks")))) {
                return i + 3;
            }
            if (RANKS.contains(token.text())
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isNumber()) {
                return isIn(i + 2, "%") ? i + 3 : i + 2;
            }
            return -1;
        }
        return token.isNumber() ? afterNumber(i) : -1;
    }

    private boolean isYearOfCensus(int i) {
        return i < tokens.size() && tokens.get(i).text().matches("(19|20)\\d[12]");
    }

    /** The position after the one given, and after a dash behind it. */
    private int afterDash(int i) {
        return isIn(i + 1, "-") ? i + 2 : i + 1;
    }

    /** {@code two years} of {@code every two years}, {@code six-monthly}: how often, not how much. */
    private int often(int i) {
        if (!isWhole(i) && !is(i, SMALL)) {
            return -1;
        }
        if (is(i - 1, OFTEN) && is(i + 1, LENGTHS)) {
            return i + 2;
        }
        int monthly = isIn(i + 1, "-") ? i + 2 : i + 1;
        boolean joined = isIn(monthly, "monthly") && !tokens.get(monthly).spaced();
        boolean last = isIn(monthly, "monthly") && monthly + 1 >= tokens.size();
        boolean halfYearly = isIn(monthly, "monthly") && (is(i, HALF_YEAR) || isText(i, "6"));
        return joined || last || halfYearly ? monthly + 1 : -1;
    }

    /** {@code five year} of {@code five year review}: how long it is for, and not how much. */
    private int lasting(int i) {
        if (!isWhole(i) && !is(i, SMALL)) {
            return -1;
        }
        int length = isIn(i + 1, "-") ? i + 2 : i + 1;
        boolean lasts = is(length, Set.of("year", "yr", "month")) && is(length + 1, LASTING);
        return lasts ? length + 1 : -1;
    }

    /** {@code one to one}, {@code one-stop}. */
    private int one(int i) {
        int to = isIn(i + 1, "-") ? i + 2 : i + 1;
        int again = isIn(to + 1, "-") ? to + 2 : to + 1;
        if (isIn(i, "one") && isIn(to, "to") && isIn(again, "one")) {
            return again + 1;
        }
        return isIn(i, "one") && isIn(to, "stop") ? to + 1 : -1;
    }

    private int afterNumber(int i) {
        int range = isWhole(i) && (isIn(i + 1, "-") || isIn(i + 1, "to")) && isWhole(i + 2) ? i + 3 : i + 1;
        if (isYearOfCensus(i) && is(i + 1, CENSUS)) {
            return i + 2;
        }
        boolean age = is(range, YEARS) && is(range + 1, OF_AN_AGE) && !isIn(range + 1, "of");
        if (age || (is(range, YEARS) && isIn(range + 1, "of") && isIn(range + 2, "age"))) {
            return isIn(range + 1, "of") ? range + 3 : range + 2;
        }
        int plus = isIn(i + 1, "+") ? i + 2 : i + 1;
        boolean grades = plus < tokens.size()
                && tokens.get(plus).isWord()
                && (tokens.get(plus).text().startsWith("a*") || (plus > i + 1 && is(plus, EXAMS)));
        if (grades) {
            return plus + 1;
        }
        if (isIn(i + 1, "%") && isIn(i + 2, "most") && isIn(i + 3, "deprived")) {
            return i + 4;
        }
        boolean roundTheClock = isText(i, "24") && isIn(i + 1, "/") && isText(i + 2, "7");
        boolean oneToOne = isText(i, "1")
                && (isIn(i + 1, ":") || isIn(i + 1, "to"))
                && isText(i + 2, "1")
                && is(i + 3, ONE_TO_ONE);
        boolean degree = isText(i, "2")
                && isIn(i + 1, ":")
                && (isText(i + 2, "1") || isText(i + 2, "2"))
                && !isIn(i + 3, "ratio");
        if (roundTheClock || oneToOne || degree) {
            return i + 3;
        }
        return isText(i, "1") && isIn(i + 1, "-") && isText(i + 2, "2") && isIn(i + 3, "-") && isText(i + 4, "1")
                ? i + 5
                : -1;
    }

    /** {@code 2}, {@code 2 and 4}, {@code 11-16}, {@code 4+}. */
    private int list(int i) {
        int end = i + 1;
        boolean more = isIn(end, "-") || isIn(end, "&") || isIn(end, "and") || isIn(end, "to") || isIn(end, "/");
        if (more && isWhole(end + 1) && !isIn(end + 2, "%")) {
            end += 2;
        }
        return isIn(end, "+") ? end + 1 : end;
    }

    private boolean isWhole(int i) {
        return i < tokens.size()
                && tokens.get(i).isNumber()
                && tokens.get(i).text().length() <= 3
                && !tokens.get(i).text().contains(".")
                && !isIn(i + 1, "%");
    }

    private int value(int i) {
        return Integer.parseInt(tokens.get(i).text());
    }

    private boolean isText(int i, String text) {
        return i < tokens.size() && tokens.get(i).text().equals(text);
    }

    private boolean isIn(int i, String text) {
        return i < tokens.size() && tokens.get(i).is(text);
    }

    private boolean is(int i, Set<String> texts) {
        return i >= 0
                && i < tokens.size()
                && tokens.get(i).isWord()
                && texts.contains(tokens.get(i).text());
    }
}
