package org.dueregard.reminders;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dueregard.reminders.Outbox.Addressee;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people of questions, answers and comments on items, in one message a day at most. That somebody is told, and the
 * letter that tells them, are one transaction.
 */
@Component
class RemarkDigest {

    /**
     * What was said lately and is not dealt with, by whom it concerns: the owner of the item, the policy officer, and
     * whoever takes part in what is said about it; nobody is told what they said themselves. What was said more than some
     * days ago is told of no more.
     */
    private static final String SAID = """
            select person.person_id, person.email, plan.organisation_id, remark.remark_id, remark.node_id, remark.question,
                said.answered, said.at, said.post, said.words, coalesce(indicator.name, node.title) as title
            from remark
            join plan_node node using (node_id)
            join plan on plan.plan_id = node.plan_id
            left join plan_indicator using (node_id)
            left join indicator using (indicator_id)
            cross join lateral (values
                (false, remark.written_at, remark.post, remark.words),
                (true, remark.answered_at, remark.answered_by, remark.answer)) said (answered, at, post, words)
            join person on person.organisation_id = plan.organisation_id and person.ended_at is null
            where remark.resolved_at is null and said.at > :now::timestamptz - interval '3 days'
                and case when said.answered then person.post <> said.post else person.person_id <> remark.written_by end
                and (exists (select 1 from role_covers covers where covers.person_id = person.person_id
                        and covers.unit_id = node.reporting_unit_id and covers.role in ('SERVICE_MANAGER', 'POLICY_OFFICER'))
                    or exists (select 1 from remark other
                        join role_held held on held.person_id = other.written_by and held.ended_at is null
                        where other.node_id = remark.node_id and other.written_by = person.person_id)
                    or node.reporting_unit_id is null and exists (select 1 from role_held held
                        where held.person_id = person.person_id and held.ended_at is null and held.role = 'POLICY_OFFICER'))
                and not exists (select 1 from letter_unwanted unwanted
                    where unwanted.person_id = person.person_id and unwanted.kind = 'REMARKS')
                and not exists (select 1 from letter earlier where earlier.person_id = person.person_id
                    and earlier.kind = 'REMARKS' and earlier.written_at > :now::timestamptz - interval '20 hours')
                and not exists (select 1 from remark_told told where told.remark_id = remark.remark_id
                    and told.person_id = person.person_id and told.answered = said.answered)
            order by person.person_id, title, remark.node_id, said.at
            """;

    private static final int LONGEST_WORDS = 300;

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MessageSource messages;
    private final URI address;
    private final Clock clock;

    RemarkDigest(
            Outbox outbox,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            MessageSource messages,
            @Value("${dueregard.address}") URI address,
            Clock clock) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.messages = messages;
        this.address = address;
        this.clock = clock;
    }

    private record Item(UUID node, String title) {}

    private record Said(
            Addressee to, Item item, UUID remark, boolean question, boolean answered, String post, String words) {}

    /** Writes the letters that are due, from eight in the morning. */
    @Scheduled(
            fixedDelayString = "${dueregard.reminders.every:60s}",
            initialDelayString = "${dueregard.reminders.after:20s}")
    void write() {
        if (clock.instant().atZone(clock.getZone()).getHour() < Writer.MORNING) {
            return;
        }
        Map<Addressee, List<Said>> letters = jdbc
                .sql(SAID)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Said(
                        new Addressee(
                                row.getObject("person_id", UUID.class),
                                row.getString("email"),
                                row.getObject("organisation_id", UUID.class)),
                        new Item(row.getObject("node_id", UUID.class), row.getString("title")),
                        row.getObject("remark_id", UUID.class),
                        row.getBoolean("question"),
                        row.getBoolean("answered"),
                        row.getString("post"),
                        row.getString("words")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Said::to, LinkedHashMap::new, Collectors.toList()));
        letters.forEach((to, said) -> transaction.executeWithoutResult(status -> write(to, said)));
    }

    private void write(Addressee to, List<Said> all) {
        List<Said> said = all.stream().filter(this::isTold).toList();
        if (said.isEmpty()) {
            return;
        }
        Map<Item, List<Said>> byItem =
                said.stream().collect(Collectors.groupingBy(Said::item, LinkedHashMap::new, Collectors.toList()));
        String first = byItem.keySet().iterator().next().title();
        String subject = message("reminders.REMARKS.subject", byItem.size(), shortened(first, 120));
        UUID letter = outbox.put(to, Occasion.REMARKS, subject, body(byItem));
        said.forEach(one -> jdbc.sql("update remark_told set letter_id = :letter where remark_id = :remark"
                        + " and person_id = :person and answered = :answered")
                .param("letter", letter)
                .param("remark", one.remark())
                .param("person", to.person())
                .param("answered", one.answered())
                .update());
    }

    /** Of several nodes one gets the row; the others wait for it here, and find it told. */
    private boolean isTold(Said said) {
        return jdbc.sql("insert into remark_told (remark_id, person_id, answered) values (:remark, :person, :answered)"
                                + " on conflict do nothing")
                        .param("remark", said.remark())
                        .param("person", said.to().person())
                        .param("answered", said.answered())
                        .update()
                == 1;
    }

    private String body(Map<Item, List<Said>> byItem) {
        StringBuilder body = new StringBuilder(message("reminders.REMARKS.text")).append("\n\n");
        byItem.forEach((item, said) -> {
            body.append(item.title()).append('\n');
            for (Said one : said) {
                String kind = one.answered() ? "answered" : one.question() ? "asked" : "wrote";
                body.append(message("reminders.remark." + kind, one.post(), shortened(one.words(), LONGEST_WORDS)))
                        .append('\n');
            }
            body.append(address).append("/items/").append(item.node()).append("/remarks\n\n");
        });
        return body.append(message("reminders.end-of-remarks", address + "/your-e-mails"))
                .toString();
    }

    private static String shortened(String words, int most) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "\u2026";
    }

    private String message(String key, Object... details) {
        return messages.getMessage(key, details, Locale.UK);
    }
}
