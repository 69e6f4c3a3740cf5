package org.dueregard.exchange;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dueregard.access.Role;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;
import org.dueregard.exchange.PlanDocument.AgreementEntry;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.IndicatorEntry;
import org.dueregard.exchange.PlanDocument.ItemEntry;
import org.dueregard.exchange.PlanDocument.MeetingEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.ReturnEntry;
import org.dueregard.exchange.PlanDocument.RoundEntry;
import org.dueregard.exchange.PlanDocument.TargetEntry;
import org.dueregard.exchange.PlanDocument.UnitEntry;
import org.dueregard.indicator.Assessment;
import org.dueregard.indicator.Basis;
import org.dueregard.indicator.ChangeUnit;
import org.dueregard.indicator.ComparatorFigure;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.Frequency;
import org.dueregard.indicator.GapGroups;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.Polarity;
import org.dueregard.indicator.Relation;
import org.dueregard.indicator.Reported;
import org.dueregard.indicator.Series;
import org.dueregard.indicator.Status;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.TargetId;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.TargetSetting;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.Tolerance;
import org.dueregard.indicator.ValueKind;
import org.dueregard.organisation.UnitKind;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.ProtectedCharacteristic;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ItemReading;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the demonstration council's plan together: what it must contain, and that none of it contradicts the rest. */
class DemonstrationContentTests {

    private static final Pattern YEAR = Pattern.compile("(?<![\\d,.])(?:19|20|21)\\d\\d(?![\\d,])|\\b\\d\\d/\\d\\d\\b");
    private static final Pattern REAL_PLACE = Pattern.compile("(?i)merton|mitcham|phipps");

    /** Fields that the product moves along in time; everything else has to read well in any year. */
    private static final Set<String> MOVED = Set.of(
            "period",
            "planYear",
            "words",
            "baselinePeriod",
            "baselineWords",
            "expectedFrom",
            "interim",
            "deadline",
            "agreedOn",
            "enteredOn",
            "opensOn",
            "dueOn",
            "closesOn",
            "openedAt",
            "closedAt",
            "savedAt",
            "submittedAt",
            "sentBackAt",
            "acceptedAt",
            "settledAt",
            "recordedAt",
            "closedOn",
            "on",
            "doneOn",
            "expected",
            "fixWhen");

    // what a document leaves out is false
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final PlanDocument PLAN = read("plan.json", PlanDocument.class);
    private static final Map<String, Place> PLACES = places();

    private static final String LAST_YEAR = "2013/14";
    private static final String THIS_YEAR = "2014/15";
    private static final LocalDate DAY_OF_THE_MEETING = LocalDate.of(2014, 6, 18);
    private static final LocalDate IN_THE_OPEN_ROUND = LocalDate.of(2014, 11, 20);

    /** A node where it stands, with the unit that reports for it. */
    private record Place(
            NodeEntry node, @Nullable Place above, @Nullable String reports) {

        NodeKind kind() {
            return NodeKind.valueOf(node.kind());
        }

        boolean isPartOfActivity() {
            return kind() == NodeKind.ACTIVITY && above != null && above.kind() == NodeKind.ACTIVITY;
        }

        boolean owesUpdate() {
            return kind() == NodeKind.INDICATOR
                    || (kind() == NodeKind.ACTIVITY && !isPartOfActivity())
                    || node.narrativeOnlyReason() != null;
        }
    }

    private record People(String council, List<PersonEntry> people) {}

    private record PersonEntry(String post, String email, List<RoleEntry> roles) {}

    private record RoleEntry(Role role, @Nullable String unit) {}

    // what it contains

    @Test
    void hasTheStructureOfTheRealPlan() {
        Map<NodeKind, Long> kinds = PLACES.values().stream()
                .filter(place -> !place.isPartOfActivity())
                .collect(groupingBy(Place::kind, counting()));
        assertThat(kinds)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        NodeKind.OBJECTIVE, 5L,
                        NodeKind.PRIORITY_AREA, 9L,
                        NodeKind.ACTIVITY, 34L,
                        NodeKind.INDICATOR_GROUP, 3L,
                        NodeKind.INDICATOR, 53L));
        assertThat(PLACES.values()).filteredOn(Place::isPartOfActivity).hasSize(7);
        assertThat(PLACES.values())
                .filteredOn(place -> place.node().narrativeOnlyReason() != null)
                .hasSize(2)
                .allMatch(place -> place.kind() == NodeKind.PRIORITY_AREA);
        assertThat(owing()).hasSize(89);
    }

    @Test
    void standsEachNodeWhereItMayStand() {
        assertThat(PLACES.values())
                .allMatch(place -> place.kind()
                        .mayStandUnder(
                                place.above() == null ? null : place.above().kind()))
                .allMatch(place ->
                        (place.kind() == NodeKind.INDICATOR) == (place.node().indicator() != null));
    }

    @Test
    void promisesWhatTheRealPlanPromised() {
        assertThat(targets(THIS_YEAR).collect(groupingBy(target -> TargetKind.valueOf(target.kind()), counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        TargetKind.AT_LEAST, 10L,
                        TargetKind.AT_MOST, 3L,
                        TargetKind.AGAINST_COMPARATOR, 11L,
                        TargetKind.INCREASE, 4L,
                        TargetKind.MAINTAIN, 3L,
                        TargetKind.MILESTONE, 1L,
                        TargetKind.REDUCE, 11L,
                        TargetKind.SET_BASELINE, 1L,
                        TargetKind.TO_BE_CONFIRMED, 1L,
                        TargetKind.TRACK, 8L));
        assertThat(targets(LAST_YEAR)).hasSize(53);
        assertThat(indicators().flatMap(indicator -> indicator.targets().stream()))
                .hasSize(106)
                .allMatch(target -> terms(target).isWhole())
                .allMatch(target -> !target.words().isBlank());
    }

    @Test
    void tellsThreeYearsOfWhateverHasAFigure() {
        assertThat(indicators().filter(indicator -> !indicator.figures().isEmpty()))
                .hasSize(45)
                .allSatisfy(indicator -> assertThat(indicator.figures().stream()
                                .map(figure -> Period.parse(figure.period()))
                                .filter(period -> period.kind() != PeriodKind.QUARTER))
                        .as(indicator.name())
                        .hasSizeGreaterThanOrEqualTo(3)
                        .doesNotHaveDuplicates());
    }

    @Test
    void readsEveryPeriodDeadlineAndTolerance() {
        List<String> periods = new ArrayList<>(List.of(PLAN.period()));
        List<String> tolerances = new ArrayList<>(List.of(PLAN.defaultTolerance()));
        indicators().forEach(indicator -> {
            indicator.figures().forEach(figure -> periods.add(figure.period()));
            indicator.targets().forEach(target -> {
                periods.add(target.planYear());
                periods.add(target.period());
                periods.addAll(target.interim().keySet());
                addIfThere(periods, target.baselinePeriod());
            });
            addIfThere(tolerances, indicator.tolerance());
        });
        PLAN.rounds().forEach(round -> periods.add(round.period()));
        // what the product stores and gives out again is the label
        assertThat(periods)
                .allSatisfy(words -> assertThat(Period.parse(words).label()).isEqualTo(words));
        assertThat(tolerances)
                .hasSize(3)
                .allMatch(words -> Tolerance.read(words).isPresent());

        List<String> deadlines = new ArrayList<>();
        PLACES.values().forEach(place -> addIfThere(deadlines, place.node().deadline()));
        items().forEach(item -> {
            addIfThere(deadlines, item.doneOn());
            addIfThere(deadlines, item.expected());
            addIfThere(deadlines, item.fixWhen());
        });
        assertThat(deadlines)
                .isNotEmpty()
                .allMatch(words -> Deadline.of(words).lastDay().isPresent());
    }

    @Test
    void saysNoYearAndNoRealPlaceInWordsThatStayAsTheyAre() {
        List<String> found = new ArrayList<>();
        look(read("plan.json", JsonNode.class), "plan", false, found);
        look(read("people.json", JsonNode.class), "people", false, found);
        assertThat(found).isEmpty();
    }

    // who answers for it

    @Test
    void namesOnlyUnitsAndCharacteristicsThatThereAre() {
        List<String> units = PLAN.units().stream().map(UnitEntry::name).toList();
        assertThat(units).doesNotHaveDuplicates();
        for (UnitEntry unit : PLAN.units()) {
            assertThat(UnitKind.valueOf(unit.kind())).isNotNull();
            if (unit.parent() != null) {
                assertThat(units.subList(0, units.indexOf(unit.name()))).contains(unit.parent());
            }
        }
        List<String> named = new ArrayList<>();
        addIfThere(named, PLAN.unit());
        PLACES.values().forEach(place -> {
            named.addAll(place.node().leads());
            addIfThere(named, place.node().reports());
        });
        PLAN.rounds().forEach(round -> round.returns().forEach(owed -> named.add(owed.unit())));
        meeting("Year-end").actions().forEach(action -> addIfThere(named, action.unit()));
        people().forEach(person -> person.roles().forEach(role -> addIfThere(named, role.unit())));
        assertThat(units).containsAll(named);

        assertThat(PLACES.values().stream()
                        .flatMap(place -> place.node().characteristics().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ProtectedCharacteristic.values())
                        .map(ProtectedCharacteristic::term)
                        .toList());
    }

    @Test
    void givesEveryReportingUnitAReturnAndAManager() {
        assertThat(owing()).allMatch(place -> place.reports() != null);
        Set<String> reporting = owing().stream()
                .map(place -> Objects.requireNonNull(place.reports()))
                .collect(Collectors.toSet());
        assertThat(PLAN.rounds())
                .hasSize(2)
                .allSatisfy(round -> assertThat(round.returns().stream().map(ReturnEntry::unit))
                        .containsExactlyInAnyOrderElementsOf(reporting));
        assertThat(people().stream()
                        .flatMap(person -> person.roles().stream())
                        .filter(role -> role.role() == Role.SERVICE_MANAGER)
                        .map(RoleEntry::unit))
                .containsExactlyInAnyOrderElementsOf(reporting);
    }

    @Test
    void showsSomebodyInEveryRoleThoseMostAskedForFirst() {
        assertThat(people().stream().map(PersonEntry::post).limit(5))
                .containsExactly(
                        "Secondary Standards and Inclusion Manager",
                        "Policy Officer",
                        "Chair, ECCA group",
                        "Director, Children, Schools and Families",
                        "Administrator");
        assertThat(people().stream().flatMap(person -> person.roles().stream()).map(RoleEntry::role))
                .contains(Role.values());
        assertThat(people().stream().map(PersonEntry::email))
                .doesNotHaveDuplicates()
                .allMatch(email -> email.endsWith("@wandle.example"));
    }

    // rounds and meetings

    @Test
    void showsReturnsInEveryState() {
        assertThat(round("Mid-year").returns().stream()
                        .collect(groupingBy(owed -> ReturnState.valueOf(owed.state()), counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ReturnState.NOT_STARTED, 2L,
                        ReturnState.DRAFT, 2L,
                        ReturnState.SUBMITTED, 4L,
                        ReturnState.SENT_BACK, 1L,
                        ReturnState.ACCEPTED, 3L));
        assertThat(round("Year-end").returns()).allMatch(owed -> owed.state().equals("ACCEPTED"));
    }

    @Test
    void putsEveryItemIntoTheReturnOfWhoeverReportsIt() {
        for (RoundEntry round : PLAN.rounds()) {
            List<String> seen = new ArrayList<>();
            for (ReturnEntry owed : round.returns()) {
                for (ItemEntry item : owed.items()) {
                    Place place = Objects.requireNonNull(PLACES.get(item.node()), item.node());
                    assertThat(place.owesUpdate()).as(item.node()).isTrue();
                    assertThat(place.reports()).as(item.node()).isEqualTo(owed.unit());
                    seen.add(item.node());
                }
                if (owed.submittedAt() != null) {
                    assertThat(owed.items()).as(owed.unit()).hasSize(owing(owed.unit()));
                }
            }
            assertThat(seen).doesNotHaveDuplicates();
        }
        assertThat(round("Mid-year").returns())
                .filteredOn(owed -> owed.state().equals("DRAFT"))
                .allMatch(owed -> owed.submittedAt() == null)
                .allMatch(owed -> !owed.items().isEmpty() && owed.items().size() < owing(owed.unit()));
    }

    @Test
    void sendsInNothingThatTheProductWouldRefuse() {
        assertThat(faults(round("Year-end"), LAST_YEAR)).isEmpty();
        assertThat(faults(round("Mid-year"), THIS_YEAR)).isEmpty();
    }

    @Test
    void returnsTheFiguresThatStandInTheSeries() {
        RoundEntry closed = round("Year-end");
        for (ReturnEntry owed : closed.returns()) {
            for (ItemEntry item : owed.items()) {
                Dossier dossier = dossier(item.node(), LAST_YEAR);
                Figure returned =
                        reading(item, dossier, closed, day(owed.submittedAt())).figure();
                Figure stored = dossier.series().outturns().stream()
                        .filter(figure -> dossier.setting().period() != null
                                && figure.period().equals(dossier.setting().period()))
                        .findFirst()
                        .orElse(null);
                assertThat(dossier.shown(returned)).as(item.node()).isEqualTo(dossier.shown(stored));
            }
        }
    }

    @Test
    void statesNoFigureThatItsOwnNumbersContradict() {
        indicators()
                .forEach(indicator -> indicator.figures().stream()
                        .filter(entry -> entry.denominator() != null || entry.betterOff() != null)
                        .forEach(entry -> assertThat(figure(entry)
                                        .valueIn(measure(indicator))
                                        .orElseThrow()
                                        .setScale(indicator.decimals(), RoundingMode.HALF_UP))
                                .as(indicator.name() + ", " + entry.period())
                                .isEqualByComparingTo(entry.value())));
    }

    @Test
    void standsAtTheSameStatusesWhenTheLastReturnCameAndWhenTheGroupMet() {
        assertThat(words(statuses("Year-end", LAST_YEAR, LocalDate.of(2014, 4, 24))))
                .isEqualTo(words(statuses("Year-end", LAST_YEAR, DAY_OF_THE_MEETING)));
    }

    @Test
    void isLively() {
        assertThat(mix(statuses("Year-end", LAST_YEAR, DAY_OF_THE_MEETING)))
                .containsOnlyKeys(Status.values())
                .allSatisfy(
                        (status, count) -> assertThat(count).as(status.words()).isBetween(5L, 45L));
        assertThat(mix(statuses("Mid-year", THIS_YEAR, IN_THE_OPEN_ROUND)))
                .containsOnlyKeys(Status.values())
                .allSatisfy(
                        (status, count) -> assertThat(count).as(status.words()).isBetween(5L, 45L));
    }

    @Test
    void settlesEveryItemAtTheMeetingOfTheClosedRound() {
        MeetingEntry meeting = meeting("Year-end");
        assertThat(meeting.agreements().stream().map(AgreementEntry::node))
                .containsExactlyElementsOf(
                        owing().stream().map(place -> place.node().key()).toList());
        assertThat(meeting.agreements())
                .filteredOn(agreement -> !agreement.together())
                .hasSizeBetween(11, 14)
                .allMatch(agreement -> agreement.decision() != null);
        Map<String, Assessment> then = statuses("Year-end", LAST_YEAR, DAY_OF_THE_MEETING);
        assertThat(meeting.agreements())
                .filteredOn(agreement -> agreement.agreed() != null)
                .hasSize(3)
                .allMatch(agreement -> agreement.reason() != null)
                .allMatch(agreement -> Status.valueOf(agreement.agreed())
                        != Objects.requireNonNull(then.get(agreement.node())).status());
        assertThat(meeting.actions())
                .hasSizeBetween(6, 7)
                .allMatch(action -> PLACES.containsKey(action.node()))
                .allMatch(action -> (action.outcome() == null) == (action.closedOn() == null))
                .anyMatch(action -> action.closedOn() == null)
                .anyMatch(action -> action.closedOn() != null);
        assertThat(meeting("Mid-year").agreements()).isEmpty();
    }

    // reading the document as the product does

    private static List<String> faults(RoundEntry round, String planYear) {
        List<String> faults = new ArrayList<>();
        for (ReturnEntry owed : round.returns()) {
            for (ItemEntry item : owed.items()) {
                LocalDate today = day(owed.submittedAt() == null ? owed.savedAt() : owed.submittedAt());
                reading(item, dossier(item.node(), planYear), round, today)
                        .faults()
                        .forEach(fault -> faults.add(item.node() + ": " + fault));
            }
        }
        return faults;
    }

    private static ItemReading reading(ItemEntry item, Dossier dossier, RoundEntry round, LocalDate today) {
        ItemWords words = new ItemWords(
                item.choice() == null ? null : Choice.valueOf(item.choice()),
                item.figure(),
                item.numerator(),
                item.denominator(),
                item.betterOff(),
                item.otherGroup(),
                item.provisional(),
                item.reportedStatus(),
                item.doneOn(),
                item.disagreement(),
                item.narrative(),
                item.expected(),
                item.noUpdateReason(),
                item.fixWhat(),
                item.fixWho(),
                item.fixWhen());
        return ItemReading.of(words, dossier, Period.parse(round.period()), today);
    }

    /** Where every item stands, by what was submitted in the round and in those before it. */
    private static Map<String, Assessment> statuses(String name, String planYear, LocalDate asOf) {
        RoundEntry asked = round(name);
        Map<String, Reported> said = new LinkedHashMap<>();
        Map<String, Figure> sent = new LinkedHashMap<>();
        for (RoundEntry round : PLAN.rounds().subList(0, PLAN.rounds().indexOf(asked) + 1)) {
            for (ReturnEntry owed : round.returns()) {
                if (owed.submittedAt() == null) {
                    continue;
                }
                for (ItemEntry item : owed.items()) {
                    ItemReading reading = reading(item, dossier(item.node(), planYear), round, day(owed.submittedAt()));
                    if (reading.reported() != null) {
                        said.put(item.node(), reading.reported());
                    }
                    // the figures of a closed round stand in the series
                    if (reading.figure() != null && round.state().equals("OPEN")) {
                        sent.put(item.node(), reading.figure());
                    }
                }
            }
        }
        Map<String, Assessment> statuses = new LinkedHashMap<>();
        for (Place place : owing()) {
            String key = place.node().key();
            Dossier dossier = dossier(key, planYear);
            Figure figure = sent.get(key);
            statuses.put(
                    key,
                    (figure == null ? dossier : dossier.with(figure))
                            .with(said.get(key))
                            .assess(asOf));
        }
        return statuses;
    }

    private static Map<Status, Long> mix(Map<String, Assessment> statuses) {
        return statuses.values().stream()
                .collect(groupingBy(Assessment::status, () -> new EnumMap<>(Status.class), counting()));
    }

    private static Map<String, String> words(Map<String, Assessment> statuses) {
        Map<String, String> words = new LinkedHashMap<>();
        statuses.forEach(
                (node, assessment) -> words.put(node, assessment.status() + " " + assessment.notRatedReason()));
        return words;
    }

    private static Dossier dossier(String key, String planYear) {
        NodeEntry node = Objects.requireNonNull(PLACES.get(key), key).node();
        NodeKind kind = NodeKind.valueOf(node.kind());
        Deadline deadline = Deadline.of(node.deadline());
        LocalDate lastDay = deadline.lastDay().orElse(null);
        NodeId id = new NodeId(UUID.randomUUID());
        Tolerance tolerance = Tolerance.parse(PLAN.defaultTolerance());
        IndicatorEntry entry = node.indicator();
        if (entry == null) {
            Target target = kind == NodeKind.ACTIVITY ? new Target.Milestone() : new Target.Narrative();
            return new Dossier(
                    id,
                    kind,
                    node.title(),
                    deadline,
                    null,
                    null,
                    Measure.inWords(node.title()),
                    TargetSetting.of(deadline.words(), target, null).withDeadline(lastDay),
                    Series.empty(),
                    tolerance,
                    null,
                    null);
        }
        TargetEntry target = entry.targets().stream()
                .filter(one -> one.planYear().equals(planYear))
                .findFirst()
                .orElseThrow();
        return new Dossier(
                id,
                kind,
                node.title(),
                deadline,
                new IndicatorId(UUID.randomUUID()),
                new TargetId(UUID.randomUUID()),
                measure(entry),
                setting(entry, target).withDeadline(lastDay),
                series(entry),
                entry.tolerance() == null ? tolerance : Tolerance.parse(entry.tolerance()),
                entry.maximum(),
                null);
    }

    private static Measure measure(IndicatorEntry entry) {
        return new Measure(
                entry.name(),
                entry.unitOfMeasure(),
                entry.decimals(),
                Polarity.valueOf(entry.polarity()),
                ValueKind.valueOf(entry.valueKind()),
                Basis.valueOf(entry.basis()),
                Frequency.valueOf(entry.frequency()),
                entry.seasonal(),
                entry.comparator(),
                entry.gap() == null
                        ? null
                        : new GapGroups(entry.gap().betterOff(), entry.gap().other()),
                entry.triggerMonths());
    }

    private static TargetSetting setting(IndicatorEntry entry, TargetEntry target) {
        Figure baseline = entry.figures().stream()
                .filter(figure -> figure.period().equals(target.baselinePeriod()))
                .map(DemonstrationContentTests::figure)
                .findFirst()
                .orElse(null);
        assertThat(baseline != null).as("Baseline of " + entry.name()).isEqualTo(target.baselinePeriod() != null);
        Map<Period, BigDecimal> interim = new LinkedHashMap<>();
        target.interim().forEach((period, value) -> interim.put(Period.parse(period), value));
        return new TargetSetting(
                target.words(),
                terms(target).toTarget(),
                Period.parse(target.period()),
                baseline,
                interim,
                null,
                target.expectedFrom());
    }

    private static TargetTerms terms(TargetEntry target) {
        return new TargetTerms(
                TargetKind.valueOf(target.kind()),
                target.value(),
                target.high(),
                target.changeAmount(),
                target.changeUnit() == null ? null : ChangeUnit.valueOf(target.changeUnit()),
                target.relation() == null ? null : Relation.valueOf(target.relation()),
                null,
                target.comparatorValue(),
                target.yearOnYear());
    }

    private static Series series(IndicatorEntry entry) {
        List<Figure> outturns = new ArrayList<>();
        List<ComparatorFigure> comparators = new ArrayList<>();
        entry.figures().forEach(figure -> outturns.add(figure(figure)));
        PLAN.comparators().stream()
                .filter(other -> entry.comparedWith().contains(other.key()))
                .forEach(other -> other.figures()
                        .forEach(release -> comparators.add(new ComparatorFigure(
                                other.whose(), Period.parse(release.period()), release.value(), release.enteredOn()))));
        return new Series(outturns, comparators);
    }

    private static Figure figure(FigureEntry entry) {
        return new Figure(
                Period.parse(entry.period()),
                entry.value(),
                entry.words(),
                entry.numerator(),
                entry.denominator(),
                entry.betterOff(),
                entry.other(),
                FigureState.valueOf(entry.state()),
                entry.enteredOn());
    }

    // walking the document

    private static <T> T read(String file, Class<T> type) {
        try (InputStream json = DemonstrationContentTests.class.getResourceAsStream("/demonstration/" + file)) {
            return JSON.readValue(json, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        PLAN.nodes().forEach(node -> put(node, null, places));
        return places;
    }

    private static void put(NodeEntry node, @Nullable Place above, Map<String, Place> places) {
        String reports = node.reports() != null || above == null ? node.reports() : above.reports();
        Place place = new Place(node, above, reports);
        assertThat(places.put(node.key(), place)).as("Twice: " + node.key()).isNull();
        node.children().forEach(child -> put(child, place, places));
    }

    private static void look(JsonNode json, String path, boolean moved, List<String> found) {
        if (json.isObject()) {
            json.properties()
                    .forEach(entry -> look(
                            entry.getValue(),
                            path + "/" + entry.getKey(),
                            moved || MOVED.contains(entry.getKey()),
                            found));
        } else if (json.isArray()) {
            json.forEach(one -> look(one, path, moved, found));
        } else if (json.isString()) {
            String words = json.asString();
            if (REAL_PLACE.matcher(words).find()
                    || (!moved && YEAR.matcher(words).find())) {
                found.add(path + ": " + words);
            }
        }
    }

    private static RoundEntry round(String name) {
        return PLAN.rounds().stream()
                .filter(round -> round.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MeetingEntry meeting(String round) {
        return Objects.requireNonNull(round(round).meeting());
    }

    private static List<Place> owing() {
        return PLACES.values().stream().filter(Place::owesUpdate).toList();
    }

    private static int owing(String unit) {
        return (int)
                owing().stream().filter(place -> unit.equals(place.reports())).count();
    }

    private static Stream<IndicatorEntry> indicators() {
        return PLACES.values().stream().map(place -> place.node().indicator()).filter(Objects::nonNull);
    }

    private static Stream<TargetEntry> targets(String planYear) {
        return indicators()
                .flatMap(indicator -> indicator.targets().stream())
                .filter(target -> target.planYear().equals(planYear));
    }

    private static Stream<ItemEntry> items() {
        return PLAN.rounds().stream().flatMap(round -> round.returns().stream()).flatMap(owed -> owed.items().stream());
    }

    private static List<PersonEntry> people() {
        return read("people.json", People.class).people();
    }

    private static LocalDate day(@Nullable Instant at) {
        return Objects.requireNonNull(at).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static void addIfThere(List<String> list, @Nullable String words) {
        if (words != null) {
            list.add(words);
        }
    }
}
