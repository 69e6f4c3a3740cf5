package org.dueregard.indicator;

/** How settled a figure is. Only a settled one can complete a target. */
public enum FigureState {
    PROVISIONAL,
    FINAL,

    /** Corrected after it was final; as settled as a final one. */
    REVISED;

    public boolean isSettled() {
        return this != PROVISIONAL;
    }
}
