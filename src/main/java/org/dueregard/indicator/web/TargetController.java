package org.dueregard.indicator.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
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
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
    private final MessageSource messages;
    private final When when;

    TargetController(
            TargetSheets sheets, IndicatorKeeping indicators, ParkedForms parked, MessageSource messages, When when) {
        this.sheets = sheets;
        this.indicators = indicators;
        this.parked = parked;
        this.messages = messages;
        this.when = when;
    }

    @GetMapping("/items/{node}/target")
    String page(
            @PathVariable NodeId node, @AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        TargetSheet sheet = sheet(by, node);
        TargetForm kept = parked.waitingFor(request).map(TargetController::form).orElse(null);
        model.addAttribute("kept", kept != null);
        return page(sheet, kept == null ? TargetForm.of(sheet) : kept, new Problems(), model);
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
        model.addAttribute("sheet", sheet);
        model.addAttribute("now", dossier.assess(when.today()));
        model.addAttribute("form", form);
        model.addAttribute(
                "kinds",
                TargetReading.kindsFor(
                        dossier.measure(), dossier.setting().target().kind()));
        model.addAttribute("units", TargetReading.unitsFor(dossier.measure(), unit(target)));
        model.addAttribute("yesNo", TargetForm.isYesNo(dossier.measure()));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "indicator/target";
    }

    private static @Nullable ChangeUnit unit(@Nullable TargetDraft target) {
        return target == null ? null : target.terms().changeUnit();
    }

    /** {@code then} says what the person pressed: to save, or to see how the target would be judged. */
    @PostMapping("/items/{node}/target")
    String change(
            @PathVariable NodeId node,
            @ModelAttribute("form") TargetForm form,
            @RequestParam(defaultValue = "save") String then,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        TargetSheet sheet = sheet(by, node);
        boolean saving = !then.equals("show");
        TargetReading reading = TargetReading.of(form, sheet, saving, this::say);
        TargetDraft draft = reading.draft();
        if (draft == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(sheet, form, reading.problems(), model);
        }
        if (!saving) {
            Dossier judged = sheet.judgedBy(draft, reading.own());
            model.addAttribute("preview", judged);
            model.addAttribute("then", judged.assess(when.today()));
            return page(sheet, form, reading.problems(), model);
        }
        TargetSeen seen = seen(form);
        String why = form.reason().strip();
        String answer = once.perform(() -> {
            indicators.changeTarget(by, node, seen, draft, reading.own(), why.isEmpty() ? null : why);
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

    private String say(String key, Object... details) {
        return Objects.requireNonNull(messages.getMessage(key, details, LocaleContextHolder.getLocale()));
    }

    /** What was typed before the session ended. */
    private static TargetForm form(Map<String, List<String>> fields) {
        return new TargetForm(
                first(fields, "seen"),
                first(fields, "words"),
                first(fields, "kind"),
                first(fields, "period"),
                first(fields, "value"),
                first(fields, "low"),
                first(fields, "high"),
                first(fields, "relation"),
                first(fields, "comparatorValue"),
                first(fields, "changeAmount"),
                first(fields, "changeUnit"),
                first(fields, "yearOnYear"),
                first(fields, "tolerance"),
                first(fields, "reason"));
    }

    private static String first(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
