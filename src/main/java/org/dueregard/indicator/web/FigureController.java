package org.dueregard.indicator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.IndicatorKeeping;
import org.dueregard.indicator.model.FigureSheet;
import org.dueregard.indicator.model.FigureSheets;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.dueregard.site.When;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of an indicator: the policy officer adds those of other years and corrects what was wrong, with a reason. */
@Controller
@RequestMapping("/items/{node}/figures")
@AllowedTo(Role.POLICY_OFFICER)
class FigureController {

    private final FigureSheets sheets;
    private final IndicatorKeeping indicators;
    private final Sentences sentences;
    private final When when;

    FigureController(FigureSheets sheets, IndicatorKeeping indicators, Sentences sentences, When when) {
        this.sheets = sheets;
        this.indicators = indicators;
        this.sentences = sentences;
        this.when = when;
    }

    @GetMapping
    String page(
            @PathVariable NodeId node,
            @RequestParam(defaultValue = "") String period,
            @AuthenticationPrincipal SignedIn by,
            Model model) {
        FigureSheet sheet = find(by, node);
        FigureForm form = Period.read(period)
                .flatMap(sheet::of)
                .map(entry -> FigureForm.of(entry, sheet.dossier().measure()))
                .orElse(FigureForm.empty(period));
        return page(sheet, form, sheet.version(), new Problems(), model);
    }

    private FigureSheet find(SignedIn by, NodeId node) {
        FigureSheet sheet = sheets.find(by.organisation(), node).orElseThrow(NotHere::new);
        if (!sheet.editable()) {
            throw new AlreadyDone("indicator.figures.closed");
        }
        return sheet;
    }

    private String page(FigureSheet sheet, FigureForm form, long version, Problems problems, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("measure", sheet.dossier().measure());
        model.addAttribute("form", form);
        model.addAttribute("version", version);
        model.addAttribute("states", List.of(FigureState.values()));
        model.addAttribute("now", sheet.dossier().assess(when.today()));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "indicator/figures";
    }

    /** {@code then} says what the person pressed: to save, or to see what it would come to. */
    @PostMapping
    String enter(
            @PathVariable NodeId node,
            @ModelAttribute("typed") FigureForm form,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "save") String then,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        FigureSheet sheet = find(by, node);
        boolean saving = !then.equals("show");
        Problems problems = new Problems();
        Optional<Figure> figure = form.read(sheet, saving, sentences, problems);
        if (figure.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(sheet, form, version, problems, model);
        }
        if (!saving) {
            Dossier judged = sheet.dossier().with(figure.get());
            model.addAttribute("shown", judged.shown(figure.get()));
            model.addAttribute("then", judged.assess(when.today()));
            return page(sheet, form, version, problems, model);
        }
        return once.perform(() -> {
            indicators.enter(
                    by,
                    node,
                    version,
                    figure.get(),
                    form.note().isEmpty() ? null : form.note(),
                    form.why().isEmpty() ? null : form.why());
            return "redirect:/items/" + node + "/figures?entered";
        });
    }
}
