package org.dueregard.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.calendar.Period;
import org.dueregard.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which plans a council has. */
@Component
public class PlanCatalogue {

    private final JdbcClient jdbc;

    PlanCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The council's plans, the one in force first, then the newest. */
    public List<PlanEntry> of(OrganisationId organisation) {
        return jdbc.sql("""
                        select plan_id, title, period, state from plan where organisation_id = :organisation
                        order by state <> 'ACTIVE', period_last desc, title""")
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new PlanEntry(
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        row.getString("title"),
                        Period.parse(row.getString("period")),
                        PlanState.valueOf(row.getString("state"))))
                .list();
    }

    public Optional<PlanEntry> find(OrganisationId organisation, PlanId plan) {
        return of(organisation).stream()
                .filter(entry -> entry.id().equals(plan))
                .findFirst();
    }
}
