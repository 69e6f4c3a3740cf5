package org.dueregard.indicator;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prints targets in plain English. */
final class TargetWords {

    private TargetWords() {}

    static String of(Target target, Measure measure) {
        Phrases phrases = Phrases.english();
        Amounts amounts = new Amounts(measure, measure.decimals(), phrases);
        TargetTerms terms = TargetTerms.of(target);
        TargetKind kind = target.kind();
        return switch (kind) {
            case AT_LEAST, AT_MOST, MORE_THAN, EXACTLY -> {
                BigDecimal value = Objects.requireNonNull(terms.value());
                yield measure.isYesNo()
                        ? phrases.say(value.signum() == 0 ? "target.no" : "target.yes")
                        : phrases.say("target." + kind, "value", amounts.level(value));
            }
            case FEWER_THAN ->
                phrases.say(
                        measure.valueKind() == ValueKind.NUMBER ? "target.FEWER_THAN" : "target.LESS_THAN",
                        "value",
                        amounts.level(Objects.requireNonNull(terms.value())));
            case BETWEEN ->
                phrases.say(
                        "target.BETWEEN",
                        "low",
                        amounts.level(Objects.requireNonNull(terms.value())),
                        "high",
                        amounts.level(Objects.requireNonNull(terms.high())));
            case AGAINST_COMPARATOR ->
                phrases.say("target." + terms.relation(), "comparator", comparator(terms, measure, amounts, phrases));
            case INCREASE -> change(kind, ((Target.Increase) target).change(), terms, amounts, phrases);
            case REDUCE -> change(kind, ((Target.Reduce) target).change(), terms, amounts, phrases);
            default -> phrases.say("target." + kind);
        };
    }

    private static String comparator(TargetTerms terms, Measure measure, Amounts amounts, Phrases phrases) {
        String name = terms.comparator() != null ? terms.comparator() : measure.comparatorName();
        String shown = name != null ? name : phrases.say("target.comparator.unnamed");
        BigDecimal value = terms.comparatorValue();
        return value == null
                ? shown
                : phrases.say("target.comparator", "comparator", shown, "value", amounts.level(value));
    }

    private static String change(
            TargetKind kind, Target.@Nullable Change change, TargetTerms terms, Amounts amounts, Phrases phrases) {
        String words = phrases.say("target." + kind);
        if (change != null) {
            words = phrases.say("target.by", "target", words, "change", amounts.change(change));
        }
        return terms.yearOnYear() ? phrases.say("target.yearly", "target", words) : words;
    }
}
