package org.dueregard.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dueregard.calendar.Period;
import org.dueregard.exchange.PlanDocument;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.ItemEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.ReturnEntry;
import org.dueregard.exchange.PlanDocument.RoundEntry;
import org.dueregard.indicator.Status;
import org.dueregard.indicator.TargetKind;
import org.dueregard.intake.reading.DraftNode;
import org.dueregard.intake.reading.Periods;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.reading.Value;
import org.dueregard.plan.NodeKind;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundState;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of how things were going, as a round that is over: the last report that was made outside the product.
 *
 * <p>Words stand with the item that they are said of. What is said of an area or objective stands with everything under it
 * that says nothing itself; what is said of a part of an activity stands with the activity.
 */
public final class PastUpdates {

    private static final int LONGEST_NAME = 100;

    /** Words for a status that mean the same everywhere. Others stay in the narrative. */
    private static final Map<String, Status> STATUSES = new LinkedHashMap<>();

    static {
        mean(
                Status.COMPLETE,
                "complete",
                "completed",
                "done",
                "achieved",
                "blue",
                "action complete",
                "closed",
                "c",
                "b");
        mean(Status.ON_TRACK, "green", "on track", "on target", "on schedule", "ahead of plan", "g");
        mean(Status.AT_RISK, "amber", "at risk", "yellow", "some slippage", "a");
        mean(Status.OFF_TRACK, "red", "off track", "off target", "r");
    }

    private final Map<String, DraftNode> drafts = new LinkedHashMap<>();
    private final Map<String, List<ItemEntry>> items = new LinkedHashMap<>();
    private final Map<String, Status> understood = new LinkedHashMap<>();
    private final List<String> inWords = new ArrayList<>();
    private final Set<String> left = new HashSet<>();
    private int said;
    private int unanswered;

    private PastUpdates(PlanDraft draft, PlanDocument document) {
        draft.all().forEach(node -> drafts.put(node.key(), node));
        document.nodes().forEach(node -> walk(node, null, null, Map.of()));
    }

    private static void mean(Status status, String... words) {
        Stream.of(words).forEach(one -> STATUSES.put(one, status));
    }

    /** @param document the same draft as a document, with the units that report */
    public static PastUpdates in(PlanDraft draft, PlanDocument document) {
        return new PastUpdates(draft, document);
    }

    /** How many items of the plan the file says something of. */
    public int said() {
        return said;
    }

    /** How many of them no unit answers for, so that nobody could have reported them. */
    public int unanswered() {
        return unanswered;
    }

    /** Of how many areas and objectives it says something that stands with no item. */
    public int left() {
        return left.size();
    }

    public int kept() {
        return said - unanswered;
    }

    /** The file's words for statuses, and what they are taken for. */
    public Map<String, Status> understood() {
        return understood;
    }

    /** The file's words for statuses that stay in the narrative, each once. */
    public List<String> inWords() {
        return inWords.stream().distinct().toList();
    }

    // which item

    private void walk(
            NodeEntry entry, @Nullable NodeEntry above, @Nullable String unitAbove, Map<String, String> ofAll) {
        String unit = entry.reports() == null ? unitAbove : entry.reports();
        boolean measured = NodeKind.INDICATOR.name().equals(entry.kind());
        boolean owes = measured
                || isActivity(entry) && (above == null || !isActivity(above))
                || entry.narrativeOnlyReason() != null;
        Map<String, String> handedDown = ofAll;
        if (owes) {
            keep(entry, unit, ofAll);
            handedDown = Map.of();
        } else if (above == null || !isActivity(above)) {
            String own = words(entry, narrative(entry), status(entry));
            if (!own.isBlank()) {
                handedDown = new LinkedHashMap<>(ofAll);
                handedDown.put(entry.key(), entry.title() + ": " + own);
                left.add(entry.key());
            }
        }
        for (NodeEntry child : entry.children()) {
            walk(child, entry, unit, handedDown);
        }
    }

    private static boolean isActivity(NodeEntry entry) {
        return NodeKind.ACTIVITY.name().equals(entry.kind());
    }

    private void keep(NodeEntry entry, @Nullable String unit, Map<String, String> ofAll) {
        List<String> narrative = new ArrayList<>();
        String own = narrative(entry);
        if (!own.isBlank()) {
            narrative.add(own);
        }
        for (NodeEntry part : entry.children()) {
            String words = isActivity(part) ? words(part, narrative(part), status(part)) : "";
            if (!words.isBlank()) {
                narrative.add(part.title() + ": " + words);
            }
        }
        String status = status(entry);
        if (narrative.isEmpty() && status == null) {
            narrative.addAll(ofAll.values());
            left.removeAll(ofAll.keySet());
        }
        String figure = figure(entry);
        if (narrative.isEmpty() && status == null && figure == null) {
            return;
        }
        said++;
        if (unit == null) {
            unanswered++;
            return;
        }
        Status meant = status == null || !isReported(entry) ? null : STATUSES.get(key(status));
        if (status != null && meant != null) {
            understood.put(status, meant);
        } else if (status != null) {
            narrative.add(0, "Status: " + status);
            inWords.add(status);
        }
        items.computeIfAbsent(unit, one -> new ArrayList<>())
                .add(ItemEntry.said(
                        entry.key(),
                        figure,
                        meant == null ? null : meant.name(),
                        narrative.isEmpty() ? null : String.join("\n\n", narrative)));
    }

    private static String key(String status) {
        return status.toLowerCase(Locale.UK)
                .replaceAll("[^a-z ]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Whether a status is told by whoever answers, and not by figures. */
    private static boolean isReported(NodeEntry entry) {
        return entry.indicator() == null
                || entry.indicator().targets().stream()
                        .findFirst()
                        .map(target -> TargetKind.valueOf(target.kind()).isReported())
                        .orElse(false);
    }

    private String narrative(NodeEntry entry) {
        return values(entry, Role.UPDATE).map(Value::words).collect(Collectors.joining("\n\n"));
    }

    private @Nullable String status(NodeEntry entry) {
        List<String> all = values(entry, Role.STATUS)
                .map(value -> DraftDocument.oneLine(value.words()))
                .filter(words -> !words.isEmpty())
                .toList();
        // "60%" may stand beside "On track"
        return all.stream()
                .filter(words -> STATUSES.containsKey(key(words)))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse(null);
    }

    private static String words(NodeEntry entry, String narrative, @Nullable String status) {
        return status == null
                ? narrative
                : narrative.isBlank() ? "Status: " + status : "Status: " + status + ". " + narrative;
    }

    private Stream<Value> values(NodeEntry entry, Role role) {
        DraftNode node = drafts.get(entry.key());
        return node == null ? Stream.empty() : node.all(role).stream();
    }

    /** The outturn of the period that its target is for; others are the indicator's own and need nobody to say them. */
    private static @Nullable String figure(NodeEntry entry) {
        if (entry.indicator() == null || entry.indicator().targets().isEmpty()) {
            return null;
        }
        String period = entry.indicator().targets().get(0).period();
        return entry.indicator().figures().stream()
                .filter(one -> one.period().equals(period))
                .map(FigureEntry::value)
                .filter(Objects::nonNull)
                .map(value -> value.stripTrailingZeros().toPlainString())
                .findFirst()
                .orElse(null);
    }

    // the round

    /** As the heading over most of the updates calls it; empty where none does. */
    public static Optional<String> name(PlanDraft draft) {
        return headings(draft)
                .filter(heading ->
                        heading.length() <= LONGEST_NAME && heading.chars().anyMatch(Character::isLetter))
                .findFirst();
    }

    /**
     * What the headings over the updates say that they are about; else the last quarter that was over on the day or, if
     * that is earlier, at the end of the plan. Where the plan has only begun, its first quarter.
     */
    public static Period period(PlanDraft draft, Period plan, LocalDate today) {
        Optional<Period> told = headings(draft)
                .flatMap(heading -> Periods.of(heading, plan).stream())
                .findFirst()
                .map(period -> isOfARound(period) ? period : quarterOver(period.lastDay()));
        if (told.isPresent()) {
            return told.get();
        }
        Period last = quarterOver(today.isBefore(plan.lastDay()) ? today : plan.lastDay());
        return last.firstDay().isBefore(plan.firstDay()) ? quarterOf(plan.firstDay()) : last;
    }

    /** Whether a round can be about it: a quarter, a term or a year. */
    public static boolean isOfARound(Period period) {
        return period.months() >= 3 && period.months() <= 12;
    }

    private static Stream<String> headings(PlanDraft draft) {
        Map<String, Long> times = draft.all()
                .flatMap(node -> node.all(Role.UPDATE).stream())
                .map(value -> DraftDocument.oneLine(value.heading()))
                .filter(heading -> !heading.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return times.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    private static Period quarterOver(LocalDate day) {
        return quarterOf(day.plusDays(1).minusMonths(3));
    }

    private static Period quarterOf(LocalDate day) {
        LocalDate inYear = day.minusMonths(3);
        return Period.quarter((inYear.getMonthValue() - 1) / 3 + 1, inYear.getYear());
    }

    /**
     * The round, closed when its period was over: statuses are those of that time.
     *
     * @param by post of whoever brings the file in
     * @param file name of the file
     */
    public RoundEntry round(String name, Period period, String by, String file, Instant now, ZoneId zone) {
        Instant over =
                period.lastDay().plusDays(1).atStartOfDay(zone).minusSeconds(1).toInstant();
        Instant closed = over.isAfter(now) ? now : over;
        LocalDate day = closed.atZone(zone).toLocalDate();
        String from = "From the file " + file;
        List<ReturnEntry> returns = new ArrayList<>();
        items.forEach((unit, itsItems) -> returns.add(new ReturnEntry(
                unit,
                ReturnState.ACCEPTED.name(),
                day,
                closed,
                from,
                closed,
                from,
                true,
                null,
                null,
                null,
                closed,
                by,
                itsItems)));
        return new RoundEntry(
                name,
                period.label(),
                null,
                day,
                day,
                day,
                RoundState.CLOSED.name(),
                closed,
                closed,
                by + ", from a file",
                returns,
                null);
    }
}
