package org.dueregard.reporting.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.RoundId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Returns extends Repository<Return, ReturnId> {

    Return save(Return owed);

    List<Return> findByRound(RoundId round);

    /**
     * The return, when the person may change it: a service manager of its unit or of one above, or a policy officer
     * there.
     */
    @Query(value = """
                    select owed.* from return owed where return_id = :id and exists (
                        select 1 from role_covers where person_id = :person and unit_id = owed.unit_id
                            and role in ('SERVICE_MANAGER', 'POLICY_OFFICER'))""", nativeQuery = true)
    Optional<Return> findChangeableBy(UUID person, UUID id);

    /** The return, when the person may judge it: a policy officer for its unit. */
    @Query(value = """
                    select owed.* from return owed where return_id = :id and exists (
                        select 1 from role_covers where person_id = :person and unit_id = owed.unit_id
                            and role = 'POLICY_OFFICER')""", nativeQuery = true)
    Optional<Return> findJudgeableBy(UUID person, UUID id);
}
