package org.dueregard.plan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.calendar.Deadline;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanKeeping;
import org.dueregard.plan.model.NodeSheet;
import org.dueregard.plan.model.NodeSheets;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.ParkedForms;
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

/** The pages on which a policy officer changes a node of the plan: what it says, by whom, by when, and its end. */
@Controller
@AllowedTo(Role.POLICY_OFFICER)
class EditController {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_OUTCOME = 4_000;
    private static final int LONGEST_OWNER = 300;
    private static final int LONGEST_DEADLINE = 200;
    private static final int LONGEST_REASON = 2_000;

    private final NodeSheets sheets;
    private final UnitDirectory units;
    private final PlanKeeping plans;
    private final ParkedForms parked;
    private final MessageSource messages;
    private final When when;

    EditController(
            NodeSheets sheets,
            UnitDirectory units,
            PlanKeeping plans,
            ParkedForms parked,
            MessageSource messages,
            When when) {
        this.sheets = sheets;
        this.units = units;
        this.plans = plans;
        this.parked = parked;
        this.messages = messages;
        this.when = when;
    }

    /** The addresses that forms are sent to lead back to the page that they stand on. */
    @GetMapping({"/items/{node}/edit", "/items/{node}/wording", "/items/{node}/owner", "/items/{node}/deadline"})
    String page(
            @PathVariable NodeId node, @AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        NodeSheet sheet = sheet(by, node);
        NodeForm stored = NodeForm.of(sheet);
        NodeForm kept = parked.waitingFor(request).map(stored::with).orElse(null);
        model.addAttribute("kept", kept != null);
        return page(by, sheet, kept == null ? stored : kept, new Problems(), model);
    }

    private NodeSheet sheet(SignedIn by, NodeId node) {
        return sheets.find(by.organisation(), node).orElseThrow(NotHere::new);
    }

    private String page(SignedIn by, NodeSheet sheet, NodeForm form, Problems problems, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("form", form);
        List<UnitOption> choices = unitsToChoose(by, sheet);
        model.addAttribute("units", choices);
        model.addAttribute(
                "involved",
                choices.stream()
                        .filter(unit -> form.involves(unit.value()))
                        .map(UnitOption::name)
                        .collect(Collectors.joining(", ")));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "plan/edit";
    }

    /** The council's units, and those that have ended but still stand at the node. */
    private List<UnitOption> unitsToChoose(SignedIn by, NodeSheet sheet) {
        Map<UnitId, UnitOption> options = new LinkedHashMap<>();
        Map<UnitId, String> names = new HashMap<>();
        for (UnitEntry unit : units.of(by.organisation())) {
            names.put(unit.id(), unit.name());
            // the whole council's departments are known by their names, what is below them by where it belongs
            String above = unit.depth() < 2 || unit.parent() == null ? null : names.get(unit.parent());
            options.put(
                    unit.id(),
                    new UnitOption(
                            unit.id().toString(),
                            unit.name(),
                            above == null ? unit.name() : say("plan.edit.unit-of", unit.name(), above)));
        }
        Stream.concat(Stream.ofNullable(sheet.reports()), sheet.involved().stream())
                .forEach(unit -> options.computeIfAbsent(unit, ended -> {
                    String name = say("plan.edit.unit-ended");
                    return new UnitOption(ended.toString(), name, name);
                }));
        return List.copyOf(options.values());
    }

    @PostMapping("/items/{node}/wording")
    String reword(
            @PathVariable NodeId node,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String intendedOutcome,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        NodeSheet sheet = sheet(by, node);
        NodeForm form =
                NodeForm.of(sheet).seenAs(version).withWording(NodeForm.typed(title), NodeForm.typed(intendedOutcome));
        Problems problems = new Problems();
        String newTitle = form.title().strip();
        problems.require(
                "title",
                newTitle,
                LONGEST_TITLE,
                say("plan.edit.fault.title"),
                say("plan.edit.fault.title-long", LONGEST_TITLE));
        if (form.intendedOutcome().length() > LONGEST_OUTCOME) {
            problems.add("intendedOutcome", say("plan.edit.fault.outcome-long", LONGEST_OUTCOME));
        }
        if (!problems.isEmpty()) {
            return refused(by, sheet, form, problems, response, model);
        }
        String outcome = sheet.hasIntendedOutcome() ? wordsOrNull(form.intendedOutcome()) : sheet.intendedOutcome();
        return done(request, response, node, once.perform(() -> {
            plans.reword(by, node, version, newTitle, outcome);
            return "redirect:" + sheet.page();
        }));
    }

    @PostMapping("/items/{node}/owner")
    String answeredFor(
            @PathVariable NodeId node,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String ownerWords,
            @RequestParam(defaultValue = "") String reports,
            @RequestParam(defaultValue = "") List<String> involved,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        NodeSheet sheet = sheet(by, node);
        NodeForm form = NodeForm.of(sheet).seenAs(version).withOwner(NodeForm.typed(ownerWords), reports, involved);
        UnitId reporting = reports.isEmpty() ? null : unit(reports);
        List<UnitId> leads = new ArrayList<>();
        Stream.concat(Stream.ofNullable(reporting), involved.stream().map(EditController::unit))
                .distinct()
                .forEach(leads::add);
        Problems problems = new Problems();
        if (form.ownerWords().length() > LONGEST_OWNER) {
            problems.add("ownerWords", say("plan.edit.fault.owner-long", LONGEST_OWNER));
        }
        if (reporting == null && sheet.owesUpdate() && sheet.reportsAbove() == null) {
            problems.add("reports", say("plan.edit.fault.reports"));
        }
        if (!problems.isEmpty()) {
            return refused(by, sheet, form, problems, response, model);
        }
        return done(request, response, node, once.perform(() -> {
            plans.answeredFor(by, node, version, wordsOrNull(form.ownerWords()), leads, reporting);
            return "redirect:" + sheet.page();
        }));
    }

    /** Leads back to the page, which says what last day the words come to. */
    @PostMapping("/items/{node}/deadline")
    String dueBy(
            @PathVariable NodeId node,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String deadline,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        NodeSheet sheet = sheet(by, node);
        NodeForm form = NodeForm.of(sheet).seenAs(version).withDeadline(NodeForm.typed(deadline));
        if (form.deadline().length() > LONGEST_DEADLINE) {
            Problems problems = new Problems();
            problems.add("deadline", say("plan.edit.fault.deadline-long", LONGEST_DEADLINE));
            return refused(by, sheet, form, problems, response, model);
        }
        return done(request, response, node, once.perform(() -> {
            plans.dueBy(by, node, version, Deadline.of(form.deadline().strip()));
            return "redirect:/items/" + node + "/edit?deadline";
        }));
    }

    @GetMapping("/items/{node}/retire")
    String retirement(
            @PathVariable NodeId node, @AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        NodeSheet sheet = sheet(by, node);
        if (sheet.isRetired()) {
            return "redirect:/items/" + node;
        }
        Map<String, List<String>> kept = parked.waitingFor(request).orElse(Map.of());
        model.addAttribute("kept", !kept.isEmpty());
        return retirement(
                by, sheet, sheet.version(), first(kept, "reason"), first(kept, "successor"), new Problems(), model);
    }

    private static String first(Map<String, List<String>> kept, String name) {
        return kept.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    private String retirement(
            SignedIn by,
            NodeSheet sheet,
            long version,
            String reason,
            String successor,
            Problems problems,
            Model model) {
        Map<String, List<NodeSheet.Successor>> successors = new LinkedHashMap<>();
        sheets.successors(by.organisation(), sheet.id())
                .forEach(each -> successors
                        .computeIfAbsent(Objects.requireNonNullElse(each.area(), ""), any -> new ArrayList<>())
                        .add(each));
        model.addAttribute("sheet", sheet);
        model.addAttribute("version", version);
        model.addAttribute("reason", reason);
        model.addAttribute("successor", successor);
        model.addAttribute("successors", successors);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "plan/retire";
    }

    @PostMapping("/items/{node}/retire")
    String retire(
            @PathVariable NodeId node,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String successor,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        NodeSheet sheet = sheet(by, node);
        String because = NodeForm.typed(reason).strip();
        NodeId replacedBy = successor.isEmpty() ? null : node(successor);
        Problems problems = new Problems();
        problems.require(
                "reason",
                because,
                LONGEST_REASON,
                say("plan.retire.fault.reason"),
                say("plan.retire.fault.reason-long", LONGEST_REASON));
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return retirement(by, sheet, version, NodeForm.typed(reason), successor, problems, model);
        }
        return done(request, response, node, once.perform(() -> {
            plans.retire(by, node, version, when.today(), because, replacedBy);
            return "redirect:/items/" + node;
        }));
    }

    private String refused(
            SignedIn by, NodeSheet sheet, NodeForm form, Problems problems, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(by, sheet, form, problems, model);
    }

    /** What was kept of these pages when a session ended is saved now. */
    private String done(HttpServletRequest request, HttpServletResponse response, NodeId node, String answer) {
        parked.letGoUnder("/items/" + node, request, response);
        return answer;
    }

    private static UnitId unit(String id) {
        try {
            return UnitId.of(id);
        } catch (IllegalArgumentException noId) {
            throw new NotHere();
        }
    }

    private static NodeId node(String id) {
        try {
            return NodeId.of(id);
        } catch (IllegalArgumentException noId) {
            throw new NotHere();
        }
    }

    private static @Nullable String wordsOrNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private String say(String key, Object... details) {
        return Objects.requireNonNull(messages.getMessage(key, details, LocaleContextHolder.getLocale()));
    }
}
