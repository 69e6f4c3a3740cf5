package org.dueregard.dashboard.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;
import org.dueregard.site.Distribution;

/**
 * What a round's results come to: counts for the sentence on top, bars by what they have in common, and each round beside
 * the others.
 *
 * @param results the items that the round asked for, of those looked at
 * @param gone items that the round held against asked for and this one does not
 * @param trend the round and those before it, the earliest first
 */
public record Overview(Look look, List<Result> results, List<Gone> gone, List<Column> trend) {

    /** How many rounds stand side by side. */
    private static final int ROUNDS = 6;

    /** How many items stand round by round on the page itself. */
    private static final int ROWS = 15;

    /**
     * One bar.
     *
     * @param query the address's words for its items
     */
    public record Bar(String title, long items, Distribution distribution, String query) {}

    /** An item that is no longer asked for, as it stood in the round held against. */
    public record Gone(Item item, Status before) {

        public boolean isRetired() {
            return item.retiredOn() != null;
        }
    }

    /**
     * One round beside the others.
     *
     * @param query the address's words for it, with the same filter
     */
    public record Column(Results.Round round, Distribution distribution, boolean current, String query) {}

    /** An item through the rounds of the trend; a round that did not ask for it has no text. */
    public record Row(NodeId node, String title, List<String> keys) {}

    /** @param items all of the plan's */
    static Overview of(Look look, List<Results.Round> rounds, List<Item> items, Map<NodeId, Results.Detail> details) {
        Results.Round compared = look.compared();
        List<Result> results = new ArrayList<>();
        List<Gone> gone = new ArrayList<>();
        for (Item item : items) {
            if (!look.filter().passes(item)) {
                continue;
            }
            Results.Detail detail = details.get(item.node());
            Status before = compared == null ? null : item.in(compared.id());
            if (detail != null) {
                results.add(detail.result(item, before));
            } else if (before != null) {
                gone.add(new Gone(item, before));
            }
        }
        List<Column> trend = new ArrayList<>();
        rounds.stream()
                .filter(round -> round.plan().equals(look.round().plan())
                        && !round.last().isAfter(look.round().last())
                        && (round.last().isBefore(look.round().last())
                                || round.id().equals(look.round().id())))
                .limit(ROUNDS)
                .forEach(round -> trend.add(
                        0,
                        new Column(
                                round,
                                stood(items, look.filter(), round),
                                round.equals(look.round()),
                                "round=" + round.id() + look.filter().query())));
        return new Overview(look, List.copyOf(results), List.copyOf(gone), List.copyOf(trend));
    }

    private static Distribution stood(List<Item> items, Filter filter, Results.Round round) {
        return distribution(items.stream()
                .filter(filter::passes)
                .map(item -> item.in(round.id()))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Objects::requireNonNull, Collectors.counting())));
    }

    public int items() {
        return results.size();
    }

    public long onTrackOrComplete() {
        return count(Status.ON_TRACK) + count(Status.COMPLETE);
    }

    public long atRisk() {
        return count(Status.AT_RISK);
    }

    public long offTrackCount() {
        return count(Status.OFF_TRACK);
    }

    private long count(Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    public List<Result> offTrack() {
        return results.stream().filter(Result::isOffTrack).toList();
    }

    public List<Result> worse() {
        return results.stream().filter(Result::isWorse).toList();
    }

    public List<Result> better() {
        return results.stream().filter(Result::isBetter).toList();
    }

    public List<Result> missing() {
        return results.stream().filter(Result::isMissing).toList();
    }

    /** Items whose figure is beyond what is usual for them, whatever their status. */
    public List<Result> exceptional() {
        return results.stream().filter(Result::isExceptional).toList();
    }

    /** Items off track about which nothing is planned. */
    public List<Result> unplanned() {
        return results.stream().filter(Result::isUnplanned).toList();
    }

    /** Items that the round held against did not ask for. */
    public List<Result> fresh() {
        return look.compared() == null
                ? List.of()
                : results.stream().filter(result -> result.before() == null).toList();
    }

    public long retired() {
        return gone.stream().filter(Gone::isRetired).count();
    }

    /** Whether any of the items was in the round held against. */
    public boolean isCompared() {
        return results.stream().anyMatch(result -> result.before() != null);
    }

    public Distribution distribution() {
        return distribution(results);
    }

    private static Distribution distribution(Collection<Result> results) {
        return distribution(results.stream().collect(Collectors.groupingBy(Result::status, Collectors.counting())));
    }

    /** The bar of counts by status. */
    public static Distribution distribution(Map<Status, Long> counts) {
        return Distribution.of(counts, Status::key, Status::rank);
    }

    public List<Bar> byObjective() {
        return bars(
                item -> List.of(item.objective().toString()),
                (id, item) -> item.objectiveTitle(),
                look.filter()::ofObjective);
    }

    public List<Bar> byDivision() {
        return bars(
                        item -> item.division() == null
                                ? List.of()
                                : List.of(item.division().toString()),
                        (id, item) -> String.valueOf(item.divisionName()),
                        look.filter()::ofDivision)
                .stream()
                .sorted(Comparator.comparing(Bar::items).reversed())
                .toList();
    }

    /** What none is named for comes last, with an empty title. */
    public List<Bar> byStrategy() {
        return stated(bars(
                item -> List.of(item.strategy() == null ? Filter.NOT_STATED : item.strategy()),
                (id, item) -> id.equals(Filter.NOT_STATED) ? "" : id,
                look.filter()::ofStrategy));
    }

    /** An item that is for several stands in several; what is for nobody in particular comes last, with an empty title. */
    public List<Bar> byTag() {
        return stated(bars(
                item -> item.tags().isEmpty() ? List.of(Filter.NOT_STATED) : item.tags(),
                (id, item) -> id.equals(Filter.NOT_STATED) ? "" : id,
                look.filter()::ofTag));
    }

    private static List<Bar> stated(List<Bar> bars) {
        return bars.stream()
                .sorted(Comparator.comparing((Bar bar) -> bar.title().isEmpty())
                        .thenComparing(Bar::items, Comparator.reverseOrder())
                        .thenComparing(Bar::title))
                .toList();
    }

    private interface Title {
        String of(String id, Item item);
    }

    private List<Bar> bars(Function<Item, List<String>> ids, Title title, Function<String, Filter> narrowed) {
        Map<String, List<Result>> groups = new LinkedHashMap<>();
        results.forEach(result -> ids.apply(result.item())
                .forEach(id ->
                        groups.computeIfAbsent(id, any -> new ArrayList<>()).add(result)));
        return groups.entrySet().stream()
                .map(group -> new Bar(
                        title.of(group.getKey(), group.getValue().get(0).item()),
                        group.getValue().size(),
                        distribution(group.getValue()),
                        look.with(narrowed.apply(group.getKey())).query()))
                .toList();
    }

    /** The worst items through the rounds: those off track, then those at risk. */
    public List<Row> rows() {
        return results.stream()
                .filter(result -> result.status() == Status.OFF_TRACK || result.status() == Status.AT_RISK)
                .sorted(Comparator.comparing((Result result) -> result.status().rank()))
                .limit(ROWS)
                .map(result -> new Row(
                        result.node(),
                        result.title(),
                        trend.stream()
                                .map(column -> {
                                    Status then =
                                            result.item().in(column.round().id());
                                    return then == null ? "" : then.key();
                                })
                                .toList()))
                .toList();
    }

    /** The trend drawn as columns, in a frame of this size. */
    public TrendChart chart(int width, int height, int size) {
        return TrendChart.of(trend, width, height, size);
    }

    /** The items behind a number: {@code worse}, {@code better}, {@code missing}, and so on; any other word means all. */
    public static Predicate<Result> only(String which) {
        return switch (which) {
            case "worse" -> Result::isWorse;
            case "better" -> Result::isBetter;
            case "exceptions" -> Result::isExceptional;
            case "missing" -> Result::isMissing;
            case "unplanned" -> Result::isUnplanned;
            case "new" -> result -> result.before() == null;
            default -> result -> true;
        };
    }
}
