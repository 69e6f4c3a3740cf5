package org.dueregard.reminders;

import java.net.URI;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dueregard.reminders.Outbox.Addressee;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out who is to be told what, and writes it down as letters. That somebody is told, and the letter that tells
 * them, are one transaction: killed at any moment, the product neither forgets a letter nor writes it twice.
 */
@Component
class Writer {

    /** The hour from which people are told of what can wait for it. */
    static final int MORNING = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /**
     * What is due to be told, by person and return. A return that opened, was accepted or sent back more than some days
     * ago is told of no more: whoever starts the product after a pause does not get the letters of all that time. Late
     * ones are told every week, counted from the day after the return was due. Reminders of a day are of the day that was due
     * then, so that whoever gets more time is reminded before the new day too.
     */
    private static final String DUE = """
            select person.person_id, person.email, plan.organisation_id, due.* from (
                select owed.return_id, 'OPENED' as kind, extract(epoch from round.opened_at)::bigint as turn
                from return owed join round using (round_id)
                where round.state = 'OPEN' and owed.state in ('NOT_STARTED', 'DRAFT')
                    and round.opened_at > :now::timestamptz - interval '3 days' and owed.due_on > :today::date + 7
                union all
                select owed.return_id, 'WEEK_BEFORE', (owed.due_on - date '2000-01-01')::bigint * 1000 from return owed join round using (round_id)
                where round.state = 'OPEN' and owed.state in ('NOT_STARTED', 'DRAFT', 'SENT_BACK')
                    and owed.due_on - 7 <= :today and owed.due_on > :today
                union all
                select owed.return_id, 'ON_THE_DAY', (owed.due_on - date '2000-01-01')::bigint * 1000 from return owed join round using (round_id)
                where round.state = 'OPEN' and owed.state in ('NOT_STARTED', 'DRAFT', 'SENT_BACK') and owed.due_on = :today
                union all
                select owed.return_id, 'LATE', (owed.due_on - date '2000-01-01')::bigint * 1000 + (:today - owed.due_on - 1) / 7
                from return owed join round using (round_id)
                where round.state = 'OPEN' and owed.state in ('NOT_STARTED', 'DRAFT', 'SENT_BACK') and owed.due_on < :today
                union all
                select owed.return_id, 'SENT_BACK', extract(epoch from owed.sent_back_at)::bigint
                from return owed join round using (round_id)
                where round.state = 'OPEN' and owed.state = 'SENT_BACK'
                    and owed.sent_back_at > :now::timestamptz - interval '3 days'
                union all
                select owed.return_id, 'BY_HAND', extract(epoch from owed.reminded_at)::bigint
                from return owed join round using (round_id)
                where round.state = 'OPEN' and owed.state in ('NOT_STARTED', 'DRAFT', 'SENT_BACK')
                    and owed.reminded_at > :now::timestamptz - interval '3 days'
                union all
                select owed.return_id, 'ACCEPTED', extract(epoch from owed.accepted_at)::bigint
                from return owed join round using (round_id)
                where round.state = 'OPEN' and owed.state = 'ACCEPTED'
                    and owed.accepted_at > :now::timestamptz - interval '3 days') due
            join return owed using (return_id)
            join round using (round_id)
            join plan using (plan_id)
            join role_covers covers on covers.unit_id = owed.unit_id and covers.role = 'SERVICE_MANAGER'
            join person on person.person_id = covers.person_id
            where exists (select 1 from return_item item where item.return_id = owed.return_id)
                and not exists (select 1 from letter_unwanted unwanted
                    where unwanted.person_id = person.person_id and unwanted.kind = due.kind)
                and not exists (select 1 from reminder_told told where told.return_id = due.return_id
                    and told.person_id = person.person_id and told.kind = due.kind and told.turn = due.turn)
            """;

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MessageSource messages;
    private final When when;
    private final URI address;
    private final Clock clock;

    Writer(
            Outbox outbox,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            MessageSource messages,
            When when,
            @Value("${dueregard.address}") URI address,
            Clock clock) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.messages = messages;
        this.when = when;
        this.address = address;
        this.clock = clock;
    }

    private record Due(UUID person, String email, UUID organisation, UUID owed, Occasion about, long turn) {}

    private record Message(Addressee to, Occasion about) {}

    /**
     * Writes the letters that are due. Reminders of a day go out from eight in the morning; what happens to a return is
     * told within a minute, at any hour.
     */
    @Scheduled(
            fixedDelayString = "${dueregard.reminders.every:60s}",
            initialDelayString = "${dueregard.reminders.after:20s}")
    void write() {
        boolean morning = clock.instant().atZone(clock.getZone()).getHour() >= MORNING;
        Map<Message, List<Due>> letters = jdbc
                .sql(DUE + " order by person.person_id, due.kind")
                .param("today", LocalDate.now(clock))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Due(
                        row.getObject("person_id", UUID.class),
                        row.getString("email"),
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("return_id", UUID.class),
                        Occasion.valueOf(row.getString("kind")),
                        row.getLong("turn")))
                .list()
                .stream()
                .filter(due -> morning || due.about().isToldAtOnce())
                .collect(Collectors.groupingBy(
                        due -> new Message(new Addressee(due.person(), due.email(), due.organisation()), due.about()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        letters.forEach((message, due) -> transaction.executeWithoutResult(status -> write(message, due)));
    }

    private void write(Message letterOf, List<Due> about) {
        List<Due> mine = about.stream().filter(this::isTold).toList();
        if (mine.isEmpty()) {
            return;
        }
        List<Work> work = mine.stream().map(due -> work(due.owed())).toList();
        Occasion occasion = letterOf.about();
        Work first = work.get(0);
        String subject =
                message("reminders." + occasion + ".subject", work.size(), first.round(), when.weekday(first.dueOn()));
        UUID letter = outbox.put(letterOf.to(), occasion, subject, body(occasion, work));
        mine.forEach(due -> jdbc.sql("update reminder_told set letter_id = :letter where return_id = :return"
                        + " and person_id = :person and kind = :kind and turn = :turn")
                .param("letter", letter, Types.OTHER)
                .param("return", due.owed())
                .param("person", due.person())
                .param("kind", due.about().name())
                .param("turn", due.turn())
                .update());
        LOG.info("Wrote letter {} about {} of {} returns", letter, occasion, mine.size());
    }

    /** Of several nodes one gets the row; the others wait for it here, and find it told. */
    private boolean isTold(Due due) {
        return jdbc.sql(
                                "insert into reminder_told (return_id, person_id, kind, turn) values (:return, :person, :kind, :turn)"
                                        + " on conflict do nothing")
                        .param("return", due.owed())
                        .param("person", due.person())
                        .param("kind", due.about().name())
                        .param("turn", due.turn())
                        .update()
                == 1;
    }

    private record Work(
            UUID owed,
            String round,
            String plan,
            String unit,
            LocalDate dueOn,
            int items,
            int done,
            @Nullable String reason,
            @Nullable String by,
            @Nullable String remindedBy) {}

    private Work work(UUID owed) {
        return jdbc.sql("""
                        select owed.*, round.name as round_name, plan.title, unit.name as unit_name,
                            (select count(*) from return_item item where item.return_id = owed.return_id) as items,
                            (select count(*) from return_item item where item.return_id = owed.return_id
                                and item.choice is not null) as done
                        from return owed join round using (round_id) join plan using (plan_id)
                        join unit on unit.unit_id = owed.unit_id
                        where owed.return_id = :return""")
                .param("return", owed)
                .query((row, number) -> new Work(
                        owed,
                        row.getString("round_name"),
                        row.getString("title"),
                        row.getString("unit_name"),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("items"),
                        row.getInt("done"),
                        row.getString("sent_back_reason"),
                        row.getString("sent_back_by"),
                        row.getString("reminded_by")))
                .single();
    }

    private String body(Occasion about, List<Work> work) {
        StringBuilder body = new StringBuilder(message("reminders." + about + ".text")).append("\n\n");
        for (Work one : work) {
            body.append(message("reminders.return", one.unit(), one.plan(), one.round()))
                    .append('\n')
                    .append(message(
                            "reminders.return." + (about == Occasion.ACCEPTED ? "accepted" : "owed"),
                            one.items(),
                            one.done(),
                            when.weekdayAndYear(one.dueOn())))
                    .append('\n');
            if (about == Occasion.BY_HAND) {
                body.append(message("reminders.return.by-hand", String.valueOf(one.remindedBy())))
                        .append('\n');
            }
            if (about == Occasion.SENT_BACK && one.reason() != null) {
                body.append(message("reminders.return.reason", one.by() == null ? "" : one.by(), one.reason()))
                        .append('\n');
            }
            body.append(address).append("/returns/").append(one.owed()).append("\n\n");
        }
        return body.append(message("reminders.end", address + "/your-e-mails")).toString();
    }

    private String message(String key, Object... details) {
        return messages.getMessage(key, details, Locale.UK);
    }
}
