package org.dueregard.intake.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dueregard.intake.reading.Corrections;
import org.dueregard.intake.reading.NodeChange;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.reading.Spot;
import org.dueregard.intake.reading.TableReading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of a file as JSON: corrections, by the names of spots, and the changes that were made. */
final class IntakeJson {

    private record Kept(
            @Nullable Map<String, TableReading.Kind> tables,
            @Nullable Map<String, Role> columns,
            @Nullable Map<String, TableReading.RowKind> rows,
            @Nullable Map<String, Role> levels,
            @Nullable Map<String, Role> sheets,
            @Nullable Map<String, NodeChange> nodes) {}

    private final JsonMapper json = JsonMapper.builder().build();

    Corrections read(String text) {
        Kept kept = json.readValue(text, Kept.class);
        return new Corrections(
                spots(kept.tables()),
                spots(kept.columns()),
                spots(kept.rows()),
                spots(kept.levels()),
                spots(kept.sheets()),
                kept.nodes() == null ? Map.of() : kept.nodes());
    }

    String write(Corrections corrections) {
        return json.writeValueAsString(new Kept(
                named(corrections.tables()),
                named(corrections.columns()),
                named(corrections.rows()),
                named(corrections.levels()),
                named(corrections.sheets()),
                new TreeMap<>(corrections.nodes())));
    }

    private static <V> Map<Spot, V> spots(@Nullable Map<String, V> named) {
        return keys(named == null ? Map.of() : named, Spot::parse);
    }

    private static <V> Map<String, V> named(Map<Spot, V> spots) {
        return new TreeMap<>(keys(spots, Spot::toString));
    }

    private static <A, B, V> Map<B, V> keys(Map<A, V> map, Function<A, B> key) {
        Map<B, V> other = new LinkedHashMap<>();
        map.forEach((was, value) -> other.put(key.apply(was), value));
        return other;
    }

    /** Changes that were made to a plan, as they are kept. */
    String write(List<Applied> applied) {
        return json.writeValueAsString(applied);
    }

    Applied[] applied(String text) {
        return json.readValue(text, Applied[].class);
    }
}
