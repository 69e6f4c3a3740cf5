package org.dueregard.organisation.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.RightsChanged;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Owners name colleagues who give the updates of a unit for them. A delegate may do what the owner may with the unit's
 * returns, but name nobody else.
 */
@Service
@Transactional
public class Delegates {

    private static final Logger LOG = LoggerFactory.getLogger(Delegates.class);

    private final RolesHeld roles;
    private final People people;
    private final OpenSessions sessions;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Delegates(
            RolesHeld roles,
            People people,
            OpenSessions sessions,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.roles = roles;
        this.people = people;
        this.sessions = sessions;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Names a delegate.
     *
     * @param until the last day on which they are one; null for as long as nobody ends it
     * @return false when they hold the role for this unit already
     */
    public boolean name(SignedIn by, PersonId colleague, UnitId unit, @Nullable LocalDate until) {
        requireOwner(by, unit);
        Person person = people.findByIdAndOrganisation(colleague, by.organisation())
                .filter(Person::hasAccess)
                .orElseThrow(NotHere::new);
        boolean already = jdbc.sql("""
                        select exists (select 1 from role_covers where person_id = :person and unit_id = :unit
                            and role = 'SERVICE_MANAGER')""")
                .param("person", colleague.personId())
                .param("unit", unit.unitId())
                .query(Boolean.class)
                .single();
        if (already) {
            return false;
        }
        roles.save(RoleHeld.ofDelegate(person.id(), unit, by.person(), until, clock.instant()));
        sessions.end(colleague);
        publish(by.organisation(), by, colleague, "Delegate named", null, "for " + nameOf(unit));
        return true;
    }

    /** Ends it; one that has ended already stays as it is. */
    public void end(SignedIn by, UUID roleHeld) {
        RoleHeld held = roles.findById(roleHeld).filter(RoleHeld::isDelegates).orElseThrow(NotHere::new);
        UnitId unit = held.unit();
        if (unit == null) {
            throw new NotHere();
        }
        requireOwner(by, unit);
        if (!held.hasEnded()) {
            end(by.organisation(), by, held, unit);
        }
    }

    private void end(OrganisationId organisation, @Nullable SignedIn by, RoleHeld held, UnitId unit) {
        held.end(clock.instant());
        sessions.end(held.person());
        publish(organisation, by, held.person(), "Delegate no more", "for " + nameOf(unit), null);
    }

    /** A delegate's last day is a whole day: what is over ends at the beginning of the next. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 1 0 * * *", zone = "Europe/London")
    public void endWhatIsOver() {
        List<RoleHeld> over = roles.findByUntilBeforeAndEndedAtIsNull(LocalDate.now(clock));
        for (RoleHeld held : over) {
            UnitId unit = held.unit();
            Person person = people.findById(held.person()).orElse(null);
            if (unit != null && person != null) {
                end(person.organisation(), null, held, unit);
                LOG.info("Person {} is a delegate no more", held.person());
            }
        }
    }

    private void requireOwner(SignedIn by, UnitId unit) {
        boolean owner = jdbc.sql("""
                        select exists (select 1 from role_covers where person_id = :person and unit_id = :unit
                            and role = 'SERVICE_MANAGER' and not delegated)""")
                .param("person", by.person().personId())
                .param("unit", unit.unitId())
                .query(Boolean.class)
                .single();
        if (!owner) {
            throw new NotHere();
        }
    }

    private String nameOf(UnitId unit) {
        return jdbc.sql("select name from unit where unit_id = :unit")
                .param("unit", unit.unitId())
                .query(String.class)
                .single();
    }

    private void publish(
            OrganisationId organisation,
            @Nullable SignedIn by,
            PersonId person,
            String what,
            @Nullable String was,
            @Nullable String became) {
        events.publishEvent(new RightsChanged(organisation, by, "person", person.personId(), what, was, became));
    }
}
