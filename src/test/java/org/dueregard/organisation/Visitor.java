package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Somebody with a browser of their own: keeps cookies, reads pages, and sends forms with all their hidden fields. */
final class Visitor {

    private final MockMvc mvc;
    private final String address;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    Visitor(MockMvc mvc) {
        this(mvc, "192.0.2.1");
    }

    Visitor(MockMvc mvc, String address) {
        this.mvc = mvc;
        this.address = address;
    }

    /** What came back. */
    record Page(String path, MockHttpServletResponse response, Document html) {

        int status() {
            return response.getStatus();
        }

        String text() {
            return html.text();
        }

        String leadsTo() {
            return Objects.requireNonNull(response.getRedirectedUrl());
        }

        String valueOf(String field) {
            Element element = Objects.requireNonNull(html.selectFirst("[name=" + field + "]"), field);
            if (element.tagName().equals("select")) {
                Element chosen = element.selectFirst("option[selected]");
                return chosen == null ? "" : chosen.attr("value");
            }
            if (element.attr("type").equals("radio")) {
                Element chosen = html.selectFirst("[name=" + field + "][checked]");
                return chosen == null ? "" : chosen.attr("value");
            }
            return element.val();
        }

        /** The sentence beside the field, which also stands in the summary on top. */
        String problemOf(String field) {
            String beside = Objects.requireNonNull(html.getElementById(field + "-error"), "Nothing wrong with " + field)
                    .text();
            assertThat(html.select(".govuk-error-summary a[href=#" + field + "]")
                            .text())
                    .isNotEmpty()
                    .isSubstringOf(beside);
            assertThat(html.getElementById(field)).isNotNull();
            return beside;
        }
    }

    Page open(String path) throws Exception {
        // a parameter without a value is null to MockMvc and empty to servers
        return answer(path, get(path.replaceAll("[?]([\\w-]+)$", "?$1=")));
    }

    Page follow(Page redirect) throws Exception {
        assertThat(redirect.status()).as(redirect.text()).isEqualTo(302);
        return open(redirect.leadsTo().replaceAll("#.*", ""));
    }

    /** Fills in the form with this action, by names and values in turn, and sends it. */
    Page send(Page page, String action, String... typed) throws Exception {
        return send(fill(page, action, typed));
    }

    Page send(Form form) throws Exception {
        MockHttpServletRequestBuilder request = post(form.action());
        form.fields().forEach(request::param);
        return answer(form.action(), request);
    }

    /** A form about to be sent, once or more often. */
    record Form(String action, Map<String, String> fields) {}

    Form fill(Page page, String action, String... typed) {
        List<Element> forms = page.html().select("form[method=post]").stream()
                .filter(form -> actionOf(page, form).equals(action))
                .toList();
        assertThat(forms).as("forms to %s on %s", action, page.path()).hasSize(1);
        Map<String, String> fields = new LinkedHashMap<>();
        forms.get(0).select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        for (int place = 0; place < typed.length; place += 2) {
            assertThat(forms.get(0).select("[name=" + typed[place] + "]"))
                    .as(typed[place])
                    .isNotEmpty();
            fields.put(typed[place], typed[place + 1]);
        }
        return new Form(action, fields);
    }

    private static String actionOf(Page page, Element form) {
        return form.attr("action").isEmpty() ? page.path() : form.attr("action");
    }

    Page signIn(String email, String password) throws Exception {
        return send(open("/sign-in"), "/sign-in", "email", email, "password", password);
    }

    @Nullable
    String session() {
        Cookie session = cookies.get("session");
        return session == null ? null : session.getValue();
    }

    private Page answer(String path, MockHttpServletRequestBuilder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        MockHttpServletResponse response = mvc.perform(request.with(sent -> {
                    sent.setRemoteAddr(address);
                    return sent;
                }))
                .andReturn()
                .getResponse();
        for (Cookie cookie : response.getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        Document html = Jsoup.parse(response.getContentAsString());
        assertThat(html.text()).as("messages of %s", path).doesNotContain("??");
        return new Page(path.replaceAll("\\?.*", ""), response, html);
    }
}
