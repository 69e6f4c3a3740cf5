package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/**
 * What only the account of progress says. Of something that has a target but names no measure: what the account gives figures
 * of, under small headings or in sentences such as {@code The percentage of pupils at level 4 is 20% below that of their
 * peers}. Of a measure without a target: the level that the account holds it against, {@code unlikely to exceed the target of
 * 48}. All of it is an offer, to be looked at.
 */
final class InAccounts {

    /** Words that a small heading has at most. */
    private static final int LONGEST_HEAD = 6;

    private static final int FEWEST_HEADS = 2;

    private static final double ALIKE = 0.5;

    private static final String FIGURE = "£?\\d[\\d,]*(?:\\.\\d+)?\\s?(?:%|per ?cent)?";

    private static final Pattern TOLD = Pattern.compile(
            "(?s)(?:.{0,30}\\b)?[Tt]he (?<name>(?:percentage|proportion|number|rate|share) of [^.;]{5,160}?),? (?:is|are|was|were|has|have|stands?|stood|rose|fell|increased|decreased)\\b[^.;]*?(?<figure>"
                    + FIGURE + ").*");

    private static final Pattern MOVED =
            Pattern.compile("(?s).*?\\bfrom " + FIGURE + " to (?<figure>" + FIGURE + ").*");

    private static final Pattern SHARE = Pattern.compile("(?is).*\\d\\s?(%|per ?cent).*");

    private static final Pattern HELD_AGAINST = Pattern.compile(
            "(?is).*?(?<level>(?:\\b(?:unlikely to|not|will not|does not) (?:be )?exceed(?:ed)?\\b[^.;]{0,12}|\\b(?:above|below|over|under|within)\\b[^.;]{0,12})?\\btarget (?:of|is|was) "
                    + FIGURE + ")(?=\\W|$).*");

    private static final Pattern ACRONYM = Pattern.compile("\\b\\p{Lu}{3,6}\\b");

    private InAccounts() {}

    static void tell(List<Growing> nodes) {
        for (Growing node : nodes) {
            if (node.kind != NodeKind.INDICATOR && node.kind != NodeKind.INDICATOR_GROUP) {
                List<Value> account = node.values.stream()
                        .filter(value -> value.role() == Role.UPDATE)
                        .toList();
                List<Growing> owed = node.children.stream()
                        .filter(child ->
                                child.placeholder && child.values.stream().allMatch(InAccounts::isOwed))
                        .toList();
                if (owed.size() == measures(node).size() && (node.has(Role.TARGET) || !owed.isEmpty())) {
                    measured(node, account, owed);
                } else {
                    account.forEach(told -> heldAgainst(node, told));
                }
                tell(node.children);
            }
        }
    }

    /** What is said of a measure before it has figures of its own. */
    private static boolean isOwed(Value value) {
        return value.role() == Role.TARGET || value.role() == Role.OWNER;
    }

    private static List<Growing> measures(Growing node) {
        List<Growing> all = new ArrayList<>();
        node.gather(all);
        return all.stream()
                .filter(one -> one.kind == NodeKind.INDICATOR || one.kind == NodeKind.INDICATOR_GROUP)
                .toList();
    }

    /** @param owed what stands in for measures that have no name */
    private static void measured(Growing node, List<Value> account, List<Growing> owed) {
        List<Growing> parts = underHeads(account);
        boolean headed = parts.size() >= FEWEST_HEADS;
        List<Growing> found = headed
                ? parts
                : account.stream().flatMap(told -> inSentences(told).stream()).toList();
        if (found.isEmpty()) {
            return;
        }
        List<Value> said = Stream.concat(owed.stream().flatMap(one -> one.values.stream()), node.values.stream())
                .filter(InAccounts::isOwed)
                .map(Value::shared)
                .map(value -> value.role() == Role.TARGET ? value.as(Certainty.DOUBTFUL) : value)
                .toList();
        found.forEach(measure -> said.forEach(measure::add));
        node.values.removeIf(value -> value.role() == Role.TARGET);
        node.children.removeAll(owed);
        if (headed) {
            Growing whole = new Growing(
                    NodeKind.INDICATOR_GROUP, found.get(0).start, said(Role.INDICATOR, node.title, node.titleFrom));
            whole.children.addAll(found);
            node.children.add(whole);
        } else {
            node.children.addAll(found);
        }
    }

    private static List<Growing> underHeads(List<Value> account) {
        List<Growing> found = new ArrayList<>();
        for (int at = 0; at + 1 < account.size(); at++) {
            Value head = account.get(at);
            Value below = account.get(at + 1);
            if (isHead(head.words()) && SHARE.matcher(below.words()).matches()) {
                Growing measure = measure(head, head.words());
                Matcher moved = MOVED.matcher(below.words());
                if (moved.matches()) {
                    measure.add(said(Role.BASELINE, moved.group("figure"), below));
                }
                found.add(measure);
            }
        }
        return found;
    }

    private static boolean isHead(String words) {
        return ColumnLook.count(words) <= LONGEST_HEAD
                && words.matches("\\p{Lu}[^.!?:;]*")
                && words.chars().noneMatch(Character::isDigit);
    }

    private static List<Growing> inSentences(Value account) {
        List<Growing> found = new ArrayList<>();
        for (String sentence : Sentences.of(account.words())) {
            Matcher told = TOLD.matcher(sentence);
            if (told.matches()) {
                Growing measure = measure(account, told.group("name"));
                measure.add(said(Role.BASELINE, told.group("figure"), account));
                found.add(measure);
            }
        }
        return found;
    }

    /** Gives it to the one measure beside the account that has no target and that the sentence speaks of. */
    private static void heldAgainst(Growing node, Value account) {
        for (String sentence : Sentences.of(account.words().replace('\n', ' '))) {
            Matcher level = HELD_AGAINST.matcher(sentence);
            Growing measure = level.matches() ? spokenOf(node, sentence) : null;
            if (measure != null) {
                measure.add(said(Role.TARGET, level.group("level").strip(), account));
            }
        }
    }

    private static @Nullable Growing spokenOf(Growing node, String sentence) {
        List<Growing> open = node.children.stream()
                .filter(child -> child.kind == NodeKind.INDICATOR && !child.has(Role.TARGET))
                .filter(child -> shares(child.title, sentence))
                .toList();
        return open.size() == 1 ? open.get(0) : null;
    }

    private static boolean shares(String name, String sentence) {
        Set<String> both = acronyms(name);
        both.retainAll(acronyms(sentence));
        return !both.isEmpty() || Likeness.of(name, sentence) >= ALIKE;
    }

    private static Set<String> acronyms(String words) {
        return ACRONYM.matcher(words).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static Growing measure(Value from, String name) {
        Value title = said(Role.INDICATOR, name, from);
        return new Growing(NodeKind.INDICATOR, title.spots().get(0), title);
    }

    private static Value said(Role role, String words, Value from) {
        return new Value(role, words.strip(), "", from.spots(), Certainty.DOUBTFUL, false);
    }
}
