package org.dueregard.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.TermDates;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.TermCalendar;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.plan.PlanEntry;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanState;
import org.dueregard.reporting.Asks;
import org.dueregard.reporting.Rhythm;
import org.dueregard.reporting.RoundDates;
import org.dueregard.reporting.RoundDraft;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundKeeping;
import org.dueregard.reporting.RoundState;
import org.dueregard.reporting.read.Board;
import org.dueregard.reporting.read.Boards;
import org.dueregard.reporting.web.RoundForm.FieldDoubt;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.dueregard.site.When;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The policy officer plans the rounds of a year in one step, and changes, opens and re-opens them one by one. */
@Controller
@AllowedTo(Role.POLICY_OFFICER)
class RoundPlanController {

    /** A year of quarters, and room to spare. */
    private static final int MOST_AT_ONCE = 12;

    private final PlanCatalogue plans;
    private final Boards boards;
    private final RoundKeeping rounds;
    private final TermCalendar terms;
    private final Sentences sentences;
    private final When when;

    RoundPlanController(
            PlanCatalogue plans,
            Boards boards,
            RoundKeeping rounds,
            TermCalendar terms,
            Sentences sentences,
            When when) {
        this.plans = plans;
        this.boards = boards;
        this.rounds = rounds;
        this.terms = terms;
        this.sentences = sentences;
        this.when = when;
    }

    /** Proposes the rounds of a year; without one chosen, of the first year of the plan that has none yet. */
    @GetMapping("/plans/{id}/rounds")
    String propose(
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String rhythm,
            @AuthenticationPrincipal SignedIn by,
            Model model) {
        PlanEntry plan = find(by, id);
        List<Boards.Entry> there = there(by, id);
        Set<Period> years = years(plan);
        Period chosen = years.stream()
                .filter(one -> one.label().equals(year))
                .findFirst()
                .orElseGet(() -> years.stream()
                        .filter(one ->
                                there.stream().noneMatch(round -> round.period().equals(one)))
                        .findFirst()
                        .orElseGet(() -> years.iterator().next()));
        Rhythm often = rhythm(rhythm);
        RoundDates dates = new RoundDates(terms.of(by.organisation()));
        List<RoundForm> forms = new ArrayList<>();
        for (Period period : often.periods(chosen.firstDay().getYear())) {
            if (there.stream().noneMatch(round -> round.period().equals(period))) {
                RoundDraft draft = dates.propose(name(period, often, chosen), period);
                forms.add(RoundForm.of(forms.size() + 1, !draft.dueOn().isBefore(when.today()), draft, when));
            }
        }
        model.addAttribute("chosen", chosen.label());
        model.addAttribute("rhythm", often);
        model.addAttribute("years", years.stream().map(Period::label).toList());
        return page(plan, there, forms, List.of(), new Problems(), model);
    }

    private static Rhythm rhythm(String name) {
        return Arrays.stream(Rhythm.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(Rhythm.HALF_YEARLY);
    }

    private String name(Period period, Rhythm rhythm, Period year) {
        Optional<Integer> quarter = period.number();
        return quarter.isEmpty()
                ? sentences.of("reporting.round-name.year", year.label())
                : rhythm == Rhythm.HALF_YEARLY
                        ? sentences.of("reporting.round-name.half", year.label())
                        : sentences.of("reporting.round-name.quarter", quarter.get(), year.label());
    }

    private static Set<Period> years(PlanEntry plan) {
        int first = plan.period().firstDay().getYear();
        int last = plan.period().lastDay().getYear();
        Set<Period> years = new LinkedHashSet<>();
        IntStream.range(first, Math.max(last, first + 1))
                .mapToObj(Period::financialYear)
                .forEach(years::add);
        return years;
    }

    private String page(
            PlanEntry plan,
            List<Boards.Entry> there,
            List<RoundForm> forms,
            List<FieldDoubt> doubts,
            Problems problems,
            Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("there", there);
        model.addAttribute("forms", forms);
        model.addAttribute("asks", List.of(Asks.values()));
        model.addAttribute("rhythms", List.of(Rhythm.values()));
        doubts(doubts, problems, model);
        return "reporting/round-plan";
    }

    private static void doubts(List<FieldDoubt> doubts, Problems problems, Model model) {
        model.addAttribute("doubts", doubts);
        model.addAttribute(
                "doubtOf",
                doubts.stream()
                        .collect(Collectors.toMap(FieldDoubt::field, FieldDoubt::sentence, (one, other) -> one)));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
    }

    /** {@code then} says what the person pressed: to save, to take the better days, or to save the days as they are. */
    @PostMapping("/plans/{id}/rounds")
    String add(
            @PathVariable PlanId id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "save") String then,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        PlanEntry plan = find(by, id);
        TermDates council = terms.of(by.organisation());
        RoundDates dates = new RoundDates(council);
        List<RoundForm> forms = IntStream.rangeClosed(1, MOST_AT_ONCE)
                .filter(number -> typed.containsKey("name-" + number))
                .mapToObj(number -> form(number, typed))
                .toList();
        Problems problems = new Problems();
        List<RoundDraft> drafts = new ArrayList<>();
        List<FieldDoubt> doubts = new ArrayList<>();
        for (RoundForm form : forms) {
            if (form.wanted()) {
                form.read(council, sentences, problems).ifPresent(draft -> {
                    drafts.add(draft);
                    doubts.addAll(form.doubts(draft, dates, sentences, when));
                });
            }
        }
        if (problems.isEmpty() && drafts.isEmpty()) {
            problems.add("wanted-1", sentences.of("reporting.fault.no-round"));
        }
        if (problems.isEmpty() && (doubts.isEmpty() || then.equals("as-they-are"))) {
            return once.perform(() -> {
                drafts.forEach(draft -> rounds.add(by, id, draft));
                return "redirect:/rounds/all?planned";
            });
        }
        boolean better = then.equals("better") && problems.isEmpty();
        response.setStatus(better ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("chosen", typed.getFirst("year"));
        model.addAttribute("rhythm", rhythm(text(typed, "rhythm")));
        model.addAttribute("years", years(plan).stream().map(Period::label).toList());
        List<RoundForm> shown =
                better ? forms.stream().map(form -> form.with(doubts)).toList() : forms;
        return page(plan, there(by, id), shown, better ? List.of() : doubts, problems, model);
    }

    private static RoundForm form(int number, MultiValueMap<String, String> typed) {
        return new RoundForm(
                number,
                typed.containsKey("wanted-" + number),
                text(typed, "name-" + number),
                text(typed, "period-" + number),
                text(typed, "asks-" + number),
                text(typed, "opens-" + number),
                text(typed, "due-" + number),
                text(typed, "closes-" + number),
                text(typed, "meeting-" + number));
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "")
                .replace("\0", "")
                .strip();
    }

    @GetMapping("/rounds/{id}/change")
    String askForChange(@PathVariable RoundId id, @AuthenticationPrincipal SignedIn by, Model model) {
        Board board = changeable(by, id);
        return change(
                board, RoundForm.of(1, true, board.draft(), when), board.version(), List.of(), new Problems(), model);
    }

    private Board changeable(SignedIn by, RoundId id) {
        Board board = boards.find(by, id).orElseThrow(NotHere::new);
        if (board.state() == RoundState.CLOSED) {
            throw new AlreadyDone("reporting.round.closed-already");
        }
        return board;
    }

    private static String change(
            Board board, RoundForm form, long version, List<FieldDoubt> doubts, Problems problems, Model model) {
        model.addAttribute("board", board);
        model.addAttribute("form", form);
        model.addAttribute("version", version);
        model.addAttribute("asks", List.of(Asks.values()));
        doubts(doubts, problems, model);
        return "reporting/round-change";
    }

    @PostMapping("/rounds/{id}/change")
    String change(
            @PathVariable RoundId id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "save") String then,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Board board = changeable(by, id);
        RoundForm form = form(1, typed);
        if (board.state() == RoundState.OPEN) {
            RoundForm fixed = RoundForm.of(1, true, board.draft(), when);
            form = new RoundForm(
                    1,
                    true,
                    form.name(),
                    fixed.period(),
                    fixed.asks(),
                    fixed.opens(),
                    form.due(),
                    form.closes(),
                    form.meeting());
        }
        Problems problems = new Problems();
        Optional<RoundDraft> draft = form.read(terms.of(by.organisation()), sentences, problems);
        List<FieldDoubt> doubts = new ArrayList<>();
        if (draft.isPresent()) {
            RoundDates dates = new RoundDates(terms.of(by.organisation()));
            form.doubts(draft.get(), dates, sentences, when).stream()
                    .filter(doubt -> board.state() == RoundState.PLANNED
                            || !doubt.field().equals("opens-1"))
                    .forEach(doubts::add);
            if (doubts.isEmpty() || then.equals("as-they-are")) {
                return once.perform(() -> {
                    rounds.change(by, id, version, draft.get());
                    return "redirect:/rounds/" + id + "?changed";
                });
            }
        }
        boolean better = then.equals("better") && problems.isEmpty();
        response.setStatus(better ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        return change(board, better ? form.with(doubts) : form, version, better ? List.of() : doubts, problems, model);
    }

    @PostMapping("/rounds/{id}/open")
    String open(@PathVariable RoundId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            rounds.open(by, id);
            return "redirect:/rounds/" + id + "?opened";
        });
    }

    @PostMapping("/rounds/{id}/remove")
    String remove(@PathVariable RoundId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            rounds.remove(by, id);
            return "redirect:/rounds/all?removed";
        });
    }

    @GetMapping("/rounds/{id}/reopen")
    String askToReopen(@PathVariable RoundId id, @AuthenticationPrincipal SignedIn by, Model model) {
        return reopen(boards.find(by, id).orElseThrow(NotHere::new), "", new Problems(), model);
    }

    private static String reopen(Board board, String reason, Problems problems, Model model) {
        model.addAttribute("board", board);
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "reporting/reopen";
    }

    @PostMapping("/rounds/{id}/reopen")
    String reopen(
            @PathVariable RoundId id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        String why = reason.replace("\0", "").strip();
        if (why.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return reopen(
                    boards.find(by, id).orElseThrow(NotHere::new),
                    reason,
                    new Problems().add("reason", sentences.of("reporting.fault.reopen-reason")),
                    model);
        }
        return once.perform(() -> {
            rounds.reopen(by, id, why);
            return "redirect:/rounds/" + id + "?reopened";
        });
    }

    private PlanEntry find(SignedIn by, PlanId id) {
        PlanEntry plan = plans.find(by.organisation(), id).orElseThrow(NotHere::new);
        if (plan.state() == PlanState.CLOSED) {
            throw new AlreadyDone("reporting.round.plan-closed");
        }
        return plan;
    }

    private List<Boards.Entry> there(SignedIn by, PlanId id) {
        return boards.all(by).stream()
                .filter(round -> round.planId().equals(id))
                .toList();
    }
}
