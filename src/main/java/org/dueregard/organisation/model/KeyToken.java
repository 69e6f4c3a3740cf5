package org.dueregard.organisation.model;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a program shows to be let in: {@code drk_}, 256 random bits in letters and digits, and six characters by which a
 * token that was mistyped or cut off shows, and by which programs that look for secrets left lying about are sure of one.
 */
public final class KeyToken {

    private static final String PREFIX = "drk_";
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(CHARACTERS.length());
    private static final int BITS = 256;
    private static final int RANDOM = 43;
    private static final int CHECK = 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM + CHECK) + "}");

    private final String secret;

    private KeyToken(String secret) {
        this.secret = secret;
    }

    static KeyToken random(SecureRandom random) {
        String first = PREFIX + inCharacters(new BigInteger(BITS, random), RANDOM);
        return new KeyToken(first + check(first));
    }

    /** Empty when the text cannot be a token, whatever tokens there are. */
    public static Optional<KeyToken> of(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String first = text.substring(0, PREFIX.length() + RANDOM);
        return text.endsWith(check(first)) ? Optional.of(new KeyToken(text)) : Optional.empty();
    }

    private static String check(String first) {
        CRC32 sum = new CRC32();
        sum.update(first.getBytes(StandardCharsets.US_ASCII));
        return inCharacters(BigInteger.valueOf(sum.getValue()), CHECK);
    }

    private static String inCharacters(BigInteger number, int length) {
        char[] characters = new char[length];
        BigInteger rest = number;
        for (int place = length - 1; place >= 0; place--) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            characters[place] = CHARACTERS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(characters);
    }

    /** The whole of it, for whoever made it and for nobody else. */
    public String secret() {
        return secret;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyToken token && secret.equals(token.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    /** Says nothing, since it may end up in a log. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
