package org.dueregard.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.calendar.Period;
import org.dueregard.exchange.PlanDocument;
import org.dueregard.exchange.PlanUnreadable;
import org.dueregard.intake.Differences.Difference;
import org.dueregard.intake.Differences.What;
import org.dueregard.intake.DraftDocument;
import org.dueregard.intake.Frame;
import org.dueregard.intake.IntakeId;
import org.dueregard.intake.OwnerMeaning;
import org.dueregard.intake.Owners;
import org.dueregard.intake.OwnersMeant;
import org.dueregard.intake.PastUpdates;
import org.dueregard.intake.model.Intake;
import org.dueregard.intake.model.Intakes;
import org.dueregard.intake.model.OwnerMeanings;
import org.dueregard.intake.model.Readings;
import org.dueregard.intake.model.Readings.Reading;
import org.dueregard.intake.reading.DraftNode;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.Value;
import org.dueregard.organisation.PostDirectory;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.plan.PlanEntry;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanState;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What becomes of a file that was checked: whom its words for owners mean, the plan that is made of it, and taking it back. */
@Controller("intakePlanController")
@RequestMapping("/imports/{id}")
@AllowedTo(Role.POLICY_OFFICER)
class PlanController {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ROUND_NAME = 100;

    private final Intakes intakes;
    private final OwnerMeanings meanings;
    private final Readings readings;
    private final UnitDirectory units;
    private final PostDirectory posts;
    private final PlanCatalogue plans;
    private final IntakeController checking;
    private final Sentences sentences;
    private final Clock clock;

    PlanController(
            Intakes intakes,
            OwnerMeanings meanings,
            Readings readings,
            UnitDirectory units,
            PostDirectory posts,
            PlanCatalogue plans,
            IntakeController checking,
            Sentences sentences,
            Clock clock) {
        this.intakes = intakes;
        this.meanings = meanings;
        this.readings = readings;
        this.units = units;
        this.posts = posts;
        this.plans = plans;
        this.checking = checking;
        this.sentences = sentences;
        this.clock = clock;
    }

    private Intake find(SignedIn by, IntakeId id) {
        return intakes.find(by.organisation(), id).orElseThrow(NotHere::new);
    }

    /** The years that the title names, or else this financial year. */
    static Period period(PlanDraft draft, LocalDate today) {
        Value said = draft.period();
        return Optional.ofNullable(said)
                .flatMap(value -> years(value.words()))
                .orElseGet(() -> Period.financialYear(today.minusMonths(3).getYear()));
    }

    private static Optional<Period> years(String words) {
        Matcher years = Pattern.compile("((?:19|20)\\d\\d)(?:\\D+?(\\d{4}|\\d{2})(?!\\d))?")
                .matcher(words);
        if (!years.find()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(years.group(1));
        if (years.group(2) == null) {
            return Optional.of(Period.financialYear(first));
        }
        int end = Integer.parseInt(years.group(2));
        int last = end < 100 ? first / 100 * 100 + end : end;
        if (last <= first + 1 || last > first + 20) {
            return Optional.of(Period.financialYear(first));
        }
        return Optional.of(Period.pooledFinancialYears(first, last - 1));
    }

    // whom words mean

    /**
     * @param chosen whom they mean, as {@link OwnerMeaning#toString} writes it; the first reports
     * @param named how many the words name
     * @param post by which the first was known; empty for none
     */
    public record Owner(
            String field, String words, int times, List<String> chosen, boolean remembered, int named, String post) {

        /** Whom is meant in a place, counted from 0; empty for none. */
        public String chosen(int place) {
            return place < chosen.size() ? chosen.get(place) : "";
        }

        private Owner again() {
            return new Owner(field, words, times + 1, chosen, remembered, named, post);
        }
    }

    @GetMapping("/owners")
    String owners(@PathVariable IntakeId id, @AuthenticationPrincipal SignedIn by, Model model) {
        Intake intake = find(by, id);
        Reading reading = readings.of(intake);
        checking.frame(intake, reading, "owners", model);
        List<UnitEntry> all = units.of(by.organisation());
        model.addAttribute("owners", owners(by, reading.draft(), all));
        model.addAttribute("units", all);
        model.addAttribute("people", people(by, all));
        return "intake/owners";
    }

    /** Somebody who can be chosen instead of a unit. */
    public record Person(String value, String post, String unit) {}

    private List<Person> people(SignedIn by, List<UnitEntry> all) {
        Map<UnitId, String> names = new LinkedHashMap<>();
        all.forEach(unit -> names.put(unit.id(), unit.name()));
        return posts.serviceManagers(by.organisation()).stream()
                .map(post -> new Person(
                        new OwnerMeaning(post.unit(), post.person()).toString(),
                        post.name(),
                        names.getOrDefault(post.unit(), "")))
                .toList();
    }

    private List<Owner> owners(SignedIn by, PlanDraft draft, List<UnitEntry> all) {
        return owners(by, draft, all, meanings.of(by.organisation()));
    }

    private List<Owner> owners(
            SignedIn by, PlanDraft draft, List<UnitEntry> all, Map<String, List<OwnerMeaning>> known) {
        Map<String, Owner> owners = new LinkedHashMap<>();
        OwnersMeant meant = new OwnersMeant(all, posts.serviceManagers(by.organisation()));
        draft.all()
                .flatMap(node -> node.all(org.dueregard.intake.reading.Role.OWNER).stream())
                .forEach(value -> owners.compute(
                        Owners.key(value.words()),
                        (key, before) -> before != null
                                ? before.again()
                                : owner("u" + owners.size(), value.words(), known.get(key), meant)));
        return List.copyOf(owners.values());
    }

    private static Owner owner(String field, String words, @Nullable List<OwnerMeaning> said, OwnersMeant meant) {
        List<OwnersMeant.Meant> suggested = said == null ? meant.suggested(words) : List.of();
        List<String> chosen = said == null
                ? suggested.stream().map(one -> one.meaning().toString()).toList()
                : said.stream().map(OwnerMeaning::toString).toList();
        int named = Math.max(meant.named(words), chosen.size());
        String post = suggested.isEmpty() ? "" : suggested.get(0).post();
        return new Owner(field, words, 1, chosen, said != null, named, post);
    }

    @PostMapping("/owners")
    String owners(
            @PathVariable IntakeId id,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn by,
            Once once) {
        Intake intake = find(by, id);
        List<UnitEntry> all = units.of(by.organisation());
        List<Owner> owners = owners(by, readings.of(intake).draft(), all);
        return once.perform(() -> {
            for (Owner owner : owners) {
                List<String> chosen = fields.get(owner.field());
                if (chosen != null) {
                    List<OwnerMeaning> meant = chosen.stream()
                            .distinct()
                            .limit(OwnersMeant.MOST)
                            .flatMap(one -> Stream.ofNullable(OwnerMeaning.read(one)))
                            .toList();
                    meanings.say(by, Owners.key(owner.words()), meant);
                }
            }
            return "redirect:/imports/" + id + "?owners";
        });
    }

    // the plan

    /** What is typed on the page that makes the plan. */
    public record PlanForm(
            String title,
            String period,
            String unit,
            String state,
            String agreedOn,
            String agreedBy,
            boolean updates,
            String roundName,
            String roundPeriod) {}

    @GetMapping("/plan")
    String plan(@PathVariable IntakeId id, @AuthenticationPrincipal SignedIn by, Model model) {
        Intake intake = find(by, id);
        Reading reading = readings.of(intake);
        PlanDraft draft = reading.draft();
        String title = draft.title() == null
                ? intake.fileName().replaceAll("\\.\\w{1,5}$", "")
                : draft.title().words();
        LocalDate today = LocalDate.now(clock);
        Period period = period(draft, today);
        PlanForm form = new PlanForm(
                title,
                period.label(),
                "",
                "DRAFT",
                "",
                "",
                true,
                PastUpdates.name(draft).orElseGet(() -> sentences.of("intake.plan.round-default")),
                PastUpdates.period(draft, period, today).label());
        return plan(by, intake, reading, form, new Problems(), model);
    }

    private String plan(SignedIn by, Intake intake, Reading reading, PlanForm form, Problems problems, Model model) {
        checking.frame(intake, reading, "plan", model);
        List<UnitEntry> all = units.of(by.organisation());
        model.addAttribute(
                "plans",
                plans.of(by.organisation()).stream()
                        .filter(one -> one.state() != PlanState.CLOSED)
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("units", all);
        Map<String, List<OwnerMeaning>> known = meanings.of(by.organisation());
        model.addAttribute(
                "unknownOwners",
                owners(by, reading.draft(), all, known).stream()
                        .filter(owner -> !owner.remembered())
                        .count());
        model.addAttribute("counts", counts(reading.draft()));
        model.addAttribute("past", past(reading.draft(), named(all, known)));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "intake/plan";
    }

    private PastUpdates past(PlanDraft draft, Map<String, List<String>> owners) {
        Frame frame = new Frame("", period(draft, LocalDate.now(clock)), null, owners);
        return PastUpdates.in(draft, DraftDocument.of(draft, frame));
    }

    private static Map<String, Long> counts(PlanDraft draft) {
        Map<String, Long> counts = new LinkedHashMap<>();
        draft.all().map(DraftNode::kind).sorted().forEach(kind -> counts.merge(kind.name(), 1L, Long::sum));
        return counts;
    }

    @PostMapping("/plan")
    String plan(
            @PathVariable IntakeId id,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "DRAFT") String state,
            @RequestParam(defaultValue = "") String agreedOn,
            @RequestParam(defaultValue = "") String agreedBy,
            @RequestParam(defaultValue = "false") boolean updates,
            @RequestParam(defaultValue = "") String roundName,
            @RequestParam(defaultValue = "") String roundPeriod,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Intake intake = find(by, id);
        Reading reading = readings.of(intake);
        PlanForm form = new PlanForm(title, period, unit, state, agreedOn, agreedBy, updates, roundName, roundPeriod);
        Problems problems = new Problems();
        PlanDocument document = document(by, intake, reading.draft(), form, problems);
        if (document != null && problems.isEmpty()) {
            try {
                return once.perform(
                        () -> "redirect:/plans/" + intakes.make(by, id, version, document) + "?imported=" + id);
            } catch (PlanUnreadable broken) {
                problems.add("title", sentences.of("intake.plan.fault.broken", String.valueOf(broken.getMessage())));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return plan(by, intake, reading, form, problems, model);
    }

    private @Nullable PlanDocument document(
            SignedIn by, Intake intake, PlanDraft draft, PlanForm form, Problems problems) {
        String title = form.title().replaceAll("\\s+", " ").strip();
        if (title.isEmpty()) {
            problems.add("title", sentences.of("intake.plan.fault.title"));
        } else if (title.length() > LONGEST_TITLE) {
            problems.add("title", sentences.of("intake.plan.fault.long", LONGEST_TITLE));
        }
        Period period = Period.read(form.period())
                .filter(PlanController::isYears)
                .or(() -> years(form.period()))
                .orElse(null);
        if (period == null) {
            problems.add("period", sentences.of("intake.plan.fault.period"));
        }
        boolean inForce = "ACTIVE".equals(form.state());
        LocalDate agreed = null;
        if (inForce && !form.agreedOn().isBlank()) {
            agreed = Period.read(form.agreedOn()).map(Period::lastDay).orElse(null);
            if (agreed == null || agreed.isAfter(LocalDate.now(clock))) {
                problems.add("agreedOn", sentences.of("intake.plan.fault.agreed"));
            }
        }
        if (draft.nodes().isEmpty()) {
            problems.add("title", sentences.of("intake.plan.fault.empty"));
        }
        String roundName = form.roundName().replaceAll("\\s+", " ").strip();
        Period roundPeriod =
                Period.read(form.roundPeriod()).filter(PastUpdates::isOfARound).orElse(null);
        if (form.updates() && roundName.isEmpty()) {
            problems.add("roundName", sentences.of("intake.plan.fault.round-name"));
        } else if (form.updates() && roundName.length() > LONGEST_ROUND_NAME) {
            problems.add("roundName", sentences.of("intake.plan.fault.long", LONGEST_ROUND_NAME));
        }
        if (form.updates() && (roundPeriod == null || !roundPeriod.firstDay().isBefore(LocalDate.now(clock)))) {
            problems.add("roundPeriod", sentences.of("intake.plan.fault.round-period"));
        }
        if (period == null || !problems.isEmpty()) {
            return null;
        }
        List<UnitEntry> all = units.of(by.organisation());
        String department = all.stream()
                .filter(one -> one.id().toString().equals(form.unit()))
                .map(UnitEntry::name)
                .findFirst()
                .orElse(null);
        PlanDocument plan = DraftDocument.of(draft, new Frame(title, period, department, meanings(by)));
        if (form.updates() && roundPeriod != null) {
            PastUpdates past = PastUpdates.in(draft, plan);
            if (past.kept() > 0) {
                plan = plan.with(past.round(
                        roundName, roundPeriod, by.post(), intake.fileName(), clock.instant(), clock.getZone()));
            }
        }
        return inForce
                ? plan.inForce(
                        agreed,
                        form.agreedBy().isBlank() ? null : form.agreedBy().strip())
                : plan;
    }

    private static boolean isYears(Period period) {
        return period.months() >= 12;
    }

    // a plan that is there

    /** Differences of one item. */
    public record Changed(String path, List<Difference> differences) {

        public String place() {
            return differences.get(0).place();
        }

        public String name() {
            return differences.get(0).name();
        }
    }

    @GetMapping("/update")
    String update(
            @PathVariable IntakeId id,
            @RequestParam(defaultValue = "") String plan,
            @AuthenticationPrincipal SignedIn by,
            Model model) {
        Intake intake = find(by, id);
        Reading reading = readings.of(intake);
        checking.frame(intake, reading, "plan", model);
        PlanEntry chosen = plans.of(by.organisation()).stream()
                .filter(one -> one.id().toString().equals(plan) && one.state() != PlanState.CLOSED)
                .findFirst()
                .orElseThrow(NotHere::new);
        Map<String, List<Difference>> byPath = new LinkedHashMap<>();
        List<Difference> differences = intakes.differences(by, chosen.id(), document(by, reading.draft(), chosen));
        differences.stream()
                .filter(one -> one.what() != What.MISSING)
                .forEach(one -> byPath.computeIfAbsent(one.path(), path -> new ArrayList<>())
                        .add(one));
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "changed",
                byPath.entrySet().stream()
                        .map(one -> new Changed(one.getKey(), one.getValue()))
                        .toList());
        model.addAttribute(
                "missing",
                differences.stream().filter(one -> one.what() == What.MISSING).toList());
        return "intake/update";
    }

    /** The draft as a document of the years of the plan that it is to change. */
    private PlanDocument document(SignedIn by, PlanDraft draft, PlanEntry plan) {
        return DraftDocument.of(draft, new Frame(plan.title(), plan.period(), null, meanings(by)));
    }

    @PostMapping("/update")
    String update(
            @PathVariable IntakeId id,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam PlanId plan,
            @RequestParam(required = false) @Nullable List<String> take,
            @AuthenticationPrincipal SignedIn by,
            Once once) {
        PlanDraft draft = readings.of(find(by, id)).draft();
        PlanEntry chosen = plans.find(by.organisation(), plan)
                .filter(one -> one.state() != PlanState.CLOSED)
                .orElseThrow(NotHere::new);
        PlanDocument document = document(by, draft, chosen);
        Set<String> taken = take == null ? Set.of() : Set.copyOf(take);
        return once.perform(() -> {
            intakes.update(by, id, version, plan, document, taken);
            return "redirect:/imports/" + id + "?updated";
        });
    }

    private Map<String, List<String>> meanings(SignedIn by) {
        return named(units.of(by.organisation()), meanings.of(by.organisation()));
    }

    /** The names of the units that are meant. */
    private static Map<String, List<String>> named(List<UnitEntry> all, Map<String, List<OwnerMeaning>> known) {
        Map<UnitId, String> names = new LinkedHashMap<>();
        all.forEach(one -> names.put(one.id(), one.name()));
        Map<String, List<String>> owners = new LinkedHashMap<>();
        known.forEach((words, meant) -> owners.put(
                words,
                meant.stream()
                        .map(OwnerMeaning::unit)
                        .distinct()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .toList()));
        return owners;
    }

    @PostMapping("/undo")
    String undo(@PathVariable IntakeId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            int kept = intakes.undo(by, id);
            return "redirect:/imports/" + id + "?undone" + (kept == 0 ? "" : "&kept=" + kept);
        });
    }

    @PostMapping("/reopen")
    String reopen(@PathVariable IntakeId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            intakes.reopen(by, id);
            return "redirect:/imports/" + id;
        });
    }
}
