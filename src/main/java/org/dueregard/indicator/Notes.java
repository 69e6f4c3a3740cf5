package org.dueregard.indicator;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known beside a stored status before acting on it.
 *
 * @param direction BETTER, WORSE, SAME, UP, DOWN or CHANCE; null where nothing can be said
 * @param directionWords the figure it moved from; null where nothing can be said
 * @param exception what was said because its trigger fired; null when it did not
 * @param caveats in whole sentences
 */
public record Notes(
        @Nullable String direction,
        @Nullable String directionWords,
        @Nullable String exception,
        List<String> caveats) {

    /** What {@link #of(ResultSet)} reads, of {@code assessment}. */
    public static final String COLUMNS = """
             assessment.caveats, assessment.exception,
            coalesce(assessment.direction_before, assessment.direction_year) as direction,
            assessment.direction_words
            """;

    /** Of a row that has {@link #COLUMNS}; nothing where the row has no assessment. */
    public static Notes of(ResultSet row) throws SQLException {
        Array caveats = row.getArray("caveats");
        return new Notes(
                row.getString("direction"),
                row.getString("direction_words"),
                row.getString("exception"),
                caveats == null ? List.of() : List.of((String[]) caveats.getArray()));
    }

    /** The rest, where the exception stands by itself. */
    public Notes besidesTheException() {
        return new Notes(direction, directionWords, null, caveats);
    }

    /** How many things there are to be careful about. */
    public int count() {
        return caveats.size() + (exception == null ? 0 : 1);
    }
}
