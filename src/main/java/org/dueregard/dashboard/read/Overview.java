package org.dueregard.dashboard.read;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dueregard.indicator.Status;
import org.dueregard.site.Distribution;

/** What a round's results come to: counts for the sentence on top, and bars by objective and division. */
public record Overview(List<Result> results) {

    /**
     * One bar.
     *
     * @param id identifies the objective or division in links
     */
    public record Bar(String id, String title, long items, Distribution distribution) {}

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
        return results.stream()
                .filter(result -> result.isOffTrack() && result.fixWhat() == null)
                .toList();
    }

    /** Whether there was a round before to compare with. */
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
        return bars(result -> result.objective().toString(), Result::objectiveTitle);
    }

    public List<Bar> byDivision() {
        return bars(result -> result.division().toString(), Result::divisionName).stream()
                .sorted(java.util.Comparator.comparing(Bar::items).reversed())
                .toList();
    }

    private List<Bar> bars(Function<Result, String> id, Function<Result, String> title) {
        Map<String, List<Result>> groups =
                results.stream().collect(Collectors.groupingBy(id, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new Bar(
                        group.getKey(),
                        title.apply(group.getValue().get(0)),
                        group.getValue().size(),
                        distribution(group.getValue())))
                .toList();
    }
}
