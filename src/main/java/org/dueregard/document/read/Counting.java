package org.dueregard.document.read;

import java.util.Locale;

/** Numbers as office programs print them before a paragraph. */
final class Counting {

    private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] NUMERALS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    /** More would be a row of letters that nobody prints. */
    private static final int MOST = 4_000;

    private Counting() {}

    /** @param format as Word calls it */
    static String printed(int number, String format) {
        return switch (format) {
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "decimalZero" -> (number < 10 ? "0" : "") + number;
            case "ordinal" -> number + ending(number);
            case "none" -> "";
            default -> Integer.toString(number);
        };
    }

    /** After z comes aa, then bb. */
    private static String letters(int number) {
        if (number < 1 || number > MOST) {
            return Integer.toString(number);
        }
        return String.valueOf((char) ('A' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        if (number < 1 || number > MOST) {
            return Integer.toString(number);
        }
        StringBuilder numeral = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMAN.length; i++) {
            while (left >= ROMAN[i]) {
                numeral.append(NUMERALS[i]);
                left -= ROMAN[i];
            }
        }
        return numeral.toString();
    }

    private static String ending(int number) {
        if (number % 100 / 10 == 1) {
            return "th";
        }
        return switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
