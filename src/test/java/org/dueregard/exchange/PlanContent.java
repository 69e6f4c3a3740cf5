package org.dueregard.exchange;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
import java.util.stream.Stream;
import org.dueregard.access.Role;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.TermDates;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.IndicatorEntry;
import org.dueregard.exchange.PlanDocument.ItemEntry;
import org.dueregard.exchange.PlanDocument.MeetingEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.ReturnEntry;
import org.dueregard.exchange.PlanDocument.RoundEntry;
import org.dueregard.exchange.PlanDocument.TargetEntry;
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
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ItemReading;
import org.dueregard.reporting.ItemWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the demonstration council's documents, read as the product reads it. */
final class PlanContent {

    private static final Pattern YEAR = Pattern.compile("(?<![\\d,.])(?:19|20|21)\\d\\d(?![\\d,])|\\b\\d\\d/\\d\\d\\b");
    private static final Pattern REAL_PLACE = Pattern.compile("(?i)merton|mitcham|phipps|cumbria|midland|letgo");

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
            "notedAt",
            "attendanceNotedAt",
            "writtenAt",
            "approvedAt",
            "approvedOn",
            "correctedAt",
            "closedOn",
            "on",
            "doneOn",
            "expected",
            "fixWhen");

    // what a document leaves out is false
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final PlanDocument document;
    private final Map<String, Place> places;

    private PlanContent(PlanDocument document) {
        this.document = document;
        this.places = places(document);
    }

    static PlanContent of(String file) {
        return new PlanContent(read(file, PlanDocument.class));
    }

    PlanDocument document() {
        return document;
    }

    Map<String, Place> places() {
        return places;
    }

    /** Where the document names a real place, or a year in words that stay as they are. */
    static List<String> namesAndYears(String file) {
        List<String> found = new ArrayList<>();
        look(read(file, JsonNode.class), file, false, found);
        return found;
    }

    /** A node where it stands, with the unit that reports for it. */
    record Place(
            NodeEntry node, @Nullable Place above, @Nullable String reports) {

        NodeKind kind() {
            return NodeKind.valueOf(node.kind());
        }

        boolean isPartOfActivity() {
            return kind() == NodeKind.ACTIVITY && above != null && above.kind() == NodeKind.ACTIVITY;
        }

        boolean isRetired() {
            return node.retired() != null || (above != null && above.isRetired());
        }

        boolean owesUpdate() {
            return kind() == NodeKind.INDICATOR
                    || (kind() == NodeKind.ACTIVITY && !isPartOfActivity())
                    || node.narrativeOnlyReason() != null;
        }
    }

    record People(String council, List<PersonEntry> people) {}

    record PersonEntry(String post, String email, List<RoleEntry> roles) {}

    record RoleEntry(Role role, @Nullable String unit) {}

    // reading the document as the product does

    List<String> faults(RoundEntry round, String planYear) {
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

    static ItemReading reading(ItemEntry item, Dossier dossier, RoundEntry round, LocalDate today) {
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
    Map<String, Assessment> statuses(String name, String planYear, LocalDate asOf) {
        RoundEntry asked = round(name);
        Map<String, Reported> said = new LinkedHashMap<>();
        Map<String, Figure> sent = new LinkedHashMap<>();
        for (RoundEntry round : document.rounds().subList(0, document.rounds().indexOf(asked) + 1)) {
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

    static Map<Status, Long> mix(Map<String, Assessment> statuses) {
        return statuses.values().stream()
                .collect(groupingBy(Assessment::status, () -> new EnumMap<>(Status.class), counting()));
    }

    static Map<String, String> words(Map<String, Assessment> statuses) {
        Map<String, String> words = new LinkedHashMap<>();
        statuses.forEach(
                (node, assessment) -> words.put(node, assessment.status() + " " + assessment.notRatedReason()));
        return words;
    }

    Dossier dossier(String key, String planYear) {
        NodeEntry node = Objects.requireNonNull(places.get(key), key).node();
        NodeKind kind = NodeKind.valueOf(node.kind());
        Deadline deadline = Deadline.of(node.deadline());
        LocalDate lastDay = deadline.lastDay().orElse(null);
        NodeId id = new NodeId(UUID.randomUUID());
        Tolerance tolerance = Tolerance.parse(document.defaultTolerance());
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
                    null,
                    TermDates.nationwide());
        }
        LocalDate yearEnd = Period.parse(planYear).lastDay();
        TargetEntry target = entry.targets().stream()
                .filter(one -> Period.parse(one.planYear()).contains(yearEnd))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " promises nothing for " + planYear));
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
                null,
                TermDates.nationwide());
    }

    static Measure measure(IndicatorEntry entry) {
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

    private TargetSetting setting(IndicatorEntry entry, TargetEntry target) {
        Figure baseline = entry.figures().stream()
                .filter(figure -> figure.period().equals(target.baselinePeriod()))
                .map(PlanContent::figure)
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

    static TargetTerms terms(TargetEntry target) {
        return new TargetTerms(
                TargetKind.valueOf(target.kind()),
                target.value(),
                target.high(),
                target.changeAmount(),
                target.changeUnit() == null ? null : ChangeUnit.valueOf(target.changeUnit()),
                target.relation() == null ? null : Relation.valueOf(target.relation()),
                target.comparator(),
                target.comparatorValue(),
                target.yearOnYear());
    }

    private Series series(IndicatorEntry entry) {
        List<Figure> outturns = new ArrayList<>();
        List<ComparatorFigure> comparators = new ArrayList<>();
        entry.figures().forEach(figure -> outturns.add(figure(figure)));
        document.comparators().stream()
                .filter(other -> entry.comparedWith().contains(other.key()))
                .forEach(other -> other.figures()
                        .forEach(release -> comparators.add(new ComparatorFigure(
                                other.whose(), Period.parse(release.period()), release.value(), release.enteredOn()))));
        return new Series(outturns, comparators);
    }

    static Figure figure(FigureEntry entry) {
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
        try (InputStream json = PlanContent.class.getResourceAsStream("/demonstration/" + file)) {
            return JSON.readValue(json, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Place> places(PlanDocument document) {
        Map<String, Place> places = new LinkedHashMap<>();
        document.nodes().forEach(node -> put(node, null, places));
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

    RoundEntry round(String name) {
        return document.rounds().stream()
                .filter(round -> round.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    MeetingEntry meeting(String round) {
        return Objects.requireNonNull(round(round).meeting());
    }

    List<Place> owing() {
        return places.values().stream().filter(Place::owesUpdate).toList();
    }

    int owing(String unit) {
        return (int)
                owing().stream().filter(place -> unit.equals(place.reports())).count();
    }

    Stream<IndicatorEntry> indicators() {
        return places.values().stream().map(place -> place.node().indicator()).filter(Objects::nonNull);
    }

    Stream<TargetEntry> targets(String planYear) {
        return indicators()
                .flatMap(indicator -> indicator.targets().stream())
                .filter(target -> target.planYear().equals(planYear));
    }

    Stream<ItemEntry> items() {
        return document.rounds().stream()
                .flatMap(round -> round.returns().stream())
                .flatMap(owed -> owed.items().stream());
    }

    static List<PersonEntry> people() {
        return read("people.json", People.class).people();
    }

    /** The units that somebody reports for, once for each who does. */
    static List<String> managed() {
        return people().stream()
                .flatMap(person -> person.roles().stream())
                .filter(role -> role.role() == Role.SERVICE_MANAGER)
                .map(role -> Objects.requireNonNull(role.unit()))
                .toList();
    }

    static LocalDate day(@Nullable Instant at) {
        return Objects.requireNonNull(at).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    static void addIfThere(List<String> list, @Nullable String words) {
        if (words != null) {
            list.add(words);
        }
    }
}
