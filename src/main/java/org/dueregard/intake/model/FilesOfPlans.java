package org.dueregard.intake.model;

import java.util.Optional;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanOrigins;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that plans were made from. */
@Component
class FilesOfPlans implements PlanOrigins {

    private final JdbcClient jdbc;

    FilesOfPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Origin> of(OrganisationId organisation, PlanId plan) {
        return jdbc.sql("""
                        select intake_id, file_name, made_at from intake
                        where plan_id = :plan and organisation_id = :organisation and state = 'MADE' and not updated
                        order by made_at desc limit 1""")
                .param("plan", plan.planId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new Origin(
                        row.getString("file_name"),
                        "/imports/" + row.getString("intake_id"),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }
}
