package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.Set;
import org.dueregard.indicator.Relation;
import org.dueregard.indicator.Target;
import org.jspecify.annotations.Nullable;

/** On which side of a value or comparator words put the target; the grammar of both is the same. */
enum Side {
    AT_LEAST,
    ABOVE,
    AT_MOST,
    BELOW,
    EQUAL,

    /** {@code in line with}. */
    IN_LINE,

    /** {@code better than}. */
    BETTER,

    /** {@code no worse than}. */
    NO_WORSE;

    /** A side and the position after the words that say it. */
    record Found(Side side, int end) {}

    private static final Wordings<Side> SIMPLE = Wordings.<Side>builder()
            .with(EQUAL, "exactly, precisely, equal to, equals, =, equal")
            .with(IN_LINE, """
            in line with, in line, inline with, inline, in-line with, same as, the same as, as good as,
            on a par with, on par with, comparable with, comparable to, consistent with, match, matches,
            matching, similar to, level with, meet, meets, at, parity with, at parity with, on parity with,
            equivalent to, representative of, proportionate to, in proportion to, at the same rate as,
            the same rate as, same rate as, at the same level as, the same level as, same level as""")
            .with(ABOVE, """
            above, over, exceed, exceeds, exceeding, exceeded, more than, greater than, higher than,
            larger than, bigger than, in excess of, ahead of, beyond, >, higher, greater, surpass, longer than, older than, slower than""")
            .with(BELOW, """
            below, under, beneath, less than, fewer than, lower than, smaller than, <, lower, fewer, less, shorter than, quicker than, faster than""")
            .with(AT_LEAST, """
            at least, minimum of, minimum, min of, min, >=, at a minimum, as a minimum, a minimum of,
            a minimum""")
            .with(AT_MOST, """
            at most, maximum of, maximum, max of, max, <=, up to, within, capped at, limited to, a maximum of,
            at a maximum, as a maximum""")
            .with(BETTER, """
            better than, outperform, outperforming, improve on, better, exceeds or betters""")
            .with(NO_WORSE, """
            as good as or better than, at least as good as, at least in line with, at least the same as""")
            .build();

    private static final Set<String> NEGATIONS = Set.of("no", "not", "never", "unlikely", "n't");
    private static final Set<String> AFTER_NEGATION = Vocabulary.of("""
            to be go fall drop rise dip slip remain get any""");
    private static final Set<String> LEADS_ON = Set.of("or", "and", "/");

    /** The words for a side that stand at the position, negated or joined by "or"; null when none do. */
    static @Nullable Found at(Phrase phrase, int i) {
        if (phrase.isIn(i, NEGATIONS)) {
            int after = phrase.skip(i + 1, AFTER_NEGATION);
            if (phrase.is(after, "worse") && phrase.is(after + 1, "than")) {
                return new Found(NO_WORSE, after + 2);
            }
            Wordings.Found<Side> negated = SIMPLE.at(phrase, after);
            if (negated != null && negated.meaning() == ABOVE) {
                return new Found(AT_MOST, negated.end());
            }
            return negated != null && negated.meaning() == BELOW ? new Found(AT_LEAST, negated.end()) : null;
        }
        Wordings.Found<Side> first = SIMPLE.at(phrase, i);
        if (first == null) {
            return null;
        }
        if (phrase.isIn(first.end(), LEADS_ON)) {
            Wordings.Found<Side> second = SIMPLE.at(phrase, first.end() + 1);
            Side both = second == null ? null : joined(first.meaning(), second.meaning());
            if (both != null && second != null) {
                return new Found(both, second.end());
            }
        }
        return new Found(first.meaning(), first.end());
    }

    private static @Nullable Side joined(Side one, Side other) {
        if (one != EQUAL && one != IN_LINE) {
            return other == EQUAL || other == IN_LINE ? joined(other, one) : null;
        }
        return switch (other) {
            case ABOVE, AT_LEAST -> AT_LEAST;
            case BELOW, AT_MOST -> AT_MOST;
            case BETTER, NO_WORSE -> NO_WORSE;
            case EQUAL, IN_LINE -> null;
        };
    }

    /** {@code or more}, {@code (minimum)}, {@code and above} after a value; null when nothing of the kind stands there. */
    static @Nullable Found after(Phrase phrase, int i) {
        boolean open = phrase.is(i, "(");
        int at = open || phrase.is(i, ",") ? i + 1 : i;
        Found found = null;
        if (phrase.isIn(at, LEADS_ON) && !phrase.is(at, "/")) {
            String word = phrase.text(at + 1);
            int end = phrase.is(at + 2, "than") ? -1 : at + 2;
            if (end > 0 && !phrase.isNumber(end)) {
                found = switch (word) {
                    case "more", "above", "over", "higher", "greater", "upwards", "up", "plus" ->
                        new Found(AT_LEAST, end);
                    case "less", "fewer", "below", "under", "lower" -> new Found(AT_MOST, end);
                    case "better" -> new Found(NO_WORSE, end);
                    default -> null;
                };
            }
        } else {
            Wordings.Found<Side> limit = SIMPLE.at(phrase, at);
            boolean isLimit = limit != null && (limit.meaning() == AT_LEAST || limit.meaning() == AT_MOST);
            boolean ends = limit != null
                    && !phrase.isNumber(limit.end())
                    && !phrase.text(at).equals("within")
                    && !phrase.text(at).equals("up");
            if (limit != null && isLimit && ends && (open || isLast(phrase, at, limit.end()))) {
                found = new Found(limit.meaning(), limit.end());
            } else if (phrase.is(at, "plus") && !phrase.isNumber(at + 1)) {
                found = new Found(AT_LEAST, at + 1);
            }
        }
        if (found == null) {
            return null;
        }
        if (open) {
            return phrase.is(found.end(), ")") ? new Found(found.side(), found.end() + 1) : null;
        }
        return found;
    }

    private static boolean isLast(Phrase phrase, int from, int end) {
        return end >= phrase.size()
                || phrase.isTime(end)
                || phrase.is(end, ")")
                || phrase.is(end, "by")
                || phrase.is(end, ",")
                || !phrase.text(from).equals("at");
    }

    /** The target on this side of a value; null where the side alone does not say which. */
    @Nullable
    Target of(BigDecimal value) {
        return switch (this) {
            case AT_LEAST -> new Target.AtLeast(value);
            case ABOVE -> new Target.MoreThan(value);
            case AT_MOST -> new Target.AtMost(value);
            case BELOW -> new Target.FewerThan(value);
            case EQUAL -> new Target.Exactly(value);
            case IN_LINE, BETTER, NO_WORSE -> null;
        };
    }

    /** What is left where this side is ruled out. */
    Side other() {
        return switch (this) {
            case ABOVE -> AT_MOST;
            case BELOW -> AT_LEAST;
            default -> this;
        };
    }

    /** The relation to a comparator; null where it takes the good side of the indicator. */
    @Nullable
    Relation relation() {
        return switch (this) {
            case AT_LEAST -> Relation.AT_OR_ABOVE;
            case ABOVE -> Relation.ABOVE;
            case AT_MOST -> Relation.AT_OR_BELOW;
            case BELOW -> Relation.BELOW;
            case EQUAL, IN_LINE, NO_WORSE -> Relation.IN_LINE;
            case BETTER -> null;
        };
    }
}
