package org.dueregard.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnKeeping.Conflict;
import org.dueregard.reporting.ReturnKeeping.Typed;
import org.dueregard.reporting.read.Sheet;
import org.dueregard.reporting.read.Sheets;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of a return as the rows of a grid, for those who have them as a column of a spreadsheet. */
@Controller
@RequestMapping("/returns/{id}/grid")
@AllowedTo({Role.SERVICE_MANAGER, Role.POLICY_OFFICER})
class GridController {

    private static final int LONGEST_COLUMN = 200_000;

    private final Sheets sheets;
    private final Saving saving;
    private final ParkedForms parked;
    private final Sentences sentences;
    private final When when;

    GridController(Sheets sheets, Saving saving, ParkedForms parked, Sentences sentences, When when) {
        this.sheets = sheets;
        this.saving = saving;
        this.parked = parked;
        this.sentences = sentences;
        this.when = when;
    }

    @GetMapping
    String page(
            @PathVariable ReturnId id, @AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        Sheet stored = sheets.find(by, id).orElseThrow(NotHere::new);
        if (!stored.isOpenToOwner()) {
            return "redirect:/returns/" + id;
        }
        Map<UUID, Typed> kept = parked.waitingFor(request)
                .map(TypedForm::ofKept)
                .map(form -> form.figures(stored))
                .orElse(Map.of());
        model.addAttribute("kept", !kept.isEmpty());
        return page(by, stored, kept, List.of(), new Problems(), model);
    }

    /** @param typed what is shown in place of what is stored */
    private String page(
            SignedIn by,
            Sheet stored,
            Map<UUID, Typed> typed,
            List<Conflict> conflicts,
            Problems problems,
            Model model) {
        Sheet sheet =
                typed.isEmpty() ? stored : sheets.find(by, stored.id(), typed).orElseThrow(NotHere::new);
        model.addAttribute("sheet", sheet);
        model.addAttribute("rows", rows(sheet));
        model.addAttribute(
                "was", stored.items().stream().collect(Collectors.toMap(Sheet.Item::id, Sheet.Item::figuresStamp)));
        model.addAttribute(
                "conflicts", conflicts.stream().collect(Collectors.toMap(Conflict::item, Function.identity())));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty() || !conflicts.isEmpty());
        return "reporting/grid";
    }

    private static List<Sheet.Item> rows(Sheet sheet) {
        return sheet.items().stream().filter(Sheet.Item::asksForFigure).toList();
    }

    /** {@code then} says what the person pressed: to save, or to see first where the lines of a column would go. */
    @PostMapping
    String save(
            @PathVariable ReturnId id,
            @RequestParam(defaultValue = "save") String then,
            @RequestParam(defaultValue = "") String column,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal SignedIn by,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Sheet stored = sheets.find(by, id).orElseThrow(NotHere::new);
        Map<UUID, Typed> typed = TypedForm.of(request.getParameterMap()).figures(stored);
        if (then.equals("column")) {
            return show(by, stored, typed, column, from, request, response, model);
        }
        List<Conflict> conflicts = saving.save(by, id, typed);
        if (!conflicts.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            typed.keySet().retainAll(conflicts.stream().map(Conflict::item).toList());
            return page(by, sheets.find(by, id).orElseThrow(NotHere::new), typed, conflicts, new Problems(), model);
        }
        parked.letGo(request, response);
        return then.equals("check") ? "redirect:/returns/" + id + "/check" : "redirect:/returns/" + id + "/grid?saved";
    }

    /** What was typed in other rows stays, saved no more than the column is. */
    private String show(
            SignedIn by,
            Sheet stored,
            Map<UUID, Typed> typed,
            String column,
            String from,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!stored.isOpenToOwner()) {
            throw new AlreadyDone("reporting.workbook.not-open");
        }
        model.addAttribute("column", column);
        model.addAttribute("from", from);
        if (column.isBlank() || column.length() > LONGEST_COLUMN) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            Problems problems = new Problems().add("column", sentences.of("reporting.grid.fault.column"));
            return page(by, stored, typed, List.of(), problems, model);
        }
        Sheet begun =
                typed.isEmpty() ? stored : sheets.find(by, stored.id(), typed).orElseThrow(NotHere::new);
        PastedColumn pasted = PastedColumn.read(column, idOf(from), rows(begun), begun, when.today(), sentences);
        Map<UUID, Typed> shown = new HashMap<>(typed);
        Map<UUID, Typed> before = TypedForm.of(request.getParameterMap()).items();
        for (Sheet.Item item : begun.items()) {
            ItemWords words = pasted.words().get(item.id());
            Typed seen = before.get(item.id());
            if (words != null) {
                shown.put(
                        item.id(),
                        new Typed(item.words().withFiguresOf(words), seen == null ? item.stamp() : seen.seen()));
            }
        }
        model.addAttribute("pasted", pasted);
        return page(by, stored, shown, List.of(), new Problems(), model);
    }

    private static @Nullable UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** Saves one row while it is typed, and answers with the status that it would give. */
    @PostMapping("/{item}")
    String saveRow(
            @PathVariable ReturnId id,
            @PathVariable UUID item,
            @AuthenticationPrincipal SignedIn by,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Sheet stored = sheets.find(by, id).orElseThrow(NotHere::new);
        Map<UUID, Typed> typed = TypedForm.of(request.getParameterMap()).figures(stored);
        typed.keySet().retainAll(List.of(item));
        List<Conflict> conflicts = saving.save(by, id, typed);
        if (!conflicts.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        }
        Sheet sheet = sheets.find(by, id).orElseThrow(NotHere::new);
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "item",
                rows(sheet).stream()
                        .filter(one -> one.id().equals(item))
                        .findFirst()
                        .orElseThrow(NotHere::new));
        model.addAttribute("conflict", conflicts.isEmpty() ? null : conflicts.get(0));
        return "reporting/grid-saved";
    }
}
