package org.dueregard.review;

import java.util.Optional;
import org.dueregard.reporting.RoundId;

/** Takes meetings out of the product and puts them back, just as they were. */
public interface MeetingArchive {

    MeetingId restore(RoundId round, MeetingRecord meeting);

    Optional<MeetingRecord> of(RoundId round);
}
