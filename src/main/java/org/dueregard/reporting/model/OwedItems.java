package org.dueregard.reporting.model;

import org.dueregard.reporting.RoundId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks, in an open round, for everything that the plan says is owed and nobody has been asked for yet. */
@Component
class OwedItems {

    /** An indicator whose target is a milestone is done or not; it gives no figure. */
    private static final String GIVES_A_FIGURE = """
                                (node.kind = 'INDICATOR' and not exists (select 1 from target
                                    where target.node_id = node.node_id and replaced_at is null and kind = 'MILESTONE'))""";

    private final JdbcClient jdbc;

    OwedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void askForWhatIsMissing(RoundId round) {
        jdbc.sql("""
                        insert into return (return_id, round_id, unit_id, state, due_on)
                        select gen_random_uuid(), round_id, unit_id, 'NOT_STARTED', due_on from (
                            select distinct round.round_id, node.reporting_unit_id as unit_id, round.due_on
                            from round join plan_node node using (plan_id)
                            where round.round_id = :round and node.owes_update
                                and node.reporting_unit_id is not null and (round.asks <> 'FIGURES' or """ + GIVES_A_FIGURE + """
                            )) owed
                        on conflict (round_id, unit_id) do nothing""").param("round", round.roundId()).update();
        jdbc.sql("""
                        insert into return_item (item_id, return_id, node_id, assessment_id)
                        select gen_random_uuid(), owed.return_id, node.node_id, standing.assessment_id
                        from round
                        join plan_node node using (plan_id)
                        join return owed on owed.round_id = round.round_id and owed.unit_id = node.reporting_unit_id
                        left join standing on standing.node_id = node.node_id
                        where round.round_id = :round and node.owes_update
                            and (round.asks <> 'FIGURES' or """ + GIVES_A_FIGURE + """
                            ) and node.node_id not in (
                            select item.node_id from return_item item join return other using (return_id)
                            where other.round_id = :round)""").param("round", round.roundId()).update();
    }
}
