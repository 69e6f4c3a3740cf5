package org.dueregard.indicator.words;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds dates and periods among tokens, so that their digits are not taken for values. */
final class TimeReader {

    private static final Set<String> MONTHS = Vocabulary.of("""
            jan january feb february mar march apr april may jun june jul july aug august sep sept september
            oct october nov november dec december""");
    private static final Set<String> SEASONS = Set.of("spring", "summer", "autumn", "winter", "easter", "christmas");
    private static final Set<String> KINDS_OF_YEAR = Set.of("financial", "academic", "school", "calendar", "fy", "ay");
    private static final Set<String> QUARTERS = Set.of("q1", "q2", "q3", "q4");
    private static final Set<String> NTH = Set.of("1st", "2nd", "3rd", "4th", "first", "second", "third", "fourth");

    /** Before a number that can be a year these words make it one. */
    private static final Set<String> BEFORE_A_YEAR = Vocabulary.of("""
            by in since until till during on before after baseline act census than vs for (""");

    private static final Set<String> POINTS = Set.of("points", "point", "pp", "ppt", "ppts", "%");

    /** Before a lone month or season these words make it one: {@code may} and {@code march} are other words too. */
    private static final Set<String> BEFORE_A_MONTH = Vocabulary.of("""
            by in each every until before during since end early late mid""");

    private static final Set<String> BEFORE_A_DATE = Set.of("by", "before", "until", "till", "on", "due", "ending");
    private static final Pattern DOTTED =
            Pattern.compile("(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2])\\.(?:20[1-5]\\d|[1-5]\\d)");
    private static final int FIRST_SHORT_YEAR = 10;
    private static final int LAST_SHORT_YEAR = 60;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2060;

    private final List<Token> tokens;

    TimeReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The position after the date or period that begins here; -1 when none does. */
    int end(int i) {
        int first = one(i);
        if (first < 0) {
            return -1;
        }
        if (is(first, "-") || (is(first, "to") && !is(i - 1, "from"))) {
            int second = one(first + 1);
            if (second > 0) {
                return second;
            }
        }
        return first;
    }

    /** Whether the number may as well be a year. */
    static boolean canBeYear(Token number) {
        return number.text().length() == 4
                && number.text().chars().allMatch(Character::isDigit)
                && Integer.parseInt(number.text()) >= FIRST_YEAR
                && Integer.parseInt(number.text()) <= LAST_YEAR;
    }

    private int one(int i) {
        if (i >= tokens.size()) {
            return -1;
        }
        int named = namedYear(i);
        if (named > 0) {
            return named;
        }
        int year = straddling(i);
        if (year > 0) {
            int kind = isIn(year, KINDS_OF_YEAR) ? year + (is(year + 1, "year") ? 2 : 1) : year;
            int part = partOfYear(kind);
            return part > 0 ? part : kind;
        }
        int part = partOfYear(i);
        if (part > 0) {
            int of = is(part, "of") ? part + 1 : part;
            int its = straddling(of) > 0 ? straddling(of) : shortYears(of) > 0 ? shortYears(of) : year(of);
            return its > 0 ? its : part;
        }
        int date = date(i);
        return date > 0 ? date : yearAlone(i);
    }

    private int namedYear(int i) {
        if (!isIn(i, KINDS_OF_YEAR)) {
            return -1;
        }
        int next = is(i + 1, "year") ? i + 2 : i + 1;
        return straddling(next) > 0 ? straddling(next) : year(next);
    }

    /** {@code Q3}, {@code quarter 3}, {@code 3rd quarter}, {@code summer term}; a season with its year. */
    private int partOfYear(int i) {
        if (isIn(i, QUARTERS)) {
            return i + 1;
        }
        if ((is(i, "quarter") || is(i, "qtr")) && number(i + 1, 1, 4)) {
            return i + 2;
        }
        if (isIn(i, NTH) && (is(i + 1, "quarter") || is(i + 1, "qtr"))) {
            return i + 2;
        }
        if (isIn(i, SEASONS)) {
            boolean dated = is(i + 1, "term") || year(i + 1) > 0 || straddling(i + 1) > 0;
            return is(i + 1, "term") ? i + 2 : dated || isIn(i - 1, BEFORE_A_MONTH) ? i + 1 : -1;
        }
        return -1;
    }

    /** {@code 31.3.26}, {@code by 31/3/26}. */
    private int dateInFigures(int i) {
        if (i < tokens.size()
                && tokens.get(i).isWord()
                && DOTTED.matcher(tokens.get(i).text()).matches()) {
            return i + 1;
        }
        boolean slashed = (isIn(i - 1, BEFORE_A_DATE) || is(i - 1, "of") && is(i - 2, "end"))
                && number(i, 1, 31)
                && is(i + 1, "/")
                && number(i + 2, 1, 12)
                && is(i + 3, "/")
                && isShortYear(i + 4);
        return slashed ? i + 5 : -1;
    }

    private boolean isShortYear(int i) {
        return number(i, FIRST_SHORT_YEAR, LAST_SHORT_YEAR)
                && tokens.get(i).text().length() == 2
                && !is(i + 1, "%");
    }

    private int date(int i) {
        int figures = dateInFigures(i);
        if (figures > 0) {
            return figures;
        }
        if (number(i, 1, 31) && is(i + 1, "/") && number(i + 2, 1, 12) && is(i + 3, "/") && year(i + 4) > 0) {
            return i + 5;
        }
        if (number(i, 1, 31) && is(i + 1, "-") && number(i + 2, 1, 12) && is(i + 3, "-") && year(i + 4) > 0) {
            return i + 5;
        }
        if (year(i) > 0 && is(i + 1, "-") && number(i + 2, 1, 12) && is(i + 3, "-") && number(i + 4, 1, 31)) {
            return i + 5;
        }
        int month = day(i) && !isMoneyBefore(i) ? i + 1 : i;
        month = month > i && is(month, "of") ? month + 1 : month;
        if (!isIn(month, MONTHS)) {
            return -1;
        }
        int next = month + 1;
        boolean dayAfter = month == i && day(next) && (year(next + 1) > 0 || (is(next + 1, ",") && year(next + 2) > 0));
        if (dayAfter) {
            next++;
        }
        int before = is(next, ",") || is(next, "of") || is(next, "'") ? next + 1 : next;
        if (year(before) > 0) {
            return before + 1;
        }
        if (straddling(next) > 0) {
            return straddling(next);
        }
        boolean joined = is(next, "-")
                && !tokens.get(next).spaced()
                && isShortYear(next + 1)
                && !tokens.get(next + 1).spaced();
        if (joined) {
            return next + 2;
        }
        boolean shortYear = before < tokens.size()
                && tokens.get(before).isNumber()
                && tokens.get(before).text().length() == 2
                && !is(before + 1, "%");
        if (shortYear) {
            return before + 1;
        }
        return month > i || isIn(i - 1, BEFORE_A_MONTH) || (is(i - 1, "of") && is(i - 2, "end")) ? next : -1;
    }

    private boolean isMoneyBefore(int i) {
        return is(i - 1, "£");
    }

    private int yearAlone(int i) {
        if (year(i) < 0) {
            return -1;
        }
        if (heads(i)) {
            return i + 1;
        }
        boolean compared = (is(i - 1, "above") || is(i - 1, "below")) && isIn(i - 2, POINTS);
        boolean named = isIn(i - 1, BEFORE_A_YEAR) || (is(i - 1, "of") && is(i - 2, "end")) || compared;
        boolean counts = i + 1 < tokens.size()
                && (tokens.get(i + 1).isWord()
                                && !FUNCTION_WORDS.contains(tokens.get(i + 1).text())
                        || is(i + 1, "%"));
        return named && !counts && !isMoneyBefore(i) ? i + 1 : -1;
    }

    /** {@code 2022: 71%}, {@code (2022 campaign: 17%)}: the year that a figure is about. */
    private boolean heads(int i) {
        if (i > 0 && !isIn(i - 1, BEFORE_A_HEAD)) {
            return false;
        }
        int end = i + 1;
        boolean alone = is(end, ":");
        while (i > 0
                && is(i - 1, "(")
                && end <= i + LONGEST_HEAD
                && end < tokens.size()
                && tokens.get(end).isWord()) {
            end++;
        }
        return (alone || end > i + 1)
                && is(end, ":")
                && end + 1 < tokens.size()
                && tokens.get(end + 1).isNumber()
                && tokens.get(end + 1).spaced();
    }

    private static final Set<String> BEFORE_A_HEAD = Set.of("(", "[", ",", ";");
    private static final int LONGEST_HEAD = 3;

    private static final Set<String> FUNCTION_WORDS = Vocabulary.of("""
            and to at the with from by or compared baseline outturn figure level levels figures onwards reduce increase improve maintain for of
            then in on target""");

    /** {@code 2014/15}, {@code 2014-2015}, {@code 2015-17}, {@code 13/14}, {@code 2002/3}. */
    private int straddling(int i) {
        boolean parts = i + 2 < tokens.size()
                && tokens.get(i).isNumber()
                && (is(i + 1, "/") || is(i + 1, "-"))
                && tokens.get(i + 2).isNumber()
                && !is(i + 3, "%");
        if (!parts) {
            return -1;
        }
        String first = tokens.get(i).text();
        String last = tokens.get(i + 2).text();
        if (!isDigits(first) || !isDigits(last)) {
            return -1;
        }
        int from = Integer.parseInt(first);
        int to = Integer.parseInt(last);
        boolean longForm = year(i) > 0 && last.length() == 4 && to > from && to <= from + 9;
        boolean usual = year(i) > 0 && last.length() == 2 && (to > from % 100 && to <= from % 100 + 9 || from == 1999);
        boolean oneDigit = year(i) > 0 && last.length() == 1 && is(i + 1, "/") && from % 10 + 1 == to;
        boolean shortForm = first.length() == 2 && last.length() == 2 && is(i + 1, "/") && to == from + 1 && to > 12;
        return longForm || usual || oneDigit || shortForm ? i + 3 : -1;
    }

    /** The {@code 25-26} of {@code Q4 25-26}; elsewhere it is a range. */
    private int shortYears(int i) {
        boolean both = isShortYear(i) && is(i + 1, "-") && isShortYear(i + 2);
        boolean adjoining = both
                && Integer.parseInt(tokens.get(i).text()) + 1
                        == Integer.parseInt(tokens.get(i + 2).text());
        return adjoining ? i + 3 : -1;
    }

    private static boolean isDigits(String text) {
        return text.length() <= 4 && text.chars().allMatch(Character::isDigit);
    }

    private int year(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isNumber() && canBeYear(tokens.get(i)) ? i + 1 : -1;
    }

    private boolean day(int i) {
        if (number(i, 1, 31)) {
            return true;
        }
        return i < tokens.size()
                && tokens.get(i).isWord()
                && tokens.get(i).text().length() <= 4
                && Character.isDigit(tokens.get(i).text().charAt(0))
                && (tokens.get(i).text().endsWith("st")
                        || tokens.get(i).text().endsWith("nd")
                        || tokens.get(i).text().endsWith("rd")
                        || tokens.get(i).text().endsWith("th"));
    }

    private boolean number(int i, int least, int most) {
        if (i >= tokens.size()
                || !tokens.get(i).isNumber()
                || !isDigits(tokens.get(i).text())) {
            return false;
        }
        int value = Integer.parseInt(tokens.get(i).text());
        return value >= least && value <= most;
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
