package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.organisation.Councils.Council;
import org.dueregard.organisation.Councils.Somebody;
import org.dueregard.organisation.Visitor.Page;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.model.ApiKeyKeeper;
import org.dueregard.organisation.model.KeyLasting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs at the door, over HTTP as they come: who is let in, and what those who are not read. */
@ProductTest
@ExtendWith(OutputCaptureExtension.class)
class ApiFrontDoorTests {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String ME = "/api/v1/me";
    private static final String FILES = "/api/v1/tests/files";

    private final HttpClient program = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @Autowired
    Administration administration;

    @Autowired
    ApiKeyKeeper keeper;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Environment environment;

    @Autowired
    Clock clock;

    Councils councils;
    Council council;
    Somebody officer;
    String token;

    @BeforeEach
    void aKey() {
        councils = new Councils(administration, jdbc);
        council = councils.council();
        officer = councils.add(council.id(), "Policy Officer", Role.POLICY_OFFICER, null);
        token = keyOf(officer);
    }

    private String keyOf(Somebody somebody) {
        SignedIn by = new SignedIn(somebody.id(), council.id(), "Wandle Borough Council", "Somebody", Set.of());
        return keeper.make(by, "Monthly import", KeyLasting.QUARTER).secret();
    }

    @Test
    void saysInWhoseNameAProgramActs() throws Exception {
        UnitId education = administration.addUnit(council.id(), null, null, UnitKind.DEPARTMENT, "Education", "EDU");
        administration.giveRole(council.id(), null, officer.id(), Role.SERVICE_MANAGER, education);

        HttpResponse<String> answer = send(bearing(token, ME).GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(json.readTree(answer.body()))
                .isEqualTo(json.readTree("""
                {"post": "Policy Officer", "organisation": "Wandle Borough Council",
                 "roles": [{"role": "POLICY_OFFICER", "unit": null}, {"role": "SERVICE_MANAGER", "unit": "Education"}],
                 "token": {"name": "Monthly import", "expiresOn": "%s"}}
                """.formatted(LocalDate.now(clock).plusDays(90))));
    }

    @Test
    void remembersNothingBetweenRequests() throws Exception {
        int sessions = sessions();
        HttpResponse<String> in = send(bearing(token, ME).GET());
        HttpResponse<String> refused = send(to(ME).GET());

        for (HttpResponse<String> answer : List.of(in, refused)) {
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'");
            assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        }
        assertThat(sessions()).isEqualTo(sessions);
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session where principal_name = ? or principal_name is null")
                .param(officer.id().toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void tellsWhoBringsNothingWhatToBring() throws Exception {
        HttpResponse<String> answer = send(to(ME).GET());

        assertProblem(answer, 401, "Unauthorized", "Send an API key that works");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic cG9saWN5Om9mZmljZXI=", "Bearer", "drk_000000000000000000000000000000000000000000000000000"
            })
    void takesNothingButABearersToken(String header) throws Exception {
        HttpResponse<String> answer =
                send(to(ME).header("Authorization", header).GET());

        assertProblem(answer, 401, "Unauthorized", "Send an API key that works");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void refusesATokenInTheAddress() throws Exception {
        for (String name : List.of("access_token", "token", "Authorization")) {
            assertThat(send(to(ME + "?" + name + "=" + token).GET()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void refusesATokenThatIsUnknownMistypedRunOutOrRevokedInTheSameWords() throws Exception {
        String runOut = keyOf(councils.add(council.id(), "Chair", Role.CHAIR, null));
        jdbc.sql("update api_key set expires_on = ? where person_id <> ?")
                .params(LocalDate.now(clock).minusDays(1), officer.id().personId())
                .update();
        Somebody left = councils.add(council.id(), "Member", Role.REVIEWER, null);
        String ofWhoLeft = keyOf(left);
        administration.endAccess(
                new SignedIn(
                        council.administrator().id(), council.id(), "W", "Administrator", Set.of(Role.ADMINISTRATOR)),
                left.id());
        assertThat(send(bearing(token, ME).GET()).statusCode()).isEqualTo(200);
        String mistyped = token.substring(0, 52) + (token.endsWith("x") ? "y" : "x");
        keeper.revokeAll(
                new SignedIn(
                        council.administrator().id(), council.id(), "W", "Administrator", Set.of(Role.ADMINISTRATOR)),
                officer.id());

        String words = "";
        for (String wrong : new String[] {runOut, ofWhoLeft, mistyped, token, "made up", " "}) {
            HttpResponse<String> answer = send(bearing(wrong, ME).GET());
            JsonNode problem = assertProblem(answer, 401, "Unauthorized", "Send an API key that works");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer");
            assertThat(words).isIn("", problem.get("detail").asString());
            words = problem.get("detail").asString();
        }
    }

    @Test
    void theCookieOfABrowserOpensNothingHere() throws Exception {
        Visitor visitor = officer.signedIn(mvc);
        String session = Objects.requireNonNull(visitor.session());
        assertThat(send(to("/your-account")
                                .header("Cookie", "session=" + session)
                                .GET())
                        .statusCode())
                .isEqualTo(200);

        for (String path : List.of(ME, "/api/v1/tests/goes/well", "/api/nothing", "/%61pi/v1/me")) {
            HttpResponse<String> answer =
                    send(to(path).header("Cookie", "session=" + session).GET());
            assertProblem(answer, 401, "Unauthorized", "Send an API key that works");
        }
        Page page = visitor.open("/terms");
        assertThat(page.status()).isEqualTo(200);
    }

    @Test
    void aTokenOpensNoPage() throws Exception {
        for (String path : List.of("/rounds", "/your-account/api-keys", "/nothing-here", "/apiv1/me")) {
            HttpResponse<String> answer = send(bearing(token, path).GET());
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
        }
    }

    @Test
    void saysWhatTheMakerOfTheKeyMayNotDo() throws Exception {
        String administrators = keyOf(council.administrator());

        HttpResponse<String> answer =
                send(bearing(administrators, "/api/v1/tests/goes/well").GET());

        assertProblem(answer, 403, "Forbidden", "may not do this");
        assertThat(send(bearing(token, "/api/v1/tests/goes/well").GET()).body()).isEqualTo("{\"how\":\"well\"}");
    }

    @Test
    void aRoleThatIsGivenOrEndedCountsFromTheNextRequestOn() throws Exception {
        Somebody member = councils.add(council.id(), "Member", Role.REVIEWER, null);
        String members = keyOf(member);
        String path = "/api/v1/tests/goes/well";
        assertThat(send(bearing(members, path).GET()).statusCode()).isEqualTo(403);

        administration.giveRole(council.id(), null, member.id(), Role.CHAIR, null);
        assertThat(send(bearing(members, path).GET()).statusCode()).isEqualTo(200);

        jdbc.sql("update role_held set ended_at = now() where person_id = ? and role = 'CHAIR'")
                .param(member.id().personId())
                .update();
        assertThat(send(bearing(members, path).GET()).statusCode()).isEqualTo(403);
    }

    @Test
    void saysThatNothingIsThere() throws Exception {
        for (String path : new String[] {
            "/api/v1/nothing",
            "/api",
            "/api/v1/tests/goes/gone",
            "/api/v1/tests/items/7?most=2",
            "/api/v1/me/",
            "/api/v1/me.html"
        }) {
            assertProblem(send(bearing(token, path).GET()), 404, "Not Found", "nothing at this address");
        }
    }

    @Test
    void refusesAnAddressThatTriesToLeadElsewhere() throws Exception {
        for (String path : new String[] {"/api/v1//me", "/api/v1/me;a=b", "/api/v1/%2e%2e/me"}) {
            assertProblem(send(bearing(token, path).GET()), 400, "Bad Request", "cannot be understood");
        }
    }

    /** They are refused by the server itself, so there is no reference either. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/%2f", "/api/v1/%zz"})
    void refusesAnAddressThatNobodyCanReadWithoutAPage(String path) throws Exception {
        int port = Integer.parseInt(environment.getRequiredProperty("local.server.port"));
        try (Socket line = new Socket("localhost", port)) {
            line.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("Content-Type: application/problem+json")
                    .contains("\"detail\":\"The request cannot be understood.")
                    .doesNotContain("<html");
        }
    }

    @Test
    void saysWhichMethodsAnAddressTakes() throws Exception {
        HttpResponse<String> answer = send(bearing(token, ME).DELETE());

        assertProblem(answer, 405, "Method Not Allowed", "does not take this method");
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void answersInNoFormButItsOwn() throws Exception {
        assertProblem(send(bearing(token, ME).setHeader("Accept", "text/html").GET()), 406, "Not Acceptable", "Accept");
        assertProblem(send(to(ME).setHeader("Accept", "text/html").GET()), 401, "Unauthorized", "API key");
    }

    @ParameterizedTest
    @CsvSource({"application/json", "text/csv", "application/x-www-form-urlencoded"})
    void saysWhichContentAnAddressTakes(String type) throws Exception {
        HttpResponse<String> answer =
                send(bearing(token, FILES).header("Content-Type", type).POST(BodyPublishers.ofString("{}")));

        assertProblem(answer, 415, "Unsupported Media Type", "does not take content of this type");
        assertThat(answer.headers().firstValue("Accept").orElseThrow()).contains("multipart/form-data");
    }

    @ParameterizedTest
    @CsvSource({
        "goes/done, 409, Conflict, Somebody else changed this after you opened it",
        "goes/quicker, 409, Conflict, Somebody else changed this meanwhile",
        "items/50000000-0000-0000-0000-000000000000, 400, Bad Request, most is missing",
        "items/50000000-0000-0000-0000-000000000000?most=many, 400, Bad Request, most has a value"
    })
    void saysWhyAProgramWasRefused(String what, int status, String title, String detail) throws Exception {
        assertProblem(send(bearing(token, "/api/v1/tests/" + what).GET()), status, title, detail);
    }

    @Test
    void letsAnAddressSayMore() throws Exception {
        JsonNode problem = assertProblem(
                send(bearing(token, "/api/v1/tests/goes/refused").GET()),
                422,
                "Unprocessable Content",
                "Row 3 has no target.");

        assertThat(problem.get("faults").get(0).asString()).isEqualTo("Row 3");
    }

    @Test
    void tellsNothingOfAFaultOfOursButItsReferenceInTheLog(CapturedOutput log) throws Exception {
        HttpResponse<String> answer =
                send(bearing(token, "/api/v1/tests/goes/wrong").GET());

        JsonNode problem = assertProblem(answer, 500, "Internal Server Error", "our fault");
        assertThat(answer.body()).doesNotContain("eyes");
        String reference = problem.get("reference").asString();
        assertThat(log.getAll().lines().filter(line -> line.contains("GET /api/v1/tests/goes/wrong failed")))
                .hasSize(1)
                .allMatch(line -> line.contains("[" + reference + "]"));
        assertThat(log.getAll()).contains("Not for anybody's eyes").doesNotContain(token);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void takesAFileOfTwentyMegabytes() throws Exception {
        HttpResponse<String> answer = upload(token, 20 * MEGABYTE, true);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json.readTree(answer.body()))
                .isEqualTo(json.readTree("{\"by\": \"Policy Officer\", \"title\": \"Plan with ’ and \", \"size\": "
                        + 20 * MEGABYTE + "}"));
    }

    @ParameterizedTest
    @CsvSource({"21, true", "23, true", "40, true", "23, false"})
    void saysHowLargeAFileMayBe(int megabytes, boolean lengthIsTold) throws Exception {
        assertProblem(
                upload(token, megabytes * MEGABYTE, lengthIsTold), 413, "Content Too Large", "up to 20 megabytes");
    }

    @Test
    void saysThatAFileIsMissingOrItsEnvelopeTorn() throws Exception {
        HttpResponse<String> torn = send(bearing(token, FILES)
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("nothing of the kind")));
        HttpResponse<String> empty = send(bearing(token, FILES)
                .header("Content-Type", "multipart/form-data; boundary=cut-here")
                .POST(BodyPublishers.ofString("--cut-here--\r\n")));

        assertProblem(torn, 400, "Bad Request", "cannot be understood");
        assertProblem(empty, 400, "Bad Request", "cannot be understood");
    }

    @Test
    void takesNoFileFromWhoeverMayNotBringOne() throws Exception {
        assertProblem(upload("made up", 100, true), 401, "Unauthorized", "API key");
        assertProblem(upload(keyOf(council.administrator()), 23 * MEGABYTE, true), 403, "Forbidden", "may not");
    }

    @Test
    void slowsDownWhoeverTriesTokensAndNobodyWhoHasOne() throws Exception {
        for (int guess = 1; guess <= 100; guess++) {
            assertThat(from("192.0.2.166", "drk_" + guess).getStatus()).isEqualTo(401);
        }

        MockHttpServletResponse tooMany = from("192.0.2.166", "drk_101");
        assertThat(tooMany.getStatus()).isEqualTo(429);
        assertThat(tooMany.getContentType()).isEqualTo("application/problem+json");
        assertThat(tooMany.getHeader("Retry-After")).isEqualTo("10");
        assertThat(json.readTree(tooMany.getContentAsString()).get("detail").asString())
                .contains("Too many requests");
        assertThat(from("192.0.2.166", token).getStatus()).isEqualTo(200);
        assertThat(from("192.0.2.167", "drk_1").getStatus()).isEqualTo(401);
    }

    private MockHttpServletResponse from(String address, String shown) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.get(ME).header("Authorization", "bearer " + shown);
        return mvc.perform(request.with(sent -> {
                    sent.setRemoteAddr(address);
                    return sent;
                }))
                .andReturn()
                .getResponse();
    }

    private JsonNode assertProblem(HttpResponse<String> answer, int status, String title, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isEqualTo(title);
        assertThat(problem.get("detail").asString()).contains(detail);
        assertThat(problem.get("reference").asString()).matches("[A-Z2-9]{8}");
        assertThat(answer.body()).doesNotContain("<", "Exception");
        return problem;
    }

    private HttpResponse<String> upload(String shown, int size, boolean lengthIsTold) throws Exception {
        String boundary = "cut-here";
        String head = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nPlan with ’ and \u0001\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.xlsx\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + size + end.length);
        System.arraycopy(end, 0, whole, start.length + size, end.length);
        BodyPublisher body = lengthIsTold
                ? BodyPublishers.ofByteArray(whole)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(whole));
        return send(bearing(shown, FILES)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
    }

    private HttpRequest.Builder bearing(String shown, String path) {
        return to(path).header("Authorization", "Bearer " + shown);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path))
                .version(HttpClient.Version.HTTP_1_1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return program.send(request.build(), BodyHandlers.ofString());
    }
}
