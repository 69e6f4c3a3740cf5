package org.dueregard.intake.reading;

/**
 * Whether a heading further down says what is done under what is open, so that a list before it is of something else. Looks no
 * farther for each item of a long list than it looked before.
 */
final class DeedsAhead {

    private final Headings headings;

    private int lookedUpTo;
    private boolean there;

    DeedsAhead(Headings headings) {
        this.headings = headings;
    }

    boolean of(Snippet words) {
        int here = words.spots().get(0).block();
        if (here >= lookedUpTo) {
            there = false;
            lookedUpTo = here + 1;
            while (lookedUpTo < headings.outline().size() && !there && !beginsLevel(lookedUpTo)) {
                there = headings.outline()
                        .labelOf(lookedUpTo)
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
