package org.dueregard.exchange;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dueregard.access.Role;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;
import org.dueregard.exchange.PlanContent.PersonEntry;
import org.dueregard.exchange.PlanContent.Place;
import org.dueregard.exchange.PlanContent.RoleEntry;
import org.dueregard.exchange.PlanDocument.AgreementEntry;
import org.dueregard.exchange.PlanDocument.ItemEntry;
import org.dueregard.exchange.PlanDocument.MeetingEntry;
import org.dueregard.exchange.PlanDocument.ReturnEntry;
import org.dueregard.exchange.PlanDocument.RoundEntry;
import org.dueregard.exchange.PlanDocument.UnitEntry;
import org.dueregard.indicator.Assessment;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.Status;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.Tolerance;
import org.dueregard.organisation.UnitKind;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.ProtectedCharacteristic;
import org.dueregard.reporting.ReturnState;
import org.junit.jupiter.api.Test;

/** Holds the demonstration council's plan together: what it must contain, and that none of it contradicts the rest. */
class DemonstrationContentTests {

    private static final PlanContent CONTENT = PlanContent.of("plan.json");
    private static final PlanDocument PLAN = CONTENT.document();
    private static final Map<String, Place> PLACES = CONTENT.places();

    private static final String LAST_YEAR = "2013/14";
    private static final String THIS_YEAR = "2014/15";
    private static final LocalDate DAY_OF_THE_MEETING = LocalDate.of(2014, 6, 18);
    private static final LocalDate IN_THE_OPEN_ROUND = LocalDate.of(2014, 11, 20);

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
        assertThat(CONTENT.owing()).hasSize(89);
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
        assertThat(CONTENT.targets(THIS_YEAR)
                        .collect(groupingBy(target -> TargetKind.valueOf(target.kind()), counting())))
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
        assertThat(CONTENT.targets(LAST_YEAR)).hasSize(53);
        assertThat(CONTENT.indicators().flatMap(indicator -> indicator.targets().stream()))
                .hasSize(106)
                .allMatch(target -> PlanContent.terms(target).isWhole())
                .allMatch(target -> !target.words().isBlank());
    }

    @Test
    void tellsThreeYearsOfWhateverHasAFigure() {
        assertThat(CONTENT.indicators().filter(indicator -> !indicator.figures().isEmpty()))
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
        CONTENT.indicators().forEach(indicator -> {
            indicator.figures().forEach(figure -> periods.add(figure.period()));
            indicator.targets().forEach(target -> {
                periods.add(target.planYear());
                periods.add(target.period());
                periods.addAll(target.interim().keySet());
                PlanContent.addIfThere(periods, target.baselinePeriod());
            });
            PlanContent.addIfThere(tolerances, indicator.tolerance());
        });
        PLAN.rounds().forEach(round -> periods.add(round.period()));
        // what the product stores and gives out again is the label
        assertThat(periods)
                .allSatisfy(words -> assertThat(Period.parse(words).label()).isEqualTo(words));
        assertThat(tolerances)
                .hasSize(3)
                .allMatch(words -> Tolerance.read(words).isPresent());

        List<String> deadlines = new ArrayList<>();
        PLACES.values()
                .forEach(place -> PlanContent.addIfThere(deadlines, place.node().deadline()));
        CONTENT.items().forEach(item -> {
            PlanContent.addIfThere(deadlines, item.doneOn());
            PlanContent.addIfThere(deadlines, item.expected());
            PlanContent.addIfThere(deadlines, item.fixWhen());
        });
        assertThat(deadlines)
                .isNotEmpty()
                .allMatch(words -> Deadline.of(words).lastDay().isPresent());
    }

    @Test
    void saysNoYearAndNoRealPlaceInWordsThatStayAsTheyAre() {
        assertThat(PlanContent.namesAndYears("plan.json")).isEmpty();
        assertThat(PlanContent.namesAndYears("people.json")).isEmpty();
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
        PlanContent.addIfThere(named, PLAN.unit());
        PLACES.values().forEach(place -> {
            named.addAll(place.node().leads());
            PlanContent.addIfThere(named, place.node().reports());
        });
        PLAN.rounds().forEach(round -> round.returns().forEach(owed -> named.add(owed.unit())));
        CONTENT.meeting("Year-end").actions().forEach(action -> PlanContent.addIfThere(named, action.unit()));
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
        assertThat(CONTENT.owing()).allMatch(place -> place.reports() != null);
        Set<String> reporting = CONTENT.owing().stream()
                .map(place -> Objects.requireNonNull(place.reports()))
                .collect(Collectors.toSet());
        assertThat(PLAN.rounds())
                .hasSize(2)
                .allSatisfy(round -> assertThat(round.returns().stream().map(ReturnEntry::unit))
                        .containsExactlyInAnyOrderElementsOf(reporting));
        assertThat(PlanContent.managed()).containsAll(reporting);
    }

    @Test
    void showsSomebodyInEveryRoleThoseMostAskedForFirst() {
        assertThat(PlanContent.people().stream().map(PersonEntry::post).limit(5))
                .containsExactly(
                        "Secondary Standards and Inclusion Manager",
                        "Policy Officer",
                        "Chair, ECCA group",
                        "Director, Children, Schools and Families",
                        "Administrator");
        assertThat(PlanContent.people().stream()
                        .flatMap(person -> person.roles().stream())
                        .map(RoleEntry::role))
                .contains(Role.values());
        assertThat(PlanContent.people().stream().map(PersonEntry::email))
                .doesNotHaveDuplicates()
                .allMatch(email -> email.endsWith("@wandle.example"));
    }

    // rounds and meetings

    @Test
    void showsReturnsInEveryState() {
        assertThat(CONTENT.round("Mid-year").returns().stream()
                        .collect(groupingBy(owed -> ReturnState.valueOf(owed.state()), counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ReturnState.NOT_STARTED, 2L,
                        ReturnState.DRAFT, 2L,
                        ReturnState.SUBMITTED, 4L,
                        ReturnState.SENT_BACK, 1L,
                        ReturnState.ACCEPTED, 3L));
        assertThat(CONTENT.round("Year-end").returns())
                .allMatch(owed -> owed.state().equals("ACCEPTED"));
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
                    assertThat(owed.items()).as(owed.unit()).hasSize(CONTENT.owing(owed.unit()));
                }
            }
            assertThat(seen).doesNotHaveDuplicates();
        }
        assertThat(CONTENT.round("Mid-year").returns())
                .filteredOn(owed -> owed.state().equals("DRAFT"))
                .allMatch(owed -> owed.submittedAt() == null)
                .allMatch(owed -> !owed.items().isEmpty() && owed.items().size() < CONTENT.owing(owed.unit()));
    }

    @Test
    void sendsInNothingThatTheProductWouldRefuse() {
        assertThat(CONTENT.faults(CONTENT.round("Year-end"), LAST_YEAR)).isEmpty();
        assertThat(CONTENT.faults(CONTENT.round("Mid-year"), THIS_YEAR)).isEmpty();
    }

    @Test
    void returnsTheFiguresThatStandInTheSeries() {
        RoundEntry closed = CONTENT.round("Year-end");
        for (ReturnEntry owed : closed.returns()) {
            for (ItemEntry item : owed.items()) {
                Dossier dossier = CONTENT.dossier(item.node(), LAST_YEAR);
                Figure returned = PlanContent.reading(item, dossier, closed, PlanContent.day(owed.submittedAt()))
                        .figure();
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
        CONTENT.indicators()
                .forEach(indicator -> indicator.figures().stream()
                        .filter(entry -> entry.denominator() != null || entry.betterOff() != null)
                        .forEach(entry -> assertThat(PlanContent.figure(entry)
                                        .valueIn(PlanContent.measure(indicator))
                                        .orElseThrow()
                                        .setScale(indicator.decimals(), RoundingMode.HALF_UP))
                                .as(indicator.name() + ", " + entry.period())
                                .isEqualByComparingTo(entry.value())));
    }

    @Test
    void standsAtTheSameStatusesWhenTheLastReturnCameAndWhenTheGroupMet() {
        assertThat(PlanContent.words(CONTENT.statuses("Year-end", LAST_YEAR, LocalDate.of(2014, 4, 24))))
                .isEqualTo(PlanContent.words(CONTENT.statuses("Year-end", LAST_YEAR, DAY_OF_THE_MEETING)));
    }

    @Test
    void isLively() {
        assertThat(PlanContent.mix(CONTENT.statuses("Year-end", LAST_YEAR, DAY_OF_THE_MEETING)))
                .containsOnlyKeys(Status.values())
                .allSatisfy(
                        (status, count) -> assertThat(count).as(status.words()).isBetween(5L, 45L));
        assertThat(PlanContent.mix(CONTENT.statuses("Mid-year", THIS_YEAR, IN_THE_OPEN_ROUND)))
                .containsOnlyKeys(Status.values())
                .allSatisfy(
                        (status, count) -> assertThat(count).as(status.words()).isBetween(5L, 45L));
    }

    @Test
    void settlesEveryItemAtTheMeetingOfTheClosedRound() {
        MeetingEntry meeting = CONTENT.meeting("Year-end");
        assertThat(meeting.agreements().stream().map(AgreementEntry::node))
                .containsExactlyElementsOf(CONTENT.owing().stream()
                        .map(place -> place.node().key())
                        .toList());
        assertThat(meeting.agreements())
                .filteredOn(agreement -> !agreement.together())
                .hasSizeBetween(11, 14)
                .allMatch(agreement -> agreement.decision() != null);
        Map<String, Assessment> then = CONTENT.statuses("Year-end", LAST_YEAR, DAY_OF_THE_MEETING);
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
        assertThat(CONTENT.meeting("Mid-year").agreements()).isEmpty();
    }
}
