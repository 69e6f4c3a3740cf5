package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.List;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Values parted by a sign, with quotation marks around those that hold the sign, a mark or a line end. A mark that is never
 * closed where one may be is a sign like others, so that it takes nothing with it but itself.
 */
final class Delimited {

    /** A quoted value may go over as many lines; what seems to go over more has lost its end. */
    private static final int MOST_LINES = 200;

    private static final int LONGEST_QUOTED = 100_000;

    /** Of signs that were looked through for the end of a mark that has none; no file that is meant well comes near. */
    private static final int MOST_IN_VAIN = 50_000_000;

    /** @param line on which it begins, from 1 */
    record Record(int line, List<String> values) {}

    private final String text;
    private final char sign;
    private final List<Record> records = new ArrayList<>();
    private final List<Integer> broken = new ArrayList<>();
    private int at;
    private int line = 1;
    private int inVain;

    private Delimited(String text, char sign) {
        this.text = text;
        this.sign = sign;
    }

    /** @param most records; the rest is not looked at */
    static Delimited read(String text, char sign, int most) {
        Delimited delimited = new Delimited(text, sign);
        while (delimited.at < text.length() && delimited.records.size() < most) {
            delimited.record();
        }
        return delimited;
    }

    List<Record> records() {
        return records;
    }

    /** Lines with a mark that is never closed. */
    List<Integer> broken() {
        return broken;
    }

    private void record() {
        int begins = line;
        List<String> values = new ArrayList<>();
        while (true) {
            values.add(value());
            if (at < text.length() && text.charAt(at) == sign) {
                at++;
                continue;
            }
            break;
        }
        lineEnd();
        if (values.size() > 1 || !values.get(0).isBlank()) {
            records.add(new Record(begins, values));
        }
    }

    private void lineEnd() {
        if (at < text.length()) {
            at += text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
            line++;
        }
    }

    private String value() {
        int begins = at;
        while (begins < text.length() && text.charAt(begins) == ' ') {
            begins++;
        }
        if (begins < text.length() && text.charAt(begins) == '"') {
            String quoted = quoted(begins + 1);
            if (quoted != null) {
                return quoted;
            }
            broken.add(line);
        }
        int from = at;
        while (at < text.length() && !ends(at)) {
            at++;
        }
        return text.substring(from, at).strip();
    }

    private boolean ends(int place) {
        char c = text.charAt(place);
        return c == sign || c == '\n' || c == '\r';
    }

    /** Null, and nothing read, when it has no end. */
    private @Nullable String quoted(int from) {
        StringBuilder value = new StringBuilder();
        int lines = 0;
        for (int i = from; i < text.length() && i - from < LONGEST_QUOTED; i++) {
            if (++inVain > MOST_IN_VAIN) {
                throw new Refused(Trouble.TOO_LARGE);
            }
            char c = text.charAt(i);
            if (c == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    value.append('"');
                    i++;
                    continue;
                }
                int behind = i + 1;
                while (behind < text.length() && text.charAt(behind) == ' ') {
                    behind++;
                }
                if (behind == text.length() || ends(behind)) {
                    inVain -= i - from + 1;
                    at = behind;
                    line += lines;
                    return value.toString();
                }
                if (lines > 0) {
                    // a mark inside a word, lines further on, is the beginning of another value
                    return null;
                }
                value.append(c);
            } else if (c == '\r' || c == '\n') {
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                value.append('\n');
                if (++lines > MOST_LINES) {
                    return null;
                }
            } else {
                value.append(c);
            }
        }
        return null;
    }
}
