package org.dueregard.intake.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody wrote down as the right reading of a plan. Where a plan has no priority areas, an area marked implicit
 * stands in the file of the truth; what it has then belongs to the objective itself. An objective marked implicit is none
 * either: what it has stands at the top.
 *
 * @param heading the title with all that stands around it
 * @param files how many it serves: not all that is true has to stand in each of several
 */
record Truth(String title, String heading, int files, List<Objective> objectives) {

    /** Empty stands for nothing in all of these: in the truth there is no difference. */
    record Objective(
            String ref,
            String title,
            String owner,
            String outcome,
            boolean implicit,
            List<Theme> themes,
            List<Area> areas) {}

    record Theme(String ref, String title) {}

    /**
     * @param updates each as a whole; more than one only where they stand beside each other
     * @param narrative null unless the area has no indicators on purpose
     * @param tables the cells of tables of results, row by row
     */
    record Area(
            String ref,
            String title,
            boolean implicit,
            String themeRef,
            String owner,
            String strategy,
            String outcome,
            List<String> updates,
            @Nullable List<String> narrative,
            List<String> tables,
            List<Activity> activities,
            List<Indicator> indicators) {}

    /**
     * @param lastDay empty where the words of the deadline name none
     */
    record Activity(
            String ref,
            String text,
            String owner,
            String deadline,
            String lastDay,
            String outcome,
            List<String> strategies,
            String update,
            List<String> tables,
            List<Activity> parts) {}

    /**
     * @param activity the reference or the words of the activity that it measures; empty for none
     */
    record Indicator(
            String name,
            String parent,
            String activity,
            List<Known> baselines,
            List<Known> outturns,
            Goal target,
            List<String> otherTargets,
            String owner,
            String deadline,
            String lastDay) {

        /** Everything that a file says that has it. */
        String words() {
            return Stream.concat(
                            Stream.of(name),
                            Stream.concat(baselines.stream(), outturns.stream())
                                    .filter(known -> !known.derived())
                                    .map(Known::raw))
                    .collect(Collectors.joining(" "));
        }
    }

    /**
     * @param value empty where the words give none
     * @param comparator likewise
     * @param derived whether somebody worked it out
     */
    record Known(String raw, String value, String comparator, boolean derived) {}

    /**
     * @param basis STATED, NAME, SENSE, or empty where there is no target
     */
    record Goal(String raw, String kind, String basis, String value) {}

    static Truth of(JsonNode file) {
        return new Truth(
                text(file.path("plan"), "title"),
                text(file.path("plan"), "headingRaw"),
                file.path("sourceFiles").size(),
                each(file, "objectives", Truth::objective));
    }

    private static Objective objective(JsonNode node) {
        return new Objective(
                text(node, "ref"),
                text(node, "title"),
                text(node, "ownerRaw"),
                text(node, "intendedOutcome"),
                node.path("implicit").asBoolean(false),
                each(node, "themes", theme -> new Theme(text(theme, "ref"), text(theme, "title"))),
                each(node, "priorityAreas", Truth::area));
    }

    private static Area area(JsonNode node) {
        List<String> updates = new ArrayList<>();
        if (!text(node.path("update"), "text").isEmpty()) {
            updates.add(text(node.path("update"), "text"));
        }
        updates.addAll(each(node, "updates", update -> text(update, "text")));
        return new Area(
                text(node, "ref"),
                text(node, "title"),
                node.path("implicit").asBoolean(false),
                text(node, "themeRef"),
                text(node, "departmentsRaw"),
                text(node, "strategyRef"),
                text(node, "intendedOutcome"),
                updates,
                node.path("narrativeOnly").asBoolean(false) ? each(node, "narrative", JsonNode::asString) : null,
                tables(node),
                each(node, "activities", Truth::activity),
                each(node, "indicators", Truth::indicator));
    }

    private static List<String> tables(JsonNode node) {
        List<String> rows = new ArrayList<>();
        for (JsonNode table : node.path("tables")) {
            rows.add(String.join(" ", each(table, "header", JsonNode::asString)));
            for (JsonNode row : table.path("rows")) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.asString()));
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }

    private static Activity activity(JsonNode node) {
        List<String> strategies = each(node, "linkedStrategies", JsonNode::asString);
        return new Activity(
                text(node, "ref"),
                text(node, "text"),
                text(node, "departmentsRaw"),
                text(node, "deadlineRaw"),
                text(node, "deadlineDate"),
                text(node, "intendedOutcome"),
                strategies,
                text(node.path("update"), "text"),
                tables(node.path("update")),
                each(node, "subActivities", Truth::activity));
    }

    private static Indicator indicator(JsonNode node) {
        JsonNode target = node.path("target");
        return new Indicator(
                text(node, "name"),
                text(node, "parentIndicator"),
                text(node, "activityRef") + text(node, "activityText"),
                each(node, "baselines", Truth::known),
                each(node, "outturns", Truth::known),
                new Goal(text(target, "raw"), text(target, "kind"), text(target, "kindBasis"), text(target, "value")),
                each(node, "otherTargets", other -> text(other, "raw")),
                text(node, "ownerRaw"),
                text(node, "deadlineRaw"),
                text(node, "deadlineDate"));
    }

    private static Known known(JsonNode node) {
        return new Known(
                text(node, "raw"),
                text(node, "value"),
                text(node.path("comparator"), "value"),
                node.path("derived").asBoolean(false));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() ? "" : value.asString();
    }

    private static <T> List<T> each(JsonNode node, String name, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        node.path(name).forEach(one -> all.add(read.apply(one)));
        return all;
    }
}
