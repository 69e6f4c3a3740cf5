package org.dueregard.indicator.words;

/** How sure a reading of somebody's words is; the surest first. */
public enum Sureness {

    /** The words say it. */
    STATED,

    /** The words leave the good side open, and the indicator says it: by its name, or by the side set for it. */
    FROM_NAME,

    /** Likely, and to be looked at by a person before it counts. */
    GUESS,

    /** The words are kept, and nothing is made of them. */
    NOT_UNDERSTOOD;

    /** The less sure of the two. */
    Sureness atMost(Sureness other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
