package org.dueregard.access;

/** The part a person plays. A role holds for the whole organisation, or for one unit and all below it. */
public enum Role {

    /** Owes the figures and words of their units. */
    SERVICE_MANAGER,

    /** Keeps the plan, runs the rounds, prepares the meetings. */
    POLICY_OFFICER,

    /** Sits on the equalities group: reads what it reviews. */
    REVIEWER,

    /** Chairs the equalities group: settles statuses, decisions and actions. */
    CHAIR,

    /** Reads where the plan is. */
    DMT,

    /** Looks after people, units and settings. No say over content. */
    ADMINISTRATOR;

    /** The name by which Spring Security knows the role. */
    public String authority() {
        return "ROLE_" + name();
    }
}
