package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.history.History;
import org.dueregard.history.HistoryEntry;
import org.dueregard.history.Subject;
import org.dueregard.organisation.Councils.Council;
import org.dueregard.organisation.Councils.Somebody;
import org.dueregard.organisation.Visitor.Form;
import org.dueregard.organisation.Visitor.Page;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.model.ApiKeyKeeper;
import org.dueregard.organisation.model.KeyBearers;
import org.dueregard.organisation.model.KeyLasting;
import org.dueregard.organisation.model.KeyRefused;
import org.dueregard.organisation.model.KeyToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Keys for programs, as people make, read and revoke them on their page, and administrators on theirs. */
@ProductTest
class ApiKeysTests {

    private static final String KEYS = "/your-account/api-keys";

    @Autowired
    MockMvc mvc;

    @Autowired
    Administration administration;

    @Autowired
    ApiKeyKeeper keeper;

    @Autowired
    KeyBearers bearers;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    Clock clock;

    Councils councils;
    Council council;
    Somebody officer;
    Visitor desk;

    @BeforeEach
    void signIn() throws Exception {
        councils = new Councils(administration, jdbc);
        council = councils.council();
        officer = councils.add(council.id(), "Policy Officer", Role.POLICY_OFFICER, null);
        desk = officer.signedIn(mvc);
    }

    Form newKey(String name, String lasting) throws Exception {
        return desk.fill(desk.open(KEYS), KEYS, "name", name, "lasting", lasting);
    }

    String tokenOn(Page page) {
        return Objects.requireNonNull(page.html().getElementById("token"), page.text())
                .val();
    }

    boolean letsIn(String token) {
        return KeyToken.of(token).flatMap(bearers::of).isPresent();
    }

    @Test
    void theAccountSaysWhoYouAreAndLeadsToTheKeys() throws Exception {
        Page account = desk.open("/your-account");

        assertThat(account.text()).contains("Policy Officer", officer.email(), "The whole council", "Make an API key");
        assertThat(account.html().select("a[href=" + KEYS + "]")).hasSize(1);
        assertThat(account.html().select("a[href=/your-delegates]")).isEmpty();
        assertThat(account.html().select("header a[href=/your-account]").attr("aria-current"))
                .isEqualTo("page");
        Somebody owner = councils.add(council.id(), "Early Years Manager", Role.SERVICE_MANAGER, null);
        assertThat(owner.signedIn(mvc).open("/your-account").html().select("a[href=/your-delegates]"))
                .hasSize(1);
    }

    @Test
    void aKeyIsShownOnceAndThenWorks() throws Exception {
        Page sent = desk.send(newKey("Monthly import", "QUARTER"));
        assertThat(sent.leadsTo()).isEqualTo(KEYS + "?made");
        assertThat(sent.response().getContentAsString()).doesNotContain("drk_");

        Page shown = desk.follow(sent);
        String token = tokenOn(shown);
        assertThat(shown.text()).contains("Copy it now, it is not shown again.", "Monthly import", "Never");
        assertThat(shown.response().getHeader("Cache-Control")).contains("no-store");
        assertThat(letsIn(token)).isTrue();

        Page again = desk.follow(sent);
        assertThat(again.html().getElementById("token")).isNull();
        assertThat(again.text()).contains("A key is shown only once", "today at");
        assertThat(desk.open(KEYS).text()).doesNotContain(token);
    }

    @Test
    void aKeyIsShownToNobodyElse() throws Exception {
        Visitor elsewhere = officer.signedIn(mvc);
        Page sent = desk.send(newKey("Monthly import", "QUARTER"));

        assertThat(elsewhere.open(KEYS + "?made").html().getElementById("token"))
                .isNull();
        assertThat(council.administrator()
                        .signedIn(mvc)
                        .open(KEYS + "?made")
                        .html()
                        .getElementById("token"))
                .isNull();
        assertThat(tokenOn(desk.follow(sent))).startsWith("drk_");
    }

    @Test
    void aFormSentTwiceMakesOneKeyAndStillShowsIt() throws Exception {
        Form form = newKey("Monthly import", "YEAR");
        Page first = desk.send(form);
        Page second = desk.send(form);

        assertThat(second.leadsTo()).isEqualTo(first.leadsTo());
        assertThat(letsIn(tokenOn(desk.follow(second)))).isTrue();
        assertThat(keysOf(officer)).isEqualTo(1);
    }

    /** Not while it waits to be shown either: sessions are tables, too. */
    @Test
    void theDatabaseHoldsNothingButItsHash() throws Exception {
        Page sent = desk.send(newKey("Monthly import", "MONTH"));
        String before = everything();
        String token = tokenOn(desk.follow(sent));
        assertThat(letsIn(token)).isTrue();
        String after = everything();

        String random = token.substring("drk_".length());
        for (String dump : List.of(before, after)) {
            assertThat(dump.contains("Monthly import")).isTrue();
            assertThat(dump.contains(random)).isFalse();
            assertThat(dump.contains(HexFormat.of().formatHex(random.getBytes())))
                    .isFalse();
        }
    }

    @Test
    void theSessionLetsGoOfItOnceItIsShown() throws Exception {
        Page sent = desk.send(newKey("Monthly import", "MONTH"));
        assertThat(waiting()).isEqualTo(1);
        desk.follow(sent);

        assertThat(waiting()).isZero();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from spring_session_attributes"
                        + " join spring_session on primary_id = session_primary_id"
                        + " where attribute_name = 'key-to-show' and principal_name = ?")
                .param(officer.id().toString())
                .query(Integer.class)
                .single();
    }

    private String everything() throws Exception {
        StringWriter all = new StringWriter();
        List<String> tables = jdbc.sql("select quote_ident(table_name) from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
        assertThat(tables).hasSizeGreaterThan(30).contains("api_key", "spring_session_attributes", "history_event");
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String table : tables) {
                try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        all.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return all.toString();
    }

    @Test
    void saysWhatIsWrongBesideTheFieldAndKeepsWhatWasTyped() throws Exception {
        Page empty = desk.send(newKey(" ", ""));
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.problemOf("name")).contains("Enter what the key is for");
        assertThat(empty.problemOf("lasting")).contains("Choose how long");
        assertThat(empty.html().title()).startsWith("Error:");

        Page unknown = desk.send(newKey("Monthly import", "FOREVER"));
        assertThat(unknown.problemOf("lasting")).contains("Choose how long");
        assertThat(unknown.valueOf("name")).isEqualTo("Monthly import");

        Page tooLong = desk.send(newKey("x".repeat(101), "MONTH"));
        assertThat(tooLong.problemOf("name")).contains("100 characters or fewer");
        assertThat(tooLong.valueOf("lasting")).isEqualTo("MONTH");
        assertThat(keysOf(officer)).isZero();

        desk.send(newKey("x".repeat(100), "MONTH"));
        desk.send(newKey("Monthly import", "MONTH"));
        Page taken = desk.send(newKey("monthly IMPORT", "YEAR"));
        assertThat(taken.problemOf("name")).contains("You have a key for this that works");
        assertThat(taken.valueOf("lasting")).isEqualTo("YEAR");
        assertThat(keysOf(officer)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"MONTH, P30D", "QUARTER, P90D", "YEAR, P1Y"})
    void worksUntilTheEndOfItsLastDay(KeyLasting lasting, Period time) {
        String token = keeper.make(signedIn(officer), "Import", lasting).secret();
        LocalDate lastDay = LocalDate.now(clock).plus(time);

        assertThat(bearers.of(KeyToken.of(token).orElseThrow()).orElseThrow().expiresOn())
                .isEqualTo(lastDay);
        expireOn(LocalDate.now(clock));
        assertThat(letsIn(token)).isTrue();
        expireOn(LocalDate.now(clock).minusDays(1));
        assertThat(letsIn(token)).isFalse();
    }

    private void expireOn(LocalDate day) {
        jdbc.sql("update api_key set expires_on = ? where person_id = ?")
                .params(day, officer.id().personId())
                .update();
    }

    @Test
    void noKeyLastsLongerThanAYear() {
        keeper.make(signedIn(officer), "Import", KeyLasting.YEAR);

        assertThatThrownBy(() -> expireOn(LocalDate.now(clock).plusYears(1).plusDays(1)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("api_key_lasts_a_year");
    }

    @Test
    void aKeyThatRanOutStandsAmongThoseThatNoLongerWorkAndItsNameIsFree() throws Exception {
        keeper.make(signedIn(officer), "Import", KeyLasting.MONTH);
        expireOn(LocalDate.of(2026, 5, 3));

        Page page = desk.open(KEYS);
        assertThat(page.html().select("details").text()).contains("Import", "Ran out after 3 May 2026");
        assertThat(page.html().select("form[action$=/revoke]")).isEmpty();
        assertThat(desk.send(newKey("Import", "MONTH")).leadsTo()).isEqualTo(KEYS + "?made");
    }

    @Test
    void aRevokedKeyNoLongerWorks() throws Exception {
        desk.follow(desk.send(newKey("Kept", "MONTH")));
        String token = tokenOn(desk.follow(desk.send(newKey("Lost on the bus", "MONTH"))));
        Page page = desk.open(KEYS);
        String revoke = KEYS + "/" + idOf("Lost on the bus") + "/revoke";
        Form form = desk.fill(page, revoke);

        Page first = desk.send(form);
        Page second = desk.send(form);

        assertThat(second.leadsTo()).isEqualTo(first.leadsTo()).isEqualTo(KEYS + "?revoked");
        Page after = desk.follow(second);
        assertThat(after.text()).contains("The key is revoked.");
        assertThat(after.html().select("details").text()).contains("Lost on the bus", "Revoked today at");
        assertThat(after.html().select("form[action$=/revoke]")).hasSize(1);
        assertThat(letsIn(token)).isFalse();
    }

    @Test
    void nobodyRevokesAKeyOfSomebodyElse() throws Exception {
        keeper.make(signedIn(officer), "Import", KeyLasting.MONTH);
        Visitor administrator = council.administrator().signedIn(mvc);
        Form own = administrator.fill(administrator.open(KEYS), KEYS);

        Page refused = administrator.send(new Form(KEYS + "/" + idOf("Import") + "/revoke", own.fields()));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(working(officer)).isEqualTo(1);
    }

    @Test
    void nobodyHasMoreThanTwenty() throws Exception {
        Form oneMore = newKey("One more", "YEAR");
        for (int number = 1; number <= ApiKeyKeeper.MOST; number++) {
            keeper.make(signedIn(officer), "Key " + number, KeyLasting.MONTH);
        }

        Page full = desk.open(KEYS);
        assertThat(full.text()).contains("You have 20 keys that work");
        assertThat(full.html().select("form[action=" + KEYS + "]")).isEmpty();
        Page refused = desk.send(oneMore);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html().select(".govuk-error-summary").text()).contains("Revoke one that is no longer used");
        assertThat(working(officer)).isEqualTo(20);

        desk.send(desk.fill(full, KEYS + "/" + idOf("Key 7") + "/revoke"));
        assertThat(desk.send(newKey("One more", "YEAR")).leadsTo()).isEqualTo(KEYS + "?made");
    }

    /** Twenty-five at the same moment are counted one after the other. */
    @Test
    void notEvenWhenAllAreMadeAtOnce() {
        Stream.iterate(1, number -> number + 1)
                .limit(25)
                .map(number -> CompletableFuture.runAsync(() -> {
                    try {
                        keeper.make(signedIn(officer), "Key " + number, KeyLasting.MONTH);
                    } catch (KeyRefused tooMany) {
                        assertThat(number).isPositive();
                    }
                }))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(working(officer)).isEqualTo(20);
    }

    @Test
    void administratorsSeeThatThereAreKeysAndRevokeThemAll() throws Exception {
        String one = keeper.make(signedIn(officer), "Import", KeyLasting.MONTH).secret();
        String two = keeper.make(signedIn(officer), "Export", KeyLasting.YEAR).secret();
        Visitor administrator = council.administrator().signedIn(mvc);
        String path = "/people/" + officer.id();
        Page page = administrator.open(path);
        assertThat(page.text())
                .contains("2 API keys let programs of theirs act for them. Not used yet.")
                .doesNotContain("Export");
        assertThat(letsIn(one)).isTrue();
        assertThat(administrator.open(path).text()).contains("Last used today at");
        assertThat(administrator.open(path + "/end").text()).contains("Their API keys stop working");

        Form form = administrator.fill(page, path + "/api-keys/revoke");
        administrator.send(form);
        Page after = administrator.follow(administrator.send(form));

        assertThat(after.text()).contains("The API keys are revoked.").doesNotContain("act for them");
        assertThat(letsIn(one)).isFalse();
        assertThat(letsIn(two)).isFalse();
        assertThat(whatHappened()).startsWith("Administrator: API keys revoked (Import; Export -> null)");
    }

    @Test
    void administratorsOfOtherCouncilsRevokeNothing() throws Exception {
        String token =
                keeper.make(signedIn(officer), "Import", KeyLasting.MONTH).secret();
        Visitor stranger = councils.council().administrator().signedIn(mvc);
        Form own = stranger.fill(stranger.open("/people/new"), "/people");

        assertThat(stranger.send(new Form("/people/" + officer.id() + "/api-keys/revoke", own.fields()))
                        .status())
                .isEqualTo(404);
        assertThat(letsIn(token)).isTrue();
    }

    @Test
    void keysOfWhoeverLeftNoLongerWork() {
        String token =
                keeper.make(signedIn(officer), "Import", KeyLasting.MONTH).secret();

        administration.endAccess(signedIn(council.administrator()), officer.id());

        assertThat(letsIn(token)).isFalse();
        assertThat(working(officer)).isZero();
        assertThat(whatHappened())
                .startsWith(
                        "Administrator: Access ended (Policy Officer -> null)",
                        "Administrator: API keys revoked (Import -> null)");
    }

    /** Should one ever be left over, as by a row that somebody put there by hand. */
    @Test
    void aKeyIsNoGoodWithoutAccessEvenIfNobodyRevokedIt() {
        String token =
                keeper.make(signedIn(officer), "Import", KeyLasting.MONTH).secret();

        jdbc.sql("update person set ended_at = now() where person_id = ?")
                .param(officer.id().personId())
                .update();

        assertThat(letsIn(token)).isFalse();
    }

    @Test
    void keysStopWorkingWhenAnotherPasswordIsChosenByALink() throws Exception {
        String token =
                keeper.make(signedIn(officer), "Import", KeyLasting.MONTH).secret();
        String link =
                administration.forgottenPassword(officer.email()).orElseThrow().token();
        assertThat(letsIn(token)).isTrue();
        Visitor forgetful = new Visitor(mvc);
        Page page = forgetful.open("/password/" + link);
        assertThat(page.text()).contains("Your API keys stop working");

        forgetful.send(page, "/password/" + link, "password", "another long password");

        assertThat(letsIn(token)).isFalse();
        assertThat(whatHappened()).contains("Due Regard: API keys revoked (Import -> null)");
        link = administration.forgottenPassword(officer.email()).orElseThrow().token();
        assertThat(forgetful.open("/password/" + link).text()).doesNotContain("API key");
    }

    @Test
    void aKeyHasTheRightsOfTheMoment() {
        String token =
                keeper.make(signedIn(officer), "Import", KeyLasting.MONTH).secret();
        assertThat(rolesBehind(token)).containsExactly(Role.POLICY_OFFICER);

        administration.giveRole(council.id(), null, officer.id(), Role.CHAIR, null);
        assertThat(rolesBehind(token)).containsExactlyInAnyOrder(Role.POLICY_OFFICER, Role.CHAIR);

        for (Role role : Role.values()) {
            jdbc.sql("update role_held set ended_at = now() where person_id = ? and role = ?")
                    .params(officer.id().personId(), role.name())
                    .update();
        }
        assertThat(rolesBehind(token)).isEmpty();
    }

    private Set<Role> rolesBehind(String token) {
        return bearers.of(KeyToken.of(token).orElseThrow()).orElseThrow().by().roles();
    }

    @Test
    void allOfItStandsInTheHistoryAndNoTokenDoes() throws Exception {
        String token = tokenOn(desk.follow(desk.send(newKey("Monthly import", "YEAR"))));
        desk.send(desk.fill(desk.open(KEYS), KEYS + "/" + idOf("Monthly import") + "/revoke"));

        String until = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)
                .format(LocalDate.now(clock).plusYears(1));
        assertThat(whatHappened())
                .startsWith(
                        "Policy Officer: API key revoked (Monthly import -> null)",
                        "Policy Officer: API key made (null -> Monthly import, until " + until + ")")
                .noneMatch(event -> event.contains(token) || event.contains("drk_"));
        assertThat(history.firstBrokenEvent(council.id())).isEmpty();
    }

    @Test
    void whenItWasUsedIsWrittenOnceAMinute() {
        String token =
                keeper.make(signedIn(officer), "Import", KeyLasting.MONTH).secret();
        letsIn(token);
        String first = lastUse();
        letsIn(token);
        assertThat(lastUse()).isEqualTo(first);

        jdbc.sql("update api_key set last_used_at = last_used_at - interval '1 minute' where person_id = ?")
                .param(officer.id().personId())
                .update();
        String before = lastUse();
        letsIn(token);
        assertThat(lastUse()).isGreaterThan(before);
    }

    @Test
    void whoeverHasNoRoleHasNothingToGiveOn() throws Exception {
        jdbc.sql("update role_held set ended_at = now() where person_id = ?")
                .param(officer.id().personId())
                .update();
        Visitor nobody = officer.signedIn(mvc);

        assertThat(nobody.open("/your-account").text()).contains("No roles").doesNotContain("API key");
        assertThat(nobody.open(KEYS).status()).isEqualTo(403);
    }

    @Test
    void strangersAreAskedToSignIn() throws Exception {
        assertThat(new Visitor(mvc).open(KEYS).leadsTo()).endsWith("/sign-in");
        assertThat(new Visitor(mvc).open("/your-account").leadsTo()).endsWith("/sign-in");
    }

    private String lastUse() {
        return jdbc.sql("select to_char(last_used_at, 'YYYYMMDDHH24MISSUS') from api_key where person_id = ?")
                .param(officer.id().personId())
                .query(String.class)
                .single();
    }

    private List<String> whatHappened() {
        return history
                .of(
                        signedIn(council.administrator()),
                        new Subject("person", officer.id().personId()),
                        20)
                .stream()
                .map(ApiKeysTests::words)
                .toList();
    }

    private static String words(HistoryEntry event) {
        return event.post() + ": " + event.what() + " (" + event.was() + " -> " + event.became() + ")";
    }

    private SignedIn signedIn(Somebody somebody) {
        boolean administrator = somebody.id().equals(council.administrator().id());
        return new SignedIn(
                somebody.id(),
                council.id(),
                "Wandle",
                administrator ? "Administrator" : "Policy Officer",
                Set.of(administrator ? Role.ADMINISTRATOR : Role.POLICY_OFFICER));
    }

    private UUID idOf(String name) {
        return jdbc.sql("select api_key_id from api_key where person_id = ? and name = ?")
                .params(officer.id().personId(), name)
                .query(UUID.class)
                .single();
    }

    private int keysOf(Somebody somebody) {
        return jdbc.sql("select count(*) from api_key where person_id = ?")
                .param(somebody.id().personId())
                .query(Integer.class)
                .single();
    }

    private int working(Somebody somebody) {
        return jdbc.sql("select count(*) from api_key where person_id = ? and revoked_at is null")
                .param(somebody.id().personId())
                .query(Integer.class)
                .single();
    }
}
