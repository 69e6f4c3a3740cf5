package org.dueregard.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.IndicatorEntry;
import org.dueregard.exchange.PlanDocument.ItemEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.ReleaseEntry;
import org.dueregard.exchange.PlanDocument.TargetEntry;
import org.dueregard.indicator.Basis;
import org.dueregard.indicator.ChangeUnit;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.Frequency;
import org.dueregard.indicator.GapGroups;
import org.dueregard.indicator.IndicatorDraft;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.Polarity;
import org.dueregard.indicator.Relation;
import org.dueregard.indicator.Release;
import org.dueregard.indicator.TargetDraft;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.Tolerance;
import org.dueregard.indicator.ValueKind;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.NodeTag;
import org.dueregard.plan.PlanDraft;
import org.dueregard.plan.PlanDraft.NodeDraft;
import org.dueregard.plan.PlanState;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ItemWords;
import org.jspecify.annotations.Nullable;

/**
 * Turns a document into what the modules take. Every node gets an identifier, by which the rest of the document is
 * understood.
 */
final class PlanReader {

    private final PlanDocument document;
    private final Map<String, UnitId> units;
    private final Map<String, NodeId> nodes = new LinkedHashMap<>();
    private final Map<String, NodeEntry> entries = new HashMap<>();

    /** @param units by name */
    PlanReader(PlanDocument document, Map<String, UnitId> units) {
        this.document = document;
        this.units = units;
        document.nodes().forEach(this::name);
    }

    private void name(NodeEntry node) {
        if (nodes.put(node.key(), NodeId.random()) != null) {
            throw new PlanUnreadable("Two nodes have the key \"" + node.key() + "\"");
        }
        entries.put(node.key(), node);
        node.children().forEach(this::name);
    }

    NodeId node(String key) {
        NodeId node = nodes.get(key);
        if (node == null) {
            throw new PlanUnreadable("There is no node with the key \"" + key + "\"");
        }
        return node;
    }

    UnitId unit(String name) {
        UnitId unit = units.get(name);
        if (unit == null) {
            throw new PlanUnreadable("There is no unit called \"" + name + "\"");
        }
        return unit;
    }

    private @Nullable UnitId unitOrNull(@Nullable String name) {
        return name == null ? null : unit(name);
    }

    /** The indicators, by the key of the node where they stand. */
    Map<String, IndicatorEntry> indicators() {
        Map<String, IndicatorEntry> indicators = new LinkedHashMap<>();
        nodes.keySet().forEach(key -> {
            NodeEntry entry = Objects.requireNonNull(entries.get(key));
            boolean isIndicator = NodeKind.INDICATOR.name().equals(entry.kind());
            if (isIndicator != (entry.indicator() != null)) {
                throw new PlanUnreadable("\"" + key + "\": an INDICATOR, and nothing else, says what it measures");
            }
            if (entry.indicator() != null) {
                indicators.put(key, entry.indicator());
            }
        });
        return indicators;
    }

    PlanDraft plan() {
        return new PlanDraft(
                document.title(),
                unitOrNull(document.unit()),
                Period.parse(document.period()),
                PlanState.valueOf(document.state()),
                document.agreedOn(),
                document.agreedBy(),
                Tolerance.parse(document.defaultTolerance()).words(),
                document.nodes().stream().map(this::node).toList());
    }

    private NodeDraft node(NodeEntry entry) {
        List<NodeTag> tags = new ArrayList<>();
        entry.characteristics().forEach(tag -> tags.add(new NodeTag(NodeTag.Scheme.CHARACTERISTIC, tag)));
        entry.aims().forEach(tag -> tags.add(new NodeTag(NodeTag.Scheme.AIM, tag)));
        entry.groups().forEach(tag -> tags.add(new NodeTag(NodeTag.Scheme.GROUP, tag)));
        PlanDocument.Retirement retired = entry.retired();
        return new NodeDraft(
                node(entry.key()),
                NodeKind.valueOf(entry.kind()),
                entry.reference(),
                entry.title(),
                entry.intendedOutcome(),
                entry.strategy(),
                entry.narrativeOnlyReason(),
                entry.ownerWords(),
                entry.leads().stream().map(this::unit).toList(),
                unitOrNull(entry.reports()),
                Deadline.of(entry.deadline()),
                tags,
                retired == null
                        ? null
                        : new PlanDraft.Retired(
                                retired.on(),
                                retired.because(),
                                retired.replacedBy() == null ? null : node(retired.replacedBy())),
                entry.children().stream().map(this::node).toList());
    }

    static IndicatorDraft indicator(IndicatorEntry entry) {
        PlanDocument.Gap gap = entry.gap();
        return new IndicatorDraft(
                new Measure(
                        entry.name(),
                        entry.unitOfMeasure(),
                        entry.decimals(),
                        Polarity.valueOf(entry.polarity()),
                        ValueKind.valueOf(entry.valueKind()),
                        Basis.valueOf(entry.basis()),
                        Frequency.valueOf(entry.frequency()),
                        entry.seasonal(),
                        entry.comparator(),
                        gap == null ? null : new GapGroups(gap.betterOff(), gap.other()),
                        entry.triggerMonths()),
                entry.definition(),
                entry.maximum(),
                Tolerance.read(entry.tolerance()).orElse(null),
                entry.source());
    }

    static TargetDraft target(TargetEntry entry) {
        TargetTerms terms = new TargetTerms(
                TargetKind.valueOf(entry.kind()),
                entry.value(),
                entry.high(),
                entry.changeAmount(),
                entry.changeUnit() == null ? null : ChangeUnit.valueOf(entry.changeUnit()),
                entry.relation() == null ? null : Relation.valueOf(entry.relation()),
                entry.comparator(),
                entry.comparatorValue(),
                entry.yearOnYear());
        if (!terms.isWhole()) {
            throw new PlanUnreadable("The target \"" + entry.words() + "\" lacks what its kind needs");
        }
        Map<Period, java.math.BigDecimal> interim = new LinkedHashMap<>();
        entry.interim().forEach((period, value) -> interim.put(Period.parse(period), value));
        return new TargetDraft(
                Period.parse(entry.planYear()),
                Period.parse(entry.period()),
                entry.words(),
                terms,
                interim,
                entry.baselinePeriod() == null ? null : Period.parse(entry.baselinePeriod()),
                entry.baselineWords(),
                entry.expectedFrom());
    }

    static Release release(ReleaseEntry entry) {
        return new Release(
                Period.parse(entry.period()),
                entry.value(),
                FigureState.valueOf(entry.state()),
                entry.note(),
                entry.enteredOn());
    }

    /** Somebody else's figure as documents of version 1 have it, among the council's own. */
    static Release release(FigureEntry entry) {
        return new Release(
                Period.parse(entry.period()),
                Objects.requireNonNull(entry.value()),
                FigureState.valueOf(entry.state()),
                entry.note(),
                entry.enteredOn());
    }

    static Figure figure(FigureEntry entry) {
        return new Figure(
                Period.parse(entry.period()),
                entry.value(),
                entry.words(),
                entry.numerator(),
                entry.denominator(),
                entry.betterOff(),
                entry.other(),
                FigureState.valueOf(entry.state()),
                entry.enteredOn());
    }

    static ItemWords words(ItemEntry entry) {
        return new ItemWords(
                entry.choice() == null ? null : Choice.valueOf(entry.choice()),
                entry.figure(),
                entry.numerator(),
                entry.denominator(),
                entry.betterOff(),
                entry.otherGroup(),
                entry.provisional(),
                entry.reportedStatus(),
                entry.doneOn(),
                entry.disagreement(),
                entry.narrative(),
                entry.expected(),
                entry.noUpdateReason(),
                entry.fixWhat(),
                entry.fixWho(),
                entry.fixWhen());
    }
}
