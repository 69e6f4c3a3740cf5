package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Carries out what a person changed of the nodes of a draft. */
final class Amending {

    private final Map<String, NodeChange> changes;
    private final List<Unplaced> leftOut = new ArrayList<>();

    private Amending(Map<String, NodeChange> changes) {
        this.changes = changes;
    }

    static PlanDraft amend(PlanDraft draft, Map<String, NodeChange> changes) {
        if (changes.isEmpty()) {
            return draft;
        }
        Amending amending = new Amending(changes);
        List<DraftNode> nodes = amending.siblings(draft.nodes());
        List<Unplaced> unplaced = Stream.concat(draft.unplaced().stream(), amending.leftOut.stream())
                .toList();
        return new PlanDraft(draft.title(), draft.period(), draft.tables(), nodes, unplaced);
    }

    private List<DraftNode> siblings(List<DraftNode> nodes) {
        List<DraftNode> amended = new ArrayList<>();
        for (DraftNode node : nodes) {
            NodeChange change = changes.get(node.key());
            NodeChange.Fate fate = change == null ? NodeChange.Fate.KEPT : change.fate();
            if (fate == NodeChange.Fate.LEFT_OUT) {
                leaveOut(node);
            } else if (fate == NodeChange.Fate.INTO_PREVIOUS && !amended.isEmpty()) {
                amended.add(together(amended.remove(amended.size() - 1), node));
            } else {
                amended.addAll(change == null ? List.of(with(node, siblings(node.children()))) : changed(node, change));
            }
        }
        return amended;
    }

    private void leaveOut(DraftNode node) {
        for (DraftNode one : node.withAllUnder()) {
            leftOut.add(new Unplaced(one.titleFrom().words(), one.titleFrom().spots(), Unplaced.Why.LEFT_OUT));
            one.values()
                    .forEach(value -> leftOut.add(new Unplaced(value.words(), value.spots(), Unplaced.Why.LEFT_OUT)));
        }
    }

    private DraftNode together(DraftNode before, DraftNode node) {
        List<Spot> spots = Stream.concat(before.titleFrom().spots().stream(), node.titleFrom().spots().stream())
                .distinct()
                .toList();
        Value from = before.titleFrom();
        Value both = new Value(
                from.role(),
                from.words() + " " + node.titleFrom().words(),
                from.heading(),
                spots,
                Certainty.CONFIRMED,
                from.inherited());
        return new DraftNode(
                before.key(),
                before.kind(),
                before.reference(),
                before.title() + " " + (node.reference().isEmpty() ? "" : node.reference() + " ") + node.title(),
                both,
                Stream.concat(before.values().stream(), node.values().stream())
                        .distinct()
                        .toList(),
                Stream.concat(before.children().stream(), siblings(node.children()).stream())
                        .toList());
    }

    private static DraftNode with(DraftNode node, List<DraftNode> children) {
        return new DraftNode(
                node.key(), node.kind(), node.reference(), node.title(), node.titleFrom(), node.values(), children);
    }

    private List<DraftNode> changed(DraftNode node, NodeChange change) {
        List<Value> values = values(node, change);
        String reference = change.reference() == null ? node.reference() : change.reference();
        String title = change.title() == null ? node.title() : change.title();
        Value from = node.titleFrom().as(Certainty.CONFIRMED);
        List<DraftNode> children = siblings(node.children());
        if (change.parts().size() < 2) {
            return List.of(new DraftNode(node.key(), node.kind(), reference, title, from, values, children));
        }
        List<DraftNode> parts = new ArrayList<>();
        for (String part : change.parts()) {
            boolean first = parts.isEmpty();
            parts.add(new DraftNode(
                    first ? node.key() : node.key() + "p" + (parts.size() + 1),
                    node.kind(),
                    first ? reference : "",
                    part,
                    from,
                    first ? values : values.stream().map(Value::shared).toList(),
                    first ? children : List.of()));
        }
        return parts;
    }

    private static List<Value> values(DraftNode node, NodeChange change) {
        Set<Role> told = EnumSet.noneOf(Role.class);
        List<Value> values = new ArrayList<>();
        for (Value value : node.values()) {
            String words = change.words().get(value.role());
            if (words == null) {
                values.add(change.confirmed().contains(value.role()) ? value.as(Certainty.CONFIRMED) : value);
            } else if (told.add(value.role()) && !words.isBlank()) {
                values.add(value.saying(words).as(Certainty.CONFIRMED));
            }
        }
        change.words().forEach((role, words) -> {
            if (told.add(role) && !words.isBlank()) {
                values.add(new Value(role, words, "", List.of(), Certainty.CONFIRMED, false));
            }
        });
        return values;
    }
}
