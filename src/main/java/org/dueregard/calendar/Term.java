package org.dueregard.calendar;

/** The three school terms of an academic year, in the order in which they come. */
public enum Term {
    AUTUMN("Autumn"),
    SPRING("Spring"),
    SUMMER("Summer");

    private final String words;

    Term(String words) {
        this.words = words;
    }

    /** The term's name as plans write it, such as {@code Summer}. */
    public String words() {
        return words;
    }

    /** 1 for autumn, with which the academic year begins, to 3 for summer. */
    public int number() {
        return ordinal() + 1;
    }
}
