package org.dueregard.indicator;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of the two groups of a gap moved: it narrows as well when the better-off group falls.
 *
 * @param betterOff as in {@code other pupils fell from 68% to 64%}
 * @param other the same of the other group
 * @param since the period moved from
 * @param until the period moved to
 */
public record GapMovement(String betterOff, String other, String since, String until) {

    /** Between the newest two figures of one kind of period that hold both groups; empty with fewer, and for no gap. */
    public static Optional<GapMovement> of(Dossier dossier) {
        GapGroups groups = dossier.measure().gap();
        List<Figure> both = dossier.series().outturns().stream()
                .filter(figure -> figure.betterOff() != null && figure.other() != null)
                .sorted(Comparator.comparing(Figure::period).reversed())
                .toList();
        if (groups == null || both.isEmpty()) {
            return Optional.empty();
        }
        Figure now = both.get(0);
        Amounts amounts = new Amounts(dossier.measure(), dossier.measure().decimals(), Phrases.english());
        return both.stream()
                .skip(1)
                .filter(figure -> figure.period().kind() == now.period().kind())
                .findFirst()
                .map(before -> new GapMovement(
                        moved(amounts, groups.betterOff(), before.betterOff(), now.betterOff()),
                        moved(amounts, groups.other(), before.other(), now.other()),
                        before.period().label(),
                        now.period().label()));
    }

    private static String moved(Amounts amounts, String group, @Nullable BigDecimal before, @Nullable BigDecimal now) {
        BigDecimal was = amounts.shown(Objects.requireNonNull(before));
        BigDecimal is = amounts.shown(Objects.requireNonNull(now));
        int way = is.compareTo(was);
        return Phrases.english()
                .say(
                        way == 0 ? "gap.SAME" : way > 0 ? "gap.RISE" : "gap.FALL",
                        "group",
                        group,
                        "then",
                        amounts.plainFigure(was),
                        "now",
                        amounts.plainFigure(is));
    }

    /** {@code Other pupils fell from 68% to 64%, and free school meals rose from 40% to 42%, from 2024/25 to 2025/26.} */
    public String sentence() {
        String sentence =
                Phrases.english().say("gap.moved", "better", betterOff, "other", other, "since", since, "until", until);
        return sentence.substring(0, 1).toUpperCase(Locale.UK) + sentence.substring(1);
    }
}
