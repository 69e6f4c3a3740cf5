package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import org.dueregard.plan.NodeKind;

/** What can only be told once the whole document was read. */
final class Tidying {

    private static final int LONGEST_LIST = 200;

    private Tidying() {}

    static void tidy(List<Growing> top) {
        boolean objectives = top.stream().anyMatch(node -> node.kind == NodeKind.OBJECTIVE);
        boolean themes = top.stream().anyMatch(node -> node.kind == NodeKind.THEME);
        if (!objectives) {
            NodeKind highest = themes ? NodeKind.THEME : NodeKind.PRIORITY_AREA;
            top.stream()
                    .filter(node -> node.kind == highest && node.titleFrom.certainty() != Certainty.CONFIRMED)
                    .forEach(node -> node.kind = NodeKind.OBJECTIVE);
        }
        themesWithoutAreas(top);
        namedBefore(top);
        List<Growing> all = new ArrayList<>();
        top.forEach(node -> node.gather(all));
        for (Growing node : all) {
            if (node.kind == NodeKind.INDICATOR_GROUP && node.children.isEmpty()) {
                node.kind = NodeKind.INDICATOR;
            }
        }
    }

    /** A theme groups areas. Where a plan has none, whatever it calls its themes is what the rest stands under. */
    private static void themesWithoutAreas(List<Growing> top) {
        List<Growing> all = new ArrayList<>();
        top.forEach(node -> node.gather(all));
        boolean areas = all.stream().anyMatch(node -> node.kind == NodeKind.PRIORITY_AREA);
        if (!areas) {
            all.stream()
                    .filter(node -> node.kind == NodeKind.THEME && node.titleFrom.certainty() != Certainty.CONFIRMED)
                    .forEach(node -> node.kind = NodeKind.PRIORITY_AREA);
        }
    }

    /** Objectives that a list in front names, and that are set out later. */
    private static void namedBefore(List<Growing> top) {
        List<Growing> objectives =
                top.stream().filter(node -> node.kind == NodeKind.OBJECTIVE).toList();
        List<Growing> bareOnes = objectives.stream().filter(Growing::isBare).toList();
        List<Growing> setOut =
                objectives.stream().filter(node -> !node.isBare()).toList();
        // a list that somebody reads is not longer
        if (bareOnes.size() > LONGEST_LIST || setOut.size() > LONGEST_LIST) {
            return;
        }
        for (Growing bare : bareOnes) {
            if (!setOut.isEmpty()) {
                setOut.stream()
                        .filter(other -> Likeness.of(other.title, bare.title) >= 0.8)
                        .findFirst()
                        .ifPresent(other -> {
                            top.remove(bare);
                            other.add(bare.titleFrom.as(Role.OTHER));
                        });
            }
        }
    }
}
