package org.dueregard.organisation.model;

import java.util.Optional;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.UnitId;
import org.springframework.data.repository.Repository;

public interface Units extends Repository<Unit, UnitId> {

    Unit save(Unit unit);

    Optional<Unit> findByIdAndOrganisation(UnitId id, OrganisationId organisation);
}
