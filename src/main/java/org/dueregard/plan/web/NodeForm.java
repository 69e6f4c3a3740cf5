package org.dueregard.plan.web;

import java.util.List;
import java.util.Map;
import org.dueregard.plan.model.NodeSheet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the page on which a node is edited, as stored or as typed.
 *
 * @param version of the node that was on screen
 * @param reports id of the unit; empty for whoever reports for the node above
 * @param involved ids of units
 */
record NodeForm(
        String version,
        String title,
        String intendedOutcome,
        String ownerWords,
        String reports,
        List<String> involved,
        String deadline) {

    static NodeForm of(NodeSheet sheet) {
        return new NodeForm(
                String.valueOf(sheet.version()),
                sheet.title(),
                text(sheet.intendedOutcome()),
                text(sheet.ownerWords()),
                sheet.reports() == null ? "" : sheet.reports().toString(),
                sheet.involved().stream().map(Object::toString).toList(),
                sheet.deadline().words());
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }

    /** Browsers send line ends as two characters; one is what was typed. */
    static String typed(String field) {
        return field.replace("\r\n", "\n").replace("\u0000", "");
    }

    NodeForm withWording(String newTitle, String newIntendedOutcome) {
        return new NodeForm(version, newTitle, newIntendedOutcome, ownerWords, reports, involved, deadline);
    }

    NodeForm withOwner(String newWords, String newReports, List<String> newInvolved) {
        return new NodeForm(version, title, intendedOutcome, newWords, newReports, newInvolved, deadline);
    }

    NodeForm withDeadline(String newDeadline) {
        return new NodeForm(version, title, intendedOutcome, ownerWords, reports, involved, newDeadline);
    }

    NodeForm seenAs(long seen) {
        return new NodeForm(String.valueOf(seen), title, intendedOutcome, ownerWords, reports, involved, deadline);
    }

    /** With what was typed into one of the forms before the session ended. */
    NodeForm with(Map<String, List<String>> kept) {
        return new NodeForm(
                first(kept, "version", version),
                first(kept, "title", title),
                first(kept, "intendedOutcome", intendedOutcome),
                first(kept, "ownerWords", ownerWords),
                first(kept, "reports", reports),
                kept.containsKey("ownerWords") ? kept.getOrDefault("involved", List.of()) : involved,
                first(kept, "deadline", deadline));
    }

    private static String first(Map<String, List<String>> kept, String name, String otherwise) {
        List<String> values = kept.getOrDefault(name, List.of());
        return values.isEmpty() ? otherwise : typed(values.get(0));
    }

    public boolean involves(String unit) {
        return involved.contains(unit);
    }
}
