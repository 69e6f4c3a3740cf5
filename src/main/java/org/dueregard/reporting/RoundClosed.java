package org.dueregard.reporting;

/** A round was closed: its returns and assessments are locked from now on. */
public record RoundClosed(RoundId round) {}
