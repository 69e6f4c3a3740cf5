package org.dueregard.reporting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;

/**
 * What owners and policy officers do with a return. A return that the person may not change is not there for them; one in
 * a round that is closed, or in a state that does not allow the step, is refused with the reason.
 */
public interface ReturnKeeping {

    /**
     * What somebody typed, and what they had before them when they began.
     *
     * @param seen stamp of the item as it was shown, see {@link #stamp}
     */
    record Typed(ItemWords words, String seen) {

        /** Whether these are just the words that were shown. */
        public boolean isAsShown() {
            return seen.endsWith("-" + fingerprint(words));
        }
    }

    /**
     * Somebody else wrote something for the item meanwhile.
     *
     * @param theirs what is stored now
     * @param by who wrote it
     */
    record Conflict(UUID item, ItemWords theirs, String by) {}

    /**
     * Keeps what was typed. What somebody else wrote meanwhile is not overwritten but answered; what the same person wrote
     * on another device, or in a save whose answer never came back, gives way to what they send now.
     */
    List<Conflict> save(SignedIn by, ReturnId id, Map<UUID, Typed> typed);

    /**
     * Keeps one item while it is typed. Such a save may come late, after the whole page was sent: what is stored now is not
     * what it had seen, and then it changes nothing, whoever wrote that.
     *
     * @return the conflict, also with what the same person wrote; empty when the item is kept
     */
    Optional<Conflict> saveWhileTyping(SignedIn by, ReturnId id, UUID item, Typed typed);

    /** Submits the return if every item is whole; else says what is to be put right, by item, and changes nothing. */
    Map<UUID, List<Fault>> submit(SignedIn by, ReturnId id);

    void takeBack(SignedIn by, ReturnId id);

    /** Accepts one item; with the last one the return is accepted. */
    void acceptItem(SignedIn by, ReturnId id, UUID item);

    void accept(SignedIn by, ReturnId id);

    void sendBack(SignedIn by, ReturnId id, String reason);

    /** Gives the unit until another day. */
    void extend(SignedIn by, ReturnId id, LocalDate until);

    /**
     * Asks the owners of returns for them once more. Those that are handed in already, or are not the person's to judge,
     * are left alone.
     */
    void remind(SignedIn by, RoundId round, Collection<ReturnId> owed);

    /** Works statuses in open rounds out anew for these nodes, as when a target changed. */
    void refresh(List<NodeId> nodes);

    /** Marks what an item looked like when it was shown, so that a later save can tell what changed and by whom. */
    static String stamp(long version, ItemWords words) {
        return version + "-" + fingerprint(words);
    }

    /** The same on every node and after every restart, which the hash of an enum is not. */
    static String fingerprint(ItemWords words) {
        return Integer.toHexString(words.toString().hashCode());
    }
}
