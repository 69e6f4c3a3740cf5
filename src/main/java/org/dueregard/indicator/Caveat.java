package org.dueregard.indicator;

/**
 * Something to know beside a status, before acting on it.
 *
 * @param sentence what a manager would be told
 */
public record Caveat(Kind kind, String sentence) {

    /** The sorts of caveat. */
    public enum Kind {

        /** The figure is provisional. */
        PROVISIONAL,

        /** The comparator is of an earlier period than the figure, or of another kind of year. */
        OLDER_COMPARATOR,

        /** No comparator was entered; the value in the words of the target stands in. */
        VALUE_IN_THE_WORDS,

        /** The words of the target mean the side that the polarity calls bad. The words win. */
        TARGET_AGAINST_POLARITY,

        /** An absolute tolerance above a quarter of what the figure is judged against. */
        WIDE_TOLERANCE,

        /** A running total from within the year, judged against an even share. */
        PRO_RATA,

        /** A figure from within the year, judged against the interim target for it. */
        INTERIM_TARGET,

        /** What the figure is judged against lies within its 95% interval. */
        SMALL_COHORT,

        /** The percentage as stated is not what numerator and denominator give. */
        STATED_PERCENTAGE_DIFFERS,

        NUMERATOR_ABOVE_DENOMINATOR,

        /** The better-off group is now behind the other; the gap counts as closed. */
        GAP_REVERSED,

        /** The gap narrowed because the better-off group fell while the other did not rise. */
        GAP_NARROWED_BY_FALL,

        /** The figure or update is late. */
        LATE,

        /** The deadline is past and it is not done. */
        OVERDUE,

        /** Done, but after the deadline. */
        COMPLETED_LATE;

        /** The caveat in a few words, such as {@code small cohort}. */
        public String words() {
            return Phrases.english().say("caveat." + name());
        }
    }
}
