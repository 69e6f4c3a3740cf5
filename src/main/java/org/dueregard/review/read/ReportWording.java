package org.dueregard.review.read;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dueregard.review.MeetingId;
import org.dueregard.review.ReportKeeping.Added;
import org.dueregard.review.ReportSection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what people added to reports, in one statement. Whoever asks has found the meeting for its reader before. */
@Component
public class ReportWording {

    private final JdbcClient jdbc;

    ReportWording(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long version, Instant at, String by) {}

    public ReportWords of(MeetingId meeting) {
        Map<ReportSection, Added> words = new EnumMap<>(ReportSection.class);
        List<Row> rows = jdbc.sql("""
                        select report.*, section, words_before, words_after
                        from report left join report_words using (meeting_id) where meeting_id = :meeting""")
                .param("meeting", meeting.meetingId())
                .query((row, number) -> {
                    String section = row.getString("section");
                    if (section != null) {
                        words.put(
                                ReportSection.valueOf(section),
                                new Added(text(row.getString("words_before")), text(row.getString("words_after"))));
                    }
                    Timestamp at = row.getTimestamp("written_at");
                    return new Row(row.getLong("version"), at.toInstant(), row.getString("written_by"));
                })
                .list();
        return rows.isEmpty()
                ? new ReportWords(0, null, null, Map.of())
                : new ReportWords(
                        rows.get(0).version(), rows.get(0).at(), rows.get(0).by(), words);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
