package org.dueregard.review.read;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.RoundId;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingState;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with its items.
 *
 * @param roundBefore the latest closed round of the plan before this; null for its first
 * @param talk those that need talking about, the worst of them before the others
 * @param rest those that can be agreed together, in plan order
 */
public record Agenda(
        MeetingId id,
        RoundId round,
        String roundName,
        @Nullable String roundBefore,
        String plan,
        String group,
        LocalDate on,
        LocalTime at,
        MeetingState state,
        List<AgendaItem> talk,
        List<AgendaItem> rest,
        List<AgendaItem> inPlanOrder) {

    private static final Comparator<AgendaItem> WORST_FIRST =
            Comparator.comparing((AgendaItem item) -> item.proposed().rank());

    static Agenda of(Agenda empty, List<AgendaItem> inPlanOrder) {
        return new Agenda(
                empty.id,
                empty.round,
                empty.roundName,
                empty.roundBefore,
                empty.plan,
                empty.group,
                empty.on,
                empty.at,
                empty.state,
                inPlanOrder.stream()
                        .filter(AgendaItem::isToTalkAbout)
                        .sorted(WORST_FIRST)
                        .toList(),
                inPlanOrder.stream().filter(item -> !item.isToTalkAbout()).toList(),
                inPlanOrder);
    }

    public int items() {
        return talk.size() + rest.size();
    }

    public long settledOfTalk() {
        return talk.stream().filter(AgendaItem::isSettled).count();
    }

    public long settled() {
        return settledOfTalk() + rest.stream().filter(AgendaItem::isSettled).count();
    }

    public long restToAgree() {
        return rest.stream().filter(item -> !item.isSettled()).count();
    }

    /** The first item that is still to be talked about. */
    public Optional<AgendaItem> next() {
        return talk.stream().filter(item -> !item.isSettled()).findFirst();
    }

    public Optional<AgendaItem> item(NodeId node) {
        return talk.stream()
                .filter(item -> item.node().equals(node))
                .findFirst()
                .or(() -> rest.stream().filter(item -> item.node().equals(node)).findFirst());
    }

    /** The place of an item among those to talk about, from 1; 0 when it is not one of them. */
    public int placeOf(AgendaItem item) {
        return talk.indexOf(item) + 1;
    }

    public Optional<AgendaItem> before(AgendaItem item) {
        int place = talk.indexOf(item);
        return place > 0 ? Optional.of(talk.get(place - 1)) : Optional.empty();
    }

    public Optional<AgendaItem> after(AgendaItem item) {
        int place = talk.indexOf(item);
        return place >= 0 && place + 1 < talk.size() ? Optional.of(talk.get(place + 1)) : Optional.empty();
    }

    /** How many of the rest stand in each status. */
    public Map<Status, Long> restByStatus() {
        return rest.stream().collect(Collectors.groupingBy(AgendaItem::proposed, Collectors.counting()));
    }
}
