package org.dueregard.indicator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.dueregard.access.AllowedToSignedIn;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Assessment;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Lines;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.model.TargetSheet;
import org.dueregard.indicator.model.TargetSheets;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.dueregard.site.When;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which anybody tries another figure, tolerance or target. Nothing is saved; the address can be sent. */
@Controller
@AllowedToSignedIn
class WhatIfController {

    private final TargetSheets sheets;
    private final Sentences sentences;
    private final When when;

    WhatIfController(TargetSheets sheets, Sentences sentences, When when) {
        this.sheets = sheets;
        this.sentences = sentences;
        this.when = when;
    }

    /** {@code then} says that the person is still typing, and only what changes is asked for. */
    @GetMapping("/items/{node}/what-if")
    String page(
            @PathVariable NodeId node,
            @ModelAttribute("typed") WhatIfForm typed,
            @RequestParam(defaultValue = "") String then,
            @AuthenticationPrincipal SignedIn by,
            HttpServletResponse response,
            Model model) {
        TargetSheet sheet = sheets.find(by.organisation(), node).orElseThrow(NotHere::new);
        if (sheet.retired()) {
            throw new AlreadyDone("indicator.what-if.retired");
        }
        LocalDate today = when.today();
        Dossier dossier = sheet.dossier();
        Assessment now = dossier.assess(today);
        Period usual = usual(sheet, now);
        WhatIfForm form = typed.forPeriod(usual);
        WhatIfForm.Tried tried = form.on(sheet, usual, sentences);
        boolean live = then.equals("live");
        Problems problems = tried.problems();

        model.addAttribute("sheet", sheet);
        model.addAttribute("dossier", dossier);
        model.addAttribute("measure", dossier.measure());
        model.addAttribute("form", form);
        model.addAttribute("now", now);
        model.addAttribute("inWords", dossier.measure().valueKind() == ValueKind.WORDS);
        model.addAttribute("yesNo", TargetForm.isYesNo(dossier.measure()));
        model.addAttribute("understanding", tried.understanding());
        if (tried.understanding() != null) {
            model.addAttribute("because", tried.understanding().because(sentences));
            model.addAttribute(
                    "notes", tried.understanding().notes(dossier.setting().period(), sentences));
        }
        Dossier judged = tried.dossier();
        if (judged != null) {
            Assessment outcome = judged.assess(today);
            if (form.asks()) {
                model.addAttribute("tried", outcome);
                model.addAttribute("shown", judged.shown(tried.figure()));
                model.addAttribute(
                        "other",
                        tried.figure() != null
                                        && outcome.figurePeriod() != null
                                        && !outcome.figurePeriod().equals(tried.period())
                                ? outcome.figurePeriod().label()
                                : null);
            }
            model.addAttribute("lines", Lines.of(judged, tried.period(), today).orElse(null));
            model.addAttribute("linesPeriod", tried.period().label());
        }
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        if (live) {
            return "indicator/what-if-live";
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        return "indicator/what-if";
    }

    /** The period of the figure that is judged now; before there is one, that of the target. */
    private static Period usual(TargetSheet sheet, Assessment now) {
        if (now.figurePeriod() != null && now.level() != null) {
            return now.figurePeriod();
        }
        Period whole = sheet.dossier().setting().period();
        return whole == null ? sheet.planYear() : whole;
    }
}
