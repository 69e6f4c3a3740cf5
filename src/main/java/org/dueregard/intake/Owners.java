package org.dueregard.intake;

import java.util.Locale;

/** Words by which files name who is responsible. */
public final class Owners {

    /** Words that are longer name nobody; they are known by how they begin. */
    private static final int LONGEST = 500;

    private Owners() {}

    /** The same for words that differ in signs, spaces and capitals only; never empty where there are words. */
    public static String key(String words) {
        String bare = words.toLowerCase(Locale.UK)
                .replaceAll("[^\\p{L}\\p{N}&]+", " ")
                .strip();
        String key = bare.isEmpty() ? words.strip() : bare;
        return key.length() > LONGEST ? key.substring(0, LONGEST).strip() : key;
    }
}
