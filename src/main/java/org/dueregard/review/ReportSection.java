package org.dueregard.review;

/** The sections of the report to the management team, in their order. */
public enum ReportSection {
    /** Where the plan is, in a sentence and a chart. */
    SUMMARY,

    /** What is off track or unusual, and what is done about it. */
    EXCEPTIONS,

    /** What got worse or better since the last time. */
    CHANGES,

    /** What the group decided and asked for. */
    GROUP,

    /** What the management team is asked to decide. */
    ASKED
}
