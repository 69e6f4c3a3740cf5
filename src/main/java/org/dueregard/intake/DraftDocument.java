package org.dueregard.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dueregard.calendar.Period;
import org.dueregard.exchange.PlanDocument;
import org.dueregard.exchange.PlanDocument.ComparatorEntry;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.IndicatorEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.ReleaseEntry;
import org.dueregard.exchange.PlanDocument.TargetEntry;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.words.FigureReading;
import org.dueregard.indicator.words.Said;
import org.dueregard.indicator.words.TargetReading;
import org.dueregard.intake.reading.Certainty;
import org.dueregard.intake.reading.DraftNode;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.reading.Understood;
import org.dueregard.intake.reading.Value;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.ProtectedCharacteristic;
import org.jspecify.annotations.Nullable;

/** A draft in the form in which plans are exchanged, so that there is one way into the product for both. */
public final class DraftDocument {

    private static final String DEFAULT_TOLERANCE = "5%";
    private static final int LONGEST_REASON = 1_000;
    private static final Pattern SHARE =
            Pattern.compile("(?is)^(%|percentage|per cent|percent|proportion|share)\\b?.*|.*\\brate of\\b.*%.*");

    private static final Map<ProtectedCharacteristic, Pattern> CHARACTERISTICS = new LinkedHashMap<>();

    static {
        mention(ProtectedCharacteristic.AGE, "age|older people|younger people|young people|children");
        mention(ProtectedCharacteristic.DISABILITY, "disabilit(y|ies)|disabled");
        mention(ProtectedCharacteristic.GENDER_REASSIGNMENT, "gender re-?assignment|trans|transgender|gender identity");
        mention(ProtectedCharacteristic.MARRIAGE_AND_CIVIL_PARTNERSHIP, "marriage|civil partnership|marital status");
        mention(ProtectedCharacteristic.PREGNANCY_AND_MATERNITY, "pregnancy|maternity|paternity");
        mention(ProtectedCharacteristic.RACE, "race|ethnicity|ethnic|bame|bme|nationality");
        mention(ProtectedCharacteristic.RELIGION_OR_BELIEF, "religion|religious|belief|faith");
        mention(ProtectedCharacteristic.SEX, "sex|gender(?! (re-?assignment|identity))|women|men|girls|boys");
        mention(
                ProtectedCharacteristic.SEXUAL_ORIENTATION,
                "sexual orientation|sexuality|lgb\\w*|gay|lesbian|bisexual");
    }

    private final PlanDraft draft;
    private final Frame frame;
    private final Map<String, ComparatorEntry> comparators = new LinkedHashMap<>();

    private DraftDocument(PlanDraft draft, Frame frame) {
        this.draft = draft;
        this.frame = frame;
    }

    private static void mention(ProtectedCharacteristic characteristic, String words) {
        CHARACTERISTICS.put(characteristic, Pattern.compile("(?is).*\\b(" + words + ")\\b.*"));
    }

    /** The document, in state DRAFT; what stands at the top without an objective gets one with the title of the plan. */
    public static PlanDocument of(PlanDraft draft, Frame frame) {
        return new DraftDocument(draft, frame).document();
    }

    private PlanDocument document() {
        List<NodeEntry> nodes = new ArrayList<>();
        List<NodeEntry> loose = new ArrayList<>();
        for (DraftNode node : draft.nodes()) {
            NodeEntry entry = node(node, "", null);
            (node.kind() == NodeKind.OBJECTIVE ? nodes : loose).add(entry);
        }
        if (!loose.isEmpty()) {
            nodes.add(heading("whole", frame.title(), loose));
        }
        return new PlanDocument(
                PlanDocument.FORMAT,
                PlanDocument.VERSION,
                frame.title(),
                frame.unit(),
                frame.period().label(),
                "DRAFT",
                null,
                null,
                DEFAULT_TOLERANCE,
                List.of(),
                List.copyOf(comparators.values()),
                nodes,
                List.of());
    }

    private static NodeEntry heading(String key, String title, List<NodeEntry> children) {
        return new NodeEntry(
                key,
                NodeKind.OBJECTIVE.name(),
                null,
                title,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                children);
    }

    /** @param named the names of what an indicator is a part of */
    private NodeEntry node(DraftNode node, String named, @Nullable DraftNode above) {
        boolean measured = node.kind() == NodeKind.INDICATOR || node.kind() == NodeKind.INDICATOR_GROUP;
        String full = measured && !named.isEmpty() ? named + " – " + node.title() : node.title();
        boolean figures = node.withAllUnder().stream().anyMatch(one -> one.kind() == NodeKind.INDICATOR);
        boolean work = node.withAllUnder().stream().anyMatch(one -> one.kind() == NodeKind.ACTIVITY);
        List<String> leads = leads(node);
        List<NodeEntry> children = node.children().stream()
                .map(child -> node(child, measured ? full : "", node))
                .toList();
        return new NodeEntry(
                node.key(),
                node.kind().name(),
                node.reference().isEmpty() ? null : node.reference(),
                oneLine(node.title().isBlank() ? node.reference() : node.title()),
                joined(node, Role.OUTCOME, "\n"),
                joined(node, Role.STRATEGY, "; "),
                figures || work && node.kind() == NodeKind.OBJECTIVE ? null : reason(node),
                joined(node, Role.OWNER, "; "),
                leads,
                leads.isEmpty() ? null : leads.get(0),
                node.first(Role.DEADLINE)
                        .map(Value::words)
                        .map(DraftDocument::oneLine)
                        .orElse(null),
                characteristics(node),
                aims(node),
                List.of(),
                null,
                node.kind() == NodeKind.INDICATOR ? indicator(node, oneLine(full), above) : null,
                children);
    }

    private static @Nullable String reason(DraftNode node) {
        String reason = joined(node, Role.NARRATIVE, " ");
        boolean may = node.kind() == NodeKind.OBJECTIVE || node.kind() == NodeKind.PRIORITY_AREA;
        return !may || reason == null
                ? null
                : reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    static String oneLine(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private static @Nullable String joined(DraftNode node, Role role, String between) {
        String all = node.all(role).stream()
                .map(Value::words)
                .map(String::strip)
                .distinct()
                .collect(Collectors.joining(between));
        return all.isBlank() ? null : all.replace("\n", between.isBlank() ? " " : between);
    }

    private List<String> leads(DraftNode node) {
        Set<String> units = new LinkedHashSet<>();
        node.all(Role.OWNER)
                .forEach(owner -> units.addAll(frame.owners().getOrDefault(Owners.key(owner.words()), List.of())));
        return List.copyOf(units);
    }

    private static List<String> characteristics(DraftNode node) {
        String said = node.all(Role.CHARACTERISTIC).stream().map(Value::words).collect(Collectors.joining("; "));
        if (said.matches("(?is)\\W*(all|all (nine |protected )?(characteristics|groups|strands))\\W*")) {
            return Stream.of(ProtectedCharacteristic.values())
                    .map(ProtectedCharacteristic::term)
                    .toList();
        }
        return CHARACTERISTICS.entrySet().stream()
                .filter(one -> one.getValue().matcher(said).matches())
                .map(one -> one.getKey().term())
                .toList();
    }

    private static List<String> aims(DraftNode node) {
        String said = node.all(Role.AIM).stream()
                .map(value -> value.words().toLowerCase(Locale.UK))
                .collect(Collectors.joining(" "));
        List<String> aims = new ArrayList<>();
        if (said.contains("eliminat")) {
            aims.add("eliminate discrimination");
        }
        if (said.contains("advanc") || said.contains("opportunit")) {
            aims.add("advance equality of opportunity");
        }
        if (said.contains("foster") || said.contains("relations")) {
            aims.add("foster good relations");
        }
        return aims;
    }

    private IndicatorEntry indicator(DraftNode node, String name, @Nullable DraftNode above) {
        Understood understood = Understood.of(node, above);
        List<FigureEntry> figures = new ArrayList<>();
        Set<String> comparedWith = new LinkedHashSet<>();
        figures(node, understood, name, figures, comparedWith);
        String unit = understood.unit();
        boolean money = "£".equals(unit);
        boolean share =
                "%".equals(unit) || unit == null && SHARE.matcher(node.title()).matches();
        boolean rate = unit != null && unit.startsWith("per ");
        boolean words = understood.isInWordsOnly();
        String kind = words ? "WORDS" : money ? "MONEY" : share ? "PERCENTAGE" : rate ? "RATE" : "NUMBER";
        return new IndicatorEntry(
                name,
                joined(node, Role.SOURCE, "; "),
                money || share || unit == null ? null : unit,
                understood.decimals(),
                words ? "NEITHER" : understood.polarity().name(),
                kind,
                understood.basis().name(),
                understood.frequency().name(),
                false,
                share && !node.title().toLowerCase(Locale.UK).contains("gap") ? BigDecimal.valueOf(100) : null,
                null,
                whose(comparedWith),
                List.copyOf(comparedWith),
                null,
                null,
                null,
                targetsByYear(understood, frame.period()).stream()
                        .map(aimed -> target(node, understood, aimed, words))
                        .toList(),
                figures);
    }

    /**
     * One for each year of the plan: where the file gives several for different years, each with the financial year in
     * which its period ends; where it gives several for the same, the first of them.
     */
    public static List<Understood.Aimed> targetsByYear(Understood understood, Period plan) {
        Map<Period, Understood.Aimed> byYear = new LinkedHashMap<>();
        understood.targets().forEach(aimed -> byYear.putIfAbsent(planYear(aimed, understood, plan), aimed));
        return List.copyOf(byYear.values());
    }

    private static Period planYear(Understood.Aimed aimed, Understood understood, Period plan) {
        Period period = aimed.period();
        return understood.targets().size() < 2 || period == null
                ? plan
                : Period.financialYear(period.lastDay().minusMonths(3).getYear());
    }

    /** A target that is a guess, and that nobody confirmed, goes in with its words only. */
    private TargetEntry target(DraftNode node, Understood understood, Understood.Aimed aimed, boolean words) {
        Value value = aimed.value();
        TargetReading reading = aimed.reading();
        Target target = reading.target();
        TargetTerms terms = target == null ? TargetTerms.of(TargetKind.TO_BE_CONFIRMED) : TargetTerms.of(target);
        boolean kindFits =
                !words || terms.kind() == TargetKind.MILESTONE || !terms.kind().isJudgedByFigure();
        boolean sure = value == null
                || value.certainty() == Certainty.CONFIRMED
                || !reading.needsALook() && value.certainty() != Certainty.DOUBTFUL;
        boolean fits = kindFits && sure;
        TargetTerms used = terms.isWhole() && fits ? terms : TargetTerms.of(TargetKind.TO_BE_CONFIRMED);
        Period baseline = understood.baselinePeriod(frame.period()).orElse(null);
        Period year = planYear(aimed, understood, frame.period());
        return new TargetEntry(
                year.label(),
                Objects.requireNonNullElse(aimed.period(), year).label(),
                value == null ? "" : oneLine(value.words()),
                used.kind().name(),
                used.value(),
                used.high(),
                used.changeAmount(),
                used.changeUnit() == null ? null : used.changeUnit().name(),
                used.relation() == null ? null : used.relation().name(),
                used.comparator(),
                used.comparatorValue(),
                used.yearOnYear(),
                Map.of(),
                baseline == null ? null : baseline.label(),
                node.first(Role.BASELINE)
                        .map(Value::words)
                        .map(DraftDocument::oneLine)
                        .orElse(null),
                null);
    }

    private void figures(
            DraftNode node, Understood understood, String name, List<FigureEntry> figures, Set<String> comparedWith) {
        Set<String> had = new LinkedHashSet<>();
        for (Understood.Figured one : understood.figures(frame.period())) {
            Period period = one.period();
            FigureReading reading = one.reading();
            boolean said = reading.value() != null || reading.kind() == FigureReading.Kind.IN_WORDS;
            if (period == null || !said || !had.add(period.label())) {
                continue;
            }
            boolean number = reading.value() != null && !understood.isInWordsOnly();
            figures.add(new FigureEntry(
                    null,
                    period.label(),
                    number ? reading.value() : null,
                    number ? null : oneLine(one.value().words()),
                    number ? reading.numerator() : null,
                    number ? reading.denominator() : null,
                    null,
                    null,
                    "FINAL",
                    reading.note() == null ? null : oneLine(reading.note()),
                    null,
                    null));
            for (Said other : number ? reading.comparators() : List.<Said>of()) {
                comparator(name, other, period).ifPresent(comparedWith::add);
            }
        }
        for (Understood.Compared one : understood.compared(frame.period())) {
            if (one.period() != null
                    && one.reading().value() != null
                    && !one.whose().isEmpty()) {
                Said said = new Said(one.whose(), one.reading().value(), one.period());
                comparator(name, said, one.period()).ifPresent(comparedWith::add);
            }
        }
    }

    private @Nullable String whose(Set<String> keys) {
        return keys.stream()
                .map(comparators::get)
                .filter(Objects::nonNull)
                .map(ComparatorEntry::whose)
                .findFirst()
                .orElse(null);
    }

    private Optional<String> comparator(String measure, Said said, Period period) {
        if (said.value() == null || said.name() == null) {
            return Optional.empty();
        }
        String whose = said.name().equalsIgnoreCase("national") || said.name().equalsIgnoreCase("nationally")
                ? "England"
                : said.name();
        String key = "c" + Owners.key(whose + " " + measure).replace(' ', '-');
        ComparatorEntry before = comparators.get(key);
        List<ReleaseEntry> releases = new ArrayList<>(before == null ? List.of() : before.figures());
        if (releases.stream().noneMatch(one -> one.period().equals(period.label()))) {
            releases.add(new ReleaseEntry(period.label(), said.value(), "FINAL", null, null, null));
        }
        comparators.put(key, new ComparatorEntry(key, whose, measure, null, releases));
        return Optional.of(key);
    }
}
