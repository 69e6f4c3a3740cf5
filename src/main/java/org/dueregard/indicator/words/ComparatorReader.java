package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.dueregard.indicator.Relation;
import org.dueregard.indicator.Target;
import org.jspecify.annotations.Nullable;

/** Reads targets against a comparator: {@code In line or above national}, {@code Below national (1.04%)}. */
final class ComparatorReader {

    private static final Set<String> BEFORE_A_VALUE = Vocabulary.of("""
            currently at of is was : = figure -""");
    private static final Set<String> RANKS =
            Set.of("quartile", "quartiles", "quintile", "decile", "percentile", "ranking", "ranked");

    /** The national target is not the national figure. */
    private static final Set<String> NOT_A_FIGURE = Vocabulary.of("""
            target targets standard standards expectation expectations requirement requirements guidance policy strategy
            minimum floor framework curriculum guidelines""");

    private static final Set<String> TOPS = Set.of("top", "bottom", "best", "worst", "upper");

    private final Phrase phrase;
    private final About about;

    ComparatorReader(Phrase phrase, About about) {
        this.phrase = phrase;
        this.about = about;
    }

    @Nullable
    Finding read(int start) {
        for (int i = start; i < phrase.size(); i++) {
            if (phrase.isIn(i, RANKS) || isRank(i)) {
                return Finding.refused(Reasons.say("refused.rank"));
            }
        }
        for (int i = start; i < phrase.size(); i++) {
            Side.Found side = Side.at(phrase, i);
            if (side == null) {
                continue;
            }
            Comparators.Found comparator = Comparators.at(phrase, side.end(), about);
            if (comparator == null) {
                continue;
            }
            if (phrase.isIn(comparator.end(), NOT_A_FIGURE)) {
                continue;
            }
            if (phrase.is(i - 1, "gap") || phrase.is(i - 1, "difference")) {
                return null;
            }
            Finding finding = against(i, side.side(), comparator);
            return phrase.is(i, "within") && finding.target() != null
                    ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.relation"))
                    : finding;
        }
        Finding alone = alone(start);
        return alone != null ? alone : properName(start);
    }

    /** {@code Top 25%}: not a value, though it has a number. */
    private boolean isRank(int i) {
        String label = phrase.piece(i) instanceof Piece.Label
                ? phrase.original(i, i + 1).toLowerCase(Locale.UK)
                : "";
        return TOPS.stream().anyMatch(label::startsWith);
    }

    private Finding against(int from, Side side, Comparators.Found comparator) {
        int end = comparator.end();
        boolean second = (phrase.is(end, "and") || phrase.is(end, "or") || phrase.is(end, "/") || phrase.is(end, ","))
                && Comparators.at(phrase, end + 1, about) != null;
        if (second) {
            return Finding.refused(Reasons.say("refused.two-comparators"));
        }
        boolean offset = phrase.is(end, "plus")
                || phrase.is(end, "minus")
                || (phrase.isNumber(from - 1) && !phrase.is(from, "at"))
                || (phrase.is(end, "by") && phrase.isNumber(end + 1))
                || (phrase.is(from - 1, "of") && phrase.isNumber(from - 2));
        if (offset) {
            return Finding.refused(Reasons.say("refused.offset"));
        }
        Quantity value = null;
        boolean open = phrase.is(end, "(");
        int at = phrase.skip(open ? end + 1 : end, BEFORE_A_VALUE);
        if (phrase.isNumber(at)) {
            value = phrase.quantity(at);
            int after = at + 1;
            while (open && (phrase.isTime(after) || phrase.isWord(after))) {
                after++;
            }
            boolean closed = open && phrase.is(after, ")");
            if (value != null && value.signed() && !open) {
                return Finding.refused(Reasons.say("refused.offset"));
            }
            if (open && !closed) {
                value = null;
            } else {
                end = open ? after + 1 : at + 1;
            }
        }
        return finding(from, end, side, comparator.name(), value);
    }

    private Finding finding(int from, int end, Side side, @Nullable String name, @Nullable Quantity value) {
        BigDecimal stated = value == null ? null : value.value();
        Relation relation = side.relation();
        Sureness sureness = Sureness.STATED;
        String because = Reasons.say("comparator", phrase.original(from, end));
        if (relation == null) {
            GoodSide good = GoodSide.of(about);
            relation = good.higher() ? Relation.ABOVE : Relation.BELOW;
            sureness = good.sureness();
            because += " " + good.because();
        }
        Finding finding = new Finding(
                new Target.AgainstComparator(relation, name, stated), from, end, sureness, because, value, null);
        boolean vague = name != null && name.toLowerCase(Locale.UK).matches("(the )?(average|mean|median)");
        return vague ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.comparator")) : finding;
    }

    /** {@code National average} and no more. */
    private @Nullable Finding alone(int start) {
        Comparators.Found comparator = Comparators.at(phrase, start, about);
        if (comparator == null) {
            return null;
        }
        Side.Found after = Side.after(phrase, comparator.end());
        if (after != null) {
            return finding(start, after.end(), after.side(), comparator.name(), null);
        }
        Finding finding = against(start, Side.IN_LINE, comparator);
        if (finding.target() == null) {
            return finding;
        }
        boolean whole = finding.to() >= phrase.size();
        return whole ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.relation")) : null;
    }

    /** {@code In line with Surrey}: somebody not known here, by their capital letter. */
    private @Nullable Finding properName(int start) {
        Side.Found side = Side.at(phrase, start);
        if (side == null || phrase.is(start, "at") || phrase.is(start, "meet") || phrase.is(start, "within")) {
            return null;
        }
        int end = phrase.is(side.end(), "the") ? side.end() + 1 : side.end();
        int first = end;
        while (phrase.isWord(end) && end < first + 5) {
            end++;
        }
        if (end == first || end < phrase.size() || !phrase.isCapital(first)) {
            return null;
        }
        return finding(start, end, side.side(), phrase.original(first, end), null)
                .doubted(Sureness.GUESS, Reasons.say("doubt.comparator"));
    }
}
