package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.Set;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.words.Quantity.Counted;
import org.jspecify.annotations.Nullable;

/** Reads single values with their side, bands, and bare figures. */
final class ValueReader {

    private static final Set<String> BEFORE_A_VALUE = Vocabulary.of("""
            of a an the target total figure : be .""");
    private static final Set<String> JOINS = Set.of("and", "but", ",", "to", "-");
    private static final Set<String> KEEPING = Vocabulary.of("""
            maintain maintained maintaining sustain sustained remain remains keep kept stay hold retain""");

    private static final Set<String> NONE = Set.of("no", "none", "never");
    private static final Set<String> WHERE = Set.of("at", "in", "across", "on");
    private static final Set<String> PLANS = Set.of("target", "plan", "budget", "profile", "trajectory", "forecast");

    private static final Set<String> TOLERANCES = Set.of("variance", "variation", "tolerance", "margin", "either");
    private static final Set<String> OWN_AVERAGES = Set.of("average", "mean", "median", "rolling", "moving");

    private final Phrase phrase;
    private final About about;

    ValueReader(Phrase phrase, About about) {
        this.phrase = phrase;
        this.about = about;
    }

    /** A value whose side the words say, or a band; null when the first number has neither. */
    @Nullable
    Finding read(int start) {
        int first = counting(start);
        if (first < 0) {
            return null;
        }
        for (int i = start; i <= first; i++) {
            Finding found = isOfAll(phrase, start, i) ? null : at(i);
            // "applicants up to 26%" may have come up to it
            if (found != null && i > start && phrase.is(i, "up") && phrase.is(i + 1, "to")) {
                return found.doubted(Sureness.GUESS, Reasons.say("doubt.change"));
            }
            if (found != null) {
                Finding share = phrase.is(found.from(), "within") ? ofShare(found.to()) : null;
                return share == null ? found : share;
            }
        }
        return null;
    }

    /** {@code within 15 days for at least 85% of learners}: how many are to have it in that time. */
    private @Nullable Finding ofShare(int after) {
        for (int i = after; i < phrase.size() && !phrase.isIn(i, ChangeReader.STOPS); i++) {
            Finding found = phrase.isNumber(i) ? null : at(i);
            Quantity quantity = found == null ? null : found.quantity();
            if (quantity != null && quantity.isPercent()) {
                return found;
            }
        }
        return null;
    }

    /** A value with its side, or a band, that begins at the position and has its number at once. */
    @Nullable
    Finding at(int i) {
        if (phrase.is(i, "between")
                && phrase.isNumber(i + 1)
                && (phrase.is(i + 2, "and") || phrase.is(i + 2, "to") || phrase.is(i + 2, "-"))) {
            return band(i, i + 1, i + 3);
        }
        if (phrase.isNumber(i)) {
            boolean joined = phrase.is(i + 1, "-") || phrase.is(i + 1, "to");
            if (joined && phrase.isNumber(i + 2)) {
                return phrase.is(i - 1, "from") ? null : band(i, i, i + 2);
            }
            Quantity quantity = phrase.quantity(i);
            Side.Found after = Side.after(phrase, i + 1);
            if (quantity != null && quantity.plus()) {
                return sided(i, i + 1, Side.AT_LEAST, quantity);
            }
            return quantity == null || after == null ? null : sided(i, after.end(), after.side(), quantity);
        }
        Side.Found side = phrase.is(i, "=") && i > 0 ? null : Side.at(phrase, i);
        if (side == null) {
            return null;
        }
        int at = side.side() == Side.EQUAL ? side.end() : phrase.skip(side.end(), BEFORE_A_VALUE);
        Quantity quantity = phrase.quantity(at);
        boolean range =
                phrase.isNumber(at) && (phrase.is(at + 1, "-") || phrase.is(at + 1, "to")) && phrase.isNumber(at + 2);
        if (quantity == null || range) {
            return range ? Finding.refused(Reasons.say("refused.side-of-band")) : null;
        }
        Side.Found after = Side.after(phrase, at + 1);
        if (side.side() == Side.IN_LINE) {
            // "remain at 95% or above": the word before says nothing of its own
            return after == null ? null : sided(i, after.end(), after.side(), quantity);
        }
        if (after != null && after.side() != side.side()) {
            return Finding.refused(Reasons.say("refused.two-sides"));
        }
        int end = after == null ? at + 1 : after.end();
        Finding both = bothEnds(i, end, side.side(), quantity);
        return both != null ? both : sided(i, end, isRuledOut(i) ? side.side().other() : side.side(), quantity);
    }

    /** {@code No grade with a gap above 3%}: what there is to be none of lies on the other side. */
    private boolean isRuledOut(int side) {
        for (int i = side - 1; i >= 0 && !phrase.isNumber(i) && !phrase.isIn(i, ChangeReader.STOPS); i--) {
            if (phrase.isIn(i, NONE) && !phrase.is(i + 1, "of") && !phrase.is(i + 1, ".")) {
                return true;
            }
        }
        return false;
    }

    /** {@code at least 20% and no more than 40%}. */
    private @Nullable Finding bothEnds(int from, int end, Side side, Quantity low) {
        if (side != Side.AT_LEAST || !phrase.isIn(end, JOINS)) {
            return null;
        }
        Side.Found upper = Side.at(phrase, phrase.skip(end, JOINS));
        int at = upper == null ? -1 : phrase.skip(upper.end(), BEFORE_A_VALUE);
        Quantity high = phrase.quantity(at);
        return upper == null || upper.side() != Side.AT_MOST || high == null ? null : band(from, low, high, at + 1);
    }

    private Finding sided(int from, int end, Side side, Quantity quantity) {
        if (quantity.counted() == Counted.RATIO) {
            return Finding.refused(Reasons.say("refused.ratio"));
        }
        if (quantity.isProportion(about)) {
            return Finding.refused(Reasons.say("refused.share"));
        }
        boolean offset =
                phrase.is(end, "of") || phrase.is(end, "above") || phrase.is(end, "below") || phrase.is(end, "from");
        boolean fromPlan = phrase.isIn(phrase.is(end + 1, "the") ? end + 2 : end + 1, PLANS);
        if (offset
                && (fromPlan || Comparators.at(phrase, end + 1, about) != null || Before.at(phrase, end + 1) != null)) {
            return Finding.refused(Reasons.say("refused.offset"));
        }
        if (phrase.is(from, "within") && phrase.isIn(end, TOLERANCES)) {
            return Finding.refused(Reasons.say("refused.offset"));
        }
        if (quantity.counted() == Counted.TIME && phrase.isIn(end, OWN_AVERAGES)) {
            return Finding.refused(Reasons.say("refused.own-average"));
        }
        String because = Reasons.say("value.said", phrase.original(from, end));
        Target target = side.of(quantity.value());
        Finding finding;
        if (target == null) {
            GoodSide good = GoodSide.of(about);
            boolean strict = side == Side.BETTER;
            Side which = good.higher() ? strict ? Side.ABOVE : Side.AT_LEAST : strict ? Side.BELOW : Side.AT_MOST;
            finding = new Finding(
                    which.of(quantity.value()),
                    from,
                    end,
                    good.sureness(),
                    because + " " + good.because(),
                    quantity,
                    null);
        } else {
            finding = Finding.stated(target, from, end, because).with(quantity);
        }
        if (quantity.counted() == Counted.SHARE) {
            finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.share"));
        }
        if (quantity.year()) {
            finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.year"));
        }
        boolean longTime =
                quantity.counted() == Counted.TIME && !quantity.unit().matches(".*(day|week|hour|min|wk|hr).*");
        boolean span = phrase.is(from, "over") && quantity.counted() == Counted.TIME;
        if (span || (longTime && phrase.is(from, "within"))) {
            // "within 6 months" may be by when, and "over 3 years" for how long
            finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.length"));
        }
        return quantity.about() ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.about")) : finding;
    }

    private Finding band(int from, int lowAt, int highAt) {
        Quantity low = phrase.quantity(lowAt);
        Quantity high = phrase.quantity(highAt);
        if (low == null || high == null) {
            return Finding.refused(Reasons.say("refused.band"));
        }
        return band(from, low, high, highAt + 1);
    }

    private Finding band(int from, Quantity lowSaid, Quantity highSaid, int end) {
        Quantity low = lowSaid.counted() == Counted.PLAIN ? lowSaid.countedAs(highSaid) : lowSaid;
        Quantity high = highSaid.counted() == Counted.PLAIN ? highSaid.countedAs(lowSaid) : highSaid;
        boolean alike =
                low.counted() == high.counted() && low.counted() != Counted.SHARE && low.counted() != Counted.RATIO;
        if (!alike || low.value().compareTo(high.value()) > 0) {
            return Finding.refused(Reasons.say("refused.band"));
        }
        Finding finding = Finding.stated(
                        new Target.Between(low.value(), high.value()),
                        from,
                        end,
                        Reasons.say("value.band", phrase.original(from, end)))
                .with(high);
        boolean fromTo = !low.year() && lowSaid.counted() != Counted.PLAIN && phrase.is(from + 1, "to");
        return fromTo || low.about() || high.about() || low.plus() || high.plus() || low.year() || high.year()
                ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.about"))
                : finding;
    }

    /** A figure with nothing to say which side of it is meant. */
    @Nullable
    Finding bare(int start) {
        int at = counting(start);
        Quantity said = phrase.quantity(at);
        if (said == null) {
            return null;
        }
        if (said.counted() == Counted.RATIO) {
            return Finding.refused(Reasons.say("refused.ratio"));
        }
        Quantity quantity = said;
        boolean dash = said.signed() && said.value().signum() < 0 && about.isNamed(phrase.original(start, at));
        if (dash) {
            // "Male -7.9 yrs": after the indicator's own name it is a dash
            quantity = said.withValue(said.value().negate());
        }
        if (said.counted() == Counted.SHARE && about.isPercentage()) {
            return Finding.refused(Reasons.say("refused.share"));
        }
        BigDecimal value = quantity.value();
        boolean full = quantity.isPercent() && value.compareTo(BigDecimal.valueOf(100)) == 0;
        boolean kept = at > start && phrase.isIn(phrase.is(at - 1, "at") ? at - 2 : at - 1, KEEPING);
        if (full && kept) {
            return Finding.stated(new Target.AtLeast(value), start, at + 1, Reasons.say("value.kept-full"))
                    .with(quantity);
        }
        GoodSide good = GoodSide.of(about);
        Target target = good.higher() ? new Target.AtLeast(value) : new Target.AtMost(value);
        boolean nought = value.signum() == 0 && good.higher() && good.sureness() == Sureness.GUESS;
        if (nought) {
            target = new Target.AtMost(value);
        }
        int from = phrase.is(at - 1, "at") ? at - 1 : at;
        String because = Reasons.say("value.bare", phrase.original(at, at + 1)) + " "
                + (nought ? Reasons.say("side.nought") : good.because());
        Finding finding = new Finding(target, from, at + 1, good.sureness(), because, quantity, null);
        if (quantity.year()) {
            finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.year"));
        }
        boolean rough = quantity.about() || said.counted() == Counted.SHARE || (quantity.signed() && !dash);
        return rough ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.about")) : finding;
    }

    /** {@code adopted by all five districts}: how many there are, or how much a thing has that is to be there, and no target. */
    static boolean isOfAll(Phrase phrase, int start, int i) {
        Quantity quantity = i <= start ? null : phrase.quantity(i);
        if (quantity == null || !phrase.isWord(i + 1)) {
            return false;
        }
        boolean plain = quantity.counted() == Counted.PLAIN;
        boolean all = i > start + 1 && phrase.is(i - 1, "all");
        boolean where = i > start + 2
                && (phrase.is(i - 1, "all") && phrase.isIn(i - 2, WHERE)
                        || phrase.is(i - 1, "the") && phrase.is(i - 2, "of") && phrase.is(i - 3, "each"));
        boolean largest = phrase.is(i - 1, "the") && phrase.text(i + 1).endsWith("est");
        boolean span = (phrase.is(i - 1, "first") || phrase.is(i - 1, "after")) && quantity.counted() == Counted.TIME;
        boolean top = plain && phrase.is(i - 1, "top");
        boolean fund =
                phrase.is(i - 1, "of") && quantity.counted() == Counted.MONEY && MilestoneReader.hasDeed(phrase, i + 1);
        return plain && where
                || plain && (all || largest) && MilestoneReader.hasDeed(phrase, start)
                || span
                || top
                || fund;
    }

    /** The first number that can be a target; -1 for none. */
    private int counting(int start) {
        int at = firstNumber(start);
        while (isOfAll(phrase, start, at)) {
            at = firstNumber(at + 1);
        }
        return at;
    }

    private int firstNumber(int start) {
        for (int i = start; i < phrase.size(); i++) {
            if (phrase.isNumber(i)) {
                return i;
            }
        }
        return -1;
    }
}
