package org.dueregard.exchange;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.exchange.PlanDocument.ActionEntry;
import org.dueregard.exchange.PlanDocument.AddedEntry;
import org.dueregard.exchange.PlanDocument.AgreementEntry;
import org.dueregard.exchange.PlanDocument.AssessmentEntry;
import org.dueregard.exchange.PlanDocument.ComparatorEntry;
import org.dueregard.exchange.PlanDocument.CorrectionEntry;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.Gap;
import org.dueregard.exchange.PlanDocument.IndicatorEntry;
import org.dueregard.exchange.PlanDocument.ItemEntry;
import org.dueregard.exchange.PlanDocument.MeetingEntry;
import org.dueregard.exchange.PlanDocument.MemberEntry;
import org.dueregard.exchange.PlanDocument.MinutesEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.NoteEntry;
import org.dueregard.exchange.PlanDocument.ReleaseEntry;
import org.dueregard.exchange.PlanDocument.ReportEntry;
import org.dueregard.exchange.PlanDocument.Retirement;
import org.dueregard.exchange.PlanDocument.ReturnEntry;
import org.dueregard.exchange.PlanDocument.RoundEntry;
import org.dueregard.exchange.PlanDocument.TargetEntry;
import org.dueregard.exchange.PlanDocument.UnitEntry;
import org.dueregard.indicator.AssessmentId;
import org.dueregard.indicator.Standings;
import org.dueregard.indicator.StoredAssessment;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.Asks;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.RoundArchive;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundRecord;
import org.dueregard.reporting.RoundState;
import org.dueregard.review.MeetingArchive;
import org.dueregard.review.MeetingRecord;
import org.dueregard.review.MeetingRecord.MinutesRecord;
import org.dueregard.review.MeetingRecord.ReportRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a whole plan out as a document. Nodes are called by their place in the plan, {@code n1} and so on, so that the same
 * plan gives the same document wherever it stands.
 */
@Service
public class PlanExport {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final UnitDirectory directory;
    private final Standings standings;
    private final RoundArchive rounds;
    private final MeetingArchive meetings;

    PlanExport(
            JdbcClient jdbc,
            JsonMapper json,
            UnitDirectory directory,
            Standings standings,
            RoundArchive rounds,
            MeetingArchive meetings) {
        this.jdbc = jdbc;
        this.json = json;
        this.directory = directory;
        this.standings = standings;
        this.rounds = rounds;
        this.meetings = meetings;
    }

    /** The plan as a document; empty when the council has no such plan. */
    @Transactional(readOnly = true)
    public Optional<PlanDocument> of(OrganisationId organisation, PlanId plan) {
        return jdbc.sql("""
                        select plan.*, unit.name as unit_name from plan left join unit using (unit_id)
                        where plan_id = :plan and plan.organisation_id = :organisation""")
                .param("plan", plan.planId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new Writer(organisation, plan).write(row))
                .optional();
    }

    /** The nodes of a plan by the keys that {@link #of} gives them. */
    @Transactional(readOnly = true)
    public Map<String, NodeId> nodes(OrganisationId organisation, PlanId plan) {
        Map<String, NodeId> nodes = new LinkedHashMap<>();
        jdbc.sql("""
                        select node_id from plan_node join plan using (plan_id)
                        where plan_id = :plan and organisation_id = :organisation order by reading_order""")
                .param("plan", plan.planId())
                .param("organisation", organisation.organisationId())
                .query((node, number) -> nodes.put("n" + (number + 1), new NodeId(node.getObject(1, UUID.class))))
                .list();
        return nodes;
    }

    /** Writes one plan, knowing its nodes and the council's units by name. */
    private final class Writer {

        private final PlanId plan;
        private final List<UnitEntry> units = new ArrayList<>();
        private final Map<UnitId, String> unitNames = new HashMap<>();
        private final Map<UUID, String> keys = new LinkedHashMap<>();
        private Map<UUID, IndicatorEntry> indicators = Map.of();

        Writer(OrganisationId organisation, PlanId plan) {
            this.plan = plan;
            directory.of(organisation).forEach(unit -> {
                unitNames.put(unit.id(), unit.name());
                units.add(new UnitEntry(
                        unit.name(),
                        unit.shortName(),
                        unit.kind().name(),
                        unit.parent() == null ? null : unitNames.get(unit.parent())));
            });
        }

        PlanDocument write(ResultSet row) throws SQLException {
            jdbc.sql("select node_id from plan_node where plan_id = :plan order by reading_order")
                    .param("plan", plan.planId())
                    .query((node, number) -> keys.put(node.getObject(1, UUID.class), "n" + (number + 1)))
                    .list();
            List<ComparatorEntry> comparators = comparators();
            indicators = indicators();
            List<NodeEntry> nodes = nodes();
            return new PlanDocument(
                    PlanDocument.FORMAT,
                    PlanDocument.VERSION,
                    row.getString("title"),
                    row.getString("unit_name"),
                    row.getString("period"),
                    row.getString("state"),
                    row.getObject("agreed_on", LocalDate.class),
                    row.getString("agreed_by"),
                    row.getString("default_tolerance"),
                    units,
                    comparators,
                    nodes,
                    rounds());
        }

        private @Nullable String key(@Nullable UUID node) {
            return node == null ? null : keys.get(node);
        }

        private String key(NodeId node) {
            return Objects.requireNonNull(keys.get(node.nodeId()));
        }

        private String unit(UnitId unit) {
            return Objects.requireNonNull(unitNames.get(unit));
        }

        private @Nullable String unitOrNull(@Nullable UUID unit) {
            return unit == null ? null : unitNames.get(new UnitId(unit));
        }

        private List<NodeEntry> nodes() {
            Map<UUID, List<UUID>> children = new LinkedHashMap<>();
            Map<UUID, NodeEntry> bare = new LinkedHashMap<>();
            List<UUID> top = new ArrayList<>();
            jdbc.sql("""
                            select node.*,
                                (select array_agg(unit.name order by lead.position) from node_lead lead
                                    join unit using (unit_id) where lead.node_id = node.node_id) as leads,
                                (select array_agg(tag order by tag) from node_tag
                                    where node_tag.node_id = node.node_id and scheme = 'CHARACTERISTIC') as characteristics,
                                (select array_agg(tag order by tag) from node_tag
                                    where node_tag.node_id = node.node_id and scheme = 'AIM') as aims,
                                (select array_agg(tag order by tag) from node_tag
                                    where node_tag.node_id = node.node_id and scheme = 'GROUP') as groups
                            from plan_node node where plan_id = :plan order by reading_order""")
                    .param("plan", plan.planId())
                    .query((row, number) -> {
                        UUID id = row.getObject("node_id", UUID.class);
                        UUID parent = row.getObject("parent_id", UUID.class);
                        (parent == null ? top : children.computeIfAbsent(parent, any -> new ArrayList<>())).add(id);
                        return bare.put(id, node(id, row));
                    })
                    .list();
            return top.stream().map(id -> whole(id, bare, children)).toList();
        }

        private NodeEntry node(UUID id, ResultSet row) throws SQLException {
            LocalDate retired = row.getObject("retired_on", LocalDate.class);
            return new NodeEntry(
                    Objects.requireNonNull(keys.get(id)),
                    row.getString("kind"),
                    row.getString("reference"),
                    row.getString("title"),
                    row.getString("intended_outcome"),
                    row.getString("strategy"),
                    row.getString("narrative_only_reason"),
                    row.getString("owner_words"),
                    texts(row.getArray("leads")),
                    unitOrNull(row.getObject("own_unit_id", UUID.class)),
                    row.getString("deadline"),
                    texts(row.getArray("characteristics")),
                    texts(row.getArray("aims")),
                    texts(row.getArray("groups")),
                    retired == null
                            ? null
                            : new Retirement(
                                    retired,
                                    row.getString("retired_because"),
                                    key(row.getObject("replaced_by", UUID.class))),
                    indicators.get(id),
                    List.of());
        }

        private NodeEntry whole(UUID id, Map<UUID, NodeEntry> bare, Map<UUID, List<UUID>> children) {
            NodeEntry node = Objects.requireNonNull(bare.get(id));
            return new NodeEntry(
                    node.key(),
                    node.kind(),
                    node.reference(),
                    node.title(),
                    node.intendedOutcome(),
                    node.strategy(),
                    node.narrativeOnlyReason(),
                    node.ownerWords(),
                    node.leads(),
                    node.reports(),
                    node.deadline(),
                    node.characteristics(),
                    node.aims(),
                    node.groups(),
                    node.retired(),
                    node.indicator(),
                    children.getOrDefault(id, List.of()).stream()
                            .map(child -> whole(child, bare, children))
                            .toList());
        }

        private Map<UUID, IndicatorEntry> indicators() {
            Map<UUID, List<TargetEntry>> targets = new HashMap<>();
            jdbc.sql("""
                            select target.* from target join plan_node using (node_id)
                            where plan_id = :plan and replaced_at is null order by plan_year_last desc""")
                    .param("plan", plan.planId())
                    .query((row, number) -> targets.computeIfAbsent(
                                    row.getObject("node_id", UUID.class), any -> new ArrayList<>())
                            .add(target(row)))
                    .list();
            Map<UUID, List<FigureEntry>> figures = new HashMap<>();
            jdbc.sql("""
                            select plan_indicator.node_id, observation.* from observation
                            join plan_indicator using (indicator_id) join plan_node using (node_id)
                            where plan_id = :plan and replaced_at is null
                            order by period_last, period_first""")
                    .param("plan", plan.planId())
                    .query((row, number) -> figures.computeIfAbsent(
                                    row.getObject("node_id", UUID.class), any -> new ArrayList<>())
                            .add(figure(row)))
                    .list();
            Map<UUID, List<String>> compared = compared();
            Map<UUID, IndicatorEntry> found = new HashMap<>();
            jdbc.sql("""
                            select plan_indicator.node_id, indicator.* from indicator
                            join plan_indicator using (indicator_id) join plan_node using (node_id)
                            where plan_id = :plan""")
                    .param("plan", plan.planId())
                    .query((row, number) -> {
                        UUID node = row.getObject("node_id", UUID.class);
                        return found.put(
                                node,
                                indicator(
                                        row,
                                        compared.getOrDefault(node, List.of()),
                                        targets.getOrDefault(node, List.of()),
                                        figures.getOrDefault(node, List.of())));
                    })
                    .list();
            return found;
        }

        /** In the order in which the plan's indicators come to them. */
        private List<ComparatorEntry> comparators() {
            Map<UUID, List<ReleaseEntry>> releases = new LinkedHashMap<>();
            jdbc.sql("""
                            select comparator_release.* from comparator_release
                            where replaced_at is null and comparator_id in (
                                select comparator_id from indicator_comparator join plan_indicator using (indicator_id)
                                join plan_node using (node_id) where plan_id = :plan)
                            order by period_last, period_first""")
                    .param("plan", plan.planId())
                    .query((row, number) -> releases.computeIfAbsent(
                                    row.getObject("comparator_id", UUID.class), any -> new ArrayList<>())
                            .add(release(row)))
                    .list();
            List<ComparatorEntry> found = new ArrayList<>();
            jdbc.sql("""
                            select comparator.*, min(node.reading_order) as place from comparator
                            join indicator_comparator using (comparator_id) join plan_indicator using (indicator_id)
                            join plan_node node using (node_id) where plan_id = :plan
                            group by comparator_id order by place, whose, measure""")
                    .param("plan", plan.planId())
                    .query((row, number) -> {
                        UUID id = row.getObject("comparator_id", UUID.class);
                        keys.put(id, "c" + (found.size() + 1));
                        return found.add(new ComparatorEntry(
                                Objects.requireNonNull(keys.get(id)),
                                row.getString("whose"),
                                row.getString("measure"),
                                row.getString("source"),
                                releases.getOrDefault(id, List.of())));
                    })
                    .list();
            return found;
        }

        private static ReleaseEntry release(ResultSet row) throws SQLException {
            return new ReleaseEntry(
                    row.getString("period"),
                    row.getBigDecimal("value"),
                    row.getString("state"),
                    row.getString("note"),
                    row.getObject("entered_on", LocalDate.class),
                    row.getString("entered_by"));
        }

        /** Keys of what each node's indicator is compared with. */
        private Map<UUID, List<String>> compared() {
            Map<UUID, List<String>> compared = new HashMap<>();
            jdbc.sql("""
                            select node_id, comparator_id from indicator_comparator
                            join comparator using (comparator_id)
                            join plan_indicator using (indicator_id) join plan_node using (node_id)
                            where plan_id = :plan order by whose, measure""")
                    .param("plan", plan.planId())
                    .query((row, number) -> compared.computeIfAbsent(
                                    row.getObject("node_id", UUID.class), any -> new ArrayList<>())
                            .add(Objects.requireNonNull(keys.get(row.getObject("comparator_id", UUID.class)))))
                    .list();
            return compared;
        }

        private IndicatorEntry indicator(
                ResultSet row, List<String> compared, List<TargetEntry> targets, List<FigureEntry> figures)
                throws SQLException {
            String betterOff = row.getString("better_off_group");
            int trigger = row.getInt("trigger_months");
            boolean triggered = !row.wasNull();
            return new IndicatorEntry(
                    row.getString("name"),
                    row.getString("definition"),
                    row.getString("unit_of_measure"),
                    row.getInt("decimals"),
                    row.getString("polarity"),
                    row.getString("value_kind"),
                    row.getString("basis"),
                    row.getString("frequency"),
                    row.getBoolean("seasonal"),
                    row.getBigDecimal("maximum"),
                    row.getString("tolerance"),
                    row.getString("comparator"),
                    compared,
                    betterOff == null ? null : new Gap(betterOff, row.getString("other_group")),
                    triggered ? trigger : null,
                    row.getString("data_source"),
                    targets,
                    figures);
        }

        private TargetEntry target(ResultSet row) throws SQLException {
            return new TargetEntry(
                    row.getString("plan_year"),
                    row.getString("period"),
                    row.getString("words"),
                    row.getString("kind"),
                    row.getBigDecimal("value"),
                    row.getBigDecimal("high"),
                    row.getBigDecimal("change_amount"),
                    row.getString("change_unit"),
                    row.getString("relation"),
                    row.getString("comparator"),
                    row.getBigDecimal("comparator_value"),
                    row.getBoolean("year_on_year"),
                    json.readValue(row.getString("interim"), new TypeReference<Map<String, BigDecimal>>() {}),
                    row.getString("baseline_period"),
                    row.getString("baseline_words"),
                    row.getObject("expected_from", LocalDate.class));
        }

        private static FigureEntry figure(ResultSet row) throws SQLException {
            return new FigureEntry(
                    null,
                    row.getString("period"),
                    row.getBigDecimal("value"),
                    row.getString("words"),
                    row.getBigDecimal("numerator"),
                    row.getBigDecimal("denominator"),
                    row.getBigDecimal("better_off_value"),
                    row.getBigDecimal("other_value"),
                    row.getString("state"),
                    row.getString("note"),
                    row.getObject("entered_on", LocalDate.class),
                    row.getString("entered_by"));
        }

        private List<RoundEntry> rounds() {
            Map<RoundId, RoundRecord> all = rounds.of(plan);
            Collection<AssessmentId> ids = all.values().stream()
                    .filter(round -> round.state() == RoundState.CLOSED)
                    .flatMap(round -> round.returns().stream())
                    .flatMap(owed -> owed.items().stream())
                    .map(RoundRecord.ItemRecord::assessment)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
            Map<AssessmentId, StoredAssessment> assessments = standings.read(ids);
            List<RoundEntry> entries = new ArrayList<>();
            all.forEach((id, round) ->
                    entries.add(round(round, meetings.of(id).map(this::meeting).orElse(null), assessments)));
            return entries;
        }

        private RoundEntry round(
                RoundRecord round, @Nullable MeetingEntry meeting, Map<AssessmentId, StoredAssessment> assessments) {
            return new RoundEntry(
                    round.draft().name(),
                    round.draft().period().label(),
                    round.draft().asks() == Asks.BOTH
                            ? null
                            : round.draft().asks().name(),
                    round.draft().opensOn(),
                    round.draft().dueOn(),
                    round.draft().closesOn(),
                    round.state().name(),
                    round.openedAt(),
                    round.closedAt(),
                    round.closedBy(),
                    round.returns().stream()
                            .map(owed -> owed(owed, assessments))
                            .toList(),
                    meeting);
        }

        private ReturnEntry owed(RoundRecord.ReturnRecord owed, Map<AssessmentId, StoredAssessment> assessments) {
            return new ReturnEntry(
                    unit(owed.unit()),
                    owed.state().name(),
                    owed.dueOn(),
                    owed.savedAt(),
                    owed.savedBy(),
                    owed.submittedAt(),
                    owed.submittedBy(),
                    owed.onBehalf(),
                    owed.sentBackAt(),
                    owed.sentBackBy(),
                    owed.sentBackReason(),
                    owed.acceptedAt(),
                    owed.acceptedBy(),
                    owed.items().stream().map(item -> item(item, assessments)).toList());
        }

        private ItemEntry item(RoundRecord.ItemRecord item, Map<AssessmentId, StoredAssessment> assessments) {
            ItemWords words = item.words();
            StoredAssessment assessment = item.assessment() == null ? null : assessments.get(item.assessment());
            return new ItemEntry(
                    key(item.node()),
                    words.choice() == null ? null : words.choice().name(),
                    words.figure(),
                    words.numerator(),
                    words.denominator(),
                    words.betterOff(),
                    words.otherGroup(),
                    words.provisional(),
                    words.reportedStatus(),
                    words.doneOn(),
                    words.disagreement(),
                    words.narrative(),
                    words.expected(),
                    words.noUpdateReason(),
                    words.fixWhat(),
                    words.fixWho(),
                    words.fixWhen(),
                    item.savedAt(),
                    item.savedBy(),
                    item.acceptedAt(),
                    item.acceptedBy(),
                    assessment == null ? null : assessment(assessment));
        }

        private static AssessmentEntry assessment(StoredAssessment stored) {
            return new AssessmentEntry(
                    stored.asOf(),
                    stored.madeAt(),
                    stored.status().name(),
                    stored.notRatedReason() == null
                            ? null
                            : stored.notRatedReason().name(),
                    stored.late(),
                    stored.sentence(),
                    stored.caveats(),
                    stored.targetWords(),
                    stored.tolerance(),
                    stored.figurePeriod(),
                    stored.figure(),
                    stored.numerator(),
                    stored.denominator(),
                    stored.level(),
                    stored.distance(),
                    stored.directionBefore(),
                    stored.directionYear(),
                    stored.directionWords(),
                    stored.intervalLow(),
                    stored.intervalHigh(),
                    stored.exception(),
                    stored.madeFrom());
        }

        private MeetingEntry meeting(MeetingRecord meeting) {
            return new MeetingEntry(
                    meeting.group(),
                    meeting.on(),
                    meeting.at(),
                    meeting.state().name(),
                    meeting.openedAt(),
                    meeting.closedAt(),
                    meeting.quorum(),
                    meeting.members().stream()
                            .map(member -> new MemberEntry(
                                    member.post(),
                                    member.chair(),
                                    member.presence() == null
                                            ? null
                                            : member.presence().name()))
                            .toList(),
                    meeting.others(),
                    meeting.attendanceNotedAt(),
                    meeting.attendanceNotedBy(),
                    meeting.agreements().stream()
                            .map(agreement -> new AgreementEntry(
                                    key(agreement.node()),
                                    agreement.proposed().name(),
                                    agreement.agreed().name(),
                                    agreement.reason(),
                                    agreement.decision(),
                                    agreement.together(),
                                    agreement.settledAt(),
                                    agreement.settledBy()))
                            .toList(),
                    meeting.actions().stream()
                            .map(action -> new ActionEntry(
                                    action.node() == null ? null : key(action.node()),
                                    action.what(),
                                    action.unit() == null ? null : unit(action.unit()),
                                    action.owner(),
                                    action.dueOn(),
                                    action.outcome(),
                                    action.closedOn(),
                                    action.closedBy(),
                                    action.recordedAt(),
                                    action.notes().stream()
                                            .map(note -> new NoteEntry(note.words(), note.at(), note.by()))
                                            .toList()))
                            .toList(),
                    minutes(meeting.minutes()),
                    report(meeting.report()));
        }

        private static @Nullable MinutesEntry minutes(@Nullable MinutesRecord minutes) {
            return minutes == null
                    ? null
                    : new MinutesEntry(
                            minutes.words(),
                            minutes.writtenAt(),
                            minutes.writtenBy(),
                            minutes.approvedOn(),
                            minutes.approvedAt(),
                            minutes.approvedBy(),
                            minutes.corrections().stream()
                                    .map(correction -> new CorrectionEntry(
                                            correction.reason(), correction.before(), correction.at(), correction.by()))
                                    .toList());
        }

        private static @Nullable ReportEntry report(@Nullable ReportRecord report) {
            return report == null
                    ? null
                    : new ReportEntry(
                            report.writtenAt(),
                            report.writtenBy(),
                            report.words().entrySet().stream()
                                    .sorted(Map.Entry.comparingByKey())
                                    .map(entry -> new AddedEntry(
                                            entry.getKey().name(),
                                            entry.getValue().before(),
                                            entry.getValue().after()))
                                    .toList());
        }

        private static List<String> texts(@Nullable Array array) throws SQLException {
            return array == null ? List.of() : List.of((String[]) array.getArray());
        }
    }
}
