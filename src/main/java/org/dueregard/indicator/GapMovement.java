package org.dueregard.indicator;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which of the two groups of a gap moved: it narrows as well when the better-off group falls. */
public final class GapMovement {

    private final Dossier dossier;
    private final Amounts amounts;
    private final Phrases phrases = Phrases.english();

    private GapMovement(Dossier dossier) {
        this.dossier = dossier;
        this.amounts = new Amounts(dossier.measure(), dossier.measure().decimals(), phrases);
    }

    /**
     * Between the newest two figures of one kind of period that hold both groups, as in {@code Others fell from 68% to 64%
     * and free school meals rose from 40% to 42% from 2024/25 to 2025/26.} Empty for what is no gap, and with fewer.
     */
    public static Optional<String> sentence(Dossier dossier) {
        return dossier.measure().isGap() ? new GapMovement(dossier).tell() : Optional.empty();
    }

    private Optional<String> tell() {
        List<Figure> both = dossier.series().outturns().stream()
                .filter(figure -> figure.betterOff() != null && figure.other() != null)
                .sorted(Comparator.comparing(Figure::period).reversed())
                .toList();
        if (both.isEmpty()) {
            return Optional.empty();
        }
        Figure now = both.get(0);
        return both.stream()
                .skip(1)
                .filter(figure -> figure.period().kind() == now.period().kind())
                .findFirst()
                .map(before -> sentence(before, now));
    }

    private String sentence(Figure before, Figure now) {
        GapGroups groups = Objects.requireNonNull(dossier.measure().gap());
        String sentence = phrases.say(
                "gap.moved",
                "better",
                moved(groups.betterOff(), before.betterOff(), now.betterOff()),
                "other",
                moved(groups.other(), before.other(), now.other()),
                "since",
                before.period().label(),
                "until",
                now.period().label());
        return sentence.substring(0, 1).toUpperCase(Locale.UK) + sentence.substring(1);
    }

    private String moved(String group, @Nullable BigDecimal before, @Nullable BigDecimal now) {
        BigDecimal was = amounts.shown(Objects.requireNonNull(before));
        BigDecimal is = amounts.shown(Objects.requireNonNull(now));
        int way = is.compareTo(was);
        return phrases.say(
                way == 0 ? "gap.stayed" : way > 0 ? "gap.rose" : "gap.fell",
                "group",
                group,
                "was",
                amounts.plainFigure(was),
                "is",
                amounts.plainFigure(is));
    }
}
