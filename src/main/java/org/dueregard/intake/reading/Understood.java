package org.dueregard.intake.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Basis;
import org.dueregard.indicator.Frequency;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.Polarity;
import org.dueregard.indicator.Relation;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.words.About;
import org.dueregard.indicator.words.FigureReader;
import org.dueregard.indicator.words.FigureReading;
import org.dueregard.indicator.words.Sureness;
import org.dueregard.indicator.words.TargetReader;
import org.dueregard.indicator.words.TargetReading;
import org.jspecify.annotations.Nullable;

/** What the words of an indicator in a draft come to, by the product's one reader for each. */
public final class Understood {

    private static final int MOST_DECIMALS = 2;
    private static final Pattern NUMBERED_YEAR = Pattern.compile(
            "(?i).*\\b(ytd|year to date|cumulative|over the year|during the year|in the year|each year|per year|annual total)\\b.*");

    /**
     * A figure with the period that it is about.
     *
     * @param period null when nothing says it
     */
    public record Figured(
            Value value, FigureReading reading, @Nullable Period period) {}

    /**
     * A target with the period that it is for.
     *
     * @param value null where the file has no target
     * @param period null when neither its words nor its heading say it
     */
    public record Aimed(
            @Nullable Value value,
            TargetReading reading,
            @Nullable Period period) {}

    /**
     * Somebody else's figure from a column of its own.
     *
     * @param whose as the heading says it, without its period
     * @param period null when nothing says it
     */
    public record Compared(
            Value value,
            String whose,
            FigureReading reading,
            @Nullable Period period) {}

    private static final Pattern MILESTONES = Pattern.compile("(?is).*\\bmilestones?\\b.*");

    private final DraftNode node;

    /** The good side, where the file says it beside the measure; null where it does not. */
    private final @Nullable Polarity good;

    private final TargetReading target;
    private final List<Aimed> targets = new ArrayList<>();
    private final List<FigureReading> baselines = new ArrayList<>();

    private Understood(DraftNode node, @Nullable DraftNode above) {
        this.node = node;
        boolean part = above != null
                && (above.kind() == org.dueregard.plan.NodeKind.INDICATOR
                        || above.kind() == org.dueregard.plan.NodeKind.INDICATOR_GROUP);
        About about = about(node, part ? above : null);
        this.good = about.good();
        for (Value value : node.all(Role.TARGET)) {
            TargetReading reading = read(value, about);
            Period said = reading.period() != null
                    ? reading.period()
                    : Periods.in(value.heading()).map(Periods.Found::period).orElse(null);
            targets.add(new Aimed(value, reading, said));
        }
        if (targets.isEmpty()) {
            targets.add(new Aimed(null, TargetReader.read("", about), null));
        }
        this.target = targets.get(0).reading();
        node.values().stream()
                .filter(value -> value.role() == Role.BASELINE || value.role() == Role.OUTTURN)
                .forEach(value -> baselines.add(FigureReader.read(value.words(), about)));
    }

    /**
     * What the file says of a measure beside the words of its target.
     *
     * @param whole the measure that it is a part of; null where it is none
     */
    public static About about(DraftNode measure, @Nullable DraftNode whole) {
        Polarity good = measure.first(Role.POLARITY)
                .or(() -> whole == null ? Optional.empty() : whole.first(Role.POLARITY))
                .map(value -> GoodWay.of(value.words()))
                .orElse(null);
        return About.named(measure.title(), whole == null ? null : whole.title())
                .goodWhere(good);
    }

    static boolean isOfMilestones(String heading) {
        return MILESTONES.matcher(heading).matches();
    }

    /** What the words of a target come to, where they stand in the file. */
    public static TargetReading read(Value target, About about) {
        TargetReading reading = TargetReader.read(target.words(), about);
        boolean level = reading.target() != null
                && reading.target().kind().isJudgedByFigure()
                && ("%".equals(reading.unit()) || reading.sureness() == Sureness.STATED);
        boolean milestone = isOfMilestones(target.heading()) && reading.needsALook() && !level;
        return milestone ? reading.asMilestone() : reading;
    }

    /** @param above the node that it stands under; null at the top */
    public static Understood of(DraftNode indicator, @Nullable DraftNode above) {
        return new Understood(indicator, above);
    }

    public TargetReading target() {
        return target;
    }

    /** One for each year that the file gives one for, in its order; never empty. */
    public List<Aimed> targets() {
        return targets;
    }

    /** Whether the target has to be looked at by a person: it is a guess, or was not understood. */
    public boolean isDoubtful() {
        return node.first(Role.TARGET).isPresent() && target.needsALook();
    }

    /** What a target is in plain English; empty when it was not understood or there is none. */
    public Optional<String> targetWords(TargetReading reading) {
        Target read = reading.target();
        return read == null || read instanceof Target.NotStated ? Optional.empty() : Optional.of(read.words(measure()));
    }

    /** What it is counted in; null when the words do not say. */
    public @Nullable String unit() {
        if (target.unit() != null) {
            return target.unit();
        }
        return baselines.stream()
                .map(FigureReading::unit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public int decimals() {
        int most = 0;
        for (FigureReading reading : baselines) {
            most = Math.max(most, reading.value() == null ? 0 : scale(reading.value()));
        }
        return Math.min(most, MOST_DECIMALS);
    }

    private static int scale(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    /** Whether nothing of it is a number: a milestone without figures. */
    public boolean isInWordsOnly() {
        Target read = target.target();
        boolean milestone = read != null && read.kind() == TargetKind.MILESTONE;
        boolean figures = baselines.stream().anyMatch(reading -> reading.value() != null);
        return milestone && !figures;
    }

    /** The good side, as the target says it, or else the name; NEITHER where only custom would. */
    public Polarity polarity() {
        Target read = target.target();
        if (read instanceof Target.AtLeast || read instanceof Target.MoreThan || read instanceof Target.Increase) {
            return Polarity.HIGHER;
        }
        if (read instanceof Target.AtMost || read instanceof Target.FewerThan || read instanceof Target.Reduce) {
            return Polarity.LOWER;
        }
        if (read instanceof Target.AgainstComparator against && against.relation() != Relation.IN_LINE) {
            boolean higher = against.relation() == Relation.ABOVE || against.relation() == Relation.AT_OR_ABOVE;
            return higher ? Polarity.HIGHER : Polarity.LOWER;
        }
        if (read instanceof Target.Between) {
            return Polarity.BAND;
        }
        if (good != null) {
            return good;
        }
        TargetReading byName = TargetReader.read("50", About.named(node.title()));
        boolean lower = byName.target() instanceof Target.AtMost;
        boolean said = byName.sureness() == Sureness.FROM_NAME
                || read instanceof Target.Maintain
                || read instanceof Target.AgainstComparator;
        return lower ? Polarity.LOWER : said ? Polarity.HIGHER : Polarity.NEITHER;
    }

    public Basis basis() {
        return NUMBERED_YEAR.matcher(node.title()).matches() ? Basis.RUNNING_TOTAL : Basis.WHOLE_PERIOD;
    }

    public Frequency frequency() {
        String words =
                node.title() + " " + node.first(Role.SOURCE).map(Value::words).orElse("");
        if (words.matches("(?is).*\\bmonthly\\b.*")) {
            return Frequency.MONTHLY;
        }
        if (words.matches("(?is).*\\bquarterly\\b.*")) {
            return Frequency.QUARTERLY;
        }
        return words.matches("(?is).*\\b(termly|each term)\\b.*") ? Frequency.TERMLY : Frequency.YEARLY;
    }

    /** What is known of the measure, for sentences about the target. */
    public Measure measure() {
        String unit = unit();
        boolean share = "%".equals(unit);
        boolean money = "£".equals(unit);
        return new Measure(
                node.title(),
                share || money ? null : unit,
                decimals(),
                polarity(),
                share
                        ? ValueKind.PERCENTAGE
                        : money ? ValueKind.MONEY : isInWordsOnly() ? ValueKind.WORDS : ValueKind.NUMBER,
                basis(),
                frequency(),
                false,
                null,
                null,
                null);
    }

    /** What the first target is for, where its words or its heading say it. */
    public Optional<Period> targetPeriod() {
        return Optional.ofNullable(targets.get(0).period());
    }

    /** Somebody else's figures, in the order of the file; where nothing says their period, that of the baseline. */
    public List<Compared> compared(Period plan) {
        List<Compared> compared = new ArrayList<>();
        for (Value value : node.all(Role.COMPARATOR)) {
            FigureReading reading = FigureReader.read(value.words(), About.named(node.title()));
            Optional<Periods.Found> said = Periods.in(value.words()).or(() -> Periods.in(value.heading()));
            String whose = said.map(found -> value.heading().replace(found.words(), ""))
                    .orElse(value.heading())
                    .replaceAll("(?i)\\b(comparators?|benchmarks?|averages?|figures?|comparison)\\b", "")
                    .replaceAll("[^\\p{L}\\p{N}&'’ -]", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
            compared.add(new Compared(
                    value,
                    whose,
                    reading,
                    said.map(Periods.Found::period)
                            .or(() -> baselinePeriod(plan))
                            .orElse(null)));
        }
        return compared;
    }

    /** The period of the baseline; where nothing says it, the one before the plan's. */
    public Optional<Period> baselinePeriod(Period plan) {
        return figures(plan).stream()
                .filter(one ->
                        one.value().role() == Role.BASELINE && one.reading().value() != null)
                .map(Figured::period)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** All its figures, in the order of the file. */
    public List<Figured> figures(Period plan) {
        List<Figured> figures = new ArrayList<>();
        int at = 0;
        for (Value value : node.values()) {
            if (value.role() == Role.BASELINE || value.role() == Role.OUTTURN) {
                FigureReading reading = baselines.get(at++);
                figures.add(new Figured(value, reading, period(value, reading, plan)));
            }
        }
        return figures;
    }

    private static @Nullable Period period(Value value, FigureReading reading, Period plan) {
        if (reading.period() != null) {
            return reading.period();
        }
        return Periods.in(value.words())
                .map(Periods.Found::period)
                .or(() -> Periods.of(value.heading(), plan))
                .orElse(value.role() == Role.BASELINE ? plan.previous() : null);
    }
}
