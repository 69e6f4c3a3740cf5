package org.dueregard.plan.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/** Keeps a period by its label. */
@Converter(autoApply = true)
public class PeriodText implements AttributeConverter<@Nullable Period, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Period period) {
        return period == null ? null : period.label();
    }

    @Override
    public @Nullable Period convertToEntityAttribute(@Nullable String label) {
        return label == null ? null : Period.parse(label);
    }
}
