package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.List;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Target;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a target come to.
 *
 * @param words exactly as written
 * @param target null when nothing can be made of the words, which then have to be kept as they are
 * @param because why it was read so, or why not, in plain English and in whole sentences
 * @param deadline by when, where the words say it ({@code 80 by 2016}); null when they do not
 * @param period what the target is for, where the words say it ({@code 2013/14 academic year: in line}); null when they
 *     do not
 * @param baselineInWords the value before, where the words say it ({@code from 5% to 15%}); null when they do not
 * @param unit what the value is counted in, as far as the words tell: {@code %}, {@code £}, {@code days}, {@code per
 *     1000}, {@code sessions}; null when they do not
 * @param parts the pieces that words which say more than one thing can be split into; empty for all others
 */
public record TargetReading(
        String words,
        @Nullable Target target,
        Sureness sureness,
        String because,
        @Nullable Deadline deadline,
        @Nullable Period period,
        @Nullable BigDecimal baselineInWords,
        @Nullable String unit,
        List<String> parts) {

    public TargetReading {
        if ((target == null) != (sureness == Sureness.NOT_UNDERSTOOD)) {
            throw new IllegalArgumentException("A target is there exactly when something was understood: " + words);
        }
        parts = List.copyOf(parts);
    }

    static TargetReading notUnderstood(String words, String because, List<String> parts) {
        return new TargetReading(words, null, Sureness.NOT_UNDERSTOOD, because, null, null, null, null, parts);
    }

    /** The same words where it is known that they stand among milestones: what is to be done, whatever they count. */
    public TargetReading asMilestone() {
        return new TargetReading(
                words,
                new Target.Milestone(),
                Sureness.FROM_NAME,
                Reasons.say("milestone.among"),
                deadline,
                period,
                null,
                null,
                List.of());
    }

    /** Whether a person has to look at it before it counts. */
    public boolean needsALook() {
        return sureness == Sureness.GUESS || sureness == Sureness.NOT_UNDERSTOOD;
    }
}
