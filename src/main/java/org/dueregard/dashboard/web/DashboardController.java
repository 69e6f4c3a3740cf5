package org.dueregard.dashboard.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dueregard.access.AllowedToSignedIn;
import org.dueregard.access.Role;
import org.dueregard.dashboard.read.Filter;
import org.dueregard.dashboard.read.Item;
import org.dueregard.dashboard.read.Look;
import org.dueregard.dashboard.read.Overdue;
import org.dueregard.dashboard.read.Overview;
import org.dueregard.dashboard.read.Result;
import org.dueregard.dashboard.read.Results;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanId;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the plan is: the answer first, then the items behind every number. Each of these pages is asked for in the same
 * words, so that what somebody looks at goes with them from page to page, and to whoever they send the address.
 */
@Controller
@AllowedToSignedIn
class DashboardController {

    /** How many of what is overdue stand on the dashboard itself. */
    private static final int OVERDUE_SHOWN = 5;

    private final Results results;
    private final Clock clock;

    DashboardController(Results results, Clock clock) {
        this.results = results;
        this.clock = clock;
    }

    /**
     * What an address asks for, as it stands there.
     *
     * @param round the newest where nothing is asked for
     * @param compared the round before where nothing is asked for
     */
    record Asked(
            @Nullable String round,
            @Nullable String compared,
            @Nullable String objective,
            @Nullable String division,
            @Nullable String strategy,
            @Nullable String tag) {

        Look look(List<Results.Round> rounds) {
            Results.Round chosen = rounds.stream()
                    .filter(one -> blank(round).isEmpty() || one.id().toString().equals(round))
                    .findFirst()
                    .orElseThrow(NotHere::new);
            return Look.at(
                    chosen,
                    rounds,
                    blank(compared),
                    new Filter(blank(objective), blank(division), blank(strategy), blank(tag)));
        }

        private static String blank(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** The rounds of one plan, under its name. */
    record OfPlan(String name, List<Results.Round> rounds) {}

    /** @param title as people read it */
    record Choice(String value, String title) {}

    /** What the one form of these pages offers, and what of it is chosen, in words. */
    record Offered(
            List<OfPlan> plans,
            List<Choice> objectives,
            List<Choice> divisions,
            List<Choice> strategies,
            List<Choice> tags,
            List<String> chosen) {}

    /** All that the pages here have in common. */
    private record Seen(Look look, List<Item> items, Overview overview) {}

    private Optional<Seen> see(Asked asked, SignedIn by, Model model) {
        List<Results.Round> rounds = results.rounds(by.organisation());
        if (rounds.isEmpty()) {
            return Optional.empty();
        }
        Look look = asked.look(rounds);
        List<Item> items = results.items(look.round().plan(), look.round().id());
        Overview overview = results.overview(look, rounds, items);
        model.addAttribute("look", look);
        model.addAttribute("overview", overview);
        model.addAttribute("offered", offered(rounds, items, look.filter()));
        return Optional.of(new Seen(look, items, overview));
    }

    private Overdue overdue(Seen seen, SignedIn by) {
        return results.overdue(
                by, seen.look().round(), seen.items(), seen.look().filter(), LocalDate.now(clock));
    }

    @GetMapping("/dashboard")
    String dashboard(Asked asked, @AuthenticationPrincipal SignedIn by, Model model) {
        Optional<Seen> seen = see(asked, by, model);
        if (seen.isEmpty()) {
            return "dashboard/empty";
        }
        Overdue overdue = overdue(seen.get(), by);
        model.addAttribute("overdue", overdue.first(OVERDUE_SHOWN));
        model.addAttribute("late", new Late(overdue));
        model.addAttribute(
                "reports",
                Stream.of(Role.DMT, Role.CHAIR, Role.REVIEWER, Role.POLICY_OFFICER)
                        .anyMatch(by::is));
        return "dashboard/dashboard";
    }

    /** How many are overdue in all. */
    record Late(boolean whole, int actions, int activities) {

        Late(Overdue overdue) {
            this(overdue.whole(), overdue.actions().size(), overdue.activities().size());
        }

        public boolean isAny() {
            return actions + activities > 0;
        }
    }

    /** The items behind a number of the dashboard. */
    @GetMapping("/dashboard/items")
    String items(
            Asked asked,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String only,
            @AuthenticationPrincipal SignedIn by,
            Model model) {
        Optional<Seen> seen = see(asked, by, model);
        if (seen.isEmpty()) {
            return "dashboard/empty";
        }
        Overview overview = seen.get().overview();
        List<Overview.Gone> gone = only.equals("gone")
                ? overview.gone().stream()
                        .filter(one -> status.isEmpty() || one.before().key().equals(status))
                        .toList()
                : List.of();
        List<Result> found = only.equals("gone")
                ? List.of()
                : overview.results().stream()
                        .filter(result ->
                                status.isEmpty() || result.status().key().equals(status))
                        .filter(Overview.only(only))
                        .toList();
        model.addAttribute("found", found);
        model.addAttribute("gone", gone);
        model.addAttribute("statuses", List.of(Status.values()));
        model.addAttribute("status", status);
        model.addAttribute("only", only);
        return "dashboard/items";
    }

    /** What should have been done by today: actions of meetings, and activities. */
    @GetMapping("/dashboard/overdue")
    String overdue(Asked asked, @AuthenticationPrincipal SignedIn by, Model model) {
        Optional<Seen> seen = see(asked, by, model);
        if (seen.isEmpty()) {
            return "dashboard/empty";
        }
        model.addAttribute("overdue", overdue(seen.get(), by));
        return "dashboard/overdue";
    }

    /** Every item of a plan, round by round, as it was reported then. */
    @GetMapping("/dashboard/rounds")
    String rounds(Asked asked, @AuthenticationPrincipal SignedIn by, Model model) {
        Optional<Seen> seen = see(asked, by, model);
        if (seen.isEmpty()) {
            return "dashboard/empty";
        }
        Look look = seen.get().look();
        List<Results.Round> columns = new ArrayList<>(look.earlier());
        Collections.reverse(columns);
        columns.add(look.round());
        List<Item> found = seen.get().items().stream()
                .filter(look.filter()::passes)
                .filter(item -> columns.stream().anyMatch(round -> item.in(round.id()) != null))
                .toList();
        model.addAttribute("columns", columns);
        model.addAttribute("found", found);
        model.addAttribute(
                "ofObjectives", found.stream().collect(groupingBy(Item::objectiveTitle, LinkedHashMap::new, toList())));
        return "dashboard/rounds";
    }

    private static Offered offered(List<Results.Round> rounds, List<Item> items, Filter filter) {
        List<Choice> objectives =
                choices(items, item -> List.of(new Choice(item.objective().toString(), item.objectiveTitle())));
        List<Choice> divisions = choices(
                items.stream()
                        .sorted(Comparator.comparing((Item item) -> String.valueOf(item.departmentName()))
                                .thenComparing(item -> String.valueOf(item.divisionName())))
                        .toList(),
                DashboardController::divisions);
        List<Choice> strategies = choices(
                        items,
                        item -> item.strategy() == null
                                ? List.of()
                                : List.of(new Choice(item.strategy(), item.strategy())))
                .stream()
                .sorted(Comparator.comparing(Choice::title))
                .toList();
        List<Choice> tags =
                choices(
                                items,
                                item -> item.tags().stream()
                                        .map(tag -> new Choice(tag, capital(tag)))
                                        .toList())
                        .stream()
                        .sorted(Comparator.comparing(Choice::title))
                        .toList();
        List<String> chosen = new ArrayList<>();
        chosen.addAll(named(objectives, filter.objective()));
        chosen.addAll(named(divisions, filter.division()));
        chosen.addAll(named(tags, filter.tag()));
        chosen.addAll(named(strategies, filter.strategy()));
        return new Offered(byPlan(rounds), objectives, divisions, strategies, tags, List.copyOf(chosen));
    }

    /** A department stands before its divisions. */
    private static List<Choice> divisions(Item item) {
        if (item.division() == null || item.department() == null) {
            return List.of();
        }
        Choice department = new Choice(item.department().toString(), String.valueOf(item.departmentName()));
        Choice division = new Choice(item.division().toString(), String.valueOf(item.divisionName()));
        return division.equals(department) ? List.of(department) : List.of(department, division);
    }

    private static List<Choice> choices(List<Item> items, Function<Item, List<Choice>> of) {
        return items.stream()
                .flatMap(item -> of.apply(item).stream())
                .distinct()
                .toList();
    }

    private static List<String> named(List<Choice> choices, String value) {
        return choices.stream()
                .filter(choice -> !value.isEmpty() && choice.value().equals(value))
                .map(Choice::title)
                .toList();
    }

    private static String capital(String tag) {
        return tag.isEmpty() ? tag : tag.substring(0, 1).toUpperCase(Locale.UK) + tag.substring(1);
    }

    private static List<OfPlan> byPlan(List<Results.Round> rounds) {
        Map<PlanId, List<Results.Round>> byPlan =
                rounds.stream().collect(groupingBy(Results.Round::plan, LinkedHashMap::new, toList()));
        return byPlan.values().stream()
                .map(of -> new OfPlan(of.get(0).planTitle() + " " + of.get(0).planPeriod(), of))
                .toList();
    }
}
