package org.dueregard.indicator.words;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names of those whom councils compare themselves with. */
final class Comparators {

    /** A comparator's name and the position after it; the name is null for the one that the indicator has. */
    record Found(@Nullable String name, int end) {}

    private static final Set<String> BEFORE = Vocabulary.of("""
            the our inner outer greater all latest most recent current other its their overall""");

    private static final Wordings<Boolean> NAMES = Wordings.of("""
            national, nationally, national average, england, english, london, statistical neighbours,
            statistical neighbour, stat neighbours, stat neighbour, sn, sns, regional, regionally, region,
            south east, south west, north west, north east, east of england, west midlands, east midlands,
            yorkshire and the humber, county, borough average, comparator, comparators,
            comparator authorities, comparator group, peers, peer group, peer authorities, neighbours,
            nearest neighbours, nearest neighbour, uk, wales, scotland, great britain, similar authorities,
            similar boroughs, similar councils, family group, cipfa family, benchmark, average, median, mean,
            other pupils, non disadvantaged pupils""");

    private static final Set<String> AFTER = Vocabulary.of("""
            average averages figure figures rate rates level levels mean median benchmark benchmarks
            comparator comparators results performance outturn neighbours neighbour authorities boroughs norm""");

    private Comparators() {}

    /** The comparator named at the position; null when none is. */
    static @Nullable Found at(Phrase phrase, int i, About about) {
        if (phrase.is(i, "the") && phrase.is(i + 1, "comparator") && !phrase.isIn(i + 2, AFTER)) {
            return new Found(null, i + 2);
        }
        int own = ownEnd(phrase, i, about);
        if (own > 0) {
            return new Found(null, own);
        }
        int from = phrase.isIn(i, Set.of("the", "our", "its", "their")) ? i + 1 : i;
        int ownAfter = ownEnd(phrase, from, about);
        if (ownAfter > 0) {
            return new Found(null, ownAfter);
        }
        int core = phrase.skip(from, BEFORE);
        int end = NAMES.end(phrase, core);
        if (end < 0) {
            return null;
        }
        int last = phrase.skip(end, AFTER);
        String name = phrase.original(from, last).replaceAll("[\\s\\u00a0]+", " ");
        return new Found(name, last);
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
