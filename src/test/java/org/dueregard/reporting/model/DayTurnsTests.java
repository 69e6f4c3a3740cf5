package org.dueregard.reporting.model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Rounds open by themselves on their day, and statuses follow the calendar. */
@ProductTest
@Transactional
class DayTurnsTests {

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    DayTurns day;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    Clock clock;

    private UUID round;

    @BeforeEach
    void plan() {
        round = UUID.randomUUID();
        jdbc.sql("""
                        insert into round (round_id, plan_id, name, period, period_first, period_last, state, opens_on,
                            due_on, closes_on, asks, version)
                        select :round, plan_id, 'Next', period, period_first, period_last, 'PLANNED', opens_on + 400,
                            due_on + 400, closes_on + 400, 'BOTH', 0 from round where round_id = :like""")
                .param("round", round)
                .param("like", demonstration.round("OPEN"))
                .update();
    }

    @Test
    void aRoundOpensOnItsDayAndAsksEveryOwner() {
        day.turn();
        entities.flush();
        assertThat(state()).as("before its day").isEqualTo("PLANNED");

        opensOn(LocalDate.now(clock));
        day.turn();
        entities.flush();

        assertThat(state()).isEqualTo("OPEN");
        assertThat(count("select count(*) from return_item join return using (return_id) where round_id = ?", round))
                .isEqualTo(count(
                        "select count(*) from plan_node where plan_id = ? and owes_update and reporting_unit_id is not null",
                        demonstration.plan()));
    }

    @Test
    void oneThatShouldHaveOpenedWhileTheProductWasDownOpensWhenItIsBack() {
        opensOn(LocalDate.now(clock).minusDays(5));
        day.turn();
        entities.flush();
        assertThat(state()).isEqualTo("OPEN");
    }

    @Test
    void noRoundOfAPlanThatIsNotInForceOpensByItself() {
        opensOn(LocalDate.now(clock));
        jdbc.sql("update plan set state = 'AGREED' where plan_id = ?")
                .param(demonstration.plan())
                .update();
        day.turn();
        entities.flush();
        assertThat(state()).isEqualTo("PLANNED");
    }

    @Test
    void anActivityWhoseDeadlinePassedIsOffTrackTheNextDay() {
        UUID node = jdbc.sql("""
                        select standing.node_id from standing join assessment using (assessment_id)
                        join plan_node node on node.node_id = standing.node_id
                        where node.plan_id = ? and node.kind = 'ACTIVITY' and status <> 'COMPLETE' limit 1""").param(demonstration.plan()).query(UUID.class).single();
        jdbc.sql("update plan_node set deadline_day = ? where node_id = ?")
                .params(LocalDate.now(clock).minusDays(1), node)
                .update();

        day.turn();
        entities.flush();

        assertThat(jdbc.sql(
                                "select status from standing join assessment using (assessment_id) where standing.node_id = ?")
                        .param(node)
                        .query(String.class)
                        .single())
                .isEqualTo("OFF_TRACK");
    }

    private void opensOn(LocalDate day) {
        jdbc.sql("update round set opens_on = ? where round_id = ?")
                .params(day, round)
                .update();
    }

    private String state() {
        return jdbc.sql("select state from round where round_id = ?")
                .param(round)
                .query(String.class)
                .single();
    }

    private int count(String sql, UUID of) {
        return jdbc.sql(sql).param(of).query(Integer.class).single();
    }
}
