package org.dueregard.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Assessment;
import org.dueregard.indicator.Basis;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.Frequency;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.Reported;
import org.dueregard.indicator.Status;
import org.dueregard.indicator.ValueKind;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/**
 * What the words typed for an item come to: the figure or the report in them, the status that they would give, and what
 * is still to be put right.
 *
 * @param figure null when no figure can be read
 * @param reported null when nothing is reported
 * @param assessment the status that it would give; null when there is nothing yet to give it
 * @param faults in the order of the item's fields
 */
public record ItemReading(
        @Nullable Figure figure,
        @Nullable Reported reported,
        @Nullable Assessment assessment,
        List<Fault> faults) {

    /** The most that people may write in one box: about three pages. */
    static final int LONGEST = 10_000;

    /**
     * Reads an item.
     *
     * @param round the period that the round covers
     * @param today the day on which the status is worked out
     */
    public static ItemReading of(ItemWords words, Dossier dossier, Period round, LocalDate today) {
        return of(words, dossier, round, Asks.BOTH, today);
    }

    /** The same, of a round that may ask for less. */
    public static ItemReading of(ItemWords words, Dossier dossier, Period round, Asks asks, LocalDate today) {
        return new Reader(words, dossier, round, asks, today).read();
    }

    /** The same of an item that its closed round held already and nobody has changed since: nothing is asked of it again. */
    public ItemReading asHeld() {
        return new ItemReading(figure, reported, assessment, List.of());
    }

    /** The period that a figure typed in this round is for: of a monthly indicator, the round's last month. */
    public static Period figurePeriod(Dossier dossier, Period round) {
        Period target = dossier.setting().period();
        Measure measure = dossier.measure();
        if (measure.frequency() == Frequency.MONTHLY && (target == null || target.contains(round.lastDay()))) {
            return Period.month(YearMonth.from(round.lastDay()));
        }
        boolean wholeOnly = measure.frequency() == null
                || measure.frequency() == Frequency.YEARLY
                || (measure.basis() == Basis.WHOLE_PERIOD && measure.frequency() == Frequency.TERMLY);
        if (target == null) {
            return round;
        }
        return wholeOnly || !target.contains(round.lastDay()) ? target : round;
    }

    /** Whether the figure is asked for as so many of so many. */
    public static boolean asksForShare(Dossier dossier) {
        return dossier.measure().valueKind() == ValueKind.PERCENTAGE
                && !dossier.measure().isGap()
                && dossier.latest().map(figure -> figure.denominator() != null).orElse(false);
    }

    private static final class Reader {

        private final ItemWords words;
        private final Dossier dossier;
        private final Period round;
        private final Asks asks;
        private final LocalDate today;
        private final List<Fault> faults = new ArrayList<>();

        private @Nullable Figure figure;
        private @Nullable Reported reported;
        private @Nullable Assessment assessment;

        Reader(ItemWords words, Dossier dossier, Period round, Asks asks, LocalDate today) {
            this.words = words;
            this.dossier = dossier;
            this.round = round;
            this.asks = asks;
            this.today = today;
        }

        ItemReading read() {
            Choice choice = words.choice();
            if (choice == null) {
                faults.add(Fault.of("choice", "reporting.fault.choice"));
            } else {
                switch (choice) {
                    case UPDATE -> update();
                    case NOT_DUE -> notDue();
                    case NO_UPDATE -> required("noUpdateReason", words.noUpdateReason(), "reporting.fault.no-update");
                }
            }
            tooLong("narrative", words.narrative());
            tooLong("noUpdateReason", words.noUpdateReason());
            tooLong("fixWhat", words.fixWhat());
            tooLong("disagreement", words.disagreement());
            return new ItemReading(figure, reported, assessment, List.copyOf(faults));
        }

        private void update() {
            if (dossier.isIndicator() && dossier.setting().target().kind().isReported()) {
                milestone();
            } else if (dossier.isIndicator() && asks == Asks.NARRATIVE && !hasFigure()) {
                required("narrative", words.narrative(), "reporting.fault.narrative");
            } else if (dossier.isIndicator()) {
                figure();
                disagreement();
            } else if (dossier.kind() == NodeKind.ACTIVITY) {
                milestone();
            } else {
                report("reporting.fault.how-going");
                required("narrative", words.narrative(), "reporting.fault.narrative");
            }
            if (assessment == null) {
                assess();
            }
            if (status() == Status.OFF_TRACK) {
                correctiveAction();
            }
        }

        private boolean hasFigure() {
            return isThere(words.figure())
                    || isThere(words.numerator())
                    || isThere(words.denominator())
                    || isThere(words.betterOff())
                    || isThere(words.otherGroup());
        }

        private void figure() {
            Measure measure = dossier.measure();
            Period period = figurePeriod(dossier, round);
            FigureState state = words.provisional() ? FigureState.PROVISIONAL : FigureState.FINAL;
            if (measure.isGap()) {
                BigDecimal betterOff = number("betterOff", words.betterOff());
                BigDecimal other = number("otherGroup", words.otherGroup());
                if (betterOff != null && other != null) {
                    figure = new Figure(period, null, null, null, null, betterOff, other, state, today);
                }
            } else if (asksForShare(dossier)) {
                share(period, state);
            } else if (measure.valueKind() == ValueKind.WORDS) {
                String said = words.figure();
                required("figure", said, "reporting.fault.figure-words");
                if (said != null && isThere(said)) {
                    figure = new Figure(period, null, said.strip(), null, null, null, null, state, today);
                }
            } else if (measure.valueKind() == ValueKind.YES_NO) {
                yesNo(period, state);
            } else {
                BigDecimal value = number("figure", words.figure());
                if (value != null) {
                    figure = new Figure(period, value, null, null, null, null, null, state, today);
                }
            }
        }

        private void share(Period period, FigureState state) {
            BigDecimal numerator = number("numerator", words.numerator());
            BigDecimal denominator = number("denominator", words.denominator());
            if (numerator == null || denominator == null) {
                return;
            }
            if (numerator.signum() < 0) {
                faults.add(Fault.of("numerator", "reporting.fault.below-nought"));
            } else if (denominator.signum() <= 0) {
                faults.add(Fault.of("denominator", "reporting.fault.none-of-none"));
            } else if (numerator.compareTo(denominator) > 0) {
                faults.add(Fault.of(
                        "numerator",
                        "reporting.fault.more-than-all",
                        numerator.toPlainString(),
                        denominator.toPlainString()));
            } else {
                figure = new Figure(period, null, null, numerator, denominator, null, null, state, today);
            }
        }

        private void yesNo(Period period, FigureState state) {
            if ("yes".equals(words.figure()) || "no".equals(words.figure())) {
                figure = Figure.yesNo(period, "yes".equals(words.figure()))
                        .withState(state)
                        .withEnteredOn(today);
            } else {
                faults.add(Fault.of("figure", "reporting.fault.yes-no"));
            }
        }

        private @Nullable BigDecimal number(String field, @Nullable String typed) {
            if (!isThere(typed)) {
                faults.add(Fault.of(field, "reporting.fault.figure-missing"));
                return null;
            }
            Optional<BigDecimal> number = TypedNumber.read(typed);
            if (number.isEmpty()) {
                faults.add(Fault.of(field, "reporting.fault.no-number"));
                return null;
            }
            BigDecimal most = dossier.maximum();
            boolean count = field.equals("numerator") || field.equals("denominator");
            if (most != null && !count && number.get().compareTo(most) > 0) {
                faults.add(Fault.of(
                        field,
                        "reporting.fault.above-maximum",
                        dossier.measure().shown(most)));
                return null;
            }
            if (most != null && !count && number.get().signum() < 0) {
                faults.add(Fault.of(field, "reporting.fault.below-nought"));
                return null;
            }
            return number.get();
        }

        private void milestone() {
            report("reporting.fault.where-now");
            if (status() == null && reported == null) {
                return;
            }
            if (reported != null && reported.status() == Status.COMPLETE) {
                Optional<LocalDate> done = Deadline.of(words.doneOn()).lastDay(dossier.terms());
                if (done.isEmpty()) {
                    faults.add(Fault.of("doneOn", "reporting.fault.done-on"));
                } else if (done.get().isAfter(today)) {
                    faults.add(Fault.of("doneOn", "reporting.fault.done-in-future"));
                } else {
                    reported = Reported.doneOn(done.get());
                }
            }
            if (!isThere(words.narrative()) && reported != null && reported.status() != Status.COMPLETE) {
                required("narrative", words.narrative(), "reporting.fault.narrative");
            }
        }

        private void report(String missing) {
            Optional<Status> said = saidStatus();
            if (said.isEmpty()) {
                faults.add(Fault.of("reportedStatus", missing));
            } else {
                reported = Reported.as(said.get());
            }
        }

        private void disagreement() {
            Optional<Status> said = saidStatus();
            if (said.isPresent()) {
                required("disagreement", words.disagreement(), "reporting.fault.disagreement");
            } else if (isThere(words.disagreement())) {
                faults.add(Fault.of("reportedStatus", "reporting.fault.disagreement-status"));
            }
        }

        private Optional<Status> saidStatus() {
            for (Status status : Status.values()) {
                if (status.name().equals(words.reportedStatus())) {
                    return Optional.of(status);
                }
            }
            return Optional.empty();
        }

        private void assess() {
            if (figure != null) {
                assessment = dossier.with(figure).assess(today);
            } else if (reported != null) {
                assessment = dossier.with(reported).assess(today);
            }
        }

        private @Nullable Status status() {
            return assessment == null ? null : assessment.status();
        }

        private void correctiveAction() {
            required("fixWhat", words.fixWhat(), "reporting.fault.fix-what");
            required("fixWho", words.fixWho(), "reporting.fault.fix-who");
            if (Deadline.of(words.fixWhen()).lastDay(dossier.terms()).isEmpty()) {
                faults.add(Fault.of("fixWhen", "reporting.fault.fix-when"));
            }
        }

        private void notDue() {
            Optional<LocalDate> expected = Deadline.of(words.expected()).lastDay(dossier.terms());
            if (expected.isEmpty()) {
                faults.add(Fault.of("expected", "reporting.fault.expected"));
            } else if (expected.get().isBefore(today)) {
                faults.add(Fault.of("expected", "reporting.fault.expected-past"));
            }
        }

        private void required(String field, @Nullable String text, String messageKey) {
            if (!isThere(text)) {
                faults.add(Fault.of(field, messageKey));
            }
        }

        private void tooLong(String field, @Nullable String text) {
            if (text != null && text.length() > LONGEST) {
                faults.add(Fault.of(field, "reporting.fault.too-long", String.format("%,d", LONGEST)));
            }
        }

        private static boolean isThere(@Nullable String text) {
            return text != null && !text.isBlank();
        }
    }
}
