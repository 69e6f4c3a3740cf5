package org.dueregard.plan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.TermDates;
import org.dueregard.organisation.TermCalendar;
import org.dueregard.organisation.TermsChanged;
import org.dueregard.plan.DeadlinesToldAnew;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the last days of deadlines anew when the council's terms change. What a closed plan was due by stays. */
@Component
class TermDeadlines {

    private final TermCalendar terms;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    TermDeadlines(TermCalendar terms, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.terms = terms;
        this.events = events;
        this.jdbc = jdbc;
    }

    private record Due(UUID node, String words, @Nullable LocalDate day) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TermsChanged change) {
        TermDates dates = terms.of(change.organisation());
        List<UUID> moved = new ArrayList<>();
        List<String> days = new ArrayList<>();
        jdbc.sql("""
                        select node_id, deadline, deadline_day from plan_node join plan using (plan_id)
                        where organisation_id = :organisation and state <> 'CLOSED' and deadline is not null
                        for update of plan_node""")
                .param("organisation", change.organisation().organisationId())
                .query((row, number) -> new Due(
                        row.getObject("node_id", UUID.class),
                        row.getString("deadline"),
                        row.getObject("deadline_day", LocalDate.class)))
                .list()
                .forEach(due -> Deadline.of(due.words())
                        .lastDay(dates)
                        .filter(day -> !Objects.equals(day, due.day()))
                        .ifPresent(day -> {
                            moved.add(due.node());
                            days.add(day.toString());
                        }));
        // the version goes up, so that nobody who is editing one of these puts the old day back
        jdbc.sql("""
                        update plan_node set deadline_day = told.day, version = version + 1
                        from unnest(:nodes, cast(:days as date[])) as told (node_id, day) where plan_node.node_id = told.node_id""")
                .param("nodes", moved.toArray(UUID[]::new))
                .param("days", days.toArray(String[]::new))
                .update();
        events.publishEvent(new DeadlinesToldAnew(change.organisation()));
    }
}
