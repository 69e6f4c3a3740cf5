package org.dueregard.indicator.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.ChangeUnit;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.IndicatorKeeping;
import org.dueregard.indicator.TargetDraft;
import org.dueregard.indicator.TargetSeen;
import org.dueregard.indicator.model.TargetSheet;
import org.dueregard.indicator.model.TargetSheets;
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

/** The page on which a policy officer changes a target, and sees beforehand how it would be judged. */
@Controller
@AllowedTo(Role.POLICY_OFFICER)
class TargetController {

    private final TargetSheets sheets;
    private final IndicatorKeeping indicators;
    private final ParkedForms parked;
    private final Sentences sentences;
    private final When when;

    TargetController(
            TargetSheets sheets, IndicatorKeeping indicators, ParkedForms parked, Sentences sentences, When when) {
        this.sheets = sheets;
        this.indicators = indicators;
        this.parked = parked;
        this.sentences = sentences;
        this.when = when;
    }

    @GetMapping("/items/{node}/target")
    String page(
            @PathVariable NodeId node, @AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        TargetSheet sheet = sheet(by, node);
        TargetForm kept = parked.waitingFor(request).map(TargetForm::typed).orElse(null);
        model.addAttribute("kept", kept != null);
        TargetForm form = kept == null ? TargetForm.of(sheet) : kept;
        read(sheet, form, TypedTarget.of(form, sheet, false, sentences), model);
        return page(sheet, form, new Problems(), model);
    }

    private TargetSheet sheet(SignedIn by, NodeId node) {
        TargetSheet sheet = sheets.find(by.organisation(), node).orElseThrow(NotHere::new);
        if (sheet.retired()) {
            throw new AlreadyDone("indicator.target.retired");
        }
        return sheet;
    }

    private String page(TargetSheet sheet, TargetForm form, Problems problems, Model model) {
        Dossier dossier = sheet.dossier();
        TargetDraft target = sheet.target();
        model.addAttribute("now", dossier.assess(when.today()));
        model.addAttribute(
                "kinds",
                TypedTarget.kindsFor(
                        dossier.measure(), dossier.setting().target().kind()));
        model.addAttribute("units", TypedTarget.unitsFor(dossier.measure(), unit(target)));
        model.addAttribute("yesNo", TargetForm.isYesNo(dossier.measure()));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "indicator/target";
    }

    private static @Nullable ChangeUnit unit(@Nullable TargetDraft target) {
        return target == null ? null : target.terms().changeUnit();
    }

    /** How the words are understood, for the page and for what is shown while they are typed. */
    private void read(TargetSheet sheet, TargetForm form, TypedTarget typed, Model model) {
        Understanding words = typed.words();
        Period period = Period.read(form.period()).orElse(null);
        model.addAttribute("sheet", sheet);
        model.addAttribute("form", form);
        model.addAttribute("words", words);
        if (words != null) {
            model.addAttribute("because", words.because(sentences));
            model.addAttribute("notes", words.notes(period, sentences));
        }
        TargetDraft draft = typed.draft();
        if (form.isExact() && draft != null) {
            model.addAttribute(
                    "exactly", draft.terms().toTarget().words(sheet.dossier().measure()));
        }
        boolean differs = form.isExact() && draft != null && words != null && !words.isMeant(draft.terms());
        model.addAttribute("differs", differs);
        boolean unsure = words != null && !words.isConfirmedBy(form.confirmed());
        model.addAttribute("unfold", form.isExact() || unsure);
        model.addAttribute("interim", InterimBox.of(form, sheet.dossier().measure()));
    }

    /** {@code then} says what the person pressed: to save, or to see how it is judged; or that they are still typing. */
    @PostMapping("/items/{node}/target")
    String change(
            @PathVariable NodeId node,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "save") String then,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        TargetSheet sheet = sheet(by, node);
        TargetForm form = TargetForm.typed(fields);
        boolean saving = !then.equals("show") && !then.equals("live");
        TypedTarget typed = TypedTarget.of(form, sheet, saving, sentences);
        TargetDraft draft = typed.draft();
        if (!saving || draft == null) {
            read(sheet, form, typed, model);
            if (!saving && draft != null) {
                model.addAttribute("then", sheet.judgedBy(draft, typed.own()).assess(when.today()));
            }
            if (then.equals("live")) {
                model.addAttribute("problems", new Problems());
                model.addAttribute("missing", typed.problems().all());
                return "indicator/target-live";
            }
            if (draft == null) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
            return page(sheet, form, typed.problems(), model);
        }
        TargetSeen seen = seen(form);
        String why = form.reason().strip();
        String answer = once.perform(() -> {
            indicators.changeTarget(by, node, seen, draft, typed.own(), why.isEmpty() ? null : why);
            return "redirect:/items/" + node;
        });
        if (parked.waitingFor(request).isPresent()) {
            parked.letGo(request, response);
        }
        return answer;
    }

    private static TargetSeen seen(TargetForm form) {
        try {
            return TargetSeen.of(form.seen());
        } catch (IllegalArgumentException noneOfOurs) {
            throw new NotHere();
        }
    }
}
