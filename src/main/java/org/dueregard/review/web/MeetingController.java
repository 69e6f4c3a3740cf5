package org.dueregard.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.indicator.Assessment;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Dossiers;
import org.dueregard.indicator.SeriesChart;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.plan.NodeId;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingKeeping;
import org.dueregard.review.MeetingState;
import org.dueregard.review.read.Actions;
import org.dueregard.review.read.Agenda;
import org.dueregard.review.read.AgendaItem;
import org.dueregard.review.read.Agendas;
import org.dueregard.review.read.Attendances;
import org.dueregard.review.read.MeetingEntries;
import org.dueregard.review.read.MinutesSheets;
import org.dueregard.site.Distribution;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Meetings of the equalities group: the agenda, one item at a time, and what is settled. */
@Controller
@AllowedTo({Role.REVIEWER, Role.CHAIR, Role.POLICY_OFFICER})
class MeetingController {

    private static final int LONGEST = 4_000;

    private final Agendas agendas;
    private final MeetingEntries entries;
    private final Attendances attendances;
    private final MinutesSheets minutes;
    private final Actions actions;
    private final MeetingKeeping meetings;
    private final Dossiers dossiers;
    private final UnitDirectory units;
    private final MessageSource messages;
    private final When when;
    private final TypedAction.Reader reader;

    MeetingController(
            Agendas agendas,
            MeetingEntries entries,
            Attendances attendances,
            MinutesSheets minutes,
            Actions actions,
            MeetingKeeping meetings,
            Dossiers dossiers,
            UnitDirectory units,
            MessageSource messages,
            When when,
            TypedAction.Reader reader) {
        this.agendas = agendas;
        this.entries = entries;
        this.attendances = attendances;
        this.minutes = minutes;
        this.actions = actions;
        this.meetings = meetings;
        this.dossiers = dossiers;
        this.units = units;
        this.messages = messages;
        this.when = when;
        this.reader = reader;
    }

    @GetMapping("/meetings")
    String all(@AuthenticationPrincipal SignedIn by, Model model) {
        model.addAttribute("meetings", entries.all(by.organisation()));
        return "review/meetings";
    }

    @GetMapping("/meetings/{id}")
    String agenda(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by, Model model) {
        Agenda agenda = find(by, id);
        return agendaPage(agenda, TypedAction.NONE, new Problems(), by, model);
    }

    private String agendaPage(Agenda agenda, TypedAction typed, Problems problems, SignedIn by, Model model) {
        MeetingId id = agenda.id();
        model.addAttribute("agenda", agenda);
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        model.addAttribute("attendance", attendances.of(by.organisation(), id));
        model.addAttribute("earlier", minutes.before(id).orElse(null));
        model.addAttribute("mayDecide", by.is(Role.CHAIR));
        model.addAttribute("mayPrepare", by.is(Role.CHAIR) || by.is(Role.POLICY_OFFICER));
        model.addAttribute("rest", Distribution.of(agenda.restByStatus(), Status::key, Status::rank));
        List<Actions.Entry> around = actions.around(id);
        List<Actions.Entry> before =
                around.stream().filter(action -> !action.meeting().equals(id)).toList();
        model.addAttribute("before", before);
        model.addAttribute(
                "closedBefore",
                before.stream().filter(action -> !action.isOpen()).count());
        model.addAttribute(
                "lateBefore",
                before.stream()
                        .filter(action -> action.isOpen() && action.dueOn().isBefore(when.today()))
                        .count());
        model.addAttribute(
                "recorded",
                around.stream().filter(action -> action.meeting().equals(id)).toList());
        return "review/agenda";
    }

    @PostMapping("/meetings/{id}/open")
    @AllowedTo(Role.CHAIR)
    String open(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            meetings.open(by, id);
            return find(by, id)
                    .next()
                    .map(item -> "redirect:/meetings/" + id + "/items/" + item.node())
                    .orElse("redirect:/meetings/" + id);
        });
    }

    @GetMapping("/meetings/{id}/items/{node}")
    String item(
            @PathVariable MeetingId id, @PathVariable NodeId node, @AuthenticationPrincipal SignedIn by, Model model) {
        Agenda agenda = find(by, id);
        AgendaItem item = agenda.item(node).orElseThrow(NotHere::new);
        Decision typed = new Decision(
                (item.agreed() == null ? item.proposed() : item.agreed()).name(),
                text(item.agreedReason()),
                text(item.decision()),
                "",
                "",
                "");
        return item(agenda, item, typed, new Problems(), by, model);
    }

    /** What was typed on the page of an item. */
    record Decision(String status, String reason, String decision, String what, String owner, String due) {}

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String item(Agenda agenda, AgendaItem item, Decision typed, Problems problems, SignedIn by, Model model) {
        Map<NodeId, Dossier> known = dossiers.of(List.of(item.node()), agenda.on());
        Dossier dossier = known.get(item.node());
        Assessment assessment = dossier == null ? null : dossier.assess(when.today());
        model.addAttribute("agenda", agenda);
        model.addAttribute("item", item);
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        model.addAttribute(
                "wide",
                dossier == null ? null : SeriesChart.wide(dossier, assessment).orElse(null));
        model.addAttribute(
                "narrow",
                dossier == null ? null : SeriesChart.narrow(dossier, assessment).orElse(null));
        model.addAttribute("dossier", dossier);
        model.addAttribute(
                "recorded",
                actions.around(agenda.id()).stream()
                        .filter(action -> item.node().equals(action.node()))
                        .toList());
        model.addAttribute("mayDecide", by.is(Role.CHAIR) && agenda.state() == MeetingState.OPEN);
        model.addAttribute("statuses", List.of(Status.values()));
        return "review/item";
    }

    @PostMapping("/meetings/{id}/items/{node}")
    @AllowedTo(Role.CHAIR)
    String settle(
            @PathVariable MeetingId id,
            @PathVariable NodeId node,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String proposed,
            @RequestParam(defaultValue = "") String then,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Agenda agenda = find(by, id);
        AgendaItem item = agenda.item(node).orElseThrow(NotHere::new);
        Problems problems = new Problems();
        if (!proposed.isEmpty() && !proposed.equals(item.proposed().name())) {
            String now = say("status-in-words." + item.proposed());
            problems.add(
                    "status",
                    messages.getMessage(
                            "review.fault.proposed-meanwhile", new Object[] {now}, LocaleContextHolder.getLocale()));
        }
        Status agreed = then.equals("agree") ? item.proposed() : status(status).orElse(null);
        if (agreed == null) {
            problems.add("status", say("review.fault.status"));
        } else if (agreed != item.proposed() && reason.isBlank()) {
            problems.add("reason", say("review.fault.reason"));
        }
        tooLong("reason", reason, problems);
        tooLong("decision", decision, problems);
        if (agreed == null || !problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return item(agenda, item, new Decision(status, reason, decision, "", "", ""), problems, by, model);
        }
        return once.perform(() -> {
            meetings.settle(by, id, node, agreed, blankToNull(reason), blankToNull(decision));
            return agenda.after(item)
                    .map(next -> "redirect:/meetings/" + id + "/items/" + next.node())
                    .orElse("redirect:/meetings/" + id);
        });
    }

    @PostMapping("/meetings/{id}/items/{node}/actions")
    @AllowedTo(Role.CHAIR)
    String addAction(
            @PathVariable MeetingId id,
            @PathVariable NodeId node,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Agenda agenda = find(by, id);
        AgendaItem item = agenda.item(node).orElseThrow(NotHere::new);
        Problems problems = new Problems();
        Optional<LocalDate> day = reader.check(by, new TypedAction(what, owner, due), null, problems);
        if (day.isEmpty() || !problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            Decision typed = new Decision(
                    item.status().name(), text(item.agreedReason()), text(item.decision()), what, owner, due);
            return item(agenda, item, typed, problems, by, model);
        }
        return once.perform(() -> {
            record(by, id, node, what, owner, day.get());
            return "redirect:/meetings/" + id + "/items/" + node + "#actions";
        });
    }

    private void record(SignedIn by, MeetingId id, @Nullable NodeId node, String what, String owner, LocalDate due) {
        Optional<UnitEntry> unit = units.called(by.organisation(), owner.strip());
        meetings.addAction(by, id, node, what.strip(), unit.map(UnitEntry::id).orElse(null), owner.strip(), due);
    }

    /** An action that is about no single item. */
    @PostMapping("/meetings/{id}/actions")
    @AllowedTo(Role.CHAIR)
    String addAction(
            @PathVariable MeetingId id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Agenda agenda = find(by, id);
        TypedAction typed = new TypedAction(what, owner, due);
        Problems problems = new Problems();
        Optional<LocalDate> day = reader.check(by, typed, null, problems);
        if (day.isEmpty() || !problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return agendaPage(agenda, typed, problems, by, model);
        }
        return once.perform(() -> {
            record(by, id, null, what, owner, day.get());
            return "redirect:/meetings/" + id + "#recorded";
        });
    }

    @PostMapping("/meetings/{id}/agree-the-rest")
    @AllowedTo(Role.CHAIR)
    String agreeTheRest(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            meetings.agreeTheRest(by, id);
            return "redirect:/meetings/" + id;
        });
    }

    @PostMapping("/meetings/{id}/close")
    @AllowedTo(Role.CHAIR)
    String close(@PathVariable MeetingId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            meetings.close(by, id);
            return "redirect:/meetings/" + id;
        });
    }

    private Agenda find(SignedIn by, MeetingId id) {
        return agendas.find(by.organisation(), id).orElseThrow(NotHere::new);
    }

    private void tooLong(String field, String text, Problems problems) {
        if (text.length() > LONGEST) {
            problems.add(field, say("review.fault.too-long"));
        }
    }

    private static Optional<Status> status(String name) {
        for (Status status : Status.values()) {
            if (status.name().equals(name)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
