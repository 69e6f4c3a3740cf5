package org.dueregard.exchange;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;
import org.dueregard.exchange.PlanContent.Place;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.IndicatorEntry;
import org.dueregard.exchange.PlanDocument.ItemEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.ReturnEntry;
import org.dueregard.exchange.PlanDocument.RoundEntry;
import org.dueregard.exchange.PlanDocument.UnitEntry;
import org.dueregard.indicator.Assessment;
import org.dueregard.indicator.Caveat;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.Frequency;
import org.dueregard.indicator.Status;
import org.dueregard.indicator.TargetKind;
import org.dueregard.organisation.UnitKind;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.ProtectedCharacteristic;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ItemReading;
import org.dueregard.reporting.ReturnState;
import org.junit.jupiter.api.Test;

/** Holds together the objectives for several years that the demonstration council has beside its action plan. */
class ObjectivesContentTests {

    private static final PlanContent CONTENT = PlanContent.of("objectives.json");
    private static final PlanDocument PLAN = CONTENT.document();
    private static final Map<String, Place> PLACES = CONTENT.places();

    private static final RoundEntry FIRST = PLAN.rounds().get(0);
    private static final RoundEntry SECOND = PLAN.rounds().get(1);
    private static final RoundEntry OPEN = PLAN.rounds().get(2);
    private static final LocalDate IN_THE_OPEN_ROUND = LocalDate.of(2014, 11, 20);
    private static final YearMonth NEWEST = YearMonth.of(2014, 9);

    // what it contains

    @Test
    void hasTheStructureOfTheRealList() {
        assertThat(PLACES.values().stream().collect(groupingBy(Place::kind, counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        NodeKind.OBJECTIVE, 8L,
                        NodeKind.INDICATOR_GROUP, 2L,
                        // 23 in the real list, and training by team: 14 teams in 3 divisions
                        NodeKind.INDICATOR, 23L + 17));
        assertThat(PLACES.values())
                .allMatch(place -> place.kind()
                        .mayStandUnder(
                                place.above() == null ? null : place.above().kind()));
        assertThat(Period.parse(PLAN.period()).months()).isEqualTo(48);
    }

    @Test
    void promisesWhatTheRealListPromised() {
        Predicate<Place> part = place -> place.above() != null && place.above().kind() == NodeKind.INDICATOR;
        assertThat(PLACES.values().stream()
                        .filter(place -> place.kind() == NodeKind.INDICATOR)
                        .filter(part.negate())
                        .map(place -> target(place.node(), "2013/14"))
                        .collect(groupingBy(kind -> kind, counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        TargetKind.TO_BE_CONFIRMED, 6L,
                        TargetKind.NOT_STATED, 5L,
                        TargetKind.TRACK, 9L,
                        TargetKind.MAINTAIN, 1L,
                        TargetKind.INCREASE, 1L,
                        TargetKind.AT_LEAST, 1L));
        assertThat(CONTENT.indicators().flatMap(indicator -> indicator.targets().stream()))
                .allMatch(target -> PlanContent.terms(target).isWhole())
                .allMatch(target -> !target.words().isBlank());
    }

    private static TargetKind target(NodeEntry node, String year) {
        LocalDate day = Period.parse(year).lastDay();
        return Objects.requireNonNull(node.indicator()).targets().stream()
                .filter(target -> Period.parse(target.planYear()).contains(day))
                .map(target -> TargetKind.valueOf(target.kind()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsSmallCohorts() {
        List<String> told = new ArrayList<>();
        indicator("grt-english").figures().forEach(figure -> told.add(share(figure)));
        told.add(item(OPEN, "grt-english").numerator() + " of "
                + item(OPEN, "grt-english").denominator());
        assertThat(told).containsExactly("0 of 3", "1 of 8", "4 of 7");
        Assessment assessment = assessed(OPEN, "lac-ks4", IN_THE_OPEN_ROUND);
        assertThat(assessment.has(Caveat.Kind.SMALL_COHORT)).isTrue();
    }

    private static String share(FigureEntry figure) {
        return figure.numerator() + " of " + figure.denominator();
    }

    @Test
    void dropsAnObjectiveForAnother() {
        assertThat(PLAN.nodes())
                .filteredOn(node -> node.retired() != null)
                .singleElement()
                .satisfies(node -> {
                    PlanDocument.Retirement retired = Objects.requireNonNull(node.retired());
                    assertThat(retired.because()).isNotBlank();
                    Place successor = Objects.requireNonNull(PLACES.get(Objects.requireNonNull(retired.replacedBy())));
                    assertThat(successor.kind()).isEqualTo(NodeKind.OBJECTIVE);
                    assertThat(successor.isRetired()).isFalse();
                });
        Set<String> retired = PLACES.values().stream()
                .filter(place -> place.isRetired() && place.owesUpdate())
                .map(place -> place.node().key())
                .collect(toSet());
        assertThat(retired).hasSize(3);
        assertThat(items(FIRST).map(ItemEntry::node)).containsAll(retired);
        assertThat(Stream.concat(items(SECOND), items(OPEN)).map(ItemEntry::node))
                .doesNotContainAnyElementsOf(retired);
    }

    @Test
    void saysWhyThereIsNoUpdateForThreeObjectives() {
        List<ItemEntry> missing = items(SECOND)
                .filter(item -> Choice.NO_UPDATE.name().equals(item.choice()))
                .toList();
        assertThat(missing.stream().map(ItemEntry::noUpdateReason))
                .hasSize(13)
                .doesNotHaveDuplicates()
                .allMatch(reason -> reason != null && !reason.isBlank());
        assertThat(missing.stream().map(item -> objective(item.node())).collect(toSet()))
                .containsExactlyInAnyOrder("o-dv", "o-bullying", "o-details")
                .allSatisfy(objective -> assertThat(items(SECOND)
                                .filter(item -> objective(item.node()).equals(objective))
                                .map(ItemEntry::choice))
                        .containsOnly(Choice.NO_UPDATE.name()));
    }

    private static String objective(String key) {
        Place place = Objects.requireNonNull(PLACES.get(key));
        return place.above() == null ? key : objective(place.above().node().key());
    }

    @Test
    void addsUpWhoWasTrainedByTeam() {
        Place whole = Objects.requireNonNull(PLACES.get("training"));
        assertThat(whole.node().children()).hasSize(3);
        assertAddsUp(whole.node());
        whole.node().children().forEach(ObjectivesContentTests::assertAddsUp);
        // the parts that are given in for the open round, and what they come to
        assertThat(List.of("training-social-care", "training-commissioning")).allSatisfy(division -> {
            List<ItemEntry> teams = Objects.requireNonNull(PLACES.get(division)).node().children().stream()
                    .map(team -> item(OPEN, team.key()))
                    .toList();
            assertThat(sum(teams, ItemEntry::numerator))
                    .isEqualTo(number(item(OPEN, division).numerator()));
            assertThat(sum(teams, ItemEntry::denominator))
                    .isEqualTo(number(item(OPEN, division).denominator()));
        });
    }

    private static void assertAddsUp(NodeEntry node) {
        List<FigureEntry> figures = Objects.requireNonNull(node.indicator()).figures();
        assertThat(figures).hasSize(2);
        for (int i = 0; i < figures.size(); i++) {
            int year = i;
            List<FigureEntry> parts = node.children().stream()
                    .map(part ->
                            Objects.requireNonNull(part.indicator()).figures().get(year))
                    .toList();
            FigureEntry figure = figures.get(i);
            assertThat(parts).allMatch(part -> part.period().equals(figure.period()));
            assertThat(parts.stream()
                            .mapToInt(part ->
                                    Objects.requireNonNull(part.numerator()).intValue())
                            .sum())
                    .as(node.key())
                    .isEqualTo(Objects.requireNonNull(figure.numerator()).intValue());
            assertThat(parts.stream()
                            .mapToInt(part ->
                                    Objects.requireNonNull(part.denominator()).intValue())
                            .sum())
                    .as(node.key())
                    .isEqualTo(Objects.requireNonNull(figure.denominator()).intValue());
        }
    }

    private static int sum(List<ItemEntry> items, java.util.function.Function<ItemEntry, String> part) {
        return items.stream().map(part).mapToInt(ObjectivesContentTests::number).sum();
    }

    private static int number(@org.jspecify.annotations.Nullable String typed) {
        return Integer.parseInt(Objects.requireNonNull(typed));
    }

    // the domestic abuse framework

    @Test
    void keepsThreeYearsOfMonthsForTheFramework() {
        List<NodeEntry> framework =
                Objects.requireNonNull(PLACES.get("o-dv")).node().children();
        assertThat(framework.stream().map(NodeEntry::reference))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 11).mapToObj(String::valueOf).toList());
        assertThat(framework).allSatisfy(node -> {
            IndicatorEntry indicator = Objects.requireNonNull(node.indicator());
            assertThat(indicator.frequency()).isEqualTo(Frequency.MONTHLY.name());
            assertThat(indicator.figures().stream().map(FigureEntry::period))
                    .containsExactlyElementsOf(IntStream.range(0, 42)
                            .mapToObj(month -> Period.month(NEWEST.minusMonths(41L - month))
                                    .label())
                            .toList());
            assertThat(node.leads()).isNotEmpty();
        });
        assertThat(framework.stream()
                        .map(node -> unit(Objects.requireNonNull(node.reports())))
                        .filter(unit -> unit.kind().equals(UnitKind.EXTERNAL_BODY.name()))
                        .map(UnitEntry::name)
                        .distinct())
                .hasSize(5);
    }

    /** Worked out here by hand, and not by the rule, which is held to the same in the next test. */
    @Test
    void putsExactlyThreeBeyondTheirTrigger() {
        Map<String, Boolean> beyond = watched()
                .collect(toMap(
                        node -> Objects.requireNonNull(node.reference()),
                        node -> isBeyond(node, ObjectivesContentTests::twoDeviations)));
        assertThat(beyond)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("4", false, "5", true, "6", true, "7", false, "9", true, "10", false));
        // one cries wolf by the moving range, and one is seen by that alone
        Map<String, Boolean> outside = watched()
                .collect(toMap(
                        node -> Objects.requireNonNull(node.reference()),
                        node -> isBeyond(node, ObjectivesContentTests::movingRange)));
        assertThat(outside)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("4", false, "5", false, "6", true, "7", true, "9", true, "10", false));
    }

    @Test
    void firesByTheRuleWhatLiesBeyond() {
        assertThat(watched().toList()).allSatisfy(node -> {
            Assessment assessment = CONTENT.dossier(node.key(), "2014/15").assess(IN_THE_OPEN_ROUND);
            assertThat(assessment.fires())
                    .as(node.key())
                    .isEqualTo(isBeyond(node, ObjectivesContentTests::twoDeviations));
            assertThat(Objects.requireNonNull(assessment.xmr()).inside())
                    .as(node.key())
                    .isEqualTo(!isBeyond(node, ObjectivesContentTests::movingRange));
        });
    }

    private static Stream<NodeEntry> watched() {
        return Objects.requireNonNull(PLACES.get("o-dv")).node().children().stream()
                .filter(node -> Objects.requireNonNull(node.indicator()).triggerMonths() != null);
    }

    private static boolean isBeyond(NodeEntry node, java.util.function.ToDoubleFunction<List<Double>> reach) {
        IndicatorEntry indicator = Objects.requireNonNull(node.indicator());
        List<Double> values = indicator.figures().stream()
                .map(figure -> figure.denominator() == null
                        ? Objects.requireNonNull(figure.value()).doubleValue()
                        : 100
                                * Objects.requireNonNull(figure.numerator()).doubleValue()
                                / figure.denominator().doubleValue())
                .toList();
        int window = Objects.requireNonNull(indicator.triggerMonths());
        List<Double> before = values.subList(values.size() - 1 - window, values.size() - 1);
        double newest = Math.round(values.get(values.size() - 1));
        return Math.abs(newest - mean(before)) > reach.applyAsDouble(before);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private static double twoDeviations(List<Double> values) {
        double mean = mean(values);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return 2 * Math.sqrt(squares / (values.size() - 1));
    }

    private static double movingRange(List<Double> values) {
        return 2.66
                * IntStream.range(1, values.size())
                        .mapToDouble(i -> Math.abs(values.get(i) - values.get(i - 1)))
                        .average()
                        .orElseThrow();
    }

    @Test
    void isAskedForTheLastMonthOfARoundWhereThereIsAFigureEveryMonth() {
        Period halfYear = Period.parse("Quarter 2 2014/15");
        assertThat(ItemReading.figurePeriod(CONTENT.dossier("dv-incidents", "2014/15"), halfYear))
                .isEqualTo(Period.parse("September 2014"));
        assertThat(ItemReading.figurePeriod(CONTENT.dossier("dv-incidents", "2014/15"), Period.parse("2013/14")))
                .isEqualTo(Period.parse("March 2014"));
        assertThat(ItemReading.figurePeriod(CONTENT.dossier("training", "2014/15"), halfYear))
                .isEqualTo(halfYear);
        assertThat(ItemReading.figurePeriod(CONTENT.dossier("grt-both", "2014/15"), halfYear))
                .isEqualTo(Period.parse("2013/14 academic year"));
    }

    // what holds for any document

    @Test
    void readsEveryPeriod() {
        List<String> periods = new ArrayList<>(List.of(PLAN.period()));
        CONTENT.indicators().forEach(indicator -> {
            indicator.figures().forEach(figure -> periods.add(figure.period()));
            indicator.targets().forEach(target -> {
                periods.add(target.planYear());
                periods.add(target.period());
                PlanContent.addIfThere(periods, target.baselinePeriod());
            });
        });
        PLAN.comparators().forEach(other -> other.figures().forEach(figure -> periods.add(figure.period())));
        PLAN.rounds().forEach(round -> periods.add(round.period()));
        assertThat(periods)
                .allSatisfy(words -> assertThat(Period.parse(words).label()).isEqualTo(words));
        assertThat(periods.stream().map(words -> Period.parse(words).kind()))
                .contains(PeriodKind.MONTH, PeriodKind.ACADEMIC_YEAR, PeriodKind.POOLED_FINANCIAL_YEARS);
    }

    @Test
    void saysNoYearAndNoRealPlaceInWordsThatStayAsTheyAre() {
        assertThat(PlanContent.namesAndYears("objectives.json")).isEmpty();
    }

    @Test
    void namesOnlyUnitsAndCharacteristicsThatThereAre() {
        List<String> units = PLAN.units().stream().map(UnitEntry::name).toList();
        assertThat(units).doesNotHaveDuplicates();
        assertThat(PLAN.units())
                .filteredOn(unit -> unit.parent() != null)
                .allSatisfy(unit ->
                        assertThat(units.subList(0, units.indexOf(unit.name()))).contains(unit.parent()));
        assertThat(PLAN.units())
                .filteredOn(unit -> unit.kind().equals(UnitKind.EXTERNAL_BODY.name()))
                .hasSize(5)
                .allMatch(unit -> unit.parent() == null);
        List<String> named = new ArrayList<>();
        PLACES.values().forEach(place -> {
            named.addAll(place.node().leads());
            PlanContent.addIfThere(named, place.reports());
        });
        PLAN.rounds().forEach(round -> round.returns().forEach(owed -> named.add(owed.unit())));
        assertThat(units).containsAll(named);
        assertThat(Stream.of(ProtectedCharacteristic.values()).map(ProtectedCharacteristic::term))
                .containsAll(PLACES.values().stream()
                        .flatMap(place -> place.node().characteristics().stream())
                        .toList());
    }

    @Test
    void knowsUnitsOfBothPlansByTheSameNamesAndPlaces() {
        Map<String, UnitEntry> others =
                PlanContent.of("plan.json").document().units().stream().collect(toMap(UnitEntry::name, unit -> unit));
        assertThat(PLAN.units())
                .filteredOn(unit -> others.containsKey(unit.name()))
                .hasSizeGreaterThan(5)
                .allSatisfy(unit -> assertThat(unit).isEqualTo(others.get(unit.name())));
    }

    @Test
    void givesEveryReportingUnitAReturnAndAManager() {
        Set<String> reporting = PLACES.values().stream()
                .filter(place -> place.owesUpdate() && !place.isRetired())
                .map(place -> Objects.requireNonNull(place.reports()))
                .collect(toSet());
        assertThat(List.of(SECOND, OPEN))
                .allSatisfy(round -> assertThat(round.returns().stream().map(ReturnEntry::unit))
                        .containsExactlyInAnyOrderElementsOf(reporting));
        Set<String> all = PlanContent.of("plan.json").owing().stream()
                .map(place -> Objects.requireNonNull(place.reports()))
                .collect(toSet());
        all.addAll(reporting);
        assertThat(PlanContent.managed()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void showsReturnsInEveryState() {
        assertThat(OPEN.returns().stream().collect(groupingBy(owed -> ReturnState.valueOf(owed.state()), counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ReturnState.NOT_STARTED, 2L,
                        ReturnState.DRAFT, 1L,
                        ReturnState.SUBMITTED, 3L,
                        ReturnState.SENT_BACK, 1L,
                        ReturnState.ACCEPTED, 3L));
        assertThat(Stream.of(FIRST, SECOND).flatMap(round -> round.returns().stream()))
                .allMatch(owed -> owed.state().equals("ACCEPTED"));
        assertThat(OPEN.returns()).anyMatch(ReturnEntry::onBehalf);
    }

    @Test
    void putsEveryItemIntoTheReturnOfWhoeverReportsIt() {
        for (RoundEntry round : PLAN.rounds()) {
            List<String> seen = new ArrayList<>();
            for (ReturnEntry owed : round.returns()) {
                for (ItemEntry item : owed.items()) {
                    Place place = Objects.requireNonNull(PLACES.get(item.node()), item.node());
                    assertThat(place.reports()).as(item.node()).isEqualTo(owed.unit());
                    seen.add(item.node());
                }
                long owing = PLACES.values().stream()
                        .filter(place -> place.owesUpdate() && !place.isRetired())
                        .filter(place -> owed.unit().equals(place.reports()))
                        .count();
                if (owed.submittedAt() != null && round != FIRST) {
                    assertThat(owed.items()).as(owed.unit()).hasSize((int) owing);
                } else if (round == OPEN) {
                    assertThat(owed.items()).as(owed.unit()).hasSizeLessThan((int) owing);
                }
            }
            assertThat(seen).doesNotHaveDuplicates();
        }
        assertThat(items(FIRST)).hasSize(26);
        assertThat(items(SECOND)).hasSize(37);
    }

    @Test
    void sendsInNothingThatTheProductWouldRefuse() {
        assertThat(CONTENT.faults(FIRST, "2012/13")).isEmpty();
        assertThat(CONTENT.faults(SECOND, "2013/14")).isEmpty();
        assertThat(CONTENT.faults(OPEN, "2014/15")).isEmpty();
    }

    @Test
    void returnsTheFiguresThatStandInTheSeries() {
        Map<RoundEntry, String> years = Map.of(FIRST, "2012/13", SECOND, "2013/14");
        years.forEach((round, year) -> round.returns()
                .forEach(owed -> owed.items().stream()
                        .filter(item -> Choice.UPDATE.name().equals(item.choice()))
                        .forEach(item -> {
                            Dossier dossier = CONTENT.dossier(item.node(), year);
                            Figure returned = Objects.requireNonNull(
                                    PlanContent.reading(item, dossier, round, PlanContent.day(owed.submittedAt()))
                                            .figure());
                            assertThat(dossier.series().outturns().stream()
                                            .filter(figure -> figure.period().equals(returned.period()))
                                            .map(dossier::shown))
                                    .as(item.node())
                                    .containsExactly(dossier.shown(returned));
                        })));
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
                                .isEqualByComparingTo(Objects.requireNonNull(entry.value()))));
    }

    @Test
    void repeatsNoNarrative() {
        assertThat(PLAN.rounds().stream()
                        .flatMap(ObjectivesContentTests::items)
                        .map(ItemEntry::narrative)
                        .filter(Objects::nonNull))
                .hasSizeGreaterThan(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void isLively() {
        assertThat(items(SECOND)
                        .map(item -> assessed(SECOND, item.node(), LocalDate.of(2014, 6, 18))
                                .status())
                        .collect(toSet()))
                .containsExactlyInAnyOrder(Status.values());
        assertThat(CONTENT.dossier("fsm-ks4", "2014/15")
                        .with(Objects.requireNonNull(PlanContent.reading(
                                        item(OPEN, "fsm-ks4"),
                                        CONTENT.dossier("fsm-ks4", "2014/15"),
                                        OPEN,
                                        IN_THE_OPEN_ROUND)
                                .figure()))
                        .assess(IN_THE_OPEN_ROUND)
                        .has(Caveat.Kind.GAP_NARROWED_BY_FALL))
                .isTrue();
    }

    @Test
    void settlesEveryItemAtTheMeetingsOfTheClosedRounds() {
        assertThat(List.of(FIRST, SECOND)).allSatisfy(round -> {
            PlanDocument.MeetingEntry meeting = Objects.requireNonNull(round.meeting());
            List<String> asked = items(round).map(ItemEntry::node).toList();
            assertThat(meeting.agreements().stream().map(PlanDocument.AgreementEntry::node))
                    .containsExactlyElementsOf(
                            PLACES.keySet().stream().filter(asked::contains).toList());
            assertThat(meeting.agreements())
                    .filteredOn(agreement -> !agreement.together())
                    .isNotEmpty()
                    .allMatch(agreement -> agreement.decision() != null);
        });
    }

    // reading the document

    private static Assessment assessed(RoundEntry round, String key, LocalDate asOf) {
        Dossier dossier =
                CONTENT.dossier(key, Period.parse(round.period()).months() == 12 ? round.period() : "2014/15");
        Figure figure =
                PlanContent.reading(item(round, key), dossier, round, asOf).figure();
        return (figure == null ? dossier : dossier.with(figure)).assess(asOf);
    }

    private static Stream<ItemEntry> items(RoundEntry round) {
        return round.returns().stream().flatMap(owed -> owed.items().stream());
    }

    private static ItemEntry item(RoundEntry round, String key) {
        return items(round).filter(item -> item.node().equals(key)).findFirst().orElseThrow();
    }

    private static IndicatorEntry indicator(String key) {
        return Objects.requireNonNull(
                Objects.requireNonNull(PLACES.get(key)).node().indicator());
    }

    private static UnitEntry unit(String name) {
        return PLAN.units().stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
