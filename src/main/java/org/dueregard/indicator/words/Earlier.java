package org.dueregard.indicator.words;

import java.util.List;
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

    private static final Set<String> NOW = Set.of("now", "present", "currently", "today");
    private static final Set<String> FIGURES = Set.of("figure", "level", "total", "number", "baseline");
    private static final Set<String> TIMES = Set.of("year", "quarter", "month", "round", "survey");
    private static final Set<String> LAST = Set.of("last", "previous", "prior");
    private static final Set<String> AGAINST = Set.of("than", "on", "over", "from", "against");

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
        first = first != null ? first : now(phrase, start, about);
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

    /** {@code 72% now, 90% by 2028}. */
    private static @Nullable Earlier now(Phrase phrase, int start, About about) {
        List<Integer> numbers =
                phrase.numbers().stream().filter(i -> i >= start).toList();
        int lead = numbers.isEmpty() ? start : numbers.get(0) - 1;
        if (numbers.size() < 2 || phrase.isIn(lead, AHEAD) && !phrase.is(lead, "average")) {
            return null;
        }
        int from = numbers.get(0);
        int cut = from + 1;
        boolean now = false;
        while (cut < phrase.size() && cut <= from + LONGEST && !phrase.isIn(cut, CUTS)) {
            now |= phrase.isIn(cut, NOW);
            cut++;
        }
        boolean ahead = phrase.isIn(cut, CUTS) && cut < numbers.get(1);
        return now && ahead ? part(phrase, from, from, cut, about) : null;
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
        was |= to - from == 1 && phrase.is(cut, "(") && isTimeBefore(phrase, cut - 1);
        boolean level = before != null && before.counted() != Counted.SHARE && before.counted() != Counted.RATIO;
        if (!level || !(was || dated)) {
            return null;
        }
        return new Earlier(phrase.without(cut, to + 1), before, !was);
    }

    /** {@code … than last year}, {@code … on the 2015/16 figure}: what a number in brackets behind it is of. */
    private static boolean isTimeBefore(Phrase phrase, int end) {
        int time = phrase.isIn(end, FIGURES) ? end - 1 : end;
        boolean last = phrase.isIn(time, TIMES) && phrase.isIn(time - 1, LAST);
        if (!last && !phrase.isTime(time)) {
            return false;
        }
        int against = last ? time - 2 : time - 1;
        boolean among = phrase.is(against, "the") || phrase.is(against, "in");
        return phrase.isIn(among ? against - 1 : against, AGAINST);
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
