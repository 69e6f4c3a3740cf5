package org.dueregard.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dueregard.ProductTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

@ProductTest
class KeptFragmentsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Autowired
    ITemplateEngine templates;

    @Test
    void writesEachValueAsItsOwn() {
        assertThat(page(List.of("Policy officer", "Chair"), DAY, "").select("p").eachText())
                .containsExactly("Policy officer 2026-11-22 unseen alone", "Chair 2026-11-22 unseen alone");
        assertThat(page(List.of("Chair"), DAY.plusDays(1), "").select("p").eachText())
                .containsExactly("Chair 2026-11-23 unseen alone");
    }

    @Test
    void letsConditionsHoldOnTheSameElement() {
        assertThat(page(List.of("Nobody"), DAY, "").select("p")).isEmpty();
    }

    @Test
    void givesAFragmentNothingOfThePageThatItWasNotHanded() {
        assertThat(page(List.of("Administrator"), DAY, "the first reader's").text())
                .contains("unseen alone")
                .doesNotContain("the first reader's");
    }

    @Test
    void escapesWhatPeopleTyped() {
        assertThat(page(List.of("<script>alert(1)</script>"), DAY, "").select("script"))
                .isEmpty();
    }

    @Test
    void leadsLinksWhereThePageLeadsThem() {
        assertThat(page(List.of(), DAY, "").select("a").attr("href")).isEqualTo("/council/somewhere");
    }

    @Test
    void refusesAValueThatMayChangeWhileItIsKept() {
        assertThatExceptionOfType(TemplateProcessingException.class)
                .isThrownBy(() -> page(List.of("Chair"), new StringBuilder("soon"), ""))
                .havingRootCause()
                .withMessage("A kept fragment cannot tell one at from another");
        assertThatExceptionOfType(TemplateProcessingException.class)
                .isThrownBy(() -> page(List.of("Chair"), new ArrayList<>(List.of(new Object())), ""))
                .havingRootCause()
                .withMessage("A kept fragment cannot tell one at from another");
    }

    @Test
    void refusesValuesWithoutNames() {
        assertThatExceptionOfType(TemplateProcessingException.class)
                .isThrownBy(() -> templates.process("kept/unnamed", context(Map.of("at", DAY), "")))
                .havingRootCause()
                .withMessageContaining("by name");
    }

    private Element page(List<String> names, Object at, String secret) {
        return Jsoup.parse(templates.process("kept/page", context(Map.of("names", names, "at", at), secret)))
                .body();
    }

    private static WebContext context(Map<String, Object> variables, String secret) {
        MockServletContext council = new MockServletContext();
        MockHttpServletRequest request = new MockHttpServletRequest(council, "GET", "/council/page");
        request.setContextPath("/council");
        request.setAttribute("secret", secret);
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(council)
                        .buildExchange(request, new MockHttpServletResponse()),
                java.util.Locale.UK,
                variables);
        context.setVariable("secret", secret);
        return context;
    }
}
