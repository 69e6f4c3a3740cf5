package org.dueregard.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.review.ActionId;
import org.dueregard.review.ActionKeeping;
import org.dueregard.review.read.Actions;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One action that a meeting recorded: who owes it by when, what came of it, and everything that was changed. */
@Controller
@AllowedTo({Role.REVIEWER, Role.CHAIR, Role.POLICY_OFFICER, Role.SERVICE_MANAGER})
class ActionController {

    private static final int EVENTS_SHOWN = 50;

    private final Actions actions;
    private final ActionKeeping keeping;
    private final UnitDirectory units;
    private final History history;
    private final TypedAction.Reader reader;

    ActionController(
            Actions actions, ActionKeeping keeping, UnitDirectory units, History history, TypedAction.Reader reader) {
        this.actions = actions;
        this.keeping = keeping;
        this.units = units;
        this.history = history;
        this.reader = reader;
    }

    @GetMapping("/actions/{id}")
    String action(@PathVariable ActionId id, @AuthenticationPrincipal SignedIn by, Model model) {
        Actions.Entry action = find(by, id);
        return page(action, action.version(), reader.of(action), "", "", new Problems(), by, model);
    }

    /** Owners say from their own list, too, how an action of theirs goes; they are led back to where they said it. */
    @PostMapping("/actions/{id}/notes")
    @AllowedTo({Role.SERVICE_MANAGER, Role.CHAIR, Role.POLICY_OFFICER})
    String note(
            @PathVariable ActionId id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Actions.Entry action = find(by, id);
        Problems problems = new Problems();
        reader.checkWords("note", note, "review.fault.note", problems);
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("note", note);
            return page(action, action.version(), reader.of(action), "", "", problems, by, model);
        }
        return once.perform(() -> {
            keeping.note(by, id, note.strip());
            return from.equals("updates") ? "redirect:/updates#action-" + id : "redirect:/actions/" + id + "#notes";
        });
    }

    private String page(
            Actions.Entry action,
            long version,
            TypedAction typed,
            String outcome,
            String reason,
            Problems problems,
            SignedIn by,
            Model model) {
        model.addAttribute("action", action);
        model.addAttribute("version", version);
        model.addAttribute("typed", typed);
        model.addAttribute("outcome", outcome);
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        model.addAttribute("mayNote", actions.mayNote(by, action));
        model.addAttribute("mayDecide", by.is(Role.CHAIR) || by.is(Role.POLICY_OFFICER));
        model.addAttribute("ofTheGroup", by.is(Role.CHAIR) || by.is(Role.POLICY_OFFICER) || by.is(Role.REVIEWER));
        model.addAttribute(
                "events", history.of(by, new Subject("action", action.id().actionId()), EVENTS_SHOWN));
        return "review/action";
    }

    @PostMapping("/actions/{id}")
    @AllowedTo({Role.CHAIR, Role.POLICY_OFFICER})
    String change(
            @PathVariable ActionId id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Actions.Entry action = find(by, id);
        TypedAction typed = new TypedAction(what, owner, due);
        Problems problems = new Problems();
        Optional<LocalDate> day = reader.check(by, typed, action.dueOn(), problems);
        if (day.isEmpty() || !problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(action, version, typed, "", "", problems, by, model);
        }
        return once.perform(() -> {
            Optional<UnitEntry> unit = units.called(by.organisation(), owner.strip());
            keeping.change(
                    by,
                    id,
                    version,
                    what.strip(),
                    unit.map(UnitEntry::id).orElse(owner.strip().equals(action.owner()) ? action.unit() : null),
                    owner.strip(),
                    day.get());
            return "redirect:/actions/" + id;
        });
    }

    @PostMapping("/actions/{id}/close")
    @AllowedTo({Role.CHAIR, Role.POLICY_OFFICER})
    String close(
            @PathVariable ActionId id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String outcome,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Actions.Entry action = find(by, id);
        Problems problems = new Problems();
        reader.checkWords("outcome", outcome, "review.fault.outcome", problems);
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(action, version, reader.of(action), outcome, "", problems, by, model);
        }
        return once.perform(() -> {
            keeping.close(by, id, version, outcome.strip());
            return "redirect:/actions/" + id;
        });
    }

    @PostMapping("/actions/{id}/reopen")
    @AllowedTo({Role.CHAIR, Role.POLICY_OFFICER})
    String reopen(
            @PathVariable ActionId id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Actions.Entry action = find(by, id);
        Problems problems = new Problems();
        reader.checkWords("reason", reason, "review.fault.reopen", problems);
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(action, version, reader.of(action), "", reason, problems, by, model);
        }
        return once.perform(() -> {
            keeping.reopen(by, id, version, reason.strip());
            return "redirect:/actions/" + id;
        });
    }

    private Actions.Entry find(SignedIn by, ActionId id) {
        return actions.find(by, id).orElseThrow(NotHere::new);
    }
}
