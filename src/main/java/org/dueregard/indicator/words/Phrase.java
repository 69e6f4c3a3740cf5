package org.dueregard.indicator.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words cut into pieces, to be looked at from any position. Asking beyond either end gives nothing, never an error. */
final class Phrase {

    private static final Set<String> SILENT = Set.of("\"", "'", "*", "•", "·", "|", "_", "\ufffd");

    private final String words;
    private final List<Piece> pieces;
    private final boolean slips;

    private Phrase(String words, List<Piece> pieces, boolean slips) {
        this.words = words;
        this.pieces = pieces;
        this.slips = slips;
    }

    static Phrase of(String words) {
        List<Token> tokens = Lexer.tokens(words);
        TimeReader times = new TimeReader(tokens);
        LabelReader labels = new LabelReader(tokens);
        QuantityReader quantities = new QuantityReader(tokens);
        List<Piece> pieces = new ArrayList<>();
        boolean slips = false;
        int i = 0;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            int time = times.end(i);
            int label = time > 0 ? -1 : labels.end(i);
            if (time > 0) {
                pieces.add(new Piece.Time(token.start(), tokens.get(time - 1).end()));
                i = time;
            } else if (label > 0) {
                pieces.add(new Piece.Label(token.start(), tokens.get(label - 1).end()));
                i = label;
            } else {
                QuantityReader.Found found = quantities.at(i);
                if (found != null) {
                    pieces.add(new Piece.Number(
                            found.quantity(),
                            token.start(),
                            tokens.get(found.end() - 1).end()));
                    i = found.end();
                } else {
                    slips |= Spelling.isSlip(token.text());
                    word(token, pieces, tokens.size() == 1);
                    i++;
                }
            }
        }
        while (!pieces.isEmpty() && ENDS.contains(pieces.get(pieces.size() - 1).text())) {
            pieces.remove(pieces.size() - 1);
        }
        while (!pieces.isEmpty() && STARTS.contains(pieces.get(0).text())) {
            pieces.remove(0);
        }
        return new Phrase(words, pieces, slips);
    }

    private static final Set<String> ENDS = Set.of(".", ",", ";", ":", "!");
    private static final Set<String> STARTS = Set.of(".", ",", ";", ":", "-");

    private static void word(Token token, List<Piece> pieces, boolean alone) {
        boolean about = token.text().equals("±")
                && !pieces.isEmpty()
                && pieces.get(pieces.size() - 1).text().equals("than");
        if (about || SILENT.contains(token.text())) {
            return;
        }
        String text = switch (token.text()) {
            case "&" -> "and";
            case "[" -> "(";
            case "]" -> ")";
            case "\u2191", "\u2b06", "\u25b2", "\u21e7" -> isHead(pieces) ? "increase" : token.text();
            case "\u2193", "\u2b07", "\u25bc", "\u21e9" -> isHead(pieces) ? "reduce" : token.text();
            case "\u2194", "\u2192" -> pieces.isEmpty() && alone ? "maintain" : token.text();
            default -> Spelling.corrected(token.text());
        };
        pieces.add(new Piece.Word(text, token.start(), token.end(), token.spaced()));
    }

    /** The same words without the pieces from one position to before another. */
    Phrase without(int from, int to) {
        List<Piece> rest = new ArrayList<>(pieces.subList(0, from));
        rest.addAll(pieces.subList(Math.min(to, pieces.size()), pieces.size()));
        return new Phrase(words, List.copyOf(rest), slips);
    }

    /** An arrow after a number tells how the number moved, and asks for nothing. */
    private static boolean isHead(List<Piece> pieces) {
        return pieces.stream().noneMatch(piece -> piece instanceof Piece.Number || isWay(piece));
    }

    private static boolean isWay(Piece piece) {
        return piece.text().equals("increase") || piece.text().equals("reduce");
    }

    /** Whether a word was read as another that it is a misspelling of. */
    boolean hasSlips() {
        return slips;
    }

    int size() {
        return pieces.size();
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    @Nullable
    Piece piece(int i) {
        return i >= 0 && i < pieces.size() ? pieces.get(i) : null;
    }

    String text(int i) {
        Piece piece = piece(i);
        return piece == null ? "" : piece.text();
    }

    boolean is(int i, String text) {
        return text(i).equals(text);
    }

    boolean isIn(int i, Set<String> texts) {
        return texts.contains(text(i));
    }

    boolean isWord(int i) {
        String text = text(i);
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
    }

    boolean isTime(int i) {
        return piece(i) instanceof Piece.Time;
    }

    boolean isLabel(int i) {
        return piece(i) instanceof Piece.Label;
    }

    @Nullable
    Quantity quantity(int i) {
        return piece(i) instanceof Piece.Number number ? number.quantity() : null;
    }

    boolean isNumber(int i) {
        return piece(i) instanceof Piece.Number;
    }

    /** Positions of the quantities. */
    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (isNumber(i)) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /** The first position from the given one that none of the texts stand at. */
    int skip(int i, Set<String> texts) {
        int at = i;
        while (at < pieces.size() && isIn(at, texts)) {
            at++;
        }
        return at;
    }

    /** The original words from one piece to before another. */
    String original(int from, int to) {
        if (from >= to || from >= pieces.size()) {
            return "";
        }
        return words.substring(
                        pieces.get(from).start(),
                        pieces.get(Math.min(to, pieces.size()) - 1).end())
                .strip();
    }

    /** Whether a line ends between the piece and the one before it. */
    boolean isOnNewLine(int i) {
        return i > 0
                && words.substring(pieces.get(i - 1).end(), pieces.get(i).start())
                                .indexOf('\n')
                        >= 0;
    }

    /** Whether the piece begins with a capital letter. */
    boolean isCapital(int i) {
        Piece piece = piece(i);
        return piece != null && Character.isUpperCase(words.charAt(piece.start()));
    }

    /** Whether the piece stands for a word that was not written out: {@code ↑}. */
    boolean isSign(int i) {
        Piece piece = piece(i);
        return piece != null && isWord(i) && !Character.isLetterOrDigit(words.charAt(piece.start()));
    }

    /** Whether the piece stands between brackets. */
    boolean isInBrackets(int i) {
        int depth = 0;
        for (int at = 0; at < i; at++) {
            depth += is(at, "(") ? 1 : is(at, ")") ? -1 : 0;
        }
        return depth > 0;
    }
}
