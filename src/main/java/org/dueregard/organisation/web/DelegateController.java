package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.calendar.Deadline;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.TermCalendar;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.model.Delegates;
import org.dueregard.organisation.read.DelegateEntries;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An owner names colleagues who give updates for them. */
@Controller
@RequestMapping("/your-delegates")
@AllowedTo(Role.SERVICE_MANAGER)
class DelegateController {

    private final Delegates delegates;
    private final DelegateEntries entries;
    private final TermCalendar terms;
    private final Sentences sentences;
    private final When when;

    DelegateController(
            Delegates delegates, DelegateEntries entries, TermCalendar terms, Sentences sentences, When when) {
        this.delegates = delegates;
        this.entries = entries;
        this.terms = terms;
        this.sentences = sentences;
        this.when = when;
    }

    /** As typed: ids of a colleague and a unit, and a day in words. */
    private record Form(String colleague, String unit, String until) {}

    @GetMapping
    String all(@AuthenticationPrincipal SignedIn by, Model model) {
        List<DelegateEntries.Own> units = entries.units(by);
        String only = units.size() == 1 ? units.get(0).id().toString() : "";
        return page(by, units, new Form("", only, ""), new Problems(), model);
    }

    private String page(SignedIn by, List<DelegateEntries.Own> units, Form typed, Problems problems, Model model) {
        List<Choice> colleagues = new ArrayList<>();
        colleagues.add(new Choice("", sentences.of("organisation.delegates.colleague-choose")));
        entries.colleagues(by)
                .forEach(one -> colleagues.add(new Choice(one.id().toString(), one.post() + ", " + one.email())));
        List<Choice> ownUnits = new ArrayList<>();
        ownUnits.add(new Choice("", sentences.of("organisation.delegates.unit-choose")));
        units.forEach(unit -> ownUnits.add(new Choice(unit.id().toString(), unit.name())));
        model.addAttribute("delegates", entries.of(by));
        model.addAttribute("owner", !units.isEmpty());
        model.addAttribute("colleagues", colleagues);
        model.addAttribute("units", ownUnits);
        model.addAttribute("colleague", typed.colleague());
        model.addAttribute("unit", typed.unit());
        model.addAttribute("until", typed.until());
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "organisation/delegates";
    }

    @PostMapping
    String name(
            @RequestParam(defaultValue = "") String colleague,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String until,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Form typed = new Form(OneLine.of(colleague), OneLine.of(unit), OneLine.of(until));
        List<DelegateEntries.Own> units = entries.units(by);
        Problems problems = new Problems();
        if (entries.colleagues(by).stream().noneMatch(one -> one.id().toString().equals(typed.colleague()))) {
            problems.add("colleague", sentences.of("organisation.delegates.colleague-missing"));
        }
        if (units.stream().noneMatch(one -> one.id().toString().equals(typed.unit()))) {
            problems.add("unit", sentences.of("organisation.delegates.unit-missing"));
        }
        LocalDate lastDay = lastDay(by, typed.until(), problems);
        if (problems.isEmpty()) {
            try {
                return once.perform(() -> {
                    if (!delegates.name(by, PersonId.of(typed.colleague()), UnitId.of(typed.unit()), lastDay)) {
                        throw new DelegateAlready();
                    }
                    return "redirect:/your-delegates?named";
                });
            } catch (DelegateAlready | DataIntegrityViolationException already) {
                problems.add("colleague", sentences.of("organisation.delegates.already"));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(by, units, typed, problems, model);
    }

    /** Found out inside the change, since the same form sent twice names nobody twice. */
    private static final class DelegateAlready extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private @Nullable LocalDate lastDay(SignedIn by, String until, Problems problems) {
        if (until.isEmpty()) {
            return null;
        }
        LocalDate day = Deadline.of(until).lastDay(terms.of(by.organisation())).orElse(null);
        if (day == null) {
            problems.add("until", sentences.of("organisation.delegates.until-wrong"));
        } else if (day.isBefore(when.today())) {
            problems.add("until", sentences.of("organisation.delegates.until-past"));
        }
        return day;
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            delegates.end(by, id);
            return "redirect:/your-delegates?ended";
        });
    }
}
