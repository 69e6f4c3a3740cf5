package org.dueregard.review.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dueregard.document.Block;
import org.dueregard.document.Block.Notice;
import org.dueregard.document.Block.Paragraph;
import org.dueregard.document.Paper;
import org.dueregard.document.Piece.Words;
import org.dueregard.document.Prose;
import org.dueregard.organisation.SignedIn;
import org.dueregard.review.read.MeetingEntry;
import org.dueregard.review.read.MinutesSheet;
import org.dueregard.site.When;
import org.springframework.stereotype.Component;

/** Minutes to hand out, with what has to be known of them: whether they are approved, and what was corrected since. */
@Component
public class MinutesPaper {

    private final MinutesDraft draft;
    private final Parts parts;
    private final When when;

    MinutesPaper(MinutesDraft draft, Parts parts, When when) {
        this.draft = draft;
        this.parts = parts;
        this.when = when;
    }

    /** @param kept empty while nobody kept any, and a draft stands in */
    public Paper of(SignedIn by, MeetingEntry meeting, Optional<MinutesSheet> kept) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Notice(standing(kept)));
        blocks.addAll(Prose.of(kept.map(MinutesSheet::words).orElseGet(() -> draft.of(by, meeting.id()))));
        return new Paper(
                parts.say("review.minutes.file", when.day(meeting.on())),
                parts.say("review.minutes.of", meeting.group()),
                by.council(),
                parts.say(
                        "review.papers.when",
                        when.weekdayAndYear(meeting.on()),
                        when.time(meeting.at()),
                        meeting.roundName(),
                        meeting.plan()),
                List.copyOf(blocks));
    }

    private List<Paragraph> standing(Optional<MinutesSheet> kept) {
        List<Paragraph> standing = new ArrayList<>();
        if (kept.isEmpty()) {
            standing.add(Paragraph.of(Words.strong(parts.say("review.minutes.draft"))));
            return standing;
        }
        MinutesSheet sheet = kept.get();
        standing.add(Paragraph.of(Words.strong(
                sheet.isApproved()
                        ? parts.say("review.minutes.approved", when.day(sheet.approvedOn()))
                        : parts.say("review.minutes.not-yet", when.moment(sheet.writtenAt()), sheet.writtenBy()))));
        sheet.corrections()
                .forEach(correction -> standing.add(Paragraph.of(parts.say(
                        "review.minutes.corrected",
                        when.dayOf(correction.at()),
                        correction.by(),
                        correction.reason()))));
        return standing;
    }
}
