package org.dueregard.indicator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is to be: one that is added, or one as it is from now on.
 *
 * @param maximum the largest value there can be, 100 for most percentages; null where there is none
 * @param tolerance its own, instead of the plan's; null for the plan's
 */
public record IndicatorDraft(
        Measure measure,
        @Nullable String definition,
        @Nullable BigDecimal maximum,
        @Nullable Tolerance tolerance,
        @Nullable String dataSource) {

    /** The pieces of {@link #said()} on which no status depends. */
    public static final Set<String> DESCRIBING = Set.of("definition.name", "definition.counts", "definition.source");

    /** What it says, piece by piece, each in words that name the piece; two drafts can be compared by it. */
    public Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        Phrases phrases = Phrases.english();
        say(said, "definition.name", measure.name());
        say(said, "definition.counts", definition);
        say(said, "definition.source", dataSource);
        said.put("definition.kind", phrases.say("definition.kind." + measure.valueKind()));
        say(said, "definition.unit", measure.unit());
        say(said, "definition.decimals", String.valueOf(measure.decimals()));
        say(
                said,
                "definition.maximum",
                maximum == null ? null : maximum.stripTrailingZeros().toPlainString());
        GapGroups gap = measure.gap();
        said.put(
                "definition.gap",
                gap == null
                        ? phrases.say("definition.gap.none")
                        : phrases.say("definition.gap.of", "better", gap.betterOff(), "other", gap.other()));
        said.put("definition.polarity", phrases.say("definition.polarity." + measure.polarity()));
        said.put("definition.basis", phrases.say("definition.basis." + measure.basis()));
        Frequency frequency = measure.frequency();
        said.put(
                "definition.frequency",
                phrases.say("definition.frequency." + (frequency == null ? Frequency.YEARLY : frequency)));
        said.put("definition.seasonal", phrases.say("definition.seasonal." + (measure.seasonal() ? "yes" : "no")));
        say(said, "definition.tolerance", tolerance == null ? null : tolerance.words());
        say(said, "definition.comparator", measure.comparatorName());
        Integer months = measure.triggerMonths();
        say(said, "definition.trigger", months == null ? null : months.toString());
        return said;
    }

    private static void say(Map<String, String> said, String piece, @Nullable String value) {
        Phrases phrases = Phrases.english();
        said.put(piece, phrases.say(piece, "value", value == null ? phrases.say("definition.none") : value));
    }

    /** Whether figures would be judged, compared or shown otherwise than by the other. */
    public boolean judgesOtherwiseThan(IndicatorDraft other) {
        return !judging().equals(other.judging());
    }

    private Map<String, String> judging() {
        Map<String, String> judging = said();
        judging.keySet().removeAll(DESCRIBING);
        return judging;
    }
}
