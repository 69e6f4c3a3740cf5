package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.ValueKind;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a figure as typed, whichever form they stand in.
 *
 * @param value a number, or yes or no
 */
record TypedFigure(String value, String numerator, String denominator, String betterOff, String other) {

    /** What they come to; null where nothing was typed. */
    record Numbers(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal betterOff,
            @Nullable BigDecimal other) {

        boolean isNothing() {
            return value == null && numerator == null && betterOff == null;
        }
    }

    /** Says beside the fields what cannot be. */
    Numbers read(Dossier dossier, Sentences sentences, Problems problems) {
        boolean yesNo = dossier.measure().valueKind() == ValueKind.YES_NO;
        int before = problems.all().size();
        Numbers numbers = new Numbers(
                yesNo ? yesOrNo() : number("value", value, sentences, problems),
                number("numerator", numerator, sentences, problems),
                number("denominator", denominator, sentences, problems),
                number("betterOff", betterOff, sentences, problems),
                number("other", other, sentences, problems));
        if (problems.all().size() == before) {
            check(numbers, dossier.maximum(), sentences, problems);
        }
        return numbers;
    }

    private static void check(Numbers numbers, @Nullable BigDecimal most, Sentences sentences, Problems problems) {
        BigDecimal of = numbers.numerator();
        BigDecimal in = numbers.denominator();
        if ((of == null) != (in == null)) {
            problems.add(of == null ? "numerator" : "denominator", sentences.of("indicator.figure.fault.share"));
        } else if (of != null && in != null && (of.signum() < 0 || in.signum() < 0)) {
            problems.add("numerator", sentences.of("indicator.figure.fault.negative"));
        } else if (of != null && in != null && of.compareTo(in) > 0) {
            problems.add("numerator", sentences.of("indicator.figure.fault.above"));
        }
        if ((numbers.betterOff() == null) != (numbers.other() == null)) {
            problems.add(
                    numbers.betterOff() == null ? "betterOff" : "other", sentences.of("indicator.figure.fault.groups"));
        }
        BigDecimal stated = numbers.value();
        if (stated != null && most != null && stated.compareTo(most) > 0) {
            problems.add(
                    "value",
                    sentences.of(
                            "indicator.figure.fault.maximum",
                            most.stripTrailingZeros().toPlainString()));
        }
    }

    private @Nullable BigDecimal yesOrNo() {
        return switch (value) {
            case "yes" -> BigDecimal.ONE;
            case "no" -> BigDecimal.ZERO;
            default -> null;
        };
    }

    private static @Nullable BigDecimal number(String field, String typed, Sentences sentences, Problems problems) {
        if (typed.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> read = TypedAmount.read(typed);
        if (read.isEmpty()) {
            problems.add(field, sentences.of("indicator.figure.fault.number", typed));
        }
        return read.orElse(null);
    }
}
