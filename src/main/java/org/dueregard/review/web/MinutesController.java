package org.dueregard.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.document.Paper;
import org.dueregard.organisation.SignedIn;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingState;
import org.dueregard.review.MinutesKeeping;
import org.dueregard.review.paper.MinutesDraft;
import org.dueregard.review.paper.MinutesPaper;
import org.dueregard.review.read.MeetingEntries;
import org.dueregard.review.read.MeetingEntry;
import org.dueregard.review.read.MinutesSheet;
import org.dueregard.review.read.MinutesSheets;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The minutes of a meeting: drafted, edited, approved at a later meeting, and corrected only with a reason after that. */
@Controller
@AllowedTo({Role.REVIEWER, Role.CHAIR, Role.POLICY_OFFICER})
class MinutesController {

    private static final int LONGEST = 200_000;
    private static final int LONGEST_REASON = 4_000;

    private final MeetingEntries meetings;
    private final MinutesSheets sheets;
    private final MinutesKeeping minutes;
    private final MinutesDraft draft;
    private final MinutesPaper papers;
    private final PaperFiles files;
    private final Sentences sentences;

    MinutesController(
            MeetingEntries meetings,
            MinutesSheets sheets,
            MinutesKeeping minutes,
            MinutesDraft draft,
            MinutesPaper papers,
            PaperFiles files,
            Sentences sentences) {
        this.meetings = meetings;
        this.sheets = sheets;
        this.minutes = minutes;
        this.draft = draft;
        this.papers = papers;
        this.files = files;
        this.sentences = sentences;
    }

    @GetMapping("/meetings/{id}/minutes")
    String page(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by, Model model) {
        MeetingEntry meeting = find(by, id);
        Optional<MinutesSheet> kept = sheets.find(by.organisation(), id);
        model.addAttribute("meeting", meeting);
        model.addAttribute("minutes", kept.orElse(null));
        model.addAttribute("paper", papers.of(by, meeting, kept));
        model.addAttribute("mayWrite", mayWrite(by) && meeting.state() == MeetingState.CLOSED);
        return "review/minutes";
    }

    @GetMapping("/meetings/{id}/minutes.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by) {
        return files.pdf(by, paper(by, id));
    }

    @GetMapping("/meetings/{id}/minutes.docx")
    ResponseEntity<byte[]> word(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by) {
        return files.word(by, paper(by, id));
    }

    private Paper paper(SignedIn by, MeetingId id) {
        return papers.of(by, find(by, id), sheets.find(by.organisation(), id));
    }

    /** @param anew given when the words are to begin with what was recorded again; nothing changes until they are kept */
    @GetMapping("/meetings/{id}/minutes/edit")
    @AllowedTo({Role.CHAIR, Role.POLICY_OFFICER})
    String edit(
            @PathVariable MeetingId id,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String anew,
            @AuthenticationPrincipal SignedIn by,
            Model model) {
        MeetingEntry meeting = find(by, id);
        Optional<MinutesSheet> kept = sheets.find(by.organisation(), id);
        String words = kept.filter(sheet -> anew == null || sheet.isApproved())
                .map(MinutesSheet::words)
                .orElseGet(() -> draft.of(by, id));
        return form(meeting, kept, kept.map(MinutesSheet::version).orElse(0L), words, "", new Problems(), model);
    }

    private static String form(
            MeetingEntry meeting,
            Optional<MinutesSheet> kept,
            long version,
            String words,
            String reason,
            Problems problems,
            Model model) {
        model.addAttribute("meeting", meeting);
        model.addAttribute("kept", kept.isPresent());
        model.addAttribute("approved", kept.filter(MinutesSheet::isApproved).isPresent());
        model.addAttribute("version", version);
        model.addAttribute("words", words);
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "review/minutes-edit";
    }

    @PostMapping("/meetings/{id}/minutes")
    @AllowedTo({Role.CHAIR, Role.POLICY_OFFICER})
    String write(
            @PathVariable MeetingId id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "keep") String then,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        MeetingEntry meeting = find(by, id);
        Optional<MinutesSheet> kept = sheets.find(by.organisation(), id);
        boolean approved = kept.filter(MinutesSheet::isApproved).isPresent();
        Problems problems = new Problems();
        if (then.equals("preview") && words.length() <= LONGEST) {
            model.addAttribute("previewed", true);
            return form(meeting, kept, version, words, reason, problems, model);
        }
        if (words.isBlank()) {
            problems.add("words", sentences.of("review.fault.minutes"));
        } else if (words.length() > LONGEST) {
            problems.add("words", sentences.of("review.fault.minutes-long"));
        }
        if (approved && reason.isBlank()) {
            problems.add("reason", sentences.of("review.fault.correction"));
        } else if (reason.length() > LONGEST_REASON) {
            problems.add("reason", sentences.of("review.fault.too-long"));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(meeting, kept, version, words, reason, problems, model);
        }
        try {
            return once.perform(() -> {
                String text = words.replace("\r\n", "\n").strip();
                if (approved) {
                    minutes.correct(by, id, version, text, reason.strip());
                } else {
                    minutes.write(by, id, version, text);
                }
                return "redirect:/meetings/" + id + "/minutes";
            });
        } catch (OptimisticLockingFailureException somebodyWasQuicker) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            problems.add("words", sentences.of("review.fault.minutes-meanwhile"));
            model.addAttribute("theirs", kept.map(MinutesSheet::words).orElse(""));
            return form(meeting, kept, kept.map(MinutesSheet::version).orElse(0L), words, reason, problems, model);
        }
    }

    @PostMapping("/meetings/{id}/minutes/approve")
    @AllowedTo(Role.CHAIR)
    String approve(
            @PathVariable MeetingId id,
            @RequestParam(defaultValue = "0") long version,
            @AuthenticationPrincipal SignedIn by,
            Once once) {
        find(by, id);
        return once.perform(() -> {
            minutes.approve(by, id, version);
            return "redirect:/meetings/" + id + "/minutes";
        });
    }

    private static boolean mayWrite(SignedIn by) {
        return by.is(Role.CHAIR) || by.is(Role.POLICY_OFFICER);
    }

    private MeetingEntry find(SignedIn by, MeetingId id) {
        return meetings.find(by.organisation(), id).orElseThrow(NotHere::new);
    }
}
