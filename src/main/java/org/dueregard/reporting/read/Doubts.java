package org.dueregard.reporting.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.Challenge;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.RoundId;
import org.dueregard.site.Sentences;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Works out what is doubtful in a round from what is stored of it: one statement, however many items. What owners wrote
 * is looked at once it is handed in.
 */
@Component
public class Doubts {

    private static final String FOUND = """
            with here as (
                select item.*, owed.unit_id, unit.name as unit_name, node.kind as node_kind, node.reading_order,
                    node.deadline_day, coalesce(indicator.name, node.title) as title, indicator.indicator_id,
                    indicator.decimals, coalesce(worked.status, 'NOT_RATED') as status, worked.not_rated_reason,
                    worked.sentence, worked.exception, worked.caveats, worked.caveat_kinds, worked.figure_period,
                    owed.state in ('SUBMITTED', 'ACCEPTED') and item.choice = 'UPDATE' as updated,
                    before.narrative as narrative_before, before.status as status_before, before.name as round_before
                from return_item item
                join return owed using (return_id)
                join unit on unit.unit_id = owed.unit_id
                join plan_node node on node.node_id = item.node_id
                left join plan_indicator on plan_indicator.node_id = item.node_id
                left join indicator using (indicator_id)
                left join assessment worked on worked.assessment_id = item.assessment_id
                left join lateral (
                    select earlier.narrative, round.name, coalesce(earlier.agreed_status, told.status) as status
                    from return_item earlier
                    join return of_then on of_then.return_id = earlier.return_id
                    join round using (round_id)
                    left join assessment told on told.assessment_id = earlier.assessment_id
                    where earlier.node_id = item.node_id and round.state = 'CLOSED' and round.round_id <> :round
                        and round.period_last <= (select period_last from round where round_id = :round)
                    order by round.period_last desc limit 1) before on true
                where owed.round_id = :round),
            found as (
                select node_id, return_id, 'SAYS_ANOTHER' as kind, reported_status as first, status as second,
                    sentence as said from here
                where updated and node_kind = 'INDICATOR' and status in ('AT_RISK', 'OFF_TRACK')
                    and array_position(array['COMPLETE', 'ON_TRACK', 'AT_RISK', 'OFF_TRACK'], reported_status)
                        < array_position(array['COMPLETE', 'ON_TRACK', 'AT_RISK', 'OFF_TRACK'], status)
                    and disagreement is not null
                union all
                select node_id, return_id, 'BEYOND_TRIGGER', null, null, exception from here where exception is not null
                union all
                select node_id, return_id, 'MORE_THAN_ALL', null, null, caveats[array_position(caveat_kinds, 'NUMERATOR_ABOVE_DENOMINATOR')]
                from here where 'NUMERATOR_ABOVE_DENOMINATOR' = any(caveat_kinds)
                union all
                select node_id, return_id, 'PERCENTAGE_DIFFERS', null, null, caveats[array_position(caveat_kinds, 'STATED_PERCENTAGE_DIFFERS')]
                from here where 'STATED_PERCENTAGE_DIFFERS' = any(caveat_kinds)
                union all
                select node_id, return_id, 'NO_NEXT_STEP', null, null, sentence from here
                where updated and status = 'OFF_TRACK' and coalesce(fix_what, '') = ''
                union all
                select node_id, return_id, 'CHANGED_WITHOUT_WORDS', status_before, status, null from here
                where updated and coalesce(narrative, '') = '' and status_before <> status
                    and status_before <> 'NOT_RATED' and status <> 'NOT_RATED'
                    and not (status_before = 'COMPLETE' and status = 'ON_TRACK')
                union all
                select node_id, return_id, 'SAME_WORDS', round_before, null, null from here
                where updated and narrative <> '' and btrim(narrative) = btrim(narrative_before)
                union all
                select node_id, return_id, 'OVERDUE', deadline_day::text, null, null from here
                where deadline_day < :today and status not in ('COMPLETE') and node_kind in ('ACTIVITY', 'PRIORITY_AREA')
                union all
                select node_id, return_id, 'OLDER_COMPARATOR', null, null, caveats[array_position(caveat_kinds, 'OLDER_COMPARATOR')]
                from here where 'OLDER_COMPARATOR' = any(caveat_kinds)
                union all
                select node_id, return_id, 'NO_TARGET', null, null, null from here where not_rated_reason = 'TO_BE_CONFIRMED'
                union all
                select node.node_id, null::uuid, 'NO_OWNER', null, null, null from plan_node node join round using (plan_id)
                where round_id = :round and owes_update and reporting_unit_id is null)
            select found.*, coalesce(here.title, node.title) as title, here.unit_name, answered.about, answered.remark_id,
                remark.answer, answered.because, answered.answered_by, answered.answered_at
            from found
            join plan_node node on node.node_id = found.node_id
            left join here on here.node_id = found.node_id
            left join challenge_answer answered on answered.round_id = :round and answered.node_id = found.node_id
                and answered.kind = found.kind
            left join remark on remark.remark_id = answered.remark_id
            order by node.reading_order""";

    private final JdbcClient jdbc;
    private final Sentences sentences;
    private final When when;
    private final Clock clock;

    Doubts(JdbcClient jdbc, Sentences sentences, When when, Clock clock) {
        this.jdbc = jdbc;
        this.sentences = sentences;
        this.when = when;
        this.clock = clock;
    }

    /** What is doubtful in the round, the gravest first. Whose round it is, is for the caller to have looked up. */
    public List<Doubt> of(RoundId round) {
        return jdbc
                .sql(FOUND)
                .param("round", round.roundId())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> doubt(row))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Doubt::challenge))
                .toList();
    }

    private Doubt doubt(ResultSet row) throws SQLException {
        Challenge challenge = Challenge.valueOf(row.getString("kind"));
        String about = about(challenge, row.getString("first"), row.getString("second"), row.getString("said"));
        UUID owed = row.getObject("return_id", UUID.class);
        boolean stillSo = about.equals(row.getString("about"));
        return new Doubt(
                new NodeId(row.getObject("node_id", UUID.class)),
                row.getString("title"),
                row.getString("unit_name"),
                owed == null ? null : new ReturnId(owed),
                challenge,
                about,
                stillSo ? row.getObject("remark_id", UUID.class) : null,
                stillSo ? row.getString("answer") : null,
                stillSo ? row.getString("because") : null,
                stillSo ? row.getString("answered_by") : null,
                stillSo ? Sheets.instant(row, "answered_at") : null);
    }

    private String about(Challenge challenge, @Nullable String first, @Nullable String second, @Nullable String said) {
        return switch (challenge) {
            case SAYS_ANOTHER ->
                sentences.of(
                        "reporting.doubt-about.SAYS_ANOTHER", status(first), status(second), said == null ? "" : said);
            case CHANGED_WITHOUT_WORDS ->
                sentences.of("reporting.doubt-about.CHANGED_WITHOUT_WORDS", status(first), status(second));
            case SAME_WORDS -> sentences.of("reporting.doubt-about.SAME_WORDS", first == null ? "" : first);
            case OVERDUE ->
                sentences.of("reporting.doubt-about.OVERDUE", first == null ? "" : when.day(LocalDate.parse(first)));
            case NO_NEXT_STEP, NO_TARGET, NO_OWNER -> sentences.of("reporting.doubt-about." + challenge);
            case BEYOND_TRIGGER, MORE_THAN_ALL, PERCENTAGE_DIFFERS, OLDER_COMPARATOR -> said == null ? "" : said;
        };
    }

    private String status(@Nullable String status) {
        return status == null ? "" : sentences.of("reporting.doubt-status." + status);
    }
}
