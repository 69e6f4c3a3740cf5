package org.dueregard.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.document.UntrustedFiles.Unreadable;
import org.dueregard.document.read.Note;
import org.dueregard.intake.IntakeId;
import org.dueregard.intake.model.Intake;
import org.dueregard.intake.model.Intakes;
import org.dueregard.intake.model.Readings;
import org.dueregard.intake.model.Readings.Reading;
import org.dueregard.intake.reading.Level;
import org.dueregard.intake.reading.NodeChange;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.Spot;
import org.dueregard.intake.reading.TableReading;
import org.dueregard.intake.reading.Unplaced;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.TermCalendar;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.plan.PlanEntry;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing a plan in from a file: choosing it, and checking what was read beside the original. */
@Controller
@RequestMapping("/imports")
@AllowedTo(Role.POLICY_OFFICER)
class IntakeController {

    private static final int LONGEST_NAME = 200;

    /** What is shown of what was not placed; the rest is told in a number. */
    private static final int MOST_LEFT = 300;

    private final Intakes intakes;
    private final Readings readings;
    private final PlanCatalogue plans;
    private final TermCalendar terms;
    private final Sentences sentences;
    private final Clock clock;

    IntakeController(
            Intakes intakes,
            Readings readings,
            PlanCatalogue plans,
            TermCalendar terms,
            Sentences sentences,
            Clock clock) {
        this.intakes = intakes;
        this.readings = readings;
        this.plans = plans;
        this.terms = terms;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping
    String all(@AuthenticationPrincipal SignedIn by, Model model) {
        return all(by, new Problems(), model);
    }

    private String all(SignedIn by, Problems problems, Model model) {
        Map<String, String> titles = new LinkedHashMap<>();
        plans.of(by.organisation())
                .forEach((PlanEntry plan) -> titles.put(plan.id().toString(), plan.title()));
        model.addAttribute("intakes", intakes.of(by.organisation()));
        model.addAttribute("titles", titles);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "intake/all";
    }

    @PostMapping
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Problems problems = new Problems();
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank()) {
            problems.add("file", sentences.of("intake.fault.none"));
        } else {
            try {
                byte[] content = file.getBytes();
                String name = name(file.getOriginalFilename());
                Reading reading = readings.of(name, content);
                return once.perform(() -> {
                    IntakeId id = intakes.bring(by, name, content);
                    readings.hold(id, reading);
                    return "redirect:/imports/" + id;
                });
            } catch (Unreadable unreadable) {
                problems.add("file", sentences.of("intake.file." + unreadable.trouble()));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return all(by, problems, model);
    }

    /** The last part of a path that a browser may send, in one line. */
    static String name(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String name = last.replaceAll("\\p{Cntrl}", " ").strip();
        return name.isEmpty() ? "file" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    private Intake find(SignedIn by, IntakeId id) {
        return intakes.find(by.organisation(), id).orElseThrow(NotHere::new);
    }

    @GetMapping("/{id}")
    String one(@PathVariable IntakeId id, @AuthenticationPrincipal SignedIn by, Model model) {
        Intake intake = find(by, id);
        Reading reading = readings.of(intake);
        Drafted drafted = frame(intake, reading, "overview", model);
        model.addAttribute("counts", drafted.counts());
        model.addAttribute("notes", notes(reading.document().notes()));
        model.addAttribute("titleRead", reading.draft().title());
        model.addAttribute("periodRead", reading.draft().period());
        model.addAttribute("levels", Level.of(reading.document(), reading.draft()));
        return "intake/overview";
    }

    @GetMapping(value = "/{id}", params = "part")
    String part(
            @PathVariable IntakeId id, @RequestParam String part, @AuthenticationPrincipal SignedIn by, Model model) {
        Intake intake = find(by, id);
        Reading reading = readings.of(intake);
        Drafted drafted = frame(intake, reading, part, model);
        Original original = new Original(reading.document(), reading.draft(), "/imports/" + id, true);
        switch (part) {
            case "look" -> model.addAttribute("doubts", drafted.doubts());
            case "rest" -> {
                List<Unplaced> left = reading.draft().unplaced();
                model.addAttribute(
                        "left",
                        left.stream()
                                .limit(MOST_LEFT)
                                .map(one -> left(reading, one))
                                .toList());
                model.addAttribute("more", Math.max(0, left.size() - MOST_LEFT));
            }
            default -> {
                if (!part.matches("\\d{1,4}")
                        || Integer.parseInt(part) < 1
                        || Integer.parseInt(part) > drafted.size()) {
                    throw new NotHere();
                }
                int number = Integer.parseInt(part);
                model.addAttribute("number", number);
                model.addAttribute("nodes", drafted.nodes(number));
                model.addAttribute("judged", drafted.judged(number, terms.of(by.organisation())));
                model.addAttribute("pieces", original.around(drafted.spots(number)));
            }
        }
        return switch (part) {
            case "look" -> "intake/look";
            case "rest" -> "intake/rest";
            default -> "intake/part";
        };
    }

    /** Words that were not placed, as the page shows them. */
    public record Left(String words, String place, String why, String change, String id) {}

    private static Left left(Reading reading, Unplaced one) {
        Spot spot = one.spots().isEmpty() ? Spot.block(0) : one.spots().get(0);
        Spot row = spot.row() >= 0 ? Spot.row(spot.block(), spot.row()) : Spot.block(spot.block());
        return new Left(
                one.words(),
                Places.of(spot.whole().placeIn(reading.document())),
                one.because().name(),
                row.toString(),
                spot.whole().toString());
    }

    /** What every page about a file shows: its parts, and what is still to be done. */
    Drafted frame(Intake intake, Reading reading, String part, Model model) {
        Drafted drafted = new Drafted(
                reading.draft(),
                PlanController.period(reading.draft(), LocalDate.now(clock)),
                intake.corrections().nodes().keySet(),
                key -> sentences.of("intake.understood." + key));
        model.addAttribute("intake", intake);
        model.addAttribute("part", part);
        model.addAttribute("parts", drafted.parts());
        model.addAttribute("doubtful", drafted.doubts().size());
        model.addAttribute("unplaced", reading.draft().unplaced().size());
        model.addAttribute("empty", reading.draft().nodes().isEmpty());
        return drafted;
    }

    /** How often each kind of note was made, with the words that stand nowhere else. */
    private List<String> notes(List<Note> notes) {
        Map<Note.Kind, Integer> counts = new LinkedHashMap<>();
        notes.forEach(note -> counts.merge(note.kind(), note.count(), Integer::sum));
        return counts.entrySet().stream()
                .map(one -> sentences.of("intake.note." + one.getKey(), one.getValue()))
                .toList();
    }

    // what the levels are

    @PostMapping("/{id}/levels")
    String levels(
            @PathVariable IntakeId id,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedIn by,
            Once once) {
        Reading reading = readings.of(find(by, id));
        return once.perform(() -> {
            intakes.correct(by, id, version, corrections -> {
                var more = corrections;
                List<Level> levels = Level.of(reading.document(), reading.draft());
                for (int at = 0; at < levels.size(); at++) {
                    String is = fields.get("l" + at);
                    if (is != null && !is.equals(levels.get(at).is().name())) {
                        more = levels.get(at).corrected(more, choice(levels.get(at), is));
                    }
                }
                return more;
            });
            return "redirect:/imports/" + id + "?read";
        });
    }

    private static org.dueregard.intake.reading.Role choice(Level level, String name) {
        return level.choices().stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    // what tables and columns are

    /** @param name of the field; the block and the column */
    public record Column(String name, String heading, String role, String mark, List<String> samples) {}

    /** Tables with the same heads. */
    public record Group(int block, String place, int tables, String kind, List<Column> columns) {}

    @GetMapping("/{id}/columns")
    String columns(@PathVariable IntakeId id, @AuthenticationPrincipal SignedIn by, Model model) {
        Intake intake = find(by, id);
        Reading reading = readings.of(intake);
        frame(intake, reading, "columns", model);
        model.addAttribute("groups", groups(reading));
        model.addAttribute("roles", List.of(org.dueregard.intake.reading.Role.values()));
        model.addAttribute("kinds", List.of(TableReading.Kind.values()));
        return "intake/columns";
    }

    private static List<Group> groups(Reading reading) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (TableReading table : reading.draft().tables()) {
            String key = table.kind()
                    + String.join(
                            "|",
                            table.columns().stream()
                                    .map(column -> column.heading() + column.role())
                                    .toList());
            String place = Places.of(Spot.block(table.block()).placeIn(reading.document()));
            Group before = groups.get(key);
            if (before != null) {
                groups.put(
                        key,
                        new Group(
                                before.block(), before.place(), before.tables() + 1, before.kind(), before.columns()));
            } else {
                groups.put(key, new Group(table.block(), place, 1, table.kind().name(), columns(reading, table)));
            }
        }
        return List.copyOf(groups.values());
    }

    private static List<Column> columns(Reading reading, TableReading table) {
        var cells =
                (org.dueregard.document.read.Table) reading.document().blocks().get(table.block());
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            int at = column;
            List<String> samples = Stream.iterate(0, row -> row < cells.rows().size(), row -> row + 1)
                    .filter(row -> table.rows().get(row) == TableReading.RowKind.ITEM)
                    .map(row ->
                            cells.cell(row, at).text().replaceAll("\\s+", " ").strip())
                    .filter(words -> !words.isEmpty())
                    .map(words -> words.length() > 60 ? words.substring(0, 60) + "…" : words)
                    .distinct()
                    .limit(3)
                    .toList();
            TableReading.Column one = table.columns().get(column);
            columns.add(new Column(
                    "c" + table.block() + "-" + column,
                    one.heading(),
                    one.role().name(),
                    Drafted.Mark.of(one.certainty()).name(),
                    samples));
        }
        return columns;
    }

    @PostMapping("/{id}/columns")
    String columns(
            @PathVariable IntakeId id,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedIn by,
            Once once) {
        PlanDraft draft = readings.of(find(by, id)).draft();
        return once.perform(() -> {
            intakes.correct(by, id, version, corrections -> {
                var more = corrections;
                for (TableReading table : draft.tables()) {
                    String kind = fields.get("t" + table.block());
                    if (kind != null && !kind.equals(table.kind().name())) {
                        more = more.table(table.block(), Named.of(TableReading.Kind.class, kind));
                    }
                    for (int column = 0; column < table.columns().size(); column++) {
                        String role = fields.get("c" + table.block() + "-" + column);
                        if (role != null
                                && !role.equals(
                                        table.columns().get(column).role().name())) {
                            more = more.column(
                                    table.block(), column, Named.of(org.dueregard.intake.reading.Role.class, role));
                        }
                    }
                }
                return more;
            });
            return "redirect:/imports/" + id + "?read";
        });
    }

    // what a row or a paragraph is

    @GetMapping("/{id}/spots/{spot}")
    String spot(
            @PathVariable IntakeId id, @PathVariable String spot, @AuthenticationPrincipal SignedIn by, Model model) {
        Intake intake = find(by, id);
        Reading reading = readings.of(intake);
        Spot at = at(reading, spot);
        frame(intake, reading, "spot", model);
        boolean row = at.row() >= 0;
        boolean table =
                !row && reading.document().blocks().get(at.block()) instanceof org.dueregard.document.read.Table;
        Set<Spot> only = new TreeSet<>(Set.of(at));
        model.addAttribute(
                "pieces", new Original(reading.document(), reading.draft(), "/imports/" + id, false).only(only));
        model.addAttribute("spot", at.toString());
        model.addAttribute("what", row ? "row" : table ? "table" : "paragraph");
        model.addAttribute("place", Places.of(at.placeIn(reading.document())));
        model.addAttribute("rowKind", row ? kind(reading, at).name() : "");
        model.addAttribute(
                "told",
                intake.corrections().rows().containsKey(at)
                        || intake.corrections().levels().containsKey(at));
        return "intake/spot";
    }

    private static TableReading.RowKind kind(Reading reading, Spot at) {
        return reading.draft().tables().stream()
                .filter(table -> table.block() == at.block())
                .map(table -> table.rows().get(at.row()))
                .findFirst()
                .orElse(TableReading.RowKind.ITEM);
    }

    private static Spot at(Reading reading, String spot) {
        try {
            Spot at = Spot.parse(spot);
            at.placeIn(reading.document());
            boolean table = reading.document().blocks().get(at.block()) instanceof org.dueregard.document.read.Table;
            if (at.row() >= 0 && !table) {
                throw new NotHere();
            }
            return at.row() >= 0 ? Spot.row(at.block(), at.row()) : Spot.block(at.block());
        } catch (IllegalArgumentException | IndexOutOfBoundsException nowhere) {
            throw new NotHere();
        }
    }

    @PostMapping("/{id}/spots/{spot}")
    String spot(
            @PathVariable IntakeId id,
            @PathVariable String spot,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(defaultValue = "") String is,
            @AuthenticationPrincipal SignedIn by,
            Once once) {
        Spot at = at(readings.of(find(by, id)), spot);
        return once.perform(() -> {
            intakes.correct(by, id, version, corrections -> {
                if (is.isEmpty() || is.equals("AS_READ")) {
                    return corrections.without(at);
                }
                if (at.row() < 0) {
                    return corrections.level(at, Named.of(org.dueregard.intake.reading.Role.class, is));
                }
                var without = corrections.without(at);
                return switch (is) {
                    case "OBJECTIVE", "THEME", "AREA" ->
                        without.row(at.block(), at.row(), TableReading.RowKind.SECTION)
                                .level(at, Named.of(org.dueregard.intake.reading.Role.class, is));
                    default -> without.row(at.block(), at.row(), Named.of(TableReading.RowKind.class, is));
                };
            });
            return "redirect:/imports/" + id + "?read";
        });
    }

    // one node

    @GetMapping("/{id}/items/{key}")
    String item(
            @PathVariable IntakeId id, @PathVariable String key, @AuthenticationPrincipal SignedIn by, Model model) {
        Intake intake = find(by, id);
        Reading reading = readings.of(intake);
        ItemForm form = ItemForm.of(reading.draft(), key).orElseThrow(NotHere::new);
        return item(intake, reading, form, model);
    }

    private String item(Intake intake, Reading reading, ItemForm form, Model model) {
        frame(intake, reading, "item", model);
        model.addAttribute("form", form);
        model.addAttribute("changed", intake.corrections().nodes().containsKey(form.key()));
        model.addAttribute(
                "pieces",
                new Original(reading.document(), reading.draft(), "/imports/" + intake.id(), false).only(form.spots()));
        return "intake/item";
    }

    @PostMapping("/{id}/items/{key}")
    String item(
            @PathVariable IntakeId id,
            @PathVariable String key,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(defaultValue = "save") String step,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedIn by,
            Once once) {
        Intake intake = find(by, id);
        Reading reading = readings.of(intake);
        ItemForm form = ItemForm.of(reading.draft(), key).orElseThrow(NotHere::new);
        int part = partOf(intake, reading, key);
        return once.perform(() -> {
            intakes.correct(by, id, version, corrections -> switch (step) {
                case "as-read" -> corrections.withoutNode(key);
                case "leave-out" -> corrections.node(key, NodeChange.of(NodeChange.Fate.LEFT_OUT));
                case "merge" -> corrections.node(key, NodeChange.of(NodeChange.Fate.INTO_PREVIOUS));
                default -> corrections.node(key, form.change(fields));
            });
            return "redirect:/imports/" + id + "?part=" + part + "&saved#n-" + key;
        });
    }

    /** What was read is right: pairs of a node and the role of what it says, or of its kind for the node itself. */
    @PostMapping("/{id}/right")
    String right(
            @PathVariable IntakeId id,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(required = false) @Nullable List<String> item,
            @AuthenticationPrincipal SignedIn by,
            Once once) {
        List<String> items = item == null ? List.of() : item;
        return once.perform(() -> {
            intakes.correct(by, id, version, corrections -> {
                var more = corrections;
                for (String one : items) {
                    String key = one.substring(0, Math.max(0, one.indexOf(' ')));
                    String name = one.substring(one.indexOf(' ') + 1);
                    NodeChange before = more.nodes().getOrDefault(key, NodeChange.of(NodeChange.Fate.KEPT));
                    boolean node = Stream.of(NodeKind.values())
                            .anyMatch(kind -> kind.name().equals(name));
                    more = more.node(
                            key,
                            node ? before : before.confirming(Named.of(org.dueregard.intake.reading.Role.class, name)));
                }
                return more;
            });
            return "redirect:/imports/" + id + "?part=look&right";
        });
    }

    private int partOf(Intake intake, Reading reading, String key) {
        Drafted drafted = new Drafted(
                reading.draft(),
                PlanController.period(reading.draft(), LocalDate.now(clock)),
                intake.corrections().nodes().keySet(),
                words -> words);
        for (int part = 1; part <= drafted.size(); part++) {
            if (drafted.nodes(part).stream().anyMatch(node -> node.key().equals(key))) {
                return part;
            }
        }
        return 1;
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable IntakeId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            intakes.discard(by, id);
            return "redirect:/imports?discarded";
        });
    }
}
