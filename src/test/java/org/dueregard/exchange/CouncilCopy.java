package org.dueregard.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dueregard.access.Role;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.model.Administration;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

/**
 * A council of a test's own: the demonstration's plan as of today, and one person in each role, who signs in with {@link
 * #PASSWORD}. What a test does to it, no other test sees.
 */
public final class CouncilCopy {

    public static final String PASSWORD = "violet harbour ladder";

    /** Of {@link #PASSWORD}, quickly checked: what the product makes is slow on purpose, and its own tests wait for it. */
    public static final String PASSWORD_HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

    /** Whose manager the service manager is; half of its update is written. */
    public static final String UNIT = "Secondary Standards and Inclusion";

    private static final Map<Role, String> POSTS = Map.of(
            Role.SERVICE_MANAGER, UNIT + " Manager",
            Role.POLICY_OFFICER, "Policy Officer",
            Role.CHAIR, "Chair, ECCA group",
            Role.REVIEWER, "Member, ECCA group",
            Role.DMT, "Director, Children, Schools and Families",
            Role.ADMINISTRATOR, "Administrator");

    private static final AtomicInteger COPIES = new AtomicInteger();

    private final JdbcClient jdbc;
    private final OrganisationId organisation;
    private final Map<Role, String> emails = new EnumMap<>(Role.class);

    private CouncilCopy(JdbcClient jdbc, OrganisationId organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    public static CouncilCopy in(ApplicationContext product) {
        Administration administration = product.getBean(Administration.class);
        Clock clock = product.getBean(Clock.class);
        PlanJson json = product.getBean(PlanJson.class);
        OrganisationId organisation = administration.addOrganisation("Wandle Council");
        CouncilCopy copy = new CouncilCopy(product.getBean(JdbcClient.class), organisation);
        JsonNode plan = new PlanInTime(LocalDate.now(clock), clock).move(demonstration(json, "plan.json"));
        product.getBean(PlanImport.class).add(organisation, null, json.read(plan));
        UnitId unit = product.getBean(UnitDirectory.class).of(organisation).stream()
                .filter(one -> one.name().equals(UNIT))
                .map(UnitEntry::id)
                .findFirst()
                .orElseThrow();
        int number = COPIES.incrementAndGet();
        POSTS.forEach((role, post) -> {
            String email = post.toLowerCase(Locale.ROOT).replaceAll("\\W+", ".") + "@wandle" + number + ".example";
            PersonId person = administration.addPerson(organisation, null, post, email);
            administration.giveRole(organisation, null, person, role, role == Role.SERVICE_MANAGER ? unit : null);
            copy.change("update person set password_hash = ? where person_id = ?", PASSWORD_HASH, person.personId());
            copy.emails.put(role, email);
        });
        return copy;
    }

    /** Adds the objectives for several years, which the demonstration council has beside its action plan. */
    public UUID addObjectives(ApplicationContext product) {
        Clock clock = product.getBean(Clock.class);
        PlanJson json = product.getBean(PlanJson.class);
        JsonNode plan = new PlanInTime(LocalDate.now(clock), clock).move(demonstration(json, "objectives.json"));
        return product.getBean(PlanImport.class)
                .add(organisation, null, json.read(plan))
                .planId();
    }

    private static JsonNode demonstration(PlanJson json, String file) {
        try (InputStream in = CouncilCopy.class.getResourceAsStream("/demonstration/" + file)) {
            return json.read(Objects.requireNonNull(in), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public OrganisationId organisation() {
        return organisation;
    }

    public String email(Role role) {
        return Objects.requireNonNull(emails.get(role), role.name());
    }

    public UUID plan() {
        return ids(
                        "select plan_id from plan where organisation_id = ? order by period_first desc",
                        organisation.organisationId())
                .get(0);
    }

    public UUID round(String state) {
        return ids("select round_id from round where plan_id = ? and state = ?", plan(), state)
                .get(0);
    }

    public UUID meeting(String roundState) {
        return ids("select meeting_id from meeting where round_id = ?", round(roundState))
                .get(0);
    }

    public UUID owed(String roundState, String unit) {
        return ids(
                        "select return_id from return join unit using (unit_id) where round_id = ? and unit.name = ?",
                        round(roundState),
                        unit)
                .get(0);
    }

    /** Any return of the open round that is in this state. */
    public UUID owedIn(String returnState) {
        return ids(
                        "select return_id from return where round_id = ? and state = ? order by due_on, return_id",
                        round("OPEN"),
                        returnState)
                .get(0);
    }

    /** The item of a return whose indicator, activity or area has this title. */
    public UUID item(UUID owed, String title) {
        return ids(
                        "select item_id from return_item join plan_node using (node_id)"
                                + " left join plan_indicator using (node_id) left join indicator using (indicator_id)"
                                + " where return_id = ? and coalesce(indicator.name, plan_node.title) = ?",
                        owed,
                        title)
                .get(0);
    }

    public List<UUID> ids(String sql, Object... parameters) {
        return jdbc.sql(sql).params(List.of(parameters)).query(UUID.class).list();
    }

    public String text(String sql, Object... parameters) {
        return jdbc.sql(sql).params(List.of(parameters)).query(String.class).single();
    }

    public void change(String sql, Object... parameters) {
        jdbc.sql(sql).params(List.of(parameters)).update();
    }
}
