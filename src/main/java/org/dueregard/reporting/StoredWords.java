package org.dueregard.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads what was typed for an item from a row that holds all columns of {@code return_item}. */
public final class StoredWords {

    private StoredWords() {}

    public static ItemWords of(ResultSet row) throws SQLException {
        String choice = row.getString("choice");
        return new ItemWords(
                choice == null ? null : Choice.valueOf(choice),
                row.getString("figure"),
                row.getString("numerator"),
                row.getString("denominator"),
                row.getString("better_off"),
                row.getString("other_group"),
                row.getBoolean("provisional"),
                row.getString("reported_status"),
                row.getString("done_on"),
                row.getString("disagreement"),
                row.getString("narrative"),
                row.getString("expected"),
                row.getString("no_update_reason"),
                row.getString("fix_what"),
                row.getString("fix_who"),
                row.getString("fix_when"));
    }
}
