package org.dueregard.reporting.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dueregard.indicator.Dossiers;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.ReturnKeeping;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundKeeping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A new day makes figures late and deadlines past: statuses of plans in force are worked out anew, and rounds open whose
 * day has come.
 */
@Component
class DayTurns {

    private static final Logger LOG = LoggerFactory.getLogger(DayTurns.class);

    /** Any number, as long as nothing else in the product takes it. */
    private static final int LOCK = 7_201_141;

    private final Dossiers dossiers;
    private final ReturnKeeping returns;
    private final RoundKeeping rounds;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DayTurns(
            Dossiers dossiers,
            ReturnKeeping returns,
            RoundKeeping rounds,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.dossiers = dossiers;
        this.returns = returns;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Scheduling {}

    /** Also when the product starts, since it may have been down at midnight. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 5 0 * * *", zone = "Europe/London")
    void turn() {
        workOutAnew();
        openWhatIsToOpen();
    }

    private void openWhatIsToOpen() {
        List<RoundId> due = jdbc.sql("""
                        select round_id from round join plan using (plan_id)
                        where round.state = 'PLANNED' and plan.state = 'ACTIVE' and opens_on <= :today""")
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new RoundId(row.getObject(1, UUID.class)))
                .list();
        for (RoundId round : due) {
            try {
                transaction.executeWithoutResult(status -> open(round));
            } catch (RuntimeException stays) {
                LOG.error("Round {} was to open by today and could not; it is tried again tomorrow", round, stays);
            }
        }
    }

    private void open(RoundId round) {
        if (isMine(round.toString()) && isStillPlanned(round)) {
            rounds.open(null, round);
            LOG.info("Opened round {}, which was to open by today", round);
        }
    }

    private boolean isStillPlanned(RoundId round) {
        return jdbc.sql("select state = 'PLANNED' from round where round_id = :round")
                .param("round", round.roundId())
                .query(Boolean.class)
                .single();
    }

    private void workOutAnew() {
        List<PlanId> plans = jdbc.sql("select plan_id from plan where state = 'ACTIVE'")
                .query((row, number) -> new PlanId(row.getObject(1, UUID.class)))
                .list();
        for (PlanId plan : plans) {
            transaction.executeWithoutResult(status -> workOutAnew(plan));
        }
    }

    /** One node of several does it; the others find it done. */
    private void workOutAnew(PlanId plan) {
        if (isMine(plan.toString())) {
            LocalDate today = LocalDate.now(clock);
            returns.refresh(List.copyOf(dossiers.ofPlan(plan, today).keySet()));
            LOG.info("Worked out the statuses of plan {} as of {}", plan, today);
        }
    }

    private boolean isMine(String what) {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock, hashtext(:what))")
                .param("lock", LOCK)
                .param("what", what)
                .query(Boolean.class)
                .single();
    }
}
