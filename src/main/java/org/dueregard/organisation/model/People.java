package org.dueregard.organisation.model;

import java.util.List;
import java.util.Optional;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.springframework.data.repository.Repository;

public interface People extends Repository<Person, PersonId> {

    Person save(Person person);

    Optional<Person> findById(PersonId id);

    Optional<Person> findByIdAndOrganisation(PersonId id, OrganisationId organisation);

    Optional<Person> findByEmailIgnoreCaseAndEndedAtIsNull(String email);

    List<Person> findByDemonstrationTrueAndEndedAtIsNullOrderByCreatedAtAscPostAsc();

    boolean existsByEmailIgnoreCaseAndEndedAtIsNull(String email);
}
