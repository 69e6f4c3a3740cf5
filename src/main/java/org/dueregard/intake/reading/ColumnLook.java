package org.dueregard.intake.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.calendar.Deadline;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.words.About;
import org.dueregard.indicator.words.FigureReader;
import org.dueregard.indicator.words.FigureReading;
import org.dueregard.indicator.words.Sureness;
import org.dueregard.indicator.words.TargetReader;

/** What a column is there for by the look of its cells, for columns whose heading does not say it. */
final class ColumnLook {

    private static final int SAMPLE = 120;
    private static final int LONGEST_LEVEL = 12;
    private static final double MOST = 0.6;

    private static final Pattern COLOUR = Pattern.compile(
            "(?i)(red|amber|green|blue|grey|gray|r|a|g|b|on track|off track|at risk|complete|completed|not started|in progress|ongoing|on-going|delayed|overdue|achieved|not achieved|met|not met|started|due|not due|not yet due|yes|no|(partly|part|partially|not|nearly) (done|met|achieved|completed?)|done|(on|behind|ahead of) schedule|not rated|to do)\\W*");
    private static final Pattern MEASURING = Pattern.compile(
            "(?i)^(%|nos?\\.? of|number|numbers|rate|proportion|percentage|percent|average|total|increase in|reduction in|gap|take[ -]?up|satisfaction)\\b.*|^%.*");
    private static final Pattern FIRST_WORD =
            Pattern.compile("(?i)(?:to )?(?<first>[a-z]+(?:-[a-z]+)?)\\b.*", Pattern.DOTALL);
    private static final Set<String> DEED_VERBS = Set.copyOf(WordLists.lines("deed-verbs.txt"));
    private static final Pattern SOMEBODY = Pattern.compile(
            "(?i).*\\b(team|service|services|manager|head of|director|directorate|officer|department|division|lead|group|council|board|partnership|police|nhs|hr|coordinator|co-ordinator|chief executive|all|unit|committee|trust|association|managers|leads|commanders?|comms|estates|headteachers?|principals?)\\b.*");

    private static final Pattern FIGURE = Pattern.compile(
            "(?is)(n/?a|nil|none|tbc|not (yet )?(available|known|recorded|collected)|-+|\\W*|[^\\p{L}\\d]*\\d.{0,24}|(red|amber|green|met|not met|yes|no)\\W*)");

    private static final Pattern REPORT = Pattern.compile(
            "(?is).*\\b(\\p{L}{3,}ed|done|begun|began|held|met|sent|took|taken|made|given|written|bought|built|found|in place|set up|under ?way|first)\\b.*");

    private static final Pattern NOTHING = Pattern.compile("(?i)\\W*(n/?a|none|not applicable)?\\W*");

    private static final Pattern BARE = Pattern.compile("[-–~<>≈]?\\s?£?\\d[\\d.,]*\\s?(%|\\p{L}+)?|n/?a|-+");

    private ColumnLook() {}

    /** Cells without words are left out by the caller. */
    static Optional<Role> of(List<String> cells) {
        List<String> some = cells.size() > SAMPLE ? cells.subList(0, SAMPLE) : cells;
        if (some.isEmpty()) {
            return Optional.empty();
        }
        if (share(some, cell -> Reference.isOne(cell) && !isDay(cell)) >= MOST
                        && areShort(some, 2)
                        && share(some, ColumnLook::isFigureOnly) < 1
                || isCount(some)
                || isCountOfTwoLevels(some)) {
            return Optional.of(Role.REFERENCE);
        }
        if (areLetters(some)) {
            return Optional.of(Role.REFERENCE);
        }
        if (share(some, cell -> COLOUR.matcher(cell.strip()).matches()) >= MOST) {
            return Optional.of(Role.STATUS);
        }
        if (share(some, ColumnLook::isDay) >= MOST) {
            return Optional.of(Role.DEADLINE);
        }
        double words = some.stream().mapToInt(ColumnLook::count).average().orElse(0);
        boolean counted = share(some, cell -> cell.chars().anyMatch(Character::isDigit)) >= 0.5;
        if (words >= 4 && !counted && share(some, ColumnLook::isDoing) >= 0.7) {
            return Optional.of(Role.ACTIVITY);
        }
        if (share(some, ColumnLook::isTarget) >= MOST) {
            return Optional.of(Role.TARGET);
        }
        if (share(some, ColumnLook::isFigure) >= MOST) {
            return Optional.of(Role.OUTTURN);
        }
        if (words <= 8 && share(some, cell -> SOMEBODY.matcher(cell).matches() || cell.matches("[A-Z&/ ]{2,9}")) >= 0.5
                || words <= 5 && repeats(some)) {
            return Optional.of(Role.OWNER);
        }
        if (share(some, cell -> MEASURING.matcher(cell.strip()).matches()) >= 0.4) {
            return Optional.of(Role.INDICATOR);
        }
        if (words >= 3 && share(some, ColumnLook::isDoing) >= 0.4) {
            return Optional.of(Role.ACTIVITY);
        }
        return words >= 18 ? Optional.of(Role.UPDATE) : Optional.empty();
    }

    /** Whether most of the cells tell something, though there may be a number in it: {@code 62 pupils now learning.} */
    static boolean areTold(List<String> cells) {
        return !cells.isEmpty()
                && share(cells, cell -> !FIGURE.matcher(cell.strip()).matches()) >= MOST;
    }

    /** Whether most say what was done or has happened. */
    static boolean areReports(List<String> cells) {
        return !cells.isEmpty() && share(cells, cell -> REPORT.matcher(cell).matches()) >= MOST;
    }

    /** Whether most are a figure with its unit and no more. */
    static boolean areBareFigures(List<String> cells) {
        return !cells.isEmpty()
                && share(cells, cell -> BARE.matcher(cell.strip()).matches()) >= MOST;
    }

    /** {@code N/A}, {@code none}, a dash. */
    static boolean isNothing(String words) {
        return NOTHING.matcher(words).matches();
    }

    static boolean isColour(String words) {
        return COLOUR.matcher(words.strip()).matches();
    }

    /** Whether a few words name a post, a team or, in capitals, either for short. */
    static boolean isSomebody(String words) {
        return count(words) <= 6 && SOMEBODY.matcher(words).matches();
    }

    static boolean isDoing(String words) {
        Matcher start = FIRST_WORD.matcher(words.strip());
        return start.matches() && DEED_VERBS.contains(start.group("first").toLowerCase(Locale.ROOT));
    }

    static boolean isMeasuring(String words) {
        return MEASURING.matcher(words.strip()).matches();
    }

    private static double share(List<String> cells, Predicate<String> test) {
        return (double) cells.stream().filter(test).count() / cells.size();
    }

    private static boolean areShort(List<String> cells, int most) {
        return cells.stream().allMatch(cell -> count(cell) <= most);
    }

    /** 1, 2, 3: each its own, and going up. */
    private static boolean isCount(List<String> cells) {
        int last = 0;
        for (String cell : cells) {
            String bare = cell.strip().replaceAll("[.)]$", "");
            if (!bare.matches("\\d{1,4}") || Integer.parseInt(bare) <= last) {
                return false;
            }
            last = Integer.parseInt(bare);
        }
        return cells.size() > 2;
    }

    /** a, b, c, a, b: each the next, or the first again; the same on and on is a colour. */
    private static boolean areLetters(List<String> cells) {
        char last = 0;
        int steps = 0;
        for (String cell : cells) {
            String bare = cell.strip().replaceAll("^\\(|[.)]$", "").toLowerCase(Locale.ROOT);
            char letter = bare.length() == 1 ? bare.charAt(0) : 0;
            boolean next = letter == last + 1 && last > 0;
            if (letter != 'a' && letter != last && !next) {
                return false;
            }
            steps += next ? 1 : 0;
            last = letter;
        }
        return steps > 1;
    }

    /** 1.1, 1.2, 2.1: each the next, or the first under another. */
    private static boolean isCountOfTwoLevels(List<String> cells) {
        int next = 0;
        String before = "";
        for (String cell : cells) {
            String bare = cell.strip().replaceAll("[.)]$", "");
            if (!bare.matches("\\d{1,3}(\\.\\d{1,3}){1,3}")) {
                return false;
            }
            int dot = bare.lastIndexOf('.');
            int last = Integer.parseInt(bare.substring(dot + 1));
            boolean first = !bare.substring(0, dot).equals(before);
            if (first ? last > 1 : last != next) {
                return false;
            }
            before = bare.substring(0, dot);
            next = last + 1;
        }
        return cells.size() > 1;
    }

    private static boolean isFigureOnly(String cell) {
        return cell.strip().matches("-?£?[\\d.,]+%?");
    }

    static boolean isDay(String cell) {
        return count(cell) <= 8 && (Deadline.of(cell).lastDay().isPresent() || isRunning(cell)) && !isFigureOnly(cell);
    }

    private static boolean isRunning(String cell) {
        return cell.strip()
                .toLowerCase(Locale.UK)
                .matches(
                        "(on-?going|continuous|continuing|rolling|quarterly|annually|annual|monthly|termly|immediate|tbc|completed?|done|(each|every) (year|term|quarter|month)|annually in \\p{L}+|year [1-9])\\W*");
    }

    /** Whether words promise a level: {@code Above national}, {@code at least 70%}. */
    static boolean isTarget(String cell) {
        if (count(cell) > 8 || isFigureOnly(cell)) {
            return false;
        }
        return TargetReader.read(cell, About.nothing()).sureness() == Sureness.STATED;
    }

    /** Whether words can be meant as a level, though a person may have to say so: {@code All 11 directorates}. */
    static boolean isLevel(String cell) {
        if (count(cell) > LONGEST_LEVEL) {
            return false;
        }
        Target target = TargetReader.read(cell, About.nothing()).target();
        return target != null && !(target instanceof Target.Milestone) && !(target instanceof Target.NotStated);
    }

    private static boolean isFigure(String cell) {
        if (count(cell) > 8) {
            return false;
        }
        FigureReading reading = FigureReader.read(cell, About.nothing());
        return reading.kind() == FigureReading.Kind.NOT_AVAILABLE
                || reading.kind() == FigureReading.Kind.FIGURE && reading.sureness() != Sureness.NOT_UNDERSTOOD;
    }

    private static boolean repeats(List<String> cells) {
        Set<String> different = new HashSet<>(cells);
        return cells.size() >= 6 && different.size() * 2 <= cells.size();
    }

    static int count(String words) {
        int count = 0;
        boolean inside = false;
        for (int at = 0; at < words.length(); at++) {
            boolean letter = !Character.isWhitespace(words.charAt(at));
            count += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return count;
    }
}
