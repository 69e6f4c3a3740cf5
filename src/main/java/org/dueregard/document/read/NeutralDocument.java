package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.List;
import org.dueregard.document.FileKind;

/**
 * What stands in somebody's file, in reading order. Each word of the file is in a block or in a note.
 *
 * @param file what the file was called by whoever brought it
 */
public record NeutralDocument(String file, FileKind kind, List<Block> blocks, List<Note> notes) {

    public NeutralDocument {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** Every table, each followed by those that stand in its cells. */
    public List<Table> tables() {
        List<Table> all = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Table table) {
                gather(table, all);
            }
        }
        return all;
    }

    private static void gather(Table table, List<Table> all) {
        all.add(table);
        for (Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                if (cell.kind() != Cell.Kind.CONTINUATION) {
                    cell.tables().forEach(inner -> gather(inner, all));
                }
            }
        }
    }
}
