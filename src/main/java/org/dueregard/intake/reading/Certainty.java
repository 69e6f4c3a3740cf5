package org.dueregard.intake.reading;

/** How sure it is that words have the role they were given; the surest first. */
public enum Certainty {
    /** A person said so. */
    CONFIRMED,

    /** The file says so: a heading or a label. */
    CERTAIN,

    /** Where it stands, or what it looks like, says so. */
    LIKELY,

    /** To be looked at by a person. */
    DOUBTFUL;

    /** The less sure of the two. */
    public Certainty atMost(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
