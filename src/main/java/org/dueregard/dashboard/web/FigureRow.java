package org.dueregard.dashboard.web;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.dueregard.calendar.Period;
import org.dueregard.dashboard.read.Story;
import org.dueregard.indicator.ComparatorFigure;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.Status;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * One period in the table of all figures.
 *
 * @param interval the 95% interval; null where not known
 * @param share so many of so many, or the figures of both groups of a gap; null where not known
 * @param restated what was known for it before, and promised
 * @param now the status that it would be by what is known today, where that is another; null where it is not
 * @param reported the status with which the figure was reported in a round that is closed; null when it was not
 */
record FigureRow(
        String period,
        @Nullable String share,
        @Nullable String figure,
        @Nullable String interval,
        @Nullable String compared,
        @Nullable String target,
        @Nullable FigureState state,
        @Nullable Status reported,
        @Nullable Status now,
        List<Story.Restated> restated) {

    static List<FigureRow> of(Story story) {
        Dossier dossier = story.dossier();
        TreeSet<Period> periods = new TreeSet<>(Comparator.reverseOrder());
        dossier.series().outturns().forEach(figure -> periods.add(figure.period()));
        dossier.compared().forEach(figure -> periods.add(figure.period()));
        return periods.stream().map(period -> row(story, period)).toList();
    }

    private static FigureRow row(Story story, Period period) {
        Dossier dossier = story.dossier();
        Figure figure = dossier.series().outturns().stream()
                .filter(one -> one.period().equals(period))
                .findFirst()
                .orElse(null);
        ComparatorFigure compared = dossier.compared().stream()
                .filter(one -> one.period().equals(period))
                .findFirst()
                .orElse(null);
        Story.Told told = story.told().stream()
                .filter(one -> period.label().equals(one.figurePeriod()) && one.isHandedIn())
                .findFirst()
                .orElse(null);
        return new FigureRow(
                period.label(),
                share(dossier, figure),
                dossier.shown(figure),
                interval(dossier, figure),
                compared == null ? null : dossier.measure().shown(compared.value()),
                story.promises().stream()
                        .filter(promise -> promise.period().equals(period.label()))
                        .map(Story.Promised::words)
                        .findFirst()
                        .orElse(null),
                figure == null ? null : figure.state(),
                told == null ? null : told.agreed() == null ? told.worked() : told.agreed(),
                told == null || told.restatement() == null
                        ? null
                        : told.restatement().status(),
                story.restated().stream()
                        .filter(before -> before.about().equals(period.label()) && before.why() != null)
                        .toList());
    }

    private static @Nullable String share(Dossier dossier, @Nullable Figure figure) {
        if (figure != null && figure.betterOff() != null && figure.other() != null) {
            String sign = dossier.measure().valueKind() == ValueKind.PERCENTAGE ? "%" : "";
            return figure.betterOff().stripTrailingZeros().toPlainString() + sign + " and "
                    + figure.other().stripTrailingZeros().toPlainString() + sign;
        }
        if (figure == null || figure.numerator() == null || figure.denominator() == null) {
            return null;
        }
        return figure.numerator().stripTrailingZeros().toPlainString() + " of "
                + figure.denominator().stripTrailingZeros().toPlainString();
    }

    private static @Nullable String interval(Dossier dossier, @Nullable Figure figure) {
        if (figure == null
                || dossier.measure().valueKind() != ValueKind.PERCENTAGE
                || figure.numerator() == null
                || figure.denominator() == null
                || figure.denominator().signum() <= 0
                || figure.numerator().signum() < 0
                || figure.numerator().compareTo(figure.denominator()) > 0) {
            return null;
        }
        Wilson wilson = Wilson.of(figure.numerator(), figure.denominator());
        return Math.round(wilson.low()) + "% to " + Math.round(wilson.high()) + "%";
    }
}
