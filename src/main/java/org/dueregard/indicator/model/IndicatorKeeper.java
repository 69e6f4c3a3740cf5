package org.dueregard.indicator.model;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.IndicatorDraft;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.IndicatorKeeping;
import org.dueregard.indicator.TargetDraft;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
@Transactional
class IndicatorKeeper implements IndicatorKeeping {

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final History history;
    private final Clock clock;

    IndicatorKeeper(EntityManager entities, JdbcClient jdbc, JsonMapper json, History history, Clock clock) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.json = json;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public IndicatorId add(OrganisationId organisation, NodeId node, IndicatorDraft draft) {
        Indicator indicator = new Indicator(organisation, draft);
        entities.persist(indicator);
        entities.flush();
        jdbc.sql("insert into plan_indicator (node_id, indicator_id) values (:node, :indicator)")
                .param("node", node.nodeId())
                .param("indicator", indicator.id().indicatorId())
                .update();
        return indicator.id();
    }

    @Override
    public void setTarget(@Nullable SignedIn by, NodeId node, TargetDraft target, @Nullable String why) {
        String was = jdbc.sql("""
                        update target set replaced_at = :now, replaced_because = :why
                        where node_id = :node and plan_year = :year and replaced_at is null returning words""")
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why, Types.VARCHAR)
                .param("node", node.nodeId())
                .param("year", target.planYear().label())
                .query(String.class)
                .optional()
                .orElse(null);
        TargetTerms terms = target.terms();
        Map<String, BigDecimal> interim = new LinkedHashMap<>();
        target.interim().forEach((period, value) -> interim.put(period.label(), value));
        jdbc.sql("""
                        insert into target (target_id, node_id, plan_year, plan_year_first, plan_year_last, period, words,
                            kind, value, high, change_amount, change_unit, relation, comparator_value, year_on_year,
                            interim, baseline_period, baseline_words, expected_from, set_by, set_at)
                        values (:id, :node, :year, :yearFirst, :yearLast, :period, :words, :kind, :value, :high,
                            :changeAmount, :changeUnit, :relation, :comparatorValue, :yearOnYear, :interim::jsonb,
                            :baselinePeriod, :baselineWords, :expectedFrom, :by, :now)""")
                .param("id", UUID.randomUUID())
                .param("node", node.nodeId())
                .param("year", target.planYear().label())
                .param("yearFirst", target.planYear().firstDay())
                .param("yearLast", target.planYear().lastDay())
                .param("period", target.period().label())
                .param("words", target.words())
                .param("kind", terms.kind().name())
                .param("value", terms.value(), Types.NUMERIC)
                .param("high", terms.high(), Types.NUMERIC)
                .param("changeAmount", terms.changeAmount(), Types.NUMERIC)
                .param("changeUnit", name(terms.changeUnit()), Types.VARCHAR)
                .param("relation", name(terms.relation()), Types.VARCHAR)
                .param("comparatorValue", terms.comparatorValue(), Types.NUMERIC)
                .param("yearOnYear", terms.yearOnYear())
                .param("interim", json.writeValueAsString(interim))
                .param(
                        "baselinePeriod",
                        target.baselinePeriod() == null
                                ? null
                                : target.baselinePeriod().label(),
                        Types.VARCHAR)
                .param("baselineWords", target.baselineWords(), Types.VARCHAR)
                .param("expectedFrom", target.expectedFrom(), Types.DATE)
                .param("by", by == null ? History.PRODUCT : by.post())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (by != null) {
            history.record(by, new Subject("node", node.nodeId()), "Target changed", was, target.words(), why);
        }
    }

    @Override
    public void record(
            IndicatorId indicator,
            Figure figure,
            @Nullable String comparator,
            String enteredBy,
            @Nullable String note,
            @Nullable String why) {
        jdbc.sql("""
                        update observation set replaced_at = :now, replaced_because = :why
                        where indicator_id = :indicator and comparator is not distinct from :comparator
                            and period = :period and replaced_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why, Types.VARCHAR)
                .param("indicator", indicator.indicatorId())
                .param("comparator", comparator, Types.VARCHAR)
                .param("period", figure.period().label())
                .update();
        LocalDate enteredOn = figure.enteredOn() == null ? LocalDate.now(clock) : figure.enteredOn();
        jdbc.sql("""
                        insert into observation (observation_id, indicator_id, comparator, period, period_first,
                            period_last, value, words, numerator, denominator, better_off_value, other_value, state, note,
                            entered_by, entered_on, entered_at)
                        values (:id, :indicator, :comparator, :period, :first, :last, :value, :words, :numerator,
                            :denominator, :betterOff, :other, :state, :note, :by, :on, :at)""")
                .param("id", UUID.randomUUID())
                .param("indicator", indicator.indicatorId())
                .param("comparator", comparator, Types.VARCHAR)
                .param("period", figure.period().label())
                .param("first", figure.period().firstDay())
                .param("last", figure.period().lastDay())
                .param("value", figure.value(), Types.NUMERIC)
                .param("words", figure.words(), Types.VARCHAR)
                .param("numerator", figure.numerator(), Types.NUMERIC)
                .param("denominator", figure.denominator(), Types.NUMERIC)
                .param("betterOff", figure.betterOff(), Types.NUMERIC)
                .param("other", figure.other(), Types.NUMERIC)
                .param("state", figure.state().name())
                .param("note", note, Types.VARCHAR)
                .param("by", enteredBy)
                .param("on", enteredOn)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
