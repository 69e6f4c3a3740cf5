package org.dueregard.indicator;

import java.util.List;

/**
 * The figures of one indicator: the organisation's own and those it is compared with. Order does not matter.
 *
 * @param outturns the organisation's own; where a period has several, the one entered last counts, else the more
 *     settled, else the last in the list
 * @param comparators somebody else's, by name and period
 */
public record Series(List<Figure> outturns, List<ComparatorFigure> comparators) {

    public Series {
        outturns = List.copyOf(outturns);
        comparators = List.copyOf(comparators);
    }

    public static Series of(Figure... outturns) {
        return new Series(List.of(outturns), List.of());
    }

    public static Series empty() {
        return new Series(List.of(), List.of());
    }

    public Series with(ComparatorFigure... figures) {
        return new Series(outturns, List.of(figures));
    }
}
