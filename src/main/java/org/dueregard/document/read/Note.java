package org.dueregard.document.read;

import org.jspecify.annotations.Nullable;

/**
 * Something about the file that whoever relies on the reading should know.
 *
 * @param place null when it is about the file as a whole
 * @param count how many of them; 1 for one
 * @param text the words that are meant, where they stand nowhere else; empty where there are none
 */
public record Note(Kind kind, @Nullable Place place, int count, String text) {

    public enum Kind {
        /** Tracked insertions, read as accepted. */
        INSERTED,
        /** Tracked deletions, read as accepted: the words are in the note only. */
        DELETED,
        /** Comments, left out. */
        COMMENT,
        /** A picture; the words are its description. */
        PICTURE,
        /** A chart or a drawing of boxes and arrows; its words are in the note only. */
        CHART,
        /** Words from a box beside the text, put after the paragraph that it hangs on. */
        TEXT_BOX,
        /** A footnote or endnote, put after the paragraph that it hangs on; its sign is left out of the text. */
        FOOTNOTE,
        /** What stands at the top of each page, left out. */
        HEADER,
        /** What stands at the foot of each page, left out. */
        FOOTER,
        /** Words that the file hides; they are kept. */
        HIDDEN_TEXT,
        HIDDEN_ROW,
        HIDDEN_COLUMN,
        HIDDEN_SHEET,
        /** Formulas; what they showed last is kept. */
        FORMULA,
        /** A formula that showed no value, or a fault. */
        FORMULA_WITHOUT_VALUE,
        /** Words in cells that are covered by another one; they show nowhere. */
        COVERED,
        /** An opening quotation mark without its end: it is read as a sign like others. */
        OPEN_QUOTE,
        /** The file does not say how its letters are written down; they were read as Windows writes them. */
        LETTERS_GUESSED
    }
}
