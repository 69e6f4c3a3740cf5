package org.dueregard.indicator.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts words into tokens, once through and without looking back. Hyphens between letters are taken for spaces, so that
 * {@code year-on-year} and {@code year on year} are the same.
 */
final class Lexer {

    /** What may follow digits without a space and is a word of its own: {@code 3k}, {@code 5pp}, {@code 80ish}. */
    private static final Set<String> AFTER_DIGITS = Vocabulary.of("""
            k m bn million thousand pp ppt ppts pt pts pc x ish yr yrs year years mth mths month months wk wks
            week weeks day days hr hrs hour hours min mins minutes max or to per""");

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 10;
    private static final int THOUSANDS_MARKS = 4;

    private final String words;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String words) {
        this.words = words;
    }

    static List<Token> tokens(String words) {
        return new Lexer(words).all();
    }

    private List<Token> all() {
        while (at < words.length()) {
            char c = plain(at);
            if (c == ' ') {
                at++;
            } else if (isDigit(at) || (c == '.' && isDigit(at + 1) && (at == 0 || !isLetterOrDigit(at - 1)))) {
                number();
            } else if (Character.isLetter(c)) {
                word(at);
            } else {
                mark(c);
            }
        }
        return tokens;
    }

    private void number() {
        int start = at;
        int end = digits(start);
        if (end - start >= 1 && end - start <= 3) {
            while (end < words.length() && words.charAt(end) == ',' && digits(end + 1) == end + 4) {
                end += 4;
            }
        }
        if (end < words.length() && words.charAt(end) == '.' && isDigit(end + 1)) {
            end = digits(end + 1);
        }
        boolean reference = end < words.length() && words.charAt(end) == '.' && isDigit(end + 1);
        int letters = end;
        while (letters < words.length() && Character.isLetter(words.charAt(letters))) {
            letters++;
        }
        String after = words.substring(end, letters).toLowerCase(Locale.UK);
        boolean possessive = end + 1 < words.length() && plain(end) == '\'' && plain(end + 1) == 's';
        if (reference) {
            while (end < words.length() && (isDigit(end) || words.charAt(end) == '.')) {
                end++;
            }
            add(Token.Kind.WORD, start, end);
        } else if (possessive) {
            add(Token.Kind.WORD, start, end + 2);
        } else if (after.equals("f") && words.charAt(start) == '0' && end == start + 1) {
            // "4 0f 7": the nought is a slip for the letter
            tokens.add(new Token(Token.Kind.WORD, "of", start, letters, isSpaced(start)));
            at = letters;
        } else if ((after.isEmpty() || AFTER_DIGITS.contains(after)) && isReadable(start, end)) {
            add(Token.Kind.NUMBER, start, end);
        } else {
            word(start);
        }
    }

    private void word(int start) {
        int end = start;
        while (end < words.length() && isInsideWord(end)) {
            end++;
        }
        add(Token.Kind.WORD, start, Math.max(end, start + 1));
    }

    private boolean isInsideWord(int index) {
        char c = plain(index);
        boolean apostrophe = c == '\'' && index + 1 < words.length() && Character.isLetter(words.charAt(index + 1));
        boolean grade = c == '*' && index > 0 && Character.isLetter(words.charAt(index - 1));
        return Character.isLetter(c) || isDigit(index) || apostrophe || grade;
    }

    private void mark(char c) {
        boolean betweenLetters = c == '-'
                && at > 0
                && at + 1 < words.length()
                && Character.isLetter(words.charAt(at - 1))
                && Character.isLetter(words.charAt(at + 1));
        char next = at + 1 < words.length() ? words.charAt(at + 1) : ' ';
        if (betweenLetters) {
            at++;
        } else if (c == '\u2265' || c == '\u2264') {
            tokens.add(new Token(Token.Kind.MARK, c == '\u2265' ? ">=" : "<=", at, at + 1, isSpaced(at)));
            at++;
        } else if (((c == '>' || c == '<') && next == '=') || (c == '=' && (next == '>' || next == '<'))) {
            String text = c == '>' || next == '>' ? ">=" : "<=";
            tokens.add(new Token(Token.Kind.MARK, text, at, at + 2, isSpaced(at)));
            at += 2;
        } else {
            add(Token.Kind.MARK, at, at + 1);
        }
    }

    private void add(Token.Kind kind, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            text.append(plain(i));
        }
        tokens.add(new Token(kind, text.toString().toLowerCase(Locale.UK), start, end, isSpaced(start)));
        at = end;
    }

    private boolean isSpaced(int start) {
        return start == 0 || plain(start - 1) == ' ';
    }

    private int digits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    /** Longer rows of digits are references or worse, not values. */
    private boolean isReadable(int start, int end) {
        int point = words.indexOf('.', start);
        int whole = point < 0 || point >= end ? end : point;
        return whole - start <= MOST_DIGITS + THOUSANDS_MARKS && end - whole - 1 <= MOST_DECIMALS;
    }

    private boolean isDigit(int index) {
        return index < words.length() && words.charAt(index) >= '0' && words.charAt(index) <= '9';
    }

    private boolean isLetterOrDigit(int index) {
        return Character.isLetterOrDigit(words.charAt(index));
    }

    private char plain(int index) {
        char c = words.charAt(index);
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff') {
            return ' ';
        }
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u00ad' -> '-';
            case '\u2018', '\u2019', '\u02bc', '`' -> '\'';
            case '\u201c', '\u201d' -> '"';
            case '\u00d7' -> 'x';
            default -> c;
        };
    }
}
