package org.dueregard.indicator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.AllowedToSignedIn;
import org.dueregard.access.Role;
import org.dueregard.indicator.ComparatorId;
import org.dueregard.indicator.ComparatorKeeping;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.Release;
import org.dueregard.indicator.StatusMove;
import org.dueregard.indicator.model.ComparatorSheets;
import org.dueregard.indicator.model.ComparatorSheets.Sheet;
import org.dueregard.organisation.SignedIn;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What others publish: everybody reads it, the policy officer enters it and says what is compared with it. */
@Controller
@RequestMapping("/comparators")
class ComparatorController {

    private static final int LONGEST_NAME = 200;

    private final ComparatorSheets sheets;
    private final ComparatorKeeping comparators;
    private final Sentences sentences;

    ComparatorController(ComparatorSheets sheets, ComparatorKeeping comparators, Sentences sentences) {
        this.sheets = sheets;
        this.comparators = comparators;
        this.sentences = sentences;
    }

    @GetMapping
    @AllowedToSignedIn
    String all(@AuthenticationPrincipal SignedIn by, Model model) {
        model.addAttribute("comparators", sheets.all(by.organisation()));
        model.addAttribute("mayEdit", by.is(Role.POLICY_OFFICER));
        return "indicator/comparators";
    }

    @GetMapping("/new")
    @AllowedTo(Role.POLICY_OFFICER)
    String adding(Model model) {
        return newOne("", "", "", new Problems(), model);
    }

    private static String newOne(String whose, String measure, String source, Problems problems, Model model) {
        model.addAttribute("whose", whose);
        model.addAttribute("measure", measure);
        model.addAttribute("source", source);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "indicator/comparator-new";
    }

    @PostMapping
    @AllowedTo(Role.POLICY_OFFICER)
    String add(
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String source,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Problems problems = new Problems();
        check("whose", whose, true, problems);
        check("measure", measure, true, problems);
        check("source", source, false, problems);
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return newOne(whose, measure, source, problems, model);
        }
        return once.perform(() -> "redirect:/comparators/"
                + comparators.called(
                        by.organisation(),
                        by,
                        TypedText.of(whose),
                        TypedText.of(measure),
                        TypedText.of(source).isEmpty() ? null : TypedText.of(source)));
    }

    private void check(String field, String typed, boolean needed, Problems problems) {
        if (needed && TypedText.of(typed).isEmpty()) {
            problems.add(field, sentences.of("indicator.comparator.fault." + field));
        } else if (typed.strip().length() > LONGEST_NAME) {
            problems.add(field, sentences.of("indicator.comparator.fault.long", LONGEST_NAME));
        }
    }

    @GetMapping("/{id}")
    @AllowedToSignedIn
    String one(@PathVariable ComparatorId id, @AuthenticationPrincipal SignedIn by, Model model) {
        return page(by, find(by, id), ReleaseForm.EMPTY, new Problems(), model);
    }

    private Sheet find(SignedIn by, ComparatorId id) {
        return sheets.find(by.organisation(), id).orElseThrow(NotHere::new);
    }

    private String page(SignedIn by, Sheet sheet, ReleaseForm form, Problems problems, Model model) {
        boolean mayEdit = by.is(Role.POLICY_OFFICER);
        List<ComparatorSheets.Choice> choices = new ArrayList<>();
        if (mayEdit) {
            choices.add(new ComparatorSheets.Choice("", sentences.of("indicator.comparator.choose")));
            choices.addAll(sheets.choices(by.organisation(), sheet.id()));
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("form", form);
        model.addAttribute("states", List.of(FigureState.values()));
        model.addAttribute("choices", choices);
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "indicator/comparator";
    }

    @PostMapping("/{id}/releases")
    @AllowedTo(Role.POLICY_OFFICER)
    String release(
            @PathVariable ComparatorId id,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String figure,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Sheet sheet = find(by, id);
        ReleaseForm form = new ReleaseForm(period, figure, state, note, why);
        Problems problems = new Problems();
        Optional<Release> release = form.read(sheet, sentences, problems);
        if (release.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(by, sheet, form, problems, model);
        }
        return once.perform(() -> {
            told(comparators.release(by, id, release.get(), form.whyOrNone()), next);
            return "redirect:/comparators/" + id;
        });
    }

    @PostMapping("/{id}/indicators")
    @AllowedTo(Role.POLICY_OFFICER)
    String compare(
            @PathVariable ComparatorId id,
            @RequestParam(defaultValue = "") String indicator,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        if (indicator.isBlank()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            Problems problems = new Problems().add("indicator", sentences.of("indicator.comparator.fault.indicator"));
            return page(by, find(by, id), ReleaseForm.EMPTY, problems, model);
        }
        IndicatorId chosen = indicator(indicator);
        return once.perform(() -> {
            told(comparators.compare(by, chosen, id), next);
            return "redirect:/comparators/" + id;
        });
    }

    @PostMapping("/{id}/indicators/{indicator}/end")
    @AllowedTo(Role.POLICY_OFFICER)
    String compareNoLonger(
            @PathVariable ComparatorId id,
            @PathVariable IndicatorId indicator,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            RedirectAttributes next) {
        return once.perform(() -> {
            told(comparators.compareNoLonger(by, indicator, id), next);
            return "redirect:/comparators/" + id;
        });
    }

    private static IndicatorId indicator(String typed) {
        try {
            return IndicatorId.of(typed);
        } catch (IllegalArgumentException none) {
            throw new NotHere();
        }
    }

    /** What came out differently is shown once, on the page that follows. */
    private static void told(List<StatusMove> moves, RedirectAttributes next) {
        next.addFlashAttribute("moves", List.copyOf(moves));
    }
}
