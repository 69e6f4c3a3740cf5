package org.dueregard.dashboard.web;

import java.util.List;
import java.util.Optional;
import org.dueregard.access.AllowedToSignedIn;
import org.dueregard.access.Role;
import org.dueregard.dashboard.read.PlanSheet;
import org.dueregard.dashboard.read.PlanSheets;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.plan.PlanEntry;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanOrigins;
import org.dueregard.plan.PlanState;
import org.dueregard.site.NotHere;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The whole plan on one page, as people know it from paper, with live statuses. */
@Controller
@AllowedToSignedIn
class PlanController {

    private final PlanCatalogue catalogue;
    private final PlanSheets sheets;
    private final Optional<PlanOrigins> origins;

    PlanController(PlanCatalogue catalogue, PlanSheets sheets, Optional<PlanOrigins> origins) {
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.origins = origins;
    }

    /** Leads to the plan when there is only one. */
    @GetMapping("/plans")
    String plans(@AuthenticationPrincipal SignedIn by, Model model) {
        List<PlanEntry> plans = catalogue.of(by.organisation());
        if (plans.size() == 1) {
            return "redirect:/plans/" + plans.get(0).id();
        }
        model.addAttribute("plans", plans);
        return "dashboard/plans";
    }

    /** @param imported the file that the plan was made from just now */
    @GetMapping("/plans/{id}")
    String plan(
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String open,
            @RequestParam(defaultValue = "") String imported,
            @AuthenticationPrincipal SignedIn by,
            Model model) {
        PlanSheet whole = sheets.find(by.organisation(), id).orElseThrow(NotHere::new);
        PlanSheet.Filter filter = new PlanSheet.Filter(division, unit, status, tag);
        model.addAttribute("whole", whole);
        model.addAttribute("filter", filter);
        model.addAttribute("open", filter.isSet() || open.equals("all"));
        model.addAttribute("statuses", List.of(Status.values()));
        boolean officer = by.is(Role.POLICY_OFFICER);
        if (officer && !imported.isEmpty()) {
            origins.flatMap(all -> all.of(by.organisation(), id))
                    .filter(origin -> origin.page().endsWith("/" + imported))
                    .ifPresent(origin -> {
                        model.addAttribute("made", origin);
                        model.addAttribute("toConfirm", sheets.targetsToConfirm(id));
                    });
        }
        model.addAttribute("officer", officer);
        model.addAttribute("mayEdit", officer && whole.state() != PlanState.CLOSED);
        return "dashboard/plan";
    }
}
