package org.dueregard.review.web;

import java.util.List;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.document.Paper;
import org.dueregard.organisation.SignedIn;
import org.dueregard.review.MeetingId;
import org.dueregard.review.paper.MeetingPapers;
import org.dueregard.review.read.Actions;
import org.dueregard.review.read.Agenda;
import org.dueregard.review.read.Agendas;
import org.dueregard.review.read.Attendances;
import org.dueregard.site.NotHere;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers of a meeting, to read beforehand: as a page, to print, and in Word. */
@Controller
@AllowedTo({Role.REVIEWER, Role.CHAIR, Role.POLICY_OFFICER})
class PapersController {

    private final Agendas agendas;
    private final Attendances attendances;
    private final Actions actions;
    private final MeetingPapers papers;
    private final PaperFiles files;

    PapersController(
            Agendas agendas, Attendances attendances, Actions actions, MeetingPapers papers, PaperFiles files) {
        this.agendas = agendas;
        this.attendances = attendances;
        this.actions = actions;
        this.papers = papers;
        this.files = files;
    }

    @GetMapping("/meetings/{id}/papers")
    String page(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by, Model model) {
        model.addAttribute("meeting", id);
        model.addAttribute("paper", paper(by, id));
        return "review/papers";
    }

    @GetMapping("/meetings/{id}/papers.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by) {
        return files.pdf(by, paper(by, id));
    }

    @GetMapping("/meetings/{id}/papers.docx")
    ResponseEntity<byte[]> word(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by) {
        return files.word(by, paper(by, id));
    }

    private Paper paper(SignedIn by, MeetingId id) {
        Agenda agenda = agendas.find(by.organisation(), id).orElseThrow(NotHere::new);
        List<Actions.Entry> before = actions.around(id).stream()
                .filter(action -> !action.meeting().equals(id))
                .toList();
        return papers.of(by, agenda, attendances.of(by.organisation(), id), before);
    }
}
