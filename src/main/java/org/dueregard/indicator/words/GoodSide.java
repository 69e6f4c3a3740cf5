package org.dueregard.indicator.words;

import java.util.Set;
import org.dueregard.indicator.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * Which side of a bare figure is the good one.
 *
 * @param because what tells, for people
 */
record GoodSide(boolean higher, Sureness sureness, String because) {

    /** What councils want less of. They do not decide: a count of reports of it may be wanted to rise. */
    private static final Set<String> UNWANTED = Vocabulary.of("""
            entrants absence absences absent absenteeism exclusion exclusions excluded neet offending
            reoffending offences reoffend crime crimes bullying bullied complaints gap gaps homeless
            homelessness unemployment unemployed poverty obesity obese smoking mortality deaths sickness
            vacancies vacancy turnover waiting delay delays delayed late violence injuries accidents missing
            truancy conceptions pregnancies debt arrears evictions reconviction reconvictions incidents
            breaches dropout overdue backlog suspensions inequality disproportionality casualties""");

    private static final Set<String> BEFORE_THE_WAY =
            Set.of("a", "an", "the", "to", "%", "percentage", "overall", "of");

    static GoodSide of(About about) {
        if (about.good() == Polarity.HIGHER || about.good() == Polarity.LOWER) {
            boolean more = about.good() == Polarity.HIGHER;
            return new GoodSide(more, Sureness.STATED, Reasons.say(more ? "side.said.higher" : "side.said.lower"));
        }
        Polarity polarity = about.measure() == null ? null : about.measure().polarity();
        if (polarity == Polarity.HIGHER || polarity == Polarity.LOWER) {
            boolean higher = polarity == Polarity.HIGHER;
            return new GoodSide(higher, Sureness.FROM_NAME, Reasons.say(higher ? "side.set.higher" : "side.set.lower"));
        }
        GoodSide own = ofName(about.name());
        GoodSide parents = about.parent() == null ? null : ofName(about.parent());
        if (own != null && (own.sureness() != Sureness.GUESS || parents == null)) {
            return own;
        }
        return parents != null ? parents : new GoodSide(true, Sureness.GUESS, Reasons.say("side.ordinary"));
    }

    private static @Nullable GoodSide ofName(String name) {
        Phrase phrase = Phrase.of(name);
        Way way = Way.at(phrase, phrase.skip(0, BEFORE_THE_WAY));
        if (way == Way.UP || way == Way.DOWN) {
            boolean higher = way == Way.UP;
            return new GoodSide(higher, Sureness.FROM_NAME, Reasons.say(higher ? "side.name.up" : "side.name.down"));
        }
        boolean count = phrase.is(0, "number") || phrase.is(0, "no") || phrase.is(0, "numbers");
        for (int i = 0; i < phrase.size(); i++) {
            if (phrase.is(i, "gap") && !count && !phrase.is(i + 1, "year") && !phrase.is(i + 1, "analysis")) {
                return new GoodSide(false, Sureness.FROM_NAME, Reasons.say("side.gap"));
            }
        }
        for (int i = 0; i < phrase.size(); i++) {
            boolean unwanted = phrase.isIn(i, UNWANTED)
                    || (phrase.is(i, "not") && (phrase.is(i + 1, "in") || phrase.is(i + 1, "known")))
                    || (phrase.is(i, "fte") && phrase.is(i + 1, "to"));
            if (unwanted) {
                return new GoodSide(false, Sureness.GUESS, Reasons.say("side.unwanted", phrase.original(i, i + 1)));
            }
        }
        return null;
    }
}
