package org.dueregard.organisation.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells people that a file is too large and how large it may be. It stands before the form's token is asked for: of a
 * request that is too large no field can be read, and a form without its token looks like one of somebody else's.
 */
final class UploadLimit extends OncePerRequestFilter {

    /** Under which the page finds how large a file may be, in megabytes. */
    private static final String MOST = "mostMegabytes";

    private final DataSize most;

    UploadLimit(DataSize most) {
        this.most = most;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isWithinLimits(request)) {
            chain.doFilter(request, response);
        } else {
            request.setAttribute(MOST, most.toMegabytes());
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        }
    }

    private static boolean isWithinLimits(HttpServletRequest request) throws IOException, ServletException {
        try {
            request.getParts();
            return true;
        } catch (IllegalStateException tooLarge) {
            return false;
        }
    }
}
