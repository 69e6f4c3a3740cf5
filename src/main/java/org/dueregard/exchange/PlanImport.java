package org.dueregard.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dueregard.calendar.Period;
import org.dueregard.exchange.PlanDocument.AgreementEntry;
import org.dueregard.exchange.PlanDocument.AssessmentEntry;
import org.dueregard.exchange.PlanDocument.ComparatorEntry;
import org.dueregard.exchange.PlanDocument.ItemEntry;
import org.dueregard.exchange.PlanDocument.MeetingEntry;
import org.dueregard.exchange.PlanDocument.MinutesEntry;
import org.dueregard.exchange.PlanDocument.ReportEntry;
import org.dueregard.exchange.PlanDocument.ReturnEntry;
import org.dueregard.exchange.PlanDocument.RoundEntry;
import org.dueregard.exchange.PlanDocument.UnitEntry;
import org.dueregard.history.History;
import org.dueregard.indicator.AssessmentId;
import org.dueregard.indicator.ComparatorId;
import org.dueregard.indicator.ComparatorKeeping;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Dossiers;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.IndicatorKeeping;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Standings;
import org.dueregard.indicator.Status;
import org.dueregard.indicator.StoredAssessment;
import org.dueregard.organisation.CouncilSetUp;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.UnitKind;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanKeeping;
import org.dueregard.reporting.Asks;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ItemReading;
import org.dueregard.reporting.ReturnKeeping;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundArchive;
import org.dueregard.reporting.RoundDraft;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundRecord;
import org.dueregard.reporting.RoundRecord.ItemRecord;
import org.dueregard.reporting.RoundRecord.ReturnRecord;
import org.dueregard.reporting.RoundState;
import org.dueregard.review.MeetingArchive;
import org.dueregard.review.MeetingRecord;
import org.dueregard.review.MeetingRecord.ActionRecord;
import org.dueregard.review.MeetingRecord.AgreementRecord;
import org.dueregard.review.MeetingRecord.CorrectionRecord;
import org.dueregard.review.MeetingRecord.MemberRecord;
import org.dueregard.review.MeetingRecord.MinutesRecord;
import org.dueregard.review.MeetingRecord.NoteRecord;
import org.dueregard.review.MeetingRecord.ReportRecord;
import org.dueregard.review.MeetingState;
import org.dueregard.review.Presence;
import org.dueregard.review.ReportKeeping;
import org.dueregard.review.ReportSection;
import org.dueregard.site.AlreadyDone;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a plan in from a document, whole or not at all: units that the council does not have yet, the plan, its indicators
 * with targets and figures, its rounds and its meetings. Statuses that the document does not carry are worked out as of
 * the day on which its round was closed.
 */
@Service
public class PlanImport {

    private final CouncilSetUp council;
    private final UnitDirectory directory;
    private final PlanKeeping plans;
    private final IndicatorKeeping indicators;
    private final ComparatorKeeping comparators;
    private final Dossiers dossiers;
    private final Standings standings;
    private final RoundArchive rounds;
    private final MeetingArchive meetings;
    private final ReturnKeeping returns;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlanImport(
            CouncilSetUp council,
            UnitDirectory directory,
            PlanKeeping plans,
            IndicatorKeeping indicators,
            ComparatorKeeping comparators,
            Dossiers dossiers,
            Standings standings,
            RoundArchive rounds,
            MeetingArchive meetings,
            ReturnKeeping returns,
            JdbcClient jdbc,
            Clock clock) {
        this.council = council;
        this.directory = directory;
        this.plans = plans;
        this.indicators = indicators;
        this.comparators = comparators;
        this.dossiers = dossiers;
        this.standings = standings;
        this.rounds = rounds;
        this.meetings = meetings;
        this.returns = returns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds the plan to the council.
     *
     * @param by null when the product does it by itself
     * @throws PlanUnreadable when the document is no plan
     */
    @Transactional
    public PlanId add(OrganisationId organisation, @Nullable SignedIn by, PlanDocument document) {
        if (!PlanDocument.FORMAT.equals(document.format())
                || document.version() < 1
                || document.version() > PlanDocument.VERSION) {
            throw new PlanUnreadable(
                    "This is no " + PlanDocument.FORMAT + " of version " + PlanDocument.VERSION + " or older");
        }
        try {
            return read(organisation, by, document);
        } catch (IllegalArgumentException unreadable) {
            throw new PlanUnreadable(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    /**
     * Takes a plan back that was added from a document, as if it had never been. Units that came with it stay.
     *
     * @param alongWith comparators that came with it
     * @param itsOwn rounds that came with it
     * @throws AlreadyDone when it was worked with: it has other rounds, or something was said about one of its items
     */
    @Transactional
    public void takeBack(SignedIn by, PlanId plan, Collection<ComparatorId> alongWith, Collection<RoundId> itsOwn) {
        try {
            if (!rounds.discard(plan, itsOwn)) {
                throw new AlreadyDone("plan.take-back.rounds");
            }
            indicators.discard(by, plan, alongWith);
            plans.discard(by, plan);
        } catch (DataIntegrityViolationException used) {
            throw new AlreadyDone("plan.take-back.used");
        }
    }

    private PlanId read(OrganisationId organisation, @Nullable SignedIn by, PlanDocument document) {
        PlanReader reader = new PlanReader(document, units(organisation, by, document.units()));
        PlanId plan = plans.add(organisation, by, reader.plan());
        String enteredBy = by == null ? History.PRODUCT : by.post();
        Map<NodeId, IndicatorId> placed = new HashMap<>();
        Map<String, ComparatorId> published = new HashMap<>();
        for (ComparatorEntry entry : document.comparators()) {
            ComparatorId comparator =
                    comparators.called(organisation, by, entry.whose(), entry.measure(), entry.source());
            published.put(entry.key(), comparator);
            entry.figures()
                    .forEach(figure -> comparators.load(
                            comparator,
                            PlanReader.release(figure),
                            figure.enteredBy() == null ? enteredBy : figure.enteredBy()));
        }
        reader.indicators().forEach((key, entry) -> {
            NodeId node = reader.node(key);
            IndicatorId indicator = indicators.add(organisation, node, PlanReader.indicator(entry));
            placed.put(node, indicator);
            entry.comparedWith().forEach(other -> {
                ComparatorId comparator = published.get(other);
                if (comparator == null) {
                    throw new PlanUnreadable("Nothing is said about the comparator \"" + other + "\"");
                }
                comparators.link(indicator, comparator);
            });
            entry.targets().forEach(target -> indicators.setTarget(by, node, PlanReader.target(target), null));
            entry.figures().forEach(figure -> {
                String who = figure.enteredBy() == null ? enteredBy : figure.enteredBy();
                if (figure.comparator() == null) {
                    indicators.record(indicator, PlanReader.figure(figure), who, figure.note(), null);
                } else if (figure.value() != null) {
                    ComparatorId comparator =
                            comparators.called(organisation, by, figure.comparator(), entry.name(), entry.source());
                    comparators.load(comparator, PlanReader.release(figure), who);
                    comparators.link(indicator, comparator);
                }
            });
        });
        for (RoundEntry round : document.rounds()) {
            new RoundReader(reader, round, placed).restore(plan);
        }
        LocalDate today = LocalDate.now(clock);
        standings.workOutPlan(plan, today, today);
        tellPlanner();
        List<RoundEntry> held = document.rounds().stream()
                .filter(round -> !RoundState.PLANNED.name().equals(round.state()))
                .sorted(Comparator.comparing(
                        round -> Period.parse(round.period()).lastDay()))
                .toList();
        held.forEach(round -> said(reader, round));
        if (!held.isEmpty()) {
            returns.refresh(List.copyOf(dossiers.ofPlan(plan, today).keySet()));
        }
        return plan;
    }

    /**
     * PostgreSQL looks at what came in by itself within a minute or so. Until then it would take the tables for as small
     * as they were, and pages of a plan of a thousand items would take minutes.
     */
    private void tellPlanner() {
        jdbc.sql("""
                        analyze plan_node, node_lead, node_tag, indicator, plan_indicator, target, observation, standing,
                            assessment, round, return, return_item""").update();
    }

    /** Units by name; those that the council does not have are added. */
    private Map<String, UnitId> units(OrganisationId organisation, @Nullable SignedIn by, List<UnitEntry> entries) {
        Map<String, UnitId> units = new LinkedHashMap<>();
        directory.of(organisation).forEach(unit -> units.put(unit.name(), unit.id()));
        for (UnitEntry entry : entries) {
            if (units.containsKey(entry.name())) {
                continue;
            }
            UnitId parent = entry.parent() == null ? null : units.get(entry.parent());
            if (entry.parent() != null && parent == null) {
                throw new PlanUnreadable("The unit \"" + entry.parent() + "\" has to stand before those under it");
            }
            units.put(
                    entry.name(),
                    council.addUnit(
                            organisation, by, parent, UnitKind.valueOf(entry.kind()), entry.name(), entry.shortName()));
        }
        return units;
    }

    /** What owners said of activities, which stands until a later round says otherwise. */
    private void said(PlanReader reader, RoundEntry round) {
        Period period = Period.parse(round.period());
        for (ReturnEntry owed : round.returns()) {
            if (!isHandedIn(owed)) {
                continue;
            }
            List<NodeId> nodes =
                    owed.items().stream().map(item -> reader.node(item.node())).toList();
            Map<NodeId, Dossier> known = dossiers.of(nodes, period.lastDay());
            for (ItemEntry item : owed.items()) {
                NodeId node = reader.node(item.node());
                ItemReading reading = ItemReading.of(
                        PlanReader.words(item), Objects.requireNonNull(known.get(node)), period, LocalDate.now(clock));
                if (reading.reported() != null) {
                    standings.said(node, reading.reported());
                }
            }
        }
    }

    private static boolean isHandedIn(ReturnEntry owed) {
        ReturnState state = ReturnState.valueOf(owed.state());
        return state == ReturnState.SUBMITTED || state == ReturnState.ACCEPTED || state == ReturnState.SENT_BACK;
    }

    /** Restores one round with its meeting. */
    private final class RoundReader {

        private final PlanReader reader;
        private final RoundEntry entry;
        private final Map<NodeId, IndicatorId> placed;
        private final Period period;
        private final Asks asks;
        private final LocalDate asOf;
        private final Map<NodeId, Status> proposed = new HashMap<>();
        private final Map<NodeId, Status> agreed = new HashMap<>();

        RoundReader(PlanReader reader, RoundEntry entry, Map<NodeId, IndicatorId> placed) {
            this.reader = reader;
            this.entry = entry;
            this.placed = placed;
            this.period = Period.parse(entry.period());
            this.asks = entry.asks() == null ? Asks.BOTH : Asks.valueOf(entry.asks());
            this.asOf = entry.closedAt() == null ? LocalDate.now(clock) : day(entry.closedAt());
        }

        private LocalDate day(Instant moment) {
            return moment.atZone(clock.getZone()).toLocalDate();
        }

        void restore(PlanId plan) {
            entry.returns().stream().filter(PlanImport::isHandedIn).forEach(this::figures);
            List<NodeId> nodes = entry.returns().stream()
                    .flatMap(owed -> owed.items().stream())
                    .map(item -> reader.node(item.node()))
                    .toList();
            Map<NodeId, Dossier> known = dossiers.of(nodes, period.lastDay());
            Map<NodeId, AssessmentId> assessed = new HashMap<>();
            entry.returns()
                    .forEach(owed -> owed.items().forEach(item -> {
                        NodeId node = reader.node(item.node());
                        assessed.put(node, assess(node, item, Objects.requireNonNull(known.get(node))));
                    }));
            MeetingEntry meeting = entry.meeting();
            List<AgreementRecord> agreements = meeting == null ? List.of() : agreements(meeting);
            agreements.forEach(agreement -> agreed.put(agreement.node(), agreement.agreed()));
            RoundId round = rounds.restore(
                    plan,
                    new RoundRecord(
                            new RoundDraft(
                                    entry.name(),
                                    period,
                                    asks,
                                    entry.opensOn(),
                                    entry.dueOn(),
                                    entry.closesOn(),
                                    meeting == null ? null : meeting.on()),
                            RoundState.valueOf(entry.state()),
                            entry.openedAt(),
                            entry.closedAt(),
                            entry.closedBy(),
                            entry.returns().stream()
                                    .map(owed -> owed(owed, assessed))
                                    .toList()));
            if (meeting != null) {
                meetings.restore(
                        round,
                        new MeetingRecord(
                                meeting.group(),
                                meeting.on(),
                                meeting.at(),
                                MeetingState.valueOf(meeting.state()),
                                meeting.openedAt(),
                                meeting.closedAt(),
                                meeting.quorum(),
                                meeting.members().stream()
                                        .map(member -> new MemberRecord(
                                                member.post(),
                                                member.chair(),
                                                member.presence() == null ? null : Presence.valueOf(member.presence())))
                                        .toList(),
                                meeting.others(),
                                meeting.attendanceNotedAt(),
                                meeting.attendanceNotedBy(),
                                agreements,
                                actions(meeting),
                                minutes(meeting.minutes()),
                                report(meeting.report())));
            }
        }

        /** Figures that a return brings and the indicator's own list does not hold already. */
        private void figures(ReturnEntry owed) {
            List<NodeId> nodes =
                    owed.items().stream().map(item -> reader.node(item.node())).toList();
            Map<NodeId, Dossier> known = dossiers.of(nodes, period.lastDay());
            LocalDate on = owed.submittedAt() == null ? asOf : day(owed.submittedAt());
            for (ItemEntry item : owed.items()) {
                NodeId node = reader.node(item.node());
                IndicatorId indicator = placed.get(node);
                Dossier dossier = Objects.requireNonNull(known.get(node));
                ItemReading reading = ItemReading.of(PlanReader.words(item), dossier, period, asks, on);
                Figure figure = reading.figure();
                boolean isNew = figure != null
                        && dossier.series().outturns().stream()
                                .noneMatch(listed -> listed.period().equals(figure.period()));
                if (indicator != null && figure != null && isNew) {
                    String by = owed.submittedBy() == null ? owed.unit() : owed.submittedBy();
                    indicators.record(indicator, figure, by, null, null);
                }
            }
        }

        private AssessmentId assess(NodeId node, ItemEntry item, Dossier dossier) {
            AssessmentEntry stored = item.assessment();
            if (stored != null) {
                proposed.put(node, Status.valueOf(stored.status()));
                return standings.restore(node, stored(stored));
            }
            ItemReading reading = ItemReading.of(PlanReader.words(item), dossier, period, asks, asOf);
            boolean update = Choice.UPDATE.name().equals(item.choice());
            Dossier asReported = dossier.with(update ? reading.reported() : null);
            var assessment = asReported.assess(asOf);
            proposed.put(node, assessment.status());
            return standings.store(node, asOf, asReported, assessment);
        }

        private ReturnRecord owed(ReturnEntry owed, Map<NodeId, AssessmentId> assessed) {
            List<ItemRecord> items = new ArrayList<>();
            for (ItemEntry item : owed.items()) {
                NodeId node = reader.node(item.node());
                items.add(new ItemRecord(
                        node,
                        PlanReader.words(item),
                        item.savedAt(),
                        item.savedBy(),
                        item.acceptedAt(),
                        item.acceptedBy(),
                        assessed.get(node),
                        agreed.get(node)));
            }
            return new ReturnRecord(
                    reader.unit(owed.unit()),
                    ReturnState.valueOf(owed.state()),
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
                    items);
        }

        private List<AgreementRecord> agreements(MeetingEntry meeting) {
            Instant settled = meeting.closedAt() == null ? clock.instant() : meeting.closedAt();
            List<AgreementRecord> agreements = new ArrayList<>();
            for (AgreementEntry agreement : meeting.agreements()) {
                NodeId node = reader.node(agreement.node());
                Status was = agreement.proposed() == null
                        ? proposed.getOrDefault(node, Status.NOT_RATED)
                        : Status.valueOf(agreement.proposed());
                agreements.add(new AgreementRecord(
                        node,
                        was,
                        agreement.agreed() == null ? was : Status.valueOf(agreement.agreed()),
                        agreement.reason(),
                        agreement.decision(),
                        agreement.together(),
                        agreement.settledAt() == null ? settled : agreement.settledAt(),
                        agreement.settledBy() == null ? meeting.group() : agreement.settledBy()));
            }
            return agreements;
        }

        private @Nullable MinutesRecord minutes(@Nullable MinutesEntry minutes) {
            return minutes == null
                    ? null
                    : new MinutesRecord(
                            minutes.text(),
                            minutes.writtenAt(),
                            minutes.writtenBy(),
                            minutes.approvedOn(),
                            minutes.approvedAt(),
                            minutes.approvedBy(),
                            minutes.corrections().stream()
                                    .map(correction -> new CorrectionRecord(
                                            correction.reason(),
                                            correction.textBefore(),
                                            correction.correctedAt(),
                                            correction.correctedBy()))
                                    .toList());
        }

        private @Nullable ReportRecord report(@Nullable ReportEntry report) {
            if (report == null) {
                return null;
            }
            Map<ReportSection, ReportKeeping.Added> words = new java.util.EnumMap<>(ReportSection.class);
            report.added()
                    .forEach(added -> words.put(
                            ReportSection.valueOf(added.section()),
                            new ReportKeeping.Added(
                                    added.before() == null ? "" : added.before(),
                                    added.after() == null ? "" : added.after())));
            return new ReportRecord(report.writtenAt(), report.writtenBy(), words);
        }

        private List<ActionRecord> actions(MeetingEntry meeting) {
            Instant recorded = meeting.closedAt() == null ? clock.instant() : meeting.closedAt();
            return meeting.actions().stream()
                    .map(action -> new ActionRecord(
                            action.node() == null ? null : reader.node(action.node()),
                            action.what(),
                            action.unit() == null ? null : reader.unit(action.unit()),
                            action.ownerWords(),
                            action.dueOn(),
                            action.outcome(),
                            action.closedOn(),
                            action.closedBy(),
                            action.recordedAt() == null ? recorded : action.recordedAt(),
                            action.notes().stream()
                                    .map(note -> new NoteRecord(note.text(), note.notedAt(), note.notedBy()))
                                    .toList()))
                    .toList();
        }
    }

    private static StoredAssessment stored(AssessmentEntry entry) {
        return new StoredAssessment(
                entry.asOf(),
                entry.madeAt(),
                Status.valueOf(entry.status()),
                entry.notRatedReason() == null ? null : NotRatedReason.valueOf(entry.notRatedReason()),
                entry.late(),
                entry.sentence(),
                entry.caveats(),
                List.of(),
                entry.targetWords(),
                entry.tolerance(),
                entry.figurePeriod(),
                entry.figure(),
                entry.numerator(),
                entry.denominator(),
                entry.level(),
                entry.distance(),
                entry.directionBefore(),
                entry.directionYear(),
                entry.directionWords(),
                entry.intervalLow(),
                entry.intervalHigh(),
                entry.exception(),
                entry.madeFrom());
    }
}
