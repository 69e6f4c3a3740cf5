package org.dueregard.organisation.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.dueregard.organisation.model.KeyBearers;
import org.dueregard.organisation.model.KeyBearers.Bearer;
import org.dueregard.organisation.model.KeyToken;
import org.dueregard.organisation.model.SignInPace;
import org.dueregard.organisation.model.SigningIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in by the token in their {@code Authorization} header, and by nothing else. A wrong token is refused, not
 * passed over: a program should hear of it at once.
 */
final class BearerTokens extends OncePerRequestFilter {

    /** What a program is told to bring, RFC 6750. */
    static final String CHALLENGE = "Bearer";

    private static final Logger LOG = LoggerFactory.getLogger(BearerTokens.class);

    private static final String WRONG = CHALLENGE + " error=\"invalid_token\"";
    private static final Duration NEXT_TRY = Duration.ofSeconds(10);

    private final KeyBearers bearers;
    private final SignInPace pace;

    BearerTokens(KeyBearers bearers, SignInPace pace) {
        this.bearers = bearers;
        this.pace = pace;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> brought = brought(request);
        if (brought.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Bearer> bearer = brought.flatMap(KeyToken::of).flatMap(bearers::of);
        if (bearer.isPresent()) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(SigningIn.signedIn(bearer.get().by(), bearer.get()));
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        } else {
            refuse(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getRemoteAddr();
        if (pace.allowsUnknownToken(address)) {
            LOG.warn("API key refused from {}", address);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, WRONG);
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else {
            LOG.warn("API key refused: too many tries from {}", address);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(NEXT_TRY.toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private static Optional<String> brought(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, CHALLENGE + " ", 0, CHALLENGE.length() + 1);
        return bearer ? Optional.of(header.substring(CHALLENGE.length()).strip()) : Optional.empty();
    }
}
