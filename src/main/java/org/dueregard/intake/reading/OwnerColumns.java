package org.dueregard.intake.reading;

import java.util.regex.Pattern;

/** Who answers, where several columns of a table name somebody. */
final class OwnerColumns {

    private static final Pattern RESPONSIBLE = Pattern.compile("(?i)\\W*(r|responsible)\\W*");
    private static final Pattern ACCOUNTABLE = Pattern.compile("(?i)\\W*(a|accountable)\\W*");
    private static final Pattern BESIDE_RESPONSIBLE =
            Pattern.compile("(?i)\\W*(a|c|i|accountable|consulted|informed)\\W*");
    private static final Pattern ANSWERABLE = Pattern.compile(
            "(?i)\\W*(sro|executive sro|senior responsible (officer|owner)|(executive )?sponsor|accountable( officer| director| lead)?)\\W*");

    private OwnerColumns() {}

    /** Of responsible, accountable, consulted and informed, it is the first that does it and reports. */
    static void responsible(Columns columns) {
        for (int column = 0; column + 1 < columns.size(); column++) {
            boolean pair = RESPONSIBLE.matcher(columns.heading(column)).matches()
                    && ACCOUNTABLE.matcher(columns.heading(column + 1)).matches();
            if (pair && columns.isFree(column)) {
                columns.set(column, Role.OWNER, Certainty.CERTAIN);
                for (int other = column + 1; other < Math.min(columns.size(), column + 4); other++) {
                    if (columns.isFree(other)
                            && BESIDE_RESPONSIBLE
                                    .matcher(columns.heading(other))
                                    .matches()) {
                        columns.set(other, Role.OTHER, Certainty.LIKELY);
                    }
                }
            }
        }
    }

    /** A director who answers for it stands beside the directorate that does it, and is not the one who reports. */
    static void answerable(Columns columns) {
        for (int column = 0; column < columns.size(); column++) {
            boolean answers = columns.role(column) == Role.OWNER
                    && ANSWERABLE.matcher(columns.heading(column)).matches()
                    && columns.isFree(column);
            if (answers && columns.of(Role.OWNER).count() > 1) {
                columns.set(column, Role.OTHER, Certainty.LIKELY);
            }
        }
    }
}
