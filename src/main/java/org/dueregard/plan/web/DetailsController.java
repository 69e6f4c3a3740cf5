package org.dueregard.plan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanDetails;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanKeeping;
import org.dueregard.plan.PlanOrigins;
import org.dueregard.plan.PlanState;
import org.dueregard.plan.PlansInDetail;
import org.dueregard.plan.UnfinishedBusiness;
import org.dueregard.plan.model.Plan;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.ParkedForms;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page about a plan as a whole, on which a policy officer names it and leads it from draft to closed. */
@Controller
@AllowedTo(Role.POLICY_OFFICER)
class DetailsController {

    private static final int LONGEST_AGREED_BY = 200;
    private static final int LONGEST_REASON = 2_000;

    private final PlansInDetail details;
    private final PlanKeeping plans;
    private final Optional<PlanOrigins> origins;
    private final Optional<UnfinishedBusiness> unfinished;
    private final ParkedForms parked;
    private final Sentences sentences;
    private final When when;

    DetailsController(
            PlansInDetail details,
            PlanKeeping plans,
            Optional<PlanOrigins> origins,
            Optional<UnfinishedBusiness> unfinished,
            ParkedForms parked,
            Sentences sentences,
            When when) {
        this.details = details;
        this.plans = plans;
        this.origins = origins;
        this.unfinished = unfinished;
        this.parked = parked;
        this.sentences = sentences;
        this.when = when;
    }

    private PlanDetails find(SignedIn by, PlanId plan) {
        return details.find(by.organisation(), plan).orElseThrow(NotHere::new);
    }

    /** The addresses that forms are sent to lead back to the page that they stand on. */
    @GetMapping({"/plans/{plan}/details", "/plans/{plan}/title", "/plans/{plan}/state"})
    String page(
            @PathVariable PlanId plan, @AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        PlanDetails found = find(by, plan);
        DetailsForm stored = DetailsForm.of(found);
        DetailsForm kept = parked.waitingFor(request).map(stored::with).orElse(null);
        model.addAttribute("kept", kept != null);
        return page(by, found, kept == null ? stored : kept, new Problems(), model);
    }

    private String page(SignedIn by, PlanDetails plan, DetailsForm form, Problems problems, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("form", form);
        model.addAttribute(
                "origin",
                origins.flatMap(all -> all.of(by.organisation(), plan.id())).orElse(null));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "plan/details";
    }

    private String refused(
            SignedIn by,
            PlanDetails plan,
            DetailsForm form,
            Problems problems,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(by, plan, form, problems, model);
    }

    @PostMapping("/plans/{plan}/title")
    String retitle(
            @PathVariable PlanId plan,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String title,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PlanDetails found = find(by, plan);
        DetailsForm form = DetailsForm.of(found).seenAs(version).withTitle(NodeForm.typed(title));
        Problems problems = new Problems();
        problems.require(
                "title",
                form.newTitle(),
                Plan.LONGEST_TITLE,
                sentences.of("plan.details.fault.title"),
                sentences.of("plan.details.fault.title-long", Plan.LONGEST_TITLE));
        if (!problems.isEmpty()) {
            found.state().require(PlanState.DRAFT, PlanState.AGREED, PlanState.ACTIVE);
            return refused(by, found, form, problems, response, model);
        }
        return done(request, response, plan, once.perform(() -> {
            plans.retitle(by, plan, version, form.newTitle());
            return "redirect:/plans/" + plan + "/details?retitled";
        }));
    }

    /** A draft is agreed, or put in force at once; what was agreed is put in force. */
    @PostMapping("/plans/{plan}/state")
    String step(
            @PathVariable PlanId plan,
            @RequestParam long version,
            @RequestParam(defaultValue = "AGREED") String state,
            @RequestParam(defaultValue = "") String agreedOn,
            @RequestParam(defaultValue = "") String agreedBy,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PlanDetails found = find(by, plan);
        DetailsForm form = DetailsForm.of(found)
                .seenAs(version)
                .withStep(state, NodeForm.typed(agreedOn), NodeForm.typed(agreedBy));
        LocalDate day = form.day(when.today()).orElse(null);
        String whoAgreed = form.agreedBy().isBlank() ? null : form.agreedBy().strip();
        Problems problems = problems(form, day);
        if (!problems.isEmpty()) {
            found.state().require(PlanState.DRAFT);
            return refused(by, found, form, problems, response, model);
        }
        return done(request, response, plan, once.perform(() -> {
            if (!form.inForce()) {
                plans.agree(by, plan, version, Objects.requireNonNull(day), Objects.requireNonNull(whoAgreed));
                return "redirect:/plans/" + plan + "/details?agreed";
            }
            if (found.state() == PlanState.AGREED) {
                plans.putInForce(by, plan, version);
            } else {
                plans.putInForce(by, plan, version, day, whoAgreed);
            }
            return "redirect:/plans/" + plan + "/details?in-force";
        }));
    }

    /** What is agreed was agreed on a day by somebody; what is in force may be so since nobody knows when. */
    private Problems problems(DetailsForm form, @Nullable LocalDate day) {
        Problems problems = new Problems();
        if (day == null && !(form.inForce() && form.agreedOn().isBlank())) {
            problems.add(
                    "agreedOn",
                    sentences.of(form.inForce() ? "plan.details.fault.agreed-on-if" : "plan.details.fault.agreed-on"));
        }
        if (form.agreedBy().isBlank() && !form.inForce()) {
            problems.add("agreedBy", sentences.of("plan.details.fault.agreed-by"));
        } else if (form.agreedBy().strip().length() > LONGEST_AGREED_BY) {
            problems.add("agreedBy", sentences.of("plan.details.fault.agreed-by-long", LONGEST_AGREED_BY));
        }
        return problems;
    }

    @GetMapping("/plans/{plan}/close")
    String closing(
            @PathVariable PlanId plan, @AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        PlanDetails found = find(by, plan);
        if (!found.isOpen()) {
            return "redirect:/plans/" + plan + "/details";
        }
        Map<String, List<String>> kept = parked.waitingFor(request).orElse(Map.of());
        model.addAttribute("kept", !kept.isEmpty());
        String reason =
                kept.getOrDefault("reason", List.of()).stream().findFirst().orElse("");
        return closing(found, found.version(), reason, new Problems(), model);
    }

    private String closing(PlanDetails plan, long version, String reason, Problems problems, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("version", version);
        model.addAttribute("reason", reason);
        model.addAttribute(
                "unfinished", unfinished.map(all -> all.of(plan.id())).orElse(List.of()));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "plan/close";
    }

    @PostMapping("/plans/{plan}/close")
    String close(
            @PathVariable PlanId plan,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PlanDetails found = find(by, plan);
        String because = NodeForm.typed(reason).strip();
        Problems problems = new Problems();
        problems.require(
                "reason",
                because,
                LONGEST_REASON,
                sentences.of("plan.close.fault.reason"),
                sentences.of("plan.close.fault.reason-long", LONGEST_REASON));
        if (!problems.isEmpty()) {
            found.state().require(PlanState.ACTIVE);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return closing(found, version, NodeForm.typed(reason), problems, model);
        }
        return done(request, response, plan, once.perform(() -> {
            plans.close(by, plan, version, because);
            return "redirect:/plans/" + plan + "/details?closed";
        }));
    }

    /** What was kept of these pages when a session ended is saved now. */
    private String done(HttpServletRequest request, HttpServletResponse response, PlanId plan, String answer) {
        parked.letGoUnder("/plans/" + plan, request, response);
        return answer;
    }
}
