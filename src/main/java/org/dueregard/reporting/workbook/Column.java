package org.dueregard.reporting.workbook;

import java.util.Arrays;
import java.util.Optional;

/** The columns of a return's workbook, from left to right. */
enum Column {
    ITEM_ID(0),
    SEEN(0),
    ITEM(46),
    TARGET(22),
    LAST_TIME(22),
    CHOICE(18),
    FIGURE(12),
    NUMERATOR(12),
    DENOMINATOR(12),
    OTHER_GROUP(12),
    BETTER_OFF(12),
    PROVISIONAL(12),
    STATUS(14),
    DONE_ON(18),
    DISAGREEMENT(30),
    NARRATIVE(60),
    EXPECTED(20),
    NO_UPDATE_REASON(30),
    FIX_WHAT(36),
    FIX_WHO(20),
    FIX_WHEN(18);

    /** In characters; 0 for columns that are for the product only. */
    private final int width;

    Column(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    boolean isHidden() {
        return width == 0;
    }

    /** Whether the owner fills it in. */
    boolean isTyped() {
        return compareTo(CHOICE) >= 0;
    }

    /** The letter that spreadsheets call the column by. */
    char letter() {
        return (char) ('A' + ordinal());
    }

    String messageKey() {
        return "reporting.workbook.column." + name();
    }

    /** The column in which a field of a return's page stands. */
    static Optional<Column> ofField(String field) {
        String name = switch (field) {
            case "reportedStatus" -> "STATUS";
            default -> field.replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
        };
        return Arrays.stream(values())
                .filter(column -> column.name().equals(name))
                .findFirst();
    }
}
