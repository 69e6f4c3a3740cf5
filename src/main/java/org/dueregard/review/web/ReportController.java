package org.dueregard.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.document.Paper;
import org.dueregard.organisation.SignedIn;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingState;
import org.dueregard.review.ReportKeeping;
import org.dueregard.review.ReportKeeping.Added;
import org.dueregard.review.ReportSection;
import org.dueregard.review.paper.ManagementReport;
import org.dueregard.review.read.Actions;
import org.dueregard.review.read.Agenda;
import org.dueregard.review.read.Agendas;
import org.dueregard.review.read.Attendances;
import org.dueregard.review.read.MeetingEntries;
import org.dueregard.review.read.MeetingEntry;
import org.dueregard.review.read.ReportWording;
import org.dueregard.review.read.ReportWords;
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

/** The report on a meeting to the management team, who read it once the meeting is closed. */
@Controller
@AllowedTo({Role.REVIEWER, Role.CHAIR, Role.POLICY_OFFICER, Role.DMT})
class ReportController {

    private static final int LONGEST = 20_000;

    private final Agendas agendas;
    private final MeetingEntries meetings;
    private final Attendances attendances;
    private final Actions actions;
    private final ReportWording wording;
    private final ReportKeeping reports;
    private final ManagementReport report;
    private final PaperFiles files;
    private final Sentences sentences;

    ReportController(
            Agendas agendas,
            MeetingEntries meetings,
            Attendances attendances,
            Actions actions,
            ReportWording wording,
            ReportKeeping reports,
            ManagementReport report,
            PaperFiles files,
            Sentences sentences) {
        this.agendas = agendas;
        this.meetings = meetings;
        this.attendances = attendances;
        this.actions = actions;
        this.wording = wording;
        this.reports = reports;
        this.report = report;
        this.files = files;
        this.sentences = sentences;
    }

    /** The boxes of one section, and what is wrong with them. */
    public record Boxes(ReportSection section, Added words) {}

    @GetMapping("/meetings/{id}/report")
    String page(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by, Model model) {
        model.addAttribute("meeting", id);
        model.addAttribute("paper", paper(by, id));
        model.addAttribute("mayWrite", mayWrite(by));
        model.addAttribute("ofTheGroup", isOfTheGroup(by));
        return "review/report";
    }

    @GetMapping("/meetings/{id}/report.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by) {
        return files.pdf(by, paper(by, id));
    }

    @GetMapping("/meetings/{id}/report.docx")
    ResponseEntity<byte[]> word(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by) {
        return files.word(by, paper(by, id));
    }

    private Paper paper(SignedIn by, MeetingId id) {
        Agenda agenda = agendas.find(by.organisation(), id)
                .filter(found -> found.state() == MeetingState.CLOSED || isOfTheGroup(by))
                .orElseThrow(NotHere::new);
        return report.of(by, agenda, attendances.of(by.organisation(), id), actions.around(id), wording.of(id));
    }

    @GetMapping("/meetings/{id}/report/edit")
    @AllowedTo({Role.CHAIR, Role.POLICY_OFFICER})
    String edit(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by, Model model) {
        MeetingEntry meeting = find(by, id);
        ReportWords words = wording.of(id);
        return form(meeting, words.version(), words.words(), new Problems(), model);
    }

    private static String form(
            MeetingEntry meeting, long version, Map<ReportSection, Added> words, Problems problems, Model model) {
        List<Boxes> boxes = new ArrayList<>();
        for (ReportSection section : ReportSection.values()) {
            boxes.add(new Boxes(section, words.getOrDefault(section, Added.NOTHING)));
        }
        model.addAttribute("meeting", meeting);
        model.addAttribute("version", version);
        model.addAttribute("boxes", boxes);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "review/report-edit";
    }

    @PostMapping("/meetings/{id}/report")
    @AllowedTo({Role.CHAIR, Role.POLICY_OFFICER})
    String write(
            @PathVariable MeetingId id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "keep") String then,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        MeetingEntry meeting = find(by, id);
        Problems problems = new Problems();
        Map<ReportSection, Added> typed = new EnumMap<>(ReportSection.class);
        for (ReportSection section : ReportSection.values()) {
            typed.put(
                    section,
                    new Added(
                            typed(request, "before-" + section, problems),
                            typed(request, "after-" + section, problems)));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(meeting, version, typed, problems, model);
        }
        if (then.equals("preview")) {
            model.addAttribute("previewed", true);
            return form(meeting, version, typed, problems, model);
        }
        try {
            return once.perform(() -> {
                reports.write(by, id, version, typed);
                return "redirect:/meetings/" + id + "/report";
            });
        } catch (OptimisticLockingFailureException somebodyWasQuicker) {
            ReportWords theirs = wording.of(id);
            for (ReportSection section : ReportSection.values()) {
                beside(
                        "before-" + section,
                        typed.getOrDefault(section, Added.NOTHING).before(),
                        theirs.of(section).before(),
                        problems);
                beside(
                        "after-" + section,
                        typed.getOrDefault(section, Added.NOTHING).after(),
                        theirs.of(section).after(),
                        problems);
            }
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return form(meeting, theirs.version(), typed, problems, model);
        }
    }

    /** Says beside a box what somebody else kept there meanwhile. */
    private void beside(String box, String mine, String theirs, Problems problems) {
        if (!mine.strip().equals(theirs)) {
            problems.add(
                    box,
                    theirs.isEmpty()
                            ? sentences.of("review.fault.report-meanwhile-empty")
                            : sentences.of("review.fault.report-meanwhile", theirs));
        }
    }

    private String typed(HttpServletRequest request, String box, Problems problems) {
        String text = request.getParameter(box);
        String words = text == null ? "" : text.replace("\r\n", "\n");
        if (words.length() > LONGEST) {
            problems.add(box, sentences.of("review.fault.report-long"));
        }
        return words;
    }

    private static boolean mayWrite(SignedIn by) {
        return by.is(Role.CHAIR) || by.is(Role.POLICY_OFFICER);
    }

    private static boolean isOfTheGroup(SignedIn by) {
        return mayWrite(by) || by.is(Role.REVIEWER);
    }

    private MeetingEntry find(SignedIn by, MeetingId id) {
        return meetings.find(by.organisation(), id).orElseThrow(NotHere::new);
    }
}
