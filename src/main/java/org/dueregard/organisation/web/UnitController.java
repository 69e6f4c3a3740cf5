package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.UnitKind;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.read.UnitSheet;
import org.dueregard.organisation.read.UnitSheets;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator's units: how the council is built, as far as plans need it. */
@Controller
@RequestMapping("/units")
@AllowedTo(Role.ADMINISTRATOR)
class UnitController {

    private static final List<String> NOTICES = List.of("added", "renamed");

    private final Administration administration;
    private final UnitDirectory units;
    private final UnitSheets sheets;
    private final Sentences sentences;

    UnitController(Administration administration, UnitDirectory units, UnitSheets sheets, Sentences sentences) {
        this.administration = administration;
        this.units = units;
        this.sheets = sheets;
        this.sentences = sentences;
    }

    @GetMapping
    String all(@AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        model.addAttribute("units", units.of(by.organisation()));
        model.addAttribute("holders", sheets.holders(by.organisation()));
        addNotice(request, model);
        return "organisation/units";
    }

    @GetMapping("/new")
    String askForUnit(@AuthenticationPrincipal SignedIn by, Model model) {
        return newUnit(units.of(by.organisation()), UnitForm.EMPTY, new Problems(), model);
    }

    private String newUnit(List<UnitEntry> all, UnitForm unit, Problems problems, Model model) {
        List<Choice> kinds = new ArrayList<>();
        kinds.add(new Choice("", sentences.of("organisation.unit.kind.choose")));
        Arrays.stream(UnitKind.values())
                .map(kind -> new Choice(kind.name(), sentences.of("organisation.unit-kind." + kind)))
                .forEach(kinds::add);
        List<Choice> parents = new ArrayList<>();
        parents.add(new Choice("", sentences.of("organisation.unit.parent.none")));
        parents.addAll(UnitChoices.of(all));
        model.addAttribute("unit", unit);
        model.addAttribute("kinds", kinds);
        model.addAttribute("parents", parents);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "organisation/unit-new";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String shortName,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String parent,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        UnitForm typed = UnitForm.of(name, shortName, kind, parent);
        Problems problems = new Problems();
        try {
            return once.perform(() -> {
                List<UnitEntry> all = units.of(by.organisation());
                typed.checkNames(all, null, sentences, problems);
                typed.checkPlace(all, sentences, problems);
                if (!problems.isEmpty()) {
                    throw new Refused();
                }
                UnitId id = administration.addUnit(
                        by.organisation(),
                        by,
                        typed.above(),
                        UnitKind.valueOf(typed.kind()),
                        typed.name(),
                        typed.shortNameOrNone());
                return "redirect:/units?added#unit-" + id;
            });
        } catch (Refused why) {
            // said beside the fields
        } catch (DataIntegrityViolationException addedMeanwhile) {
            problems.add("name", sentences.of("organisation.unit.name.taken"));
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return newUnit(units.of(by.organisation()), typed, problems, model);
    }

    /** Found out inside the change: the same form sent twice does not find its own unit in the way. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @GetMapping("/{id}")
    String unit(@PathVariable UnitId id, @AuthenticationPrincipal SignedIn by, Model model) {
        UnitSheet sheet = find(by, id);
        return page(
                sheet, UnitForm.of(sheet.name(), sheet.shortName(), "", ""), sheet.version(), new Problems(), model);
    }

    private static String page(UnitSheet sheet, UnitForm unit, long version, Problems problems, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("unit", unit);
        model.addAttribute("version", version);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "organisation/unit";
    }

    @PostMapping("/{id}")
    String rename(
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String shortName,
            @RequestParam long version,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        UnitSheet sheet = find(by, id);
        UnitForm typed = UnitForm.of(name, shortName, "", "");
        Problems problems = new Problems();
        typed.checkNames(units.of(by.organisation()), id, sentences, problems);
        if (problems.isEmpty()) {
            try {
                return once.perform(() -> {
                    administration.renameUnit(by, id, version, typed.name(), typed.shortNameOrNone());
                    return "redirect:/units?renamed#unit-" + id;
                });
            } catch (DataIntegrityViolationException takenMeanwhile) {
                problems.add("name", sentences.of("organisation.unit.name.taken"));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(sheet, typed, version, problems, model);
    }

    private UnitSheet find(SignedIn by, UnitId id) {
        return sheets.find(by.organisation(), id).orElseThrow(NotHere::new);
    }

    private static void addNotice(HttpServletRequest request, Model model) {
        NOTICES.stream()
                .filter(notice -> request.getParameter(notice) != null)
                .findFirst()
                .ifPresent(notice -> model.addAttribute("notice", notice));
    }
}
