package org.dueregard.organisation;

/** What a unit is within the council; an external body is outside it and accountable for part of a plan all the same. */
public enum UnitKind {
    DEPARTMENT,
    DIVISION,
    SERVICE,
    TEAM,
    EXTERNAL_BODY
}
