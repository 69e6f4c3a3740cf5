package org.dueregard.indicator.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.indicator.Basis;
import org.dueregard.indicator.Frequency;
import org.dueregard.indicator.IndicatorDraft;
import org.dueregard.indicator.IndicatorKeeping;
import org.dueregard.indicator.Polarity;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.model.DefinitionSheet;
import org.dueregard.indicator.model.DefinitionSheets;
import org.dueregard.indicator.model.DefinitionSheets.Place;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.site.AlreadyDone;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which a policy officer adds an indicator to the plan, and changes what one is. */
@Controller
@AllowedTo(Role.POLICY_OFFICER)
class DefinitionController {

    private final DefinitionSheets sheets;
    private final IndicatorKeeping indicators;
    private final ParkedForms parked;
    private final Sentences sentences;
    private final When when;

    DefinitionController(
            DefinitionSheets sheets, IndicatorKeeping indicators, ParkedForms parked, Sentences sentences, When when) {
        this.sheets = sheets;
        this.indicators = indicators;
        this.parked = parked;
        this.sentences = sentences;
        this.when = when;
    }

    @GetMapping("/items/{node}/indicators/new")
    String newPage(
            @PathVariable NodeId node, @AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        Place place = place(by, node);
        DefinitionForm kept =
                parked.waitingFor(request).map(DefinitionForm::typed).orElse(null);
        model.addAttribute("kept", kept != null);
        return page(place, kept == null ? DefinitionForm.empty() : kept, new Problems(), model);
    }

    private Place place(SignedIn by, NodeId node) {
        Place place = sheets.place(by.organisation(), node).orElseThrow(NotHere::new);
        if (place.closed()) {
            throw new AlreadyDone("plan.add.retired");
        }
        if (place.narrativeOnly()) {
            throw new AlreadyDone("plan.add.narrative-only");
        }
        return place;
    }

    private static String page(Place place, DefinitionForm form, Problems problems, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("planTolerance", place.planTolerance().words());
        model.addAttribute("triggers", TypedDefinition.triggers(null));
        model.addAttribute("comparators", List.of());
        choices(form, problems, model);
        return "indicator/definition-new";
    }

    private static void choices(DefinitionForm form, Problems problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", List.of(ValueKind.values()));
        model.addAttribute("polarities", List.of(Polarity.values()));
        model.addAttribute("bases", List.of(Basis.values()));
        model.addAttribute("frequencies", List.of(Frequency.values()));
        model.addAttribute(
                "places",
                IntStream.rangeClosed(0, TypedDefinition.MOST_DECIMALS).boxed().toList());
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
    }

    @PostMapping("/items/{node}/indicators/new")
    String add(
            @PathVariable NodeId node,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Place place = place(by, node);
        DefinitionForm form = DefinitionForm.typed(fields);
        TypedDefinition typed = TypedDefinition.ofNew(form, place.planTolerance(), sentences);
        IndicatorDraft draft = typed.draft();
        if (draft == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(place, form, typed.problems(), model);
        }
        String reference = form.reference().isEmpty() ? null : form.reference();
        String answer =
                once.perform(() -> "redirect:/items/" + indicators.addUnder(by, node, reference, draft) + "?added");
        letGo(request, response);
        return answer;
    }

    @GetMapping("/items/{node}/definition")
    String page(
            @PathVariable NodeId node, @AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        DefinitionSheet sheet = sheet(by, node);
        DefinitionForm kept =
                parked.waitingFor(request).map(DefinitionForm::typed).orElse(null);
        model.addAttribute("kept", kept != null);
        return page(sheet, kept == null ? DefinitionForm.of(sheet) : kept, new Problems(), model);
    }

    private DefinitionSheet sheet(SignedIn by, NodeId node) {
        DefinitionSheet sheet = sheets.find(by.organisation(), node).orElseThrow(NotHere::new);
        if (sheet.retired()) {
            throw new AlreadyDone("indicator.definition.retired");
        }
        return sheet;
    }

    private String page(DefinitionSheet sheet, DefinitionForm form, Problems problems, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("planTolerance", sheet.planTolerance().words());
        model.addAttribute("triggers", TypedDefinition.triggers(sheet.measure().triggerMonths()));
        model.addAttribute("comparators", TypedDefinition.comparators(sheet));
        model.addAttribute("now", sheet.dossier().assess(when.today()));
        choices(form, problems, model);
        return "indicator/definition";
    }

    /** {@code then} says what the person pressed: to save, or to see how it would be judged. */
    @PostMapping("/items/{node}/definition")
    String change(
            @PathVariable NodeId node,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam long version,
            @RequestParam(defaultValue = "save") String then,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        DefinitionSheet sheet = sheet(by, node);
        DefinitionForm form = DefinitionForm.typed(fields);
        boolean saving = !then.equals("show");
        TypedDefinition typed = TypedDefinition.of(form, sheet, saving, sentences);
        IndicatorDraft draft = typed.draft();
        if (draft == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(sheet, form, typed.problems(), model);
        }
        if (!saving) {
            model.addAttribute("then", sheet.judgedAs(draft).assess(when.today()));
            return page(sheet, form, typed.problems(), model);
        }
        @Nullable String why = form.reason().isEmpty() ? null : form.reason();
        String answer = once.perform(() -> {
            indicators.redefine(by, node, version, draft, why);
            return "redirect:/items/" + node;
        });
        letGo(request, response);
        return answer;
    }

    private void letGo(HttpServletRequest request, HttpServletResponse response) {
        if (parked.waitingFor(request).isPresent()) {
            parked.letGo(request, response);
        }
    }
}
