package org.dueregard.indicator.words;

import org.dueregard.indicator.Target;
import org.dueregard.indicator.words.Quantity.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Reads a change from one level to another: {@code from 5% to 15%}. The direction is that of the numbers, and must be
 * that of the word.
 */
final class FromToReader {

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

    private Finding finding(int start, int from, Quantity before, Quantity after, @Nullable Finding level, int end) {
        if (before.counted() != after.counted()
                && before.counted() != Counted.PLAIN
                && after.counted() != Counted.PLAIN) {
            return Finding.refused(Reasons.say("refused.units"));
        }
        Quantity unit = after.counted() == Counted.PLAIN ? after.countedAs(before) : after;
        int turn = after.value().compareTo(before.value());
        Way way = null;
        int first = from;
        for (int i = from - 1; i >= start && !phrase.isIn(i, ChangeReader.STOPS); i--) {
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
