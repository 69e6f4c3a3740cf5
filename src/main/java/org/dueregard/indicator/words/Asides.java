package org.dueregard.indicator.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.words.Quantity.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in brackets after a figure of which the words say whose or of when they are: {@code 43.2% (White: 57.0%)},
 * {@code 68.2% (2022/23: 66.1%)}.
 */
final class Asides {

    private static final Set<String> SEPARATORS = Set.of(",", ";", "/", "|", "and");
    private static final Set<String> LINKS = Set.of(":", "-", "=");
    private static final Set<String> EARLIER = Vocabulary.of("""
            was from up down previously previous last year's baseline""");
    private static final Set<String> BESIDE_EARLIER = Vocabulary.of("""
            in at for during the year figure outturn result of to compared with : - = academic financial""");

    /** What is counted or asked for with them is no group's figure. */
    private static final Set<String> NOT_SOMEBODY = Vocabulary.of("""
            target targets rate response responses sample base headcount fte n total number count respondents
            stretch forecast estimate ytd increase change gap difference rise fall reduction improvement now
            currently current actual profile plan score margin confidence ci range weight out by than least most
            over under including excluding of which not unknown undisclosed disclosed declared prefer yes no agree
            disagree""");

    private static final Set<String> TAKEN = Vocabulary.of("""
            campaign survey round census exercise baseline outturn result results figure data return report
            snapshot""");
    private static final Set<String> AVERAGES = Set.of("mean", "median", "average");
    private static final int LONGEST_NAME = 6;

    private final Phrase phrase;
    private final Map<Integer, Said> others = new HashMap<>();
    private final Map<Integer, Said> earlier = new HashMap<>();
    private final List<Integer> times = new ArrayList<>();

    private Asides(Phrase phrase) {
        this.phrase = phrase;
    }

    static Asides of(Phrase phrase) {
        Asides asides = new Asides(phrase);
        Quantity main = null;
        for (int i = 0; i < phrase.size(); i++) {
            if (phrase.is(i, "(")) {
                int end = i + 1;
                while (end < phrase.size() && !phrase.is(end, ")")) {
                    end++;
                }
                if (main != null) {
                    asides.bracket(i + 1, end, main.counted());
                }
                i = end;
            } else if (main == null) {
                main = phrase.quantity(i);
            }
        }
        return asides;
    }

    /** Somebody else's figure at the position; null when it is none. */
    @Nullable
    Said other(int number) {
        return others.get(number);
    }

    /** The same figure of an earlier time at the position; null when it is none. */
    @Nullable
    Said earlier(int number) {
        return earlier.get(number);
    }

    /** Whether the date or period at the position is that of an earlier figure or of somebody else's. */
    boolean isTimed(int time) {
        return times.contains(time);
    }

    private void bracket(int from, int to, Counted counted) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || phrase.isIn(i, SEPARATORS)) {
                part(start, i, counted);
                start = i + 1;
            }
        }
    }

    private void part(int from, int to, Counted counted) {
        int number = -1;
        int time = -1;
        for (int i = from; i < to; i++) {
            if (phrase.isNumber(i)) {
                if (number >= 0) {
                    return;
                }
                number = i;
            } else if (phrase.isTime(i)) {
                time = i;
            }
        }
        Quantity quantity = phrase.quantity(number);
        if (quantity == null || quantity.counted() != counted || quantity.year()) {
            return;
        }
        Period period =
                time < 0 ? null : Period.read(phrase.original(time, time + 1)).orElse(null);
        if (isEarlier(from, to, number, time)) {
            earlier.put(number, new Said(null, quantity.value(), period));
            times.add(time);
            return;
        }
        String name = name(from, to, number);
        if (name != null) {
            others.put(number, new Said(name, quantity.value(), period));
            times.add(time);
        }
    }

    /** {@code 2022/23: 66.1%}, {@code was 60%}, {@code up from 60% last year}. */
    private boolean isEarlier(int from, int to, int number, int time) {
        boolean said = time >= 0;
        for (int i = from; i < to; i++) {
            said |= phrase.isIn(i, EARLIER);
            boolean known = i == number
                    || i == time
                    || phrase.isIn(i, EARLIER)
                    || phrase.isIn(i, BESIDE_EARLIER)
                    || phrase.isIn(i, TAKEN);
            if (!known) {
                return false;
            }
        }
        return said;
    }

    /** {@code White} of {@code White: 57.0%}, {@code Board average} of {@code Board average 66%}; null for none. */
    private @Nullable String name(int from, int to, int number) {
        boolean linked = phrase.isIn(number - 1, LINKS);
        int end = linked ? number - 1 : number;
        boolean own = end == from + 1 && phrase.isIn(from, AVERAGES);
        if (own || end <= from || end > from + LONGEST_NAME) {
            return null;
        }
        for (int i = from; i < end; i++) {
            boolean named = phrase.isWord(i) || phrase.piece(i) instanceof Piece.Label;
            if (!named || phrase.isIn(i, NOT_SOMEBODY) || phrase.isIn(i, EARLIER)) {
                return null;
            }
        }
        for (int i = number + 1; i < to; i++) {
            if (!phrase.isTime(i) && !phrase.is(i, "in")) {
                return null;
            }
        }
        Comparators.Found known = Comparators.at(phrase, from, About.nothing());
        boolean average = known != null && known.end() == end;
        return linked || average ? Comparators.name(phrase, from, end) : null;
    }
}
