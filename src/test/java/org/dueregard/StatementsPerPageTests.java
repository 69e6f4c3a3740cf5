package org.dueregard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dueregard.access.Role;
import org.dueregard.exchange.LargePlan;
import org.dueregard.exchange.PlanImport;
import org.dueregard.intake.IntakeId;
import org.dueregard.intake.PlanFile;
import org.dueregard.intake.model.Intakes;
import org.dueregard.organisation.CouncilSetUp;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.model.ApiKeyKeeper;
import org.dueregard.organisation.model.KeyLasting;
import org.dueregard.organisation.model.People;
import org.dueregard.organisation.model.SigningIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** A page sends as many statements for a thousand items as for ten, and never more than six. */
@ProductTest
@Transactional
class StatementsPerPageTests {

    private static final int MOST = 6;

    @Autowired
    MockMvc mvc;

    @Autowired
    StatementCount statements;

    @Autowired
    CouncilSetUp council;

    @Autowired
    UnitDirectory units;

    @Autowired
    PlanImport plans;

    @Autowired
    People people;

    @Autowired
    SigningIn signingIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApiKeyKeeper keys;

    @Autowired
    Intakes files;

    @Autowired
    EntityManager entities;

    @Test
    void staysTheSameForTenItemsAndForAThousand() throws Exception {
        // as after a quiet night: PostgreSQL takes every table for small, and a page must be quick for a large plan all
        // the same
        jdbc.sql("analyze").update();
        Council small = council("Small", 10);
        Council large = council("Large", 1_000);
        for (String page : List.of(
                "dashboard",
                "dashboard items",
                "overdue",
                "terms",
                "heat map",
                "plan",
                "plan made",
                "plan details",
                "plan closing",
                "plan history",
                "remarks",
                "letters",
                "rounds",
                "board",
                "return",
                "grid",
                "evidence",
                "agenda",
                "attendance",
                "meeting item",
                "story",
                "target",
                "definition",
                "what-if",
                "account",
                "api keys",
                "files",
                "file",
                "file part",
                "file doubts",
                "file rest",
                "file columns",
                "file spot",
                "file item",
                "file owners",
                "file plan")) {
            List<String> few = sent(small, page);
            List<String> many = sent(large, page);

            assertThat(many).as(page).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(MOST);
        }
    }

    /** What a file says otherwise is said of everything in a plan, which is read by more statements than a page, but not more of them. */
    @Test
    void comparesAFileWithAPlanOfTenItemsAndOfAThousandByTheSameStatements() throws Exception {
        List<String> few = sent(council("Few", 10), "file update");
        List<String> many = sent(council("Many", 1_000), "file update");

        assertThat(many).hasSameSizeAs(few).hasSizeLessThan(40);
    }

    /** The first request in a minute writes down that the key is in use, the others only read. */
    @Test
    void letsAProgramInByOneStatement() throws Exception {
        Council large = council("Bearing", 100);
        String token = keys.make((SignedIn) large.who().getPrincipal(), "Import", KeyLasting.MONTH)
                .secret();
        entities.flush();
        MockHttpServletRequestBuilder me = get("/api/v1/me").header("Authorization", "Bearer " + token);
        mvc.perform(me).andExpect(status().isOk());

        List<String> sent = statements.during(() -> mvc.perform(me).andExpect(status().isOk()));

        assertThat(sent).hasSize(3).noneMatch(statement -> statement.contains("SPRING_SESSION"));
        assertThat(sent.stream().filter(statement -> statement.contains("api_key key")))
                .hasSize(1);
        assertThat(sent).noneMatch(statement -> statement.startsWith("update"));
    }

    private record Council(
            Authentication who, UUID plan, UUID round, UUID owed, UUID meeting, UUID node, UUID item, IntakeId file) {

        String address(String page) {
            return switch (page) {
                case "dashboard" -> "/dashboard";
                case "dashboard items" -> "/dashboard/items?only=missing";
                case "overdue" -> "/dashboard/overdue";
                case "terms" -> "/terms";
                case "heat map" -> "/dashboard/rounds";
                case "remarks" -> "/items/" + node + "/remarks";
                case "letters" -> "/letters";
                case "rounds" -> "/rounds/all";
                case "plan" -> "/plans/" + plan;
                case "plan made" -> "/plans/" + plan + "?imported=" + file.intakeId();
                case "plan details" -> "/plans/" + plan + "/details";
                case "plan closing" -> "/plans/" + plan + "/close";
                case "plan history" -> "/plans/" + plan + "/history";
                case "board" -> "/rounds/" + round;
                case "return" -> "/returns/" + owed;
                case "evidence" -> "/returns/" + owed + "/items/" + item + "/evidence";
                case "grid" -> "/returns/" + owed + "/grid";
                case "agenda" -> "/meetings/" + meeting;
                case "attendance" -> "/meetings/" + meeting + "/attendance";
                case "papers" -> "/meetings/" + meeting + "/papers";
                case "minutes" -> "/meetings/" + meeting + "/minutes";
                case "report" -> "/meetings/" + meeting + "/report";
                case "meeting item" -> "/meetings/" + meeting + "/items/" + node;
                case "story" -> "/items/" + node;
                case "target" -> "/items/" + node + "/target";
                case "definition" -> "/items/" + node + "/definition";
                case "account" -> "/your-account";
                case "api keys" -> "/your-account/api-keys";
                case "files" -> "/imports";
                case "file" -> "/imports/" + file;
                case "file part" -> "/imports/" + file + "?part=1";
                case "file doubts" -> "/imports/" + file + "?part=look";
                case "file rest" -> "/imports/" + file + "?part=rest";
                case "file columns" -> "/imports/" + file + "/columns";
                case "file spot" -> "/imports/" + file + "/spots/b0r3";
                case "file item" -> "/imports/" + file + "/items/b0r1c0l0";
                case "file owners" -> "/imports/" + file + "/owners";
                case "file plan" -> "/imports/" + file + "/plan";
                case "file update" -> "/imports/" + file + "/update?plan=" + plan;
                case "what-if" -> "/items/" + node + "/what-if?value=50";
                default -> throw new IllegalArgumentException(page);
            };
        }
    }

    private Council council(String name, int items) {
        OrganisationId organisation = council.addOrganisation(name);
        UUID plan = plans.add(organisation, null, LargePlan.of(items)).planId();
        PersonId person = council.addDemonstrationPerson(organisation, name + " everybody", name + "@council.example");
        for (Role role : Role.values()) {
            council.giveRole(organisation, null, person, role, null);
        }
        UUID round = one("select round_id from round where plan_id = ? and state = 'OPEN'", plan);
        UUID owed = one("select return_id from return where round_id = ?", round);
        assertThat(jdbc.sql("select count(*) from return_item where return_id = ?")
                        .param(owed)
                        .query(Integer.class)
                        .single())
                .isEqualTo(items);
        Authentication who = signingIn.signedIn(people.findById(person).orElseThrow());
        return new Council(
                who,
                plan,
                round,
                owed,
                one("select meeting_id from meeting where round_id = ?", round),
                one("select node_id from return_item where return_id = ? limit 1", owed),
                one("select item_id from return_item where return_id = ? limit 1", owed),
                files.bring((SignedIn) who.getPrincipal(), "plan.csv", PlanFile.csv(rows(items))));
    }

    private static List<List<String>> rows(int items) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Key activity", "By whom", "By when"));
        for (int item = 1; item <= items; item++) {
            rows.add(List.of("Visit school number " + item, "Team " + item, "March 2015"));
        }
        return rows;
    }

    private List<String> sent(Council council, String page) throws Exception {
        return statements
                .during(() -> mvc.perform(get(council.address(page)).with(authentication(council.who())))
                        .andExpect(status().isOk()))
                .stream()
                // the session's own are the same for every page
                .filter(statement ->
                        !statement.toLowerCase(java.util.Locale.ROOT).contains("spring_session"))
                .toList();
    }

    private UUID one(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(UUID.class).single();
    }
}
