package org.dueregard.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.RemarkKeeping;
import org.dueregard.reporting.read.Remarks;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Comments and questions on an item: who said what when, and whether it is dealt with. */
@Controller
@RequestMapping("/items/{node}/remarks")
@AllowedTo({Role.POLICY_OFFICER, Role.REVIEWER, Role.CHAIR, Role.SERVICE_MANAGER})
class RemarkController {

    private static final int LONGEST = 2_000;

    private final Remarks remarks;
    private final RemarkKeeping keeping;
    private final Sentences sentences;

    RemarkController(Remarks remarks, RemarkKeeping keeping, Sentences sentences) {
        this.remarks = remarks;
        this.keeping = keeping;
        this.sentences = sentences;
    }

    @GetMapping
    String page(@PathVariable NodeId node, @AuthenticationPrincipal SignedIn by, Model model) {
        return page(by, node, "", "", new Problems(), model);
    }

    private String page(SignedIn by, NodeId node, String words, String answering, Problems problems, Model model) {
        model.addAttribute("item", remarks.title(by, node).orElseThrow(NotHere::new));
        model.addAttribute("node", node);
        model.addAttribute("remarks", remarks.of(node));
        model.addAttribute("writer", remarks.mayWrite(by, node));
        model.addAttribute("words", words);
        model.addAttribute("answering", answering);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "reporting/remarks";
    }

    @PostMapping
    String write(
            @PathVariable NodeId node,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean question,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        String said = strip(words);
        Problems problems = check("words", said, "reporting.fault.remark");
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("question", question);
            return page(by, node, words, "", problems, model);
        }
        return once.perform(() -> {
            keeping.write(by, node, null, question, said);
            return "redirect:/items/" + node + "/remarks?written";
        });
    }

    @PostMapping("/{remark}/answer")
    String answer(
            @PathVariable NodeId node,
            @PathVariable UUID remark,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        String said = strip(answer);
        Problems problems = check("answer-" + remark, said, "reporting.fault.answer");
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(by, node, "", answer, problems, model);
        }
        return once.perform(() -> {
            keeping.answer(by, node, remark, said);
            return "redirect:/items/" + node + "/remarks?answered";
        });
    }

    @PostMapping("/{remark}/resolve")
    String resolve(
            @PathVariable NodeId node, @PathVariable UUID remark, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            keeping.resolve(by, node, remark);
            return "redirect:/items/" + node + "/remarks?resolved";
        });
    }

    private Problems check(String field, String said, String missing) {
        Problems problems = new Problems();
        if (said.isEmpty()) {
            problems.add(field, sentences.of(missing));
        } else if (said.length() > LONGEST) {
            problems.add(field, sentences.of("reporting.fault.too-long", String.format("%,d", LONGEST)));
        }
        return problems;
    }

    private static String strip(String typed) {
        return typed.replace("\0", "").replace("\r\n", "\n").strip();
    }
}
