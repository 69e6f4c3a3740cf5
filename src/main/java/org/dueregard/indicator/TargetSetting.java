package org.dueregard.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * A target as set for one period: its words as written, how they were understood, and what it is judged with.
 *
 * @param words exactly as the council wrote them; empty when nothing was written
 * @param target how the words were understood
 * @param period what the target is for; null when not stated, when no figure can count for it
 * @param baseline the outturn that the target points back to; null when there is none
 * @param interimTargets for parts of the period, such as its quarters
 * @param deadline the last day of the deadline; null when none can be told
 * @param expectedFrom the day from which the period's figure can be expected; null when not set, when the deadline's
 *     last day stands in for it, else the period's
 */
public record TargetSetting(
        String words,
        Target target,
        @Nullable Period period,
        @Nullable Figure baseline,
        Map<Period, BigDecimal> interimTargets,
        @Nullable LocalDate deadline,
        @Nullable LocalDate expectedFrom) {

    public TargetSetting {
        interimTargets = Collections.unmodifiableMap(new TreeMap<>(interimTargets));
    }

    /** A target for a period, with nothing else set. */
    public static TargetSetting of(String words, Target target, @Nullable Period period) {
        return new TargetSetting(words, target, period, null, Map.of(), null, null);
    }

    public TargetSetting withBaseline(@Nullable Figure newBaseline) {
        return new TargetSetting(words, target, period, newBaseline, interimTargets, deadline, expectedFrom);
    }

    public TargetSetting withInterimTargets(Map<Period, BigDecimal> targets) {
        return new TargetSetting(words, target, period, baseline, targets, deadline, expectedFrom);
    }

    public TargetSetting withDeadline(@Nullable LocalDate lastDay) {
        return new TargetSetting(words, target, period, baseline, interimTargets, lastDay, expectedFrom);
    }

    public TargetSetting withExpectedFrom(@Nullable LocalDate day) {
        return new TargetSetting(words, target, period, baseline, interimTargets, deadline, day);
    }
}
