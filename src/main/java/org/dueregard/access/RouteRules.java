package org.dueregard.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Decides about a request by the rule that its address carries. An address without a rule is refused to everybody; an
 * address that does not exist is refused to strangers and left to "not found" for those signed in.
 */
@Component
public class RouteRules implements AuthorizationManager<RequestAuthorizationContext> {

    private final RequestMappingHandlerMapping routes;

    public RouteRules(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Authentication who = authentication.get();
        boolean signedIn = who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
        Optional<HandlerMethod> handler = handlerOf(context.getRequest());
        if (handler.isEmpty()) {
            return new AuthorizationDecision(signedIn);
        }
        Optional<RouteRule> rule = RouteRule.of(handler.get());
        if (rule.isEmpty()) {
            return new AuthorizationDecision(false);
        }
        if (rule.get().everybody()) {
            return new AuthorizationDecision(true);
        }
        if (!signedIn) {
            return new AuthorizationDecision(false);
        }
        return new AuthorizationDecision(rule.get().authorities().isEmpty()
                || who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(rule.get().authorities()::contains));
    }

    private Optional<HandlerMethod> handlerOf(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            HandlerExecutionChain chain = routes.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method
                    ? Optional.of(method)
                    : Optional.empty();
        } catch (ServletException wrongMethodOrType) {
            // Spring MVC answers these itself, with 405 or 415, once the person is known
            return Optional.empty();
        } catch (Exception unknown) {
            throw new IllegalStateException("No rule can be looked up for this request", unknown);
        }
    }
}
