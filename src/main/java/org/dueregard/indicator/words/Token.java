package org.dueregard.indicator.words;

/**
 * The smallest piece of a phrase.
 *
 * @param text in lower case, with plain quotes and dashes
 * @param start where it begins in the original words
 * @param end the position after it in the original words
 * @param spaced whether a space, or nothing at all, stands before it
 */
record Token(Kind kind, String text, int start, int end, boolean spaced) {

    enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    boolean is(String expected) {
        return kind != Kind.NUMBER && text.equals(expected);
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
