package org.dueregard.reporting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What was typed for one item of a return, as it was typed: also when a number is none yet, since nothing typed is ever
 * lost. Null where nothing was.
 *
 * @param provisional whether the figure may still change
 * @param reportedStatus name of the status that the owner sees, for activities, or where they disagree with the figures
 * @param doneOn when an activity was done
 * @param disagreement why the owner sees it differently from the figures
 * @param expected when something that is not due yet can be expected
 * @param fixWhat what is done about an item off track; {@code fixWho} by whom, {@code fixWhen} by when
 */
@Embeddable
public record ItemWords(
        @Enumerated(EnumType.STRING) @Nullable Choice choice,
        @Nullable String figure,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String betterOff,
        @Nullable String otherGroup,
        boolean provisional,
        @Nullable String reportedStatus,
        @Nullable String doneOn,
        @Nullable String disagreement,
        @Nullable String narrative,
        @Nullable String expected,
        @Nullable String noUpdateReason,
        @Nullable String fixWhat,
        @Nullable String fixWho,
        @Nullable String fixWhen) {

    public static final ItemWords NONE = new ItemWords(
            null, null, null, null, null, null, false, null, null, null, null, null, null, null, null, null);

    /** These words with the figures of those; who gives a figure gives an update. */
    public ItemWords withFiguresOf(ItemWords those) {
        boolean any = !those.figures().equals(NONE);
        return new ItemWords(
                any ? Choice.UPDATE : choice,
                those.figure,
                those.numerator,
                those.denominator,
                those.betterOff,
                those.otherGroup,
                provisional,
                reportedStatus,
                doneOn,
                disagreement,
                narrative,
                expected,
                noUpdateReason,
                fixWhat,
                fixWho,
                fixWhen);
    }

    /** The figures alone. */
    public ItemWords figures() {
        return ofFigures(figure, numerator, denominator, betterOff, otherGroup);
    }

    /** Figures and nothing else; those that are not asked for are null. */
    public static ItemWords ofFigures(
            @Nullable String figure,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String betterOff,
            @Nullable String otherGroup) {
        return new ItemWords(
                null,
                figure,
                numerator,
                denominator,
                betterOff,
                otherGroup,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
