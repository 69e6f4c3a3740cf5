package org.dueregard.indicator.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Dossiers;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.model.FigureSheet.Entry;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the figures of one indicator, those that were replaced too: five statements. */
@Component
public class FigureSheets {

    private static final int MOST = 2_000;

    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final Clock clock;

    FigureSheets(Dossiers dossiers, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty for anything but an indicator of the council's. */
    public Optional<FigureSheet> find(OrganisationId organisation, NodeId node) {
        Dossier dossier = dossiers.of(List.of(node), LocalDate.now(clock)).get(node);
        if (dossier == null || dossier.indicator() == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select indicator.name, plan.title || ' ' || plan.period as plan_title,
                            plan.state <> 'CLOSED' and node.retired_on is null as editable,
                            (select count(*) from observation
                                where observation.indicator_id = indicator.indicator_id) as figures
                        from plan_node node join plan using (plan_id) join plan_indicator using (node_id)
                        join indicator using (indicator_id)
                        where node.node_id = :node and plan.organisation_id = :organisation""")
                .param("node", node.nodeId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> {
                    List<Entry> entries = entries(dossier);
                    return new FigureSheet(
                            dossier,
                            row.getString("name"),
                            row.getString("plan_title"),
                            row.getBoolean("editable"),
                            row.getLong("figures"),
                            entries.stream()
                                    .filter(entry -> entry.replacedAt() == null)
                                    .sorted(Comparator.comparing(Entry::period).reversed())
                                    .toList(),
                            entries.stream()
                                    .filter(entry -> entry.replacedAt() != null)
                                    .toList());
                })
                .optional();
    }

    private List<Entry> entries(Dossier dossier) {
        return jdbc.sql("""
                        select * from observation where indicator_id = :indicator
                        order by replaced_at desc nulls first, period_last desc limit :most""")
                .param(
                        "indicator",
                        java.util.Objects.requireNonNull(dossier.indicator()).indicatorId())
                .param("most", MOST)
                .query((row, number) -> entry(row, dossier))
                .list();
    }

    private static Entry entry(ResultSet row, Dossier dossier) throws SQLException {
        Figure figure = new Figure(
                Period.parse(row.getString("period")),
                row.getBigDecimal("value"),
                row.getString("words"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("better_off_value"),
                row.getBigDecimal("other_value"),
                FigureState.valueOf(row.getString("state")),
                row.getObject("entered_on", LocalDate.class));
        Timestamp replaced = row.getTimestamp("replaced_at");
        return new Entry(
                figure,
                dossier.shown(figure),
                row.getString("note"),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant(),
                replaced == null ? null : replaced.toInstant(),
                row.getString("replaced_because"));
    }
}
