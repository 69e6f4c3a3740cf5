package org.dueregard.intake.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.TermDates;
import org.dueregard.indicator.Lines;
import org.dueregard.indicator.words.FigureReading;
import org.dueregard.indicator.words.Sureness;
import org.dueregard.intake.DraftDocument;
import org.dueregard.intake.Judging;
import org.dueregard.intake.reading.Certainty;
import org.dueregard.intake.reading.DraftNode;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.reading.Spot;
import org.dueregard.intake.reading.Understood;
import org.dueregard.intake.reading.Value;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** A draft as it is shown: part by part, each value with what was understood, how sure it is and where it stands. */
final class Drafted {

    /** As many of what stands at the top are shown together where there are very many. */
    private static final int IN_A_PART = 25;

    private static final int FEW_PARTS = 30;

    private static final String UNDER = " › ";

    /** How sure something is, for people. */
    enum Mark {
        YOURS,
        SURE,
        LIKELY,
        LOOK;

        static Mark of(Certainty certainty) {
            return switch (certainty) {
                case CONFIRMED -> YOURS;
                case CERTAIN -> SURE;
                case LIKELY -> LIKELY;
                case DOUBTFUL -> LOOK;
            };
        }
    }

    /**
     * @param understood what the words come to; empty where they stand for themselves
     * @param because why it has to be looked at, as a key; null when it has not
     * @param where the spot in the file; empty where a person wrote it
     */
    public record Shown(
            String role,
            String words,
            String understood,
            @Nullable String because,
            String mark,
            String where,
            boolean shared) {}

    public record Node(
            String key,
            String kind,
            String reference,
            String title,
            String mark,
            String where,
            int depth,
            boolean changed,
            List<Shown> values) {}

    /** @param number counted from 1, as in addresses */
    public record Part(int number, String name, int nodes, int doubts) {}

    /** Something that a person has to look at. */
    public record Doubt(int part, String key, String path, Shown value) {

        /** The item itself, without what it stands under. */
        public String name() {
            int last = path.lastIndexOf(UNDER);
            return last < 0 ? path : path.substring(last + UNDER.length());
        }

        /** What it stands under; empty for nothing. */
        public String above() {
            int last = path.lastIndexOf(UNDER);
            return last < 0 ? "" : path.substring(0, last);
        }
    }

    private final PlanDraft draft;
    private final Period period;
    private final Set<String> changed;
    private final List<List<DraftNode>> parts = new ArrayList<>();
    private final UnaryOperator<String> say;
    private final Map<Integer, List<Node>> shown = new HashMap<>();

    /**
     * @param period of the plan, for figures that say none
     * @param changed the keys of nodes that a person changed
     * @param say the words for a key
     */
    Drafted(PlanDraft draft, Period period, Set<String> changed, UnaryOperator<String> say) {
        this.draft = draft;
        this.period = period;
        this.changed = changed;
        this.say = say;
        boolean one = draft.nodes().size() <= FEW_PARTS;
        List<DraftNode> open = new ArrayList<>();
        for (DraftNode node : draft.nodes()) {
            boolean alone = one && node.kind() == NodeKind.OBJECTIVE;
            if (alone || open.size() == IN_A_PART) {
                close(open);
                open = new ArrayList<>();
            }
            open.add(node);
            if (alone) {
                close(open);
                open = new ArrayList<>();
            }
        }
        close(open);
    }

    private void close(List<DraftNode> open) {
        if (!open.isEmpty()) {
            parts.add(open);
        }
    }

    List<Part> parts() {
        List<Part> all = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            List<Node> nodes = nodes(at + 1);
            long doubts = nodes.stream().mapToLong(Drafted::doubts).sum();
            DraftNode first = parts.get(at).get(0);
            String name = (first.reference().isEmpty() ? "" : first.reference() + " ") + first.title();
            all.add(new Part(at + 1, name.isBlank() ? first.titleFrom().words() : name, nodes.size(), (int) doubts));
        }
        return all;
    }

    private static long doubts(Node node) {
        return node.values().stream().filter(value -> value.because() != null).count()
                + (Mark.LOOK.name().equals(node.mark()) ? 1 : 0);
    }

    int size() {
        return parts.size();
    }

    /** All nodes of a part, each before those under it. */
    List<Node> nodes(int part) {
        return shown.computeIfAbsent(part, number -> {
            List<Node> all = new ArrayList<>();
            parts.get(number - 1).forEach(node -> gather(node, null, 0, all));
            return List.copyOf(all);
        });
    }

    private void gather(DraftNode node, @Nullable DraftNode above, int depth, List<Node> all) {
        all.add(shown(node, above, depth));
        node.children().forEach(child -> gather(child, node, depth + 1, all));
    }

    Node shown(DraftNode node, @Nullable DraftNode above, int depth) {
        List<Shown> values = new ArrayList<>();
        Understood understood = node.kind() == NodeKind.INDICATOR ? Understood.of(node, above) : null;
        for (Value value : node.values()) {
            values.add(shown(value, understood));
        }
        return new Node(
                node.key(),
                node.kind().name(),
                node.reference(),
                node.title(),
                Mark.of(node.titleFrom().certainty()).name(),
                where(node.titleFrom()),
                depth,
                changed.contains(node.key()),
                values);
    }

    private static String where(Value value) {
        return value.spots().isEmpty() ? "" : value.spots().get(0).whole().toString();
    }

    private Shown shown(Value value, @Nullable Understood understood) {
        String comesTo = "";
        String because = value.certainty() == Certainty.DOUBTFUL && value.role() != Role.OTHER ? "role" : null;
        if (value.role() == Role.TARGET && understood != null) {
            for (Understood.Aimed aimed : understood.targets()) {
                if (aimed.value() == value) {
                    comesTo = understood.targetWords(aimed.reading()).orElse("");
                    // one of several is told apart by its period
                    boolean oneOfSeveral = understood.targets().size() > 1;
                    comesTo += oneOfSeveral && aimed.period() != null && !comesTo.isEmpty()
                            ? ", " + aimed.period().label()
                            : "";
                    because = why(aimed, because);
                }
            }
            if (isSecondOfItsYear(value, understood)) {
                because = "second-target";
            }
        } else if ((value.role() == Role.BASELINE || value.role() == Role.OUTTURN) && understood != null) {
            for (Understood.Figured figured : understood.figures(period)) {
                if (figured.value() == value) {
                    comesTo = figure(figured);
                    because = why(figured, because);
                }
            }
        } else if (value.role() == Role.COMPARATOR && understood != null) {
            for (Understood.Compared compared : understood.compared(period)) {
                if (compared.value() == value && compared.reading().value() != null) {
                    comesTo = compared.whose()
                            + (compared.period() == null
                                    ? ""
                                    : ", " + compared.period().label());
                }
            }
        } else if (value.role() == Role.DEADLINE) {
            Deadline deadline = Deadline.of(value.words());
            comesTo = deadline.lastDay()
                    .map(day -> say.apply("day") + " "
                            + org.dueregard.calendar.Period.asAt(day).label())
                    .orElse("");
        }
        return new Shown(
                value.role().name(),
                value.words(),
                comesTo,
                value.certainty() == Certainty.CONFIRMED ? null : because,
                (value.certainty() == Certainty.CONFIRMED
                                ? Mark.YOURS
                                : because != null ? Mark.LOOK : Mark.of(value.certainty()))
                        .name(),
                where(value),
                value.inherited());
    }

    private static @Nullable String why(Understood.Aimed aimed, @Nullable String otherwise) {
        if (aimed.reading().sureness() == Sureness.NOT_UNDERSTOOD) {
            return "target-words";
        }
        return aimed.reading().needsALook() ? "target" : otherwise;
    }

    /** Whether another target before it is for the same year, so that it would be left out. */
    private boolean isSecondOfItsYear(Value value, Understood understood) {
        return understood.targets().stream().anyMatch(aimed -> aimed.value() == value)
                && DraftDocument.targetsByYear(understood, period).stream().noneMatch(aimed -> aimed.value() == value);
    }

    private static @Nullable String why(Understood.Figured figured, @Nullable String otherwise) {
        if (figured.reading().sureness() == Sureness.GUESS) {
            return "figure";
        }
        boolean number = figured.reading().kind() == FigureReading.Kind.FIGURE;
        return number && figured.period() == null ? "period" : otherwise;
    }

    private String figure(Understood.Figured figured) {
        FigureReading reading = figured.reading();
        if (reading.value() == null) {
            return switch (reading.kind()) {
                case TO_BE_CONFIRMED -> say.apply("tbc");
                case NOT_AVAILABLE -> say.apply("none");
                default -> say.apply("words");
            };
        }
        String unit = reading.unit() == null ? "" : reading.unit();
        String number = reading.value().stripTrailingZeros().toPlainString();
        String shown =
                unit.equals("%") ? number + "%" : unit.equals("£") ? "£" + number : (number + " " + unit).strip();
        Period about = figured.period();
        return about == null ? shown : shown + ", " + about.label();
    }

    /** What a person has to look at, in the order of the plan. */
    List<Doubt> doubts() {
        List<Doubt> all = new ArrayList<>();
        for (int part = 1; part <= parts.size(); part++) {
            Map<Integer, String> path = new TreeMap<>();
            for (Node node : nodes(part)) {
                path.put(node.depth(), (node.reference().isEmpty() ? "" : node.reference() + " ") + node.title());
                path.keySet().removeIf(depth -> depth > node.depth());
                String words = String.join(UNDER, path.values());
                if (Mark.LOOK.name().equals(node.mark())) {
                    all.add(new Doubt(
                            part,
                            node.key(),
                            words,
                            new Shown(node.kind(), node.title(), "", "node", Mark.LOOK.name(), node.where(), false)));
                }
                for (Shown value : node.values()) {
                    if (value.because() != null) {
                        all.add(new Doubt(part, node.key(), words, value));
                    }
                }
            }
        }
        return all;
    }

    /** How the targets of a part would be judged, by the keys of their nodes; those that no figure is judged by are left out. */
    Map<String, List<Lines.Stretch>> judged(int part, TermDates terms) {
        Map<String, List<Lines.Stretch>> judged = new TreeMap<>();
        parts.get(part - 1).forEach(node -> judge(node, null, terms, judged));
        return judged;
    }

    private void judge(
            DraftNode node, @Nullable DraftNode above, TermDates terms, Map<String, List<Lines.Stretch>> judged) {
        if (node.kind() == NodeKind.INDICATOR) {
            Judging.of(node, above, period, terms).ifPresent(lines -> judged.put(node.key(), lines.stretches()));
        }
        node.children().forEach(child -> judge(child, node, terms, judged));
    }

    /** Where the nodes of a part stand in the file. */
    Set<Spot> spots(int part) {
        Set<Spot> spots = new TreeSet<>();
        for (DraftNode top : parts.get(part - 1)) {
            for (DraftNode node : top.withAllUnder()) {
                spots.addAll(node.titleFrom().spots());
                node.values().forEach(value -> spots.addAll(value.spots()));
            }
        }
        return spots;
    }

    /** How many nodes there are of each kind. */
    Map<NodeKind, Long> counts() {
        Map<NodeKind, Long> counts = new TreeMap<>();
        draft.all().forEach(node -> counts.merge(node.kind(), 1L, Long::sum));
        return counts;
    }
}
