package org.dueregard.reporting.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.reporting.OwedActions;
import org.dueregard.reporting.read.Sheet;
import org.dueregard.reporting.read.Sheets;
import org.dueregard.reporting.read.Updates;
import org.dueregard.reporting.read.Updates.Owed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A service manager's home: what is due, by when, and the one button. */
@Controller
@AllowedTo(Role.SERVICE_MANAGER)
class UpdatesController {

    private final Updates updates;
    private final Sheets sheets;
    private final Optional<OwedActions> actions;

    UpdatesController(Updates updates, Sheets sheets, Optional<OwedActions> actions) {
        this.updates = updates;
        this.sheets = sheets;
        this.actions = actions;
    }

    /** With the items of the first return that is still to be handed in. */
    @GetMapping("/updates")
    String updates(@AuthenticationPrincipal SignedIn by, Model model) {
        List<Owed> all = updates.of(by);
        List<Owed> open = all.stream().filter(Owed::open).toList();
        Sheet next = open.stream()
                .min(Comparator.comparing(Owed::isIn))
                .flatMap(owed -> sheets.find(by, owed.id()))
                .orElse(null);
        model.addAttribute("open", open);
        model.addAttribute("several", all.stream().map(Owed::plan).distinct().count() > 1);
        model.addAttribute("sheet", next);
        model.addAttribute("earlier", all.stream().filter(owed -> !owed.open()).toList());
        model.addAttribute("actions", actions.map(owed -> owed.of(by)).orElse(List.of()));
        return "reporting/updates";
    }
}
