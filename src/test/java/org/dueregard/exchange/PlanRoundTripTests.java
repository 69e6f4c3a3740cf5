package org.dueregard.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.dueregard.ProductTest;
import org.dueregard.organisation.CouncilSetUp;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.PlanId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
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

    @Test
    void whatIsExportedImportedAndExportedAgainIsTheSameDocument() throws IOException {
        PlanDocument first = throughTheProduct(demonstration(LocalDate.now(clock)));
        PlanDocument second = throughTheProduct(json.read(json.write(first)));

        assertThat(json.write(second)).isEqualTo(json.write(first));
    }

    @Test
    void nothingOfTheDemonstrationPlanIsLost() throws IOException {
        PlanDocument given = demonstration(LocalDate.now(clock));
        PlanDocument kept = throughTheProduct(given);

        assertThat(texts(kept)).containsAll(texts(given));
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
        PlanDocument moved = demonstration(day);

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
        PlanDocument.RoundEntry closed = moved.rounds().stream()
                .filter(round -> round.state().equals("CLOSED"))
                .findFirst()
                .orElseThrow();
        assertThat(closed.closedAt()).isBefore(endOf(day));
    }

    @Test
    void refusesWhatTheFormatDoesNotKnow() {
        assertThatThrownBy(() -> json.read("{\"format\": \"due-regard/plan\", \"version\": 1, \"colour\": \"red\"}"))
                .isInstanceOf(PlanUnreadable.class)
                .hasMessageContaining("colour");
    }

    @Test
    void refusesADocumentOfAnotherKindAndChangesNothing() throws IOException {
        ObjectNode other = (ObjectNode) json.tree(resource());
        other.put("version", 99);

        assertThatThrownBy(() -> throughTheProduct(json.read(other))).isInstanceOf(PlanUnreadable.class);
    }

    private PlanDocument throughTheProduct(PlanDocument document) {
        OrganisationId organisation = council.addOrganisation("Somewhere " + System.nanoTime());
        PlanId plan = plans.add(organisation, null, document);
        return exports.of(organisation, plan).orElseThrow();
    }

    private PlanDocument demonstration(LocalDate day) throws IOException {
        Clock then = Clock.fixed(endOf(day).minusSeconds(12 * 3600), ZoneId.of("Europe/London"));
        return json.read(new PlanInTime(day, then).move(json.tree(resource())));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneId.of("Europe/London")).toInstant();
    }

    private static String resource() throws IOException {
        try (InputStream in = PlanRoundTripTests.class.getResourceAsStream("/demonstration/plan.json")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Everything that people wrote, wherever it stands in the document. */
    private java.util.Set<String> texts(PlanDocument document) {
        java.util.Set<String> texts = new java.util.TreeSet<>();
        collect(json.tree(json.write(document)), "", texts);
        return texts;
    }

    private static void collect(tools.jackson.databind.JsonNode node, String name, java.util.Set<String> texts) {
        boolean names = java.util.Set.of("key", "node", "replacedBy").contains(name);
        if (node.isString() && !names) {
            texts.add(name + ": " + node.asString());
        } else if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), field.getKey(), texts));
        } else {
            node.forEach(each -> collect(each, name, texts));
        }
    }
}
