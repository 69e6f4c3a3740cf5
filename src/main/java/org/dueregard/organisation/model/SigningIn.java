package org.dueregard.organisation.model;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dueregard.access.Role;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Recognises people by work e-mail address and password. Every refusal reads the same, and takes as long. */
@Component
public class SigningIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SigningIn.class);

    private final People people;
    private final RolesHeld roles;
    private final PasswordEncoder passwords;
    private final SignInPace pace;
    private final JdbcClient jdbc;
    private final String nobodysHash;

    SigningIn(People people, RolesHeld roles, PasswordEncoder passwords, SignInPace pace, JdbcClient jdbc) {
        this.people = people;
        this.roles = roles;
        this.passwords = passwords;
        this.pace = pace;
        this.jdbc = jdbc;
        this.nobodysHash = passwords.encode("somebody who does not exist");
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        String email = claim.getName().strip().toLowerCase(Locale.ROOT);
        String address =
                claim.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
        if (email.length() > 320 || !pace.allows(email, address)) {
            LOG.warn("Sign-in refused: too many tries from {}", address);
            throw new BadCredentialsException("Too many tries");
        }
        Person person = people.findByEmailIgnoreCaseAndEndedAtIsNull(email).orElse(null);
        String hash = person == null || person.passwordHash() == null ? nobodysHash : person.passwordHash();
        boolean right = passwords.matches(String.valueOf(claim.getCredentials()), hash);
        if (person == null || person.passwordHash() == null || !right) {
            LOG.warn("Sign-in refused from {}", address);
            throw new BadCredentialsException("Wrong address or password");
        }
        pace.forget(email, address);
        LOG.info("Signed in: person {}", person.id());
        return signedIn(person);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** The authentication of somebody whose identity is already sure. */
    public Authentication signedIn(Person person) {
        Set<Role> held = roles.findByPersonAndEndedAtIsNull(person.id()).stream()
                .map(RoleHeld::role)
                .collect(Collectors.toUnmodifiableSet());
        return signedIn(
                new SignedIn(person.id(), person.organisation(), nameOf(person.organisation()), person.post(), held),
                null);
    }

    /** The authentication of somebody with the roles that were just read; how they showed who they are may be told. */
    public static Authentication signedIn(SignedIn principal, @Nullable Object by) {
        UsernamePasswordAuthenticationToken known = UsernamePasswordAuthenticationToken.authenticated(
                principal,
                null,
                principal.roles().stream()
                        .map(Role::authority)
                        .map(SimpleGrantedAuthority::new)
                        .toList());
        known.setDetails(by);
        return known;
    }

    private String nameOf(OrganisationId organisation) {
        return jdbc.sql("select name from organisation where organisation_id = :id")
                .param("id", organisation.organisationId())
                .query(String.class)
                .single();
    }
}
