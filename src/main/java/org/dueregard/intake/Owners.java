package org.dueregard.intake;

import java.util.Locale;

/** Words by which files name who is responsible. */
public final class Owners {

    private Owners() {}

    /** The same for words that differ in signs, spaces and capitals only. */
    public static String key(String words) {
        return words.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}&]+", " ").strip();
    }
}
