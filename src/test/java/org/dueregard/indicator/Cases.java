package org.dueregard.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/** A target and its figures for 2014/15, asked about on 15 May 2015, with everything ordinary that is not said. */
final class Cases {

    private ValueKind kind = ValueKind.NUMBER;
    private @Nullable String unit;
    private int decimals;
    private Polarity polarity = Polarity.HIGHER;
    private Basis basis = Basis.WHOLE_PERIOD;
    private @Nullable Frequency frequency;
    private @Nullable String comparator;
    private @Nullable GapGroups gap;
    private @Nullable Integer triggerMonths;
    private Tolerance tolerance = Tolerance.PLAN_DEFAULT;
    private TargetSetting setting;
    private final List<Figure> outturns = new ArrayList<>();
    private final List<ComparatorFigure> comparators = new ArrayList<>();
    private @Nullable Reported reported;
    private LocalDate asOf = LocalDate.of(2015, 5, 15);

    private Cases(Target target) {
        setting = TargetSetting.of("", target, Period.financialYear(2014)).withExpectedFrom(LocalDate.of(2015, 4, 30));
    }

    static Cases of(Target target) {
        return new Cases(target);
    }

    static BigDecimal number(String words) {
        return new BigDecimal(words);
    }

    Cases percentage() {
        kind = ValueKind.PERCENTAGE;
        return this;
    }

    Cases kind(ValueKind valueKind, @Nullable String unitOfMeasure) {
        kind = valueKind;
        unit = unitOfMeasure;
        return this;
    }

    Cases decimals(int places) {
        decimals = places;
        return this;
    }

    Cases polarity(Polarity good) {
        polarity = good;
        return this;
    }

    Cases basis(Basis adding) {
        basis = adding;
        return this;
    }

    Cases frequency(Frequency often) {
        frequency = often;
        return this;
    }

    Cases gapOf(String better, String other) {
        kind = ValueKind.PERCENTAGE;
        polarity = Polarity.LOWER;
        gap = new GapGroups(better, other);
        return this;
    }

    Cases triggerMonths(int months) {
        triggerMonths = months;
        return this;
    }

    Cases tolerance(String words) {
        tolerance = Tolerance.parse(words);
        return this;
    }

    Cases period(String words) {
        setting = TargetSetting.of("", setting.target(), Period.parse(words))
                .withExpectedFrom(setting.expectedFrom())
                .withDeadline(setting.deadline());
        return this;
    }

    Cases withoutPeriod() {
        setting = TargetSetting.of("", setting.target(), null);
        return this;
    }

    Cases expected(@Nullable String day, @Nullable String deadline) {
        setting = setting.withExpectedFrom(day == null ? null : LocalDate.parse(day))
                .withDeadline(deadline == null ? null : LocalDate.parse(deadline));
        return this;
    }

    Cases baseline(String period, String value) {
        return baseline(Figure.of(Period.parse(period), number(value)));
    }

    Cases baseline(Figure figure) {
        setting = setting.withBaseline(figure);
        return this;
    }

    Cases interim(String period, String value) {
        Map<Period, BigDecimal> interim = new TreeMap<>(setting.interimTargets());
        interim.put(Period.parse(period), number(value));
        setting = setting.withInterimTargets(interim);
        return this;
    }

    Cases comparator(String name, String period, String value) {
        comparator = name;
        comparators.add(ComparatorFigure.of(name, Period.parse(period), number(value)));
        return this;
    }

    Cases figure(String value) {
        return figure("2014/15", value);
    }

    Cases figure(String period, String value) {
        return figure(Figure.of(Period.parse(period), number(value)));
    }

    Cases figure(Figure figure) {
        outturns.add(figure);
        return this;
    }

    Cases reported(Status status) {
        reported = Reported.as(status);
        return this;
    }

    Cases reported(Reported said) {
        reported = said;
        return this;
    }

    Cases on(String day) {
        asOf = LocalDate.parse(day);
        return this;
    }

    Measure measure() {
        return new Measure(
                "Indicator", unit, decimals, polarity, kind, basis, frequency, false, comparator, gap, triggerMonths);
    }

    Assessment assess() {
        return StatusRule.assess(measure(), setting, new Series(outturns, comparators), reported, tolerance, asOf);
    }
}
