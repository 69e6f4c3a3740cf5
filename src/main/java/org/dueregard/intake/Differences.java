package org.dueregard.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dueregard.exchange.PlanDocument;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.TargetEntry;
import org.dueregard.intake.reading.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * What a document says otherwise than a plan that is there. A document is silent about what it leaves out: that is never a
 * difference, but for whole items, which are told so that a person can retire them.
 */
public final class Differences {

    private static final double ALIKE = 0.6;
    private static final double SAME_ANYWHERE = 0.8;

    /** Between the names of what something stands under. */
    public static final String BETWEEN = " › ";

    public enum What {
        /** In the document only. */
        ADDED,

        /** In the plan only; nothing is done about it. */
        MISSING,
        TITLE,
        OUTCOME,
        OWNER,
        DEADLINE,
        TARGET,
        FIGURE
    }

    /**
     * One difference.
     *
     * @param id the same as long as plan and document say the same
     * @param node key within the plan; of what it is added under for ADDED, empty for the plan itself
     * @param path where it stands, in words
     * @param was null for nothing
     * @param piece of the document, where words do not say it all
     * @param before the same piece of the plan; null where it has none
     */
    public record Difference(
            String id,
            What what,
            String node,
            String path,
            @Nullable String was,
            String becomes,
            @Nullable Object piece,
            @Nullable Object before) {

        /** What it stands under. */
        public String place() {
            int last = path.lastIndexOf(BETWEEN);
            return last < 0 ? "" : path.substring(0, last);
        }

        public String name() {
            return path.substring(path.lastIndexOf(BETWEEN) < 0 ? 0 : path.lastIndexOf(BETWEEN) + BETWEEN.length());
        }
    }

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    public static List<Difference> between(PlanDocument plan, PlanDocument document) {
        Differences differences = new Differences();
        differences.siblings("", "", plan.nodes(), document.nodes());
        return List.copyOf(differences.found);
    }

    /** Which node of the document each node of the plan is, by their keys; those of one side only are left out. */
    public static Map<String, String> pairs(PlanDocument plan, PlanDocument document) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pair(plan.nodes(), document.nodes(), pairs);
        elsewhere(plan.nodes(), document.nodes(), pairs);
        return pairs;
    }

    private static void pair(List<NodeEntry> plan, List<NodeEntry> document, Map<String, String> pairs) {
        match(plan, document).forEach((now, next) -> {
            pairs.put(now.key(), next.key());
            pair(now.children(), next.children(), pairs);
        });
    }

    /** What stands elsewhere in the document than in the plan, by its words alone. */
    private static void elsewhere(List<NodeEntry> plan, List<NodeEntry> document, Map<String, String> pairs) {
        List<NodeEntry> left = new ArrayList<>();
        plan.forEach(node -> gather(node, left));
        left.removeIf(node -> pairs.containsKey(node.key()));
        List<NodeEntry> others = new ArrayList<>();
        document.forEach(node -> gather(node, others));
        others.removeIf(node -> pairs.containsValue(node.key()));
        for (NodeEntry next : others) {
            left.stream()
                    .filter(now -> now.kind().equals(next.kind()) && like(now, next) >= SAME_ANYWHERE)
                    .max(java.util.Comparator.comparingDouble(now -> like(now, next)))
                    .ifPresent(now -> {
                        pairs.put(now.key(), next.key());
                        left.remove(now);
                    });
        }
    }

    private static void gather(NodeEntry node, List<NodeEntry> all) {
        all.add(node);
        node.children().forEach(child -> gather(child, all));
    }

    private void siblings(String above, String path, List<NodeEntry> plan, List<NodeEntry> document) {
        Map<NodeEntry, NodeEntry> matched = match(plan, document);
        Set<NodeEntry> used = new HashSet<>(matched.values());
        for (NodeEntry next : document) {
            NodeEntry now = matched.entrySet().stream()
                    .filter(pair -> pair.getValue() == next)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            String place = path.isEmpty() ? named(next) : path + BETWEEN + named(next);
            if (now == null) {
                add(What.ADDED, above, place, null, named(next), next, null);
            } else {
                fields(now, next, place);
                siblings(now.key(), place, now.children(), next.children());
            }
        }
        for (NodeEntry now : plan) {
            if (!matched.containsKey(now) && now.retired() == null && !used.contains(now)) {
                String place = path.isEmpty() ? named(now) : path + BETWEEN + named(now);
                add(What.MISSING, now.key(), place, named(now), "", null, null);
            }
        }
    }

    private static String named(NodeEntry node) {
        return node.reference() == null || node.reference().equals(node.title())
                ? node.title()
                : node.reference() + " " + node.title();
    }

    /** By the same words, then by the same number, then by likeness; each at most once. */
    private static Map<NodeEntry, NodeEntry> match(List<NodeEntry> plan, List<NodeEntry> document) {
        Map<NodeEntry, NodeEntry> matched = new LinkedHashMap<>();
        List<NodeEntry> left = new ArrayList<>(document);
        for (int pass = 0; pass < 3; pass++) {
            for (NodeEntry now : plan) {
                if (matched.containsKey(now)) {
                    continue;
                }
                NodeEntry best = null;
                for (NodeEntry next : left) {
                    if (now.kind().equals(next.kind()) && isMatch(now, next, pass)) {
                        best = best == null || like(now, next) > like(now, best) ? next : best;
                    }
                }
                if (best != null) {
                    matched.put(now, best);
                    NodeEntry taken = best;
                    left.removeIf(next -> next == taken);
                }
            }
        }
        return matched;
    }

    private static double like(NodeEntry now, NodeEntry next) {
        return Likeness.of(now.title(), next.title());
    }

    private static boolean isMatch(NodeEntry now, NodeEntry next, int pass) {
        boolean sameNumber = now.reference() != null && now.reference().equals(next.reference());
        boolean otherNumber = now.reference() != null && next.reference() != null && !sameNumber;
        return switch (pass) {
            case 0 -> same(now.title(), next.title()) && !otherNumber;
            case 1 -> sameNumber && like(now, next) > 0.2;
            default -> like(now, next) >= ALIKE;
        };
    }

    private static boolean same(@Nullable String now, @Nullable String next) {
        return Owners.key(Objects.requireNonNullElse(now, "")).equals(Owners.key(Objects.requireNonNullElse(next, "")));
    }

    private void fields(NodeEntry now, NodeEntry next, String path) {
        if (!now.title().equals(next.title())) {
            add(What.TITLE, now.key(), path, now.title(), next.title(), null, null);
        }
        said(What.OUTCOME, now, path, now.intendedOutcome(), next.intendedOutcome(), null);
        said(What.OWNER, now, path, now.ownerWords(), next.ownerWords(), next.leads());
        said(What.DEADLINE, now, path, now.deadline(), next.deadline(), null);
        if (now.indicator() != null && next.indicator() != null) {
            boolean oneEach = now.indicator().targets().size() == 1
                    && next.indicator().targets().size() == 1;
            next.indicator().targets().forEach(target -> target(now, target, path, oneEach));
            next.indicator().figures().forEach(figure -> figure(now, figure, path));
        }
    }

    private void said(
            What what,
            NodeEntry now,
            String path,
            @Nullable String was,
            @Nullable String becomes,
            @Nullable Object piece) {
        if (becomes != null && !becomes.isBlank() && !becomes.equals(was)) {
            add(what, now.key(), path, was, becomes, piece, now.leads());
        }
    }

    /** @param oneEach whether both have one target only, which is then the same whatever year it is given for */
    private void target(NodeEntry now, TargetEntry target, String path, boolean oneEach) {
        List<TargetEntry> targets = Objects.requireNonNull(now.indicator()).targets();
        TargetEntry before = targets.stream()
                .filter(one -> one.planYear().equals(target.planYear()))
                .findFirst()
                .orElse(oneEach ? targets.get(0) : null);
        boolean silent = target.words().isBlank();
        if (!silent && (before == null || !same(before.words(), target.words()))) {
            add(What.TARGET, now.key(), path, before == null ? null : before.words(), target.words(), target, before);
        }
    }

    private void figure(NodeEntry now, FigureEntry figure, String path) {
        FigureEntry before = Objects.requireNonNull(now.indicator()).figures().stream()
                .filter(one -> one.comparator() == null && one.period().equals(figure.period()))
                .findFirst()
                .orElse(null);
        if (before == null
                || !same(before.value(), figure.value())
                || !Objects.equals(before.words(), figure.words())) {
            add(What.FIGURE, now.key(), path, before == null ? null : said(before), said(figure), figure, before);
        }
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** Period and figure, in words. */
    public static String said(FigureEntry figure) {
        return figure.period() + ": "
                + (figure.value() == null
                        ? Objects.requireNonNullElse(figure.words(), "")
                        : figure.value().stripTrailingZeros().toPlainString());
    }

    private void add(
            What what,
            String node,
            String path,
            @Nullable String was,
            String becomes,
            @Nullable Object piece,
            @Nullable Object before) {
        String id = Integer.toHexString(Objects.hash(what, node, path, was, becomes));
        found.add(new Difference(id, what, node, path, was, becomes, piece, before));
    }
}
