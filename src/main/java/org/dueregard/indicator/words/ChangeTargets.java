package org.dueregard.indicator.words;

import java.util.Locale;
import org.dueregard.indicator.ChangeUnit;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.words.Quantity.Counted;

/** Makes targets of a way to change and an amount or a level. */
final class ChangeTargets {

    private static final Wordings<Boolean> YEARLY = Wordings.of("""
            year on year, each year, every year, per year, per annum, p . a, pa, a year, annually, yearly,
            yoy, y o y, year by year, annual, per academic year, each academic year, each and every year""");

    private final Phrase phrase;
    private final About about;

    ChangeTargets(Phrase phrase, About about) {
        this.phrase = phrase;
        this.about = about;
    }

    /** A change to a level. */
    Finding level(int from, int end, Way way, Quantity value) {
        if (value.counted() == Counted.RATIO) {
            return Finding.refused(Reasons.say("refused.ratio"));
        }
        if (value.isProportion(about)) {
            return Finding.refused(Reasons.say("refused.share"));
        }
        GoodSide good = GoodSide.of(about);
        boolean up = way == Way.BETTER ? good.higher() : way == Way.UP;
        Target target = up ? new Target.AtLeast(value.value()) : new Target.AtMost(value.value());
        Finding finding = Finding.stated(target, from, end, Reasons.say("change.to", phrase.original(from, end)))
                .with(value);
        if (way == Way.BETTER) {
            finding = finding.doubted(good.sureness(), good.because());
        }
        if (value.counted() == Counted.SHARE) {
            finding = finding.doubted(Sureness.GUESS, Reasons.say("doubt.share"));
        }
        return value.about() || value.year() ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.about")) : finding;
    }

    /** A change by an amount, and what it is measured from where that follows. */
    Finding change(int from, int end, Way way, Quantity amount) {
        Before before = Before.after(phrase, end);
        boolean earlier = before != null && before.yearEarlier();
        Finding found = change(from, end, way, amount, earlier);
        return before == null || !phrase.isTime(end + 1) && !earlier ? found : found.spanning(from, before.end());
    }

    /** A change by an amount. */
    Finding change(int from, int end, Way way, Quantity amount, boolean yearEarlier) {
        ChangeUnit unit = switch (amount.counted()) {
            case PERCENT -> ChangeUnit.PERCENT;
            case POINTS -> ChangeUnit.POINTS;
            case BARE_POINTS -> isNumberMeasure() ? ChangeUnit.AMOUNT : ChangeUnit.POINTS;
            case PLAIN, MONEY, TIME, RATE -> isPercentage() ? ChangeUnit.POINTS : ChangeUnit.AMOUNT;
            case RATIO, SHARE -> null;
        };
        boolean ofOne = phrase.is(phrase.is(end, "of") ? end + 1 : end, "a") && YEARLY.at(phrase, end) == null;
        if (unit == null || amount.value().signum() < 0 || ofOne && isPart(from, end)) {
            return Finding.refused(Reasons.say("refused.amount"));
        }
        GoodSide good = GoodSide.of(about);
        boolean up = way == Way.BETTER ? good.higher() : way == Way.UP;
        Target.Change change = new Target.Change(amount.value(), unit);
        boolean again = yearEarlier || yearly();
        Target target = up ? new Target.Increase(change, again) : new Target.Reduce(change, again);
        Finding finding = Finding.stated(
                        target, from, end, Reasons.say("change.by." + unit, phrase.original(from, end)))
                .with(amount);
        if (way == Way.BETTER) {
            finding = finding.doubted(good.sureness(), good.because());
        }
        boolean gapInPercent = unit == ChangeUnit.PERCENT && !isPart(from, end) && isGap();
        boolean guessedPoints = unit == ChangeUnit.POINTS
                && (amount.counted() == Counted.PLAIN || (amount.counted() == Counted.BARE_POINTS && !isPercentage()));
        if (gapInPercent || guessedPoints || amount.about() || amount.year()) {
            finding = finding.doubted(Sureness.GUESS, Reasons.say(amount.about() ? "doubt.about" : "doubt.change"));
        }
        return finding;
    }

    /** {@code by a third}: of the gap, and not so many points of it. */
    private boolean isPart(int from, int end) {
        String said = phrase.original(from, end).toLowerCase(Locale.UK);
        return said.chars().noneMatch(c -> Character.isDigit(c) || c == '%') && !said.contains("cent");
    }

    /** The position after {@code each year} and the like; -1 where they do not stand at the position. */
    int yearlyFrom(int i) {
        Wordings.Found<Boolean> found = YEARLY.at(phrase, i);
        return found == null ? -1 : found.end();
    }

    /** Whether the words ask for the change each year. */
    boolean yearly() {
        for (int i = 0; i < phrase.size(); i++) {
            Wordings.Found<Boolean> found = YEARLY.at(phrase, i);
            if (found == null) {
                continue;
            }
            boolean adjective = !phrase.is(i, "annual");
            boolean beforeNoun = Way.isNoun(phrase.text(found.end()));
            if (adjective || beforeNoun) {
                return true;
            }
        }
        return false;
    }

    /** A gap's "per cent" may be percentage points; of a gap that somebody has set up, the rule of the product holds. */
    private boolean isGap() {
        return contains(phrase, "gap")
                || (about.measure() == null
                        && (contains(Phrase.of(about.name()), "gap")
                                || (about.parent() != null && contains(Phrase.of(about.parent()), "gap"))));
    }

    private static boolean contains(Phrase phrase, String word) {
        for (int i = 0; i < phrase.size(); i++) {
            if (phrase.is(i, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPercentage() {
        return about.measure() != null && about.measure().valueKind() == ValueKind.PERCENTAGE;
    }

    private boolean isNumberMeasure() {
        return about.measure() != null && about.measure().valueKind() != ValueKind.PERCENTAGE;
    }
}
