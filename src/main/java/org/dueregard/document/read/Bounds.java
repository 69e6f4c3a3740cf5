package org.dueregard.document.read;

import org.dueregard.document.UntrustedFiles.Trouble;

/** Counts what is read of one file, and refuses to go on when it becomes more than anybody's plan. */
final class Bounds {

    static final int MOST_ROWS = 60_000;
    static final int MOST_CELLS = 600_000;
    static final int MOST_COLUMNS = 256;
    static final int MOST_CHARACTERS = 10_000_000;
    static final int MOST_ELEMENTS = 1_500_000;
    static final int DEEPEST = 250;

    /** Of what a file has once and wants to be read again and again. */
    static final int MOST_REPEATED = 10_000_000;

    static final long MOST_UNPACKED = 200_000_000;

    /** What it takes to open a part at all, as if it had so many bytes. */
    private static final int OPENING = 200_000;

    private int rows;
    private int cells;
    private int characters;
    private int elements;
    private int held;
    private int repeated;
    private long unpacked;

    void row() {
        if (++rows > MOST_ROWS) {
            throw new Refused(Trouble.TOO_LARGE);
        }
        // whoever waits for the file may have given up
        if (Thread.currentThread().isInterrupted()) {
            throw new Refused(Trouble.TOO_MUCH);
        }
    }

    /** Whether one table can hold so many; they are counted when it is complete. */
    void fits(long places, int columns) {
        if (columns > MOST_COLUMNS || places > MOST_CELLS) {
            throw new Refused(Trouble.TOO_LARGE);
        }
    }

    void cells(long more, int columns) {
        if (columns > MOST_COLUMNS || more > MOST_CELLS - cells) {
            throw new Refused(Trouble.TOO_LARGE);
        }
        cells += (int) more;
    }

    /** One more cell, or one more stretch of cells, of a sheet that is not yet a table. */
    void held() {
        if (++held > MOST_CELLS) {
            throw new Refused(Trouble.TOO_LARGE);
        }
    }

    /** The elements of something that is read once more. */
    void again(int more) {
        if (more > MOST_REPEATED - repeated) {
            throw new Refused(Trouble.TOO_LARGE);
        }
        repeated += more;
    }

    /** A part is opened; a file may refer to the same one as often as it likes. */
    void opened() {
        unpacked(OPENING);
    }

    void unpacked(int more) {
        unpacked += more;
        if (unpacked > MOST_UNPACKED) {
            throw new Refused(Trouble.TOO_LARGE);
        }
    }

    void characters(int more) {
        if (more > MOST_CHARACTERS - characters) {
            throw new Refused(Trouble.TOO_LARGE);
        }
        characters += more;
    }

    /** One more element of a part that is held as a tree. */
    void element(int depth) {
        if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
            throw new Refused(Trouble.TOO_LARGE);
        }
    }
}
