package org.dueregard.intake.trial;

/** What is counted, each by itself, with the share of it that has to be right unless the caller says otherwise. */
enum Measured {
    PLAN_TITLE("plan title", 100),
    OBJECTIVES("objectives", 100),
    THEMES("themes", 100),
    AREAS("areas", 100),
    ACTIVITIES("activities", 100),
    SUB_ACTIVITIES("sub-activities", 100),
    INDICATORS("indicators", 98),
    BASELINES("baselines", 98),
    BASELINES_IN_TEXT("baselines in text", 0),
    OUTTURNS("outturns", 98),
    OUTTURNS_IN_TEXT("outturns in text", 0),
    TARGETS_STATED("targets stated", 100),
    TARGETS_BY_NAME("targets by name", 100),
    TARGETS_BY_SENSE("targets by sense", 98),
    TARGETS_NOT_STATED("targets not stated", 98),
    OWNERS("owners", 98),
    DEADLINES("deadlines", 98),
    STRATEGIES("strategies", 98),
    OUTCOMES("outcomes", 98),
    UPDATES("updates", 98),
    NARRATIVE_ONLY("narrative only", 98);

    private final String label;
    private final double least;

    Measured(String label, double least) {
        this.label = label;
        this.least = least;
    }

    String label() {
        return label;
    }

    /** As it is written in options. */
    String option() {
        return label.replace(' ', '-');
    }

    /** In per cent. */
    double least() {
        return least;
    }
}
