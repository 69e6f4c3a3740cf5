package org.dueregard.intake.reading;

/**
 * Whether a heading further down says what is done under what is open, so that a list before it is of something else. Looks no
 * farther for each item of a long list than it looked before.
 */
final class DeedsAhead {

    private final Headings headings;

    /** Blocks of the document. */
    private final int end;

    private int lookedUpTo;
    private boolean there;

    DeedsAhead(Headings headings, int end) {
        this.headings = headings;
        this.end = end;
    }

    boolean of(Snippet words) {
        int here = words.spots().get(0).block();
        if (here >= lookedUpTo) {
            there = false;
            lookedUpTo = here + 1;
            while (lookedUpTo < end && !there && !beginsLevel(lookedUpTo)) {
                there = headings.labelOf(lookedUpTo)
                        .filter(Role.ACTIVITY::equals)
                        .isPresent();
                lookedUpTo++;
            }
        }
        return there;
    }

    private boolean beginsLevel(int block) {
        Role begins = headings.level(block);
        return begins != null && begins.isLevel();
    }
}
