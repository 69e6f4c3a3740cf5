package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.ProductTest;
import org.dueregard.organisation.Visitor.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The product on a database that nobody has used; has a context of its own, since it starts only once. */
@ExtendWith(OutputCaptureExtension.class)
@ProductTest
@TestPropertySource(
        properties = {"dueregard.first-administrator=true", "dueregard.address=https://due-regard.wandle.example/"})
class FirstAdministratorTests {

    private static final Pattern LINK =
            Pattern.compile("https://due-regard\\.wandle\\.example(/first-administrator/[\\w-]{43})\\s");

    @Autowired
    MockMvc mvc;

    @Test
    void letsTheFirstAdministratorInByTheLinkInTheLog(CapturedOutput output) throws Exception {
        List<String> lines = output.getAll()
                .lines()
                .filter(line -> line.contains("first-administrator"))
                .toList();
        assertThat(lines).singleElement().asString().contains("WARN");
        Matcher found = LINK.matcher(lines.get(0) + "\n");
        assertThat(found.find()).isTrue();
        String link = found.group(1);
        Visitor visitor = new Visitor(mvc);

        assertThat(visitor.open("/first-administrator/guessed").status()).isEqualTo(404);
        Page page = visitor.open(link);
        assertThat(page.status()).isEqualTo(200);
        Page refused = visitor.send(
                page, link, "council", "Wandle", "post", "", "email", "me@wandle.example", "password", "password");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problemOf("post")).contains("Enter the post");
        assertThat(refused.problemOf("password")).contains("would be guessed quickly");
        assertThat(List.of(refused.valueOf("council"), refused.valueOf("email")))
                .containsExactly("Wandle", "me@wandle.example");
        Page done = visitor.send(
                refused,
                link,
                "council",
                "Wandle Borough Council",
                "post",
                "Head of Equalities",
                "email",
                "me@wandle.example",
                "password",
                Councils.PASSWORD);
        assertThat(done.leadsTo()).isEqualTo("/sign-in?password-chosen");

        assertThat(visitor.open(link).status()).isEqualTo(404);
        Page again = visitor.send(
                page,
                link,
                "council",
                "Other",
                "post",
                "Thief",
                "email",
                "thief@wandle.example",
                "password",
                Councils.PASSWORD);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text()).contains("take the link from the newest line in its log");

        Page in = visitor.signIn("me@wandle.example", Councils.PASSWORD);
        assertThat(visitor.follow(in).leadsTo()).isEqualTo("/people");
        Page people = visitor.open("/people");
        assertThat(people.text()).contains("Wandle Borough Council", "Head of Equalities", "Only you so far");
        assertThat(output.getAll()).doesNotContain(Councils.PASSWORD);
    }
}
