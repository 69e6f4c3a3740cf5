package org.dueregard.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.dueregard.calendar.Period;
import org.dueregard.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what stands about plans as a whole. Those of other councils are not there. */
@Component
public class PlansInDetail {

    private final JdbcClient jdbc;

    PlansInDetail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PlanDetails> find(OrganisationId organisation, PlanId plan) {
        return jdbc.sql("""
                        select plan.*, unit.name as unit_name from plan left join unit using (unit_id)
                        where plan_id = :plan and plan.organisation_id = :organisation""")
                .param("plan", plan.planId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new PlanDetails(
                        plan,
                        row.getString("title"),
                        Period.parse(row.getString("period")),
                        row.getString("unit_name"),
                        row.getString("default_tolerance"),
                        PlanState.valueOf(row.getString("state")),
                        row.getObject("agreed_on", LocalDate.class),
                        row.getString("agreed_by"),
                        row.getLong("version")))
                .optional();
    }
}
