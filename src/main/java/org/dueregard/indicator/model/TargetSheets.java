package org.dueregard.indicator.model;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Dossiers;
import org.dueregard.indicator.TargetDraft;
import org.dueregard.indicator.TargetId;
import org.dueregard.indicator.TargetSeen;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.Tolerance;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads targets to be changed. Those of other councils and of closed plans are not there. */
@Component
public class TargetSheets {

    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final Clock clock;

    TargetSheets(Dossiers dossiers, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** With the target that is in force today; empty for anything but an indicator. */
    public Optional<TargetSheet> find(OrganisationId organisation, NodeId node) {
        LocalDate today = LocalDate.now(clock);
        Dossier dossier = dossiers.of(List.of(node), today).get(node);
        if (dossier == null || !dossier.isIndicator()) {
            return Optional.empty();
        }
        TargetId target = dossier.target();
        return jdbc.sql("""
                        select plan.title, plan.period_first, plan.period_last, plan.default_tolerance,
                            indicator.name, indicator.tolerance, indicator.version,
                            node.retired_on is not null as retired,
                            (select array_agg(distinct whose order by whose) from indicator_comparator
                                join comparator using (comparator_id)
                                where indicator_comparator.indicator_id = indicator.indicator_id) as compared_with,
                            target.plan_year, target.baseline_period, target.baseline_words
                        from plan_node node
                        join plan using (plan_id)
                        join plan_indicator using (node_id)
                        join indicator using (indicator_id)
                        left join target on target.target_id = :target
                        where node.node_id = :node and plan.organisation_id = :organisation
                            and plan.state <> 'CLOSED'""")
                .param("target", target == null ? null : target.targetId(), java.sql.Types.OTHER)
                .param("node", node.nodeId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> sheet(row, dossier, today))
                .optional();
    }

    private static TargetSheet sheet(ResultSet row, Dossier dossier, LocalDate today) throws SQLException {
        String storedYear = row.getString("plan_year");
        Array comparedWith = row.getArray("compared_with");
        Period planYear = storedYear == null
                ? yearOf(
                        today,
                        row.getObject("period_first", LocalDate.class),
                        row.getObject("period_last", LocalDate.class))
                : Period.parse(storedYear);
        return new TargetSheet(
                row.getString("name"),
                row.getString("title"),
                planYear,
                storedYear == null
                        ? null
                        : stored(dossier, planYear, row.getString("baseline_period"), row.getString("baseline_words")),
                Tolerance.read(row.getString("tolerance")).orElse(null),
                Tolerance.parse(row.getString("default_tolerance")),
                row.getBoolean("retired"),
                new TargetSeen(dossier.target(), row.getLong("version")),
                comparedWith == null ? List.of() : List.of((String[]) comparedWith.getArray()),
                dossier);
    }

    private static @Nullable TargetDraft stored(
            Dossier dossier, Period planYear, @Nullable String baselinePeriod, @Nullable String baselineWords) {
        Period period = dossier.setting().period();
        return period == null
                ? null
                : new TargetDraft(
                        planYear,
                        period,
                        dossier.setting().words(),
                        TargetTerms.of(dossier.setting().target()),
                        dossier.setting().interimTargets(),
                        baselinePeriod == null ? null : Period.parse(baselinePeriod),
                        baselineWords,
                        dossier.setting().expectedFrom());
    }

    /** The financial year of the day; of the plan's first or last day, when the day lies outside the plan. */
    private static Period yearOf(LocalDate today, LocalDate first, LocalDate last) {
        LocalDate day = today.isBefore(first) ? first : today.isAfter(last) ? last : today;
        boolean begun = day.getMonthValue() >= Month.APRIL.getValue();
        return Period.financialYear(begun ? day.getYear() : day.getYear() - 1);
    }
}
