package org.dueregard.plan.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.dueregard.calendar.Deadline;
import org.jspecify.annotations.Nullable;

/** Keeps a deadline by its words; none stated is null. */
@Converter(autoApply = true)
public class DeadlineText implements AttributeConverter<Deadline, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Deadline deadline) {
        return deadline == null || !deadline.isStated() ? null : deadline.words();
    }

    @Override
    public Deadline convertToEntityAttribute(@Nullable String words) {
        return Deadline.of(words);
    }
}
