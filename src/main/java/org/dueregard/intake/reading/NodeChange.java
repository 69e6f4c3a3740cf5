package org.dueregard.intake.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person changed of one node of a draft.
 *
 * @param reference null for as it was read
 * @param title null for as it was read
 * @param words what is said of it instead of what was read, by role; empty words for nothing
 * @param parts the titles of the nodes that it really is; fewer than two for one
 * @param confirmed the roles of which what was read is right
 */
public record NodeChange(
        Fate fate,
        @Nullable String reference,
        @Nullable String title,
        Map<Role, String> words,
        List<String> parts,
        Set<Role> confirmed) {

    public enum Fate {
        KEPT,

        /** It is none, and what stands under it neither. */
        LEFT_OUT,

        /** It goes on with the one before it. */
        INTO_PREVIOUS
    }

    public NodeChange {
        words = words == null ? Map.of() : Map.copyOf(words);
        parts = parts == null ? List.of() : List.copyOf(parts);
        confirmed = confirmed == null ? Set.of() : Set.copyOf(confirmed);
    }

    public static NodeChange of(Fate fate) {
        return new NodeChange(fate, null, null, Map.of(), List.of(), Set.of());
    }

    /** The same, and what was read for a role is right. */
    public NodeChange confirming(Role role) {
        Set<Role> more = EnumSet.of(role);
        more.addAll(confirmed);
        return new NodeChange(fate, reference, title, words, parts, more);
    }
}
