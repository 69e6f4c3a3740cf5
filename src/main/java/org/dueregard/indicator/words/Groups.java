package org.dueregard.indicator.words;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names of groups whose figure words can compare with: {@code White staff}, {@code the county population}. */
final class Groups {

    /**
     * A group's name and the position after it.
     *
     * @param plain whether its figure is one that is published for everybody
     */
    record Found(String name, int end, boolean plain) {}

    /** After {@code in line with} they are what is kept to, and nobody's figure. */
    static final Set<String> RULES = Vocabulary.of("""
            target targets standard standards expectation expectations requirement requirements guidance guidelines
            policy policies strategy strategies plan plans legislation law laws act acts regulation regulations
            code codes procedure procedures protocol protocols process processes timetable timescale timescales
            schedule deadline deadlines commitment commitments charter principles priorities practice
            recommendation recommendations need needs wishes views rights values vision objectives aims
            specification contract agreement budget duty duties minimum floor framework frameworks curriculum
            programme approach model advice trajectory forecast profile campaign agenda""");

    private static final Set<String> PEOPLE = Vocabulary.of("""
            staff employees colleagues candidates applicants applications pupils students learners residents
            patients victims people adults men women boys girls children peers households tenants users
            respondents others managers counterparts workers communities community citizens officers
            males females members groups group authorities councils trusts boards forces organisations
            employers universities schools services districts boroughs counties cities areas appointees leavers
            starters families population populations workforce""");

    private static final Set<String> PLAIN = Vocabulary.of("""
            population populations sector""");

    private static final Set<String> GROWING = Set.of("no", "not", "growth", "change");

    /** What can stand between a group and what tells it further. */
    private static final Set<String> TELLS_FURTHER = Vocabulary.of("""
            in at of with who aged from without on as across within under over working living""");

    private static final int LONGEST = 10;

    private Groups() {}

    /** The group named at the position; null when none is. */
    static @Nullable Found at(Phrase phrase, int i) {
        int from = phrase.is(i, "the") || phrase.is(i, "our") || phrase.is(i, "that") ? i + 1 : i;
        int end = from;
        boolean people = false;
        while (end < from + LONGEST && phrase.isWord(end) && !phrase.is(end, "by")) {
            if (phrase.isIn(end, RULES) || phrase.isIn(end, GROWING)) {
                return null;
            }
            boolean last = !phrase.isWord(end + 1)
                    || phrase.isIn(end + 1, TELLS_FURTHER)
                    || phrase.is(end + 1, "by")
                    || phrase.is(end + 1, "and");
            people |= last && phrase.isIn(end, PEOPLE);
            end++;
        }
        boolean plain = phrase.isIn(end - 1, PLAIN) && end > from;
        if (phrase.isWord(end) && !phrase.is(end, "by") || !people && !plain) {
            return null;
        }
        return new Found(Comparators.name(phrase, from, end), end, plain);
    }
}
