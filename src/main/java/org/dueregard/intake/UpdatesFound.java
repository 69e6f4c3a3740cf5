package org.dueregard.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dueregard.calendar.Period;
import org.dueregard.exchange.PlanDocument;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.intake.reading.DraftNode;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.reading.Understood;
import org.dueregard.intake.reading.Value;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** The figures and narratives of a file, for the items of a plan that they are about. */
public final class UpdatesFound {

    /**
     * What a file says of an item.
     *
     * @param node the item; null when the plan has none that it could be about, or none that is asked
     * @param path where it stands in the file
     * @param figure null where the file has none for the period
     * @param narrative as Markdown; null where the file has none
     */
    public record Found(
            @Nullable NodeId node,
            String path,
            @Nullable String figure,
            @Nullable String narrative) {}

    private final Map<String, NodeEntry> entries = new HashMap<>();
    private final Map<String, String> planKeys = new HashMap<>();
    private final Map<String, NodeId> nodes;
    private final Map<NodeId, ?> asked;
    private final Period round;
    private final Period years;
    private final List<Found> found = new ArrayList<>();

    private UpdatesFound(
            PlanDocument plan, PlanDocument document, Map<String, NodeId> nodes, Map<NodeId, ?> asked, Period round) {
        this.nodes = nodes;
        this.asked = asked;
        this.round = round;
        this.years = Period.parse(plan.period());
        Differences.pairs(plan, document).forEach((planKey, key) -> planKeys.put(key, planKey));
        plan.nodes().forEach(this::remember);
    }

    private void remember(NodeEntry entry) {
        entries.put(entry.key(), entry);
        entry.children().forEach(this::remember);
    }

    /**
     * @param document the same draft as a document
     * @param nodes of the plan, by the keys of {@code plan}
     * @param asked what the round asks for
     * @param round the period that figures have to be for; one that says none counts as well
     */
    public static List<Found> in(
            PlanDraft draft,
            PlanDocument document,
            PlanDocument plan,
            Map<String, NodeId> nodes,
            Map<NodeId, ?> asked,
            Period round) {
        UpdatesFound updates = new UpdatesFound(plan, document, nodes, asked, round);
        draft.nodes().forEach(node -> updates.gather(node, null, ""));
        return List.copyOf(updates.found);
    }

    private void gather(DraftNode node, @Nullable DraftNode above, String path) {
        String own = (node.reference().isEmpty() ? "" : node.reference() + " ") + node.title();
        String place = path.isEmpty() ? own : path + Differences.BETWEEN + own;
        String narrative = node.all(Role.UPDATE).stream().map(Value::words).collect(Collectors.joining("\n\n"));
        String figure = node.kind() == NodeKind.INDICATOR ? figure(Understood.of(node, above)) : null;
        if (!narrative.isBlank() || figure != null) {
            NodeId item = item(node).orElse(null);
            found.add(new Found(item, place, figure, narrative.isBlank() ? null : narrative));
        }
        node.children().forEach(child -> gather(child, node, place));
    }

    /** The item itself, or the only one under it that is asked for. */
    private Optional<NodeId> item(DraftNode node) {
        String key = planKeys.get(node.key());
        NodeEntry entry = key == null ? null : entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        NodeId own = nodes.get(entry.key());
        if (own != null && asked.containsKey(own)) {
            return Optional.of(own);
        }
        List<NodeId> under = new ArrayList<>();
        under(entry, under);
        return under.size() == 1 ? Optional.of(under.get(0)) : Optional.empty();
    }

    private void under(NodeEntry entry, List<NodeId> all) {
        for (NodeEntry child : entry.children()) {
            NodeId node = nodes.get(child.key());
            if (node != null && asked.containsKey(node)) {
                all.add(node);
            }
            under(child, all);
        }
    }

    /** The latest outturn whose period ends in the round's, or that says no period and so is of the round. */
    private @Nullable String figure(Understood understood) {
        String latest = null;
        LocalDate until = LocalDate.MIN;
        for (Understood.Figured one : understood.figures(years)) {
            Period period = one.period();
            LocalDate last = period == null ? round.lastDay() : period.lastDay();
            boolean fits = round.contains(last) && !last.isBefore(until);
            if (one.value().role() == Role.OUTTURN && fits && one.reading().value() != null) {
                until = last;
                latest = one.reading().value().stripTrailingZeros().toPlainString();
            }
        }
        return latest;
    }
}
