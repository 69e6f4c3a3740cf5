package org.dueregard.review.model;

import java.util.Optional;
import java.util.UUID;
import org.dueregard.review.MeetingId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Meetings extends Repository<Meeting, MeetingId> {

    @Query(value = """
                    select meeting.* from meeting join round using (round_id) join plan using (plan_id)
                    where meeting_id = :id and plan.organisation_id = :organisation""", nativeQuery = true)
    Optional<Meeting> findVisibleTo(UUID organisation, UUID id);

    /** So that what is read by SQL in the same transaction knows of the change. */
    void flush();
}
