package org.dueregard.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.plan.PlanState;
import org.dueregard.reporting.Challenge;
import org.dueregard.reporting.Challenging;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnKeeping;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundKeeping;
import org.dueregard.reporting.RoundState;
import org.dueregard.reporting.read.Board;
import org.dueregard.reporting.read.Boards;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The policy officer's rounds: who has and who has not, and the end of a round. */
@Controller
@AllowedTo(Role.POLICY_OFFICER)
class RoundController {

    private static final int LONGEST_REASON = 500;

    private final Boards boards;
    private final RoundKeeping rounds;
    private final ReturnKeeping returns;
    private final PlanCatalogue plans;
    private final Challenging challenging;
    private final Sentences sentences;

    RoundController(
            Boards boards,
            RoundKeeping rounds,
            ReturnKeeping returns,
            PlanCatalogue plans,
            Challenging challenging,
            Sentences sentences) {
        this.challenging = challenging;
        this.sentences = sentences;
        this.boards = boards;
        this.rounds = rounds;
        this.returns = returns;
        this.plans = plans;
    }

    /** Leads to the round that is open, when it is the only one. */
    @GetMapping("/rounds")
    String rounds(@AuthenticationPrincipal SignedIn by, Model model) {
        List<Boards.Entry> all = boards.all(by);
        List<Boards.Entry> open =
                all.stream().filter(round -> round.state() == RoundState.OPEN).toList();
        if (open.size() == 1) {
            return "redirect:/rounds/" + open.get(0).id();
        }
        return list(by, all, model);
    }

    @GetMapping("/rounds/all")
    String all(@AuthenticationPrincipal SignedIn by, Model model) {
        return list(by, boards.all(by), model);
    }

    private String list(SignedIn by, List<Boards.Entry> all, Model model) {
        model.addAttribute("rounds", all);
        model.addAttribute(
                "plans",
                plans.of(by.organisation()).stream()
                        .filter(plan -> plan.state() != PlanState.CLOSED)
                        .toList());
        return "reporting/rounds";
    }

    @GetMapping("/rounds/{id}")
    String board(@PathVariable RoundId id, @AuthenticationPrincipal SignedIn by, Model model) {
        return page(find(by, id), "", new Problems(), model);
    }

    private static String page(Board board, String because, Problems problems, Model model) {
        model.addAttribute("board", board);
        model.addAttribute("because", because);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "reporting/board";
    }

    /** Reminds owners of their returns by hand. */
    @PostMapping("/rounds/{id}/remind")
    String remind(
            @PathVariable RoundId id,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") List<ReturnId> owed,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Board board = find(by, id);
        List<ReturnId> reminded = board.awaited().stream()
                .filter(owner -> switch (who) {
                    case "all" -> true;
                    case "late" -> owner.late();
                    default -> owed.contains(owner.id());
                })
                .map(Board.Owner::id)
                .toList();
        if (reminded.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(board, "", new Problems().add("remind", sentences.of("reporting.fault.remind")), model);
        }
        return once.perform(() -> {
            returns.remind(by, id, reminded);
            return "redirect:/rounds/" + id + "?reminded#owners";
        });
    }

    @PostMapping("/rounds/{id}/doubts/{node}/{challenge}/ask")
    String ask(
            @PathVariable RoundId id,
            @PathVariable NodeId node,
            @PathVariable Challenge challenge,
            @AuthenticationPrincipal SignedIn by,
            Once once) {
        return once.perform(() -> {
            challenging.ask(by, id, node, challenge);
            return "redirect:/rounds/" + id + "?asked#doubts";
        });
    }

    @PostMapping("/rounds/{id}/doubts/{node}/{challenge}/dismiss")
    String dismiss(
            @PathVariable RoundId id,
            @PathVariable NodeId node,
            @PathVariable Challenge challenge,
            @RequestParam(defaultValue = "") String because,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        String why = because.replace("\0", "").strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            String sentence = why.isEmpty()
                    ? sentences.of("reporting.fault.dismiss")
                    : sentences.of("reporting.fault.too-long", LONGEST_REASON);
            Problems problems = new Problems().add("because-" + node + "-" + challenge, sentence);
            return page(find(by, id), because, problems, model);
        }
        return once.perform(() -> {
            challenging.dismiss(by, id, node, challenge, why);
            return "redirect:/rounds/" + id + "?dismissed#doubts";
        });
    }

    @GetMapping("/rounds/{id}/close")
    String askToClose(@PathVariable RoundId id, @AuthenticationPrincipal SignedIn by, Model model) {
        model.addAttribute("board", find(by, id));
        return "reporting/close";
    }

    @PostMapping("/rounds/{id}/close")
    String close(@PathVariable RoundId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            rounds.close(by, id);
            return "redirect:/rounds/" + id;
        });
    }

    private Board find(SignedIn by, RoundId id) {
        return boards.find(by, id).orElseThrow(NotHere::new);
    }
}
