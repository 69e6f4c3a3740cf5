package org.dueregard.dashboard.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Notes;
import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanState;
import org.dueregard.site.Distribution;
import org.jspecify.annotations.Nullable;

/** A whole plan as one page shows it. */
public record PlanSheet(
        PlanId id,
        String title,
        String period,
        @Nullable String unit,
        PlanState state,
        @Nullable LocalDate agreedOn,
        @Nullable String agreedBy,
        List<Node> objectives) {

    /** How many nodes of each kind it has, in the order of the kinds. */
    public Map<NodeKind, Integer> counts() {
        Map<NodeKind, Integer> counts = new EnumMap<>(NodeKind.class);
        objectives.forEach(objective -> objective.count(counts));
        return counts;
    }

    /**
     * A node with those under it.
     *
     * @param status as agreed last, else as it stands today; null when nothing is owed for it
     * @param standing as it stands today, when that differs from what was agreed
     * @param spark the points of its sparkline; null with fewer than three figures
     */
    public record Node(
            NodeId id,
            NodeKind kind,
            @Nullable String reference,
            String title,
            @Nullable String fullName,
            @Nullable String intendedOutcome,
            @Nullable String strategy,
            @Nullable String narrativeOnlyReason,
            @Nullable String owners,
            @Nullable String reporting,
            @Nullable String division,
            @Nullable String deadline,
            List<String> tags,
            @Nullable LocalDate retiredOn,
            @Nullable String retiredBecause,
            boolean owes,
            @Nullable String target,
            @Nullable String lastYear,
            @Nullable String latest,
            @Nullable Status status,
            @Nullable NotRatedReason why,
            @Nullable Status standing,
            @Nullable String sentence,
            Notes notes,
            @Nullable String spark,
            List<Node> children) {

        /** The statuses of everything owed here and below. */
        public Distribution distribution() {
            return Overview.distribution(owed().stream()
                    .collect(Collectors.groupingBy(
                            node -> node.status() == null ? Status.NOT_RATED : node.status(), Collectors.counting())));
        }

        public List<Node> owed() {
            List<Node> found = new ArrayList<>();
            collect(found);
            return found;
        }

        private void count(Map<NodeKind, Integer> counts) {
            counts.merge(kind, 1, Integer::sum);
            children.forEach(child -> child.count(counts));
        }

        private void collect(Collection<Node> found) {
            if (owes) {
                found.add(this);
            }
            children.forEach(child -> child.collect(found));
        }

        /** Areas, and themes with areas under them: what the page lets open and close. */
        public List<Node> areas() {
            return children.stream()
                    .flatMap(child ->
                            child.kind() == NodeKind.THEME ? child.children().stream() : List.of(child).stream())
                    .filter(child -> child.kind() == NodeKind.PRIORITY_AREA)
                    .toList();
        }

        public List<Node> activities() {
            return of(NodeKind.ACTIVITY);
        }

        /** Indicators right here, in groups, of key activities or under other indicators, in plan order. */
        public List<Node> indicators() {
            List<Node> found = new ArrayList<>();
            children.forEach(child -> {
                if (child.kind() == NodeKind.INDICATOR) {
                    found.add(child);
                }
                if (child.kind() == NodeKind.INDICATOR
                        || child.kind() == NodeKind.INDICATOR_GROUP
                        || child.kind() == NodeKind.ACTIVITY) {
                    found.addAll(child.indicators());
                }
            });
            return found;
        }

        private List<Node> of(NodeKind wanted) {
            return children.stream().filter(child -> child.kind() == wanted).toList();
        }

        /** The indicator's full name, which says more than its title under a heading. */
        public String name() {
            return fullName == null ? title : fullName;
        }

        public boolean isRetired() {
            return retiredOn != null;
        }

        @Nullable
        Node keeping(java.util.function.Predicate<Node> wanted) {
            List<Node> kept = children.stream()
                    .map(child -> child.keeping(wanted))
                    .filter(java.util.Objects::nonNull)
                    .map(java.util.Objects::requireNonNull)
                    .toList();
            boolean itself = owes && wanted.test(this);
            if (kept.isEmpty() && !itself) {
                return null;
            }
            return new Node(
                    id,
                    kind,
                    reference,
                    title,
                    fullName,
                    intendedOutcome,
                    strategy,
                    narrativeOnlyReason,
                    owners,
                    reporting,
                    division,
                    deadline,
                    tags,
                    retiredOn,
                    retiredBecause,
                    itself,
                    target,
                    lastYear,
                    latest,
                    status,
                    why,
                    standing,
                    sentence,
                    notes,
                    spark,
                    kept);
        }
    }

    /** What people may filter by; an empty text means anything. */
    public record Filter(String division, String unit, String status, String tag) {

        public boolean isSet() {
            return !(division.isEmpty() && unit.isEmpty() && status.isEmpty() && tag.isEmpty());
        }
    }

    public List<Node> owed() {
        return objectives.stream().flatMap(node -> node.owed().stream()).toList();
    }

    public Distribution distribution() {
        Map<Status, Long> counts = owed().stream()
                .collect(Collectors.groupingBy(
                        node -> node.status() == null ? Status.NOT_RATED : node.status(), Collectors.counting()));
        return Overview.distribution(counts);
    }

    /** Only what passes the filter, with the nodes above it. */
    public PlanSheet filtered(Filter filter) {
        if (!filter.isSet()) {
            return this;
        }
        List<Node> kept = objectives.stream()
                .map(node -> node.keeping(owed -> passes(owed, filter)))
                .filter(java.util.Objects::nonNull)
                .map(java.util.Objects::requireNonNull)
                .toList();
        return new PlanSheet(id, title, period, unit, state, agreedOn, agreedBy, kept);
    }

    private static boolean passes(Node node, Filter filter) {
        Status status = node.status() == null ? Status.NOT_RATED : node.status();
        return (filter.division().isEmpty() || filter.division().equals(node.division()))
                && (filter.unit().isEmpty() || filter.unit().equals(node.reporting()))
                && (filter.status().isEmpty() || filter.status().equals(status.key()))
                && (filter.tag().isEmpty() || node.tags().contains(filter.tag()));
    }

    public Set<String> divisions() {
        return sorted(owed().stream().map(Node::division).toList());
    }

    public Set<String> units() {
        return sorted(owed().stream().map(Node::reporting).toList());
    }

    public Set<String> tags() {
        return sorted(owed().stream().flatMap(node -> node.tags().stream()).toList());
    }

    private static Set<String> sorted(List<@Nullable String> names) {
        return names.stream()
                .filter(java.util.Objects::nonNull)
                .map(java.util.Objects::requireNonNull)
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
