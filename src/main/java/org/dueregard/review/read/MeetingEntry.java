package org.dueregard.review.read;

import java.time.LocalDate;
import java.time.LocalTime;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.RoundId;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingState;

/** A meeting without its items. */
public record MeetingEntry(
        MeetingId id,
        RoundId round,
        String roundName,
        PlanId planId,
        String plan,
        String group,
        LocalDate on,
        LocalTime at,
        MeetingState state) {}
