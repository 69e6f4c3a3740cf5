package org.dueregard.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Standard.Origin;
import org.dueregard.indicator.Standard.Side;
import org.jspecify.annotations.Nullable;

/** Works out what a figure is judged against: target, comparator, baseline, interim target or share. */
final class Standards {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Measure measure;
    private final TargetSetting setting;
    private final Known known;
    private final Amounts amounts;
    private final Phrases phrases;

    /** A standard, or the key of the phrase that says why there is none. */
    record Found(@Nullable Standard standard, @Nullable String missing) {

        static Found missing(String why) {
            return new Found(null, why);
        }
    }

    /** A level with its name, before it is turned into a standard. */
    private record Base(BigDecimal value, @Nullable Period period, String name) {}

    Standards(Measure measure, TargetSetting setting, Known known, Amounts amounts, Phrases phrases) {
        this.measure = measure;
        this.setting = setting;
        this.known = known;
        this.amounts = amounts;
        this.phrases = phrases;
    }

    Found standardFor(Figure figure) {
        boolean part = known.isPart(figure);
        BigDecimal interim = part ? known.interimFor(figure) : null;
        Found found = interim != null
                ? new Found(interim(interim), null)
                : standard(figure, part && measure.basis() == Basis.RUNNING_TOTAL);
        Standard standard = found.standard();
        return standard == null ? found : new Found(withPolarity(standard), null);
    }

    private Found standard(Figure figure, boolean shared) {
        Target target = setting.target();
        if (target instanceof Target.Between band) {
            return new Found(band(band, figure, shared), null);
        }
        if (target instanceof Target.AgainstComparator against) {
            return comparator(against, figure, shared);
        }
        if (target instanceof Target.Increase increase) {
            return change(Side.UP, increase.change(), increase.yearOnYear(), figure, shared);
        }
        if (target instanceof Target.Reduce reduce) {
            return change(Side.DOWN, reduce.change(), reduce.yearOnYear(), figure, shared);
        }
        if (target instanceof Target.Maintain) {
            return maintain(figure, shared);
        }
        TargetTerms terms = TargetTerms.of(target);
        BigDecimal value = Objects.requireNonNull(terms.value());
        String key = isStrict(target) ? "level.threshold" : "level.target";
        String name = named(target instanceof Target.Exactly ? "level.exactly" : key, value);
        return new Found(
                scaled(value, name, side(target), isStrict(target), false, Origin.TARGET, figure, shared), null);
    }

    private Standard interim(BigDecimal value) {
        Target target = setting.target();
        Side side = switch (target.kind()) {
            case BETWEEN ->
                measure.polarity() == Polarity.HIGHER
                        ? Side.UP
                        : measure.polarity() == Polarity.LOWER ? Side.DOWN : Side.EXACT;
            default -> side(target);
        };
        String name = phrases.say("level.interim", "level", amounts.level(value));
        return plain(value, name, side, isStrict(target), false, Origin.TARGET)
                .with(caveat(Caveat.Kind.INTERIM_TARGET, "period", targetPeriod()));
    }

    private Standard band(Target.Between band, Figure figure, boolean shared) {
        BigDecimal low = band.low();
        BigDecimal high = band.high();
        String name = phrases.say("level.band", "level", amounts.range(low, high));
        if (!shared) {
            return new Standard(low, high, Side.BAND, false, false, Origin.TARGET, name, null, List.of());
        }
        Known.Share share = share(figure);
        BigDecimal lowShare = share.times(low);
        BigDecimal highShare = share.times(high);
        String sharedName = phrases.say("level.share", "level", amounts.range(lowShare, highShare), "whole", name);
        return new Standard(lowShare, highShare, Side.BAND, false, false, Origin.TARGET, sharedName, null, List.of())
                .with(proRata());
    }

    private Found comparator(Target.AgainstComparator against, Figure figure, boolean shared) {
        String name = Known.comparatorName(measure, against.comparator());
        String shownName = name != null ? name : phrases.say("comparator.unnamed");
        Side side = side(against);
        boolean strict = isStrict(against);
        Optional<ComparatorFigure> found = known.comparator(against.comparator(), figure.period());
        if (found.isPresent()) {
            ComparatorFigure comparator = found.get();
            String words = phrases.say(
                    "level.comparator",
                    "comparator",
                    shownName,
                    "level",
                    amounts.level(comparator.value()),
                    "period",
                    amounts.period(comparator.period()));
            boolean scale = shared && !isSamePlace(comparator.period(), figure.period());
            Standard standard =
                    scaled(comparator.value(), words, side, strict, false, Origin.COMPARATOR, figure, scale);
            if (known.isSamePeriod(comparator.period(), figure.period())) {
                return new Found(standard, null);
            }
            Standard older = new Standard(
                    standard.low(),
                    null,
                    side,
                    strict,
                    false,
                    Origin.COMPARATOR,
                    standard.name(),
                    comparator,
                    standard.caveats());
            return new Found(
                    older.with(caveat(
                            Caveat.Kind.OLDER_COMPARATOR,
                            "comparator",
                            shownName,
                            "period",
                            amounts.period(comparator.period()),
                            "figurePeriod",
                            amounts.period(figure.period()))),
                    null);
        }
        BigDecimal inWords = against.valueInWords();
        if (inWords == null) {
            return Found.missing("cannot.comparator");
        }
        String words = phrases.say("level.words", "comparator", shownName, "level", amounts.level(inWords));
        return new Found(
                scaled(inWords, words, side, strict, false, Origin.COMPARATOR, figure, shared)
                        .with(caveat(Caveat.Kind.VALUE_IN_THE_WORDS, "comparator", shownName)),
                null);
    }

    private Found change(Side side, Target.@Nullable Change change, boolean yearOnYear, Figure figure, boolean shared) {
        Base base = yearOnYear ? yearEarlier(figure) : baseline();
        if (base == null) {
            return Found.missing(yearOnYear ? "cannot.earlier" : "cannot.baseline");
        }
        boolean scale = shared && !isSamePlace(base.period(), figure.period());
        boolean shareOfAmount = shared && !scale && change != null && change.unit() != ChangeUnit.PERCENT;
        BigDecimal by = change == null ? BigDecimal.ZERO : by(change, base.value());
        if (shareOfAmount) {
            by = share(figure).times(by);
        }
        if (by.signum() == 0) {
            // a share of nothing asks for any change at all
            return new Found(
                    scaled(
                            base.value(),
                            base.name(),
                            side,
                            true,
                            isBest(side, base.value()),
                            Origin.BASELINE,
                            figure,
                            scale),
                    null);
        }
        boolean up = side == Side.UP;
        BigDecimal level = up ? base.value().add(by) : base.value().subtract(by);
        String name = phrases.say(
                up ? "level.increase" : "level.reduce",
                "level",
                amounts.level(level),
                "change",
                amounts.change(Objects.requireNonNull(change)),
                "base",
                base.name());
        Standard standard = scaled(level, name, side, false, false, Origin.TARGET, figure, scale);
        return new Found(shareOfAmount ? standard.with(proRata()) : standard, null);
    }

    private Found maintain(Figure figure, boolean shared) {
        Base base = baseline();
        if (base == null) {
            return Found.missing("cannot.baseline");
        }
        boolean scale = shared && !isSamePlace(base.period(), figure.period());
        return new Found(
                scaled(base.value(), base.name(), side(setting.target()), false, false, Origin.BASELINE, figure, scale),
                null);
    }

    private @Nullable Base baseline() {
        Figure baseline = setting.baseline();
        return baseline == null ? null : base(baseline, "level.baseline");
    }

    private @Nullable Base yearEarlier(Figure figure) {
        Optional<Figure> same = known.outturn(figure.period().yearBefore());
        Period whole = setting.period();
        // a quarter without the same quarter a year earlier can still be held against last year's whole
        Optional<Figure> earlier =
                same.isPresent() || whole == null || !known.isPart(figure) ? same : known.outturn(whole.yearBefore());
        return earlier.map(found -> base(found, "level.earlier")).orElse(null);
    }

    private @Nullable Base base(Figure figure, String key) {
        return figure.valueIn(measure)
                .map(value -> new Base(
                        value,
                        figure.period(),
                        phrases.say(key, "level", amounts.level(value), "period", amounts.period(figure.period()))))
                .orElse(null);
    }

    private BigDecimal by(Target.Change change, BigDecimal base) {
        return change.unit() == ChangeUnit.PERCENT
                ? base.abs().multiply(change.amount()).movePointLeft(2)
                : change.amount();
    }

    /** Whether nothing can be better than the value: none of a count, all of a percentage, a gap that is closed. */
    private boolean isBest(Side side, BigDecimal value) {
        if (side == Side.UP) {
            return measure.isYesNo()
                    ? value.signum() > 0
                    : measure.isPercentage() && !measure.isGap() && value.compareTo(HUNDRED) >= 0;
        }
        if (measure.isGap() || measure.isPercentage()) {
            return value.signum() <= 0;
        }
        return value.signum() == 0 && !known.goesBelowNought();
    }

    private Standard scaled(
            BigDecimal value,
            String name,
            Side side,
            boolean strict,
            boolean best,
            Origin from,
            Figure figure,
            boolean shared) {
        if (!shared) {
            return plain(value, name, side, strict, best, from);
        }
        BigDecimal part = share(figure).times(value);
        String sharedName = phrases.say("level.share", "level", amounts.level(part), "whole", name);
        return plain(part, sharedName, side, strict, best, from).with(proRata());
    }

    private static Standard plain(BigDecimal value, String name, Side side, boolean strict, boolean best, Origin from) {
        return new Standard(value, null, side, strict, best, from, name, null, List.of());
    }

    private Known.Share share(Figure figure) {
        return known.shareOver(figure.period(), Objects.requireNonNull(setting.period()));
    }

    /** Whether a figure to compare with is for the same part of its year, so that no share of it is taken. */
    private static boolean isSamePlace(@Nullable Period base, Period figure) {
        return base != null
                && base.plusYears(figure.lastDay().getYear() - base.lastDay().getYear())
                        .equals(figure);
    }

    private Side side(Target target) {
        return switch (target.kind()) {
            case AT_LEAST, MORE_THAN, INCREASE -> Side.UP;
            case AT_MOST, FEWER_THAN, REDUCE -> Side.DOWN;
            case BETWEEN -> Side.BAND;
            case AGAINST_COMPARATOR -> side(((Target.AgainstComparator) target).relation());
            case MAINTAIN ->
                switch (measure.polarity()) {
                    case HIGHER -> Side.STEADY_UP;
                    case LOWER -> Side.STEADY_DOWN;
                    default -> Side.STEADY;
                };
            default -> Side.EXACT;
        };
    }

    private Side side(Relation relation) {
        return switch (relation) {
            case AT_OR_ABOVE, ABOVE -> Side.UP;
            case AT_OR_BELOW, BELOW -> Side.DOWN;
            case IN_LINE ->
                switch (measure.polarity()) {
                    case HIGHER -> Side.UP;
                    case LOWER -> Side.DOWN;
                    default -> Side.EXACT;
                };
        };
    }

    private static boolean isStrict(Target target) {
        if (target instanceof Target.AgainstComparator against) {
            return against.relation() == Relation.ABOVE || against.relation() == Relation.BELOW;
        }
        return target.kind() == TargetKind.MORE_THAN || target.kind() == TargetKind.FEWER_THAN;
    }

    private Standard withPolarity(Standard standard) {
        boolean against = (standard.side() == Side.UP && measure.polarity() == Polarity.LOWER)
                || (standard.side() == Side.DOWN && measure.polarity() == Polarity.HIGHER);
        return against
                ? standard.with(new Caveat(
                        Caveat.Kind.TARGET_AGAINST_POLARITY,
                        phrases.say("say.TARGET_AGAINST_POLARITY." + measure.polarity())))
                : standard;
    }

    private Caveat proRata() {
        return caveat(Caveat.Kind.PRO_RATA, "period", targetPeriod());
    }

    private String targetPeriod() {
        return amounts.period(Objects.requireNonNull(setting.period()));
    }

    private Caveat caveat(Caveat.Kind kind, String... namesAndValues) {
        return new Caveat(kind, phrases.say("say." + kind, namesAndValues));
    }

    private String named(String key, BigDecimal value) {
        return phrases.say(key, "level", amounts.level(value));
    }

    /** The decimals with which figures are judged and shown: the measure's, or the target's if those are more. */
    static int places(Measure measure, TargetSetting setting, Known known, @Nullable Figure figure) {
        List<BigDecimal> given = new ArrayList<>();
        TargetTerms terms = TargetTerms.of(setting.target());
        given.add(terms.value());
        given.add(terms.high());
        if (figure != null) {
            BigDecimal interim = known.isPart(figure) ? known.interimFor(figure) : null;
            given.add(interim);
            if (interim == null && setting.target() instanceof Target.AgainstComparator against) {
                given.add(known.comparator(against.comparator(), figure.period())
                        .map(ComparatorFigure::value)
                        .orElse(against.valueInWords()));
            }
        }
        return given.stream()
                .filter(Objects::nonNull)
                .mapToInt(Amounts::decimalsOf)
                .reduce(measure.decimals(), Math::max);
    }
}
