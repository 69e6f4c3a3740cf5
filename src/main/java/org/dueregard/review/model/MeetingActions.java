package org.dueregard.review.model;

import java.util.Optional;
import java.util.UUID;
import org.dueregard.review.ActionId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MeetingActions extends Repository<MeetingAction, ActionId> {

    MeetingAction save(MeetingAction action);

    @Query(value = """
                    select action.* from meeting_action action join meeting using (meeting_id)
                    join round using (round_id) join plan using (plan_id)
                    where action_id = :id and plan.organisation_id = :organisation""", nativeQuery = true)
    Optional<MeetingAction> findVisibleTo(UUID organisation, UUID id);
}
