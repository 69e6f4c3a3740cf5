package org.dueregard.plan;

import java.time.Instant;
import java.util.Optional;
import org.dueregard.organisation.OrganisationId;

/** Where plans came from that nobody typed in. The reading of files stands above this module and fills this in. */
public interface PlanOrigins {

    /**
     * @param file its name
     * @param page on which the file is, for policy officers
     */
    record Origin(String file, String page, Instant madeAt) {}

    /** What the plan was made from; empty for one that was only brought up to date from a file. */
    Optional<Origin> of(OrganisationId organisation, PlanId plan);
}
