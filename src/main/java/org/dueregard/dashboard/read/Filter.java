package org.dueregard.dashboard.read;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Which items somebody asks for; an empty text means any.
 *
 * @param division a division, or a department with all of its divisions
 * @param strategy the words that the plan has for it, or {@link #NOT_STATED}
 * @param tag a protected characteristic or a group of the council's own, or {@link #NOT_STATED}
 */
public record Filter(String objective, String division, String strategy, String tag) {

    /** Asks for what has no strategy, or is for nobody in particular. */
    public static final String NOT_STATED = "none";

    public static final Filter ALL = new Filter("", "", "", "");

    public boolean isSet() {
        return !equals(ALL);
    }

    public boolean passes(Item item) {
        return (objective.isEmpty() || objective.equals(item.objective().toString()))
                && (division.isEmpty()
                        || division.equals(String.valueOf(item.division()))
                        || division.equals(String.valueOf(item.department())))
                && (strategy.isEmpty() || strategy.equals(item.strategy() == null ? NOT_STATED : item.strategy()))
                && (tag.isEmpty()
                        || (tag.equals(NOT_STATED)
                                ? item.tags().isEmpty()
                                : item.tags().contains(tag)));
    }

    public Filter ofObjective(String wanted) {
        return new Filter(wanted, division, strategy, tag);
    }

    public Filter ofDivision(String wanted) {
        return new Filter(objective, wanted, strategy, tag);
    }

    public Filter ofStrategy(String wanted) {
        return new Filter(objective, division, wanted, tag);
    }

    public Filter ofTag(String wanted) {
        return new Filter(objective, division, strategy, wanted);
    }

    /** As it stands in an address, each part with its ampersand. */
    String query() {
        return part("objective", objective)
                + part("division", division)
                + part("strategy", strategy)
                + part("tag", tag);
    }

    private static String part(String name, String value) {
        return value.isEmpty()
                ? ""
                : "&" + name + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
