package org.dueregard.indicator.words;

import java.util.Set;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.words.Quantity.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Words without the part that only gives what was before: {@code (currently 22%)}, {@code (2022: 71%)}.
 *
 * @param before the value before; null when no such part is there, or more than one
 * @param dated whether only a date tells that it was before
 */
record Earlier(Phrase rest, @Nullable Quantity before, boolean dated) {

    private static final Set<String> WAS = Vocabulary.of("""
            baseline was were currently current previously previous existing present now today actual outturn
            base""");

    /** With them it may as well be another target. */
    private static final Set<String> AHEAD = Vocabulary.of("""
            by until target targets stretch aim aspiration rising interim expected projected forecast then and or
            to than average mean median least most over above below within minimum maximum each per every
            tbc provisional england national london""");

    private static final Set<String> CUTS = Set.of(",", ";", "-", ".");
    private static final int LONGEST = 12;

    static Earlier of(Phrase phrase, int start, About about) {
        Finding compared = null;
        Earlier found = null;
        for (int i = start + 1; i < phrase.size(); i++) {
            if (!phrase.is(i, "(")) {
                continue;
            }
            int close = i + 1;
            while (close < phrase.size() && close <= i + LONGEST && !phrase.is(close, ")")) {
                close++;
            }
            boolean open = close < phrase.size() && !phrase.is(close, ")");
            Earlier earlier = open ? null : part(phrase, i, i + 1, close, about);
            if (earlier == null) {
                continue;
            }
            compared = compared == null ? new ComparatorReader(phrase, about).read(start) : compared;
            boolean ofTheirs = compared != null && compared.target() != null && compared.to() > i;
            if (ofTheirs || found != null) {
                return new Earlier(phrase, null, false);
            }
            found = earlier;
        }
        if (found != null) {
            return found;
        }
        Earlier first = first(phrase, start, about);
        if (first != null) {
            return first;
        }
        Earlier last = last(phrase, start, about);
        return last != null ? last : new Earlier(phrase, null, false);
    }

    /** {@code Baseline 41%, target 50%}. */
    private static @Nullable Earlier first(Phrase phrase, int start, About about) {
        if (!phrase.isIn(start, WAS)) {
            return null;
        }
        int cut = start + 1;
        while (cut < phrase.size() && cut <= start + LONGEST && !phrase.isIn(cut, CUTS)) {
            cut++;
        }
        boolean target = phrase.isIn(cut, CUTS) && (phrase.is(cut + 1, "target") || phrase.is(cut + 1, "aim"));
        return target ? part(phrase, start, start, cut, about) : null;
    }

    /** {@code More women in senior roles, currently 31%}. */
    private static @Nullable Earlier last(Phrase phrase, int start, About about) {
        for (int i = phrase.size() - 2; i > start; i--) {
            if (phrase.isIn(i, CUTS)) {
                return phrase.isIn(i + 1, WAS) ? part(phrase, i, i + 1, phrase.size(), about) : null;
            }
        }
        return null;
    }

    private static @Nullable Earlier part(Phrase phrase, int cut, int from, int to, About about) {
        if (to - from > LONGEST) {
            return null;
        }
        Quantity before = null;
        boolean was = false;
        boolean dated = false;
        for (int i = from; i < to; i++) {
            Quantity quantity = phrase.quantity(i);
            boolean year = quantity != null && quantity.year();
            if (quantity != null && !year) {
                if (before != null) {
                    return null;
                }
                before = quantity;
            }
            boolean last = phrase.is(i, "from") && to >= phrase.size() - 1;
            was |= last || phrase.isIn(i, WAS);
            dated |= year || phrase.isTime(i);
            boolean other = phrase.isIn(i, AHEAD) || Way.at(phrase, i) != null || Comparators.isNamed(phrase, i, about);
            if (other) {
                return null;
            }
        }
        // "… for Black people (4.1) to fall": where it falls from
        was |= to - from == 1 && phrase.is(to, ")") && phrase.is(to + 1, "to") && Way.at(phrase, to + 2) != null;
        boolean level = before != null && before.counted() != Counted.SHARE && before.counted() != Counted.RATIO;
        if (!level || !(was || dated)) {
            return null;
        }
        return new Earlier(phrase.without(cut, to + 1), before, !was);
    }

    /** Whether the bracket that the number stands in may as well give another target. */
    static boolean isAhead(Phrase phrase, int number) {
        for (int i = number - 1; i >= Math.max(0, number - LONGEST) && !phrase.is(i, "("); i--) {
            if (phrase.isIn(i, AHEAD)) {
                return true;
            }
        }
        return false;
    }

    /** The finding with the value before; less sure where the value can be another target as well. */
    @Nullable
    Finding beside(@Nullable Finding finding) {
        if (finding == null || finding.target() == null || before == null) {
            return finding;
        }
        Finding found = finding.baseline() == null ? finding.withBaseline(before.value()) : finding;
        boolean judged = found.target() != null && found.target().kind().isJudgedByFigure();
        boolean doubtful = !judged || before.about() || (dated && isBeyond(found));
        return doubtful ? found.doubted(Sureness.GUESS, Reasons.say("doubt.number")) : found;
    }

    /** {@code At least 70% (2030: 80%)}: what is better than the target is seldom what was before it. */
    private boolean isBeyond(Finding finding) {
        if (finding.quantity() == null || before == null) {
            return false;
        }
        int more = before.value().compareTo(finding.quantity().value());
        Target target = finding.target();
        boolean least = target instanceof Target.AtLeast || target instanceof Target.MoreThan;
        boolean most = target instanceof Target.AtMost || target instanceof Target.FewerThan;
        return least && more > 0 || most && more < 0;
    }
}
