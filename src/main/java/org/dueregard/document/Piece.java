package org.dueregard.document;

import org.jspecify.annotations.Nullable;

/** What a line consists of. */
public sealed interface Piece {

    /** The fragment of {@code fragments/paper.html} that shows it on a page. */
    String kind();

    record Words(String words, boolean strong, boolean slanted) implements Piece {

        public Words(String words) {
            this(words, false, false);
        }

        public static Words strong(String words) {
            return new Words(words, true, false);
        }

        @Override
        public String kind() {
            return strong ? "strong" : slanted ? "slanted" : "words";
        }
    }

    /** @param address on the web, or of a page of the product, which begins with a stroke */
    record Link(String words, String address) implements Piece {

        @Override
        public String kind() {
            return address.startsWith("/") ? "way" : "link";
        }
    }

    /**
     * A status: its shape and its word.
     *
     * @param key names the shape: complete, on, risk, off or none
     * @param why a reason that follows the word
     */
    record Mark(String key, String word, @Nullable String why) implements Piece {

        @Override
        public String kind() {
            return "mark";
        }

        /** The word with its reason. */
        public String said() {
            return why == null ? word : word + ": " + why;
        }
    }

    record Break() implements Piece {

        @Override
        public String kind() {
            return "turn";
        }
    }
}
