package org.dueregard.organisation.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.organisation.PersonId;
import org.springframework.data.repository.Repository;

public interface RolesHeld extends Repository<RoleHeld, UUID> {

    RoleHeld save(RoleHeld role);

    Optional<RoleHeld> findById(UUID id);

    List<RoleHeld> findByPersonAndEndedAtIsNull(PersonId person);

    List<RoleHeld> findByUntilBeforeAndEndedAtIsNull(LocalDate day);
}
