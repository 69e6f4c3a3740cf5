package org.dueregard.indicator.words;

import java.util.Set;
import org.dueregard.indicator.Target;
import org.jspecify.annotations.Nullable;

/** Recognises a state that is there or not, and by which something is done: {@code line operational}, {@code in use}. */
final class ReachedReader {

    private static final Wordings<Boolean> THERE = Wordings.of("""
            operational, available, live, up and running, in use, in post, in operation, in force, in effect,
            fully operational, on line, online, functional, ready, award, awards, accreditation, re accreditation,
            kitemark, charter mark, gone live, signed off, open, running""");

    /** Words that can stand between what is there and where or when. */
    private static final Set<String> AND_WHERE = Vocabulary.of("""
            on in at to for by via through from across with within ( , and - . and""");

    /** What is counted or rated is a measure, whatever it is in. */
    private static final Set<String> MEASURES = Vocabulary.of("""
            % number numbers no rate rates proportion percentage share level levels average median mean count ratio
            amount satisfaction score scores gap gaps take uptake takeup turnover disclosure confidence awareness
            more fewer less higher lower better not none without nor if unless than""");

    /** Of them there may be more or fewer. */
    private static final Set<String> SOME = Vocabulary.of("""
            all every each staff women men people employees workers residents pupils apprentices managers males
            females adults candidates interpreters data""");

    private static final Set<String> OF_SEVERAL = Vocabulary.of("""
            intake cohort tranche round batch wave edition meeting session set class issue""");

    private final Phrase phrase;

    ReachedReader(Phrase phrase) {
        this.phrase = phrase;
    }

    /** A state that is all that is said: {@code Open}; null when it is none. */
    @Nullable
    Finding alone(int start) {
        return start < phrase.size() && THERE.end(phrase, start) == phrase.size()
                ? Finding.guess(
                        new Target.Milestone(),
                        start,
                        phrase.size(),
                        Reasons.say("milestone.reached") + " " + Reasons.say("doubt.state"))
                : null;
    }

    /** Null when the words name no such state. */
    @Nullable
    Finding read(int start) {
        boolean some = false;
        boolean there = false;
        boolean each = phrase.is(start, "each");
        boolean has = false;
        for (int i = start; i < phrase.size(); i++) {
            if (phrase.isIn(i, MEASURES)
                    || phrase.isNumber(i) && !ValueReader.isOfAll(phrase, start, i)
                    || Comparators.isNamed(phrase, i, About.nothing())) {
                return null;
            }
            some |= phrase.isIn(i, SOME);
            int end = i > start ? THERE.end(phrase, i) : -1;
            there |= end > 0 && (!phrase.isWord(end) || phrase.isIn(end, AND_WHERE));
            has |= i > start && (phrase.is(i, "has") || phrase.is(i, "have"));
        }
        boolean first = phrase.is(start, "first") && phrase.isIn(start + 1, OF_SEVERAL) && phrase.is(start + 2, "of");
        if (there && !some) {
            return Finding.stated(new Target.Milestone(), start, phrase.size(), Reasons.say("milestone.reached"));
        }
        return there || each && has || first
                ? Finding.guess(
                        new Target.Milestone(),
                        start,
                        phrase.size(),
                        Reasons.say("milestone.deed") + " " + Reasons.say("doubt.state"))
                : null;
    }
}
