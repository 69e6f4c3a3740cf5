package org.dueregard.organisation.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
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

    /** What a form's fields may add to its files. */
    private static final DataSize BESIDE = DataSize.ofMegabytes(2);

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
        Collection<Part> parts;
        try {
            parts = request.getParts();
        } catch (IllegalStateException tooLargeForTheServer) {
            refuse(request, response);
            return;
        } catch (ServletException | IOException malformed) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        long whole = parts.stream().mapToLong(Part::getSize).sum();
        boolean eachFits = parts.stream().allMatch(part -> part.getSize() <= most.toBytes());
        if (eachFits && whole <= most.toBytes() + BESIDE.toBytes()) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(MOST, most.toMegabytes());
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }
}
