package org.dueregard.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingKeeping;
import org.dueregard.review.MeetingState;
import org.dueregard.review.Presence;
import org.dueregard.review.read.Attendance;
import org.dueregard.review.read.Attendances;
import org.dueregard.review.read.MeetingEntries;
import org.dueregard.review.read.MeetingEntry;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who came to a meeting, and whether they are enough to decide. */
@Controller
@AllowedTo({Role.REVIEWER, Role.CHAIR, Role.POLICY_OFFICER})
class AttendanceController {

    private static final String PRESENCE = "presence-";
    private static final int LONGEST = 4_000;
    private static final int MOST_NEEDED = 200;

    private final MeetingEntries meetings;
    private final Attendances attendances;
    private final MeetingKeeping keeping;
    private final Sentences sentences;

    AttendanceController(
            MeetingEntries meetings, Attendances attendances, MeetingKeeping keeping, Sentences sentences) {
        this.meetings = meetings;
        this.attendances = attendances;
        this.keeping = keeping;
        this.sentences = sentences;
    }

    /** What stands in the boxes. */
    public record Typed(long version, Map<UUID, Presence> presence, String others, String quorum) {

        public boolean is(UUID member, Presence presence) {
            return this.presence.get(member) == presence;
        }
    }

    @GetMapping("/meetings/{id}/attendance")
    String attendance(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by, Model model) {
        MeetingEntry meeting = find(by, id);
        Attendance attendance = attendances.of(by.organisation(), id);
        Map<UUID, Presence> presence = new HashMap<>();
        for (Attendance.Member member : attendance.members()) {
            if (member.presence() != null) {
                presence.put(member.id(), member.presence());
            }
        }
        Typed typed = new Typed(
                attendance.version(),
                presence,
                attendance.others() == null ? "" : attendance.others(),
                attendance.ownQuorum() == null ? "" : attendance.ownQuorum().toString());
        return page(meeting, attendance, typed, new Problems(), by, model);
    }

    private static String page(
            MeetingEntry meeting, Attendance attendance, Typed typed, Problems problems, SignedIn by, Model model) {
        model.addAttribute("meeting", meeting);
        model.addAttribute("attendance", attendance);
        model.addAttribute("typed", typed);
        model.addAttribute("presences", List.of(Presence.values()));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        model.addAttribute(
                "mayNote", meeting.state() != MeetingState.CLOSED && (by.is(Role.CHAIR) || by.is(Role.POLICY_OFFICER)));
        return "review/attendance";
    }

    @PostMapping("/meetings/{id}/attendance")
    @AllowedTo({Role.CHAIR, Role.POLICY_OFFICER})
    String note(
            @PathVariable MeetingId id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String others,
            @RequestParam(defaultValue = "") String quorum,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        MeetingEntry meeting = find(by, id);
        Attendance attendance = attendances.of(by.organisation(), id);
        Map<UUID, Presence> presence = new HashMap<>();
        for (Attendance.Member member : attendance.members()) {
            Presence said = presence(request.getParameter(PRESENCE + member.id()));
            if (said != null) {
                presence.put(member.id(), said);
            }
        }
        Problems problems = new Problems();
        if (others.length() > LONGEST) {
            problems.add("others", sentences.of("review.fault.too-long"));
        }
        Integer needed = needed(quorum.strip(), problems);
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(meeting, attendance, new Typed(version, presence, others, quorum), problems, by, model);
        }
        return once.perform(() -> {
            keeping.noteAttendance(by, id, version, presence, others.isBlank() ? null : others.strip(), needed);
            return "redirect:/meetings/" + id;
        });
    }

    private @Nullable Integer needed(String quorum, Problems problems) {
        if (quorum.isEmpty()) {
            return null;
        }
        if (quorum.matches("\\d{1,3}")) {
            int needed = Integer.parseInt(quorum);
            if (needed >= 2 && needed <= MOST_NEEDED) {
                return needed;
            }
        }
        problems.add("quorum", sentences.of("review.fault.quorum"));
        return null;
    }

    private static @Nullable Presence presence(@Nullable String name) {
        for (Presence presence : Presence.values()) {
            if (presence.name().equals(name)) {
                return presence;
            }
        }
        return null;
    }

    private MeetingEntry find(SignedIn by, MeetingId id) {
        return meetings.find(by.organisation(), id).orElseThrow(NotHere::new);
    }
}
