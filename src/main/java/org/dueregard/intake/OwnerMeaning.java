package org.dueregard.intake;

import java.util.List;
import java.util.UUID;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.PostDirectory.Post;
import org.dueregard.organisation.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What words for an owner mean: a unit, or somebody who answers for it.
 *
 * @param person null where the unit itself is meant, whoever answers for it
 */
public record OwnerMeaning(UnitId unit, @Nullable PersonId person) {

    public static OwnerMeaning of(UnitId unit) {
        return new OwnerMeaning(unit, null);
    }

    /**
     * The unit that reports now: where the person went to another one, and answers for no more than that, it is that one.
     *
     * @param posts who answers for which unit today
     */
    public OwnerMeaning today(List<Post> posts) {
        if (person == null) {
            return this;
        }
        List<UnitId> theirs = posts.stream()
                .filter(post -> post.person().equals(person))
                .map(Post::unit)
                .toList();
        boolean moved = theirs.size() == 1 && !theirs.contains(unit);
        return moved ? new OwnerMeaning(theirs.get(0), person) : this;
    }

    /** As a form sends it back; {@link #read} reads it. */
    @Override
    public String toString() {
        return person == null ? unit.toString() : unit + "/" + person;
    }

    /** Null for words that no form of ours has sent. */
    public static @Nullable OwnerMeaning read(String words) {
        String[] parts = words.split("/", -1);
        try {
            UnitId unit = new UnitId(UUID.fromString(parts[0]));
            return parts.length == 1
                    ? of(unit)
                    : parts.length == 2 ? new OwnerMeaning(unit, new PersonId(UUID.fromString(parts[1]))) : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
