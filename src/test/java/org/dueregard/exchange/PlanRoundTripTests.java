package org.dueregard.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dueregard.ProductTest;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;
import org.dueregard.organisation.CouncilSetUp;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.PlanId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@ProductTest
@Transactional
class PlanRoundTripTests {

    @Autowired
    CouncilSetUp council;

    @Autowired
    PlanImport plans;

    @Autowired
    PlanExport exports;

    @Autowired
    PlanJson json;

    @Autowired
    Clock clock;

    private static final String ACTION_PLAN = "plan.json";
    private static final String OBJECTIVES = "objectives.json";

    @ParameterizedTest
    @ValueSource(strings = {ACTION_PLAN, OBJECTIVES})
    void whatIsExportedImportedAndExportedAgainIsTheSameDocument(String file) throws IOException {
        PlanDocument first = throughTheProduct(demonstration(file, LocalDate.now(clock)));
        PlanDocument second = throughTheProduct(json.read(json.write(first)));

        assertThat(json.write(second)).isEqualTo(json.write(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {ACTION_PLAN, OBJECTIVES})
    void nothingOfTheDemonstrationPlanIsLost(String file) throws IOException {
        PlanDocument given = demonstration(file, LocalDate.now(clock));
        PlanDocument kept = throughTheProduct(given);

        assertThat(texts(kept)).containsAll(texts(given));
    }

    /** The demonstration's meetings have no minutes yet: the product writes them when a meeting closes. */
    @Test
    void minutesAndWhatWasAddedToTheReportAreNotLost() throws IOException {
        ObjectNode plan = (ObjectNode) json.tree(json.write(demonstration(ACTION_PLAN, LocalDate.now(clock))));
        ObjectNode meeting = (ObjectNode) plan.path("rounds").get(0).path("meeting");
        meeting.put("quorum", 4);
        meeting.set("minutes", json.tree("""
                {"text": "## Here\\n\\nEverybody.", "writtenAt": "2026-06-19T09:00:00Z", "writtenBy": "Policy Officer",
                 "approvedOn": "2026-09-10", "approvedAt": "2026-09-10T13:05:00Z", "approvedBy": "Chair, ECCA group",
                 "corrections": [{"reason": "One was away.", "textBefore": "Everybody, twice.",
                  "correctedAt": "2026-09-11T09:00:00Z", "correctedBy": "Policy Officer"}]}"""));
        meeting.set("report", json.tree("""
                {"writtenAt": "2026-06-20T09:00:00Z", "writtenBy": "Policy Officer",
                 "added": [{"section": "SUMMARY", "before": "A good year."}, {"section": "ASKED", "after": "- Pay"}]}"""));

        PlanDocument kept = throughTheProduct(json.read(plan));

        JsonNode again = json.tree(json.write(kept)).path("rounds").get(0).path("meeting");
        assertThat(again.path("minutes")).isEqualTo(meeting.path("minutes"));
        assertThat(again.path("report")).isEqualTo(meeting.path("report"));
        assertThat(again.path("quorum").asInt()).isEqualTo(4);
    }

    static Stream<LocalDate> everyDayOfAYearAndALeapDay() {
        return Stream.concat(
                LocalDate.of(2026, 11, 22).datesUntil(LocalDate.of(2027, 11, 22), java.time.Period.ofDays(13)),
                Stream.of(
                        LocalDate.of(2027, 3, 31),
                        LocalDate.of(2027, 4, 1),
                        LocalDate.of(2027, 9, 30),
                        LocalDate.of(2027, 10, 1),
                        LocalDate.of(2028, 2, 29)));
    }

    @ParameterizedTest
    @MethodSource("everyDayOfAYearAndALeapDay")
    void theDemonstrationCanBeMovedToAnyDay(LocalDate day) throws IOException {
        assertMoved(demonstration(ACTION_PLAN, day), day);
        assertMoved(demonstration(OBJECTIVES, day), day);
    }

    private static void assertMoved(PlanDocument moved, LocalDate day) {
        PlanDocument.RoundEntry open = moved.rounds().stream()
                .filter(round -> round.state().equals("OPEN"))
                .findFirst()
                .orElseThrow();
        assertThat(open.opensOn()).isBefore(day);
        assertThat(open.dueOn()).isAfter(day);
        assertThat(open.returns())
                .extracting(PlanDocument.ReturnEntry::state)
                .contains("DRAFT", "SUBMITTED", "SENT_BACK", "ACCEPTED");
        assertThat(open.returns().stream().map(PlanDocument.ReturnEntry::submittedAt))
                .allSatisfy(
                        at -> assertThat(at == null || at.isBefore(endOf(day))).isTrue());
        assertThat(moved.rounds())
                .filteredOn(round -> round.state().equals("CLOSED"))
                .isNotEmpty()
                .allSatisfy(round -> assertThat(round.closedAt()).isBefore(endOf(day)))
                .allSatisfy(round ->
                        assertThat(Period.parse(round.period()).lastDay()).isBefore(day));
        assertThat(Period.parse(moved.period())
                        .contains(Period.parse(open.period()).lastDay()))
                .isTrue();
        assertThat(figures(moved)).allSatisfy(figure -> {
            assertThat(Period.parse(figure.period()).lastDay()).isBefore(day);
            assertThat(figure.enteredOn()).isBeforeOrEqualTo(day);
        });
        assertThat(moved.comparators().stream().flatMap(other -> other.figures().stream()))
                .allSatisfy(release -> {
                    assertThat(Period.parse(release.period()).lastDay()).isBefore(day);
                    assertThat(release.enteredOn()).isBeforeOrEqualTo(day);
                });
    }

    @ParameterizedTest
    @MethodSource("everyDayOfAYearAndALeapDay")
    void monthlyFiguresReachToTheMonthBefore(LocalDate day) throws IOException {
        PlanDocument moved = demonstration(OBJECTIVES, day);

        PlanDocument.IndicatorEntry incidents = indicator(moved, "dv-incidents");
        assertThat(incidents.figures()).hasSize(42).doesNotHaveDuplicates();
        PlanDocument.FigureEntry newest = incidents.figures().get(41);
        assertThat(newest.period())
                .isEqualTo(Period.month(YearMonth.from(day).minusMonths(1)).label());
        // so that it is the same figure that is beyond its trigger, whatever the day
        assertThat(newest.value()).isEqualByComparingTo("398");

        // what the open round says of a month is the figure of that month
        PlanDocument.RoundEntry open = moved.rounds().get(2);
        String asked = Period.month(YearMonth.from(Period.parse(open.period()).lastDay()))
                .label();
        PlanDocument.ItemEntry item = open.returns().stream()
                .flatMap(owed -> owed.items().stream())
                .filter(one -> one.node().equals("dv-incidents"))
                .findFirst()
                .orElseThrow();
        assertThat(incidents.figures())
                .filteredOn(figure -> figure.period().equals(asked))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualByComparingTo(item.figure()));

        PlanDocument.IndicatorEntry champions = indicator(moved, "dv-champions");
        assertThat(champions.figures().stream().map(PlanDocument.FigureEntry::period))
                .contains(champions.targets().get(0).baselinePeriod());
    }

    @ParameterizedTest
    @ValueSource(strings = {ACTION_PLAN, OBJECTIVES})
    void isTakenInAlsoInSummerWhenTheOpenRoundIsOfTheWholeYear(String file) throws IOException {
        PlanDocument given = demonstration(file, LocalDate.of(2026, 5, 20));

        PlanDocument kept = throughTheProduct(given);

        assertThat(kept.rounds())
                .last()
                .satisfies(round -> assertThat(round.name()).isEqualTo("Year-end 2025/26"))
                .satisfies(round -> assertThat(round.period()).isEqualTo("2025/26"));
        assertThat(texts(kept)).containsAll(texts(given));
        // what was returned for a month did not come in as another figure for a quarter or a year
        assertThat(nodes(kept.nodes())
                        .map(PlanDocument.NodeEntry::indicator)
                        .filter(indicator ->
                                indicator != null && indicator.frequency().equals("MONTHLY"))
                        .flatMap(indicator -> indicator.figures().stream())
                        .map(figure -> Period.parse(figure.period()).kind()))
                .allMatch(kind -> kind == PeriodKind.MONTH);
    }

    @Test
    void leavesOutWhatIsNotOverAndKnowsNothingBeforeItsDay() throws IOException {
        LocalDate day = LocalDate.of(2027, 4, 1);
        ObjectNode document = (ObjectNode) json.tree(resource(ACTION_PLAN));
        ObjectNode other = (ObjectNode) document.withArray("comparators").get(0);
        ObjectNode ahead = other.withArray("figures").addObject();
        ahead.put("period", "2015/16").put("value", 7).put("state", "FINAL").put("enteredOn", "2014-01-01");
        ObjectNode lately = other.withArray("figures").addObject();
        lately.put("period", "2012/13").put("value", 8).put("state", "FINAL").put("enteredOn", "2016-01-01");

        PlanDocument moved = json.read(new PlanInTime(day, at(day)).move(document));

        assertThat(moved.comparators().get(0).figures())
                .noneMatch(figure -> figure.value().intValue() == 7)
                .filteredOn(figure -> figure.value().intValue() == 8)
                .singleElement()
                .satisfies(figure -> assertThat(figure.enteredOn()).isEqualTo(day));
    }

    private static Stream<PlanDocument.FigureEntry> figures(PlanDocument plan) {
        return nodes(plan.nodes())
                .filter(node -> node.indicator() != null)
                .flatMap(node -> Objects.requireNonNull(node.indicator()).figures().stream());
    }

    private static PlanDocument.IndicatorEntry indicator(PlanDocument plan, String key) {
        return nodes(plan.nodes())
                .filter(node -> node.key().equals(key))
                .map(PlanDocument.NodeEntry::indicator)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<PlanDocument.NodeEntry> nodes(List<PlanDocument.NodeEntry> some) {
        return some.stream().flatMap(node -> Stream.concat(Stream.of(node), nodes(node.children())));
    }

    @Test
    void readsADocumentOfVersionOneWithOthersFiguresAmongTheCouncilsOwn() throws IOException {
        ObjectNode newer = (ObjectNode) json.tree(resource(ACTION_PLAN));
        ObjectNode older = newer.deepCopy();
        older.put("version", 1);
        older.remove("comparators");
        moveFiguresBack(older.get("nodes"), newer.get("comparators"));

        PlanDocument read = throughTheProduct(json.read(older));

        assertThat(read.version()).isEqualTo(PlanDocument.VERSION);
        assertThat(read.comparators())
                .extracting(one -> one.whose() + ", " + one.measure() + ": "
                        + one.figures().size())
                .containsExactlyInAnyOrderElementsOf(json.read(newer).comparators().stream()
                        .map(one -> one.whose() + ", " + one.measure() + ": "
                                + one.figures().size())
                        .toList());
    }

    @Test
    void aTargetKeepsWhoseFigureItMeans() throws IOException {
        ObjectNode document = (ObjectNode) json.tree(resource(ACTION_PLAN));
        ObjectNode target = (ObjectNode) targetOf(document.get("nodes"), "AGAINST_COMPARATOR");
        assertThat(target).isNotNull();
        target.put("comparator", "Statistical neighbours");
        String words = target.get("words").asString();

        PlanDocument kept = throughTheProduct(json.read(document));

        assertThat(nodes(kept.nodes())
                        .filter(node -> node.indicator() != null)
                        .flatMap(node -> node.indicator().targets().stream())
                        .filter(one -> one.comparator() != null))
                .singleElement()
                .satisfies(one -> assertThat(one.comparator()).isEqualTo("Statistical neighbours"))
                .satisfies(one -> assertThat(one.words()).isEqualTo(words));
    }

    /** The first target of the kind. */
    private static JsonNode targetOf(JsonNode nodes, String kind) {
        for (JsonNode node : nodes) {
            for (JsonNode target : node.path("indicator").path("targets")) {
                if (target.get("kind").asString().equals(kind)) {
                    return target;
                }
            }
            JsonNode below = targetOf(node.path("children"), kind);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    @Test
    void readsADocumentOfVersionTwoWhoseTargetsNameNobody() throws IOException {
        ObjectNode older = (ObjectNode) json.tree(resource(ACTION_PLAN));
        older.put("version", 2);

        PlanDocument read = throughTheProduct(json.read(older));

        assertThat(read.version()).isEqualTo(PlanDocument.VERSION);
        assertThat(nodes(read.nodes())
                        .filter(node -> node.indicator() != null)
                        .flatMap(node -> node.indicator().targets().stream()))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target.comparator()).isNull());
    }

    private static void moveFiguresBack(JsonNode nodes, JsonNode comparators) {
        for (JsonNode node : nodes) {
            JsonNode indicator = node.path("indicator");
            for (JsonNode key : indicator.path("comparedWith")) {
                for (JsonNode one : comparators) {
                    if (one.get("key").equals(key)) {
                        one.get("figures").forEach(figure -> {
                            ObjectNode moved = (ObjectNode) figure.deepCopy();
                            moved.set("comparator", one.get("whose"));
                            ((ArrayNode) indicator.get("figures")).add(moved);
                        });
                    }
                }
            }
            if (indicator instanceof ObjectNode object) {
                object.remove("comparedWith");
            }
            moveFiguresBack(node.path("children"), comparators);
        }
    }

    @Test
    void refusesWhatTheFormatDoesNotKnow() {
        assertThatThrownBy(() -> json.read("{\"format\": \"due-regard/plan\", \"version\": 1, \"colour\": \"red\"}"))
                .isInstanceOf(PlanUnreadable.class)
                .hasMessageContaining("colour");
    }

    @Test
    void refusesADocumentOfAnotherKindAndChangesNothing() throws IOException {
        ObjectNode other = (ObjectNode) json.tree(resource(ACTION_PLAN));
        other.put("version", 99);

        assertThatThrownBy(() -> throughTheProduct(json.read(other))).isInstanceOf(PlanUnreadable.class);
    }

    private PlanDocument throughTheProduct(PlanDocument document) {
        OrganisationId organisation = council.addOrganisation("Somewhere " + System.nanoTime());
        PlanId plan = plans.add(organisation, null, document);
        return exports.of(organisation, plan).orElseThrow();
    }

    private PlanDocument demonstration(String file, LocalDate day) throws IOException {
        return json.read(new PlanInTime(day, at(day)).move(json.tree(resource(file))));
    }

    private static Clock at(LocalDate day) {
        return Clock.fixed(endOf(day).minusSeconds(12 * 3600), ZoneId.of("Europe/London"));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneId.of("Europe/London")).toInstant();
    }

    private static String resource(String file) throws IOException {
        try (InputStream in = PlanRoundTripTests.class.getResourceAsStream("/demonstration/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Everything that people wrote, wherever it stands in the document. */
    private java.util.Set<String> texts(PlanDocument document) {
        java.util.Set<String> texts = new java.util.TreeSet<>();
        collect(json.tree(json.write(document)), "", texts);
        return texts;
    }

    private static void collect(JsonNode node, String name, java.util.Set<String> texts) {
        boolean names =
                java.util.Set.of("key", "node", "replacedBy", "comparedWith").contains(name);
        if (node.isString() && !names) {
            texts.add(name + ": " + node.asString());
        } else if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), field.getKey(), texts));
        } else {
            node.forEach(each -> collect(each, name, texts));
        }
    }
}
