package org.dueregard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dueregard.ProductTest;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.site.Once;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the product against every role: the rule that it carries is what happens, from both sides. */
@ProductTest
class AccessMatrixTests {

    /** Addresses whose posts change nothing twice by their nature: signing in, staying, saving what stands there, and showing. */
    private static final Set<String> NEED_NO_KEY = Set.of(
            "/demonstration/sign-in",
            "/session/extend",
            "/returns/{id}",
            "/returns/{id}/items/{item}",
            "/returns/{id}/workbook",
            "/returns/{id}/grid",
            "/returns/{id}/grid/{item}",
            "/words/preview",
            "/words/pasted");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    MockMvc mvc;

    private record Route(RequestMethod method, String path, HandlerMethod handler) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        /** The address with identifiers that nothing has. */
        String address() {
            return path.replaceAll("\\{token}", "unknown")
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }
    }

    private List<Route> routes() {
        Map<String, Route> found = new TreeMap<>();
        routes.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.dueregard")) {
                info.getPatternValues()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> found.put(path + " " + method, new Route(method, path, handler))));
            }
        });
        return List.copyOf(found.values());
    }

    @Test
    void everyAddressCarriesARule() {
        assertThat(routes())
                .hasSizeGreaterThan(40)
                .allSatisfy(route -> assertThat(RouteRule.of(route.handler()))
                        .as(route.toString())
                        .isPresent());
    }

    @Test
    void everyFormThatChangesSomethingIsTakenOnce() {
        assertThat(routes().stream()
                        .filter(route -> route.method() == RequestMethod.POST)
                        .filter(route -> !NEED_NO_KEY.contains(route.path())))
                .hasSizeGreaterThan(10)
                .allSatisfy(route -> assertThat(route.handler().getMethod().getParameterTypes())
                        .as(route.toString())
                        .contains(Once.class));
    }

    @Test
    void strangersAreAskedToSignInExceptWhereEverybodyMayCome() throws Exception {
        for (Route route : routes()) {
            MockHttpServletResponse response = send(route, null);
            boolean askedToSignIn = response.getRedirectedUrl() != null
                    && response.getRedirectedUrl().contains("/sign-in")
                    && !route.path().equals("/demonstration/sign-in");
            RouteRule rule = RouteRule.of(route.handler()).orElseThrow();
            if (rule.everybody()) {
                assertThat(response.getStatus()).as(route.toString()).isNotIn(401, 403, 500);
            } else {
                assertThat(askedToSignIn)
                        .as(route + ", status " + response.getStatus())
                        .isTrue();
            }
        }
    }

    @Test
    void eachRoleComesInWhereItsRuleSaysAndNowhereElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            RouteRule rule = RouteRule.of(route.handler()).orElseThrow();
            for (Role role : Role.values()) {
                boolean allowed = rule.everybody()
                        || rule.authorities().isEmpty()
                        || rule.authorities().contains(role.authority());
                int status = send(route, as(role)).getStatus();
                if (allowed == (status == 403) || status == 500) {
                    wrong.add(route + " as " + role + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyWithoutAnyRoleChangesAnything() throws Exception {
        for (Route route : routes()) {
            RouteRule rule = RouteRule.of(route.handler()).orElseThrow();
            if (route.method() == RequestMethod.POST
                    && !rule.everybody()
                    && !route.path().equals("/session/extend")) {
                assertThat(send(route, as()).getStatus()).as(route.toString()).isEqualTo(403);
            }
        }
    }

    @Test
    void formsWithoutTheirTokenAreRefused() throws Exception {
        for (Route route : routes()) {
            if (route.method() == RequestMethod.POST) {
                MockHttpServletRequestBuilder request =
                        request(HttpMethod.POST, route.address()).with(authentication(as(Role.values())));
                assertThat(mvc.perform(request).andReturn().getResponse().getStatus())
                        .as(route.toString())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void anAddressThatDoesNotExistIsAskedToSignInForAndThenNotFound() throws Exception {
        MockHttpServletResponse stranger = mvc.perform(request(HttpMethod.GET, "/nothing-here"))
                .andReturn()
                .getResponse();
        MockHttpServletResponse known = mvc.perform(
                        request(HttpMethod.GET, "/nothing-here").with(authentication(as(Role.DMT))))
                .andReturn()
                .getResponse();

        assertThat(stranger.getRedirectedUrl()).endsWith("/sign-in");
        assertThat(known.getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse send(Route route, @org.jspecify.annotations.Nullable Authentication who)
            throws Exception {
        MockHttpServletRequestBuilder request = request(
                        HttpMethod.valueOf(route.method().name()), route.address())
                .with(csrf());
        if (who != null) {
            request = request.with(authentication(who));
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    /** Somebody of a council that has nothing. */
    private static Authentication as(Role... roles) {
        SignedIn somebody = new SignedIn(
                PersonId.random(), OrganisationId.random(), "Elsewhere Council", "Somebody", Set.of(roles));
        return UsernamePasswordAuthenticationToken.authenticated(
                somebody,
                null,
                Set.of(roles).stream()
                        .map(role -> new SimpleGrantedAuthority(role.authority()))
                        .toList());
    }
}
