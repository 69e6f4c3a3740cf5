package org.dueregard.organisation.web;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import org.dueregard.access.RouteRules;
import org.dueregard.organisation.model.KeyBearers;
import org.dueregard.organisation.model.SignInPace;
import org.dueregard.site.ParkedForms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.util.unit.DataSize;

/** Every address is refused until its own rule allows it; see {@link RouteRules}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /**
     * When a session was used last is written once a minute: else every page that somebody reads would wait for a write
     * to reach the disk.
     */
    private static final String SESSION_USED = """
            with used (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
                as (values (?::char(36), ?::bigint, ?::int, ?::bigint, ?::varchar(100), ?::char(36)))
            update %TABLE_NAME% session
            set session_id = used.session_id, last_access_time = used.last_access_time,
                max_inactive_interval = used.max_inactive_interval, expiry_time = used.expiry_time,
                principal_name = used.principal_name
            from used
            where session.primary_id = used.primary_id
                and (used.last_access_time - session.last_access_time >= 60000
                    or session.session_id <> used.session_id
                    or session.max_inactive_interval <> used.max_inactive_interval
                    or session.principal_name is distinct from used.principal_name)""";

    /**
     * For programs. Who they are is shown by each request anew: no session is read or made, so a browser's cookie lets
     * nobody in here, and there is nothing that a page of somebody else could make it do.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain api(
            HttpSecurity http,
            RouteRules rules,
            KeyBearers bearers,
            SignInPace pace,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile) {
        http.securityMatcher("/api/**")
                .addFilterBefore(new BearerTokens(bearers, pace), AnonymousAuthenticationFilter.class)
                // after the rule: nobody's file is taken in before it is clear that they may bring one
                .addFilterAfter(new UploadLimit(largestFile), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(rules))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(
                                (request, response, refused) -> response.sendError(HttpStatus.FORBIDDEN.value()))
                        .authenticationEntryPoint((request, response, unknown) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BearerTokens.CHALLENGE);
                            response.sendError(HttpStatus.UNAUTHORIZED.value());
                        }))
                .headers(SecurityConfiguration::strict);
        return http.build();
    }

    @Bean
    SecurityFilterChain screens(
            HttpSecurity http,
            RouteRules rules,
            ParkedForms parked,
            SignedInLeadsOn leadsOn,
            @Value("${dueregard.pages.largest-file}") DataSize largestFile) {
        http.addFilterBefore(new UploadLimit(largestFile), CsrfFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers("/assets/**", "/favicon.ico")
                                .permitAll()
                                .requestMatchers("/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .access(rules))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .failureUrl("/sign-in?refused")
                        .successHandler(leadsOn))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(new Refusal(parked))
                        .authenticationEntryPoint(new AskToSignIn(parked)))
                .headers(SecurityConfiguration::strict);
        return http.build();
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }

    /** Nobody reads how long each filter took, and to take the times costs more than most of the filters. */
    @Bean
    SecurityObservationSettings filtersAreNotTimed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    PasswordEncoder passwords() {
        DelegatingPasswordEncoder passwords = new DelegatingPasswordEncoder(
                "pbkdf2", java.util.Map.of("pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
        passwords.setDefaultPasswordEncoderForMatches(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return passwords;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsInPostgres() {
        return sessions -> {
            // Two requests of one session may add the same attribute at the same moment.
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            sessions.setUpdateSessionQuery(SESSION_USED);
        };
    }

    /** The cookie belongs to this host alone where the product is reached over HTTPS. */
    @Bean
    CookieSerializer sessionCookie(@Value("${dueregard.address}") URI address) {
        boolean https = "https".equals(address.getScheme());
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(https ? "__Host-session" : "session");
        cookie.setUseSecureCookie(https);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
