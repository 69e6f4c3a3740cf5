package org.dueregard.indicator.words;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of a table in {@code src/test/resources/reading}, cells between bars, by the names in its first row. */
final class Rows {

    private final Map<String, String> cells;

    private Rows(Map<String, String> cells) {
        this.cells = cells;
    }

    static List<Rows> of(String file) {
        List<Rows> rows = new ArrayList<>();
        String[] names = null;
        for (String line : lines(file)) {
            if (line.isBlank() || line.startsWith("# ")) {
                continue;
            }
            String[] values = line.split("\\|", -1);
            if (names == null) {
                names = values;
                continue;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                cells.put(names[i].strip(), i < values.length ? values[i].strip() : "");
            }
            rows.add(new Rows(cells));
        }
        return rows;
    }

    String text(String name) {
        return Objects.requireNonNull(cells.get(name), name);
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    @Nullable
    BigDecimal number(String name) {
        return has(name) ? new BigDecimal(text(name)) : null;
    }

    About about() {
        return About.named(text("name"), cells.containsKey("parent") && has("parent") ? text("parent") : null);
    }

    static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    @Override
    public String toString() {
        return String.join(" | ", cells.values());
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Rows.class.getResourceAsStream("/reading/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}
