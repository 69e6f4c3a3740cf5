package org.dueregard.reporting;

import java.util.List;

/**
 * Something in an item that keeps it from being submitted.
 *
 * @param field which of the item's fields, by its name in {@link ItemWords}
 * @param messageKey the sentence that says what to do
 */
public record Fault(String field, String messageKey, List<Object> details) {

    static Fault of(String field, String messageKey, Object... details) {
        return new Fault(field, messageKey, List.of(details));
    }
}
