package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.model.LinkMail;
import org.dueregard.organisation.model.OneTimeLinks;
import org.dueregard.organisation.web.LinkOnItsWay.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Gets one-time links to the people they are for: by e-mail, else through the administrator, whose page shows each link
 * once. Until then it waits in the administrator's session, where it is put before the change is committed: a form sent
 * a second time is answered right after that, and finds it there.
 */
@Component
class Invitations {

    private static final String WAITING = "link-on-its-way";

    private final Administration administration;
    private final OneTimeLinks links;
    private final LinkMail mail;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Invitations(
            Administration administration,
            OneTimeLinks links,
            LinkMail mail,
            FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.administration = administration;
        this.links = links;
        this.mail = mail;
        this.sessions = sessions;
    }

    boolean areMailed() {
        return mail.isConfigured();
    }

    /** Makes a link; part of the change that it comes from. */
    LinkOnItsWay make(SignedIn by, PersonId person, String email, HttpServletRequest request) {
        String link = links.toPassword(administration.passwordLink(by.organisation(), by, person));
        LinkOnItsWay made =
                new LinkOnItsWay(person, email, link, mail.isConfigured() ? Way.BEING_MAILED : Way.BY_HAND, false);
        keep(request, before -> made);
        return made;
    }

    /** Sends the link, once it is sure that it works; without a mail server nothing is left to do. */
    void send(SignedIn by, String post, LinkOnItsWay made, HttpServletRequest request) {
        if (made.way() == Way.BEING_MAILED) {
            boolean sent = mail.invite(made.email(), post, by.council(), made.link());
            keep(request, before -> made.goes(sent ? Way.MAILED : Way.NOT_MAILED));
        }
    }

    /** The form was sent twice, and only the second answer is read: what the first had to say is said again. */
    void sayAgain(HttpServletRequest request) {
        keep(request, before -> before == null ? null : before.shown(false));
    }

    /** What the person's page has to say about a link, once. */
    Optional<LinkOnItsWay> toShow(PersonId person, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(WAITING) instanceof LinkOnItsWay waiting
                && waiting.person().equals(person)
                && !waiting.shown()) {
            keep(request, before -> waiting.shown(true));
            return Optional.of(waiting);
        }
        return Optional.empty();
    }

    private void keep(HttpServletRequest request, UnaryOperator<@Nullable LinkOnItsWay> change) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            keep(sessions, session.getId(), change);
        }
    }

    /** At once and by itself, not at the end of the request like the session's other attributes. */
    private static <S extends Session> void keep(
            SessionRepository<S> sessions, String id, UnaryOperator<@Nullable LinkOnItsWay> change) {
        S session = sessions.findById(id);
        if (session != null) {
            session.setAttribute(WAITING, change.apply(session.getAttribute(WAITING)));
            sessions.save(session);
        }
    }
}
