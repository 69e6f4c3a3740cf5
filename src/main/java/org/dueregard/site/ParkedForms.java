package org.dueregard.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms that arrived after their session was over. They wait, for two hours, for the same browser to sign in again, and
 * then fill the page that they came from: nothing typed is lost. Only forms of our own pages are kept, never passwords.
 */
@Component
public class ParkedForms {

    /** The hidden field in which every form says whose page it is on. */
    public static final String TYPED_BY = "_by";

    private static final String COOKIE = "kept";
    private static final String ASKED_FOR = ParkedForms.class.getName() + ".askedFor";
    private static final Duration KEPT = Duration.ofHours(2);
    private static final int MOST = 5_000;
    private static final int LONGEST = 1_000_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ParkedForms(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the form and remembers it in a cookie; false when it is not one to keep. */
    public boolean park(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> page = pageOf(request);
        if (page.isEmpty()) {
            return false;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_")) {
                fields.put(name, new ArrayList<>(Arrays.asList(values)));
            }
        });
        String text = json.writeValueAsString(fields);
        if (text.length() > LONGEST || text.toLowerCase(java.util.Locale.ROOT).contains("\"password")) {
            return false;
        }
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("delete from form_parked where parked_at < :old")
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        int kept = jdbc.sql("insert into form_parked (token_hash, path, fields, parked_at, typed_by)"
                        + " select :hash, :path, :fields, :at, :by where (select count(*) from form_parked) < :most")
                .param("hash", hash(token))
                .param("path", page.get())
                .param("fields", text)
                .param("by", request.getParameter(TYPED_BY), Types.VARCHAR)
                .param("at", Timestamp.from(clock.instant()))
                .param("most", MOST)
                .update();
        if (kept == 1) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, KEPT, request.isSecure()));
        }
        return kept == 1;
    }

    /** The page to which this browser's kept form belongs. */
    public Optional<String> pageWaiting(HttpServletRequest request) {
        return token(request)
                .flatMap(token -> jdbc.sql("select path from form_parked where token_hash = :hash and parked_at > :old")
                        .param("hash", hash(token))
                        .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                        .query(String.class)
                        .optional());
    }

    /** What was typed into the form of this page before the session ended; empty when there is none. */
    public Optional<Map<String, List<String>>> waitingFor(HttpServletRequest request) {
        request.setAttribute(ASKED_FOR, true);
        return fieldsFor(request, request.getRequestURI());
    }

    /** The same for a page that did not ask for it, and so has not put it back where it was typed. */
    public Optional<Map<String, List<String>>> notPutBack(HttpServletRequest request) {
        return request.getAttribute(ASKED_FOR) != null ? Optional.empty() : fieldsFor(request, request.getRequestURI());
    }

    /** What this browser's kept form says, whatever page it belongs to. */
    public Optional<Map<String, List<String>>> waiting(HttpServletRequest request) {
        return pageWaiting(request).flatMap(page -> fieldsFor(request, page));
    }

    private Optional<Map<String, List<String>>> fieldsFor(HttpServletRequest request, String page) {
        Principal reader = request.getUserPrincipal();
        return token(request)
                .flatMap(token -> jdbc.sql("select fields from form_parked where token_hash = :hash and path = :path"
                                + " and parked_at > :old and (typed_by is null or typed_by = :reader)")
                        .param("hash", hash(token))
                        .param("path", page)
                        .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                        .param("reader", reader == null ? "" : reader.getName())
                        .query(String.class)
                        .optional())
                .map(text -> json.readValue(text, new TypeReference<Map<String, List<String>>>() {}));
    }

    /** Lets go of the kept form, once its words are saved where they belong. */
    public void letGo(HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(token -> {
            jdbc.sql("delete from form_parked where token_hash = :hash")
                    .param("hash", hash(token))
                    .update();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request.isSecure()));
        });
    }

    /** The same, where it belongs to a page under the address. */
    public void letGoUnder(String address, HttpServletRequest request, HttpServletResponse response) {
        if (pageWaiting(request).filter(page -> page.startsWith(address + "/")).isPresent()) {
            letGo(request, response);
        }
    }

    /** The path of our own page that the form stood on, as the browser tells it. */
    private static Optional<String> pageOf(HttpServletRequest request) {
        String from = request.getHeader(HttpHeaders.REFERER);
        if (!"POST".equals(request.getMethod()) || !StringUtils.hasText(from)) {
            return Optional.empty();
        }
        try {
            URI page = URI.create(from);
            boolean ours = request.getServerName().equalsIgnoreCase(page.getHost());
            boolean sameSite = !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
            boolean known = page.getPath() != null && !page.getPath().startsWith("/sign-in");
            return ours && sameSite && known ? Optional.of(page.getPath()) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(StringUtils::hasText);
    }

    private static String cookie(String token, Duration age, boolean secure) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
