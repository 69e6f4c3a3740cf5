package org.dueregard.indicator.words;

/** A piece of a phrase after numbers, dates and names with numbers in them have been put together. */
sealed interface Piece {

    /** Where it begins in the original words. */
    int start();

    /** The position after it in the original words. */
    int end();

    /** The text of a word or mark, by which phrases are recognised; empty for everything else. */
    default String text() {
        return "";
    }

    /** A word, or a punctuation mark that carries meaning. */
    record Word(String text, int start, int end, boolean spaced) implements Piece {}

    /** A number that can be a value. */
    record Number(Quantity quantity, int start, int end) implements Piece {}

    /** A date or period: its digits are no values. */
    record Time(int start, int end) implements Piece {}

    /** A name with a number in it, such as {@code key stage 2} or {@code aged 11-16}: its digits are no values. */
    record Label(int start, int end) implements Piece {}
}
