package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.words.About;
import org.dueregard.indicator.words.Sureness;
import org.dueregard.indicator.words.TargetReader;
import org.dueregard.indicator.words.TargetReading;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a target come to for one indicator.
 *
 * @param terms as they can be kept; words only where nothing can be made of them
 * @param fits whether a target of this kind can be set for the measure
 */
record Understanding(TargetReading reading, Measure measure, TargetTerms terms, boolean fits) {

    private static final String WORDS_ONLY = "WORDS";

    /** What people put around a name: {@code the London average}. */
    private static final Pattern BEFORE = Pattern.compile("(?i)^(the|our|its|their) ");

    private static final Pattern NATIONWIDE = Pattern.compile("(?i)national(ly)?|english");

    private static final Pattern AFTER =
            Pattern.compile("(?i) (averages?|figures?|rates?|levels?|benchmarks?|results|performance)$");

    /**
     * What the words come to.
     *
     * @param others who can be meant beside the one that the measure is compared with first of all
     */
    static Understanding of(String words, Measure measure, Set<String> others) {
        TargetReading reading = TargetReader.read(words, About.of(measure));
        Target target = reading.target();
        boolean fits = target != null && TargetKind.fitting(measure).contains(target.kind());
        return new Understanding(
                reading,
                measure,
                fits && target != null ? kept(TargetTerms.of(target), others) : TargetTerms.of(TargetKind.NOT_STATED),
                fits);
    }

    /** Somebody with whom the indicator is not compared has no figures here, so the one that it has is kept. */
    private static TargetTerms kept(TargetTerms terms, Set<String> others) {
        return new TargetTerms(
                terms.kind(),
                terms.value(),
                terms.high(),
                terms.changeAmount(),
                terms.changeUnit(),
                terms.relation(),
                named(terms.comparator(), others),
                terms.comparatorValue(),
                terms.yearOnYear());
    }

    private static @Nullable String named(@Nullable String said, Set<String> others) {
        if (said == null) {
            return null;
        }
        String bare = BEFORE.matcher(said.strip()).replaceFirst("");
        String without = AFTER.matcher(bare).replaceFirst("");
        String core = NATIONWIDE.matcher(without).matches() ? "England" : without;
        return others.stream()
                .filter(other -> other.equalsIgnoreCase(bare) || other.equalsIgnoreCase(core))
                .findFirst()
                .orElse(null);
    }

    public boolean isUnderstood() {
        return fits;
    }

    /** Whether a person has to say that this is meant. */
    public boolean needsConfirming() {
        return !fits || reading.needsALook();
    }

    /** What a form carries when its person said that this reading is meant; null where nobody has to. */
    public @Nullable String confirmation() {
        if (!needsConfirming()) {
            return null;
        }
        return fits ? terms.toTarget().words(measure) : WORDS_ONLY;
    }

    /** Whether it may count: nobody has to say that it is meant, or somebody did. */
    public boolean isConfirmedBy(String said) {
        String needed = confirmation();
        return needed == null || needed.equals(said);
    }

    /** {@code STATED}, {@code FROM_NAME}, {@code GUESS} or {@code NOT_UNDERSTOOD}. */
    public String sureness() {
        return fits ? reading.sureness().name() : Sureness.NOT_UNDERSTOOD.name();
    }

    /** The target in plain English; null where nothing can be made of the words. */
    public @Nullable String target() {
        return fits ? terms.toTarget().words(measure) : null;
    }

    /** Whether these terms say the same. */
    boolean isMeant(TargetTerms other) {
        return bare(terms).equals(bare(other));
    }

    /** Zeros at the end are an accident of storage. */
    static TargetTerms bare(TargetTerms terms) {
        return new TargetTerms(
                terms.kind(),
                bare(terms.value()),
                bare(terms.high()),
                bare(terms.changeAmount()),
                terms.changeUnit(),
                terms.relation(),
                terms.comparator(),
                bare(terms.comparatorValue()),
                terms.yearOnYear());
    }

    private static @Nullable BigDecimal bare(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    /** The largest value that it asks for; null where it asks for none. */
    @Nullable
    BigDecimal largest() {
        return Stream.of(terms.value(), terms.high(), terms.comparatorValue())
                .filter(value -> value != null)
                .reduce(BigDecimal::max)
                .orElse(null);
    }

    /** Why it is read so, or why not. */
    String because(Sentences sentences) {
        Target target = reading.target();
        return fits || target == null
                ? reading.because()
                : sentences.of("indicator.reading.unfit", target.words(measure));
    }

    /** What else the words say: by when, for which period, whose figure, what it was before. */
    List<String> notes(@Nullable Period asked, Sentences sentences) {
        List<String> notes = new ArrayList<>();
        if (!fits) {
            return notes;
        }
        if (reading.deadline() != null) {
            notes.add(sentences.of(
                    "indicator.reading.deadline", reading.deadline().words()));
        }
        if (reading.period() != null && !reading.period().equals(asked)) {
            notes.add(
                    asked == null
                            ? sentences.of(
                                    "indicator.reading.period", reading.period().label())
                            : sentences.of(
                                    "indicator.reading.other-period",
                                    reading.period().label(),
                                    asked.label()));
        }
        if (reading.target() instanceof Target.AgainstComparator against
                && against.comparator() != null
                && terms.comparator() == null) {
            notes.add(
                    measure.comparatorName() == null
                            ? sentences.of("indicator.reading.nobody", against.comparator())
                            : sentences.of(
                                    "indicator.reading.comparator", against.comparator(), measure.comparatorName()));
        }
        if (reading.baselineInWords() != null) {
            notes.add(sentences.of("indicator.reading.baseline", measure.shown(reading.baselineInWords())));
        }
        return notes;
    }
}
