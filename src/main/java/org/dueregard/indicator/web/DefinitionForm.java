package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dueregard.indicator.Frequency;
import org.dueregard.indicator.GapGroups;
import org.dueregard.indicator.IndicatorDraft;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.model.DefinitionSheet;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is, as somebody typed it.
 *
 * @param version that was on screen; empty for one that is added
 * @param reference asked for only where one is added
 * @param seasonal yes, or nothing
 * @param trigger the months of its window; empty for none
 */
record DefinitionForm(
        String version,
        String reference,
        String name,
        String definition,
        String source,
        String kind,
        String unit,
        String decimals,
        String maximum,
        String betterOff,
        String other,
        String polarity,
        String basis,
        String frequency,
        String seasonal,
        String tolerance,
        String comparator,
        String trigger,
        String reason) {

    /** What arrived; fields that did not are empty. */
    static DefinitionForm typed(Map<String, List<String>> fields) {
        return new DefinitionForm(
                first(fields, "version"),
                first(fields, "reference"),
                first(fields, "name"),
                first(fields, "definition"),
                first(fields, "source"),
                first(fields, "kind"),
                first(fields, "unit"),
                first(fields, "decimals"),
                first(fields, "maximum"),
                first(fields, "betterOff"),
                first(fields, "other"),
                first(fields, "polarity"),
                first(fields, "basis"),
                first(fields, "frequency"),
                first(fields, "seasonal"),
                first(fields, "tolerance"),
                first(fields, "comparator"),
                first(fields, "trigger"),
                first(fields, "reason"));
    }

    private static String first(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : TypedText.of(values.get(0).replace("\r\n", "\n"));
    }

    /** Nothing yet. */
    static DefinitionForm empty() {
        return typed(Map.of("decimals", List.of("0")));
    }

    /** What stands there, ready to be changed. */
    static DefinitionForm of(DefinitionSheet sheet) {
        IndicatorDraft stands = sheet.definition();
        Measure measure = stands.measure();
        GapGroups gap = measure.gap();
        Frequency frequency = measure.frequency();
        BigDecimal maximum = stands.maximum();
        return new DefinitionForm(
                String.valueOf(sheet.version()),
                "",
                measure.name(),
                orEmpty(stands.definition()),
                orEmpty(stands.dataSource()),
                measure.valueKind().name(),
                orEmpty(measure.unit()),
                String.valueOf(measure.decimals()),
                maximum == null ? "" : maximum.stripTrailingZeros().toPlainString(),
                gap == null ? "" : gap.betterOff(),
                gap == null ? "" : gap.other(),
                measure.polarity().name(),
                measure.basis().name(),
                frequency == null ? Frequency.YEARLY.name() : frequency.name(),
                measure.seasonal() ? "yes" : "",
                stands.tolerance() == null ? "" : stands.tolerance().words(),
                orEmpty(measure.comparatorName()),
                measure.triggerMonths() == null ? "" : measure.triggerMonths().toString(),
                "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public boolean isSeasonal() {
        return seasonal.equals("yes");
    }

    /** Whether it is to be the difference of two groups. */
    public boolean isGap() {
        return !(betterOff + other).isEmpty();
    }
}
