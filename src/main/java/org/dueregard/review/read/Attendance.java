package org.dueregard.review.read;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dueregard.review.Presence;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to the group and who came to one of its meetings.
 *
 * @param version of the meeting, to tell a stale form by
 * @param others who else was there, one a line
 * @param ownQuorum as set for this meeting; null when it is taken from the meeting before or worked out
 * @param earlierQuorum as set for the meeting before; null when it was not
 * @param notedAt null while nobody noted it
 */
public record Attendance(
        long version,
        List<Member> members,
        @Nullable String others,
        @Nullable Integer ownQuorum,
        @Nullable Integer earlierQuorum,
        @Nullable Instant notedAt,
        @Nullable String notedBy) {

    private static final int FEWEST = 2;

    /**
     * A member of the group.
     *
     * @param presence null while nothing is known
     */
    public record Member(
            UUID id, String post, boolean chair, @Nullable Presence presence) {

        public Member being(@Nullable Presence now) {
            return new Member(id, post, chair, now);
        }
    }

    public boolean isNoted() {
        return notedAt != null;
    }

    /** How many members have to be here for the group to decide: as set, else a third of them, never fewer than two. */
    public int quorum() {
        return ownQuorum != null ? ownQuorum : usualQuorum();
    }

    /** What the quorum is when this meeting sets none of its own. */
    public int usualQuorum() {
        return earlierQuorum != null ? earlierQuorum : Math.max(FEWEST, (members.size() + 2) / 3);
    }

    public List<Member> here() {
        return being(Presence.HERE);
    }

    public List<Member> apologies() {
        return being(Presence.APOLOGIES);
    }

    /** Those who neither came nor sent apologies, as far as is known. */
    public List<Member> absent() {
        return members.stream()
                .filter(member -> member.presence() == null || member.presence() == Presence.ABSENT)
                .toList();
    }

    private List<Member> being(Presence presence) {
        return members.stream().filter(member -> member.presence() == presence).toList();
    }

    /** Who else was there. */
    public List<String> guests() {
        return others == null
                ? List.of()
                : others.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    public boolean isQuorate() {
        return here().size() >= quorum();
    }

    /** How many more members have to come. */
    public int missing() {
        return quorum() - here().size();
    }
}
