package org.dueregard.organisation.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.dueregard.organisation.model.KeyToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Brings the token of a key that was just made to the next page, once. Until then it waits in the session of whoever made
 * it, sealed by a cookie of their browser: sessions are rows of the database, and a token that could be read there would
 * be as good as a password that could. It is put there before the change is committed, so that a form sent a second time,
 * which is answered right after that, finds it.
 */
@Component
class KeyToShow {

    private static final String COOKIE = "key-seal";

    private static final String WAITING = "key-to-show";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int SEAL = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SecureRandom random = new SecureRandom();

    KeyToShow(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** The browser's seal; a new one where it has none. The page of the form gives it, so that both sendings carry it. */
    byte[] seal(String path, HttpServletRequest request, HttpServletResponse response) {
        byte[] known = sealOf(request);
        if (known != null) {
            return known;
        }
        byte[] seal = new byte[SEAL];
        random.nextBytes(seal);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path(request.getContextPath() + path)
                        .build()
                        .toString());
        return seal;
    }

    private static byte @Nullable [] sealOf(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        try {
            byte[] seal = Base64.getUrlDecoder().decode(cookie.getValue());
            return seal.length == SEAL ? seal : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /** Lets the token wait; part of the change that makes the key. */
    void keep(KeyToken token, byte[] seal, HttpServletRequest request) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed;
        try {
            sealed = cipher(Cipher.ENCRYPT_MODE, seal, nonce)
                    .doFinal(token.secret().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        byte[] waiting = new byte[NONCE + sealed.length];
        System.arraycopy(nonce, 0, waiting, 0, NONCE);
        System.arraycopy(sealed, 0, waiting, NONCE, sealed.length);
        put(request, waiting);
    }

    /** The token that waits for this browser; it waits no longer, whether or not it can be shown. */
    Optional<String> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(WAITING) instanceof byte[] waiting)) {
            return Optional.empty();
        }
        put(request, null);
        byte[] seal = sealOf(request);
        if (seal == null) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(waiting, NONCE);
        try {
            byte[] token = cipher(Cipher.DECRYPT_MODE, seal, nonce).doFinal(waiting, NONCE, waiting.length - NONCE);
            return Optional.of(new String(token, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException anothersSeal) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] seal, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(seal, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private void put(HttpServletRequest request, byte @Nullable [] waiting) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            put(sessions, session.getId(), waiting);
        }
    }

    /** At once and by itself, not at the end of the request like the session's other attributes. */
    private static <S extends Session> void put(SessionRepository<S> sessions, String id, byte @Nullable [] waiting) {
        S session = sessions.findById(id);
        if (session != null) {
            if (waiting == null) {
                session.removeAttribute(WAITING);
            } else {
                session.setAttribute(WAITING, waiting);
            }
            sessions.save(session);
        }
    }
}
