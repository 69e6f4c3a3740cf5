package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.exchange.PlanDocument;
import org.dueregard.exchange.PlanExport;
import org.dueregard.exchange.PlanImport;
import org.dueregard.exchange.PlanJson;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.model.ApiKeyKeeper;
import org.dueregard.organisation.model.KeyLasting;
import org.dueregard.plan.PlanId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program sends a plan as a file and gets all that was read of it, over HTTP as it comes. */
@ProductTest
class ImportApiTests {

    private static final String MEASURE = "% of pupils on free school meals who reach Level 4";

    private final HttpClient program = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @Autowired
    ApplicationContext product;

    @Autowired
    ApiKeyKeeper keys;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    private Office office;
    private String key;
    private String idempotencyKey;

    @BeforeEach
    void makeAKey() {
        office = Office.in(product);
        key = keyOf(office.officer);
    }

    private String keyOf(SignedIn somebody) {
        return keys.make(somebody, "Import", KeyLasting.MONTH).secret();
    }

    @Test
    void answersWithThePlanAndWhereEachValueStandsAndHowSureItIs() throws Exception {
        HttpResponse<String> answer =
                send("plan.docx", PlanFile.small().paragraph("Draft of 3 May").bytes(), Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        JsonNode draft = json.readTree(answer.body());
        assertThat(draft.at("/format").asString()).isEqualTo("due-regard/plan-draft");
        assertThat(draft.at("/version").asInt()).isEqualTo(1);
        assertThat(draft.at("/file").asString()).isEqualTo("plan.docx");
        assertThat(draft.at("/kept").isNull()).isTrue();
        assertThat(draft.at("/plan/title").asString()).isEqualTo("Equality and community cohesion action plan 2014/15");
        assertThat(draft.at("/plan/period").asString()).isEqualTo("2014/15");
        JsonNode measure = draft.at("/plan/nodes/0/children/0/children/2");
        assertThat(measure.at("/indicator/name").asString()).isEqualTo(MEASURE);
        assertThat(measure.at("/indicator/targets/0/words").asString()).isEqualTo("75% (minimum)");
        assertThat(measure.at("/indicator/targets/0/kind").asString()).isEqualTo("AT_LEAST");
        assertThat(measure.at("/indicator/figures/0/value").decimalValue()).isEqualByComparingTo("68");

        JsonNode source = draft.at("/sources").get(measure.at("/key").asString());
        assertThat(source.at("/confidence").asString()).isEqualTo("CERTAIN");
        assertThat(source.at("/source/0/place").asString()).isEqualTo("Table 2, row 2, column 1");
        assertThat(source.at("/values")).anySatisfy(value -> {
            assertThat(value.at("/role").asString()).isEqualTo("TARGET");
            assertThat(value.at("/words").asString()).isEqualTo("75% (minimum)");
            assertThat(value.at("/heading").asString()).isEqualTo("Target 2014/15");
            assertThat(value.at("/confidence").asString()).isEqualTo("CERTAIN");
            assertThat(value.at("/source/0/place").asString()).isEqualTo("Table 2, row 2, column 3");
        });
        assertThat(draft.at("/problems")).hasSize(2).anySatisfy(problem -> {
            assertThat(problem.at("/kind").asString()).isEqualTo("target-words");
            assertThat(problem.at("/role").asString()).isEqualTo("TARGET");
            assertThat(problem.at("/words").asString()).isEqualTo("61/100%");
            assertThat(problem.at("/message").asString()).contains("its words are kept");
            assertThat(draft.at("/sources").has(problem.at("/node").asString())).isTrue();
        });
        assertThat(draft.at("/unplaced").toString()).contains("Draft of 3 May");
        assertThat(draft.at("/tables")).hasSize(3);
        assertThat(draft.at("/tables/0/columns/1/role").asString()).isEqualTo("ACTIVITY");
    }

    @Test
    void thePlanInTheAnswerIsOneThatCanBeImported() throws Exception {
        JsonNode draft = json.readTree(send("plan.docx", PlanFile.small().bytes(), Map.of("period", "2015/16"))
                .body());

        PlanDocument document = product.getBean(PlanJson.class).read(draft.get("plan"));
        PlanId plan = product.getBean(PlanImport.class).add(office.council, office.officer, document);

        PlanDocument made =
                product.getBean(PlanExport.class).of(office.council, plan).orElseThrow();
        assertThat(made.period()).isEqualTo("2015/16");
        assertThat(made.nodes()).hasSize(2);
        assertThat(made.nodes().get(0).children().get(0).children()).hasSize(6);
        assertThat(office.desk
                        .page("/plans/" + plan.planId() + "?open=all")
                        .select("main")
                        .text())
                .contains("Train front-line staff");
    }

    @Test
    void keepsNothingUnlessItIsToldTo() throws Exception {
        assertThat(send("plan.docx", PlanFile.small().bytes(), Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(send("plan.docx", PlanFile.small().bytes(), Map.of("keep", "false"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(kept()).isZero();

        HttpResponse<String> answer = send("plan.docx", PlanFile.small().bytes(), Map.of("keep", "true"));

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode draft = json.readTree(answer.body());
        assertThat(draft.at("/kept/page").asString())
                .isEqualTo("/imports/" + draft.at("/kept/id").asString());
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith(draft.at("/kept/page").asString());
        assertThat(kept()).isEqualTo(1);
        assertThat(office.desk
                        .page(draft.at("/kept/page").asString())
                        .select("main")
                        .text())
                .contains("4 indicators");
    }

    @Test
    void keepsAFileOnceHoweverOftenItIsSentWithTheSameKey() throws Exception {
        byte[] content = PlanFile.small().bytes();
        idempotencyKey = "Monthly import, 12 June: \"1\"";

        HttpResponse<String> first = send("plan.docx", content, Map.of("keep", "true"));
        HttpResponse<String> second = send("plan.docx", content, Map.of("keep", "true"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.body()).isEqualTo(first.body()).contains("\"page\":\"/imports/");
        assertThat(kept()).isEqualTo(1);

        idempotencyKey = "Another";
        assertThat(location(send("plan.docx", content, Map.of("keep", "true")))).isNotEqualTo(location(first));
        assertThat(kept()).isEqualTo(2);
        idempotencyKey = null;
        send("plan.docx", content, Map.of("keep", "true"));
        send("plan.docx", content, Map.of("keep", "true"));
        assertThat(kept()).isEqualTo(4);
    }

    @Test
    void keepsAFileOnceThatIsSentTwiceAtTheSameTime() throws Exception {
        byte[] content = PlanFile.small().bytes();
        idempotencyKey = UUID.randomUUID().toString();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<String> locations = new ArrayList<>();
            for (Future<String> answer : both.invokeAll(Collections.nCopies(2, (Callable<String>)
                    () -> location(send("plan.docx", content, Map.of("keep", "true")))))) {
                locations.add(answer.get());
            }
            assertThat(locations.get(1)).isEqualTo(locations.get(0));
        } finally {
            both.shutdown();
        }
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatCameWithSomethingElseBefore() throws Exception {
        byte[] content = PlanFile.small().bytes();
        byte[] other = PlanFile.small().paragraph("Draft of 3 May").bytes();
        idempotencyKey = "once";
        send("plan.docx", content, Map.of("keep", "true", "period", "2014/15"));

        for (HttpResponse<String> answer : List.of(
                send("plan.docx", other, Map.of("keep", "true", "period", "2014/15")),
                send("other.docx", content, Map.of("keep", "true", "period", "2014/15")),
                send("plan.docx", content, Map.of("keep", "true", "period", "2015/16")),
                send("plan.docx", content, Map.of("keep", "true")))) {
            problem(
                    answer,
                    422,
                    "KEY_USED",
                    "This Idempotency-Key came with another file, file name or period before.");
        }
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aKeyIsOfOnePerson() throws Exception {
        byte[] content = PlanFile.small().bytes();
        idempotencyKey = "1";
        HttpResponse<String> mine = send("plan.docx", content, Map.of("keep", "true"));
        key = keyOf(office.somebody(Role.POLICY_OFFICER));

        HttpResponse<String> theirs = send("plan.docx", content, Map.of("keep", "true"));

        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(location(theirs)).isNotEqualTo(location(mine));
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aKeyHasUpToTwoHundredCharacters() throws Exception {
        byte[] content = PlanFile.small().bytes();
        idempotencyKey = "x".repeat(201);
        problem(send("plan.docx", content, Map.of("keep", "true")), 400, "KEY", "1 to 200 characters");
        problem(send("plan.docx", content, Map.of()), 400, "KEY", "1 to 200 characters");
        idempotencyKey = " ";
        problem(send("plan.docx", content, Map.of("keep", "true")), 400, "KEY", "1 to 200 characters");
        assertThat(kept()).isZero();

        idempotencyKey = "x".repeat(200);
        assertThat(send("plan.docx", content, Map.of("keep", "true")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aRefusedFileHasNotUsedItsKeyAndOneThatIsNotKeptNeedsNone() throws Exception {
        byte[] content = PlanFile.small().bytes();
        idempotencyKey = "again";
        assertThat(send("plan.docx", new byte[0], Map.of("keep", "true")).statusCode())
                .isEqualTo(422);
        assertThat(send("other.docx", content, Map.of()).statusCode()).isEqualTo(200);

        assertThat(send("plan.docx", content, Map.of("keep", "true")).statusCode())
                .isEqualTo(201);
        assertThat(send("other.docx", content, Map.of()).statusCode()).isEqualTo(200);
        assertThat(kept()).isEqualTo(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void saysWhyAFileIsNotReadInWordsAndByACode() throws Exception {
        problem(
                send("plan.pdf", "%PDF-1.7\n%".getBytes(StandardCharsets.UTF_8), Map.of()),
                422,
                "NOT_THAT_KIND",
                "Plans cannot be read");
        problem(send("plan.csv", new byte[0], Map.of("keep", "true")), 422, "EMPTY", "This file is empty");
        problem(
                send("plan.csv", "a,b\n".repeat(60_001).getBytes(StandardCharsets.UTF_8), Map.of()),
                422,
                "TOO_LARGE",
                "60,000 rows");
        problem(
                send("plan.docx", PlanFile.small().bytes(), Map.of("period", "soon", "keep", "true")),
                400,
                "PERIOD",
                "Say which year");
        problem(send("", new byte[0], Map.of()), 400, "MISSING", "Choose a file");
        assertThat(send("plan.docx", PlanFile.small().bytes(), Map.of("keep", "perhaps"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(kept()).isZero();
    }

    @Test
    void takesFilesAndNothingElse() throws Exception {
        HttpResponse<String> answer = program.send(
                to().header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(send("plan.csv", new byte[21 * 1024 * 1024], Map.of()).statusCode())
                .isEqualTo(413);
    }

    @Test
    void letsNobodyInWithoutAKey() throws Exception {
        key = "drk_made_up";

        assertThat(send("plan.docx", PlanFile.small().bytes(), Map.of("keep", "true"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "POLICY_OFFICER")
    void letsNobodyElseReadPlans(Role role) throws Exception {
        key = keyOf(office.somebody(role));

        assertThat(send("plan.docx", PlanFile.small().bytes(), Map.of("keep", "true"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(kept()).isZero();
    }

    private void problem(HttpResponse<String> answer, int status, String code, String detail) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.at("/code").asString()).isEqualTo(code);
        assertThat(problem.at("/detail").asString()).contains(detail);
        assertThat(problem.at("/reference").asString()).isNotBlank();
    }

    private int kept() {
        return jdbc.sql("select count(*) from intake where organisation_id = ?")
                .param(office.council.organisationId())
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> send(String name, byte[] content, Map<String, String> fields) throws Exception {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder to = to();
        if (idempotencyKey != null) {
            to.header("Idempotency-Key", idempotencyKey);
        }
        return program.send(
                to.header("Authorization", "Bearer " + key)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArrays(List.of(body.toByteArray())))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder to() {
        return HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + environment.getRequiredProperty("local.server.port") + "/api/v1/imports"))
                .version(HttpClient.Version.HTTP_1_1);
    }
}
