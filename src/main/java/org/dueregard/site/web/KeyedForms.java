package org.dueregard.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.dueregard.site.OnceArguments;
import org.dueregard.site.ParkedForms;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Adds the key of a form sent once to every form that changes something. */
class KeyedForms implements RequestDataValueProcessor {

    private static final String READS_ONLY = KeyedForms.class.getName() + ".readsOnly";

    private final RequestDataValueProcessor inner;

    KeyedForms(RequestDataValueProcessor inner) {
        this.inner = inner;
    }

    @Override
    public String processAction(HttpServletRequest request, String action, String httpMethod) {
        request.setAttribute(READS_ONLY, "get".equalsIgnoreCase(httpMethod));
        return inner.processAction(request, action, httpMethod);
    }

    @Override
    public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
        return inner.processFormFieldValue(request, name, value, type);
    }

    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> others = inner.getExtraHiddenFields(request);
        if (others != null) {
            fields.putAll(others);
        }
        if (!Boolean.TRUE.equals(request.getAttribute(READS_ONLY))) {
            fields.put(OnceArguments.FIELD, UUID.randomUUID().toString());
            Principal reader = request.getUserPrincipal();
            if (reader != null) {
                fields.put(ParkedForms.TYPED_BY, reader.getName());
            }
        }
        return fields;
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return inner.processUrl(request, url);
    }
}
