package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** A policy officer lets a script in, and shuts it out again. */
@BrowserTest
class ApiKeysJourneyTests {

    @Autowired
    ApplicationContext product;

    @Autowired
    Environment environment;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void makesAKeyTriesItAndRevokesIt(boolean scripts, Browser browser) throws Exception {
        CouncilCopy council = CouncilCopy.in(product);
        if (!scripts) {
            browser.withoutJavaScript();
        }
        String name = scripts ? "keys" : "keys-no-js";
        Steps steps = new Steps(browser);
        browser.open("/rounds");
        steps.signIn(council.email(Role.POLICY_OFFICER));
        steps.leaveBy(browser.find("header a[href='/your-account']")).look(name + "-account");
        steps.press("Make an API key").look(name + "-none");
        steps.press("Make key").lookAtRefusal(name + "-refused");
        assertThat(steps.problemOf("name")).startsWith("Enter what the key is for");

        steps.type("name", "Monthly import from Excel").press("Make key");
        steps.look(name + "-made");
        String token = Objects.requireNonNull(browser.find("#token").getDomProperty("value"));
        assertThat(askWhoItIs(token).statusCode()).isEqualTo(200);
        if (scripts) {
            browser.picture("api-keys");
        }

        steps.leaveBy(browser.find("main p a[href='/your-account']"));
        assertThat(steps.press("Your API keys (1)").main())
                .contains("Monthly import from Excel", "today at")
                .doesNotContain(token);
        steps.leaveBy(browser.find("main table button")).look(name + "-revoked");
        steps.unfold("Keys that no longer work").look(name + "-ended");
        assertThat(askWhoItIs(token).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> askWhoItIs(String token) throws Exception {
        URI me = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + "/api/v1/me");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(me)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString());
    }
}
