package org.dueregard.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dueregard.access.AllowedToSignedIn;
import org.dueregard.access.Role;
import org.dueregard.dashboard.read.Stories;
import org.dueregard.dashboard.read.Story;
import org.dueregard.indicator.Assessment;
import org.dueregard.indicator.GapMovement;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.SeriesChart;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.site.NotHere;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of an item of the plan: the sentence first, then the figures, then who said what. */
@Controller
@AllowedToSignedIn
class StoryController {

    /** A month and the twelve before it; more are there when asked for. */
    private static final int MOST_RECENT = 13;

    private final Stories stories;
    private final When when;

    StoryController(Stories stories, When when) {
        this.stories = stories;
        this.when = when;
    }

    @GetMapping("/indicators")
    String indicators(
            @RequestParam(defaultValue = "") String words, @AuthenticationPrincipal SignedIn by, Model model) {
        List<Stories.Entry> found = stories.indicators(by.organisation(), words.strip());
        model.addAttribute("indicators", found);
        model.addAttribute("words", words);
        return "dashboard/indicators";
    }

    @GetMapping("/indicators/{id}")
    String indicator(@PathVariable IndicatorId id, @AuthenticationPrincipal SignedIn by, Model model) {
        NodeId node = stories.nodeOf(by.organisation(), id).orElseThrow(NotHere::new);
        return "redirect:/items/" + node;
    }

    @GetMapping("/items/{node}")
    String item(@PathVariable NodeId node, @AuthenticationPrincipal SignedIn by, Model model) {
        Story story = stories.find(by.organisation(), node).orElseThrow(NotHere::new);
        Assessment assessment = story.dossier().assess(when.today());
        model.addAttribute("story", story);
        model.addAttribute("assessment", assessment);
        List<FigureRow> figures = FigureRow.of(story);
        int recent = Math.min(figures.size(), MOST_RECENT);
        model.addAttribute("figures", figures.subList(0, recent));
        model.addAttribute("earlier", figures.subList(recent, figures.size()));
        model.addAttribute("wide", SeriesChart.wide(story.dossier(), assessment).orElse(null));
        model.addAttribute(
                "narrow", SeriesChart.narrow(story.dossier(), assessment).orElse(null));
        model.addAttribute("gapMovement", gapMovement(story, assessment));
        model.addAttribute("mayEdit", by.is(Role.POLICY_OFFICER) && story.editable());
        return "dashboard/story";
    }

    /** All figures of an indicator, for a spreadsheet. */
    @GetMapping("/items/{node}/figures.csv")
    ResponseEntity<String> figures(@PathVariable NodeId node, @AuthenticationPrincipal SignedIn by) {
        Story story = stories.find(by.organisation(), node)
                .filter(found -> found.dossier().isIndicator())
                .orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("figures-" + node + ".csv")
                                .build()
                                .toString())
                .body(FiguresFile.of(story));
    }

    /** Which group moved, unless the status tells just that. */
    private static @Nullable String gapMovement(Story story, Assessment assessment) {
        return GapMovement.of(story.dossier())
                .filter(moved -> !assessment.sentence().contains(moved.betterOff()))
                .map(GapMovement::sentence)
                .orElse(null);
    }
}
