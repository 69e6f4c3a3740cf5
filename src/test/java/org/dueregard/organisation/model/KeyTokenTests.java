package org.dueregard.organisation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens as people copy them, cut them off and mistype them. */
class KeyTokenTests {

    private final SecureRandom random = new SecureRandom();

    @Test
    void isAlwaysOfTheFormByWhichScannersFindIt() {
        Set<String> made = new HashSet<>();
        for (int one = 0; one < 2_000; one++) {
            String token = KeyToken.random(random).secret();
            assertThat(token).matches("drk_[0-9A-Za-z]{49}");
            made.add(token);
        }

        assertThat(made).hasSize(2_000);
    }

    @Test
    void holdsTheSmallestAndTheLargestOf256Bits() {
        assertThat(KeyToken.random(ending((byte) 0)).secret()).startsWith("drk_" + "0".repeat(43));
        assertThat(KeyToken.random(ending((byte) 0xFF)).secret()).hasSize(53).doesNotStartWith("drk_0");
    }

    private static SecureRandom ending(byte everywhere) {
        return new SecureRandom() {

            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
                java.util.Arrays.fill(bytes, everywhere);
            }
        };
    }

    @Test
    void isReadBack() {
        KeyToken token = KeyToken.random(random);

        assertThat(KeyToken.of(token.secret())).contains(token);
        assertThat(KeyToken.of(token.secret()).orElseThrow().hash())
                .isEqualTo(token.hash())
                .hasSize(32);
    }

    @Test
    void showsThatOneCharacterIsAnother() {
        String token = KeyToken.random(random).secret();
        for (int place = "drk_".length(); place < token.length(); place++) {
            char other = token.charAt(place) == 'a' ? 'b' : 'a';
            String mistyped = token.substring(0, place) + other + token.substring(place + 1);
            assertThat(KeyToken.of(mistyped)).as("at %s", place).isEmpty();
        }
        assertThat(KeyToken.of(token.substring(0, token.length() - 1))).isEmpty();
        assertThat(KeyToken.of(token + "0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "drk_", "drk_…", "Bearer", "drk_0000000000000000000000000000000000000000000000000"})
    void isNotAnyText(String text) {
        assertThat(KeyToken.of(text)).isEmpty();
    }

    @Test
    void saysNothingInALog() {
        KeyToken token = KeyToken.random(random);

        assertThat("Made " + token).isEqualTo("Made drk_…");
    }
}
