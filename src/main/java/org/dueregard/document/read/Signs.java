package org.dueregard.document.read;

import java.util.Map;

/** Letters of fonts that hold signs instead of letters, as the signs that they show. */
final class Signs {

    private static final int PRIVATE = 0xF000;

    private static final Map<Integer, String> SHOWN = Map.ofEntries(
            Map.entry(0xFC, "✓"),
            Map.entry(0xFB, "✗"),
            Map.entry(0xFE, "☑"),
            Map.entry(0xFD, "☒"),
            Map.entry(0xA8, "☐"),
            Map.entry(0x6F, "☐"),
            Map.entry(0x71, "☐"),
            Map.entry(0xE0, "→"),
            Map.entry(0xDF, "←"),
            Map.entry(0xE1, "↑"),
            Map.entry(0xE2, "↓"),
            Map.entry(0xD8, "➢"),
            Map.entry(0xA7, "▪"),
            Map.entry(0x4A, "☺"),
            Map.entry(0x4B, "😐"),
            Map.entry(0x4C, "☹"));

    private Signs() {}

    /** One sign, by its number in a font of signs. */
    static String sign(int number) {
        int letter = number >= PRIVATE ? number - PRIVATE : number;
        return SHOWN.getOrDefault(letter, letter == 0xB7 ? "•" : "▪");
    }

    /** Text of a bullet: letters for private use are signs, others what they are. */
    static String bullet(String text) {
        StringBuilder shown = new StringBuilder();
        text.strip().codePoints().forEach(point -> {
            if (point >= PRIVATE && point <= PRIVATE + 0xFF) {
                shown.append(sign(point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }
}
