package org.dueregard.document.read;

/**
 * One paragraph's words.
 *
 * @param text with a line end where the paragraph has one, without the number or bullet that the program put before it
 * @param number that number or bullet as it is printed, as {@code 1.1.2}, {@code a)} or {@code •}; empty for none
 * @param depth how deep in lists it stands; 0 outside of them
 * @param strong whether all of it is bold
 */
public record Line(String text, String number, int depth, boolean strong) {

    public static Line of(String text) {
        return new Line(text, "", 0, false);
    }

    /** As it is read on paper. */
    public String printed() {
        return number.isEmpty() ? text : text.isEmpty() ? number : number + " " + text;
    }
}
