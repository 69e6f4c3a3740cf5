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

    /**
     * What SQL orders by for plans in the order of {@link #of}. What began last comes first because a plan of one year
     * is worked with more than one of four that runs beside it.
     */
    public static final String IN_ORDER = " plan.state <> 'ACTIVE', plan.period_first desc, plan.title, plan.plan_id";

    private final JdbcClient jdbc;

    PlanCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The council's plans in the order in which people are shown them: those in force first, of these what began last. */
    public List<PlanEntry> of(OrganisationId organisation) {
        return jdbc.sql("""
                        select plan_id, title, period, state from plan where organisation_id = :organisation
                        order by """ + IN_ORDER)
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
