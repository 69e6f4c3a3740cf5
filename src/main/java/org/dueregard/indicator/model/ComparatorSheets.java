package org.dueregard.indicator.model;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.indicator.ComparatorId;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.Notes;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what others publish, for the pages about it: a fixed number of statements each. */
@Component
public class ComparatorSheets {

    /**
     * A comparator in the list of all.
     *
     * @param latest its newest figure; null while there is none
     * @param users how many indicators are compared with it
     * @param behind how many of these have a figure of their own that is newer
     */
    public record Entry(
            ComparatorId id,
            String whose,
            String measure,
            @Nullable String latest,
            @Nullable String latestPeriod,
            int users,
            int behind) {}

    /**
     * A figure as published.
     *
     * @param replacedAt null while it stands
     */
    public record ReleaseRow(
            String period,
            String figure,
            FigureState state,
            @Nullable String note,
            String enteredBy,
            Instant enteredAt,
            @Nullable Instant replacedAt,
            @Nullable String replacedBecause) {}

    /**
     * An indicator that is compared with it.
     *
     * @param node where it stands in the newest plan; null when it stands in none
     */
    public record User(
            IndicatorId indicator,
            String name,
            @Nullable NodeId node,
            @Nullable String plan,
            @Nullable Status status,
            Notes notes) {}

    /** One comparator with everything about it. */
    public record Sheet(
            ComparatorId id,
            String whose,
            String measure,
            @Nullable String source,
            List<ReleaseRow> standing,
            List<ReleaseRow> replaced,
            List<User> users) {

        public Optional<ReleaseRow> of(String period) {
            return standing.stream()
                    .filter(release -> release.period().equals(period))
                    .findFirst();
        }
    }

    /** An indicator that may be compared. */
    public record Choice(String value, String label) {}

    /**
     * A figure that stands, or with neither period nor value a comparator that has none.
     */
    public record Known(
            String whose,
            String measure,
            @Nullable String period,
            @Nullable BigDecimal value,
            @Nullable FigureState state) {}

    private static final int MOST = 2_000;

    /** How its figures are written follows from those that are compared with it. */
    private static final String KIND = """
            left join lateral (
                select value_kind from indicator join indicator_comparator using (indicator_id)
                where indicator_comparator.comparator_id = comparator.comparator_id
                    and indicator.better_off_group is null limit 1) measured on true
            """;

    private final JdbcClient jdbc;

    ComparatorSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Entry> all(OrganisationId organisation) {
        return jdbc.sql("""
                        select comparator.*, newest.value, newest.period, value_kind, used.users, used.behind
                        from comparator
                        left join lateral (
                            select value, period, period_last from comparator_release release
                            where release.comparator_id = comparator.comparator_id and replaced_at is null
                            order by period_last desc, period_first limit 1) newest on true
                        left join lateral (
                            select count(*) as users, count(*) filter (where exists (
                                select 1 from observation where observation.indicator_id = link.indicator_id
                                    and replaced_at is null and observation.period_last > newest.period_last)) as behind
                            from indicator_comparator link
                            where link.comparator_id = comparator.comparator_id) used on true
                        """ + KIND + """
                        where organisation_id = :organisation
                        order by lower(measure), lower(whose) limit :most""")
                .param("organisation", organisation.organisationId())
                .param("most", MOST)
                .query((row, number) -> new Entry(
                        new ComparatorId(row.getObject("comparator_id", UUID.class)),
                        row.getString("whose"),
                        row.getString("measure"),
                        row.getString("period") == null ? null : figure(row),
                        row.getString("period"),
                        row.getInt("users"),
                        row.getInt("behind")))
                .list();
    }

    public Optional<Sheet> find(OrganisationId organisation, ComparatorId id) {
        return jdbc.sql("select * from comparator where comparator_id = :id and organisation_id = :organisation")
                .param("id", id.comparatorId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> {
                    List<ReleaseRow> releases = releases(id);
                    return new Sheet(
                            id,
                            row.getString("whose"),
                            row.getString("measure"),
                            row.getString("source"),
                            releases.stream()
                                    .filter(release -> release.replacedAt() == null)
                                    .toList(),
                            releases.stream()
                                    .filter(release -> release.replacedAt() != null)
                                    .toList(),
                            users(id));
                })
                .optional();
    }

    private List<ReleaseRow> releases(ComparatorId id) {
        return jdbc.sql("select release.*, value_kind from comparator_release release"
                        + " join comparator using (comparator_id) " + KIND
                        + " where comparator.comparator_id = :id order by period_last desc, period_first,"
                        + " entered_at desc limit :most")
                .param("id", id.comparatorId())
                .param("most", MOST)
                .query((row, number) -> new ReleaseRow(
                        row.getString("period"),
                        figure(row),
                        FigureState.valueOf(row.getString("state")),
                        row.getString("note"),
                        row.getString("entered_by"),
                        row.getTimestamp("entered_at").toInstant(),
                        row.getTimestamp("replaced_at") == null
                                ? null
                                : row.getTimestamp("replaced_at").toInstant(),
                        row.getString("replaced_because")))
                .list();
    }

    private List<User> users(ComparatorId id) {
        return jdbc.sql("""
                        select indicator.indicator_id, indicator.name, place.node_id, place.plan, assessment.status,""" + Notes.COLUMNS + """
                        from indicator_comparator join indicator using (indicator_id)
                        left join lateral (
                            select node_id, plan.title || ' ' || plan.period as plan
                            from plan_indicator join plan_node using (node_id) join plan using (plan_id)
                            where plan_indicator.indicator_id = indicator.indicator_id
                            order by plan.period_last desc, reading_order limit 1) place on true
                        left join standing on standing.node_id = place.node_id
                        left join assessment on assessment.assessment_id = standing.assessment_id
                        where comparator_id = :id order by lower(indicator.name) limit :most""")
                .param("id", id.comparatorId())
                .param("most", MOST)
                .query((row, number) -> {
                    UUID node = row.getObject("node_id", UUID.class);
                    String status = row.getString("status");
                    return new User(
                            new IndicatorId(row.getObject("indicator_id", UUID.class)),
                            row.getString("name"),
                            node == null ? null : new NodeId(node),
                            row.getString("plan"),
                            status == null ? null : Status.valueOf(status),
                            Notes.of(row));
                })
                .list();
    }

    /** Every figure that stands. */
    public List<Known> known(OrganisationId organisation) {
        return jdbc.sql("""
                        select whose, measure, period, value, state from comparator
                        left join comparator_release release
                            on release.comparator_id = comparator.comparator_id and replaced_at is null
                        where organisation_id = :organisation""")
                .param("organisation", organisation.organisationId())
                .query((row, number) -> {
                    String state = row.getString("state");
                    return new Known(
                            row.getString("whose"),
                            row.getString("measure"),
                            row.getString("period"),
                            row.getBigDecimal("value"),
                            state == null ? null : FigureState.valueOf(state));
                })
                .list();
    }

    /** The council's indicators that are not compared with it yet. */
    public List<Choice> choices(OrganisationId organisation, ComparatorId id) {
        return jdbc.sql("""
                        select indicator_id, name from indicator
                        where organisation_id = :organisation and not exists (
                            select 1 from indicator_comparator link
                            where link.indicator_id = indicator.indicator_id and comparator_id = :id)
                        order by lower(name) limit :most""")
                .param("organisation", organisation.organisationId())
                .param("id", id.comparatorId())
                .param("most", MOST)
                .query((row, number) -> new Choice(row.getString("indicator_id"), row.getString("name")))
                .list();
    }

    private static String figure(ResultSet row) throws SQLException {
        BigDecimal value = row.getBigDecimal("value");
        String bare = value.stripTrailingZeros().toPlainString();
        String kind = row.getString("value_kind");
        return "PERCENTAGE".equals(kind) ? bare + "%" : "MONEY".equals(kind) ? "£" + bare : bare;
    }
}
