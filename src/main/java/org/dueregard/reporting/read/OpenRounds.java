package org.dueregard.reporting.read;

import java.util.List;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.UnfinishedBusiness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A plan is not closed while owners are asked about it. */
@Component
class OpenRounds implements UnfinishedBusiness {

    private final JdbcClient jdbc;

    OpenRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Unfinished> of(PlanId plan) {
        return jdbc.sql("""
                        select round_id, name from round where plan_id = :plan and state = 'OPEN'
                        order by period_first, name""")
                .param("plan", plan.planId())
                .query((row, number) -> new Unfinished(row.getString("name"), "/rounds/" + row.getString("round_id")))
                .list();
    }
}
