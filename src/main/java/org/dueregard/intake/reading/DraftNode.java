package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dueregard.plan.NodeKind;

/**
 * A node of the plan as it was read.
 *
 * @param key the spot where it begins, with a number behind it where several begin there; the same each time the file is
 *     read
 * @param reference as the council wrote it; empty for none
 * @param title empty where the file gives only a number
 * @param titleFrom where the title stands; the role is that of the node's kind
 * @param values everything else that is said of it, in the order of the file
 * @param children in plan order
 */
public record DraftNode(
        String key,
        NodeKind kind,
        String reference,
        String title,
        Value titleFrom,
        List<Value> values,
        List<DraftNode> children) {

    public DraftNode {
        values = List.copyOf(values);
        children = List.copyOf(children);
    }

    public List<Value> all(Role role) {
        return values.stream().filter(value -> value.role() == role).toList();
    }

    public Optional<Value> first(Role role) {
        return values.stream().filter(value -> value.role() == role).findFirst();
    }

    /** Itself and everything under it, in plan order. */
    public List<DraftNode> withAllUnder() {
        List<DraftNode> all = new ArrayList<>();
        gather(all);
        return all;
    }

    private void gather(List<DraftNode> all) {
        all.add(this);
        children.forEach(child -> child.gather(all));
    }
}
