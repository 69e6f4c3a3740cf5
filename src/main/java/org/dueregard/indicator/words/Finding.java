package org.dueregard.indicator.words;

import java.math.BigDecimal;
import org.dueregard.indicator.Target;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a phrase that was understood, or that was recognised as something no target can be made of.
 *
 * @param target null when nothing can be made of it
 * @param from the first piece
 * @param to the piece after the last
 * @param quantity its main number; null when it has none
 * @param baseline the value before, as the words give it; null when they give none
 */
record Finding(
        @Nullable Target target,
        int from,
        int to,
        Sureness sureness,
        String because,
        @Nullable Quantity quantity,
        @Nullable BigDecimal baseline) {

    static Finding stated(Target target, int from, int to, String because) {
        return new Finding(target, from, to, Sureness.STATED, because, null, null);
    }

    static Finding guess(Target target, int from, int to, String because) {
        return new Finding(target, from, to, Sureness.GUESS, because, null, null);
    }

    /** Something that must not be read further, with the reason. */
    static Finding refused(String because) {
        return new Finding(null, 0, 0, Sureness.NOT_UNDERSTOOD, because, null, null);
    }

    Finding with(Quantity main) {
        return new Finding(target, from, to, sureness, because, main, baseline);
    }

    Finding withBaseline(@Nullable BigDecimal before) {
        return new Finding(target, from, to, sureness, because, quantity, before);
    }

    /** The same, no surer than given, with a further reason. */
    Finding doubted(Sureness most, String why) {
        String both = because.contains(why) ? because : because + " " + why;
        return new Finding(target, from, to, sureness.atMost(most), both, quantity, baseline);
    }

    Finding spanning(int newFrom, int newTo) {
        return new Finding(target, newFrom, newTo, sureness, because, quantity, baseline);
    }
}
