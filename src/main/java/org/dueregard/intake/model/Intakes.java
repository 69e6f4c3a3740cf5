package org.dueregard.intake.model;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dueregard.exchange.PlanDocument;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.TargetEntry;
import org.dueregard.exchange.PlanExport;
import org.dueregard.exchange.PlanImport;
import org.dueregard.exchange.PlanUpdate;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.indicator.ComparatorId;
import org.dueregard.intake.Differences;
import org.dueregard.intake.Differences.Difference;
import org.dueregard.intake.Differences.What;
import org.dueregard.intake.IntakeId;
import org.dueregard.intake.reading.Corrections;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanState;
import org.dueregard.reporting.RoundArchive;
import org.dueregard.reporting.RoundId;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files that plans are read from: what was said about each, and what was made of it. */
@Service
@Transactional
public class Intakes {

    /** More than these are not listed. */
    private static final int LISTED = 100;

    private static final String SELECT = """
            select intake_id, file_name, size, brought_by, brought_at, corrections, corrected_at, state, plan_id, updated, made_by, made_at,
                   undone_by, undone_at, version
            from intake where organisation_id = :organisation""";

    private final JdbcClient jdbc;
    private final History history;
    private final PlanImport plans;
    private final PlanExport export;
    private final PlanUpdate update;
    private final PlanCatalogue catalogue;
    private final RoundArchive rounds;
    private final Clock clock;
    private final IntakeJson json = new IntakeJson();

    Intakes(
            JdbcClient jdbc,
            History history,
            PlanImport plans,
            PlanExport export,
            PlanUpdate update,
            PlanCatalogue catalogue,
            RoundArchive rounds,
            Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.plans = plans;
        this.export = export;
        this.update = update;
        this.catalogue = catalogue;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** The council's, the newest first. */
    @Transactional(readOnly = true)
    public List<Intake> of(OrganisationId organisation) {
        return jdbc.sql(SELECT + " order by brought_at desc limit " + LISTED)
                .param("organisation", organisation.organisationId())
                .query((row, number) -> intake(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Intake> find(OrganisationId organisation, IntakeId id) {
        return jdbc.sql(SELECT + " and intake_id = :id")
                .param("organisation", organisation.organisationId())
                .param("id", id.intakeId())
                .query((row, number) -> intake(row))
                .optional();
    }

    private Intake intake(java.sql.ResultSet row) throws java.sql.SQLException {
        UUID plan = row.getObject("plan_id", UUID.class);
        return new Intake(
                new IntakeId(row.getObject("intake_id", UUID.class)),
                row.getString("file_name"),
                row.getInt("size"),
                row.getString("brought_by"),
                row.getTimestamp("brought_at").toInstant(),
                json.read(row.getString("corrections")),
                instant(row.getTimestamp("corrected_at")),
                Intake.State.valueOf(row.getString("state")),
                plan == null ? null : new PlanId(plan),
                row.getBoolean("updated"),
                row.getString("made_by"),
                instant(row.getTimestamp("made_at")),
                row.getString("undone_by"),
                instant(row.getTimestamp("undone_at")),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    /** Keeps a file that could be read. */
    public IntakeId bring(SignedIn by, String fileName, byte[] content) {
        IntakeId id = new IntakeId(UUID.randomUUID());
        jdbc.sql("""
                        insert into intake (intake_id, organisation_id, file_name, size, brought_by, brought_at, state)
                        values (:id, :organisation, :name, :size, :by, :at, 'OPEN')""")
                .param("id", id.intakeId())
                .param("organisation", by.organisation().organisationId())
                .param("name", fileName)
                .param("size", content.length)
                .param("by", by.post())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("insert into intake_content (intake_id, content) values (:id, :content)")
                .param("id", id.intakeId())
                .param("content", content)
                .update();
        history.record(by, subject(id), "File brought in", null, fileName, null);
        return id;
    }

    /**
     * Adds to what was said about the file.
     *
     * @param seen the version that was on screen
     * @throws OptimisticLockingFailureException when something else was said meanwhile
     * @throws AlreadyDone when a plan was made of it
     */
    public void correct(SignedIn by, IntakeId id, long seen, UnaryOperator<Corrections> more) {
        Intake intake = locked(by, id);
        requireOpen(intake);
        if (intake.version() != seen) {
            throw new OptimisticLockingFailureException("Something else was corrected meanwhile");
        }
        jdbc.sql("""
                        update intake set corrections = cast(:corrections as jsonb), corrected_by = :by, corrected_at = :at,
                               version = version + 1
                        where intake_id = :id""")
                .param("corrections", json.write(more.apply(intake.corrections())))
                .param("by", by.post())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id.intakeId())
                .update();
    }

    private Intake locked(SignedIn by, IntakeId id) {
        return jdbc.sql(SELECT + " and intake_id = :id for update")
                .param("organisation", by.organisation().organisationId())
                .param("id", id.intakeId())
                .query((row, number) -> intake(row))
                .optional()
                .orElseThrow(NotHere::new);
    }

    private static void requireOpen(Intake intake) {
        if (!intake.isOpen()) {
            throw new AlreadyDone("intake.already-made");
        }
    }

    /** Throws the file away; a plan that was made of it stays. */
    public void discard(SignedIn by, IntakeId id) {
        Intake intake = locked(by, id);
        requireOpen(intake);
        jdbc.sql("delete from intake where intake_id = :id")
                .param("id", id.intakeId())
                .update();
        history.record(by, subject(id), "File thrown away", intake.fileName(), null, null);
    }

    /**
     * Makes the plan that the draft says.
     *
     * @throws org.dueregard.exchange.PlanUnreadable when the plan would break a rule
     */
    public PlanId make(SignedIn by, IntakeId id, long seen, PlanDocument document) {
        Intake intake = locked(by, id);
        requireOpen(intake);
        if (intake.version() != seen) {
            throw new OptimisticLockingFailureException("Something was corrected meanwhile");
        }
        Set<UUID> known = comparators(by);
        PlanId plan = plans.add(by.organisation(), by, document);
        Set<UUID> brought = comparators(by);
        brought.removeAll(known);
        Set<RoundId> itsOwn = rounds.of(plan).keySet();
        jdbc.sql("""
                        update intake set state = 'MADE', plan_id = :plan, comparators = :comparators, rounds = :rounds,
                               made_by = :by, made_at = :at, version = version + 1
                        where intake_id = :id""")
                .param("plan", plan.planId())
                .param("comparators", brought.toArray(UUID[]::new))
                .param("rounds", itsOwn.stream().map(RoundId::roundId).toArray(UUID[]::new))
                .param("by", by.post())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id.intakeId())
                .update();
        history.record(by, subject(id), "Plan made of a file", intake.fileName(), document.title(), null);
        itsOwn.forEach(round -> history.record(
                by, new Subject("round", round.roundId()), "Round taken from a file", null, intake.fileName(), null));
        return plan;
    }

    /**
     * Takes back what was made: a plan with everything that came with it, or each change of a plan that was there before,
     * unless it was changed again since.
     *
     * @return how many changes could not be undone
     * @throws AlreadyDone when it was taken back before, or the plan was worked with or is closed
     */
    public int undo(SignedIn by, IntakeId id) {
        Intake intake = locked(by, id);
        PlanId plan = intake.plan();
        if (intake.state() != Intake.State.MADE || plan == null) {
            throw new AlreadyDone("intake.already-undone");
        }
        if (catalogue
                .find(by.organisation(), plan)
                .filter(one -> one.state() == PlanState.CLOSED)
                .isPresent()) {
            throw new AlreadyDone("intake.undo.closed");
        }
        int kept = 0;
        if (intake.updated()) {
            kept = undo(by, id, plan, "Import of " + intake.fileName() + " undone");
        } else {
            plans.takeBack(
                    by, plan, brought(id, "comparators", ComparatorId::new), brought(id, "rounds", RoundId::new));
        }
        jdbc.sql("""
                        update intake set state = 'UNDONE', plan_id = null, updated = false, applied = '[]', rounds = '{}', undone_by = :by,
                               undone_at = :at, version = version + 1
                        where intake_id = :id""")
                .param("by", by.post())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id.intakeId())
                .update();
        history.record(by, subject(id), "Import undone", intake.fileName(), null, null);
        return kept;
    }

    private int undo(SignedIn by, IntakeId id, PlanId plan, String why) {
        List<Applied> applied =
                new ArrayList<>(List.of(json.applied(jdbc.sql("select applied from intake where intake_id = :id")
                        .param("id", id.intakeId())
                        .query(String.class)
                        .single())));
        Collections.reverse(applied);
        Map<String, NodeEntry> now = new LinkedHashMap<>();
        export.of(by.organisation(), plan).orElseThrow(NotHere::new).nodes().forEach(node -> gather(node, now));
        Map<UUID, NodeEntry> entries = new LinkedHashMap<>();
        export.nodes(by.organisation(), plan)
                .forEach((key, node) -> entries.put(node.nodeId(), Objects.requireNonNull(now.get(key))));
        int kept = 0;
        for (Applied one : applied) {
            NodeEntry entry = entries.get(one.node());
            if (entry == null || entry.retired() != null || !one.isAsLeft(entry)) {
                kept++;
            } else {
                undo(by, new NodeId(one.node()), one, why);
            }
        }
        update.settle(plan);
        return kept;
    }

    private static void gather(NodeEntry node, Map<String, NodeEntry> all) {
        all.put(node.key(), node);
        node.children().forEach(child -> gather(child, all));
    }

    private void undo(SignedIn by, NodeId node, Applied one, String why) {
        switch (one.what()) {
            case ADDED -> update.retire(by, node, why);
            case TITLE -> update.reword(by, node, Objects.requireNonNull(one.was()));
            case OUTCOME -> update.outcome(by, node, one.was());
            case OWNER -> update.answeredFor(by, node, one.was(), one.units());
            case DEADLINE -> update.dueBy(by, node, one.was());
            case TARGET -> {
                if (one.isNewTarget()) {
                    update.withdrawTarget(by, node, Objects.requireNonNull(one.period()), why);
                } else if (one.target() != null) {
                    update.target(by, node, one.target(), why);
                }
            }
            case FIGURE -> {
                if (one.figure() == null) {
                    update.withdraw(by, node, Objects.requireNonNull(one.period()), why);
                } else {
                    update.figure(by, node, one.figure(), one.becomes(), why);
                }
            }
            case MISSING -> {
                // nothing was done about what the file does not have
            }
        }
    }

    /** What the document says otherwise than the plan. */
    @Transactional(readOnly = true)
    public List<Difference> differences(SignedIn by, PlanId plan, PlanDocument document) {
        PlanDocument now = export.of(by.organisation(), plan).orElseThrow(NotHere::new);
        return Differences.between(now, document);
    }

    /**
     * Changes a plan that is there by what a person chose of what the document says otherwise.
     *
     * @param chosen ids of differences; one that is no more is passed over
     */
    public void update(SignedIn by, IntakeId id, long seen, PlanId plan, PlanDocument document, Set<String> chosen) {
        Intake intake = locked(by, id);
        requireOpen(intake);
        if (intake.version() != seen) {
            throw new OptimisticLockingFailureException("Something was corrected meanwhile");
        }
        List<Difference> differences = differences(by, plan, document);
        Map<String, NodeId> nodes = export.nodes(by.organisation(), plan);
        String why = "From the file " + intake.fileName();
        List<Applied> applied = new ArrayList<>();
        for (Difference one : differences) {
            if (chosen.contains(one.id())) {
                applied.add(make(by, plan, nodes.get(one.node()), one, why));
            }
        }
        update.settle(plan);
        jdbc.sql("""
                        update intake set state = 'MADE', plan_id = :plan, updated = true, applied = cast(:applied as jsonb),
                               made_by = :by, made_at = :at, version = version + 1
                        where intake_id = :id""")
                .param("plan", plan.planId())
                .param("applied", json.write(applied))
                .param("by", by.post())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id.intakeId())
                .update();
        history.record(
                by, subject(id), "Plan updated from a file", intake.fileName(), applied.size() + " changes", null);
    }

    private Applied make(SignedIn by, PlanId plan, @Nullable NodeId node, Difference one, String why) {
        if (one.what() == What.ADDED && one.piece() instanceof NodeEntry entry) {
            return Applied.of(one, update.add(by, plan, node, entry));
        }
        NodeId changed = Objects.requireNonNull(node);
        switch (one.what()) {
            case TITLE -> update.reword(by, changed, one.becomes());
            case OUTCOME -> update.outcome(by, changed, one.becomes());
            case OWNER -> update.answeredFor(by, changed, one.becomes(), Applied.names(one.piece()));
            case DEADLINE -> update.dueBy(by, changed, one.becomes());
            case TARGET -> update.target(by, changed, (TargetEntry) Objects.requireNonNull(one.piece()), why);
            case FIGURE ->
                update.figure(by, changed, (FigureEntry) Objects.requireNonNull(one.piece()), one.was(), why);
            case ADDED, MISSING -> {
                // what the file does not have stays
            }
        }
        return Applied.of(one, changed);
    }

    private Set<UUID> comparators(SignedIn by) {
        return new HashSet<>(jdbc.sql("select comparator_id from comparator where organisation_id = :organisation")
                .param("organisation", by.organisation().organisationId())
                .query(UUID.class)
                .list());
    }

    private <T> List<T> brought(IntakeId id, String column, Function<UUID, T> named) {
        return jdbc
                .sql("select unnest(" + column + ") from intake where intake_id = :id")
                .param("id", id.intakeId())
                .query(UUID.class)
                .list()
                .stream()
                .map(named)
                .toList();
    }

    /** Opens a file again whose plan was taken back, with all that was said about it. */
    public void reopen(SignedIn by, IntakeId id) {
        Intake intake = locked(by, id);
        if (intake.state() != Intake.State.UNDONE) {
            throw new AlreadyDone("intake.already-open");
        }
        jdbc.sql("""
                        update intake set state = 'OPEN', made_by = null, made_at = null, undone_by = null, undone_at = null,
                               version = version + 1
                        where intake_id = :id""").param("id", id.intakeId()).update();
    }

    private static Subject subject(IntakeId id) {
        return new Subject("intake", id.intakeId());
    }
}
