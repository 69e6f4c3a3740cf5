package org.dueregard.dashboard.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dueregard.site.Distribution;

/**
 * Rounds side by side as columns, the worst status at the foot of each, all to one scale.
 *
 * @param size of its letters
 * @param names what each kind is called, beside the last column that has it
 */
public record TrendChart(int width, int height, int size, List<Column> columns, List<Name> names) {

    /** @param x the middle of it */
    public record Column(int x, String above, String below, boolean current, List<Part> parts) {}

    /** @param wordsY where the number stands; nothing is written where it would not fit */
    public record Part(String key, int x, int y, int width, int height, long count, int wordsY, boolean told) {}

    public record Name(String key, int x, int y) {}

    static TrendChart of(List<Overview.Column> rounds, int width, int height, int size) {
        int foot = size * 2 + 14;
        int top = size;
        int names = size * 6;
        long most = Math.max(
                1,
                rounds.stream()
                        .mapToLong(round -> round.distribution().all())
                        .max()
                        .orElse(1));
        int step = (width - names) / Math.max(1, rounds.size());
        int bar = Math.min(step * 3 / 4, size * 6);
        List<Column> columns = new ArrayList<>();
        List<Name> named = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int place = rounds.size() - 1; place >= 0; place--) {
            Overview.Column round = rounds.get(place);
            int middle = step * place + step / 2;
            List<Part> parts = new ArrayList<>();
            double y = height - foot;
            for (Distribution.Part part : round.distribution().parts()) {
                double tall = part.count() * (double) (height - foot - top) / most;
                int from = (int) Math.round(y - tall);
                int high = Math.max(1, (int) Math.round(y) - from - 1);
                int words = from + high / 2 + size * 2 / 5;
                parts.add(new Part(part.key(), middle - bar / 2, from, bar, high, part.count(), words, high >= size));
                if (place == rounds.size() - 1 && known.add(part.key())) {
                    named.add(new Name(part.key(), middle + bar / 2 + size / 2, words));
                }
                y -= tall;
            }
            columns.add(
                    0, new Column(middle, round.round().above(), round.round().below(), round.current(), parts));
        }
        return new TrendChart(width, height, size, List.copyOf(columns), apart(named, size));
    }

    /** Names of thin parts would lie upon each other: each keeps a line's distance from the one below it. */
    private static List<Name> apart(List<Name> named, int size) {
        List<Name> apart = new ArrayList<>();
        int above = Integer.MAX_VALUE;
        for (Name name : named) {
            int y = Math.min(name.y(), above == Integer.MAX_VALUE ? name.y() : above - size - 1);
            apart.add(new Name(name.key(), name.x(), y));
            above = y;
        }
        return List.copyOf(apart);
    }
}
