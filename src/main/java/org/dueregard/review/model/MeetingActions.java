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

    /** One that the person may say something of: any of their council's for who leads the group, else of their units. */
    @Query(value = """
                    select action.* from meeting_action action join meeting using (meeting_id)
                    join round using (round_id) join plan using (plan_id)
                    where action_id = :id and plan.organisation_id = :organisation
                        and (:leads or action.unit_id in (select unit_id from role_covers
                            where person_id = :person and role = 'SERVICE_MANAGER'))""", nativeQuery = true)
    Optional<MeetingAction> findNotableBy(UUID organisation, UUID person, boolean leads, UUID id);
}
