package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dueregard.site.ParkedForms;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends strangers to the sign-in page, and keeps what they had typed when it is a form that a time-out interrupted. */
class AskToSignIn implements AuthenticationEntryPoint {

    private final ParkedForms parked;

    AskToSignIn(ParkedForms parked) {
        this.parked = parked;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        if (request.getHeader("X-Requested-With") != null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        boolean kept = parked.park(request, response);
        response.sendRedirect(request.getContextPath() + (kept ? "/sign-in?kept" : "/sign-in"));
    }
}
