package org.dueregard.intake.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One sentence under each of several headings, right before its table, and nothing that says it is the outcome. */
final class UnlabelledOutcomes {

    private static final Pattern ABOUT_TABLE = Pattern.compile(
            "(?is).*\\b(table|below|above|following|this (section|page|part)|see|appendix|annex|key)\\b.*");

    /** Words. */
    private static final int LONGEST_OUTCOME = 40;

    /** What stands alone between a heading and its table, and of what. */
    private final Map<Snippet, Growing> unlabelled = new LinkedHashMap<>();

    private final Headings headings;
    private final Tables tables;

    UnlabelledOutcomes(Headings headings, Tables tables) {
        this.headings = headings;
        this.tables = tables;
    }

    /** Notes what stands alone in a block, under what was begun there; null for nothing. */
    void note(Snippet words, @Nullable Growing above) {
        int block = words.spots().get(0).block();
        boolean between = block > 0
                && above != null
                && headings.level(block - 1) != null
                && tables.at(block + 1).stream().anyMatch(PlanTable::isOfPlan);
        if (between) {
            unlabelled.put(words, above);
        }
    }

    /** Says of each what is wanted there, where no other is said of any. */
    void tell(List<Growing> all) {
        boolean labelled = all.stream().anyMatch(node -> node.has(Role.OUTCOME));
        boolean sentences = unlabelled.keySet().stream().map(Snippet::text).allMatch(UnlabelledOutcomes::isOneSentence);
        if (unlabelled.size() > 1 && !labelled && sentences) {
            unlabelled.forEach((words, node) ->
                    node.add(new Value(Role.OUTCOME, words.text(), "", words.spots(), Certainty.DOUBTFUL, false)));
        }
    }

    private static boolean isOneSentence(String words) {
        return ColumnLook.count(words) <= LONGEST_OUTCOME
                && !ABOUT_TABLE.matcher(words).matches()
                && !words.matches("(?s).*[.!?]\\s.*|.*:$|[^.:]{1,40}:\\s.*");
    }
}
