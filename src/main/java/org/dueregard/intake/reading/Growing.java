package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** A node while the document is still being read. */
final class Growing {

    /** {@code (Ref CCS 8b)}, {@code (Community Cohesion Strategy 13c)}. */
    private static final Pattern SERVED = Pattern.compile(
            "\\((?:[Rr]ef\\.?:?\\s+)?(?<what>[A-Z]{2,6} \\d+\\w?(?:\\s*(?:,|and|&)\\s*\\d+\\w?)*|(?:[A-Z][\\w&'’]* ){1,6}(?:Strategy|Plan|Framework)(?: \\d+\\w?)?)\\)");

    NodeKind kind;
    final Spot start;
    String reference = "";
    String title;
    Value titleFrom;
    final List<Value> values = new ArrayList<>();
    final List<Growing> children = new ArrayList<>();

    /** How high the heading was that began it; 0 for rows of tables. */
    int headingLevel;

    /** Whether it only stands in for indicators that another table may name. */
    boolean placeholder;

    Growing(NodeKind kind, Spot start, Value titleFrom) {
        this.kind = kind;
        this.start = start;
        this.titleFrom = titleFrom;
        this.title = titleFrom.words();
    }

    /** What begins with these words; a number before them is its reference. */
    static Growing begun(NodeKind kind, Snippet words, Certainty certainty) {
        Spot start = words.spots().get(0);
        Growing node =
                new Growing(kind, start, new Value(role(kind), words.printed(), "", words.spots(), certainty, false));
        node.title = words.text();
        if (isNumber(words.number())) {
            node.reference = Reference.tidied(words.number());
        } else {
            String said = kind == NodeKind.ACTIVITY
                    ? Labelled.counted(words.text()).map(Labelled::words).orElse(words.text())
                    : words.text();
            Reference.in(said).ifPresent(found -> {
                node.reference = found.reference();
                node.title = found.rest();
            });
        }
        if (kind == NodeKind.ACTIVITY || kind == NodeKind.PRIORITY_AREA) {
            Matcher served = SERVED.matcher(node.title);
            while (served.find()) {
                node.add(new Value(Role.STRATEGY, served.group("what"), "", words.spots(), Certainty.LIKELY, false));
            }
        }
        return node;
    }

    /** The same, where the words say what level of the plan they begin. */
    static Growing begun(NodeKind kind, Snippet words, @Nullable LevelLabel level, Certainty certainty) {
        Growing node = begun(kind, words, certainty);
        if (level != null) {
            node.title = level.title();
            node.reference = level.reference().isEmpty() && isNumber(words.number())
                    ? Reference.tidied(words.number())
                    : level.reference();
            if (!level.strategy().isEmpty()) {
                String strategy = Stream.of(level.strategy(), level.reference())
                        .filter(part -> !part.isEmpty())
                        .reduce((one, other) -> one + " " + other)
                        .orElse("");
                Role said = level.isOfStrategy() ? Role.STRATEGY : Role.OTHER;
                node.values.add(0, new Value(said, strategy, "", words.spots(), Certainty.LIKELY, false));
            }
        }
        return node;
    }

    static Role role(NodeKind kind) {
        return switch (kind) {
            case OBJECTIVE -> Role.OBJECTIVE;
            case THEME -> Role.THEME;
            case PRIORITY_AREA -> Role.AREA;
            case ACTIVITY -> Role.ACTIVITY;
            case INDICATOR_GROUP, INDICATOR -> Role.INDICATOR;
        };
    }

    static NodeKind kind(Role role) {
        return switch (role) {
            case OBJECTIVE -> NodeKind.OBJECTIVE;
            case THEME -> NodeKind.THEME;
            case AREA -> NodeKind.PRIORITY_AREA;
            case ACTIVITY -> NodeKind.ACTIVITY;
            default -> NodeKind.INDICATOR;
        };
    }

    static boolean isNumber(String number) {
        return number.chars().anyMatch(Character::isLetterOrDigit) && !number.equals("o");
    }

    /** Words that go on with its title. */
    void goOn(Snippet line) {
        List<Spot> spots = Stream.concat(titleFrom.spots().stream(), line.spots().stream())
                .distinct()
                .toList();
        titleFrom = new Value(
                titleFrom.role(),
                titleFrom.words() + "\n" + line.printed(),
                titleFrom.heading(),
                spots,
                titleFrom.certainty(),
                titleFrom.inherited());
        title = line.isBlank() ? title : title + "\n" + line.printed();
    }

    /** Words that are its title, where only its number stood in front. */
    void called(Snippet words) {
        goOn(words);
        title = words.text();
    }

    void referTo(String words) {
        if (reference.isEmpty()) {
            reference = Reference.tidied(words);
        }
    }

    void add(@Nullable Value value) {
        if (value == null || value.words().isBlank()) {
            return;
        }
        for (int at = 0; at < values.size(); at++) {
            Value before = values.get(at);
            if (before.role() == value.role()
                    && before.words().equals(value.words())
                    && before.heading().equals(value.heading())) {
                values.set(at, before.alsoAt(value.spots()));
                return;
            }
        }
        values.add(value);
    }

    boolean has(Role role) {
        return values.stream().anyMatch(value -> value.role() == role);
    }

    boolean isBare() {
        return values.isEmpty() && children.isEmpty();
    }

    Optional<Integer> number() {
        return reference.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(reference)) : Optional.empty();
    }

    void gather(List<Growing> all) {
        all.add(this);
        children.forEach(child -> child.gather(all));
    }

    DraftNode grown(Keys keys) {
        String key = keys.next(start);
        List<DraftNode> under = new ArrayList<>();
        children.forEach(child -> under.add(child.grown(keys)));
        return new DraftNode(key, kind, reference, title, titleFrom, values, under);
    }

    /** Gives each node the spot where it begins as its key, and a number where others begin there as well. */
    static final class Keys {

        private final Map<Spot, Integer> given = new HashMap<>();

        String next(Spot start) {
            int number = given.merge(start, 1, Integer::sum);
            return number == 1 ? start.toString() : start + "n" + number;
        }
    }
}
