package org.dueregard.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * What programs read when something is wrong, whoever found it, a filter, the framework or one of our own: a problem as in
 * RFC 9457, with the reference that stands in the log. It stands before everything else that could answer with a page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ApiProblems extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");

    /** Under which the request carries a {@link ProblemDetail} that says more than the status. */
    private static final String TOLD = ApiProblems.class.getName() + ".told";

    private final MessageSource messages;
    private final JsonMapper json;
    private final DataSize largestFile;

    ApiProblems(
            MessageSource messages,
            JsonMapper json,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile) {
        this.messages = messages;
        this.json = json;
        this.largestFile = largestFile;
    }

    /** Refuses with more than the status says. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        request.setAttribute(TOLD, problem);
        response.sendError(problem.getStatus());
    }

    /** Asked of the path as it is understood, not as it is written, just as by those who answer it. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        RequestPath path = RequestPath.parse(request.getRequestURI(), request.getContextPath());
        return !API.matches(path.pathWithinApplication());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new Telling(request, response));
        } catch (ServletException | IOException | RuntimeException fault) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
            if (response.isCommitted()) {
                throw fault;
            }
            tell(HttpStatus.INTERNAL_SERVER_ERROR.value(), request, response);
        }
    }

    private void tell(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean more = request.getAttribute(TOLD) instanceof ProblemDetail told && told.getStatus() == status;
        byte[] body = json.writeValueAsBytes(problem(
                status,
                more ? (ProblemDetail) request.getAttribute(TOLD) : null,
                request.getAttribute(RequestReference.ATTRIBUTE)));
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** The same of a request that came no further than the server, and so has no reference. */
    String problem(int status) {
        return json.writeValueAsString(problem(status, null, null));
    }

    private Map<String, Object> problem(int status, @Nullable ProblemDetail told, @Nullable Object reference) {
        Map<String, Object> problem = new LinkedHashMap<>();
        HttpStatus known = HttpStatus.resolve(status);
        problem.put("type", "about:blank");
        problem.put("title", known == null ? String.valueOf(status) : known.getReasonPhrase());
        problem.put("status", status);
        String detail =
                messages.getMessage("site.api." + status, new Object[] {largestFile.toMegabytes()}, null, Locale.UK);
        if (told != null) {
            detail = told.getDetail() == null ? detail : told.getDetail();
            if (told.getProperties() != null) {
                problem.putAll(told.getProperties());
            }
        }
        if (detail != null) {
            problem.put("detail", detail);
        }
        if (reference != null) {
            problem.put(RequestReference.ATTRIBUTE, reference);
        }
        return problem;
    }

    private final class Telling extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Telling(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            tell(status, request, (HttpServletResponse) getResponse());
        }

        /** What frameworks say about their reasons is for nobody else. */
        @Override
        public void sendError(int status, String reason) throws IOException {
            sendError(status);
        }
    }
}
