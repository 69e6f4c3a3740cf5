package org.dueregard.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How many there are of each of several kinds, as one bar whose parts stand in the kinds' order.
 *
 * @param parts those that there are any of
 */
public record Distribution(List<Part> parts) {

    /**
     * @param key names the part's style
     * @param share width of the part, in hundredths of the bar when there are more than a hundred in all, else the count
     */
    public record Part(String key, long count, long share) {}

    /** The bar of kinds that say themselves, by their rank, where they stand. */
    public static <K extends Enum<K>> Distribution of(
            Map<K, Long> counts, Function<K, String> key, Function<K, Integer> rank) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Part> parts = new ArrayList<>();
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Comparator.comparing(entry -> rank.apply(entry.getKey())))
                .forEach(entry -> {
                    long count = entry.getValue();
                    long share = all <= 100 ? count : Math.max(1, Math.round(100.0 * count / all));
                    parts.add(new Part(key.apply(entry.getKey()), count, share));
                });
        return new Distribution(List.copyOf(parts));
    }

    public long all() {
        return parts.stream().mapToLong(Part::count).sum();
    }

    /** How many of one kind. */
    public long count(String key) {
        return parts.stream()
                .filter(part -> part.key().equals(key))
                .mapToLong(Part::count)
                .sum();
    }
}
