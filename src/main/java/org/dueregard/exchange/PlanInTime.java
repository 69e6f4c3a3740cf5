package org.dueregard.exchange;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Moves a plan document to another time: all its periods, deadlines and dates by whole years, so that the half-year which
 * its open round is about is the last one that ended, and that round's dates to around today. In the autumn and winter the
 * open round is the mid-year one, in the spring and summer it becomes the year-end one.
 *
 * <p>Monthly figures move by months instead, all by as many, so that the newest one in the document becomes that of the
 * month before today. By whole years they would end up to eleven months ago. Had the document more of them, to be cut off
 * at today, another figure would be the newest every month, and which of them are beyond their exception trigger would
 * depend on the day of loading. The price is that a wobble over the year comes to lie in other months. What a round says
 * of a monthly figure is read from the moved ones, since the round itself moves by years.
 *
 * <p>Of a period that is not over there is no figure, whatever the document holds, and none became known after today.
 */
final class PlanInTime {

    private static final Set<String> PERIODS = Set.of("period", "planYear", "baselinePeriod", "figurePeriod");
    private static final Set<String> DEADLINES = Set.of("deadline", "expected", "doneOn", "fixWhen", "words");
    private static final Set<String> DAYS = Set.of(
            "agreedOn",
            "expectedFrom",
            "enteredOn",
            "opensOn",
            "dueOn",
            "closesOn",
            "on",
            "closedOn",
            "asOf",
            "approvedOn");
    private static final Set<String> MOMENTS = Set.of(
            "openedAt",
            "closedAt",
            "savedAt",
            "submittedAt",
            "sentBackAt",
            "acceptedAt",
            "settledAt",
            "recordedAt",
            "attendanceNotedAt",
            "writtenAt",
            "notedAt",
            "approvedAt",
            "correctedAt",
            "madeAt");

    private final LocalDate today;
    private final Instant now;
    private final boolean yearEnd;
    private final int planYear;
    private final YearMonth newestMonth;

    PlanInTime(LocalDate today, Clock clock) {
        this.today = today;
        this.now = clock.instant();
        this.yearEnd =
                today.getMonthValue() >= Month.APRIL.getValue() && today.getMonthValue() < Month.OCTOBER.getValue();
        this.planYear = yearEnd ? financialYear(today) - 1 : financialYear(today);
        this.newestMonth = YearMonth.from(today).minusMonths(1);
    }

    private static int financialYear(LocalDate day) {
        return day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1;
    }

    JsonNode move(JsonNode document) {
        ObjectNode plan = (ObjectNode) document.deepCopy();
        int years = planYear - yearOf(plan);
        List<ObjectNode> monthly = new ArrayList<>();
        monthly(plan.withArray("nodes"), monthly);
        List<Later> months = later(monthly);
        byYears(plan, years);
        months.forEach(Later::write);
        for (JsonNode round : plan.withArray("rounds")) {
            if ("OPEN".equals(round.path("state").asString())) {
                openRound((ObjectNode) round, plan);
            }
            int year = Period.parse(round.get("period").asString()).firstDay().getYear();
            String name = round.get("name").asString() + " "
                    + Period.financialYear(year).label();
            ((ObjectNode) round).put("name", name);
            sayWhatTheMonthsSay(round, monthly);
        }
        onlyWhatIsKnown(plan);
        return plan;
    }

    /** The financial year in which the open round's period ends; the plan's first where no round is open. */
    private static int yearOf(ObjectNode plan) {
        for (JsonNode round : plan.withArray("rounds")) {
            if ("OPEN".equals(round.path("state").asString())) {
                return financialYear(
                        Period.parse(round.get("period").asString()).lastDay());
            }
        }
        return financialYear(Period.parse(plan.get("period").asString()).firstDay());
    }

    /** Nodes whose indicator has a figure every month. */
    private static void monthly(JsonNode nodes, List<ObjectNode> found) {
        for (JsonNode node : nodes) {
            if ("MONTHLY".equals(node.path("indicator").path("frequency").asString(""))) {
                found.add((ObjectNode) node);
            }
            monthly(node.path("children"), found);
        }
    }

    /** A field of a monthly figure, and what it is to say. */
    private record Later(ObjectNode where, String field, String text) {

        void write() {
            where.put(field, text);
        }
    }

    /** What moves by months: periods that are months, and the days on which their figures were entered. */
    private List<Later> later(List<ObjectNode> monthly) {
        List<ObjectNode> figures = new ArrayList<>();
        List<ObjectNode> targets = new ArrayList<>();
        for (ObjectNode node : monthly) {
            node.path("indicator").path("figures").forEach(figure -> figures.add((ObjectNode) figure));
            node.path("indicator").path("targets").forEach(target -> targets.add((ObjectNode) target));
        }
        long months = figures.stream()
                .flatMap(figure -> month(figure, "period").stream())
                .max(Comparator.naturalOrder())
                .map(newest -> newest.until(newestMonth, ChronoUnit.MONTHS))
                .orElse(0L);
        List<Later> later = new ArrayList<>();
        for (ObjectNode figure : figures) {
            month(figure, "period").ifPresent(month -> {
                later.add(new Later(figure, "period", label(month.plusMonths(months))));
                if (figure.get("enteredOn") instanceof StringNode day) {
                    LocalDate entered = LocalDate.parse(day.asString()).plusMonths(months);
                    later.add(new Later(figure, "enteredOn", entered.toString()));
                }
            });
        }
        for (ObjectNode target : targets) {
            month(target, "baselinePeriod")
                    .ifPresent(
                            month -> later.add(new Later(target, "baselinePeriod", label(month.plusMonths(months)))));
        }
        return later;
    }

    private static Optional<YearMonth> month(JsonNode node, String field) {
        return Period.read(node.path(field).asString(""))
                .filter(period -> period.kind() == PeriodKind.MONTH)
                .map(period -> YearMonth.from(period.firstDay()));
    }

    private static String label(YearMonth month) {
        return Period.month(month).label();
    }

    /** Of an indicator with a figure every month, a round reports the last month of its period. */
    private static void sayWhatTheMonthsSay(JsonNode round, List<ObjectNode> monthly) {
        String last = label(
                YearMonth.from(Period.parse(round.get("period").asString()).lastDay()));
        Map<String, JsonNode> figures = new HashMap<>();
        for (ObjectNode node : monthly) {
            for (JsonNode figure : node.path("indicator").path("figures")) {
                if (last.equals(figure.path("period").asString())) {
                    figures.put(node.path("key").asString(), figure);
                }
            }
        }
        for (JsonNode owed : round.path("returns")) {
            for (JsonNode item : owed.path("items")) {
                JsonNode figure = figures.get(item.path("node").asString());
                if (figure != null) {
                    say((ObjectNode) item, "figure", figure.path("value"));
                    say((ObjectNode) item, "numerator", figure.path("numerator"));
                    say((ObjectNode) item, "denominator", figure.path("denominator"));
                }
            }
        }
    }

    private static void say(ObjectNode item, String field, JsonNode number) {
        if (item.has(field) && number.isNumber()) {
            item.put(field, number.decimalValue().toPlainString());
        }
    }

    private void onlyWhatIsKnown(JsonNode node) {
        if (node.get("figures") instanceof ArrayNode figures) {
            figures.removeIf(figure ->
                    !Period.parse(figure.get("period").asString()).lastDay().isBefore(today));
            for (JsonNode figure : figures) {
                if (figure.get("enteredOn") instanceof StringNode day
                        && LocalDate.parse(day.asString()).isAfter(today)) {
                    ((ObjectNode) figure).put("enteredOn", today.toString());
                }
            }
        }
        node.forEach(this::onlyWhatIsKnown);
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
