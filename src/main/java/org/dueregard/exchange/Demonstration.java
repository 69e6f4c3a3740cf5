package org.dueregard.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dueregard.access.Role;
import org.dueregard.database.DemonstrationMode;
import org.dueregard.organisation.CouncilSetUp;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The demonstration council, loaded once into an empty database of the product's own. Its plans are real ones in other
 * words, moved to the year in which they are loaded: the action plan of a year, and objectives for four years that are
 * reported on beside it.
 */
@Component
public class Demonstration {

    private static final List<String> PLANS = List.of("/demonstration/plan.json", "/demonstration/objectives.json");
    private static final String PEOPLE = "/demonstration/people.json";

    private record Council(String council, List<Somebody> people) {}

    private record Somebody(String post, String email, List<Part> roles) {}

    private record Part(Role role, @Nullable String unit) {}

    private final DemonstrationMode mode;
    private final PlanImport plans;
    private final CouncilSetUp setUp;
    private final UnitDirectory units;
    private final PlanJson json;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final URI address;

    Demonstration(
            DemonstrationMode mode,
            PlanImport plans,
            CouncilSetUp setUp,
            UnitDirectory units,
            PlanJson json,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${dueregard.address}") URI address) {
        this.mode = mode;
        this.plans = plans;
        this.setUp = setUp;
        this.units = units;
        this.json = json;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.address = address;
    }

    /** Loads the council if nothing is there yet, and says where to go and as whom. */
    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (mode.on()) {
            boolean empty = jdbc.sql("select not exists (select 1 from organisation)")
                    .query(Boolean.class)
                    .single();
            if (empty) {
                load();
            }
            announce();
        }
    }

    /** Loads the council with its plans and people as of today, whole or not at all. */
    public OrganisationId load() {
        Council council = read(PEOPLE, Council.class);
        PlanInTime now = new PlanInTime(LocalDate.now(clock), clock);
        List<PlanDocument> documents = PLANS.stream()
                .map(resource -> json.read(now.move(read(resource, JsonNode.class))))
                .toList();
        return transaction.execute(status -> {
            OrganisationId organisation = setUp.addOrganisation(council.council());
            documents.forEach(document -> plans.add(organisation, null, document));
            Map<String, UnitId> known = new HashMap<>();
            units.of(organisation).forEach(unit -> known.put(unit.name(), unit.id()));
            for (Somebody somebody : council.people()) {
                PersonId person = setUp.addDemonstrationPerson(organisation, somebody.post(), somebody.email());
                for (Part part : somebody.roles()) {
                    setUp.giveRole(
                            organisation,
                            null,
                            person,
                            part.role(),
                            part.unit() == null ? null : known.get(part.unit()));
                }
            }
            // Until the server does so by itself, after a minute, it would plan every statement for empty tables.
            jdbc.sql("analyze").update();
            return organisation;
        });
    }

    /** For the person at the terminal, so it is printed and not logged. */
    @SuppressWarnings("SystemOut")
    private void announce() {
        StringBuilder text = new StringBuilder("\nDue Regard is ready: ")
                .append(address)
                .append("\nThis is a demonstration with a made-up council. Sign in with one click as:\n");
        jdbc.sql("select post from person where demonstration and ended_at is null order by created_at, post")
                .query(String.class)
                .list()
                .forEach(post -> text.append("  - ").append(post).append('\n'));
        System.out.println(text);
    }

    private <T> T read(String resource, Class<T> type) {
        try (InputStream in = Demonstration.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The demonstration lacks " + resource);
            }
            return json.read(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
