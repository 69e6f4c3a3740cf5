package org.dueregard.indicator;

/**
 * Where an indicator, activity or area stands. A word and a shape first, a colour second; an organisation may rename
 * the words.
 */
public enum Status {

    /** Met, its period over and the figure final; or done. Blue. */
    COMPLETE("complete", 4),

    /** Met so far. Green. */
    ON_TRACK("on", 3),

    /** Missed by no more than the tolerance. Amber. */
    AT_RISK("risk", 1),

    /** Missed by more than the tolerance, or overdue. Red. */
    OFF_TRACK("off", 0),

    /** Not judged, always with a {@link NotRatedReason}. Grey. */
    NOT_RATED("none", 2);

    private final String key;
    private final int rank;

    Status(String key, int rank) {
        this.key = key;
        this.rank = rank;
    }

    /** The status in style sheets, file names and links: complete, on, risk, off, none. */
    public String key() {
        return key;
    }

    /**
     * Where the status stands in a distribution, the worst first: off track 0, at risk, not rated, on track, complete
     * 4.
     */
    public int rank() {
        return rank;
    }

    public boolean isWorseThan(Status other) {
        return rank < other.rank;
    }

    /**
     * Whether it lost ground since an earlier round. What is not rated is not compared, and complete and on track are both
     * met: a new year's promise that is on track is no step back from last year's that was complete.
     */
    public boolean lostGroundSince(Status before) {
        return isRated() && before.isRated() && Math.min(rank, ON_TRACK.rank) < Math.min(before.rank, ON_TRACK.rank);
    }

    /**
     * Whether it changed since an earlier round in a way that somebody would ask about: both are rated, and it is not that
     * a new year's promise is on track after last year's was complete.
     */
    public boolean isAnotherThan(Status before) {
        return isRated() && before.isRated() && this != before && !(before == COMPLETE && this == ON_TRACK);
    }

    public boolean isRated() {
        return this != NOT_RATED;
    }

    /** The status in the product's own words, such as {@code At risk}. */
    public String words() {
        return Phrases.english().say("status." + name());
    }
}
