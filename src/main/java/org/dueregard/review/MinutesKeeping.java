package org.dueregard.review;

import org.dueregard.organisation.SignedIn;

/**
 * The minutes of meetings: drafted from what was recorded when a meeting closes, edited, approved by the group at a later
 * meeting, and locked from then on. Those of other councils are not there.
 */
public interface MinutesKeeping {

    /**
     * Keeps other words.
     *
     * @param version of the words that were on the form; 0 when they were only a draft
     * @throws org.dueregard.site.AlreadyDone while the meeting is not closed, or once the minutes are approved
     */
    void write(SignedIn by, MeetingId meeting, long version, String words);

    /**
     * Approves the minutes as they stand, at a meeting of the same plan that is held after theirs and open now.
     *
     * @param version of the minutes that the group has seen
     * @throws org.dueregard.site.AlreadyDone when no such meeting is open
     */
    void approve(SignedIn by, MeetingId meeting, long version);

    /** Corrects approved minutes; what they said before stays readable. */
    void correct(SignedIn by, MeetingId meeting, long version, String words, String reason);
}
