package org.dueregard.organisation.model;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.RightsChanged;
import org.dueregard.organisation.SignedIn;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People make API keys for their own programs and revoke them; administrators revoke anybody's. */
@Service
@Transactional
public class ApiKeyKeeper {

    /** How many keys that work a person can have. */
    public static final int MOST = 20;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final ApiKeys keys;
    private final People people;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeyKeeper(ApiKeys keys, People people, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.people = people;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a key.
     *
     * @return its token, which nobody can find out afterwards
     * @throws KeyRefused when another key that works has this name, or there are too many
     */
    public KeyToken make(SignedIn by, String name, KeyLasting lasting) {
        requireAccessAndHold(by);
        List<ApiKey> working = working(by.person());
        if (working.size() >= MOST) {
            throw new KeyRefused(KeyRefused.Why.TOO_MANY);
        }
        if (working.stream().anyMatch(key -> key.name().equalsIgnoreCase(name))) {
            throw new KeyRefused(KeyRefused.Why.NAME_TAKEN);
        }
        KeyToken token = KeyToken.random(random);
        ApiKey key =
                keys.save(new ApiKey(by.person(), name, token, lasting.from(LocalDate.now(clock)), clock.instant()));
        publish(
                by.organisation(),
                by,
                by.person(),
                "API key made",
                null,
                name + ", until " + DAY.format(key.expiresOn()));
        return token;
    }

    /** Two keys that are made at the same moment are counted one after the other. */
    private void requireAccessAndHold(SignedIn by) {
        boolean has = jdbc.sql("select 1 from person where person_id = :person and ended_at is null for update")
                .param("person", by.person().personId())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!has) {
            throw new NotHere();
        }
    }

    /** Revokes one of one's own; one that is revoked already stays as it is. */
    public void revoke(SignedIn by, UUID id) {
        ApiKey key = keys.findByApiKeyIdAndPerson(id, by.person()).orElseThrow(NotHere::new);
        if (!key.isRevoked()) {
            key.revoke(clock.instant());
            publish(by.organisation(), by, by.person(), "API key revoked", key.name(), null);
        }
    }

    /** Revokes all keys of somebody of the administrator's council. */
    public void revokeAll(SignedIn administrator, PersonId id) {
        Person person =
                people.findByIdAndOrganisation(id, administrator.organisation()).orElseThrow(NotHere::new);
        stop(person.organisation(), administrator, person.id());
    }

    boolean anyWork(PersonId person) {
        return !working(person).isEmpty();
    }

    private List<ApiKey> working(PersonId person) {
        LocalDate today = LocalDate.now(clock);
        return keys.findByPersonAndRevokedAtIsNullOrderByMadeAt(person).stream()
                .filter(key -> key.worksOn(today))
                .toList();
    }

    /** Whatever keys the person still has stop working. */
    void stop(OrganisationId organisation, @Nullable SignedIn by, PersonId person) {
        List<ApiKey> working = working(person);
        working.forEach(key -> key.revoke(clock.instant()));
        if (!working.isEmpty()) {
            String names = working.stream().map(ApiKey::name).collect(Collectors.joining("; "));
            publish(organisation, by, person, "API keys revoked", names, null);
        }
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
