package org.dueregard.indicator.words;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change is measured from, as words name it: {@code the baseline}, {@code last year}, {@code 2013/14}.
 *
 * @param yearEarlier whether it is the year before
 * @param end the position after the words
 */
record Before(boolean yearEarlier, int end) {

    private static final Set<String> FILLERS = Vocabulary.of("""
            the our its this that those of in for a council's""");

    private static final Wordings<Boolean> NAMES =
            Wordings.<Boolean>builder().with(true, """
            last year, last year's, previous year, previous year's, prior year, year before, preceding year,
            previous years, last years, year earlier, previous academic year, last academic year""").with(false, """
            baseline, baselines, baseline year, current level, current levels, current figure,
            current performance, current rate, current, present, now, outturn, previous outturn,
            previous figure, previous results, current baseline, starting point, previous level,
            previous levels""").build();

    private static final Set<String> NOUNS = Vocabulary.of("""
            outturn figure figures level levels result results baseline performance rate total numbers number""");

    private static final Set<String> LEADS = Vocabulary.of("""
            on from than over against vs versus since compared relative above below in comparison upon with to""");

    /** What stands at the position; null when it is nothing of the kind. */
    static @Nullable Before at(Phrase phrase, int i) {
        int at = phrase.skip(i, FILLERS);
        if (phrase.isTime(at)) {
            return new Before(false, phrase.skip(at + 1, NOUNS));
        }
        Wordings.Found<Boolean> name = NAMES.at(phrase, at);
        return name == null ? null : new Before(name.meaning(), phrase.skip(name.end(), NOUNS));
    }

    /** The same after {@code on}, {@code than}, {@code compared with} and the like. */
    static @Nullable Before after(Phrase phrase, int i) {
        boolean open = phrase.is(i, "(");
        int at = phrase.skip(open ? i + 1 : i, LEADS);
        return at == i || (open && at == i + 1) || phrase.is(i, "in") || phrase.is(i, "to") ? null : at(phrase, at);
    }
}
