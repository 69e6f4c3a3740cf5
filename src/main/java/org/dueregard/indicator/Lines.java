package org.dueregard.indicator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * From which figure on an indicator comes out another way. The rule itself is asked, figure by figure as they are shown,
 * so that what is said here can never differ from what it says.
 *
 * @param stretches the best first
 */
public record Lines(List<Stretch> stretches) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Lines {
        stretches = List.copyOf(stretches);
    }

    /**
     * Figures that all come out the same way.
     *
     * @param from the lowest; null when there is none
     * @param to the highest; null when there is none
     * @param words such as {@code 87% or more}
     */
    public record Stretch(
            Status status,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            String words) {

        /** Whether a figure as it is shown belongs here. */
        public boolean holds(BigDecimal figure) {
            return (from == null || figure.compareTo(from) >= 0) && (to == null || figure.compareTo(to) <= 0);
        }
    }

    /** For final figures of the period on the day; empty where no figure for it would be judged against a level. */
    public static Optional<Lines> of(Dossier dossier, Period period, LocalDate asOf) {
        Measure measure = dossier.measure();
        if (measure.isYesNo() || !dossier.setting().target().kind().isJudgedByFigure()) {
            return Optional.empty();
        }
        Assessment nought = dossier.with(Figure.of(period, BigDecimal.ZERO)).assess(asOf);
        BigDecimal shown = nought.value();
        if (nought.level() == null || shown == null || !period.equals(nought.figurePeriod())) {
            return Optional.empty();
        }
        return Optional.of(new Search(dossier, period, asOf, nought.level(), shown.scale()).lines());
    }

    /** One search, in steps of the last decimal that is shown. */
    private static final class Search {

        private final Dossier dossier;
        private final Level level;
        private final int places;
        private final Function<BigInteger, Status> rule;
        private final TreeMap<BigInteger, Status> known = new TreeMap<>();

        Search(Dossier dossier, Period period, LocalDate asOf, Level level, int places) {
            this.dossier = dossier;
            this.level = level;
            this.places = places;
            this.rule = step ->
                    dossier.with(Figure.of(period, value(step))).assess(asOf).status();
        }

        Lines lines() {
            TreeSet<BigInteger> marks = marks();
            BigInteger lowest = marks.first();
            BigInteger highest = marks.last();
            BigInteger before = lowest;
            known.put(lowest, rule.apply(lowest));
            for (BigInteger mark : marks.tailSet(lowest, false)) {
                known.put(mark, rule.apply(mark));
                narrow(before, mark);
                before = mark;
            }
            List<Stretch> stretches = new ArrayList<>();
            BigInteger from = lowest;
            for (BigInteger mark : List.copyOf(known.keySet())) {
                BigInteger next = known.higherKey(mark);
                if (next == null || known.get(next) != known.get(mark)) {
                    boolean open = from.equals(lowest);
                    stretches.add(
                            stretch(known.get(mark), open ? null : value(from), next == null ? null : value(mark)));
                    from = next == null ? from : next;
                }
            }
            Status least = stretches.get(0).status();
            if (least.isWorseThan(stretches.get(stretches.size() - 1).status())) {
                Collections.reverse(stretches);
            }
            return new Lines(stretches);
        }

        /**
         * Between two marks the status changes in one direction only: marks stand at the ends of what is looked at, on
         * both sides of each level, and around nought, where a gap reverses.
         */
        private TreeSet<BigInteger> marks() {
            BigDecimal high = level.high() == null ? level.value() : level.high();
            BigDecimal size = level.value().abs().max(high.abs());
            BigDecimal allowed = dossier.tolerance().amountFor(size);
            BigDecimal reach = size.add(allowed.multiply(BigDecimal.valueOf(2))).add(BigDecimal.TEN);
            TreeSet<BigInteger> marks = new TreeSet<>();
            for (BigDecimal middle : List.of(level.value(), high, BigDecimal.ZERO)) {
                BigInteger below = step(middle);
                for (int i = -1; i <= 2; i++) {
                    marks.add(below.add(BigInteger.valueOf(i)));
                }
            }
            BigInteger least =
                    step(goesBelowNought() ? level.value().min(BigDecimal.ZERO).subtract(reach) : BigDecimal.ZERO);
            BigInteger most = step(most(high.add(reach)));
            marks.add(least);
            marks.add(most);
            return new TreeSet<>(marks.subSet(least, true, most.max(least), true));
        }

        private boolean goesBelowNought() {
            return dossier.measure().isGap()
                    || level.value().signum() < 0
                    || dossier.series().outturns().stream()
                            .flatMap(figure -> figure.valueIn(dossier.measure()).stream())
                            .anyMatch(value -> value.signum() < 0);
        }

        private BigDecimal most(BigDecimal looked) {
            BigDecimal maximum = dossier.maximum();
            if (maximum != null) {
                return maximum;
            }
            boolean share =
                    dossier.measure().isPercentage() && !dossier.measure().isGap();
            boolean within = level.value().compareTo(HUNDRED) <= 0
                    && (level.high() == null || level.high().compareTo(HUNDRED) <= 0);
            return share && within ? HUNDRED : looked;
        }

        private void narrow(BigInteger low, BigInteger high) {
            boolean adjoining = high.subtract(low).compareTo(BigInteger.ONE) <= 0;
            if (adjoining || known.get(low) == known.get(high)) {
                return;
            }
            BigInteger middle = low.add(high).shiftRight(1);
            known.put(middle, rule.apply(middle));
            narrow(low, middle);
            narrow(middle, high);
        }

        private BigInteger step(BigDecimal value) {
            return value.setScale(places, RoundingMode.FLOOR).unscaledValue();
        }

        private BigDecimal value(BigInteger step) {
            return new BigDecimal(step, places);
        }

        private Stretch stretch(@Nullable Status status, @Nullable BigDecimal from, @Nullable BigDecimal to) {
            Phrases phrases = Phrases.english();
            Amounts amounts = new Amounts(dossier.measure(), places, phrases);
            String low = from == null ? "" : amounts.plainFigure(from);
            String high = to == null ? "" : amounts.plainFigure(to);
            String key;
            if (from == null) {
                key = to == null ? "line.any" : "line.upto";
            } else {
                key = to == null ? "line.from" : from.equals(to) ? "line.one" : "line.between";
            }
            return new Stretch(
                    java.util.Objects.requireNonNull(status), from, to, phrases.say(key, "low", low, "high", high));
        }
    }
}
