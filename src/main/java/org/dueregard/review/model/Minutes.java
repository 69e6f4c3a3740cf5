package org.dueregard.review.model;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.dueregard.review.MeetingId;
import org.dueregard.site.AlreadyDone;
import org.jspecify.annotations.Nullable;

/** What a meeting came to, in words that the group approves. */
@Entity
@Table(name = "minutes")
public class Minutes {

    @EmbeddedId
    private MeetingId id;

    @Column(columnDefinition = "text")
    private String words;

    private Instant writtenAt;

    private String writtenBy;

    private @Nullable LocalDate approvedOn;

    private @Nullable Instant approvedAt;

    private @Nullable String approvedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Minutes() {}

    Minutes(MeetingId meeting, String words, Instant now, String by) {
        this.id = meeting;
        this.words = words;
        this.writtenAt = now;
        this.writtenBy = by;
    }

    MeetingId id() {
        return id;
    }

    String words() {
        return words;
    }

    long version() {
        return version == null ? 0 : version;
    }

    void write(String newWords, Instant now, String by) {
        requireNotApproved();
        put(newWords, now, by);
    }

    /** @param day of the meeting that approves them */
    void approve(LocalDate day, Instant now, String by) {
        requireNotApproved();
        approvedOn = day;
        approvedAt = now;
        approvedBy = by;
    }

    void correct(String newWords, Instant now, String by) {
        if (approvedOn == null) {
            throw new AlreadyDone("review.minutes.not-approved");
        }
        put(newWords, now, by);
    }

    private void put(String newWords, Instant now, String by) {
        words = newWords;
        writtenAt = now;
        writtenBy = by;
    }

    private void requireNotApproved() {
        if (approvedOn != null) {
            throw new AlreadyDone("review.minutes.approved-already");
        }
    }
}
