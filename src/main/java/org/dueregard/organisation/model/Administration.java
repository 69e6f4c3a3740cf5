package org.dueregard.organisation.model;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.access.Role;
import org.dueregard.organisation.CouncilSetUp;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.RightsChanged;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.UnitKind;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does: units, people, their roles, and the end of their access. */
@Service
@Transactional
public class Administration implements CouncilSetUp {

    private final Units units;
    private final People people;
    private final RolesHeld roles;
    private final OneTimeLinks links;
    private final ApiKeyKeeper keys;
    private final PasswordEncoder passwords;
    private final OpenSessions sessions;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    Administration(
            Units units,
            People people,
            RolesHeld roles,
            OneTimeLinks links,
            ApiKeyKeeper keys,
            PasswordEncoder passwords,
            OpenSessions sessions,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            MessageSource messages,
            Clock clock) {
        this.units = units;
        this.people = people;
        this.roles = roles;
        this.links = links;
        this.keys = keys;
        this.passwords = passwords;
        this.sessions = sessions;
        this.events = events;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    public OrganisationId addOrganisation(String name) {
        OrganisationId id = OrganisationId.random();
        jdbc.sql("insert into organisation (organisation_id, name, created_at) values (?, ?, ?)")
                .params(id.organisationId(), name, java.sql.Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** Adds a unit under another, or at the top when {@code parent} is null. */
    public UnitId addUnit(
            OrganisationId organisation,
            @Nullable SignedIn by,
            @Nullable UnitId parent,
            UnitKind kind,
            String name,
            @Nullable String shortName) {
        Unit above = parent == null ? null : unit(organisation, parent);
        Unit unit = units.save(new Unit(organisation, above, kind, name, shortName));
        events.publishEvent(
                new RightsChanged(organisation, by, "unit", unit.id().unitId(), "Unit added", null, unit.name()));
        return unit.id();
    }

    /**
     * Gives a unit another name.
     *
     * @param version of the unit whose name was on the form; another by now means that somebody else renamed it
     */
    public void renameUnit(SignedIn by, UnitId id, long version, String name, @Nullable String shortName) {
        Unit unit = unit(by.organisation(), id);
        if (unit.version() != version) {
            throw new AlreadyDone("site.error.changed-meanwhile");
        }
        String was = unit.name();
        unit.rename(name, shortName);
        events.publishEvent(new RightsChanged(by.organisation(), by, "unit", id.unitId(), "Unit renamed", was, name));
    }

    public PersonId addPerson(OrganisationId organisation, @Nullable SignedIn by, String post, String email) {
        return addPerson(organisation, by, post, email, false);
    }

    /** Adds one of the demonstration's people, who is signed in with one click and has no password. */
    public PersonId addDemonstrationPerson(OrganisationId organisation, String post, String email) {
        return addPerson(organisation, null, post, email, true);
    }

    private PersonId addPerson(
            OrganisationId organisation, @Nullable SignedIn by, String post, String email, boolean demonstration) {
        Person person = people.save(new Person(organisation, post, email, demonstration, clock.instant()));
        events.publishEvent(new RightsChanged(
                organisation, by, "person", person.id().personId(), "Person added", null, post + ", " + email));
        return person.id();
    }

    /** Gives a role for a unit and all below it, or for the whole organisation when {@code unit} is null. */
    public void giveRole(
            OrganisationId organisation, @Nullable SignedIn by, PersonId id, Role role, @Nullable UnitId unit) {
        Person person = personWithAccess(organisation, id);
        String words = words(organisation, role, unit);
        roles.save(new RoleHeld(person.id(), role, unit, clock.instant()));
        sessions.end(id);
        events.publishEvent(new RightsChanged(organisation, by, "person", id.personId(), "Role given", null, words));
    }

    /** Whether the person holds this role for this very unit, or for the whole organisation when it is null. */
    @Transactional(readOnly = true)
    public boolean holds(OrganisationId organisation, PersonId id, Role role, @Nullable UnitId unit) {
        person(organisation, id);
        return roles.findByPersonAndEndedAtIsNull(id).stream()
                .anyMatch(held -> held.role() == role && Objects.equals(held.unit(), unit));
    }

    /**
     * Ends one of the person's roles; one that has ended already stays as it is.
     *
     * @throws NotForYourself when it is what makes an administrator one
     */
    public void endRole(SignedIn by, PersonId id, UUID roleHeld) {
        person(by.organisation(), id);
        RoleHeld role = roles.findById(roleHeld)
                .filter(held -> held.person().equals(id))
                .orElseThrow(NotHere::new);
        if (role.hasEnded()) {
            return;
        }
        if (id.equals(by.person()) && role.role() == Role.ADMINISTRATOR && isTheOnly(role)) {
            throw new NotForYourself("organisation.person.own-role");
        }
        role.end(clock.instant());
        sessions.end(id);
        events.publishEvent(new RightsChanged(
                by.organisation(),
                by,
                "person",
                id.personId(),
                "Role ended",
                words(by.organisation(), role.role(), role.unit()),
                null));
    }

    private boolean isTheOnly(RoleHeld role) {
        return roles.findByPersonAndEndedAtIsNull(role.person()).stream()
                .noneMatch(held -> held.role() == role.role() && !held.id().equals(role.id()));
    }

    /**
     * Ends the person's access, every session of theirs and every API key at once.
     *
     * @throws NotForYourself when it is one's own
     */
    public void endAccess(SignedIn by, PersonId id) {
        if (id.equals(by.person())) {
            throw new NotForYourself("organisation.person.own-access");
        }
        Person person = person(by.organisation(), id);
        if (!person.hasAccess()) {
            return;
        }
        person.endAccess(clock.instant());
        links.stop(id);
        keys.stop(by.organisation(), by, id);
        sessions.end(id);
        events.publishEvent(
                new RightsChanged(by.organisation(), by, "person", id.personId(), "Access ended", person.post(), null));
    }

    /** A token of a link by which the person chooses a password. */
    public String passwordLink(OrganisationId organisation, @Nullable SignedIn by, PersonId id) {
        personWithAccess(organisation, id);
        events.publishEvent(
                new RightsChanged(organisation, by, "person", id.personId(), "Password link made", null, null));
        return links.forPassword(id, OneTimeLinks.VALID);
    }

    /** What to send to somebody who forgot their password. */
    public record Forgotten(String email, String council, String token) {}

    /** A link for whoever has this address; empty when nobody may sign in with it. */
    public Optional<Forgotten> forgottenPassword(String email) {
        return people.findByEmailIgnoreCaseAndEndedAtIsNull(email).map(person -> {
            events.publishEvent(new RightsChanged(
                    person.organisation(),
                    null,
                    "person",
                    person.id().personId(),
                    "Password link asked for",
                    null,
                    null));
            String token = links.forPassword(person.id(), OneTimeLinks.VALID_WHEN_ASKED_FOR);
            return new Forgotten(person.email(), nameOf(person.organisation()), token);
        });
    }

    /**
     * Somebody who is about to choose a password: for whose post in which council.
     *
     * @param keys whether they have API keys, which stop working then
     */
    public record Newcomer(String post, String email, String council, boolean keys) {}

    /** Whose password the token is for; empty when it no longer works. */
    @Transactional(readOnly = true)
    public Optional<Newcomer> newcomer(String token) {
        return links.personOf(token)
                .flatMap(people::findById)
                .filter(Person::hasAccess)
                .map(person -> new Newcomer(
                        person.post(), person.email(), nameOf(person.organisation()), keys.anyWork(person.id())));
    }

    /**
     * Chooses the password of whoever the token is for; false when the token no longer works. Sessions end and API keys
     * stop working: whoever had the old password may have made them.
     */
    public boolean choosePassword(String token, String password) {
        PersonId id = links.personOf(token).orElse(null);
        if (id == null || !links.useUp(token)) {
            return false;
        }
        Person person = people.findById(id).orElseThrow(NotHere::new);
        if (!person.hasAccess()) {
            return false;
        }
        person.choosePassword(passwords.encode(password));
        keys.stop(person.organisation(), null, id);
        sessions.end(id);
        events.publishEvent(new RightsChanged(
                person.organisation(), null, "person", id.personId(), "Password chosen by one-time link", null, null));
        return true;
    }

    /** Makes the council and its first administrator; false when the token no longer works. */
    public boolean comeInAsFirstAdministrator(
            String token, String council, String post, String email, String password) {
        if (!awaitsFirstAdministrator() || !links.letsInFirstAdministrator(token) || !links.useUp(token)) {
            return false;
        }
        OrganisationId organisation = addOrganisation(council);
        PersonId id = addPerson(organisation, null, post, email);
        person(organisation, id).choosePassword(passwords.encode(password));
        giveRole(organisation, null, id, Role.ADMINISTRATOR, null);
        return true;
    }

    /** Whether there is no council yet, so that nobody could let the first administrator in but the product itself. */
    @Transactional(readOnly = true)
    public boolean awaitsFirstAdministrator() {
        return !jdbc.sql("select exists (select 1 from organisation)")
                .query(Boolean.class)
                .single();
    }

    private String nameOf(OrganisationId organisation) {
        return jdbc.sql("select name from organisation where organisation_id = :id")
                .param("id", organisation.organisationId())
                .query(String.class)
                .single();
    }

    /** History is read by people, who know neither our names nor, in ten years, today's names of units. */
    private String words(OrganisationId organisation, Role role, @Nullable UnitId unit) {
        String part = messages.getMessage("organisation.role." + role, null, Locale.UK);
        return part + " for "
                + (unit == null ? "the whole council" : unit(organisation, unit).name());
    }

    private Person personWithAccess(OrganisationId organisation, PersonId id) {
        Person person = person(organisation, id);
        if (!person.hasAccess()) {
            throw new AlreadyDone("organisation.person.ended-already");
        }
        return person;
    }

    private Person person(OrganisationId organisation, PersonId id) {
        return people.findByIdAndOrganisation(id, organisation).orElseThrow(NotHere::new);
    }

    private Unit unit(OrganisationId organisation, UnitId id) {
        return units.findByIdAndOrganisation(id, organisation).orElseThrow(NotHere::new);
    }
}
