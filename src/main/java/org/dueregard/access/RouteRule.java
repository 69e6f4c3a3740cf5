package org.dueregard.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * The rule that an address carries.
 *
 * @param everybody whether nobody needs to be signed in
 * @param authorities those of which one is enough; empty means anybody signed in
 */
public record RouteRule(boolean everybody, Set<String> authorities) {

    /** The rule written on the method, else on its class; empty when there is none, and then nobody may pass. */
    public static Optional<RouteRule> of(HandlerMethod handler) {
        return onElement(handler.getMethod()).or(() -> onElement(handler.getBeanType()));
    }

    private static Optional<RouteRule> onElement(java.lang.reflect.AnnotatedElement element) {
        AllowedTo roles = AnnotatedElementUtils.findMergedAnnotation(element, AllowedTo.class);
        if (roles != null) {
            return Optional.of(new RouteRule(
                    false, Arrays.stream(roles.value()).map(Role::authority).collect(Collectors.toUnmodifiableSet())));
        }
        if (AnnotatedElementUtils.hasAnnotation(element, AllowedToSignedIn.class)) {
            return Optional.of(new RouteRule(false, Set.of()));
        }
        if (AnnotatedElementUtils.hasAnnotation(element, AllowedToEverybody.class)) {
            return Optional.of(new RouteRule(true, Set.of()));
        }
        return Optional.empty();
    }
}
