package org.dueregard.review.model;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.organisation.SignedIn;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingState;
import org.dueregard.review.MinutesKeeping;
import org.dueregard.review.paper.MinutesDraft;
import org.dueregard.review.read.MeetingEntries;
import org.dueregard.review.read.MeetingEntry;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MinutesKeeper implements MinutesKeeping {

    private final WrittenMinutes written;
    private final MeetingEntries meetings;
    private final MinutesDraft draft;
    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    MinutesKeeper(
            WrittenMinutes written,
            MeetingEntries meetings,
            MinutesDraft draft,
            History history,
            JdbcClient jdbc,
            Clock clock) {
        this.written = written;
        this.meetings = meetings;
        this.draft = draft;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void write(SignedIn by, MeetingId id, long version, String words) {
        requireClosed(by, id);
        Optional<Minutes> kept = find(by, id);
        requireSeen(kept, id, version);
        String was = kept.map(Minutes::words).orElse(null);
        if (kept.isPresent()) {
            kept.get().write(words, clock.instant(), by.post());
        } else {
            written.save(new Minutes(id, words, clock.instant(), by.post()));
        }
        if (!words.equals(was)) {
            history.record(by, subject(id), "Minutes written", was, words, null);
        }
    }

    @Override
    public void approve(SignedIn by, MeetingId id, long version) {
        MeetingEntry of = requireClosed(by, id);
        Optional<Minutes> kept = find(by, id);
        requireSeen(kept, id, version);
        LocalDate day = approvingMeeting(of).orElseThrow(() -> new AlreadyDone("review.minutes.no-meeting"));
        Minutes minutes =
                kept.orElseGet(() -> written.save(new Minutes(id, draft.of(by, id), clock.instant(), by.post())));
        minutes.approve(day, clock.instant(), by.post());
        history.record(by, subject(id), "Minutes approved", null, minutes.words(), null);
    }

    /** The day of the meeting that sits now, when it is of the same plan and held after the one the minutes are of. */
    private Optional<LocalDate> approvingMeeting(MeetingEntry of) {
        return jdbc.sql("""
                        select held_on from meeting join round using (round_id)
                        where plan_id = :plan and meeting.state = 'OPEN' and held_on > :on order by held_on limit 1""")
                .param("plan", of.planId().planId())
                .param("on", of.on())
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public void correct(SignedIn by, MeetingId id, long version, String words, String reason) {
        Minutes minutes = find(by, id).orElseThrow(NotHere::new);
        requireSeen(Optional.of(minutes), id, version);
        String was = minutes.words();
        minutes.correct(words, clock.instant(), by.post());
        jdbc.sql("""
                        insert into minutes_correction (meeting_id, place, reason, words_before, corrected_at,
                            corrected_by)
                        select :id, coalesce(max(place), 0) + 1, :reason, :was, :at, :by
                        from minutes_correction where meeting_id = :id""")
                .param("id", id.meetingId())
                .param("reason", reason)
                .param("was", was)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.post())
                .update();
        history.record(by, subject(id), "Minutes corrected", was, words, reason);
    }

    private MeetingEntry requireClosed(SignedIn by, MeetingId id) {
        MeetingEntry meeting = meetings.find(by.organisation(), id).orElseThrow(NotHere::new);
        if (meeting.state() != MeetingState.CLOSED) {
            throw new AlreadyDone("review.minutes.not-closed");
        }
        return meeting;
    }

    private Optional<Minutes> find(SignedIn by, MeetingId id) {
        return written.findVisibleTo(by.organisation().organisationId(), id.meetingId());
    }

    /** Versions of minutes that are kept begin with 1 for those who look at them, so that a draft's is none of them. */
    private static void requireSeen(Optional<Minutes> kept, MeetingId id, long version) {
        long now = kept.map(minutes -> minutes.version() + 1).orElse(0L);
        if (now != version) {
            throw new ObjectOptimisticLockingFailureException(Minutes.class, id);
        }
    }

    private static Subject subject(MeetingId id) {
        return new Subject("meeting", id.meetingId());
    }
}
