package org.dueregard.indicator.words;

import java.util.Set;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.words.Quantity.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Reads a change from one level to another: {@code from 5% to 15%}. The direction is that of the numbers, and must be
 * that of the word.
 */
final class FromToReader {

    private static final Set<String> MOVING = Vocabulary.of("""
            rising increasing growing going climbing falling reducing dropping decreasing up down""");

    private final Phrase phrase;
    private final ValueReader values;

    FromToReader(Phrase phrase, About about) {
        this.phrase = phrase;
        this.values = new ValueReader(phrase, about);
    }

    /** Null when the words do not name both levels. */
    @Nullable
    Finding read(int start) {
        for (int i = start; i < phrase.size(); i++) {
            Quantity before = phrase.quantity(i + 1);
            if (!phrase.is(i, "from") || before == null) {
                Finding moving = moving(start, i);
                if (moving != null) {
                    return moving;
                }
                continue;
            }
            int to = i + 2;
            while (to < i + 12 && to < phrase.size() && !phrase.is(to, "to") && !phrase.isNumber(to)) {
                to++;
            }
            if (!phrase.is(to, "to")) {
                return null;
            }
            int at = phrase.skip(to + 1, ChangeReader.BEFORE_A_LEVEL);
            Finding level = values.at(at);
            Quantity after = level != null && level.quantity() != null ? level.quantity() : phrase.quantity(at);
            if (after == null) {
                return level != null && level.target() == null ? level : null;
            }
            return finding(start, i, before, after, level, at + 1);
        }
        return null;
    }

    /** {@code 4.1% rising to 7.5%}. */
    private @Nullable Finding moving(int start, int i) {
        Quantity before = phrase.quantity(i);
        int to = i + 2;
        Quantity after = phrase.quantity(to + 1);
        if (before == null || after == null || before.year()) {
            return null;
        }
        boolean moves = phrase.isIn(i + 1, MOVING) && phrase.is(to, "to") && !phrase.is(i - 1, "from");
        return moves ? finding(start, i, before, after, null, to + 2, Way.at(phrase, i + 1)) : null;
    }

    private Finding finding(int start, int from, Quantity before, Quantity after, @Nullable Finding level, int end) {
        return finding(start, from, before, after, level, end, null);
    }

    private Finding finding(
            int start,
            int from,
            Quantity before,
            Quantity after,
            @Nullable Finding level,
            int end,
            @Nullable Way between) {
        if (before.counted() != after.counted()
                && before.counted() != Counted.PLAIN
                && after.counted() != Counted.PLAIN) {
            return Finding.refused(Reasons.say("refused.units"));
        }
        Quantity unit = after.counted() == Counted.PLAIN ? after.countedAs(before) : after;
        int turn = after.value().compareTo(before.value());
        Way way = between;
        int first = from;
        for (int i = from - 1; way == null && i >= start && !phrase.isIn(i, ChangeReader.STOPS); i--) {
            Way said = Way.at(phrase, i);
            if (said != null) {
                way = said;
                first = i;
                break;
            }
        }
        boolean against = (way == Way.UP && turn < 0) || (way == Way.DOWN && turn > 0) || turn == 0;
        if (against || unit.counted() == Counted.SHARE || unit.counted() == Counted.RATIO) {
            return Finding.refused(Reasons.say("refused.direction", phrase.original(first, end)));
        }
        Target target = level != null && level.target() != null
                ? level.target()
                : turn > 0 ? new Target.AtLeast(after.value()) : new Target.AtMost(after.value());
        int to = level != null && level.target() != null ? level.to() : end;
        Finding finding = Finding.stated(target, first, to, Reasons.say("change.from-to", phrase.original(from, to)))
                .with(unit)
                .withBaseline(before.value());
        boolean doubtful = before.year() || after.year() || before.about() || after.about();
        return doubtful ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.about")) : finding;
    }
}
