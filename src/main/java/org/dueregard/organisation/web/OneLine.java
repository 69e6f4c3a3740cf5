package org.dueregard.organisation.web;

import java.util.regex.Pattern;

/** What somebody typed into a field of one line: without blanks around it, and without what no keyboard types. */
final class OneLine {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+");

    private OneLine() {}

    static String of(String typed) {
        return UNSEEN.matcher(typed).replaceAll(" ").strip();
    }
}
