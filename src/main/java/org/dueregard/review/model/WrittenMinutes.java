package org.dueregard.review.model;

import java.util.Optional;
import java.util.UUID;
import org.dueregard.review.MeetingId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface WrittenMinutes extends Repository<Minutes, MeetingId> {

    Minutes save(Minutes minutes);

    @Query(value = """
                    select minutes.* from minutes join meeting using (meeting_id) join round using (round_id)
                    join plan using (plan_id)
                    where meeting_id = :id and plan.organisation_id = :organisation""", nativeQuery = true)
    Optional<Minutes> findVisibleTo(UUID organisation, UUID id);
}
