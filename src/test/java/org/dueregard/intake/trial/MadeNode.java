package org.dueregard.intake.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dueregard.intake.reading.Certainty;
import org.dueregard.intake.reading.DraftNode;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.reading.Spot;
import org.dueregard.intake.reading.Value;
import org.dueregard.plan.NodeKind;

/** A node of a draft that a test makes, and may spoil before it is held against the truth. */
final class MadeNode {

    NodeKind kind;
    String reference;
    String title;
    final List<Value> values = new ArrayList<>();
    final List<MadeNode> children = new ArrayList<>();

    MadeNode(NodeKind kind, String reference, String title, MadeNode... children) {
        this.kind = kind;
        this.reference = reference;
        this.title = title;
        this.children.addAll(List.of(children));
    }

    static Value value(Role role, String words) {
        return new Value(role, words, "", List.of(Spot.cell(0, 1, 0)), Certainty.CERTAIN, false);
    }

    MadeNode with(Role role, String words) {
        values.add(value(role, words));
        return this;
    }

    /** Another value in place of the one of that role. */
    void say(Role role, String words) {
        without(role);
        with(role, words);
    }

    void without(Role role) {
        values.removeIf(value -> value.role() == role);
    }

    /** The one with that title, below or itself. */
    MadeNode find(String wanted) {
        return all().filter(node -> node.title.equals(wanted)).findFirst().orElseThrow();
    }

    void remove(String wanted) {
        all().forEach(node -> node.children.removeIf(child -> child.title.equals(wanted)));
    }

    MadeNode but(Consumer<MadeNode> spoil) {
        spoil.accept(this);
        return this;
    }

    DraftNode build() {
        return new DraftNode(
                title,
                kind,
                reference,
                title,
                value(Role.OTHER, title),
                values,
                children.stream().map(MadeNode::build).toList());
    }

    private Stream<MadeNode> all() {
        return Stream.concat(Stream.of(this), List.copyOf(children).stream().flatMap(MadeNode::all));
    }
}
