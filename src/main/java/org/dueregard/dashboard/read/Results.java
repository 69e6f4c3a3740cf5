package org.dueregard.dashboard.read;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.dueregard.access.Role;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Notes;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundState;
import org.dueregard.review.ActionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how rounds came out, one statement each, however many items. */
@Component
public class Results {

    /**
     * A round that has begun.
     *
     * @param planOver whether its plan is closed
     * @param last the last day of its period
     * @param meetingOn when the group meets about it; null while that is not fixed
     * @param settled whether that meeting is over
     * @param meeting identifies it in links
     */
    public record Round(
            RoundId id,
            PlanId plan,
            String name,
            String period,
            String planTitle,
            String planPeriod,
            boolean planOver,
            RoundState state,
            LocalDate last,
            @Nullable LocalDate meetingOn,
            boolean settled,
            @Nullable UUID meeting) {

        /** Its name, with its period where it does not say its year: two rounds of a plan may both be called year-end. */
        public String called() {
            return saysItsYear() ? name : name + " (" + period + ")";
        }

        /** What stands in the first of two lines where there is little room. */
        public String above() {
            return saysItsYear() ? name.substring(0, name.lastIndexOf(' ')) : name;
        }

        public String below() {
            return saysItsYear() ? name.substring(name.lastIndexOf(' ') + 1) : period;
        }

        private boolean saysItsYear() {
            int last = name.lastIndexOf(' ');
            return last > 0 && last + 1 < name.length() && Character.isDigit(name.charAt(last + 1));
        }
    }

    /** What a round has of one item beyond its status. */
    record Detail(
            Status status,
            @Nullable NotRatedReason why,
            boolean agreed,
            @Nullable String figure,
            @Nullable String figureBefore,
            @Nullable String promised,
            Notes notes,
            @Nullable Choice choice,
            ReturnState owed,
            @Nullable String fixWhat,
            @Nullable String fixWho,
            @Nullable String fixWhen) {

        Result result(Item item, @Nullable Status before) {
            return new Result(
                    item,
                    status,
                    why,
                    agreed,
                    before,
                    figure,
                    figureBefore,
                    promised,
                    notes,
                    choice,
                    owed,
                    fixWhat,
                    fixWho,
                    fixWhen);
        }
    }

    private final JdbcClient jdbc;

    Results(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The council's rounds that have begun, plan by plan as {@link PlanCatalogue} orders them, the newest first. */
    public List<Round> rounds(OrganisationId organisation) {
        return jdbc.sql("""
                        select round.*, plan.title, plan.period as plan_period,
                            plan.state = 'CLOSED' as plan_over, meeting.state = 'CLOSED' as settled,
                            meeting.meeting_id
                        from round join plan using (plan_id) left join meeting using (round_id)
                        where plan.organisation_id = :organisation and round.state <> 'PLANNED'
                        order by""" + PlanCatalogue.IN_ORDER + ", round.period_last desc, round.name limit 100")
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new Round(
                        new RoundId(row.getObject("round_id", UUID.class)),
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        row.getString("name"),
                        row.getString("period"),
                        row.getString("title"),
                        row.getString("plan_period"),
                        row.getBoolean("plan_over"),
                        RoundState.valueOf(row.getString("state")),
                        row.getObject("period_last", LocalDate.class),
                        row.getObject("meeting_on", LocalDate.class),
                        row.getBoolean("settled"),
                        row.getObject("meeting_id", UUID.class)))
                .list();
    }

    /** The plan's items as the filter and the compared round have them, with how they came out of the round looked at. */
    public Overview overview(Look look, List<Round> rounds, List<Item> items) {
        RoundId compared = look.compared() == null ? null : look.compared().id();
        return Overview.of(look, rounds, items, details(look.round().id(), compared));
    }

    /**
     * Every item that the plan owes an update for, or that a round asked for, in plan order. The parts are materialized,
     * for just after a large plan came in PostgreSQL still takes the tables for small, and would work each part out
     * again for every item.
     */
    public List<Item> items(PlanId plan, RoundId lookedAt) {
        return jdbc.sql("""
                        with tags as materialized (
                            select node.node_id, array_agg(distinct tag.tag) as tags
                            from plan_node node
                            cross join lateral unnest(
                                array[node.node_id, node.parent_id, node.area_id, node.objective_id]) as above(node_id)
                            join node_tag tag on tag.node_id = above.node_id
                            where node.plan_id = :plan and tag.scheme <> 'AIM' group by node.node_id),
                        stood as materialized (
                            select item.node_id,
                                array_agg(round.round_id order by round.period_last, round.name) as rounds,
                                array_agg(coalesce(item.agreed_status, assessment.status, 'NOT_RATED')
                                    order by round.period_last, round.name) as statuses,
                                (array_agg(owed.unit_id order by round.round_id = :round desc, round.period_last desc))[1]
                                    as unit_id,
                                (array_agg(item.agreed_status order by round.period_last desc)
                                    filter (where item.agreed_status is not null))[1] as agreed
                            from round join return owed using (round_id) join return_item item using (return_id)
                            left join assessment on assessment.assessment_id = item.assessment_id
                            where round.plan_id = :plan and round.state <> 'PLANNED' group by item.node_id)
                        select node.node_id, node.kind, node.deadline, node.deadline_day, node.retired_on,
                            coalesce(indicator.name, node.title) as full_title,
                            objective.node_id as objective_id,
                            concat_ws(' ', objective.reference, objective.title) as objective_title,
                            unit.name as unit_name, division.unit_id as division_id, division.name as division_name,
                            department.unit_id as department_id, department.name as department_name,
                            tags.tags, coalesce(node.strategy, area.strategy) as strategy, stood.rounds, stood.statuses,
                            coalesce('COMPLETE' in (stood.agreed, today.status), false) as done
                        from plan_node node
                        left join stood using (node_id)
                        join plan_node objective on objective.node_id = node.objective_id
                        left join plan_node area on area.node_id = node.area_id
                        left join unit on unit.unit_id = coalesce(stood.unit_id, node.reporting_unit_id)
                        left join unit division on division.unit_id = coalesce(unit.ancestors[2], unit.ancestors[1])
                        left join unit department on department.unit_id = unit.ancestors[1]
                        left join tags on tags.node_id = node.node_id
                        left join plan_indicator on plan_indicator.node_id = node.node_id
                        left join indicator using (indicator_id)
                        left join standing on standing.node_id = node.node_id
                        left join assessment today on today.assessment_id = standing.assessment_id
                        where node.plan_id = :plan and (stood.node_id is not null or node.owes_update)
                        order by node.reading_order""")
                .param("plan", plan.planId())
                .param("round", lookedAt.roundId())
                .query((row, number) -> item(row))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        Array rounds = row.getArray("rounds");
        List<Item.Stood> stood = new ArrayList<>();
        if (rounds != null) {
            UUID[] ids = (UUID[]) rounds.getArray();
            String[] statuses = (String[]) row.getArray("statuses").getArray();
            for (int place = 0; place < ids.length; place++) {
                stood.add(new Item.Stood(new RoundId(ids[place]), Status.valueOf(statuses[place])));
            }
        }
        Array tags = row.getArray("tags");
        return new Item(
                new NodeId(row.getObject("node_id", UUID.class)),
                NodeKind.valueOf(row.getString("kind")),
                row.getString("full_title"),
                new NodeId(row.getObject("objective_id", UUID.class)),
                row.getString("objective_title"),
                unit(row, "department_id"),
                row.getString("department_name"),
                unit(row, "division_id"),
                row.getString("division_name"),
                row.getString("unit_name"),
                tags == null ? List.of() : List.of((String[]) tags.getArray()),
                row.getString("strategy"),
                row.getString("deadline"),
                row.getObject("deadline_day", LocalDate.class),
                row.getObject("retired_on", LocalDate.class),
                row.getBoolean("done"),
                stood);
    }

    private static @Nullable UnitId unit(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new UnitId(id);
    }

    private Map<NodeId, Detail> details(RoundId round, @Nullable RoundId compared) {
        Map<NodeId, Detail> details = new HashMap<>();
        jdbc.sql("""
                        with before as materialized (
                            select item.node_id, assessment.figure
                            from return join return_item item using (return_id) join assessment using (assessment_id)
                            where round_id = :compared)
                        select item.node_id, item.choice, item.agreed_status, item.fix_what, item.fix_who, item.fix_when,
                            owed.state as owed, assessment.status, assessment.not_rated_reason, assessment.figure,""" + Notes.COLUMNS + """
                            ,
                            coalesce(nullif(assessment.target_words, ''), node.deadline) as promised,
                            before.figure as figure_before
                        from return_item item
                        join return owed using (return_id)
                        join plan_node node on node.node_id = item.node_id
                        left join assessment on assessment.assessment_id = item.assessment_id
                        left join before on before.node_id = item.node_id
                        where owed.round_id = :round""")
                .param("round", round.roundId())
                .param("compared", compared == null ? null : compared.roundId(), Types.OTHER)
                .query((row, number) -> details.put(new NodeId(row.getObject("node_id", UUID.class)), detail(row)))
                .list();
        return details;
    }

    private static Detail detail(ResultSet row) throws SQLException {
        Status agreed = status(row.getString("agreed_status"));
        Status worked = status(row.getString("status"));
        Status status = agreed != null ? agreed : worked != null ? worked : Status.NOT_RATED;
        String why = row.getString("not_rated_reason");
        ReturnState owed = ReturnState.valueOf(row.getString("owed"));
        // what is still being written is its owner's alone
        boolean in = owed == ReturnState.SUBMITTED || owed == ReturnState.ACCEPTED;
        String choice = row.getString("choice");
        return new Detail(
                status,
                why == null || status != Status.NOT_RATED ? null : NotRatedReason.valueOf(why),
                agreed != null,
                row.getString("figure"),
                row.getString("figure_before"),
                row.getString("promised"),
                Notes.of(row),
                choice == null ? null : Choice.valueOf(choice),
                owed,
                in ? row.getString("fix_what") : null,
                in ? row.getString("fix_who") : null,
                in ? row.getString("fix_when") : null);
    }

    /**
     * What should have been done by today, of the items that the filter lets through. An action about nothing in the plan
     * is its owner's division's only. Who sits on the group or in the management team sees all actions, others those of
     * their units. What a closed plan left undone is overdue no longer; what its meetings asked for is.
     */
    public Overdue overdue(SignedIn person, Round round, List<Item> items, Filter filter, LocalDate today) {
        Map<NodeId, Item> byNode = new HashMap<>();
        items.forEach(item -> byNode.put(item.node(), item));
        boolean ofTheGroup =
                Stream.of(Role.REVIEWER, Role.CHAIR, Role.POLICY_OFFICER).anyMatch(person::is);
        boolean whole = ofTheGroup || person.is(Role.DMT);
        List<Overdue.Action> actions = new ArrayList<>();
        jdbc.sql("""
                        select action.action_id, action.what, action.owner_words, action.due_on, action.node_id,
                            unit.ancestors[1] as department_id,
                            coalesce(unit.ancestors[2], unit.ancestors[1]) as division_id,
                            covers.unit_id is not null as own
                        from meeting_action action
                        join meeting using (meeting_id) join round using (round_id) join plan using (plan_id)
                        left join unit on unit.unit_id = action.unit_id
                        left join (select distinct unit_id from role_covers
                            where person_id = :person and role = 'SERVICE_MANAGER') covers
                            on covers.unit_id = action.unit_id
                        where plan_id = :plan and plan.organisation_id = :organisation
                            and action.closed_on is null and action.due_on < :today
                            and (:all or covers.unit_id is not null)
                        order by action.due_on, action.recorded_at limit 500""")
                .param("person", person.person().personId())
                .param("organisation", person.organisation().organisationId())
                .param("plan", round.plan().planId())
                .param("today", today)
                .param("all", whole)
                .query((row, number) -> {
                    UUID node = row.getObject("node_id", UUID.class);
                    Item about = node == null ? null : byNode.get(new NodeId(node));
                    if (!passes(filter, about, unit(row, "division_id"), unit(row, "department_id"))) {
                        return false;
                    }
                    LocalDate due = row.getObject("due_on", LocalDate.class);
                    return actions.add(new Overdue.Action(
                            new ActionId(row.getObject("action_id", UUID.class)),
                            ofTheGroup || row.getBoolean("own"),
                            row.getString("what"),
                            row.getString("owner_words"),
                            due,
                            ChronoUnit.DAYS.between(due, today),
                            about == null ? null : about.node(),
                            about == null ? null : about.title()));
                })
                .list();
        List<Overdue.Activity> activities = items.stream()
                .filter(filter::passes)
                .filter(item -> !round.planOver())
                .filter(item -> item.kind() == NodeKind.ACTIVITY && item.retiredOn() == null && !item.done())
                .filter(item -> item.lastDay() != null && item.lastDay().isBefore(today))
                .sorted(Comparator.comparing(item -> Objects.requireNonNull(item.lastDay())))
                .map(item -> new Overdue.Activity(
                        item.node(),
                        item.title(),
                        item.unit(),
                        String.valueOf(item.deadline()),
                        ChronoUnit.DAYS.between(item.lastDay(), today)))
                .toList();
        return new Overdue(whole, List.copyOf(actions), activities);
    }

    private static boolean passes(
            Filter filter, @Nullable Item about, @Nullable UnitId division, @Nullable UnitId department) {
        boolean ofDivision = filter.division().isEmpty()
                || (division != null && filter.division().equals(division.toString()))
                || (department != null && filter.division().equals(department.toString()));
        Filter ofItem = filter.ofDivision("");
        return ofDivision && (about == null ? !ofItem.isSet() : ofItem.passes(about));
    }

    static @Nullable Status status(@Nullable String name) {
        return name == null ? null : Status.valueOf(name);
    }
}
