package org.dueregard.dashboard.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dueregard.access.AllowedToSignedIn;
import org.dueregard.access.Role;
import org.dueregard.dashboard.read.HeatMap;
import org.dueregard.dashboard.read.Overview;
import org.dueregard.dashboard.read.Result;
import org.dueregard.dashboard.read.Results;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.RoundId;
import org.dueregard.site.Distribution;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the plan is: the answer first, then the items behind every number. */
@Controller
@AllowedToSignedIn
class DashboardController {

    private final Results results;

    DashboardController(Results results) {
        this.results = results;
    }

    /** The rounds of one plan, under its name. */
    record OfPlan(String name, List<Results.Round> rounds) {}

    /** One round beside the others. */
    record Trend(String name, Distribution distribution, boolean current) {}

    @GetMapping("/dashboard")
    String dashboard(
            @RequestParam(required = false) @Nullable RoundId round,
            @AuthenticationPrincipal SignedIn by,
            Model model) {
        List<Results.Round> rounds = results.rounds(by.organisation());
        if (rounds.isEmpty()) {
            return "dashboard/empty";
        }
        model.addAttribute("plans", byPlan(rounds));
        Results.Round chosen = chosen(rounds, round);
        Overview overview = new Overview(results.of(chosen.id()));
        Map<RoundId, Map<Status, Long>> counts = results.trend(chosen.plan());
        model.addAttribute("round", chosen);
        model.addAttribute("overview", overview);
        model.addAttribute(
                "reports",
                Stream.of(Role.DMT, Role.CHAIR, Role.REVIEWER, Role.POLICY_OFFICER)
                        .anyMatch(by::is));
        model.addAttribute(
                "trend",
                counts.entrySet().stream()
                        .map(entry -> new Trend(
                                name(rounds, entry.getKey()),
                                Overview.distribution(entry.getValue()),
                                entry.getKey().equals(chosen.id())))
                        .toList());
        return "dashboard/dashboard";
    }

    /** The items behind a number of the dashboard. */
    @GetMapping("/dashboard/items")
    String items(
            @RequestParam(required = false) @Nullable RoundId round,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String objective,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String only,
            @AuthenticationPrincipal SignedIn by,
            Model model) {
        List<Results.Round> rounds = results.rounds(by.organisation());
        if (rounds.isEmpty()) {
            return "dashboard/empty";
        }
        Results.Round chosen = chosen(rounds, round);
        List<Result> all = results.of(chosen.id());
        Overview whole = new Overview(all);
        List<Result> found = all.stream()
                .filter(result -> status.isEmpty() || result.status().key().equals(status))
                .filter(result ->
                        objective.isEmpty() || result.objective().toString().equals(objective))
                .filter(result ->
                        division.isEmpty() || result.division().toString().equals(division))
                .filter(result -> switch (only) {
                    case "worse" -> result.isWorse();
                    case "better" -> result.isBetter();
                    case "exceptions" -> result.isExceptional();
                    case "missing" -> result.isMissing();
                    case "unplanned" -> result.isOffTrack() && result.fixWhat() == null;
                    default -> true;
                })
                .toList();
        model.addAttribute("round", chosen);
        model.addAttribute("found", found);
        model.addAttribute("objectives", whole.byObjective());
        model.addAttribute("divisions", whole.byDivision());
        model.addAttribute("statuses", List.of(Status.values()));
        model.addAttribute("status", status);
        model.addAttribute("objective", objective);
        model.addAttribute("division", division);
        model.addAttribute("only", only);
        return "dashboard/items";
    }

    /** Every item of a plan, round by round, as it was reported then. */
    @GetMapping("/dashboard/rounds")
    String rounds(
            @RequestParam(required = false) @Nullable RoundId round,
            @RequestParam(defaultValue = "") String objective,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String strategy,
            @AuthenticationPrincipal SignedIn by,
            Model model) {
        List<Results.Round> rounds = results.rounds(by.organisation());
        if (rounds.isEmpty()) {
            return "dashboard/empty";
        }
        Results.Round chosen = chosen(rounds, round);
        HeatMap all = results.heatMap(chosen.plan());
        List<HeatMap.Row> found = all.rows().stream()
                .filter(row -> objective.isEmpty() || row.objective().toString().equals(objective))
                .filter(row -> division.isEmpty() || row.division().equals(division))
                .filter(row -> tag.isEmpty() || row.tags().contains(tag))
                .filter(row -> strategy.isEmpty() || strategy.equals(row.strategy()))
                .toList();
        model.addAttribute("round", chosen);
        model.addAttribute("map", new HeatMap(all.rounds(), found));
        model.addAttribute("objectives", objectives(all.rows()));
        model.addAttribute(
                "ofObjectives",
                found.stream().collect(groupingBy(HeatMap.Row::objectiveTitle, LinkedHashMap::new, toList())));
        model.addAttribute(
                "divisions",
                all.rows().stream()
                        .map(HeatMap.Row::division)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute(
                "tags",
                all.rows().stream()
                        .flatMap(row -> row.tags().stream())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute(
                "strategies",
                all.rows().stream()
                        .map(HeatMap.Row::strategy)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("objective", objective);
        model.addAttribute("division", division);
        model.addAttribute("tag", tag);
        model.addAttribute("strategy", strategy);
        return "dashboard/rounds";
    }

    private static Map<String, String> objectives(List<HeatMap.Row> rows) {
        Map<String, String> objectives = new LinkedHashMap<>();
        rows.forEach(row -> objectives.putIfAbsent(row.objective().toString(), row.objectiveTitle()));
        return objectives;
    }

    private static List<OfPlan> byPlan(List<Results.Round> rounds) {
        Map<PlanId, List<Results.Round>> byPlan =
                rounds.stream().collect(groupingBy(Results.Round::plan, LinkedHashMap::new, toList()));
        return byPlan.values().stream()
                .map(of -> new OfPlan(of.get(0).planTitle() + " " + of.get(0).planPeriod(), of))
                .toList();
    }

    private static Results.Round chosen(List<Results.Round> rounds, @Nullable RoundId round) {
        return rounds.stream()
                .filter(one -> round == null || one.id().equals(round))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private static String name(List<Results.Round> rounds, RoundId id) {
        return rounds.stream()
                .filter(round -> round.id().equals(id))
                .map(Results.Round::name)
                .findFirst()
                .orElse("");
    }
}
