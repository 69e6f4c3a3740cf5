package org.dueregard.indicator.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.dueregard.indicator.Target;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of a target as councils write them. Words are cut into pieces (numbers with their units, dates, names
 * with numbers in them, words); small readers look for what they know; what they leave over decides how sure the
 * reading is. Words that say two things are not guessed at: they are kept, and pieces are offered.
 *
 * <p>What {@link Target#words} prints is read back as the same target, as stated, in the form that is usual for the
 * measure: a comparator that is the measure's own is none, and an amount of change of a percentage is in points.
 */
public final class TargetReader {

    /** Longer words are a narrative, not a target. */
    private static final int LONGEST = 1_000;

    private static final Set<String> LEADS = Set.of("target", "targets", ":", "aim", "goal", "-");
    private static final Set<String> COMPARES =
            Set.of("more", "fewer", "less", "higher", "lower", "greater", "better", "smaller");
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "where");
    private static final Set<String> ENDS = Set.of(".", ";", ",");
    private static final Set<String> VERBS = Set.of("is", "are", "exceeds", "exceed");
    private static final Set<String> REVISED = Set.of("adjusted", "changed", "revised", "amended", "reset");

    private final Phrase phrase;
    private final About about;

    private TargetReader(Phrase phrase, About about) {
        this.phrase = phrase;
        this.about = about;
    }

    /** Reads the words. Never refuses: what is not understood is said to be so, and why. */
    public static TargetReading read(@Nullable String words, About about) {
        String said = words == null ? "" : words;
        if (said.isBlank()) {
            return new TargetReading(
                    said,
                    new Target.NotStated(),
                    Sureness.STATED,
                    Reasons.say("standing.empty"),
                    null,
                    null,
                    null,
                    null,
                    List.of());
        }
        if (said.length() > LONGEST) {
            return TargetReading.notUnderstood(said, Reasons.say("refused.long", LONGEST), List.of());
        }
        Phrase phrase = Phrase.of(said);
        return new TargetReader(phrase, about).read(said);
    }

    private TargetReading read(String words) {
        if (phrase.isEmpty()) {
            boolean dash = words.strip().length() == 1
                    && !Character.isLetterOrDigit(words.strip().charAt(0));
            return dash
                    ? new TargetReading(
                            words,
                            new Target.NotStated(),
                            Sureness.GUESS,
                            Reasons.say("standing.none"),
                            null,
                            null,
                            null,
                            null,
                            List.of())
                    : TargetReading.notUnderstood(words, Reasons.say("refused.nothing"), List.of());
        }
        int start = start();
        Earlier earlier = Earlier.of(phrase, start, about);
        Phrase said = withoutCondition(withoutWhatIsCompared(earlier.rest(), start), start);
        Finding finding = earlier.beside(finding(said, start));
        return new TargetSettling(said, about, start, words).settle(finding);
    }

    /** {@code Plan in place where the gap is more than 5%}: when something is to be done, and no level to reach. */
    private static Phrase withoutCondition(Phrase phrase, int start) {
        for (int i = start + 1; i < phrase.size(); i++) {
            if (phrase.isIn(i, CONDITIONS)) {
                int end = i + 1;
                boolean level = false;
                while (end < phrase.size() && !phrase.isIn(end, ENDS)) {
                    level |= end > i + 1
                            && phrase.isIn(end, VERBS)
                            && phrase.numbers().contains(afterSide(phrase, end));
                    end++;
                }
                return level ? phrase.without(i, end) : phrase;
            }
        }
        return phrase;
    }

    private static int afterSide(Phrase phrase, int verb) {
        Side.Found side = Side.at(phrase, verb + 1);
        return side == null ? verb + 1 : side.end();
    }

    /** {@code Fewer complaints about access than last year} says the same as {@code fewer than last year}. */
    private static Phrase withoutWhatIsCompared(Phrase phrase, int start) {
        if (!phrase.isIn(start, COMPARES)) {
            return phrase;
        }
        int than = start + 1;
        while (phrase.isWord(than) && !phrase.is(than, "than")) {
            than++;
        }
        return phrase.is(than, "than") && than > start + 1 ? phrase.without(start + 1, than) : phrase;
    }

    /** Past {@code Target:}, the period that it is for, and what a revised target was before. */
    private int start() {
        int start = phrase.skip(0, LEADS);
        boolean prefix = phrase.isTime(start)
                && start + 1 < phrase.size()
                && (phrase.isIn(start + 1, LEADS) || phrase.isNumber(start + 1));
        if (prefix) {
            int after = phrase.skip(start + 1, LEADS);
            start = after < phrase.size() ? after : start;
        }
        for (int i = start; i < phrase.size(); i++) {
            if (phrase.isIn(i, REVISED)) {
                int from = next(i, "from");
                int to = from < 0 ? -1 : next(from, "to");
                return to < 0 ? start : to + 1;
            }
        }
        return start < phrase.size() ? start : 0;
    }

    private int next(int after, String word) {
        for (int i = after + 1; i < phrase.size(); i++) {
            if (phrase.is(i, word)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Finding finding(Phrase phrase, int start) {
        StandingReader standing = new StandingReader(phrase, about);
        ValueReader values = new ValueReader(phrase, about);
        List<Supplier<@Nullable Finding>> readers = new ArrayList<>();
        readers.add(() -> standing.whole(start));
        readers.add(() -> standing.changeOrMaintain(start));
        readers.add(() -> new ComparatorReader(phrase, about).read(start));
        readers.add(() -> new ChangeReader(phrase, about).read(start));
        readers.add(() -> values.read(start));
        readers.add(() -> values.bare(start));
        readers.add(() -> standing.maintain(start));
        readers.add(() -> standing.allOrNone(start));
        readers.add(() -> new MilestoneReader(phrase).read(start));
        for (Supplier<@Nullable Finding> reader : readers) {
            Finding found = reader.get();
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
