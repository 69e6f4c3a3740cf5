package org.dueregard.intake.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dueregard.intake.reading.DraftNode;
import org.dueregard.intake.reading.NodeChange;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.reading.Spot;
import org.dueregard.intake.reading.Value;
import org.dueregard.plan.NodeKind;

/**
 * One node of a draft to be corrected.
 *
 * @param fields what can be said of it, by role, with the words that were read
 * @param mayMerge whether another stands before it under the same
 */
record ItemForm(
        String key,
        String kind,
        String reference,
        String title,
        List<Field> fields,
        boolean mayMerge,
        int under,
        Set<Spot> spots) {

    /** @param rows of the box in which it is typed */
    public record Field(String role, String words, int rows) {}

    private static final int LONGEST = 20_000;

    /** Whoever saves the form has seen all that is in it. */
    private static final Set<Role> OF_ALL_ROLES = Set.of(Role.values());

    private static final List<Role> OF_ALL =
            List.of(Role.OWNER, Role.DEADLINE, Role.STRATEGY, Role.CHARACTERISTIC, Role.AIM, Role.UPDATE);
    private static final List<Role> OF_FIGURES =
            List.of(Role.TARGET, Role.BASELINE, Role.OUTTURN, Role.OWNER, Role.DEADLINE, Role.SOURCE);

    static Optional<ItemForm> of(PlanDraft draft, String key) {
        return find(draft.nodes(), key);
    }

    private static Optional<ItemForm> find(List<DraftNode> siblings, String key) {
        for (int at = 0; at < siblings.size(); at++) {
            DraftNode node = siblings.get(at);
            if (node.key().equals(key)) {
                return Optional.of(of(node, at > 0));
            }
            Optional<ItemForm> under = find(node.children(), key);
            if (under.isPresent()) {
                return under;
            }
        }
        return Optional.empty();
    }

    private static ItemForm of(DraftNode node, boolean mayMerge) {
        boolean measured = node.kind() == NodeKind.INDICATOR;
        List<Role> roles = new ArrayList<>(measured ? OF_FIGURES : OF_ALL);
        if (node.kind().compareTo(NodeKind.ACTIVITY) < 0) {
            roles.add(0, Role.OUTCOME);
        }
        node.values().stream()
                .map(Value::role)
                .filter(role -> !roles.contains(role) && role != Role.OTHER)
                .forEach(roles::add);
        List<Field> fields = roles.stream()
                .distinct()
                .map(role -> {
                    String words = node.all(role).stream().map(Value::words).collect(Collectors.joining("\n"));
                    return new Field(role.name(), words, Math.min(10, Math.max(1, words.length() / 70 + 1)));
                })
                .toList();
        Set<Spot> spots = new TreeSet<>(node.titleFrom().spots());
        node.values().forEach(value -> spots.addAll(value.spots()));
        return new ItemForm(
                node.key(),
                node.kind().name(),
                node.reference(),
                node.title(),
                fields,
                mayMerge,
                node.withAllUnder().size() - 1,
                spots);
    }

    /** What was typed, where it differs from what was read; each line of the title but the first is a node of its own. */
    NodeChange change(Map<String, String> typed) {
        Map<Role, String> words = new LinkedHashMap<>();
        for (Field field : fields) {
            String now = typed.get("v-" + field.role());
            if (now != null && !tidied(now).equals(tidied(field.words()))) {
                words.put(Role.valueOf(field.role()), tidied(now));
            }
        }
        String newTitle = tidied(typed.getOrDefault("title", title));
        List<String> parts = newTitle.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        boolean split = "on".equals(typed.get("split")) && parts.size() > 1;
        return new NodeChange(
                NodeChange.Fate.KEPT,
                tidied(typed.getOrDefault("reference", reference)),
                split ? parts.get(0) : newTitle,
                words,
                split ? parts : List.of(),
                OF_ALL_ROLES);
    }

    private static String tidied(String typed) {
        String bare = typed.replace("\r\n", "\n").strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }
}
