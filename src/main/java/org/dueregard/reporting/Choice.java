package org.dueregard.reporting;

/** How an item in a return ends. */
public enum Choice {

    /** A figure, words, or both. */
    UPDATE,

    /** Expected later, and when. */
    NOT_DUE,

    /** Nothing this time, and why. */
    NO_UPDATE
}
