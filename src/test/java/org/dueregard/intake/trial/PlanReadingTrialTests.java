package org.dueregard.intake.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dueregard.plan.NodeKind.ACTIVITY;
import static org.dueregard.plan.NodeKind.INDICATOR;
import static org.dueregard.plan.NodeKind.INDICATOR_GROUP;
import static org.dueregard.plan.NodeKind.OBJECTIVE;
import static org.dueregard.plan.NodeKind.PRIORITY_AREA;
import static org.dueregard.plan.NodeKind.THEME;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dueregard.document.BoundedFiles;
import org.dueregard.document.FileKind;
import org.dueregard.document.UntrustedFiles;
import org.dueregard.document.read.DocumentFiles;
import org.dueregard.document.read.Line;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Paragraph.Aside;
import org.dueregard.document.read.Paragraph.Heading;
import org.dueregard.document.read.Place;
import org.dueregard.intake.reading.Certainty;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.reading.Spot;
import org.dueregard.intake.reading.TableReading;
import org.dueregard.intake.reading.Unplaced;
import org.dueregard.intake.trial.Score.Dropped;
import org.dueregard.intake.trial.Score.Miss;
import org.dueregard.intake.trial.Score.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A small plan with every kind of value, drafts of it made by hand, and what the command makes of them. */
class PlanReadingTrialTests {

    private static NeutralDocument document;
    private static Truth truth;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeAll
    static void read() throws Exception {
        UntrustedFiles bounded = BoundedFiles.make();
        document = new DocumentFiles(bounded).read("small.csv", resource("small.csv"));
        bounded.destroy();
        truth = Truth.of(JsonMapper.shared().readTree(resource("small.expected.json")));
    }

    @Test
    void findsNothingWrongWithARightDraft() {
        Score score = score(plan());

        assertThat(score.misses()).isEmpty();
        assertThat(score.dropped()).isEmpty();
        assertThat(Arrays.stream(Measured.values()).filter(kind -> kind != Measured.BASELINES_IN_TEXT))
                .as("the example has some of every kind")
                .allSatisfy(kind -> assertThat(score.expected(kind)).isPositive());
        assertThat(score.count(Measured.INDICATORS, Outcome.RIGHT)).isEqualTo(5);
        assertThat(verdict(score)).isZero();
    }

    static Stream<Arguments> spoiltDrafts() {
        return Stream.of(
                // an objective that is lost takes all it has along
                spoilt(
                        "an objective without its reference",
                        Measured.OBJECTIVES,
                        Outcome.WRONG,
                        plan -> plan.find("Closing gaps").reference = "2"),
                spoilt(
                        "an objective of another name",
                        Measured.OBJECTIVES,
                        Outcome.WRONG,
                        plan -> plan.find("Closing gaps").title = "Something else"),
                spoilt(
                        "an objective that is none",
                        Measured.OBJECTIVES,
                        Outcome.INVENTED,
                        plan -> plan.children.add(new MadeNode(OBJECTIVE, "", "Total"))),
                spoilt("a theme lost", Measured.THEMES, Outcome.MISSING, plan -> {
                    MadeNode objective = plan.find("Closing gaps");
                    objective.children.addAll(plan.find("Homes").children);
                    plan.remove("Homes");
                }),
                spoilt("an area under another theme", Measured.AREAS, Outcome.WRONG, plan -> {
                    MadeNode area = plan.find("Warm homes");
                    plan.remove("Warm homes");
                    plan.find("Schools").children.add(area);
                }),
                spoilt("an area lost", Measured.AREAS, Outcome.MISSING, plan -> plan.remove("Warm homes")),
                spoilt(
                        "an area taken for a theme",
                        Measured.AREAS,
                        Outcome.WRONG,
                        plan -> plan.find("Warm homes").kind = THEME),
                spoilt(
                        "an area invented",
                        Measured.AREAS,
                        Outcome.INVENTED,
                        plan -> plan.find("Homes").children.add(new MadeNode(PRIORITY_AREA, "", "Notes"))),
                spoilt("an activity lost", Measured.ACTIVITIES, Outcome.MISSING, plan -> {
                    MadeNode area = plan.find("Reading for all");
                    area.children.addAll(plan.find("Visit families at home").children);
                    plan.remove("Visit families at home");
                }),
                spoilt(
                        "an activity that is a part of another",
                        Measured.SUB_ACTIVITIES,
                        Outcome.MISSING,
                        plan -> plan.remove("Train club leaders")),
                spoilt("a part that is an activity", Measured.SUB_ACTIVITIES, Outcome.WRONG, plan -> {
                    plan.remove("Train club leaders");
                    plan.find("Reading for all").children.add(new MadeNode(ACTIVITY, "a", "Train club leaders"));
                }),
                spoilt(
                        "an indicator lost",
                        Measured.INDICATORS,
                        Outcome.MISSING,
                        plan -> plan.remove("Families who answer")),
                spoilt(
                        "an indicator of another name",
                        Measured.INDICATORS,
                        Outcome.WRONG,
                        plan -> plan.find("Pupils who read weekly").title = "Pupils who swim weekly and well"),
                spoilt("an indicator without its parent", Measured.INDICATORS, Outcome.WRONG, plan -> {
                    MadeNode part = plan.find("Visits");
                    plan.remove("Families");
                    plan.find("Visit families at home").children.add(0, part);
                }),
                spoilt("an indicator under another activity", Measured.INDICATORS, Outcome.WRONG, plan -> {
                    MadeNode measure = plan.find("Families who answer");
                    plan.remove("Families who answer");
                    plan.find("Run reading clubs").children.add(measure);
                }),
                spoilt("an indicator under no activity", Measured.INDICATORS, Outcome.WRONG, plan -> {
                    MadeNode measure = plan.find("Families who answer");
                    plan.remove("Families who answer");
                    plan.find("Reading for all").children.add(measure);
                }),
                spoilt(
                        "an indicator read twice",
                        Measured.INDICATORS,
                        Outcome.INVENTED,
                        plan -> plan.find("Visit families at home")
                                .children
                                .add(new MadeNode(INDICATOR, "", "Families who answer"))),
                spoilt(
                        "another baseline",
                        Measured.BASELINES,
                        Outcome.WRONG,
                        plan -> plan.find("Pupils who read weekly").say(Role.BASELINE, "16% (England 70%)")),
                spoilt(
                        "a baseline without its comparator",
                        Measured.BASELINES,
                        Outcome.WRONG,
                        plan -> plan.find("Pupils who read weekly").say(Role.BASELINE, "61%")),
                spoilt(
                        "a baseline lost",
                        Measured.BASELINES,
                        Outcome.MISSING,
                        plan -> plan.find("Pupils who read weekly").without(Role.BASELINE)),
                spoilt("a baseline taken for a note", Measured.BASELINES, Outcome.WRONG, plan -> {
                    plan.find("Pupils who read weekly").without(Role.BASELINE);
                    plan.find("Pupils who read weekly").with(Role.OTHER, "61% (England 70%)");
                }),
                spoilt(
                        "a baseline where there is none",
                        Measured.BASELINES,
                        Outcome.INVENTED,
                        plan -> plan.find("Families who answer").with(Role.BASELINE, "5")),
                spoilt(
                        "another outturn",
                        Measured.OUTTURNS,
                        Outcome.MISSING,
                        plan -> plan.find("Pupils who read weekly")
                                .values
                                .removeIf(value -> value.words().startsWith("57%"))),
                spoilt(
                        "a target lost",
                        Measured.TARGETS_STATED,
                        Outcome.MISSING,
                        plan -> plan.find("Pupils who read weekly").without(Role.TARGET)),
                spoilt(
                        "a target of another value",
                        Measured.TARGETS_STATED,
                        Outcome.WRONG,
                        plan -> plan.find("Pupils who read weekly").say(Role.TARGET, "At least 57%")),
                spoilt(
                        "a target of another kind",
                        Measured.TARGETS_STATED,
                        Outcome.WRONG,
                        plan -> plan.find("Calls answered").say(Role.TARGET, "TBC")),
                spoilt(
                        "a target whose name was lost",
                        Measured.TARGETS_BY_NAME,
                        Outcome.WRONG,
                        plan -> plan.find("Reduction in pupils excluded").say(Role.TARGET, "at least 10")),
                spoilt(
                        "a figure asked for that says another thing",
                        Measured.TARGETS_BY_SENSE,
                        Outcome.WRONG,
                        plan -> plan.find("Visits").say(Role.TARGET, "44")),
                spoilt(
                        "a target where none is stated",
                        Measured.TARGETS_NOT_STATED,
                        Outcome.WRONG,
                        plan -> plan.find("Families who answer").with(Role.TARGET, "at least 20")),
                spoilt(
                        "another owner",
                        Measured.OWNERS,
                        Outcome.WRONG,
                        plan -> plan.find("Reduction in pupils excluded").say(Role.OWNER, "Schools team")),
                spoilt(
                        "an owner lost",
                        Measured.OWNERS,
                        Outcome.MISSING,
                        plan -> plan.find("Reduction in pupils excluded").without(Role.OWNER)),
                spoilt(
                        "an owner where there is none",
                        Measured.OWNERS,
                        Outcome.INVENTED,
                        plan -> plan.find("Warm homes").with(Role.OWNER, "Housing team")),
                spoilt(
                        "a deadline lost",
                        Measured.DEADLINES,
                        Outcome.MISSING,
                        plan -> plan.find("Pupils who read weekly").without(Role.DEADLINE)),
                spoilt(
                        "another deadline",
                        Measured.DEADLINES,
                        Outcome.WRONG,
                        plan -> plan.find("Pupils who read weekly").say(Role.DEADLINE, "March 2027")),
                spoilt(
                        "a deadline whose last day cannot be told",
                        Measured.DEADLINES,
                        Outcome.WRONG,
                        plan -> plan.find("Pupils who read weekly").say(Role.DEADLINE, "each March 2026")),
                spoilt(
                        "a deadline where there is none",
                        Measured.DEADLINES,
                        Outcome.INVENTED,
                        plan -> plan.find("Families who answer").with(Role.DEADLINE, "May 2026")),
                spoilt(
                        "another strategy",
                        Measured.STRATEGIES,
                        Outcome.WRONG,
                        plan -> plan.find("Visit families at home").say(Role.STRATEGY, "Housing Strategy")),
                spoilt(
                        "an outcome lost",
                        Measured.OUTCOMES,
                        Outcome.MISSING,
                        plan -> plan.find("Reading for all").without(Role.OUTCOME)),
                spoilt("an outcome taken for an update", Measured.OUTCOMES, Outcome.WRONG, plan -> {
                    plan.find("Reading for all").without(Role.OUTCOME);
                    plan.find("Reading for all").with(Role.OTHER, "More children enjoy books");
                }),
                spoilt(
                        "half an update",
                        Measured.UPDATES,
                        Outcome.WRONG,
                        plan -> plan.find("Reading for all").say(Role.UPDATE, "Clubs began in May and forty")),
                spoilt(
                        "an update with much else",
                        Measured.UPDATES,
                        Outcome.WRONG,
                        plan -> plan.find("Reading for all")
                                .say(
                                        Role.UPDATE,
                                        "Clubs began in May and forty children came to each of them. This page is reviewed by"
                                                + " the group each winter.")),
                spoilt(
                        "an account taken for a measure",
                        Measured.NARRATIVE_ONLY,
                        Outcome.WRONG,
                        plan -> plan.find("Warm homes")
                                .children
                                .add(new MadeNode(INDICATOR, "", "An account in words"))),
                spoilt(
                        "an account lost",
                        Measured.NARRATIVE_ONLY,
                        Outcome.MISSING,
                        plan -> plan.find("Warm homes").values.clear()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltDrafts")
    void countsWhatIsSpoilt(String what, Measured measured, Outcome outcome, Consumer<MadeNode> spoil) {
        Score right = score(plan());
        Score score = score(plan().but(spoil));

        assertThat(score.misses())
                .filteredOn(miss -> miss.measured() == measured)
                .extracting(Miss::outcome)
                .contains(outcome);
        assertThat(score.expected(measured)).isEqualTo(right.expected(measured));
        assertThat(score.count(measured, Outcome.RIGHT))
                .isEqualTo(right.count(measured, Outcome.RIGHT) - (outcome == Outcome.INVENTED ? 0 : 1));
        assertThat(verdict(score)).isEqualTo(1);
    }

    @Test
    void doesNotLetOneMissingIndicatorShiftTheOthers() {
        Score score = score(plan().but(plan -> plan.remove("Pupils who read weekly")));

        assertThat(score.misses())
                .extracting(Miss::measured)
                .containsOnly(
                        Measured.INDICATORS,
                        Measured.BASELINES,
                        Measured.OUTTURNS,
                        Measured.OUTTURNS_IN_TEXT,
                        Measured.TARGETS_STATED,
                        Measured.OWNERS,
                        Measured.DEADLINES);
        assertThat(score.count(Measured.INDICATORS, Outcome.RIGHT)).isEqualTo(4);
        assertThat(score.invented()).isZero();
    }

    @Test
    void takesOwnerAndDeadlineFromTheNearestAboveThatHasOne() {
        Score score = score(plan().but(plan -> {
            MadeNode part = plan.find("Visits");
            part.without(Role.OWNER);
            part.without(Role.DEADLINE);
            plan.find("Families").with(Role.DEADLINE, "June 2026");
            plan.find("Visit families at home")
                    .with(Role.OWNER, "Families team")
                    .with(Role.DEADLINE, "May 2026");
        }));

        assertThat(score.misses())
                .filteredOn(miss -> miss.outcome() != Outcome.INVENTED)
                .isEmpty();
    }

    @Test
    void looksPastQuotesDashesCaseBulletsAndFullStops() {
        assertThat(Wording.isSame("- Narrow the ‘gap’ – all pupils.", "narrow the 'gap' - ALL pupils"))
                .isTrue();
        assertThat(Wording.isSame("2. Visit families at home", "Visit families at home."))
                .isTrue();
        assertThat(Wording.isSame("the % of NEET young people", "Reduce the % of NEET young people"))
                .isTrue();
        assertThat(Wording.isSame("Male", "Female -5 yrs")).isFalse();
        assertThat(Wording.isSame("7", "17")).isFalse();
        assertThat(Wording.isSame("7%", "7")).as("one contains the other").isTrue();
        assertThat(Wording.isSame("one two three four five six seven", "one two three four five six eight"))
                .isTrue();
        assertThat(Wording.isSame("one two three four five six", "one two three four five seven"))
                .isFalse();
        assertThat(Wording.isSame("", "anything")).isFalse();
        assertThat(Wording.isSameReference("Objective 1.", "1")).isTrue();
        assertThat(Wording.isSameReference("1.1", "1.1.1")).isFalse();
    }

    @Test
    void findsWordsThatCameToNothing() {
        PlanDraft draft = draft(plan());
        List<Unplaced> fewer = draft.unplaced().stream()
                .filter(unplaced -> !unplaced.words().startsWith("This page"))
                .toList();

        Score score = Comparison.of(truth, document, with(draft, fewer));

        assertThat(score.misses()).isEmpty();
        assertThat(score.dropped())
                .singleElement()
                .isEqualTo(new Dropped("this page is reviewed by the group each winter", "line 11, value 2"));
        assertThat(verdict(score)).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Too many dropped: 1, at most 0 may be.");
        assertThat(verdict(score, "--dropped", "1")).isZero();
    }

    @Test
    void findsARunThatIsLostAlthoughEachOfItsWordsStandsSomewhere() {
        PlanDraft draft = draft(plan());
        List<Unplaced> stirred = draft.unplaced().stream()
                .map(unplaced -> unplaced.words().startsWith("This page")
                        ? unplaced("winter each group the by reviewed is page This")
                        : unplaced)
                .toList();

        assertThat(Comparison.of(truth, document, with(draft, stirred)).dropped())
                .extracting(Dropped::words)
                .containsExactly("this page is reviewed by the group each winter");
    }

    @Test
    void asksAFileForNoUpdateThatStandsInAnotherOfTheSameTruth() {
        NeutralDocument other = new NeutralDocument("small.docx", FileKind.WORD, List.of(), List.of());
        PlanDraft draft = draft(plan().but(plan -> plan.find("Reading for all").without(Role.UPDATE)));
        Truth ofTwo = new Truth(truth.title(), truth.heading(), 2, truth.objectives());

        assertThat(Comparison.of(truth, other, draft).count(Measured.UPDATES, Outcome.MISSING))
                .isEqualTo(1);
        Score score = Comparison.of(ofTwo, other, draft);
        assertThat(score.expected(Measured.UPDATES)).isZero();
        assertThat(score.elsewhere()).isPositive();
        assertThat(Comparison.of(ofTwo, document, draft).count(Measured.UPDATES, Outcome.MISSING))
                .as("it stands in this one")
                .isEqualTo(1);
    }

    @Test
    void passesOverALabelAndNotOverWhatItIsFor() {
        PlanDraft draft = draft(plan());
        Paragraph label = paragraph("Intended outcome: More children enjoy books");
        Paragraph alone = paragraph("Key activities:");
        Paragraph lost = paragraph("Intended outcome: Fewer children are bored");
        Paragraph none = paragraph("Remember: autumn");
        NeutralDocument labelled =
                new NeutralDocument("small.docx", FileKind.WORD, List.of(label, alone, lost, none), List.of());

        assertThat(DroppedWords.of(labelled, draft))
                .extracting(Dropped::words)
                .containsExactly("fewer children are bored", "remember", "autumn");
    }

    private static Paragraph paragraph(String words) {
        return new Paragraph(new Place.InText("small.docx", 1), Line.of(words), words, Heading.NONE, "", Aside.NONE);
    }

    @Test
    void failsBelowAThresholdAndNotAtIt() {
        Score score = score(plan().but(plan -> plan.remove("Families who answer")));

        assertThat(score.dropped()).extracting(Dropped::words).containsExactly("answer");
        assertThat(verdict(score, "--dropped", "1", "--least", "all=0", "--least", "indicators=80.1"))
                .isEqualTo(1);
        assertThat(verdict(score, "--dropped", "1", "--least", "all=0", "--least", "indicators=80"))
                .isZero();
    }

    @Test
    void failsWhenAnythingIsInventedUnlessItMayBe() {
        Score score = score(plan().but(plan -> plan.children.add(new MadeNode(OBJECTIVE, "", "Total"))));

        assertThat(verdict(score)).isEqualTo(1);
        assertThat(verdict(score, "--invented", "1")).isZero();
    }

    @Test
    void doesNotFailOnFiguresInRunningText() {
        Score score = score(plan().but(plan -> plan.find("Pupils who read weekly")
                .values
                .removeIf(value -> value.words().startsWith("forty"))));

        assertThat(score.count(Measured.OUTTURNS_IN_TEXT, Outcome.RIGHT)).isZero();
        assertThat(verdict(score)).isZero();
    }

    @Test
    void saysWhatWasReadInsteadAndWhere() {
        Score score =
                score(plan().but(plan -> plan.find("Pupils who read weekly").say(Role.TARGET, "At least 57%")));

        assertThat(verdict(score, "--list")).isEqualTo(1);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("targets stated wrong")
                .contains("truth  Pupils who read weekly: AT_LEAST 75 \"At least 75%\"")
                .contains("read   At least 57% = AtLeast[value=57] STATED")
                .contains("where  line 2, value 1 (b0r1c0)")
                .contains("targets stated             1       1       0   50.0%         0  too few")
                .contains("Not good enough.");
    }

    @Test
    void readsTheFilesOfAFolderAndFailsOnOneThatCannotBeRead(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("broken.docx"), new byte[] {'P', 'K', 3, 4, 1});
        Files.write(folder.resolve("broken.expected.json"), resource("small.expected.json"));
        Files.writeString(folder.resolve("alone.csv"), "a,b");

        assertThat(run(folder.toString(), "--least", "all=0")).isEqualTo(1);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("broken.docx could not be read: UNREADABLE")
                .doesNotContain("alone.csv");
    }

    @Test
    void readsOneTruthForSeveralFiles(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("small.csv"), resource("small.csv"));
        Files.write(folder.resolve("small.CSV"), resource("small.csv"));
        Files.write(folder.resolve("small.expected.json"), resource("small.expected.json"));

        run(folder.toString());

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("== small.csv (")
                .contains("== small.CSV (");
    }

    @Test
    void saysHowItIsCalled(@TempDir Path folder) throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(run(folder.toString())).as("nothing to read").isEqualTo(2);
        assertThat(run(folder.toString(), "--least", "owner=5")).isEqualTo(2);
        assertThat(run(folder.toString(), "--least")).isEqualTo(2);
        assertThat(run(folder.toString(), "--fast")).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Usage: FOLDER")
                .contains("Not known: owner. There are all, plan-title,");
    }

    private static MadeNode plan() {
        return new MadeNode(
                OBJECTIVE,
                "",
                "all",
                new MadeNode(
                        OBJECTIVE,
                        "Objective 1",
                        "Closing gaps",
                        new MadeNode(THEME, "1.1", "Schools", reading()),
                        new MadeNode(
                                THEME,
                                "1.2",
                                "Homes",
                                new MadeNode(PRIORITY_AREA, "1.2.1", "Warm homes")
                                        .with(
                                                Role.UPDATE,
                                                "An account in words is given twice a year, since no count makes"
                                                        + " sense."))),
                new MadeNode(
                        OBJECTIVE,
                        "",
                        "Answering everybody",
                        new MadeNode(INDICATOR, "", "Calls answered")
                                .with(Role.TARGET, "track")
                                .with(Role.OWNER, "Customer services")));
    }

    private static MadeNode reading() {
        return new MadeNode(
                        PRIORITY_AREA,
                        "1.1.1",
                        "Reading for all",
                        new MadeNode(
                                ACTIVITY,
                                "1.",
                                "Run reading clubs",
                                new MadeNode(ACTIVITY, "a)", "Train club leaders"),
                                new MadeNode(INDICATOR, "", "Pupils who read weekly")
                                        .with(Role.BASELINE, "61% (England 70%)")
                                        .with(Role.OUTTURN, "57% 4 of 7 pupils")
                                        .with(Role.OUTTURN, "forty children came to each")
                                        .with(Role.TARGET, "At least 75%")
                                        .with(Role.OWNER, "Schools team")
                                        .with(Role.DEADLINE, "March 2026"),
                                new MadeNode(INDICATOR, "", "Reduction in pupils excluded")
                                        .with(Role.BASELINE, "12")
                                        .with(Role.TARGET, "10")
                                        .with(Role.OWNER, "Inclusion team")
                                        .with(Role.DEADLINE, "Summer term 2026")),
                        new MadeNode(
                                        ACTIVITY,
                                        "2",
                                        "Visit families at home",
                                        new MadeNode(
                                                INDICATOR_GROUP,
                                                "",
                                                "Families",
                                                new MadeNode(INDICATOR, "", "Visits")
                                                        .with(Role.BASELINE, "30")
                                                        .with(Role.TARGET, "40")
                                                        .with(Role.OWNER, "Families team")
                                                        .with(Role.DEADLINE, "June 2026")),
                                        new MadeNode(INDICATOR, "", "Families who answer")
                                                .with(Role.OWNER, "Families team"))
                                .with(Role.STRATEGY, "Family Plan"))
                .with(Role.STRATEGY, "Learning Plan")
                .with(Role.OUTCOME, "More children enjoy books")
                .with(Role.UPDATE, "Clubs began in May and forty children came to each of them.");
    }

    private static PlanDraft draft(MadeNode plan) {
        List<TableReading.Column> columns = Stream.of(
                        "Priority area",
                        "Activities",
                        "Measure",
                        "Baseline 2024/25",
                        "Target 2025/26",
                        "By whom",
                        "By when",
                        "Strategy",
                        "Outcome",
                        "Update")
                .map(heading -> new TableReading.Column(Role.OTHER, heading, Certainty.CERTAIN))
                .toList();
        return new PlanDraft(
                MadeNode.value(Role.OTHER, "Harbour Council equality plan 2025/26"),
                null,
                List.of(new TableReading(
                        0, TableReading.Kind.PLAN, Certainty.CERTAIN, false, columns, List.of(), List.of())),
                plan.children.stream().map(MadeNode::build).toList(),
                Stream.of(
                                "Theme",
                                "Visits to families",
                                "Notes",
                                "This page is reviewed by the group each winter.",
                                "Results",
                                "Level 4 pupils",
                                "2023")
                        .map(PlanReadingTrialTests::unplaced)
                        .toList());
    }

    private static Unplaced unplaced(String words) {
        return new Unplaced(words, List.of(Spot.cell(0, 10, 1)), Unplaced.Why.AROUND);
    }

    private static PlanDraft with(PlanDraft draft, List<Unplaced> unplaced) {
        return new PlanDraft(draft.title(), draft.period(), draft.tables(), draft.nodes(), unplaced);
    }

    private static Score score(MadeNode plan) {
        return Comparison.of(truth, document, draft(plan));
    }

    private int verdict(Score score, String... options) {
        return PlanReadingTrial.run(out(), Map.of("small.csv", score), options);
    }

    private int run(String... arguments) throws IOException {
        return PlanReadingTrial.run(out(), arguments);
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private static Arguments spoilt(String what, Measured measured, Outcome outcome, Consumer<MadeNode> spoil) {
        return Arguments.of(what, measured, outcome, spoil);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PlanReadingTrialTests.class.getResourceAsStream("/trial/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
