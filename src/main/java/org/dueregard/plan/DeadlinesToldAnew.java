package org.dueregard.plan;

import org.dueregard.organisation.OrganisationId;

/**
 * The last days of deadlines that are terms were told anew, since the council's term dates changed. Published inside the
 * transaction that changes them.
 */
public record DeadlinesToldAnew(OrganisationId organisation) {}
