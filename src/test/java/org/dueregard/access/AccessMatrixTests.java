package org.dueregard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dueregard.ProductTest;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.model.ApiKeyKeeper;
import org.dueregard.organisation.model.KeyLasting;
import org.dueregard.site.Once;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
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

    @Autowired
    Administration council;

    @Autowired
    ApiKeyKeeper keys;

    /** @param takes the kind of content that it takes; null where any will do */
    private record Route(
            RequestMethod method,
            String path,
            HandlerMethod handler,
            @Nullable MediaType takes) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        boolean isForPrograms() {
            return path.startsWith("/api/");
        }

        /** The address with identifiers that nothing has. */
        String address() {
            return path.replaceAll("\\{token}", "unknown")
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }
    }

    /** Where people come with a browser; programs have doors of their own. */
    private List<Route> routes() {
        return all().stream().filter(route -> !route.isForPrograms()).toList();
    }

    private List<Route> routesForPrograms() {
        return all().stream().filter(Route::isForPrograms).toList();
    }

    private List<Route> all() {
        Map<String, Route> found = new TreeMap<>();
        routes.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.dueregard")) {
                info.getPatternValues()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> found.put(
                                        path + " " + method,
                                        new Route(
                                                method,
                                                path,
                                                handler,
                                                info.getConsumesCondition().getConsumableMediaTypes().stream()
                                                        .findFirst()
                                                        .orElse(null)))));
            }
        });
        return List.copyOf(found.values());
    }

    @Test
    void everyAddressCarriesARule() {
        assertThat(all())
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

    @Test
    void programsComeInByTheirTokenWhereTheRuleSaysAndNowhereElse() throws Exception {
        Map<Role, String> tokens = tokens();
        List<String> wrong = new ArrayList<>();
        for (Route route : routesForPrograms()) {
            RouteRule rule = RouteRule.of(route.handler()).orElseThrow();
            for (Role role : Role.values()) {
                boolean allowed =
                        rule.authorities().isEmpty() || rule.authorities().contains(role.authority());
                MockHttpServletResponse response = bearing(tokens.get(role), route);
                int status = response.getStatus();
                if (allowed == (status == 403) || status == 401 || status == 500) {
                    wrong.add(route + " as " + role + ": " + status);
                }
                assertThat(response.getHeader("Set-Cookie"))
                        .as(route.toString())
                        .isNull();
            }
        }
        assertThat(routesForPrograms()).hasSizeGreaterThan(3);
        assertThat(wrong).isEmpty();
    }

    @Test
    void programsWithoutTheirTokenComeInNowhere() throws Exception {
        for (Route route : routesForPrograms()) {
            assertThat(RouteRule.of(route.handler()).orElseThrow().everybody())
                    .as(route.toString())
                    .isFalse();
            MockHttpServletResponse response = bearing(null, route);
            assertThat(response.getStatus()).as(route.toString()).isEqualTo(401);
            assertThat(response.getContentType()).as(route.toString()).isEqualTo("application/problem+json");
        }
    }

    @Test
    void aTokenOpensNoPage() throws Exception {
        Map<Role, String> tokens = tokens();
        for (Route route : routes()) {
            if (RouteRule.of(route.handler()).orElseThrow().everybody()) {
                continue;
            }
            for (String token : tokens.values()) {
                MockHttpServletResponse response = bearing(token, route);
                if (route.method() == RequestMethod.POST) {
                    assertThat(response.getRedirectedUrl()).as(route.toString()).startsWith("/sign-in");
                } else {
                    assertThat(response.getRedirectedUrl()).as(route.toString()).endsWith("/sign-in");
                }
            }
        }
    }

    /** A key of somebody in each role. */
    private Map<Role, String> tokens() {
        OrganisationId organisation = council.addOrganisation("Wandle Borough Council");
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            PersonId person = council.addPerson(organisation, null, role.name(), UUID.randomUUID() + "@wandle.example");
            council.giveRole(organisation, null, person, role, null);
            SignedIn by = new SignedIn(person, organisation, "Wandle Borough Council", role.name(), Set.of(role));
            tokens.put(role, keys.make(by, "Import", KeyLasting.MONTH).secret());
        }
        return tokens;
    }

    private MockHttpServletResponse bearing(@Nullable String token, Route route) throws Exception {
        MockHttpServletRequestBuilder request =
                request(HttpMethod.valueOf(route.method().name()), route.address());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (route.takes() != null) {
            request.contentType(route.takes());
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse send(Route route, @Nullable Authentication who) throws Exception {
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
