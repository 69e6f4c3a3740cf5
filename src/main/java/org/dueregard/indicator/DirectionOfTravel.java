package org.dueregard.indicator;

import org.dueregard.calendar.Period;

/**
 * How a figure moved since an earlier one, both as shown.
 *
 * @param way which way
 * @param since the period of the earlier figure
 * @param couldBeChance whether the 95% interval of the change holds nought (Newcombe 1998, method 10); false where no
 *     numerators are known
 */
public record DirectionOfTravel(Way way, Period since, boolean couldBeChance) {

    /** Better or worse; up or down where neither way is better. */
    public enum Way {
        BETTER,
        WORSE,
        SAME,
        UP,
        DOWN;

        public String words() {
            return Phrases.english().say("way." + name());
        }
    }

    /** The direction in words, such as {@code better, could be chance}. */
    public String words() {
        return couldBeChance ? Phrases.english().say("way.chance", "way", way.words()) : way.words();
    }
}
