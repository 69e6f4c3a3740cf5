package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.dueregard.indicator.Relation;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.words.Quantity.Counted;
import org.jspecify.annotations.Nullable;

/** Reads targets against a comparator: {@code In line or above national}, {@code Below national (1.04%)}. */
final class ComparatorReader {

    private static final Set<String> BEFORE_A_VALUE = Vocabulary.of("""
            currently at of is was : = figure -""");
    private static final Set<String> RANKS =
            Set.of("quartile", "quartiles", "quintile", "decile", "percentile", "ranking", "ranked");

    private static final Set<String> DEPRIVED =
            Set.of("deprived", "deprivation", "imd", "affluent", "poorest", "disadvantaged");

    /** Words for a relation that can be to a group of people; others of their kind are about people in other ways. */
    private static final Set<String> RELATES = Vocabulary.of("""
            with as than to of above below match matches matching line inline""");

    private static final Set<String> NOT_OF_GROUPS =
            Set.of("at", "over", "under", "meet", "meets", "within", "more", "up", "limited", "capped");
    private static final Set<Counted> MARGINS =
            Set.of(Counted.PERCENT, Counted.POINTS, Counted.BARE_POINTS, Counted.PLAIN);
    private static final Set<String> LEVELS = Set.of("standard", "standards");

    private static final int LONGEST_NAME = 8;

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
            if (phrase.isIn(i, RANKS) && !isOfPlaces(i) || isRank(i)) {
                return Finding.refused(Reasons.say("refused.rank"));
            }
        }
        for (int i = start; i < phrase.size(); i++) {
            Finding margin = margin(i);
            if (margin != null) {
                return margin;
            }
            Side.Found side = Side.at(phrase, i);
            if (side == null) {
                continue;
            }
            Comparators.Found comparator = Comparators.at(phrase, side.end(), about);
            if (comparator == null || isPartOfAGroup(i, side, comparator)) {
                Finding group = group(i, side);
                Finding said = group == null && comparator == null ? whatever(i, side) : group;
                if (said != null) {
                    return said;
                }
                continue;
            }
            if (isRule(comparator.end())) {
                Finding level = level(i, side, comparator);
                if (level != null) {
                    return level;
                }
                continue;
            }
            boolean gap = phrase.is(i - 1, "gap") || phrase.is(i - 1, "difference");
            if (gap && !phrase.is(i - 2, "pay")) {
                return null;
            }
            Finding finding = against(i, side.side(), comparator);
            boolean further = !Comparators.isOver(phrase, comparator.end());
            if (further && finding.target() != null) {
                finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.comparator"));
            }
            finding = doubtedAlong(i, side.side(), finding);
            return phrase.is(i, "within") && finding.target() != null
                    ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.relation"))
                    : finding;
        }
        Finding alone = alone(start);
        return alone != null ? alone : properName(start);
    }

    /** {@code At or above their share of the workforce}: and {@code the same as other staff or better}, whoever it is. */
    private @Nullable Finding whatever(int i, Side.Found side) {
        boolean noMore = phrase.is(i, "no") && Before.at(phrase, side.end()) == null;
        boolean joined =
                (phrase.is(i + 1, "or") || noMore) && (side.side() == Side.AT_LEAST || side.side() == Side.AT_MOST);
        boolean same = phrase.is(side.end() - 2, "same") && phrase.is(side.end() - 1, "as");
        int end = side.end();
        while (phrase.isWord(end) && !phrase.is(end, "by") && !phrase.is(end, "or")) {
            end++;
        }
        boolean better = Side.after(phrase, end) != null;
        boolean named =
                end > side.end() && end <= side.end() + LONGEST_NAME && (better || Comparators.isOver(phrase, end));
        boolean parity = phrase.is(side.end() - 2, "parity");
        boolean noWorse = side.side() == Side.NO_WORSE && Before.at(phrase, side.end()) == null;
        Side which = noWorse ? GoodSide.of(about).higher() ? Side.AT_LEAST : Side.AT_MOST : side.side();
        named &= !phrase.isNumber(end);
        return (joined || parity || noWorse || same && better) && named
                ? against(i, which, new Comparators.Found(phrase.original(side.end(), end), end, false))
                        .doubted(Sureness.GUESS, Reasons.say("doubt.comparator"))
                : null;
    }

    /** {@code Within 5% of White staff}: as good as they are, but for a margin that is no part of a target. */
    private @Nullable Finding margin(int i) {
        Quantity quantity = phrase.is(i, "within") ? phrase.quantity(i + 1) : null;
        boolean of = phrase.is(i + 2, "of") || phrase.is(i + 2, "from");
        if (quantity == null || !of || !MARGINS.contains(quantity.counted())) {
            return null;
        }
        Comparators.Found comparator = Comparators.at(phrase, i + 3, about);
        boolean further = comparator == null || !Comparators.isOver(phrase, comparator.end());
        if (further && quantity.counted() != Counted.PLAIN) {
            comparator = somebody(i + 3);
        }
        if (comparator == null) {
            return quantity.counted() == Counted.PLAIN ? null : Finding.refused(Reasons.say("refused.offset"));
        }
        Finding finding = against(i, Side.IN_LINE, comparator);
        return finding.target() == null
                ? finding
                : finding.doubted(Sureness.GUESS, Reasons.say("doubt.margin", phrase.original(i + 1, i + 2)));
    }

    /** {@code guidance}, {@code best practice}. */
    private boolean isRule(int i) {
        boolean next = !Comparators.isOver(phrase, i) && !Comparators.isOver(phrase, i + 1);
        return phrase.isIn(i, Groups.RULES) || next && phrase.isIn(i + 1, Groups.RULES);
    }

    /** {@code county} of {@code county population}. */
    private boolean isPartOfAGroup(int i, Side.Found side, Comparators.Found comparator) {
        Groups.Found group = Comparators.isOver(phrase, comparator.end()) ? null : Groups.at(phrase, side.end());
        return group != null && group.end() > comparator.end() && group(i, side) != null;
    }

    /** A group, or somebody with a capital letter. */
    private Comparators.@Nullable Found somebody(int i) {
        Groups.Found group = Groups.at(phrase, i);
        return group != null ? new Comparators.Found(group.name(), group.end(), false) : named(i);
    }

    private Comparators.@Nullable Found named(int i) {
        int first = phrase.is(i, "the") ? i + 1 : i;
        int end = first;
        while (phrase.isWord(end) && !phrase.is(end, "by") && end < first + 5) {
            if (phrase.isIn(end, Groups.RULES)) {
                return null;
            }
            end++;
        }
        boolean whole = end > first && (!phrase.isWord(end) || phrase.is(end, "by"));
        return whole && phrase.isCapital(first) && !phrase.isTime(end)
                ? new Comparators.Found(Comparators.name(phrase, first, end), end, false)
                : null;
    }

    /** {@code In line with all candidates}: a group, of which it is seldom plain that it has a figure. */
    private @Nullable Finding group(int i, Side.Found side) {
        boolean relates =
                phrase.isIn(side.end() - 1, RELATES) && (!phrase.isIn(i, NOT_OF_GROUPS) || side.end() > i + 2);
        Groups.Found group = relates ? Groups.at(phrase, side.end()) : null;
        if (group == null || phrase.text(i).startsWith("match") && isPairing(i, group.end())) {
            return null;
        }
        Finding finding = doubtedAlong(
                i, side.side(), against(i, side.side(), new Comparators.Found(group.name(), group.end(), false)));
        return finding.target() == null || group.plain()
                ? finding
                : finding.doubted(Sureness.GUESS, Reasons.say("doubt.comparator"));
    }

    /** {@code Increase in line with the population}: as much as they do, or up to where they are. */
    private Finding doubtedAlong(int i, Side side, Finding finding) {
        boolean along = side == Side.IN_LINE && !phrase.is(i, "at") && Way.at(phrase, i - 1) != null;
        return along && finding.target() != null
                ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.along"))
                : finding;
    }

    /** {@code Match mentors with women}. */
    private boolean isPairing(int from, int to) {
        for (int i = from; i < to; i++) {
            if (phrase.is(i, "with")) {
                return true;
            }
        }
        return false;
    }

    /** {@code Above national standard (90%)}: a standard with its level, which nobody has to reach. */
    private @Nullable Finding level(int i, Side.Found side, Comparators.Found comparator) {
        int end = comparator.end() + 1;
        boolean valued = phrase.isIn(comparator.end(), LEVELS)
                && phrase.is(end, "(")
                && phrase.isNumber(end + 1)
                && phrase.is(end + 2, ")");
        if (!valued || comparator.name() == null) {
            return null;
        }
        String name = comparator.name() + " " + phrase.original(end - 1, end);
        return against(i, side.side(), new Comparators.Found(name, end, false))
                .doubted(Sureness.GUESS, Reasons.say("doubt.comparator"));
    }

    /** {@code The most deprived quintile}, {@code IMD decile 1}: where people live, and no rank among others. */
    private boolean isOfPlaces(int i) {
        boolean places = phrase.isNumber(i + 1);
        for (int before = Math.max(0, i - 2); before < i; before++) {
            places |= phrase.isIn(before, DEPRIVED);
        }
        return places;
    }

    /** {@code Top 25%}: not a value, though it has a number. */
    private boolean isRank(int i) {
        String label = phrase.piece(i) instanceof Piece.Label
                ? phrase.original(i, i + 1).toLowerCase(Locale.UK)
                : "";
        return TOPS.stream().anyMatch(label::startsWith) && !isGroup(i);
    }

    /** {@code 30% of the top 5% of earners}: of whom a share is said, and no rank. */
    private boolean isGroup(int i) {
        int before = phrase.is(i - 1, "the") ? i - 2 : i - 1;
        boolean share = (phrase.is(before, "of") || phrase.is(before, "in")) && phrase.isNumber(before - 1);
        boolean said = phrase.is(i + 1, "of") && phrase.numbers().stream().anyMatch(number -> number > i);
        return share || said;
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
                || (phrase.isNumber(from - 1) && !phrase.is(from, "at") && !isTime(from - 1))
                || (phrase.is(end, "by") && phrase.isNumber(end + 1))
                || (phrase.is(from - 1, "of") && phrase.isNumber(from - 2));
        if (offset) {
            return Finding.refused(Reasons.say("refused.offset"));
        }
        Side.Found behind = side == Side.IN_LINE ? Side.after(phrase, end) : null;
        if (behind != null && behind.side() != side) {
            boolean higher = GoodSide.of(about).higher();
            Side which = behind.side() != Side.NO_WORSE ? behind.side() : higher ? Side.AT_LEAST : Side.AT_MOST;
            Finding finding = finding(from, behind.end(), which, comparator.name(), null);
            return behind.side() == Side.NO_WORSE
                    ? finding.doubted(
                            GoodSide.of(about).sureness(), GoodSide.of(about).because())
                    : finding;
        }
        Quantity value = null;
        boolean open = phrase.is(end, "(");
        int at = phrase.skip(open ? end + 1 : end, BEFORE_A_VALUE);
        Quantity number = phrase.quantity(at);
        if (number != null && (open || !number.year())) {
            value = number;
            int after = at + 1;
            while (open && (phrase.isTime(after) || phrase.isWord(after))) {
                after++;
            }
            boolean closed = open && phrase.is(after, ")");
            if (value.signed() && !open) {
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

    /** {@code … within 60 minutes no worse than the mean}: no distance from it. */
    private boolean isTime(int i) {
        Quantity quantity = phrase.quantity(i);
        return quantity != null && quantity.counted() == Counted.TIME;
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
        boolean vague = name != null
                && name.toLowerCase(Locale.UK)
                        .matches(
                                "(the |our |its |their |current |latest |most recent |overall )*(average|mean|median)");
        return vague ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.comparator")) : finding;
    }

    /** {@code National average} and no more. */
    private @Nullable Finding alone(int start) {
        Comparators.Found comparator = Comparators.at(phrase, start, about);
        if (comparator == null) {
            return null;
        }
        Side.Found after = Side.after(phrase, comparator.end());
        if (!comparator.known()) {
            return after == null
                    ? null
                    : against(start, Side.IN_LINE, comparator).doubted(Sureness.GUESS, Reasons.say("doubt.comparator"));
        }
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
        Comparators.Found named = named(side.end());
        if (named == null) {
            return null;
        }
        Finding finding = against(start, side.side(), named);
        return finding.target() == null ? null : finding.doubted(Sureness.GUESS, Reasons.say("doubt.comparator"));
    }
}
