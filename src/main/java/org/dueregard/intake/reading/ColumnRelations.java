package org.dueregard.intake.reading;

/**
 * What the columns of a table are there for beside one another, rule after rule: each reads what those before it settled. What
 * a person said of a column stays.
 */
final class ColumnRelations {

    private ColumnRelations() {}

    static void settle(Columns columns) {
        OwnerColumns.responsible(columns);
        OwnerColumns.answerable(columns);
        MeasureColumns.statusInSentences(columns);
        DeedColumns.titles(columns);
        LevelColumns.rankOnly(columns);
        LevelColumns.termsAndCounts(columns);
        LevelColumns.namedInCells(columns);
        LevelColumns.codesOfMeasures(columns);
        LevelColumns.numbersOfTargets(columns);
        LevelColumns.mergedInFront(columns);
        LevelColumns.codes(columns);
        LevelColumns.numbersAbove(columns);
        DeedColumns.areaBeforeActions(columns);
        DeedColumns.namesBeforeActions(columns);
        DeedColumns.detailsOfNames(columns);
        DeedColumns.milestonesAsDeeds(columns);
        DeedColumns.outputOverActivities(columns);
        DeedColumns.actionOverActions(columns);
        MeasureColumns.successAsMeasure(columns);
        MeasureColumns.aimsOfObjectives(columns);
        MeasureColumns.aimBesideMeasure(columns);
        MeasureColumns.levelOfATime(columns);
        MeasureColumns.wantedLevel(columns);
        DeedColumns.nextSteps(columns);
        DeedColumns.promises(columns);
        DeedColumns.aimsKept(columns);
        DeedColumns.areasKept(columns);
        DeedColumns.unnamedInFront(columns);
        DeedColumns.stepsToCome(columns);
        MeasureColumns.linkedMeasures(columns);
        DeedColumns.doneOn(columns);
        MeasureColumns.targetsThatLead(columns);
        weaker(columns, Role.INDICATOR, Role.SOURCE);
        weaker(columns, Role.AREA, Role.OTHER);
        weaker(columns, Role.DEADLINE, Role.OTHER);
        weaker(columns, Role.OWNER, Role.OTHER);
        weaker(columns, Role.CHARACTERISTIC, Role.OTHER);
        LevelColumns.second(columns, Role.THEME, Role.AREA);
        LevelColumns.fromTheLeft(columns);
        LevelColumns.second(columns, Role.OBJECTIVE, Role.AREA);
        DeedColumns.lowestKept(columns);
        MeasureColumns.outcomesBesideAims(columns);
        LevelColumns.outcomeThatLeads(columns);
        MeasureColumns.figures(columns);
        MeasureColumns.groups(columns);
        DeedColumns.whatRowsAreAbout(columns);
        LevelColumns.whatRowsStandUnder(columns);
    }

    /** Where one column says a role outright, another that may have it does not. */
    private static void weaker(Columns columns, Role role, Role otherwise) {
        if (columns.of(role).anyMatch(columns::isSure)) {
            columns.of(role)
                    .filter(column -> !columns.isSure(column) && columns.isFree(column))
                    .forEach(column -> columns.set(column, otherwise, Certainty.DOUBTFUL));
        }
    }
}
