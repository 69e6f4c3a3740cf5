package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/**
 * A plan, or a report on one, in prose: headings of one level under a common one, each with what is done or was done as
 * bullets under it.
 */
final class Narrative {

    private static final Pattern TOLD = Pattern.compile(
            "(?i).*\\b(achievements?|progress|report|review|update|what we (did|have done)|successes|highlights)\\b.*");

    /** {@code Equality Framework for Local Government (EFLG)}: a name that is given short as well. */
    private static final Pattern FRAMEWORK = Pattern.compile(
            "(?:\\p{Lu}[\\p{L}’']{1,30} ){1,5}(?:Framework|Standard|Strategy|Charter|Programme)(?: (?:for|of|on)(?: \\p{Lu}\\p{L}{1,30}){1,5})? \\(\\p{Lu}{3,6}\\)");

    private static final double ALIKE = 0.8;

    /** Below all headings. */
    private static final int BOLD = 10;

    /** Words. */
    private static final int LONGEST_BOLD = 8;

    private final NeutralDocument document;
    private final Outline outline;
    private final Set<Spot> structure;

    Narrative(NeutralDocument document, Outline outline, Set<Spot> structure) {
        this.document = document;
        this.outline = outline;
        this.structure = structure;
    }

    void grow(List<Growing> top) {
        Map<Integer, List<Integer>> siblings = new HashMap<>();
        for (int block = 0; block < document.blocks().size(); block++) {
            if (isHead(block) && !Surroundings.isOne(paragraph(block).text())) {
                siblings.computeIfAbsent(parent(block), above -> new ArrayList<>())
                        .add(block);
            }
        }
        Optional<Map.Entry<Integer, List<Integer>>> best = siblings.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .filter(group -> group.getKey() < 0
                        || !Surroundings.isOne(paragraph(group.getKey()).text()))
                .filter(group ->
                        group.getValue().stream().mapToInt(this::bullets).sum() > 1)
                .max(Comparator.<Map.Entry<Integer, List<Integer>>>comparingInt(group -> group.getValue().stream()
                                .mapToInt(this::bullets)
                                .sum())
                        // of those over the same lists, the nearest to them
                        .thenComparing(Map.Entry::getKey));
        best.ifPresent(group -> {
            String over = group.getKey() < 0
                    ? document.file()
                    : paragraph(group.getKey()).text();
            boolean told = TOLD.matcher(over).matches() || TOLD.matcher(title()).matches();
            List<Growing> objectives = group.getValue().stream()
                    .map(block -> objective(block, told))
                    .toList();
            Value framework = framework(objectives, group.getValue().get(0));
            objectives.forEach(one -> one.add(framework));
            top.addAll(objectives);
        });
    }

    /** The framework that is named over a list of what most of the headings say; null for none. */
    private @Nullable Value framework(List<Growing> objectives, int first) {
        for (int block = 0; block < first; block++) {
            if (!(document.blocks().get(block) instanceof Paragraph named)) {
                continue;
            }
            Matcher framework = FRAMEWORK.matcher(named.text());
            if (framework.find() && listedBelow(objectives, block) > objectives.size() / 2) {
                return new Value(
                        Role.STRATEGY, framework.group(), "", List.of(Spot.block(block)), Certainty.DOUBTFUL, true);
            }
        }
        return null;
    }

    private int listedBelow(List<Growing> objectives, int block) {
        int listed = 0;
        for (int under = block + 1; under < document.blocks().size(); under++) {
            if (!(document.blocks().get(under) instanceof Paragraph one)
                    || one.line().depth() == 0 && !one.text().isBlank()) {
                return listed;
            }
            if (objectives.stream().anyMatch(objective -> Likeness.of(objective.title, one.text()) >= ALIKE)) {
                listed++;
            }
        }
        return listed;
    }

    private boolean isHead(int block) {
        return outline.isHeading(block) || isBoldOverList(block);
    }

    /** {@code PREPARE} in bold right over a list. */
    private boolean isBoldOverList(int block) {
        return block + 1 < document.blocks().size()
                && document.blocks().get(block) instanceof Paragraph line
                && line.line().strong()
                && line.line().depth() == 0
                && ColumnLook.count(line.text()) <= LONGEST_BOLD
                && document.blocks().get(block + 1) instanceof Paragraph below
                && below.line().depth() > 0;
    }

    private int level(int block) {
        return outline.isHeading(block) ? outline.depth(block) : BOLD;
    }

    private Paragraph paragraph(int block) {
        return (Paragraph) document.blocks().get(block);
    }

    private String title() {
        for (int block = 0; block < document.blocks().size(); block++) {
            if (isHead(block)) {
                return paragraph(block).text();
            }
        }
        return "";
    }

    private int parent(int block) {
        int level = level(block);
        for (int before = block - 1; before >= 0; before--) {
            if (isHead(before) && level(before) < level) {
                return before;
            }
        }
        return -1;
    }

    private int end(int block) {
        int level = level(block);
        int end = block + 1;
        while (end < document.blocks().size() && !(isHead(end) && level(end) <= level)) {
            end++;
        }
        return end;
    }

    private int bullets(int block) {
        int bullets = 0;
        for (int under = block + 1; under < end(block); under++) {
            if (document.blocks().get(under) instanceof Paragraph one
                    && one.line().depth() > 0) {
                bullets++;
            }
        }
        return bullets;
    }

    private Growing objective(int block, boolean told) {
        Spot spot = Spot.block(block);
        Snippet words = Snippet.of(paragraph(block).line(), spot);
        Growing objective = Growing.begun(NodeKind.OBJECTIVE, words, Certainty.DOUBTFUL);
        boolean listed = false;
        Value day = null;
        for (int under = block + 1; under < end(block); under++) {
            if (!(document.blocks().get(under) instanceof Paragraph one)
                    || one.text().isBlank()) {
                continue;
            }
            Snippet said = Snippet.of(one.line(), Spot.block(under));
            Value ledIn = said.inList() || told ? null : LeadIn.day(said);
            if (said.inList() && told) {
                objective.add(value(Role.UPDATE, said));
            } else if (said.inList()) {
                Growing deed = new Growing(NodeKind.ACTIVITY, said.spots().get(0), value(Role.ACTIVITY, said));
                OwnerAndDay.tell(deed);
                if (!deed.has(Role.DEADLINE)) {
                    deed.add(day);
                }
                objective.children.add(deed);
            } else if (ledIn != null) {
                day = ledIn;
            } else if (!listed || told) {
                objective.add(value(listed ? Role.UPDATE : Role.NARRATIVE, said));
            } else {
                objective.add(value(Role.NARRATIVE, said));
            }
            listed |= said.inList();
        }
        structure.add(spot);
        return objective;
    }

    private static Value value(Role role, Snippet said) {
        return new Value(role, said.text(), "", said.spots(), Certainty.DOUBTFUL, false);
    }
}
