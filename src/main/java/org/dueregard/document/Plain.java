package org.dueregard.document;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces as nothing but their words. */
final class Plain {

    private Plain() {}

    static String of(List<Piece> pieces) {
        return pieces.stream().map(Plain::of).collect(Collectors.joining());
    }

    private static String of(Piece piece) {
        if (piece instanceof Piece.Words words) {
            return words.words();
        }
        if (piece instanceof Piece.Link link) {
            return link.words();
        }
        return piece instanceof Piece.Mark mark ? mark.said() : " ";
    }

    /** Without the characters that no XML file may hold. */
    static String forXml(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point == '\t'
                        || point == '\n'
                        || point == '\r'
                        || (point >= 0x20 && point <= 0xD7FF)
                        || (point >= 0xE000 && point <= 0xFFFD)
                        || point >= 0x10000)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}
