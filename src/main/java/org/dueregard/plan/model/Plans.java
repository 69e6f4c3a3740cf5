package org.dueregard.plan.model;

import java.util.Optional;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.PlanId;
import org.springframework.data.repository.Repository;

interface Plans extends Repository<Plan, PlanId> {

    Plan save(Plan plan);

    Optional<Plan> findByIdAndOrganisation(PlanId id, OrganisationId organisation);
}
