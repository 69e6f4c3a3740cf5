package org.dueregard.reporting;

import java.util.List;
import java.util.Map;
import org.dueregard.calendar.Period;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** Puts figures and words that came in a file where their owners would have typed them. They are submitted as ever. */
public interface ReturnFilling {

    /** A round that asks for updates at present. */
    record OpenRound(RoundId id, PlanId plan, String planTitle, String name, Period period) {}

    /**
     * An item that is asked for.
     *
     * @param open whether something can be typed for it: its return is not handed in
     */
    record Asked(NodeId node, String unit, boolean open, ItemWords words) {}

    /** @param figure as typed; null where the file has none */
    record Filling(@Nullable String figure, @Nullable String narrative) {}

    /** The rounds that are open, the latest first. */
    List<OpenRound> openRounds(SignedIn by);

    /** What a round asks for that the person may change. */
    List<Asked> asked(SignedIn by, RoundId round);

    /**
     * Keeps what a file says for items of a round, each in place of the figure or the words that stood there. Items that were
     * handed in meanwhile, or are not the person's to change, stay as they are.
     *
     * @param from what the words came from, for the history
     * @return how many items were filled
     */
    int fill(SignedIn by, RoundId round, Map<NodeId, Filling> fillings, String from);
}
