package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.Set;
import org.dueregard.indicator.ChangeUnit;
import org.dueregard.indicator.Relation;
import org.dueregard.indicator.Target;
import org.jspecify.annotations.Nullable;

/** Reads increases and reductions: plain, by an amount, to a level, from one level to another. */
final class ChangeReader {

    /** What they make up is how many they are, and no change. */
    private static final Set<String> MAKE = Set.of("make", "makes", "making", "made");

    private static final Set<String> BEFORE_AN_AMOUNT = Vocabulary.of("""
            a an further another of about overall additional the""");
    static final Set<String> BEFORE_A_LEVEL = Vocabulary.of("""
            reach achieve be a an the around target of level figure become get total""");
    private static final Set<String> BEFORE_A_NOUN = Vocabulary.of("""
            per annum each every annual overall relative further net real year on ( percentage yearly total
            point""");
    private static final Set<String> STARTS = Vocabulary.of("""
            to aim aiming we will a an the annual significant significantly target : year on continue
            continued further - yearly achieve demonstrate show see secure steady steadily should it any
            general overall numbers number figures rate rates trend measurable sustained percentage""");
    /** That stand for an amount which is yet to be decided: {@code x% increase}. */
    private static final Set<String> OPEN_AMOUNTS = Set.of("x", "xx", "xxx", "?");

    static final Set<String> STOPS = Set.of(";", ".");
    private static final Set<String> COMPARES = Vocabulary.of("""
            more fewer less higher lower greater above below better over under""");
    private static final Set<String> UPWARD = Set.of("more", "higher", "greater", "above", "over", "plus", "+");
    private static final Wordings<BigDecimal> FACTORS = Wordings.<BigDecimal>builder()
            .with(BigDecimal.valueOf(100), "double, doubling, doubled, doubles")
            .with(BigDecimal.valueOf(200), "treble, trebling, triple, tripling")
            .with(BigDecimal.valueOf(-50), "halve, halving, halved, halves")
            .build();

    private static final Wordings<Way> TRENDS = Wordings.<Way>builder()
            .with(
                    Way.UP,
                    "upward trend, upward trajectory, upward direction, upwards trend, upward direction of travel, trending up")
            .with(
                    Way.DOWN,
                    "downward trend, downward trajectory, downward direction, downwards trend, downward direction of travel, trending down")
            .with(Way.BETTER, "positive trend, positive trajectory, positive direction of travel, favourable trend")
            .build();

    private static final Set<String> OVER_TIME =
            Set.of("over", "by", "across", "during", "throughout", "each", "every", "through", "until");
    private static final Set<String> WHERE = Set.of("in", "for", "at", "across", "among", "amongst");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "of");
    private static final Set<String> LEVELS = Set.of("level", "levels", "figure", "rate", "number", "total", "value");

    /** Pieces, up to which a word at the end is said of all of them. */
    private static final int SHORT = 6;

    private final Phrase phrase;
    private final About about;
    private final ValueReader values;
    private final ChangeTargets targets;

    ChangeReader(Phrase phrase, About about) {
        this.phrase = phrase;
        this.about = about;
        this.values = new ValueReader(phrase, about);
        this.targets = new ChangeTargets(phrase, about);
    }

    @Nullable
    Finding read(int start) {
        Finding fromTo = new FromToReader(phrase, about).read(start);
        if (fromTo != null) {
            return fromTo;
        }
        Finding half = half(start);
        if (half != null) {
            return half;
        }
        for (int i = start; i < phrase.size(); i++) {
            Finding found = phrase.isNumber(i) ? amountFirst(start, i) : wordFirst(start, i);
            if (found != null) {
                return found;
            }
        }
        Finding plain = plain(start);
        return plain != null ? plain : compared(start);
    }

    /** {@code Half the 2024 level}. */
    private @Nullable Finding half(int start) {
        boolean half =
                phrase.isNumber(start) && phrase.original(start, start + 1).equalsIgnoreCase("half");
        int time = phrase.skip(start + 1, ARTICLES);
        Quantity year = phrase.quantity(time);
        boolean dated = phrase.isTime(time) || year != null && year.year();
        boolean level = time > start + 1 && dated && phrase.isIn(time + 1, LEVELS);
        return half && level && time + 2 == phrase.size()
                ? Finding.stated(
                        new Target.Reduce(
                                new Target.Change(BigDecimal.valueOf(50), ChangeUnit.PERCENT), targets.yearly()),
                        start,
                        phrase.size(),
                        Reasons.say("change.factor", phrase.original(start, phrase.size())))
                : null;
    }

    /** What begins with a word: {@code reduce by 5%}, {@code increase to 80%}, {@code higher than last year}. */
    private @Nullable Finding wordFirst(int start, int i) {
        Wordings.Found<BigDecimal> factor = FACTORS.at(phrase, i);
        if (factor != null) {
            BigDecimal percent = factor.meaning();
            Quantity level = phrase.is(factor.end(), "to") ? phrase.quantity(factor.end() + 1) : null;
            if (level != null) {
                return targets.level(i, factor.end() + 2, percent.signum() > 0 ? Way.UP : Way.DOWN, level);
            }
            Target.Change change = new Target.Change(percent.abs(), ChangeUnit.PERCENT);
            Target target = percent.signum() > 0
                    ? new Target.Increase(change, targets.yearly())
                    : new Target.Reduce(change, targets.yearly());
            return Finding.stated(
                    target, i, factor.end(), Reasons.say("change.factor", phrase.original(i, factor.end())));
        }
        boolean upOrDown = (phrase.is(i, "up") && !phrase.isIn(i - 1, MAKE) || phrase.is(i, "down"))
                && (phrase.isNumber(i + 1) || (phrase.is(i + 1, "by") && phrase.isNumber(i + 2)));
        if (upOrDown) {
            return amount(i, phrase.is(i, "up") ? Way.UP : Way.DOWN, phrase.is(i + 1, "by") ? i + 2 : i + 1);
        }
        if (phrase.is(i, "baseline")
                && (phrase.is(i + 1, "+")
                        || phrase.is(i + 1, "plus")
                        || phrase.is(i + 1, "-")
                        || phrase.is(i + 1, "minus")
                        || signed(i + 1))) {
            int at = signed(i + 1) ? i + 1 : i + 2;
            Quantity amount = phrase.quantity(at);
            if (amount != null) {
                boolean up = amount.signed() ? amount.value().signum() > 0 : phrase.isIn(i + 1, UPWARD);
                Finding found = targets.change(
                        i,
                        at + 1,
                        up ? Way.UP : Way.DOWN,
                        amount.withValue(amount.value().abs()));
                return found.doubted(Sureness.GUESS, Reasons.say("doubt.change"));
            }
        }
        Way way = Way.at(phrase, i);
        if (way == null) {
            return comparedWithBefore(i);
        }
        boolean byNoun = Way.isNoun(phrase.text(i))
                && phrase.is(i + 1, "of")
                && phrase.isNumber(phrase.skip(i + 2, BEFORE_AN_AMOUNT));
        int share = Way.isNoun(phrase.text(i)) && phrase.is(i + 1, "in") ? share(i + 2) : -1;
        if (share > 0) {
            return amount(i, way, share);
        }
        if (byNoun) {
            return amount(i, way, phrase.skip(i + 2, BEFORE_AN_AMOUNT));
        }
        Quantity level = phrase.isSign(i) ? phrase.quantity(i + 1) : null;
        if (level != null) {
            return targets.level(i, i + 2, way, level).doubted(Sureness.GUESS, Reasons.say("doubt.change"));
        }
        if (phrase.isNumber(i + 1) && !phrase.is(i + 2, "to")) {
            Finding direct = amount(i, way, i + 1);
            return direct.doubted(Sureness.GUESS, Reasons.say("doubt.change"));
        }
        for (int j = i + 1; j < phrase.size() && !phrase.isIn(j, STOPS); j++) {
            if (Way.at(phrase, j) != null && !phrase.is(j - 1, "of")) {
                return null;
            }
            if (phrase.is(j, "by")) {
                Finding by = by(i, way, j);
                if (by != null) {
                    return by;
                }
            }
            if (phrase.is(j, "to") || (phrase.is(j, ":") && j == i + 1)) {
                Finding to = to(i, way, j);
                if (to != null) {
                    return to;
                }
            }
        }
        return null;
    }

    private boolean signed(int i) {
        Quantity quantity = phrase.quantity(i);
        return quantity != null && quantity.signed();
    }

    private @Nullable Finding by(int i, Way way, int by) {
        int at = phrase.skip(by + 1, BEFORE_AN_AMOUNT);
        Side.Found side = phrase.isNumber(at) ? null : Side.at(phrase, at);
        int number = side == null ? at : phrase.skip(side.end(), BEFORE_AN_AMOUNT);
        if (!phrase.isNumber(number)) {
            boolean factor = side == null && FACTORS.end(phrase, at) > 0;
            return factor ? Finding.refused(Reasons.say("refused.amount")) : null;
        }
        Finding found = amount(i, way, number);
        boolean atLeast = side == null || side.side() == Side.AT_LEAST;
        return atLeast ? found : found.doubted(Sureness.GUESS, Reasons.say("doubt.amount-side"));
    }

    private Finding amount(int from, Way way, int number) {
        Quantity amount = phrase.quantity(number);
        if (amount == null) {
            return Finding.refused(Reasons.say("refused.amount"));
        }
        boolean range = (phrase.is(number + 1, "-") || phrase.is(number + 1, "to")) && phrase.isNumber(number + 2);
        if (range) {
            Quantity level = phrase.quantity(number + 2);
            boolean both = phrase.is(number + 1, "to")
                    && level != null
                    && amount.counted() != Quantity.Counted.PLAIN
                    && level.counted() != Quantity.Counted.PLAIN
                    && amount.counted() != level.counted();
            if (!both || level == null) {
                return Finding.refused(Reasons.say("refused.amount"));
            }
            return targets.level(from, number + 3, way, level).doubted(Sureness.GUESS, Reasons.say("doubt.by-and-to"));
        }
        Side.Found after = Side.after(phrase, number + 1);
        return targets.change(
                from, after != null && after.side() == Side.AT_LEAST ? after.end() : number + 1, way, amount);
    }

    private @Nullable Finding to(int i, Way way, int to) {
        int at = phrase.skip(to + 1, BEFORE_A_LEVEL);
        Finding level = values.at(at);
        if (level == null && at > to + 1) {
            level = values.at(to + 1);
        }
        if (level != null) {
            return level.target() == null ? level : level.spanning(i, level.to());
        }
        Quantity value = phrase.quantity(at);
        if (value != null) {
            return targets.level(i, at + 1, way, value);
        }
        Side.Found side = Side.at(phrase, at);
        Comparators.Found comparator = Comparators.at(phrase, side == null ? at : side.end(), about);
        if (comparator == null) {
            return null;
        }
        for (int k = i; k < to; k++) {
            if (phrase.is(k, "gap") || phrase.is(k, "gaps") || phrase.is(k, "difference")) {
                return null;
            }
        }
        Way turned = way == Way.BETTER ? GoodSide.of(about).higher() ? Way.UP : Way.DOWN : way;
        Relation said = side == null ? null : side.side().relation();
        Relation relation = said != null && said != Relation.IN_LINE
                ? said
                : turned == Way.UP ? Relation.AT_OR_ABOVE : Relation.AT_OR_BELOW;
        Finding finding = Finding.stated(
                new Target.AgainstComparator(relation, comparator.name(), null),
                i,
                comparator.end(),
                Reasons.say("comparator", phrase.original(i, comparator.end())));
        return way == Way.BETTER
                ? finding.doubted(
                        GoodSide.of(about).sureness(), GoodSide.of(about).because())
                : finding;
    }

    /** What begins with a number: {@code 5% reduction}, {@code 10 more than baseline}, {@code +5%}. */
    private @Nullable Finding amountFirst(int start, int i) {
        Quantity amount = phrase.quantity(i);
        if (amount == null) {
            return null;
        }
        int noun = phrase.skip(i + 1, BEFORE_A_NOUN);
        Way way = Way.isNoun(phrase.text(noun)) ? Way.at(phrase, noun) : null;
        if (way != null) {
            Before before = Before.after(phrase, noun + 1);
            Finding found =
                    targets.change(first(start, i), noun + 1, way, amount, before != null && before.yearEarlier());
            return before == null ? found : found.spanning(found.from(), before.end());
        }
        int compared = i + 1;
        while (compared < i + 6 && phrase.isWord(compared) && !phrase.isIn(compared, COMPARES)) {
            compared++;
        }
        boolean adjoins = compared == i + 1;
        if (phrase.isIn(compared, COMPARES)) {
            Before before = null;
            for (int k = compared + 1; k < compared + 7 && before == null; k++) {
                boolean than = phrase.is(k, "than") || phrase.is(k, "on") || phrase.is(k, "compared");
                before = than ? Before.after(phrase, k) : null;
            }
            boolean over = phrase.isIn(compared, Set.of("above", "below", "over", "under"));
            before = before == null && over ? Before.at(phrase, compared + 1) : before;
            if (before != null && phrase.is(compared, "over") && phrase.isTime(before.end() - 1)) {
                before = null;
            }
            if (before != null) {
                return than(start, i, compared, before, amount);
            }
            boolean more =
                    adjoins && (phrase.is(compared, "more") || phrase.is(compared, "fewer")) && !phrase.is(i - 1, "or");
            if (more && (phrase.isWord(compared + 1) || compared + 1 == phrase.size())) {
                return targets.change(i, compared + 1, phrase.is(compared, "more") ? Way.UP : Way.DOWN, amount)
                        .doubted(Sureness.GUESS, Reasons.say("doubt.change"));
            }
        }
        if (i == start && adjoins(i) && (phrase.isWord(i + 2) || i + 2 == phrase.size())) {
            return targets.change(i, i + 2, Way.UP, amount).doubted(Sureness.GUESS, Reasons.say("doubt.change"));
        }
        boolean plus = amount.signed() && amount.value().signum() > 0 && i == start;
        return plus
                ? targets.change(i, i + 1, Way.UP, amount).doubted(Sureness.GUESS, Reasons.say("doubt.change"))
                : null;
    }

    /** {@code 10 additional pairs} */
    private boolean adjoins(int amount) {
        return phrase.is(amount + 1, "additional") || phrase.is(amount + 1, "extra");
    }

    private Finding than(int start, int i, int compared, Before before, Quantity amount) {
        int from = first(start, i);
        for (int k = start; k < i; k++) {
            Side.Found side = Side.at(phrase, k);
            if (side != null && side.end() <= i && side.side() != Side.AT_LEAST) {
                return Finding.refused(Reasons.say("refused.amount"));
            }
        }
        Way way = phrase.isIn(compared, UPWARD) ? Way.UP : phrase.is(compared, "better") ? Way.BETTER : Way.DOWN;
        return targets.change(from, before.end(), way, amount, before.yearEarlier());
    }

    /** Where the words for {@code a minimum} before an amount begin. */
    private int first(int start, int i) {
        for (int k = Math.max(start, i - 4); k < i; k++) {
            Side.Found side = Side.at(phrase, k);
            if (side != null && side.side() == Side.AT_LEAST && side.end() <= i) {
                return k;
            }
        }
        return i;
    }

    /** The share behind {@code of} in {@code rise in reports of 20%}; -1 for none. */
    private int share(int from) {
        int of = from;
        while (phrase.isWord(of) && !phrase.is(of, "of")) {
            of++;
        }
        int at = phrase.skip(of + 1, BEFORE_AN_AMOUNT);
        Quantity quantity = phrase.is(of, "of") ? phrase.quantity(at) : null;
        return quantity != null && quantity.isPercent() ? at : -1;
    }

    /** {@code higher than last year}, {@code above baseline}. */
    private @Nullable Finding comparedWithBefore(int i) {
        Side.Found side = Side.at(phrase, i);
        Before before = side == null
                        || phrase.is(i, "over")
                        || phrase.is(i, "at")
                        || phrase.is(i, "within")
                        || phrase.is(i, "up")
                ? null
                : Before.at(phrase, side.end());
        if (side == null || before == null || phrase.isNumber(i - 1)) {
            return null;
        }
        boolean again = before.yearEarlier();
        String because = Reasons.say("change.before", phrase.original(i, before.end()));
        GoodSide good = GoodSide.of(about);
        return switch (side.side()) {
            case ABOVE -> Finding.stated(new Target.Increase(null, again), i, before.end(), because);
            case BELOW -> Finding.stated(new Target.Reduce(null, again), i, before.end(), because);
            case BETTER ->
                Finding.stated(
                                good.higher() ? new Target.Increase(null, again) : new Target.Reduce(null, again),
                                i,
                                before.end(),
                                because)
                        .doubted(good.sureness(), good.because());
            default ->
                Finding.guess(new Target.Maintain(), i, before.end(), because + " " + Reasons.say("doubt.maintain"));
        };
    }

    /** {@code Fewer exclusions}, {@code higher}: fewer than what is not said. */
    private @Nullable Finding compared(int start) {
        boolean up = phrase.is(start, "more") || phrase.is(start, "higher") || phrase.is(start, "greater");
        boolean down = phrase.is(start, "fewer") || phrase.is(start, "less") || phrase.is(start, "lower");
        if (!up && !down) {
            return null;
        }
        for (int i = start; i < phrase.size(); i++) {
            if (!phrase.isWord(i) && !phrase.isTime(i) || phrase.is(i, "than")) {
                return null;
            }
        }
        Target target = up ? new Target.Increase(null, targets.yearly()) : new Target.Reduce(null, targets.yearly());
        return Finding.guess(target, start, start + 1, Reasons.say("change.plain", phrase.original(start, start + 1)));
    }

    private int afterStart(int start) {
        int lead = phrase.skip(start, STARTS);
        return phrase.isIn(lead, OPEN_AMOUNTS) && phrase.is(lead + 1, "%") ? phrase.skip(lead + 2, STARTS) : lead;
    }

    /** {@code Take-up rises year on year}, {@code the gap to fall each year}. */
    private boolean isEachYear(int start, int i) {
        boolean said = phrase.text(i).endsWith("s")
                || phrase.text(i).endsWith("ed")
                || phrase.is(i - 1, "to")
                || phrase.is(i - 1, "should");
        return i > start && said && targets.yearlyFrom(i + 1) == phrase.size();
    }

    /** A change without an amount, in the words from one position to another. */
    private Finding plain(Way way, int from, int to, String words) {
        GoodSide good = GoodSide.of(about);
        boolean up = way == Way.BETTER ? good.higher() : way == Way.UP;
        Before before = Before.after(phrase, to);
        int end = before == null || phrase.is(to, "over") ? to : before.end();
        boolean again = targets.yearly() || (before != null && before.yearEarlier());
        Finding finding = Finding.stated(
                up ? new Target.Increase(null, again) : new Target.Reduce(null, again),
                from,
                end,
                Reasons.say("change.plain", words));
        return way == Way.BETTER ? finding.doubted(good.sureness(), good.because()) : finding;
    }

    /** {@code Increase}, {@code Reduce gap}, {@code year on year reduction}: any change of that direction. */
    private @Nullable Finding plain(int start) {
        int lead = phrase.skip(start, ARTICLES);
        Wordings.Found<Way> trend = TRENDS.at(phrase, lead);
        boolean over = trend != null && (trend.end() == phrase.size() || phrase.isIn(trend.end(), OVER_TIME));
        if (trend != null && over) {
            return plain(trend.meaning(), lead, trend.end(), phrase.original(lead, trend.end()));
        }
        for (int i = start; i < phrase.size(); i++) {
            Way way = Way.at(phrase, i);
            if (way == null) {
                continue;
            }
            boolean leads = afterStart(start) >= i;
            boolean last = i == phrase.size() - 1;
            boolean far = last && way != Way.BETTER && !Way.isNoun(phrase.text(i)) && phrase.size() > SHORT;
            boolean where =
                    i > start && phrase.text(i).endsWith("ed") && phrase.isIn(i + 1, WHERE) && way != Way.BETTER;
            boolean ends = last && phrase.size() <= SHORT || far || where || isEachYear(start, i);
            String because = Reasons.say("change.plain", phrase.original(i, i + 1));
            if (phrase.is(i - 1, "no") || phrase.is(i - 1, "not")) {
                if (phrase.numbers().stream().anyMatch(n -> n >= start)) {
                    return null;
                }
                return Finding.guess(
                        new Target.Maintain(), i - 1, i + 1, because + " " + Reasons.say("doubt.maintain"));
            }
            if (!leads && !ends) {
                return null;
            }
            Finding finding = plain(way, i, i + 1, phrase.original(i, i + 1));
            if ((far || where) && !leads) {
                // "… for staff who say that waiting times have reduced"
                finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.change"));
            }
            boolean fully = phrase.text(i).startsWith("clos")
                    || phrase.text(i).startsWith("minimi")
                    || phrase.text(i).startsWith("maximi");
            return fully ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.fully")) : finding;
        }
        return null;
    }
}
