package org.dueregard.review.model;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.dueregard.access.Role;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.review.ActionId;
import org.dueregard.review.ActionKeeping;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ActionKeeper implements ActionKeeping {

    private final MeetingActions actions;
    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    ActionKeeper(MeetingActions actions, History history, JdbcClient jdbc, Clock clock) {
        this.actions = actions;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void change(
            SignedIn by, ActionId id, long version, String what, @Nullable UnitId unit, String owner, LocalDate due) {
        MeetingAction action = find(by, id, version);
        String was = action.words();
        action.change(what, unit, owner, due);
        if (!was.equals(action.words())) {
            history.record(by, subject(id), "Action changed", was, action.words(), null);
        }
    }

    @Override
    public void note(SignedIn by, ActionId id, String words) {
        MeetingAction action = actions.findNotableBy(
                        by.organisation().organisationId(),
                        by.person().personId(),
                        by.is(Role.CHAIR) || by.is(Role.POLICY_OFFICER),
                        id.actionId())
                .orElseThrow(NotHere::new);
        action.requireOpen();
        jdbc.sql("insert into action_note (note_id, action_id, words, noted_at, noted_by)"
                        + " values (:note, :action, :words, :at, :by)")
                .param("note", UUID.randomUUID())
                .param("action", id.actionId())
                .param("words", words)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.post())
                .update();
        history.record(by, subject(id), "Progress noted", null, words, null);
    }

    @Override
    public void close(SignedIn by, ActionId id, long version, String outcome) {
        find(by, id, version).close(outcome, LocalDate.now(clock), by.post());
        history.record(by, subject(id), "Action closed", null, outcome, null);
    }

    @Override
    public void reopen(SignedIn by, ActionId id, long version, String reason) {
        MeetingAction action = find(by, id, version);
        String was = action.outcome();
        action.reopen();
        history.record(by, subject(id), "Action opened again", was, null, reason);
    }

    private MeetingAction find(SignedIn by, ActionId id, long version) {
        MeetingAction action = actions.findVisibleTo(by.organisation().organisationId(), id.actionId())
                .orElseThrow(NotHere::new);
        if (action.version() != version) {
            throw new ObjectOptimisticLockingFailureException(MeetingAction.class, id);
        }
        return action;
    }

    private static Subject subject(ActionId id) {
        return new Subject("action", id.actionId());
    }
}
