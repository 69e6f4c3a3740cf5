package org.dueregard.indicator.web;

import org.jspecify.annotations.Nullable;

/** What arrived in a field of a form, as it can be kept: a field that did not arrive is empty. */
final class TypedText {

    private TypedText() {}

    /** Without blanks around it, and without the one character that PostgreSQL cannot store. */
    static String of(@Nullable String field) {
        return field == null ? "" : field.replace("\u0000", "").strip();
    }
}
