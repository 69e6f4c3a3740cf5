package org.dueregard.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a short reference that stands in its log lines and on the page that says something went wrong. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestReference extends OncePerRequestFilter {

    static final String ATTRIBUTE = "reference";

    /** Without letters and digits that are mistaken for one another when read out on the telephone. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String reference = random.ints(8, 0, LETTERS.length())
                .mapToObj(place -> String.valueOf(LETTERS.charAt(place)))
                .reduce("", String::concat);
        request.setAttribute(ATTRIBUTE, reference);
        MDC.put(ATTRIBUTE, reference);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(ATTRIBUTE);
        }
    }
}
