package org.dueregard.reporting.model;

import java.util.Optional;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.reporting.RoundId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Rounds extends Repository<Round, RoundId> {

    Round save(Round round);

    void delete(Round round);

    Optional<Round> findById(RoundId id);

    @Query(
            value = "select round.* from round join plan using (plan_id)"
                    + " where round_id = :#{#id.roundId} and plan.organisation_id = :#{#organisation.organisationId}",
            nativeQuery = true)
    Optional<Round> findVisibleTo(OrganisationId organisation, RoundId id);
}
