package org.dueregard.reporting.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** A day that comes, and what comes on it. */
    public record Coming(LocalDate day, boolean meeting, String round) {}

    private static List<Coming> coming(List<Sheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> Stream.of(
                                new Coming(sheet.dueOn(), false, sheet.roundName()),
                                sheet.meetingOn() == null
                                        ? null
                                        : new Coming(sheet.meetingOn(), true, sheet.roundName()))
                        .filter(Objects::nonNull))
                .distinct()
                .sorted(Comparator.comparing(Coming::day))
                .toList();
    }

    /** With the items of all returns of open rounds, those that are still to be handed in before the others. */
    @GetMapping("/updates")
    String updates(@AuthenticationPrincipal SignedIn by, Model model) {
        List<Owed> all = updates.of(by);
        List<Owed> open = all.stream().filter(Owed::open).toList();
        List<Sheet> sheets = this.sheets.of(
                by,
                open.stream()
                        .sorted(Comparator.comparing(Owed::isIn))
                        .map(Owed::id)
                        .toList());
        model.addAttribute("open", open);
        model.addAttribute("several", all.stream().map(Owed::plan).distinct().count() > 1);
        model.addAttribute("sheets", sheets);
        model.addAttribute("coming", coming(sheets));
        model.addAttribute("earlier", all.stream().filter(owed -> !owed.open()).toList());
        model.addAttribute("actions", actions.map(owed -> owed.of(by)).orElse(List.of()));
        return "reporting/updates";
    }
}
