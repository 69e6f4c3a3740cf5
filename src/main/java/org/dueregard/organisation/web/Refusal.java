package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dueregard.site.ParkedForms;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form whose token is gone comes from somebody whose session is over, so they are asked to sign in and what they typed
 * is kept. Every other refusal is a refusal.
 */
class Refusal implements AccessDeniedHandler {

    private final ParkedForms parked;

    Refusal(ParkedForms parked) {
        this.parked = parked;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        boolean tokenGone = refused instanceof CsrfException;
        if (tokenGone && request.getHeader("X-Requested-With") != null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (tokenGone && !signedIn()) {
            boolean kept = parked.park(request, response);
            response.sendRedirect(request.getContextPath() + (kept ? "/sign-in?kept" : "/sign-in?over"));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Asked of the context, since the request knows its person only after the token was checked. */
    private static boolean signedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
    }
}
