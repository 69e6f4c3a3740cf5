package org.dueregard.organisation.model;

import org.dueregard.database.DemonstrationMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the first administrator in: while there is no council, each start writes a link into the log, where only whoever
 * runs the product reads it.
 */
@Component
@ConditionalOnBooleanProperty(name = "dueregard.first-administrator", matchIfMissing = true)
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Administration administration;
    private final OneTimeLinks links;
    private final DemonstrationMode demonstration;

    FirstAdministrator(Administration administration, OneTimeLinks links, DemonstrationMode demonstration) {
        this.administration = administration;
        this.links = links;
        this.demonstration = demonstration;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (!demonstration.on() && administration.awaitsFirstAdministrator()) {
            LOG.warn(
                    "There is no council yet. Whoever opens this link first, within {} days, sets it up as its first"
                            + " administrator: {}",
                    OneTimeLinks.VALID.toDays(),
                    links.toFirstAdministrator(links.forFirstAdministrator()));
        }
    }
}
