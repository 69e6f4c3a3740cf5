package org.dueregard.exchange;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Moves a plan document to another time: all its periods, deadlines and dates by whole years, so that the half-year which
 * its open round is about is the last one that ended, and that round's dates to around today. In the autumn and winter the
 * open round is the mid-year one, in the spring and summer it becomes the year-end one.
 */
final class PlanInTime {

    private static final Set<String> PERIODS = Set.of("period", "planYear", "baselinePeriod", "figurePeriod");
    private static final Set<String> DEADLINES = Set.of("deadline", "expected", "doneOn", "fixWhen", "words");
    private static final Set<String> DAYS =
            Set.of("agreedOn", "expectedFrom", "enteredOn", "opensOn", "dueOn", "closesOn", "on", "closedOn", "asOf");
    private static final Set<String> MOMENTS = Set.of(
            "openedAt",
            "closedAt",
            "savedAt",
            "submittedAt",
            "sentBackAt",
            "acceptedAt",
            "settledAt",
            "recordedAt",
            "madeAt");

    private final LocalDate today;
    private final Instant now;
    private final boolean yearEnd;
    private final int planYear;

    PlanInTime(LocalDate today, Clock clock) {
        this.today = today;
        this.now = clock.instant();
        this.yearEnd =
                today.getMonthValue() >= Month.APRIL.getValue() && today.getMonthValue() < Month.OCTOBER.getValue();
        int financialYear = today.getMonthValue() >= Month.APRIL.getValue() ? today.getYear() : today.getYear() - 1;
        this.planYear = yearEnd ? financialYear - 1 : financialYear;
    }

    JsonNode move(JsonNode document) {
        ObjectNode plan = (ObjectNode) document.deepCopy();
        int years = planYear
                - Period.parse(plan.get("period").asString()).firstDay().getYear();
        byYears(plan, years);
        for (JsonNode round : plan.withArray("rounds")) {
            if ("OPEN".equals(round.path("state").asString())) {
                openRound((ObjectNode) round, plan);
            }
            int year = Period.parse(round.get("period").asString()).firstDay().getYear();
            String name = round.get("name").asString() + " "
                    + Period.financialYear(year).label();
            ((ObjectNode) round).put("name", name);
        }
        return plan;
    }

    private void byYears(JsonNode node, int years) {
        if (node instanceof ArrayNode array) {
            array.forEach(each -> byYears(each, years));
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : Map.copyOf(object.properties().stream()
                            .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                    .entrySet()) {
                if (field.getKey().equals("interim")) {
                    object.set("interim", keysByYears((ObjectNode) field.getValue(), years));
                } else if (field.getValue() instanceof StringNode text) {
                    object.put(field.getKey(), moved(field.getKey(), text.asString(), years));
                } else {
                    byYears(field.getValue(), years);
                }
            }
        }
    }

    private static ObjectNode keysByYears(ObjectNode interim, int years) {
        ObjectNode moved = interim.objectNode();
        interim.properties()
                .forEach(entry ->
                        moved.set(Period.parse(entry.getKey()).plusYears(years).label(), entry.getValue()));
        return moved;
    }

    private static String moved(String field, String text, int years) {
        if (PERIODS.contains(field)) {
            return Period.parse(text).plusYears(years).label();
        }
        if (DEADLINES.contains(field)) {
            return Deadline.of(text).plusYears(years).words();
        }
        if (DAYS.contains(field)) {
            return LocalDate.parse(text).plusYears(years).toString();
        }
        if (MOMENTS.contains(field)) {
            return Instant.parse(text)
                    .atOffset(ZoneOffset.UTC)
                    .plusYears(years)
                    .toInstant()
                    .toString();
        }
        return text;
    }

    /** Opened three weeks ago and due at the end of this week or the next, whatever the day. */
    private void openRound(ObjectNode round, ObjectNode plan) {
        LocalDate due = today.plusDays(3).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        LocalDate opens = due.minusDays(24);
        Instant from = LocalDate.parse(round.get("opensOn").asString())
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant to = LocalDate.parse(round.get("dueOn").asString())
                .plusDays(5)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        squeeze(round, from, to, opens.atStartOfDay(ZoneOffset.UTC).plusHours(8).toInstant());
        round.put("opensOn", opens.toString());
        round.put("dueOn", due.toString());
        round.put("closesOn", due.plusDays(14).toString());
        for (JsonNode owed : round.withArray("returns")) {
            ((ObjectNode) owed).put("dueOn", due.toString());
        }
        if (round.get("meeting") instanceof ObjectNode meeting) {
            meeting.put("on", due.plusDays(13).toString());
        }
        if (yearEnd) {
            round.put("name", "Year-end");
            round.put("period", Period.financialYear(planYear).label());
            wholeYear(plan, round);
        }
    }

    /** Moments between the original opening and due days come to lie between the new opening and an hour ago. */
    private void squeeze(JsonNode node, Instant from, Instant to, Instant opens) {
        double scale =
                (double) Duration.between(opens, now.minus(Duration.ofHours(1))).toSeconds()
                        / Duration.between(from, to).toSeconds();
        if (node instanceof ArrayNode array) {
            array.forEach(each -> squeeze(each, from, to, opens));
        } else if (node instanceof ObjectNode object) {
            for (String name : MOMENTS) {
                if (object.get(name) instanceof StringNode text) {
                    long after = Duration.between(from, Instant.parse(text.asString()))
                            .toSeconds();
                    object.put(
                            name,
                            inOfficeHours(opens.plusSeconds(Math.round(after * scale)))
                                    .toString());
                }
            }
            object.forEach(each -> squeeze(each, from, to, opens));
        }
    }

    /** The same day between half past eight and half past five, in the same order. */
    private Instant inOfficeHours(Instant moment) {
        Instant midnight = moment.truncatedTo(ChronoUnit.DAYS);
        long seconds = Duration.between(midnight, moment).toSeconds();
        Instant moved = midnight.plus(Duration.ofMinutes(510)).plusSeconds(seconds * 9 / 24);
        return moved.isAfter(now) ? moment : moved;
    }

    /** What was counted in half a year comes to twice as much in a whole one. */
    private static void wholeYear(JsonNode plan, ObjectNode round) {
        Set<String> running = new java.util.HashSet<>();
        runningTotals(plan.get("nodes"), running);
        for (JsonNode owed : round.withArray("returns")) {
            for (JsonNode item : owed.path("items")) {
                String figure = item.path("figure").asString("");
                if (running.contains(item.path("node").asString()) && figure.matches("\\d+")) {
                    ((ObjectNode) item).put("figure", String.valueOf(2 * Long.parseLong(figure)));
                }
            }
        }
    }

    private static void runningTotals(JsonNode nodes, Set<String> running) {
        for (JsonNode node : nodes) {
            if ("RUNNING_TOTAL".equals(node.path("indicator").path("basis").asString(""))) {
                running.add(node.path("key").asString());
            }
            runningTotals(node.path("children"), running);
        }
    }
}
