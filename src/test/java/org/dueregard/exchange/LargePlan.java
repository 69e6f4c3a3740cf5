package org.dueregard.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dueregard.exchange.PlanDocument.ComparatorEntry;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.IndicatorEntry;
import org.dueregard.exchange.PlanDocument.ItemEntry;
import org.dueregard.exchange.PlanDocument.MeetingEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.ReleaseEntry;
import org.dueregard.exchange.PlanDocument.ReturnEntry;
import org.dueregard.exchange.PlanDocument.RoundEntry;
import org.dueregard.exchange.PlanDocument.TargetEntry;
import org.dueregard.exchange.PlanDocument.UnitEntry;

/** A plan with as many indicators as wanted, three figures each, one round closed and one open. */
public final class LargePlan {

    private static final String UNIT = "Everything";

    private LargePlan() {}

    public static PlanDocument of(int items) {
        List<NodeEntry> areas = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        int inArea = 50;
        for (int start = 0; start < items; start += inArea) {
            List<NodeEntry> indicators = new ArrayList<>();
            for (int number = start; number < Math.min(items, start + inArea); number++) {
                String key = "i" + number;
                keys.add(key);
                indicators.add(node(key, "INDICATOR", "Indicator " + number, indicator(number), List.of()));
            }
            areas.add(node("a" + start, "PRIORITY_AREA", "Area " + start, null, indicators));
        }
        return new PlanDocument(
                PlanDocument.FORMAT,
                PlanDocument.VERSION,
                "Plan of " + items,
                UNIT,
                "2025/26",
                "ACTIVE",
                null,
                null,
                "5%",
                List.of(new UnitEntry(UNIT, null, "DEPARTMENT", null)),
                List.of(new ComparatorEntry(
                        "c",
                        "England",
                        "the same",
                        null,
                        List.of(new ReleaseEntry("2023/24", BigDecimal.TEN, "FINAL", null, null, null)))),
                List.of(node("o", "OBJECTIVE", "Objective", null, areas)),
                List.of(
                        round("Year-end 2024/25", "2024/25", "CLOSED", keys),
                        round("Year-end", "2025/26", "OPEN", keys)));
    }

    private static NodeEntry node(
            String key, String kind, String title, IndicatorEntry indicator, List<NodeEntry> children) {
        return new NodeEntry(
                key,
                kind,
                null,
                title,
                null,
                null,
                null,
                UNIT,
                List.of(UNIT),
                UNIT,
                "March 2026",
                List.of("race"),
                List.of(),
                List.of(),
                null,
                indicator,
                children);
    }

    private static IndicatorEntry indicator(int number) {
        List<TargetEntry> targets = List.of(target("2024/25", number), target("2025/26", number));
        List<FigureEntry> figures =
                List.of(figure("2022/23", number - 2), figure("2023/24", number - 1), figure("2024/25", number));
        return new IndicatorEntry(
                "Indicator " + number,
                null,
                null,
                0,
                "HIGHER",
                "NUMBER",
                "WHOLE_PERIOD",
                "YEARLY",
                false,
                null,
                null,
                "England",
                List.of("c"),
                null,
                null,
                null,
                targets,
                figures);
    }

    private static TargetEntry target(String year, int number) {
        return new TargetEntry(
                year,
                year,
                String.valueOf(number),
                "AT_LEAST",
                BigDecimal.valueOf(number),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                Map.of(),
                null,
                null,
                null);
    }

    private static FigureEntry figure(String period, int value) {
        return new FigureEntry(
                null,
                period,
                BigDecimal.valueOf(value),
                null,
                null,
                null,
                null,
                null,
                "FINAL",
                null,
                LocalDate.of(2025, 4, 10),
                null);
    }

    private static RoundEntry round(String name, String period, String state, List<String> keys) {
        boolean closed = state.equals("CLOSED");
        int year = closed ? 2025 : 2026;
        Instant then =
                LocalDate.of(year, 4, 20).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
        List<ItemEntry> items = keys.stream().map(key -> item(key, then)).toList();
        return new RoundEntry(
                name,
                period,
                null,
                LocalDate.of(year, 4, 1),
                LocalDate.of(year, 4, 24),
                LocalDate.of(year, 5, 1),
                state,
                then,
                closed ? then : null,
                closed ? "Policy Officer" : null,
                List.of(new ReturnEntry(
                        UNIT,
                        closed ? "ACCEPTED" : "DRAFT",
                        LocalDate.of(year, 4, 24),
                        then,
                        "Manager",
                        closed ? then : null,
                        closed ? "Manager" : null,
                        false,
                        null,
                        null,
                        null,
                        closed ? then : null,
                        closed ? "Policy Officer" : null,
                        items)),
                new MeetingEntry(
                        "Group",
                        LocalDate.of(year, 5, 10),
                        LocalTime.of(14, 0),
                        closed ? "CLOSED" : "OPEN",
                        then,
                        closed ? then : null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    private static ItemEntry item(String key, Instant then) {
        return new ItemEntry(
                key,
                "UPDATE",
                "7",
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                "Words of the owner.",
                null,
                null,
                "Mend it",
                "Somebody",
                "31 March 2027",
                then,
                "Manager",
                null,
                null,
                null);
    }
}
