package org.dueregard.intake.reading;

import java.util.List;

/**
 * What was made of a table.
 *
 * @param block which of the document's blocks it is
 * @param continues whether it goes on with the rows of the table before
 * @param columns in the order of the table
 * @param rows in the order of the table
 * @param labels in a form, the labels that say what the words beside them are
 */
public record TableReading(
        int block,
        Kind kind,
        Certainty certainty,
        boolean continues,
        List<Column> columns,
        List<RowKind> rows,
        List<String> labels) {

    public enum Kind {
        PLAN,

        /** Labels beside their values, one thing a table. */
        FORM,

        /** Figures of several periods. */
        RESULTS,

        /** Nothing of a plan. */
        OTHER
    }

    public enum RowKind {
        HEADING,

        /** Goes over the table and says under what the rows after it stand. */
        SECTION,
        ITEM,

        /** Goes on with the row before it. */
        CONTINUATION,

        /** A remark across the table. */
        REMARK,
        TOTAL,
        EMPTY,

        /** A person took it out. */
        LEFT_OUT
    }

    /**
     * @param heading in the words of the file, with those of the rows above it; empty for none
     */
    public record Column(Role role, String heading, Certainty certainty) {}

    public TableReading {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
