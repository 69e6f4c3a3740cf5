package org.dueregard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.calendar.Period;
import org.dueregard.exchange.CouncilCopy;
import org.dueregard.intake.IntakeId;
import org.dueregard.intake.OwnerMeaning;
import org.dueregard.intake.Owners;
import org.dueregard.intake.PlanFile;
import org.dueregard.intake.model.Intake;
import org.dueregard.intake.model.Intakes;
import org.dueregard.intake.model.OwnerMeanings;
import org.dueregard.intake.model.Readings;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.model.ApiKeyKeeper;
import org.dueregard.organisation.model.KeyLasting;
import org.dueregard.plan.PlanDraft;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanKeeping;
import org.dueregard.plan.PlanState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every page that somebody may open is fit to be read: by axe, on a phone and on a desk, with scripts and without. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesFitTests {

    private static final String NOBODY = "nobody";

    private static final Map<String, String> OF_ALL_THE_WORLD = Map.of(
            "accessibility", "/accessibility",
            "cookies", "/cookies",
            "help", "/help",
            "privacy", "/privacy");

    @Autowired
    ApplicationContext product;

    private final Map<PlanState, PlanId> plans = new EnumMap<>(PlanState.class);

    private CouncilCopy council;

    @BeforeAll
    void load() {
        council = CouncilCopy.in(product);
        addKeys();
        addPlans();
    }

    static Stream<Arguments> people() {
        return Stream.of(
                        NOBODY,
                        Role.SERVICE_MANAGER.name(),
                        Role.POLICY_OFFICER.name(),
                        Role.CHAIR.name(),
                        Role.DMT.name(),
                        Role.ADMINISTRATOR.name())
                // the narrow ones first: what fits there need not be looked at again where a wide one shows the same
                .flatMap(who -> Stream.of(Arguments.of(who, false), Arguments.of(who, true)));
    }

    @ParameterizedTest(name = "{0}, scripts {1}")
    @MethodSource("people")
    void everyPageThatSomebodyMayOpenIsFit(String who, boolean scripts, Browser browser) {
        browser.driver().manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
        if (!scripts) {
            browser.withoutJavaScript();
        }
        if (!who.equals(NOBODY)) {
            new Steps(browser).signIn(council.email(Role.valueOf(who)));
        }
        List<String> unfit = new ArrayList<>();
        pagesOf(who).forEach((name, page) -> {
            browser.at(scripts ? Browser.DESK : Browser.PHONE).open(page.address());
            attempt(name, unfit, () -> assertRight(page, browser));
            attempt(name, unfit, browser::assertFit);
            if (scripts) {
                // the accessibility of phones is looked at without scripts, and with them in the journeys
                attempt(name + " on a phone", unfit, browser.at(Browser.PHONE)::assertLaidOut);
            }
        });
        assertThat(unfit).isEmpty();
    }

    private static void attempt(String name, List<String> unfit, Runnable check) {
        try {
            check.run();
        } catch (AssertionError | RuntimeException problem) {
            unfit.add(name + ": " + problem.getMessage());
        }
    }

    private static void assertRight(Page page, Browser browser) {
        var found = (List<?>) Objects.requireNonNull(browser.driver()
                .executeScript("return [performance.getEntriesByType('navigation')[0].responseStatus, document.title,"
                        + " document.querySelector('main').innerText]"));
        assertThat(found.get(0)).as("status of %s", page.address()).isEqualTo((long) page.status());
        assertThat(found.get(1)).asString().isNotBlank();
        assertThat(found.get(2))
                .asString()
                .isNotBlank()
                .doesNotContain("??")
                // the group's exceptions are not Java's
                .doesNotContainPattern("\\wException");
        if (page.status() >= 400) {
            // The console says so of every refusal.
            browser.driver().manage().logs().get("browser");
        }
    }

    private record Page(String address, int status) {}

    private Map<String, Page> pagesOf(String who) {
        Map<String, String> open = new TreeMap<>();
        Map<String, Integer> status = new TreeMap<>();
        if (who.equals(NOBODY)) {
            open.putAll(OF_ALL_THE_WORLD);
            open.putAll(Map.of(
                    "sign-in", "/sign-in",
                    "sign-in-refused", "/sign-in?refused",
                    "forgotten-password", "/forgotten-password"));
            return pages(open, status);
        }
        open.put("not-found", "/nothing-here");
        status.put("not-found", 404);
        switch (Role.valueOf(who)) {
            case SERVICE_MANAGER -> {
                UUID owed = council.owed("OPEN", CouncilCopy.UNIT);
                open.put("updates", "/updates");
                open.put("your-e-mails", "/your-e-mails");
                open.put("your-delegates", "/your-delegates");
                open.put("your-account", "/your-account");
                open.put("your-api-keys", "/your-account/api-keys");
                open.put("return", "/returns/" + owed);
                open.put("return-workbook", "/returns/" + owed + "/workbook?bring");
                open.put("return-grid", "/returns/" + owed + "/grid");
                open.put(
                        "return-evidence",
                        "/returns/" + owed + "/items/"
                                + council.ids("select item_id from return_item where return_id = ? limit 1", owed)
                                        .get(0)
                                + "/evidence");
                open.put("return-checked", "/returns/" + owed + "?check");
                open.put("return-check", "/returns/" + owed + "/check");
                open.put("return-locked", "/returns/" + council.owed("CLOSED", CouncilCopy.UNIT));
                open.put("receipt", "/returns/" + council.owed("CLOSED", CouncilCopy.UNIT) + "/receipt");
                forbidden("/people", open, status);
            }
            case POLICY_OFFICER -> {
                for (String state : List.of("NOT_STARTED", "DRAFT", "SUBMITTED", "SENT_BACK", "ACCEPTED")) {
                    UUID owed = council.owedIn(state);
                    open.put("return-" + state, "/returns/" + owed);
                    open.put("review-" + state, "/returns/" + owed + "/review");
                }
                UUID locked = council.owed("CLOSED", CouncilCopy.UNIT);
                open.put("return-locked", "/returns/" + locked);
                open.put("review-locked", "/returns/" + locked + "/review");
                open.put("receipt", "/returns/" + council.owedIn("SUBMITTED") + "/receipt");
                open.put("rounds", "/rounds/all");
                open.put("terms", "/terms");
                open.put("terms-year", "/terms/2026");
                open.put("terms-history", "/terms/history");
                open.put("letters", "/letters");
                open.put("your-account", "/your-account");
                open.put("your-api-keys-none", "/your-account/api-keys");
                open.put("remarks", "/items/" + indicator() + "/remarks");
                open.put("comparators", "/comparators");
                open.put("comparator-new", "/comparators/new");
                open.put("comparator", "/comparators/" + comparator());
                open.put("paste", "/comparators/paste");
                open.put("story", "/items/" + indicator());
                for (String form :
                        List.of("edit", "wording", "owner", "deadline", "retire", "target", "figures", "history")) {
                    open.put("item-" + form, "/items/" + indicator() + "/" + form);
                }
                for (String kind : List.of("PERCENTAGE", "YES_NO", "WORDS")) {
                    item(open, "target-" + kind, "value_kind = '" + kind + "'", "/target");
                }
                item(open, "target-quarterly", "frequency = 'QUARTERLY'", "/target");
                open.put("what-if", "/items/" + indicator() + "/what-if");
                open.put(
                        "what-if-tried",
                        "/items/" + indicator() + "/what-if?value=50&target=about+60%25&tolerance=2+points");
                open.put("what-if-refused", "/items/" + indicator() + "/what-if?value=lots&tolerance=some");
                status.put("what-if-refused", 400);
                item(open, "what-if-gap", "better_off_group is not null", "/what-if");
                item(open, "what-if-YES_NO", "value_kind = 'YES_NO'", "/what-if?value=yes");
                item(open, "what-if-WORDS", "value_kind = 'WORDS'", "/what-if");
                open.put("board", "/rounds/" + council.round("OPEN"));
                open.put("board-closed", "/rounds/" + council.round("CLOSED"));
                open.put("rounds-plan", "/plans/" + council.plan() + "/rounds?rhythm=QUARTERLY");
                open.put("round-change", "/rounds/" + council.round("OPEN") + "/change");
                open.put("reopen", "/rounds/" + council.round("CLOSED") + "/reopen");
                open.put("close", "/rounds/" + council.round("OPEN") + "/close");
                open.put("close-closed", "/rounds/" + council.round("CLOSED") + "/close");
                open.put("agenda", "/meetings/" + council.meeting("OPEN"));
                open.put("papers", "/meetings/" + council.meeting("OPEN") + "/papers");
                open.put("plan", "/plans/" + council.plan());
                open.put("plans", "/plans");
                plans.forEach((state, plan) -> {
                    open.put("plan-" + state, "/plans/" + plan);
                    open.put("plan-details-" + state, "/plans/" + plan + "/details");
                });
                open.put("plan-details", "/plans/" + council.plan() + "/details");
                open.put("plan-details-in-force", "/plans/" + plans.get(PlanState.ACTIVE) + "/details?in-force");
                open.put("plan-close", "/plans/" + plans.get(PlanState.ACTIVE) + "/close");
                open.put("plan-close-draft", "/plans/" + plans.get(PlanState.DRAFT) + "/close");
                open.put("plan-close-not-yet", "/plans/" + council.plan() + "/close");
                open.put("plan-history", "/plans/" + plans.get(PlanState.CLOSED) + "/history");
                files(open);
                forbidden("/units", open, status);
            }
            case CHAIR -> {
                // officers have these pages too, with fewer buttons
                meetings(open);
                actions(open);
                open.put("report-edit", "/meetings/" + council.meeting("OPEN") + "/report/edit");
                open.put("minutes-edit", "/meetings/" + council.meeting("CLOSED") + "/minutes/edit");
                forbidden("/rounds", open, status);
            }
            case ADMINISTRATOR -> {
                open.put("people", "/people");
                open.put("person-new", "/people/new");
                UUID person = council.ids(
                                "select person_id from person where organisation_id = ? and post = 'Policy Officer'",
                                council.organisation().organisationId())
                        .get(0);
                open.put("person", "/people/" + person);
                open.put("person-with-keys", "/people/" + keyHolder().person());
                open.put("person-with-keys-end", "/people/" + keyHolder().person() + "/end");
                open.put("person-end", "/people/" + person + "/end");
                open.put("units", "/units");
                open.put("unit-new", "/units/new");
                open.put("terms", "/terms");
                open.put("unit", "/units/" + unit());
                forbidden("/updates", open, status);
            }
            default -> {
                everybody(open);
                forbidden("/meetings", open, status);
            }
        }
        return pages(open, status);
    }

    /** Everybody of the council reads these, and all of them the same but for the menu, which each role's own pages have. */
    private void everybody(Map<String, String> open) {
        open.putAll(OF_ALL_THE_WORLD);
        open.put("dashboard", "/dashboard");
        open.put("plan", "/plans/" + council.plan());
        open.put("dashboard-earlier", "/dashboard?round=" + council.round("CLOSED"));
        open.put("dashboard-items", "/dashboard/items");
        open.put("dashboard-alone", "/dashboard?compared=none");
        open.put("dashboard-filtered", "/dashboard?tag=race");
        open.put("dashboard-filtered-none", "/dashboard?tag=zzz&strategy=none");
        open.put("dashboard-overdue", "/dashboard/overdue");
        open.put("dashboard-items-new", "/dashboard/items?only=new&tag=none");
        open.put("dashboard-items-gone", "/dashboard/items?only=gone");
        open.put("dashboard-rounds", "/dashboard/rounds");
        open.put("dashboard-rounds-none", "/dashboard/rounds?tag=zzz");
        open.put("dashboard-items-off", "/dashboard/items?status=off");
        open.put("dashboard-items-missing", "/dashboard/items?only=missing");
        open.put("dashboard-items-none", "/dashboard/items?status=complete&only=unplanned");
        open.put("plan-open", "/plans/" + council.plan() + "?open=all");
        open.put("plan-filtered", "/plans/" + council.plan() + "?status=off");
        open.put("plan-filtered-empty", "/plans/" + council.plan() + "?tag=zzz");
        open.put("indicators", "/indicators");
        open.put("indicators-none", "/indicators?words=zzz");
        item(open, "activity", "kind = 'ACTIVITY' and own_unit_id is null");
        item(open, "narrative-only", "narrative_only_reason is not null");
        for (String kind : List.of("PERCENTAGE", "NUMBER", "RATE", "WORDS", "YES_NO", "MONEY")) {
            item(open, "indicator-" + kind, "value_kind = '" + kind + "'");
        }
        item(open, "indicator-gap", "better_off_group is not null");
        item(
                open,
                "indicator-no-figures",
                "not exists (select 1 from observation o" + " where o.indicator_id = indicator.indicator_id)");
    }

    /** The service manager has keys: one that works, and one that was revoked. */
    private void addKeys() {
        ApiKeyKeeper keys = product.getBean(ApiKeyKeeper.class);
        keys.make(keyHolder(), "Old import", KeyLasting.MONTH);
        keys.revoke(
                keyHolder(),
                council.ids(
                                "select api_key_id from api_key where person_id = ?",
                                keyHolder().person().personId())
                        .get(0));
        keys.make(keyHolder(), "Monthly import from the schools’ information system", KeyLasting.YEAR);
    }

    /** One in each state of its life, of years long before those of the plan that the council works with. */
    private void addPlans() {
        PlanKeeping keeping = product.getBean(PlanKeeping.class);
        for (PlanState state : PlanState.values()) {
            PlanId plan = keeping.add(
                    council.organisation(),
                    officer(),
                    new PlanDraft(
                            "Equality plan " + state,
                            null,
                            Period.financialYear(2001),
                            PlanState.DRAFT,
                            null,
                            null,
                            "5%",
                            List.of()));
            LocalDate day = LocalDate.of(2001, 5, 3);
            int version = 0;
            if (state.compareTo(PlanState.AGREED) >= 0) {
                keeping.agree(officer(), plan, version++, day, "Equalities and community cohesion group");
            }
            if (state.compareTo(PlanState.ACTIVE) >= 0) {
                keeping.putInForce(officer(), plan, version++);
            }
            if (state == PlanState.CLOSED) {
                keeping.close(officer(), plan, version, "Its years are over");
            }
            plans.put(state, plan);
        }
    }

    private SignedIn keyHolder() {
        UUID person = council.ids("select person_id from person where email = ?", council.email(Role.SERVICE_MANAGER))
                .get(0);
        return new SignedIn(
                new PersonId(person), council.organisation(), "Wandle", "Manager", Set.of(Role.SERVICE_MANAGER));
    }

    private UUID comparator() {
        return council.ids(
                        "select comparator_id from comparator where organisation_id = ? order by measure limit 1",
                        council.organisation().organisationId())
                .get(0);
    }

    private UUID indicator() {
        return council.ids(
                        "select node_id from plan_node where plan_id = ? and kind = 'INDICATOR'"
                                + " order by reading_order limit 1",
                        council.plan())
                .get(0);
    }

    private void item(Map<String, String> open, String name, String which) {
        item(open, "item-" + name, which, "");
    }

    private void item(Map<String, String> open, String name, String which, String page) {
        council.ids(
                        "select node_id from plan_node left join plan_indicator using (node_id)"
                                + " left join indicator using (indicator_id) where plan_id = ? and " + which
                                + " order by reading_order limit 1",
                        council.plan())
                .forEach(node -> open.put(name, "/items/" + node + page));
    }

    /** A file that is being checked, and one that a plan was made of. */
    private void files(Map<String, String> open) {
        open.put("files", "/imports");
        IntakeId checking = file("Plan that is checked.docx");
        String checked = "/imports/" + checking;
        String item = "/items/" + lastItem(checking);
        open.put("file", checked);
        for (String part : List.of("1", "look", "rest")) {
            open.put("file-" + part, checked + "?part=" + part);
        }
        for (String page : List.of("columns", "owners", "plan", "spots/b0", "spots/b4", "spots/b4r1")) {
            open.put("file-" + page, checked + "/" + page);
        }
        open.put("file-item", checked + item);
        open.put("file-update", checked + "/update?plan=" + council.plan());
        IntakeId nothing = file(
                "Nothing.docx", new PlanFile.Word().paragraph("Good morning.").bytes());
        open.put("file-empty", "/imports/" + nothing);
        open.put("file-empty-plan", "/imports/" + nothing + "/plan");
        product.getBean(OwnerMeanings.class)
                .say(officer(), Owners.key("Clubs team"), List.of(OwnerMeaning.of(new UnitId(unit()))));
        IntakeId progress = file(
                "Progress.docx",
                new PlanFile.Word()
                        .heading(1, "Equality plan 2014/15")
                        .heading(2, "Objective 1: Fair start")
                        .heading(3, "Priority area 1.1: Clubs")
                        .paragraph("Progress: Clubs are well liked by pupils of all ages.")
                        .table(
                                "Action | By whom | RAG | Progress Q2",
                                "Start a club | Clubs team | Amber | Opened in May",
                                "Train mentors | Clubs team | Delayed | No room was found",
                                "Print a guide | Nobody yet | Green | It is printed")
                        .bytes());
        open.put("file-progress-plan", "/imports/" + progress + "/plan");
        open.put("file-progress-owners", "/imports/" + progress + "/owners");
        IntakeId made = file("Plan that is made.docx");
        council.change(
                "update intake set state = 'MADE', made_by = 'Policy Officer', made_at = now(), plan_id = ?"
                        + " where intake_id = ?",
                council.plan(),
                made.intakeId());
        for (String page : List.of("", "?part=1", "?part=look", "/columns", "/owners", "/spots/b4r1", item)) {
            open.put("file-made" + page, "/imports/" + made + page);
        }
        open.put("plan-made", "/plans/" + council.plan() + "?imported=" + made);
    }

    private UUID unit() {
        return council.ids(
                        "select unit_id from unit where organisation_id = ? and name = ?",
                        council.organisation().organisationId(),
                        CouncilCopy.UNIT)
                .get(0);
    }

    private String lastItem(IntakeId file) {
        Intake intake = product.getBean(Intakes.class)
                .find(council.organisation(), file)
                .orElseThrow();
        return product.getBean(Readings.class)
                .of(intake)
                .draft()
                .all()
                .reduce((before, last) -> last)
                .orElseThrow()
                .key();
    }

    private IntakeId file(String name) {
        return file(name, PlanFile.small().bytes());
    }

    private IntakeId file(String name, byte[] content) {
        return product.getBean(Intakes.class).bring(officer(), name, content);
    }

    private SignedIn officer() {
        PersonId person = new PersonId(council.ids(
                        "select person_id from person where organisation_id = ? and post = 'Policy Officer'",
                        council.organisation().organisationId())
                .get(0));
        return new SignedIn(
                person, council.organisation(), "Wandle Council", "Policy Officer", Set.of(Role.POLICY_OFFICER));
    }

    private void meetings(Map<String, String> open) {
        open.put("meetings", "/meetings");
        for (String state : List.of("OPEN", "CLOSED")) {
            UUID meeting = council.meeting(state);
            open.put("agenda-" + state, "/meetings/" + meeting);
            open.put("papers-" + state, "/meetings/" + meeting + "/papers");
            open.put("report-" + state, "/meetings/" + meeting + "/report");
            open.put("minutes-" + state, "/meetings/" + meeting + "/minutes");
            open.put("attendance-" + state, "/meetings/" + meeting + "/attendance");
            List<UUID> nodes = council.ids(
                    "select node_id from return_item join return using (return_id) join plan_node using (node_id)"
                            + " where round_id = ? order by reading_order",
                    council.round(state));
            for (int place : List.of(0, nodes.size() / 2, nodes.size() - 1)) {
                open.put("meeting-item-" + state + "-" + place, "/meetings/" + meeting + "/items/" + nodes.get(place));
            }
        }
    }

    private void actions(Map<String, String> open) {
        for (String where : List.of("closed_on is null", "closed_on is not null")) {
            open.put(
                    "action " + where,
                    "/actions/"
                            + council.ids(
                                            "select action_id from meeting_action where meeting_id = ? and " + where
                                                    + " order by due_on limit 1",
                                            council.meeting("CLOSED"))
                                    .get(0));
        }
    }

    private static void forbidden(String address, Map<String, String> open, Map<String, Integer> status) {
        open.put("forbidden", address);
        status.put("forbidden", 403);
    }

    private static Map<String, Page> pages(Map<String, String> open, Map<String, Integer> status) {
        Map<String, Page> pages = new TreeMap<>();
        open.forEach((name, address) -> pages.put(name, new Page(address, status.getOrDefault(name, 200))));
        return pages;
    }
}
