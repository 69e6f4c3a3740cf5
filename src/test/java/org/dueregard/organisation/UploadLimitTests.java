package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.organisation.Councils.Somebody;
import org.dueregard.organisation.model.Administration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file that is too large, sent over HTTP as a browser sends it: nothing of such a form can be read, its token neither. */
@ProductTest
class UploadLimitTests {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String PASTE = "/comparators/paste";

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Autowired
    Administration administration;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private Somebody officer;

    @BeforeEach
    void aPolicyOfficer() {
        Councils councils = new Councils(administration, jdbc);
        officer = councils.add(councils.council().id(), "Policy Officer", Role.POLICY_OFFICER, null);
    }

    /** 11 megabytes are too much for a file, 13 for a form, and after 40 a server would rather hang up. */
    @ParameterizedTest
    @CsvSource({
        PASTE + ", 11, true",
        PASTE + ", 13, true",
        PASTE + ", 40, true",
        PASTE + ", 13, false",
        "/imports, 11, true",
        "/imports, 13, false"
    })
    void saysHowLargeAFileMayBe(String form, int megabytes, boolean lengthIsTold) throws Exception {
        signIn();

        HttpResponse<String> answer = upload(form, token(form), megabytes * MEGABYTE, lengthIsTold);
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(page.select("h1").text()).isEqualTo("That file is too large");
        assertThat(page.text()).contains("up to 10 megabytes", "Go back", "Policy Officer");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void refusesFilesThatAreTooLargeTogether() throws Exception {
        signIn();

        assertThat(upload(PASTE, token(PASTE), 2, 7 * MEGABYTE, true).statusCode())
                .isEqualTo(413);
    }

    @Test
    void takesAFileThatIsNotTooLarge() throws Exception {
        signIn();

        HttpResponse<String> answer = upload(PASTE, token(PASTE), 100, true);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(answer.body()).select("main").text()).contains("1 line cannot be read");
    }

    @Test
    void refusesAFormWithoutItsTokenAsBefore() throws Exception {
        signIn();

        assertThat(upload(PASTE, "made up", 100, true).statusCode()).isEqualTo(403);
    }

    @Test
    void asksStrangersToSignInAsBefore() throws Exception {
        HttpResponse<String> answer = upload(PASTE, "made up", 100, true);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/sign-in");
    }

    private void signIn() throws Exception {
        String form = "_csrf=" + encoded(token("/sign-in")) + "&email=" + encoded(officer.email()) + "&password="
                + encoded(Councils.PASSWORD);
        HttpResponse<String> answer = browser.send(
                request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("refused");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String token(String address) throws Exception {
        HttpResponse<String> page = browser.send(request(address).GET().build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        return Jsoup.parse(page.body()).select("main [name=_csrf]").val();
    }

    private HttpResponse<String> upload(String form, String token, int size, boolean lengthIsTold) throws Exception {
        return upload(form, token, 1, size, lengthIsTold);
    }

    private HttpResponse<String> upload(String form, String token, int files, int size, boolean lengthIsTold)
            throws Exception {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) 'x');
        String boundary = "cut-here";
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(
                utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n"));
        for (int file = 0; file < files; file++) {
            sent.writeBytes(utf8("--" + boundary
                    + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"figures.csv\"\r\n"
                    + "Content-Type: text/csv\r\n\r\n"));
            sent.writeBytes(content);
            sent.writeBytes(utf8("\r\n"));
        }
        sent.writeBytes(utf8("--" + boundary + "--\r\n"));
        byte[] whole = sent.toByteArray();
        BodyPublisher body = lengthIsTold
                ? BodyPublishers.ofByteArray(whole)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(whole));
        return browser.send(
                request(form)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + environment.getRequiredProperty("local.server.port") + address))
                .header("Accept", "text/html")
                .version(HttpClient.Version.HTTP_1_1);
    }
}
