package org.dueregard.indicator.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.IndicatorId;
import org.jspecify.annotations.Nullable;

/**
 * All figures of an indicator with who entered them, and what was known before.
 *
 * @param version grows with every figure that is entered; tells whether somebody else entered one meanwhile
 * @param standing the newest period first
 * @param replaced the latest change first
 */
public record FigureSheet(
        Dossier dossier,
        String name,
        String planTitle,
        boolean editable,
        long version,
        List<Entry> standing,
        List<Entry> replaced) {

    /**
     * One figure.
     *
     * @param shown as tables show it
     * @param replacedAt null while it stands
     */
    public record Entry(
            Figure figure,
            @Nullable String shown,
            @Nullable String note,
            String enteredBy,
            Instant enteredAt,
            @Nullable Instant replacedAt,
            @Nullable String replacedBecause) {

        public Period period() {
            return figure.period();
        }
    }

    public IndicatorId indicator() {
        return java.util.Objects.requireNonNull(dossier.indicator());
    }

    public Optional<Entry> of(Period period) {
        return standing.stream().filter(entry -> entry.period().equals(period)).findFirst();
    }
}
