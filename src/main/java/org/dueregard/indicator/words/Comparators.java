package org.dueregard.indicator.words;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names of those whom councils compare themselves with. */
final class Comparators {

    /**
     * A comparator's name and the position after it.
     *
     * @param name null for the one that the indicator has
     * @param known whether it is a name that is known here, and not only somebody's average
     */
    record Found(@Nullable String name, int end, boolean known) {}

    private static final Set<String> BEFORE = Vocabulary.of("""
            the our inner outer greater all latest most recent current other its their overall""");

    private static final Wordings<Boolean> NAMES = Wordings.of("""
            national, nationally, national average, england, english, london, statistical neighbours,
            statistical neighbour, stat neighbours, stat neighbour, sn, sns, regional, regionally, region,
            south east, south west, north west, north east, east of england, west midlands, east midlands,
            yorkshire and the humber, england and wales, england and scotland, county, borough average, comparator, comparators,
            comparator authorities, comparator group, peers, peer group, peer authorities, neighbours,
            nearest neighbours, nearest neighbour, uk, wales, scotland, great britain, similar authorities,
            similar boroughs, similar councils, family group, cipfa family, benchmark, average, median, mean,
            other pupils, non disadvantaged pupils""");

    private static final Set<String> AFTER = Vocabulary.of("""
            average averages figure figures rate rates level levels mean median benchmark benchmarks
            comparator comparators results performance outturn neighbours neighbour authorities boroughs norm profile
            population""");

    private static final Set<String> AVERAGES = Vocabulary.of("""
            average averages mean median benchmark benchmarks norm""");

    /** An average over them is one of the indicator's own figures. */
    private static final Set<String> OF_OWN_FIGURES = Vocabulary.of("""
            year year's years yearly annual monthly month month's weekly rolling moving running previous past
            historic historical term term's quarter's quarterly own""");

    /** What no name goes across. */
    private static final Set<String> BREAKS = Vocabulary.of("""
            of for to in and or with than at by on the a an is are be was as per from that who which both above
            below under over not no least most all any each every""");

    private static final Set<String> BEFORE_A_GROUP = Set.of("for", "across", "among", "amongst");
    private static final int LONGEST_NAME = 4;
    private static final int LONGEST_GROUP = 6;

    private Comparators() {}

    /** The comparator named at the position; null when none is. */
    static @Nullable Found at(Phrase phrase, int i, About about) {
        if (phrase.is(i, "the") && phrase.is(i + 1, "comparator") && !phrase.isIn(i + 2, AFTER)) {
            return new Found(null, i + 2, true);
        }
        int own = ownEnd(phrase, i, about);
        if (own > 0) {
            return new Found(null, own, true);
        }
        int from = phrase.isIn(i, Set.of("the", "our", "its", "their")) ? i + 1 : i;
        int ownAfter = ownEnd(phrase, from, about);
        if (ownAfter > 0) {
            return new Found(null, ownAfter, true);
        }
        int core = phrase.skip(from, BEFORE);
        boolean census = phrase.isLabel(core) && phrase.original(core, core + 1).contains("ensus");
        int end = census ? core + 1 : NAMES.end(phrase, core);
        int average = average(phrase, end < 0 ? from : end);
        if (end < 0 && average < 0) {
            return null;
        }
        int last = groupEnd(phrase, average < 0 ? phrase.skip(end, AFTER) : average);
        return new Found(name(phrase, from, last), last, end > 0);
    }

    /** The original words on one line. */
    static String name(Phrase phrase, int from, int to) {
        return phrase.original(from, to).replaceAll("[\\s\\u00a0]+", " ");
    }

    /** The position after {@code ICB average}, {@code sector median}: somebody's average; -1 when there is none. */
    private static int average(Phrase phrase, int from) {
        for (int i = from; i <= from + LONGEST_NAME && phrase.isWord(i); i++) {
            if (phrase.isIn(i, AVERAGES)) {
                return phrase.skip(i, AFTER);
            }
            if (phrase.isIn(i, BREAKS) || phrase.isIn(i, OF_OWN_FIGURES) || Way.at(phrase, i) != null) {
                return -1;
            }
        }
        return -1;
    }

    /** The position after {@code for acute trusts}, where an average stands before it and nothing after. */
    private static int groupEnd(Phrase phrase, int average) {
        if (!phrase.isIn(average - 1, AVERAGES) || !phrase.isIn(average, BEFORE_A_GROUP)) {
            return average;
        }
        int end = average + 1;
        while (phrase.isWord(end) && !phrase.isIn(end, BREAKS) && end <= average + LONGEST_GROUP) {
            end++;
        }
        return end > average + 1 && isOver(phrase, end) ? end : average;
    }

    /** Whether a name that reaches to the position goes no further. */
    static boolean isOver(Phrase phrase, int end) {
        return !phrase.isWord(end)
                || phrase.is(end, "by")
                || phrase.is(end, "in")
                || phrase.is(end, "for")
                || phrase.is(end, "at")
                || phrase.is(end, "and")
                || phrase.is(end, "or")
                || phrase.is(end, "each")
                || phrase.is(end, "every")
                || phrase.is(end, "across")
                || phrase.is(end, "of")
                || phrase.is(end, "on")
                || phrase.is(end, "from");
    }

    /** Whether the word at the position speaks of a comparator, on its own or as the beginning of a name. */
    static boolean isNamed(Phrase phrase, int i, About about) {
        String text = phrase.text(i);
        return !text.equals("average")
                && !text.equals("mean")
                && !text.equals("median")
                && !text.equals("region")
                && !text.equals("county")
                && !text.equals("london")
                && !text.equals("neighbours")
                && (NAMES.end(phrase, i) > 0 || ownEnd(phrase, i, about) > 0);
    }

    private static int ownEnd(Phrase phrase, int i, About about) {
        String own = about.measure() == null ? null : about.measure().comparatorName();
        if (own == null || own.isBlank()) {
            return -1;
        }
        Phrase name = Phrase.of(own);
        for (int k = 0; k < name.size(); k++) {
            if (name.text(k).isEmpty() || !phrase.is(i + k, name.text(k))) {
                return -1;
            }
        }
        // "London" is not "London boroughs": what follows must not go on with the name
        return name.isEmpty() || phrase.isIn(i + name.size(), AFTER) ? -1 : i + name.size();
    }
}
