package org.dueregard.intake.reading;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about a file, by {@link Spot}, where the reading took it for something else. Everything that they did
 * not speak of is read anew in the light of it.
 *
 * @param tables what a table is, by its block
 * @param columns what a column is there for; of all tables with the same heads
 * @param rows what a row is; a section's level is in {@code levels}
 * @param levels what a paragraph or section row begins: OBJECTIVE, THEME, AREA, ACTIVITY, INDICATOR; OTHER for nothing
 * @param sheets what a sheet begins, by its first block
 * @param nodes changes of what came out, by the node's key
 */
public record Corrections(
        Map<Spot, TableReading.Kind> tables,
        Map<Spot, Role> columns,
        Map<Spot, TableReading.RowKind> rows,
        Map<Spot, Role> levels,
        Map<Spot, Role> sheets,
        Map<String, NodeChange> nodes) {

    public static final Corrections NONE = new Corrections(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public Corrections {
        tables = Map.copyOf(tables);
        columns = Map.copyOf(columns);
        rows = Map.copyOf(rows);
        levels = Map.copyOf(levels);
        sheets = Map.copyOf(sheets);
        nodes = Map.copyOf(nodes);
    }

    public Corrections table(int block, TableReading.Kind kind) {
        return new Corrections(with(tables, Spot.block(block), kind), columns, rows, levels, sheets, nodes);
    }

    public Corrections column(int block, int column, Role role) {
        return new Corrections(tables, with(columns, Spot.column(block, column), role), rows, levels, sheets, nodes);
    }

    public Corrections row(int block, int row, TableReading.RowKind kind) {
        return new Corrections(tables, columns, with(rows, Spot.row(block, row), kind), levels, sheets, nodes);
    }

    public Corrections level(Spot spot, Role role) {
        return new Corrections(tables, columns, rows, with(levels, spot, role), sheets, nodes);
    }

    /** @param block the first on the sheet */
    public Corrections sheet(int block, Role role) {
        return new Corrections(tables, columns, rows, levels, with(sheets, Spot.block(block), role), nodes);
    }

    public Corrections node(String key, NodeChange change) {
        return new Corrections(tables, columns, rows, levels, sheets, with(nodes, key, change));
    }

    /** Without what was said of a node. */
    public Corrections withoutNode(String key) {
        Map<String, NodeChange> fewer = new HashMap<>(nodes);
        fewer.remove(key);
        return new Corrections(tables, columns, rows, levels, sheets, fewer);
    }

    /** Without what was said of a row or a paragraph. */
    public Corrections without(Spot spot) {
        Map<Spot, TableReading.RowKind> fewerRows = new HashMap<>(rows);
        fewerRows.remove(spot);
        Map<Spot, Role> fewerLevels = new HashMap<>(levels);
        fewerLevels.remove(spot);
        return new Corrections(tables, columns, fewerRows, fewerLevels, sheets, nodes);
    }

    public int count() {
        return tables.size() + columns.size() + rows.size() + levels.size() + sheets.size() + nodes.size();
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    TableReading.@Nullable Kind table(int block) {
        return tables.get(Spot.block(block));
    }

    @Nullable
    Role column(int block, int column) {
        return columns.get(Spot.column(block, column));
    }

    TableReading.@Nullable RowKind row(int block, int row) {
        return rows.get(Spot.row(block, row));
    }

    @Nullable
    Role sheet(int block) {
        return sheets.get(Spot.block(block));
    }

    @Nullable
    Role level(Spot spot) {
        return levels.get(spot);
    }
}
