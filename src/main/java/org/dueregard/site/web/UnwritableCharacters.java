package org.dueregard.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes out of what is sent the characters that nobody types but some programs put on the clipboard, and that neither
 * PostgreSQL nor the files that the product writes can hold. One of them must not cost the words around it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnwritableCharacters extends OncePerRequestFilter {

    private static final Pattern UNWRITABLE =
            Pattern.compile("[\\x{0}-\\x{8}\\x{B}\\x{C}\\x{E}-\\x{1F}\\x{FFFE}\\x{FFFF}]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Cleaned(request), response);
    }

    private static String clean(String text) {
        return UNWRITABLE.matcher(text).replaceAll("");
    }

    private static final class Cleaned extends HttpServletRequestWrapper {

        Cleaned(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : clean(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : cleanAll(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> all.put(name, cleanAll(values)));
            return all;
        }

        private static String[] cleanAll(String[] values) {
            // a parameter without a value may come as none
            return Arrays.stream(values)
                    .map(value -> value == null ? null : clean(value))
                    .toArray(String[]::new);
        }
    }
}
