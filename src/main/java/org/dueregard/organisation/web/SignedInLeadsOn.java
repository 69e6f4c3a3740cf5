package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dueregard.site.ParkedForms;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** After signing in: back to the words that a time-out interrupted, else to the page asked for, else home. */
@Component
class SignedInLeadsOn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final ParkedForms parked;

    SignedInLeadsOn(ParkedForms parked) {
        this.parked = parked;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, jakarta.servlet.ServletException {
        var page = parked.pageWaiting(request);
        if (page.isPresent()) {
            getRedirectStrategy().sendRedirect(request, response, page.get());
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}
