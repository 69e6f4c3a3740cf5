package org.dueregard.organisation.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.organisation.PersonId;
import org.springframework.data.repository.Repository;

public interface ApiKeys extends Repository<ApiKey, UUID> {

    ApiKey save(ApiKey key);

    Optional<ApiKey> findByApiKeyIdAndPerson(UUID id, PersonId person);

    List<ApiKey> findByPersonAndRevokedAtIsNullOrderByMadeAt(PersonId person);
}
