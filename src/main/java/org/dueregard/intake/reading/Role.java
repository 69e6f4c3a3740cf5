package org.dueregard.intake.reading;

/** What words in a plan are there for: a column of a table, a labelled paragraph, or one value. */
public enum Role {
    REFERENCE,
    OBJECTIVE,
    THEME,
    AREA,
    ACTIVITY,
    INDICATOR,

    /** Intended outcome. */
    OUTCOME,

    /** What was before: the figure that a target points back to. */
    BASELINE,

    /** What somebody else has. */
    COMPARATOR,
    TARGET,

    /** What came out in a period of the plan or before. */
    OUTTURN,
    OWNER,
    DEADLINE,

    /** The strategies or plans that are served. */
    STRATEGY,
    UPDATE,

    /** Why there is no indicator, where words only are owed. */
    NARRATIVE,

    /** A colour or word for how it goes. */
    STATUS,
    CHARACTERISTIC,

    /** One of the three aims of the equality duty. */
    AIM,

    /** Where figures come from, and how often. */
    SOURCE,

    /** Whether more or less is better. */
    POLARITY,

    /** What stands beside the rest and has no place in a plan of its own: money, risks, remarks. */
    OTHER;

    /** Whether others stand under it. */
    public boolean isLevel() {
        return this == OBJECTIVE || this == THEME || this == AREA;
    }

    /** Whether it is a level of what is measured, or one that it is held against. */
    public boolean isFigure() {
        return this == TARGET || this == BASELINE || this == OUTTURN || this == COMPARATOR;
    }

    /** Whether its words begin something that has values of its own. */
    public boolean leads() {
        return isLevel() || this == ACTIVITY || this == INDICATOR;
    }
}
