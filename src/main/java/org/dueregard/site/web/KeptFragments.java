package org.dueregard.site.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.WebExpressionContext;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.FragmentExpression.ExecutedFragmentExpression;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.web.servlet.IServletWebExchange;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Fragments as they were written for the same values before. A fragment is made from nothing but the values it is given,
 * so what was kept is never out of date, and never somebody else's: another value is another entry. It sees neither the
 * request nor the session nor other variables of the page nor any bean, the clock's included, and so can carry no form
 * that is to be posted and nothing that is true only today.
 */
@Component
class KeptFragments {

    /** In characters, of the values and of the HTML made from them; Java keeps most in a byte each. */
    private static final long MOST = 32_000_000;

    private record Key(String template, Set<String> fragment, Content content, Locale locale) {}

    private final Cache<Key, String> kept = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Key key, String html) -> key.content().length() + html.length())
            .build();

    private final boolean keep;

    /** @param keep whether templates stay as they are while the product runs */
    KeptFragments(@Value("${spring.thymeleaf.cache:true}") boolean keep) {
        this.keep = keep;
    }

    /**
     * @throws IllegalArgumentException when a value is not one that equals another with the same content, or has no name
     */
    String html(ITemplateContext page, FragmentExpression expression) {
        ExecutedFragmentExpression asked = FragmentExpression.createExecutedFragmentExpression(page, expression);
        Map<String, Object> values = asked.getFragmentParameters();
        if (asked.hasSyntheticParameters()) {
            throw new IllegalArgumentException("Each value of a kept fragment is given by name: " + expression);
        }
        Key key = new Key(
                FragmentExpression.resolveTemplateName(asked),
                FragmentExpression.resolveFragments(asked),
                Content.of(values == null ? Map.of() : values),
                page.getLocale());
        String html = keep ? kept.getIfPresent(key) : null;
        if (html == null) {
            html = write(page, key, values == null ? Map.of() : values);
            if (keep) {
                kept.put(key, html);
            }
        }
        return html;
    }

    private static String write(ITemplateContext page, Key key, Map<String, Object> values) {
        IServletWebExchange exchange = (IServletWebExchange) ((IWebContext) page).getExchange();
        JakartaServletWebApplication application = (JakartaServletWebApplication) exchange.getApplication();
        IServletWebExchange alone = application.buildExchange(
                new RequestOfNobody((HttpServletRequest) exchange.getNativeRequestObject()),
                (HttpServletResponse) exchange.getNativeResponseObject());
        StringWriter html = new StringWriter();
        page.getConfiguration()
                .getTemplateManager()
                .parseAndProcess(
                        new TemplateSpec(key.template(), key.fragment(), TemplateMode.HTML, null),
                        new WebExpressionContext(page.getConfiguration(), alone, key.locale(), values),
                        html);
        return html.toString();
    }
}
