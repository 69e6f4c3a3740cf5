package org.dueregard.intake.reading;

import java.util.List;

/**
 * Words of the file that are in no value of the draft.
 *
 * @param because why they are not
 */
public record Unplaced(String words, List<Spot> spots, Why because) {

    public enum Why {
        /** Before, between or after the plan: introductions, appendices. */
        AROUND,

        /** A column whose heading or cells say nothing that a plan has. */
        COLUMN,

        /** A table that is no plan and no results. */
        TABLE,

        /** A remark to the reader: {@code NB}, a footnote. */
        REMARK,

        /** Totals of results. */
        TOTAL,

        /** A cell outside of the columns of its table. */
        EXTRA,

        /** A place that could be several things, and nothing says which. */
        UNCLEAR,

        /** A person took it out. */
        LEFT_OUT
    }

    public Unplaced {
        spots = List.copyOf(spots);
    }
}
