package org.dueregard.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * Hands a controller the {@link Once} of the form that was sent. What counts as the same form is its key together with
 * who sent it, where to, and every field and file: going back, changing a word and sending again is another form. What a
 * program sends is known by its key, who sent it and where to; whether it said the same is for the controller to ask.
 */
@Component
public class OnceArguments implements HandlerMethodArgumentResolver {

    /** The hidden field that carries the key. */
    public static final String FIELD = "_once";

    /** The header in which a program sends a key of its own making. */
    public static final String HEADER = "Idempotency-Key";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OnceArguments(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Once.class;
    }

    @Override
    public Once resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("A form arrives by HTTP");
        }
        Principal by = request.getUserPrincipal();
        String sentBy = by == null ? "nobody signed in" : by.getName();
        boolean program = parameter.getContainingClass().isAnnotationPresent(RestController.class);
        UUID key = program ? keyOfProgram(request, sentBy) : keyOf(request, sentBy);
        return new Once(key, sentBy, jdbc, transaction, clock);
    }

    private static UUID fingerprint(MultipartFile file) {
        try {
            return UUID.nameUUIDFromBytes(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it came with is not part of it: a program that uses its key for something else is to be told. */
    private static UUID keyOfProgram(HttpServletRequest request, String sentBy) {
        String key = request.getHeader(HEADER);
        return key == null || key.isBlank()
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((sentBy + '\n' + request.getRequestURI() + '\n' + HEADER + ": " + key.strip())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static UUID keyOf(HttpServletRequest request, String sentBy) {
        String key = request.getParameter(FIELD);
        if (key == null || key.isBlank()) {
            return UUID.randomUUID();
        }
        StringBuilder form = new StringBuilder(sentBy).append('\n').append(request.getRequestURI());
        for (Map.Entry<String, String[]> field : new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (!field.getKey().equals("_csrf")) {
                form.append('\n').append(field.getKey()).append('=').append(Arrays.toString(field.getValue()));
            }
        }
        MultipartRequest files = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (files != null) {
            files.getMultiFileMap()
                    .forEach((field, sent) -> sent.forEach(file -> form.append('\n')
                            .append(field)
                            .append('=')
                            .append(file.getOriginalFilename())
                            .append(' ')
                            .append(fingerprint(file))));
        }
        return UUID.nameUUIDFromBytes(form.toString().getBytes(StandardCharsets.UTF_8));
    }
}
