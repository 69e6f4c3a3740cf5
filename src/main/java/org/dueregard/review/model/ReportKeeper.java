package org.dueregard.review.model;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.organisation.SignedIn;
import org.dueregard.review.MeetingId;
import org.dueregard.review.ReportKeeping;
import org.dueregard.review.ReportSection;
import org.dueregard.review.read.MeetingEntries;
import org.dueregard.review.read.ReportWording;
import org.dueregard.review.read.ReportWords;
import org.dueregard.site.NotHere;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReportKeeper implements ReportKeeping {

    private final MeetingEntries meetings;
    private final ReportWording reports;
    private final History history;
    private final Sentences sentences;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportKeeper(
            MeetingEntries meetings,
            ReportWording reports,
            History history,
            Sentences sentences,
            JdbcClient jdbc,
            Clock clock) {
        this.meetings = meetings;
        this.reports = reports;
        this.history = history;
        this.sentences = sentences;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void write(SignedIn by, MeetingId meeting, long version, Map<ReportSection, Added> words) {
        if (meetings.find(by.organisation(), meeting).isEmpty()) {
            throw new NotHere();
        }
        ReportWords before = reports.of(meeting);
        int written = jdbc.sql("""
                        insert into report (meeting_id, written_at, written_by, version)
                        values (:meeting, :at, :by, 1)
                        on conflict (meeting_id) do update set written_at = excluded.written_at,
                            written_by = excluded.written_by, version = report.version + 1
                        where report.version = :version""")
                .param("meeting", meeting.meetingId())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.post())
                .param("version", version)
                .update();
        if (written == 0 || before.version() != version) {
            throw new ObjectOptimisticLockingFailureException("report", meeting);
        }
        jdbc.sql("delete from report_words where meeting_id = :meeting")
                .param("meeting", meeting.meetingId())
                .update();
        words.forEach((section, added) -> {
            if (!added.isNothing()) {
                jdbc.sql("""
                                insert into report_words (meeting_id, section, words_before, words_after)
                                values (:meeting, :section, :before, :after)""")
                        .param("meeting", meeting.meetingId())
                        .param("section", section.name())
                        .param("before", blankToNull(added.before()), Types.VARCHAR)
                        .param("after", blankToNull(added.after()), Types.VARCHAR)
                        .update();
            }
        });
        history.record(
                by,
                new Subject("meeting", meeting.meetingId()),
                "Report written",
                said(before.words()),
                said(words),
                null);
    }

    private @Nullable String said(Map<ReportSection, Added> words) {
        String said = java.util.Arrays.stream(ReportSection.values())
                .filter(section -> !words.getOrDefault(section, Added.NOTHING).isNothing())
                .map(section -> {
                    Added added = words.getOrDefault(section, Added.NOTHING);
                    return sentences.of("review.report." + section) + "\n" + added.before() + "\n…\n" + added.after();
                })
                .collect(Collectors.joining("\n\n"));
        return said.isEmpty() ? null : said;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
