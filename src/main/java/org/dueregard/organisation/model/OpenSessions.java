package org.dueregard.organisation.model;

import java.util.Map;
import org.dueregard.organisation.PersonId;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where people are signed in. Rights that change end these, so that nobody goes on with the ones they had. */
@Component
class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    void end(PersonId person) {
        Map<String, ? extends Session> open = sessions.findByPrincipalName(person.toString());
        open.keySet().forEach(sessions::deleteById);
    }
}
