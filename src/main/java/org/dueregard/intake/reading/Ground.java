package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** The plan as far as it has grown, and where in it the reading stands. */
final class Ground {

    /** The level of a paragraph that is no heading. */
    static final int BY_ITSELF = 9;

    private static final double ALIKE = 0.9;
    private static final int NAMED_FOR_SHORT = 200;

    final List<Growing> top = new ArrayList<>();

    /** Words that say how others are to be read. */
    final Set<Spot> structure = new HashSet<>();

    final Map<Spot, Unplaced.Why> reasons = new HashMap<>();
    private final Map<List<Growing>, Index> indexes = new IdentityHashMap<>();
    private final Map<NodeKind, Growing> open = new EnumMap<>(NodeKind.class);

    /** What short names stand for. */
    Map<String, Snippet> codes = Map.of();

    boolean isOpen() {
        return !open.isEmpty();
    }

    boolean isOpen(NodeKind kind) {
        return open.containsKey(kind);
    }

    Optional<Growing> opened(NodeKind kind) {
        return Optional.ofNullable(open.get(kind));
    }

    boolean isOpened(Growing node) {
        return open.containsValue(node);
    }

    /** Whether what is open is called so. */
    boolean isOpenAs(String words) {
        return open.values().stream().anyMatch(node -> node.title.equalsIgnoreCase(words.strip()));
    }

    void close() {
        open.clear();
    }

    /** Before a heading: what rows began, and what headings as high or lower did. */
    void closeFrom(int headingLevel) {
        open.values().removeIf(node -> node.headingLevel == 0 || node.headingLevel >= headingLevel);
    }

    /** Goes on under a node that is there already. */
    void reopen(Growing node) {
        open.keySet().removeIf(kind -> kind.compareTo(node.kind) >= 0);
        open.put(node.kind, node);
    }

    /** Puts a node under what is open, and opens it. */
    void hang(Growing node) {
        Growing above = above(node.kind);
        under(above).add(node);
        reopen(node);
    }

    List<Growing> under(@Nullable Growing above) {
        return above == null ? top : above.children;
    }

    /** The first of a kind under a node that is called so; null for none. */
    @Nullable
    Growing named(@Nullable Growing above, NodeKind kind, String words) {
        Index index = indexes.computeIfAbsent(under(above), all -> new Index());
        return index.upTo(under(above)).get(kind + " " + words.toLowerCase(Locale.UK));
    }

    /** Nodes by what they are called, as far as they were there when somebody asked last. */
    private static final class Index {

        private final Map<String, Growing> byName = new HashMap<>();
        private int known;

        Map<String, Growing> upTo(List<Growing> nodes) {
            if (nodes.size() < known) {
                byName.clear();
                known = 0;
            }
            for (Growing node : nodes.subList(known, nodes.size())) {
                byName.putIfAbsent(node.kind + " " + node.titleFrom.words().toLowerCase(Locale.UK), node);
                byName.putIfAbsent(node.kind + " " + node.title.toLowerCase(Locale.UK), node);
            }
            known = nodes.size();
            return byName;
        }
    }

    /** What a node of a kind would stand under. */
    @Nullable
    Growing above(NodeKind kind) {
        Growing above = null;
        for (Map.Entry<NodeKind, Growing> one : open.entrySet()) {
            if (one.getKey().compareTo(kind) < 0 && one.getKey() != NodeKind.ACTIVITY) {
                above = one.getValue();
            }
        }
        return above;
    }

    /** The deepest of objective, theme and area that is open. */
    @Nullable
    Growing deepest() {
        return above(NodeKind.ACTIVITY);
    }

    /** Whether a heading of the level stands under those that began what is open. */
    boolean isUnder(int headingLevel) {
        return isOpen()
                && open.values().stream().allMatch(node -> node.headingLevel > 0 && node.headingLevel < headingLevel);
    }

    /** A heading ends what rows of a table began, and goes on under what stands over that table. */
    void endRows() {
        if (open.values().stream().anyMatch(node -> node.headingLevel > 0)) {
            open.values().removeIf(node -> node.headingLevel == 0);
        }
    }

    /** Whether all that is open stands under a heading of the level that is yet to come: it is over by then. */
    boolean isAllUnder(int headingLevel) {
        return isOpen()
                && open.values().stream()
                        .allMatch(node -> node.headingLevel > headingLevel && node.headingLevel < BY_ITSELF);
    }

    List<Growing> all() {
        List<Growing> all = new ArrayList<>();
        top.forEach(node -> node.gather(all));
        return all;
    }

    /** The objective, theme or area that is most like something, if it is enough like it. */
    @Nullable
    Growing mostLike(ToDoubleFunction<Growing> likeness, double enough) {
        return all().stream()
                .filter(node -> node.kind.compareTo(NodeKind.ACTIVITY) < 0)
                .filter(node -> likeness.applyAsDouble(node) >= enough)
                .max(Comparator.comparingDouble(likeness))
                .orElse(null);
    }

    /** The objective, theme or area that is called so for short; null for none, and in a plan that has more of them than a person names so. */
    @Nullable
    Growing meant(String words) {
        List<Growing> named = new ArrayList<>();
        structure(top, named);
        return named.size() > NAMED_FOR_SHORT ? null : LevelNames.meant(words, named);
    }

    private static void structure(List<Growing> nodes, List<Growing> into) {
        for (Growing node : nodes) {
            // they stand in front of what is done under them
            if (into.size() > NAMED_FOR_SHORT || node.kind.compareTo(NodeKind.ACTIVITY) >= 0) {
                return;
            }
            into.add(node);
            structure(node.children, into);
        }
    }

    /** The one at the top that has the same number and all but the same words, or the first of them; null for none. */
    @Nullable
    Growing alike(Growing node) {
        return top.stream()
                .filter(one -> one.kind == node.kind
                        && one.reference.equals(node.reference)
                        && !one.title.isEmpty()
                        && (node.title.isBlank() && !node.reference.isEmpty()
                                || !node.reference.isEmpty() && begins(one.title, node.title)
                                || Math.min(Likeness.of(one.title, node.title), Likeness.of(node.title, one.title))
                                        >= ALIKE))
                .findFirst()
                .orElse(null);
    }

    /**
     * Goes on with what was begun before under the same name: a table of all measures, say, behind the objectives they belong to.
     *
     * @return null where nothing was
     */
    @Nullable
    Growing goOn(Growing node, Snippet words) {
        Growing again = alike(node);
        if (again == null) {
            return null;
        }
        if (node.title.length() > again.title.length()) {
            again.add(node.titleFrom.as(Role.OTHER));
        } else {
            again.titleFrom = again.titleFrom.alsoAt(words.spots());
        }
        reopen(again);
        return again;
    }

    /** {@code A diverse team: workforce measures} goes on with {@code A diverse team}. */
    private static boolean begins(String title, String longer) {
        return longer.regionMatches(true, 0, title, 0, title.length())
                && longer.length() > title.length()
                && !Character.isLetterOrDigit(longer.charAt(title.length()));
    }

    void because(Spot spot, Unplaced.Why why) {
        reasons.put(spot, why);
    }

    /** Hangs what is measured under a node, parts under what they are part of; comes back with what has figures. */
    List<Growing> measured(List<MeasureCell.Measured> all, @Nullable Growing above, Spot start) {
        List<Growing> nodes = new ArrayList<>();
        List<Growing> leaves = new ArrayList<>();
        for (MeasureCell.Measured one : all) {
            Growing node = measured(one, start);
            nodes.add(node);
            (one.of() >= 0 ? nodes.get(one.of()).children : under(above)).add(node);
            if (!one.group()) {
                leaves.add(node);
            }
        }
        return leaves;
    }

    static Growing measured(MeasureCell.Measured one, Spot otherwise) {
        Spot start =
                one.name().spots().isEmpty() ? otherwise : one.name().spots().get(0);
        Growing node = new Growing(one.group() ? NodeKind.INDICATOR_GROUP : NodeKind.INDICATOR, start, one.name());
        Reference.in(one.name().words())
                .filter(reference -> !reference.rest().isEmpty())
                .ifPresent(reference -> {
                    node.referTo(reference.reference());
                    node.title = reference.rest();
                });
        one.values().forEach(node::add);
        return node;
    }
}
