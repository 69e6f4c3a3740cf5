package org.dueregard.indicator.words;

import java.util.Locale;
import java.util.Set;
import org.dueregard.indicator.Target;
import org.jspecify.annotations.Nullable;

/** Recognises what is to be done rather than measured: a deed, something delivered, or a date by which. */
final class MilestoneReader {

    private static final Set<String> DEEDS = Set.of(
            "complete",
            "produce",
            "publish",
            "create",
            "hold",
            "host",
            "run",
            "provide",
            "deliver",
            "develop",
            "establish",
            "evaluate",
            "review",
            "attend",
            "report",
            "capture",
            "incorporate",
            "ensure",
            "implement",
            "promote",
            "prepare",
            "agree",
            "launch",
            "conduct",
            "undertake",
            "map",
            "analyse",
            "analyze",
            "consult",
            "train",
            "appoint",
            "write",
            "draft",
            "update",
            "introduce",
            "organise",
            "organize",
            "arrange",
            "submit",
            "identify",
            "include",
            "set",
            "carry",
            "roll",
            "embed",
            "refresh",
            "revise",
            "finalise",
            "approve",
            "adopt",
            "issue",
            "circulate",
            "recruit",
            "commission",
            "procure",
            "sign",
            "design",
            "pilot",
            "present",
            "brief",
            "seek",
            "offer",
            "work",
            "support",
            "facilitate",
            "coordinate",
            "explore",
            "scope",
            "assess",
            "audit",
            "collate",
            "gather",
            "collect",
            "disseminate",
            "share",
            "secure",
            "obtain",
            "gain",
            "achieve",
            "install",
            "build",
            "open",
            "relaunch",
            "respond",
            "engage",
            "celebrate",
            "distribute",
            "communicate",
            "raise",
            "continue",
            "monitor",
            "address",
            "prioritise",
            "sign up");

    private static final Set<String> DONE = Vocabulary.of("""
            met held set run written undertaken known made given sent built taken drawn put begun sought led
            rolled live taught shown kept""");

    /** Behind a first word that tells a deed they make it one: {@code Held every year}. */
    private static final Set<String> HOW_OR_WHERE = Vocabulary.of("""
            every each monthly quarterly annually yearly termly weekly twice once at on in by with across through""");

    /** How something is to be, rather than what is to be done. */
    private static final Set<String> STATES = Vocabulary.of("""
            adhere adheres comply complies compliant conform accessible effective compliance""");

    private static final Set<String> NOT_DONE = Vocabulary.of("""
            need speed indeed expected based related targeted looked disabled deprived excluded aged exceed feed seed
            red bed bred hundred advanced skilled married disadvantaged registered vulnerable experienced
            unemployed retired proposed agreeing perceived limited increased reduced improved decreased
            detailed revised underrepresented""");

    private static final Set<String> SAID_OF = Vocabulary.of("""
            is are was were be been being feel feels have has had""");

    private static final Set<String> DELIVERED = Vocabulary.of("""
            report reports survey surveys strategy strategies plan plans policy policies review reviews
            analysis analyses assessment assessments audit audits guidance toolkit statement framework
            completion contract specification tariff objectives programme evaluation evaluations event events
            meetings meeting workshop workshops training briefing briefings protocol pathway website
            newsletter conference consultation launch accreditation sign data dashboard proposal proposals
            paper charter database directory leaflet campaign publication implementation delivery production
            sessions session system software mapping profile recommendations agreement network group forum""");

    private static final Set<String> REGULAR = Vocabulary.of("""
            quarterly annually annual monthly termly weekly yearly regularly ongoing biannual biannually daily
            fortnightly continuous continuing rolling""");

    private static final Wordings<Boolean> OFTEN = Wordings.of("""
            twice a year, twice each year, twice per year, twice yearly, twice annually, once a year, once a term,
            once a month, once a quarter, bi annual, bi annually, bi monthly, half yearly, six monthly, once a week,
            twice a term, twice a month, every other year, every other month, at least annually, at least quarterly,
            at least monthly, at least termly, at least yearly, at least once a year, at least twice a year""");

    private static final Set<String> ONCE = Set.of("once", "at", "least", "about");
    private static final Set<String> NEXT_BUT = Set.of("second", "other", "third", "fourth");

    private static final Set<String> LEADS_TO_DATE = Vocabulary.of("""
            by before due until end of the in on from for complete completed deadline : - and ( start during
            early late mid latest at no later than""");

    /** Names of measures, which say nothing of what is to be done with them. */
    private static final Set<String> MEASURES = Vocabulary.of("""
            % number no numbers rate rates proportion percentage take takeup uptake level levels average count
            ratio amount""");

    /** What begins with one of them names no thing to deliver: {@code in line with the strategy}. */
    private static final Set<String> PREPOSITIONS = Vocabulary.of("""
            in as see per with on at from according subject better good for higher lower greater above below""");

    private final Phrase phrase;

    MilestoneReader(Phrase phrase) {
        this.phrase = phrase;
    }

    /** Null when the words speak of no deed, or of numbers. */
    @Nullable
    Finding read(int start) {
        int size = phrase.size();
        if (phrase.skip(start, LEADS_TO_DATE) < size && onlyDate(start)) {
            boolean by = phrase.is(start, "by")
                    || phrase.is(start, "before")
                    || phrase.is(start, "due")
                    || phrase.is(start, "complete")
                    || phrase.is(start, "completed")
                    || phrase.is(start, "no");
            Finding finding = Finding.stated(new Target.Milestone(), start, size, Reasons.say("milestone.date"));
            return by ? finding : finding.doubted(Sureness.GUESS, Reasons.say("doubt.date"));
        }
        if (phrase.isIn(start, REGULAR) && size == start + 1) {
            Finding finding = Finding.stated(new Target.Milestone(), start, size, Reasons.say("milestone.regular"));
            boolean endless = phrase.is(start, "ongoing")
                    || phrase.is(start, "continuous")
                    || phrase.is(start, "continuing")
                    || phrase.is(start, "rolling");
            return endless ? finding.doubted(Sureness.GUESS, Reasons.say("doubt.ongoing")) : finding;
        }
        if (OFTEN.end(phrase, start) == size || size == start + 1 && isMonthly(start)) {
            return Finding.stated(new Target.Milestone(), start, size, Reasons.say("milestone.regular"));
        }
        int each = phrase.skip(start, ONCE);
        boolean recurring =
                (phrase.is(each, "each") || phrase.is(each, "every")) && size <= each + 2 && size > each + 1;
        recurring |= phrase.is(each, "every") && phrase.isIn(each + 1, NEXT_BUT) && size == each + 3;
        if (recurring) {
            return Finding.stated(new Target.Milestone(), start, size, Reasons.say("milestone.regular"));
        }
        boolean foretold = says(start, "will") || says(start, "be");
        boolean measure = (phrase.isIn(start, MEASURES) || phrase.is(start, "not"))
                && !foretold
                && !(phrase.is(start, "take") && phrase.is(start + 1, "part"));
        if (measure || phrase.numbers().stream().anyMatch(i -> i >= start && !ValueReader.isOfAll(phrase, start, i))) {
            return null;
        }
        boolean dated = dated(start);
        boolean delivered = false;
        int words = 0;
        boolean beside = false;
        for (int i = start; i < size; i++) {
            delivered |= phrase.isIn(i, DELIVERED);
            words += phrase.isWord(i) || isMonthly(i) ? 1 : 0;
            beside |= phrase.piece(i) instanceof Piece.Label || i > start && phrase.isTime(i);
        }
        boolean alone = words == 1 && !dated && !(beside && hasDeed(phrase, start));
        if (words < 1 || alone) {
            return new ReachedReader(phrase).alone(start);
        }
        boolean stateOfAll = phrase.is(start, "all") && isState(start);
        if (stateOfAll) {
            return state(start);
        }
        delivered &= !phrase.isIn(start, PREPOSITIONS) && !says(start + 1, "who");
        if (hasDeed(phrase, start) || delivered || (dated && words >= 2)) {
            String key = dated ? "milestone.dated" : "milestone.deed";
            return Finding.stated(new Target.Milestone(), start, size, Reasons.say(key));
        }
        if (isState(start)) {
            return state(start);
        }
        return new ReachedReader(phrase).read(start);
    }

    private Finding state(int start) {
        return Finding.guess(
                new Target.Milestone(),
                start,
                phrase.size(),
                Reasons.say("milestone.deed") + " " + Reasons.say("doubt.state"));
    }

    private boolean isState(int start) {
        return STATES.stream().anyMatch(word -> says(start, word));
    }

    private boolean says(int from, String word) {
        for (int i = from; i < phrase.size(); i++) {
            if (phrase.is(i, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words from the position on say that something is done or is to be done. */
    static boolean hasDeed(Phrase phrase, int start) {
        for (int i = start; i < phrase.size(); i++) {
            String text = phrase.text(i);
            boolean first = i == start
                    || phrase.is(i - 1, "to")
                    || phrase.is(i - 1, "will")
                    || phrase.is(i - 1, "and")
                    || phrase.is(i - 1, ",");
            boolean verb = DEEDS.contains(text) && (first || i == start + 1 || isVerbHere(phrase, i));
            boolean inPlace = text.equals("place") && phrase.is(i - 1, "in")
                    || text.equals("use") && (phrase.is(i - 1, "in") || phrase.is(i - 2, "in"));
            boolean participle = inPlace
                    || DONE.contains(text)
                    || (text.endsWith("ed")
                            && text.length() > 4
                            && !NOT_DONE.contains(text)
                            // under-represented, age-related
                            && !phrase.is(i - 1, "-"));
            boolean ends = text.equals("revised") && i == phrase.size() - 1;
            boolean begins = i == start && participle && phrase.isIn(i + 1, HOW_OR_WHERE);
            boolean done = participle && (i > start || phrase.is(i - 1, "be")) && !isOfPeople(phrase, start, i);
            if (verb || done || ends && i > start || begins) {
                return true;
            }
        }
        return false;
    }

    /** {@code Students who feel that it is put into practice}: what is said of them, and not to be done. */
    private static boolean isOfPeople(Phrase phrase, int start, int participle) {
        for (int i = start + 1; i < participle; i++) {
            if (phrase.is(i, "who")) {
                return i == participle - 1 || phrase.isIn(participle - 1, SAID_OF);
            }
        }
        return false;
    }

    /** {@code six monthly}. */
    private boolean isMonthly(int i) {
        return phrase.isLabel(i)
                && phrase.original(i, i + 1).toLowerCase(Locale.UK).endsWith("monthly");
    }

    /** {@code all needs assessments incorporate feedback}: between two nouns. */
    private static boolean isVerbHere(Phrase phrase, int i) {
        String text = phrase.text(i);
        return Set.of("incorporate", "include", "provide", "ensure", "complete", "undertake", "implement", "receive")
                        .contains(text)
                && phrase.isWord(i - 1);
    }

    private boolean onlyDate(int start) {
        int times = 0;
        for (int i = start; i < phrase.size(); i++) {
            if (phrase.isTime(i)) {
                times++;
            } else if (!phrase.isIn(i, LEADS_TO_DATE) && !phrase.is(i, ")")) {
                return false;
            }
        }
        return times == 1;
    }

    private boolean dated(int start) {
        for (int i = start; i < phrase.size(); i++) {
            boolean by = phrase.is(i - 1, "by")
                    || phrase.is(i - 1, "before")
                    || (phrase.is(i - 1, "of") && phrase.is(i - 2, "end"))
                    || (phrase.is(i - 1, "the") && phrase.is(i - 2, "by"));
            if (phrase.isTime(i) && by) {
                return true;
            }
        }
        return false;
    }
}
