package org.dueregard.plan;

import java.util.List;

/** What has to come to its end before a plan can be closed. Rounds stand above this module and fill this in. */
public interface UnfinishedBusiness {

    /** @param page on which it is brought to its end */
    record Unfinished(String name, String page) {}

    List<Unfinished> of(PlanId plan);
}
