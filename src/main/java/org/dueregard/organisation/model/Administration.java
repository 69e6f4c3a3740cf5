package org.dueregard.organisation.model;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.dueregard.access.Role;
import org.dueregard.organisation.CouncilSetUp;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.RightsChanged;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.UnitKind;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
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
    private final PasswordEncoder passwords;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Administration(
            Units units,
            People people,
            RolesHeld roles,
            OneTimeLinks links,
            PasswordEncoder passwords,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.units = units;
        this.people = people;
        this.roles = roles;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.events = events;
        this.jdbc = jdbc;
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

    public void renameUnit(SignedIn by, UnitId id, String name, @Nullable String shortName) {
        Unit unit = unit(by.organisation(), id);
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
        Person person = person(organisation, id);
        String where =
                unit == null ? "the whole council" : unit(organisation, unit).name();
        roles.save(new RoleHeld(person.id(), role, unit, clock.instant()));
        endSessions(id);
        events.publishEvent(new RightsChanged(
                organisation, by, "person", id.personId(), "Role given", null, role + " for " + where));
    }

    public void endRole(SignedIn by, PersonId id, UUID roleHeld) {
        person(by.organisation(), id);
        RoleHeld role = roles.findById(roleHeld)
                .filter(held -> held.person().equals(id))
                .orElseThrow(NotHere::new);
        role.end(clock.instant());
        endSessions(id);
        events.publishEvent(new RightsChanged(
                by.organisation(),
                by,
                "person",
                id.personId(),
                "Role ended",
                role.role().name(),
                null));
    }

    /** Ends the person's access and every session of theirs at once. */
    public void endAccess(SignedIn by, PersonId id) {
        Person person = person(by.organisation(), id);
        person.endAccess(clock.instant());
        endSessions(id);
        events.publishEvent(
                new RightsChanged(by.organisation(), by, "person", id.personId(), "Access ended", person.post(), null));
    }

    /** A token of a link by which the person chooses a password. */
    public String passwordLink(OrganisationId organisation, @Nullable SignedIn by, PersonId id) {
        Person person = person(organisation, id);
        if (!person.hasAccess()) {
            throw new NotHere();
        }
        events.publishEvent(
                new RightsChanged(organisation, by, "person", id.personId(), "Password link made", null, null));
        return links.forPassword(id);
    }

    /** Chooses the password of whoever the token is for; false when the token no longer works. */
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
        endSessions(id);
        events.publishEvent(new RightsChanged(
                person.organisation(), null, "person", id.personId(), "Password chosen by one-time link", null, null));
        return true;
    }

    /** Makes the council and its first administrator; false when the token no longer works. */
    public boolean comeInAsFirstAdministrator(
            String token, String council, String post, String email, String password) {
        if (!links.letsInFirstAdministrator(token) || !links.useUp(token)) {
            return false;
        }
        OrganisationId organisation = addOrganisation(council);
        PersonId id = addPerson(organisation, null, post, email);
        person(organisation, id).choosePassword(passwords.encode(password));
        giveRole(organisation, null, id, Role.ADMINISTRATOR, null);
        return true;
    }

    private void endSessions(PersonId person) {
        Map<String, ? extends Session> open = sessions.findByPrincipalName(person.toString());
        open.keySet().forEach(sessions::deleteById);
    }

    private Person person(OrganisationId organisation, PersonId id) {
        return people.findByIdAndOrganisation(id, organisation).orElseThrow(NotHere::new);
    }

    private Unit unit(OrganisationId organisation, UnitId id) {
        return units.findByIdAndOrganisation(id, organisation).orElseThrow(NotHere::new);
    }
}
