package org.dueregard.intake.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.exchange.PlanDocument;
import org.dueregard.exchange.PlanExport;
import org.dueregard.intake.Differences;
import org.dueregard.intake.DraftDocument;
import org.dueregard.intake.Frame;
import org.dueregard.intake.IntakeId;
import org.dueregard.intake.UpdatesFound;
import org.dueregard.intake.UpdatesFound.Found;
import org.dueregard.intake.model.Intake;
import org.dueregard.intake.model.Intakes;
import org.dueregard.intake.model.Readings;
import org.dueregard.intake.model.Readings.Reading;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.ReturnFilling;
import org.dueregard.reporting.ReturnFilling.Asked;
import org.dueregard.reporting.ReturnFilling.Filling;
import org.dueregard.reporting.ReturnFilling.OpenRound;
import org.dueregard.reporting.RoundId;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes the figures and narratives of a file into the returns of an open round. */
@Controller
@RequestMapping("/imports/{id}/updates")
@AllowedTo(Role.POLICY_OFFICER)
class FillingController {

    private final Intakes intakes;
    private final Readings readings;
    private final PlanExport export;
    private final ReturnFilling filling;
    private final IntakeController checking;

    FillingController(
            Intakes intakes, Readings readings, PlanExport export, ReturnFilling filling, IntakeController checking) {
        this.intakes = intakes;
        this.readings = readings;
        this.export = export;
        this.filling = filling;
        this.checking = checking;
    }

    /**
     * What the file says of an item, beside what stands in its return.
     *
     * @param open whether it can be taken over
     */
    public record Line(
            String field,
            String path,
            @Nullable String unit,
            boolean open,
            @Nullable String figure,
            @Nullable String narrative,
            @Nullable String figureNow,
            @Nullable String narrativeNow) {

        public String place() {
            int last = path.lastIndexOf(Differences.BETWEEN);
            return last < 0 ? "" : path.substring(0, last);
        }

        public String name() {
            int last = path.lastIndexOf(Differences.BETWEEN);
            return last < 0 ? path : path.substring(last + Differences.BETWEEN.length());
        }

        public boolean isSame() {
            return (figure == null || figure.equals(figureNow))
                    && (narrative == null || narrative.equals(narrativeNow));
        }
    }

    @GetMapping
    String page(
            @PathVariable IntakeId id,
            @RequestParam(defaultValue = "") String round,
            @AuthenticationPrincipal SignedIn by,
            Model model) {
        Intake intake = intakes.find(by.organisation(), id).orElseThrow(NotHere::new);
        Reading reading = readings.of(intake);
        checking.frame(intake, reading, "updates", model);
        List<OpenRound> rounds = filling.openRounds(by);
        model.addAttribute("rounds", rounds);
        OpenRound chosen = round.isEmpty() ? null : chosen(rounds, round);
        model.addAttribute("chosen", chosen);
        if (chosen != null) {
            model.addAttribute("lines", lines(by, reading, chosen));
        }
        return "intake/updates";
    }

    private static OpenRound chosen(List<OpenRound> rounds, String round) {
        return rounds.stream()
                .filter(one -> one.id().toString().equals(round))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private Map<NodeId, Asked> asked(SignedIn by, RoundId round) {
        Map<NodeId, Asked> asked = new LinkedHashMap<>();
        filling.asked(by, round).forEach(one -> asked.put(one.node(), one));
        return asked;
    }

    private List<Found> found(SignedIn by, Reading reading, OpenRound round, Map<NodeId, Asked> asked) {
        PlanDocument plan = export.of(by.organisation(), round.plan()).orElseThrow(NotHere::new);
        PlanDocument document = DraftDocument.of(
                reading.draft(),
                new Frame(plan.title(), org.dueregard.calendar.Period.parse(plan.period()), null, Map.of()));
        return UpdatesFound.in(
                reading.draft(), document, plan, export.nodes(by.organisation(), round.plan()), asked, round.period());
    }

    private List<Line> lines(SignedIn by, Reading reading, OpenRound round) {
        Map<NodeId, Asked> asked = asked(by, round.id());
        return found(by, reading, round, asked).stream()
                .map(one -> line(one, one.node() == null ? null : asked.get(one.node())))
                .toList();
    }

    private static Line line(Found one, @Nullable Asked item) {
        String figureNow = item == null ? null : item.words().figure();
        String narrativeNow = item == null ? null : item.words().narrative();
        return new Line(
                // another name as soon as the file is read otherwise, or its owner types something
                "i"
                        + Integer.toHexString(Objects.hash(
                                one.path(), one.node(), one.figure(), one.narrative(), figureNow, narrativeNow)),
                one.path(),
                item == null ? null : item.unit(),
                item != null && item.open(),
                one.figure(),
                one.narrative(),
                figureNow,
                narrativeNow);
    }

    @PostMapping
    String take(
            @PathVariable IntakeId id,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(required = false) @Nullable List<String> take,
            @AuthenticationPrincipal SignedIn by,
            Once once) {
        Intake intake = intakes.find(by.organisation(), id).orElseThrow(NotHere::new);
        Reading reading = readings.of(intake);
        OpenRound chosen = chosen(filling.openRounds(by), round);
        Set<String> taken = take == null ? Set.of() : Set.copyOf(take);
        return once.perform(() -> {
            Map<NodeId, Asked> asked = asked(by, chosen.id());
            Map<NodeId, Filling> fillings = new LinkedHashMap<>();
            for (Found one : found(by, reading, chosen, asked)) {
                NodeId node = one.node();
                if (node != null && taken.contains(line(one, asked.get(node)).field())) {
                    fillings.merge(node, new Filling(one.figure(), one.narrative()), FillingController::both);
                }
            }
            int filled = filling.fill(by, chosen.id(), fillings, "From the file " + intake.fileName());
            return "redirect:/imports/" + id + "/updates?round=" + round + "&filled=" + filled;
        });
    }

    private static Filling both(Filling one, Filling other) {
        String narrative = one.narrative() == null
                ? other.narrative()
                : other.narrative() == null ? one.narrative() : one.narrative() + "\n\n" + other.narrative();
        return new Filling(one.figure() == null ? other.figure() : one.figure(), narrative);
    }
}
