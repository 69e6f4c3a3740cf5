package org.dueregard.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A unit as lists show it.
 *
 * @param shortName what plans call it for short, like MSI; null when they do not
 * @param depth how many units stand above it
 */
public record UnitEntry(
        UnitId id,
        @Nullable UnitId parent,
        UnitKind kind,
        String name,
        @Nullable String shortName,
        int depth) {}
