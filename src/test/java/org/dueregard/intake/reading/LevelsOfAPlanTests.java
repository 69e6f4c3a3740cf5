package org.dueregard.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dueregard.intake.reading.Level.Means;
import org.junit.jupiter.api.Test;

/** A council says once what its headings, rows and columns are, and all of them are read so. */
class LevelsOfAPlanTests {

    private static final Paper THEMES_OVER_OBJECTIVES = Paper.blank()
            .table(
                    "Theme | Objective | Action | Lead",
                    "Leadership | Objective 1: Build capacity | Recruit two officers | Personnel",
                    "Leadership | Objective 1: Build capacity | Agree a budget | Finance",
                    "Culture | Objective 2: Listen to staff | Hold a forum | Personnel");

    @Test
    void sayWhatEachOfThemIsTakenForAndWhatStandsInThem() {
        List<Level> levels = THEMES_OVER_OBJECTIVES.levels();

        assertThat(levels)
                .extracting(Level::means, Level::word, Level::is)
                .containsExactly(
                        tuple(Means.COLUMN, "Theme", Role.OBJECTIVE),
                        tuple(Means.COLUMN, "Objective", Role.AREA),
                        tuple(Means.COLUMN, "Action", Role.ACTIVITY));
        assertThat(levels.get(1).begun())
                .containsExactly("Objective 1: Build capacity", "Objective 2: Listen to staff");
    }

    @Test
    void aColumnIsWhatItIsSaidToBe() {
        assertThat(said(THEMES_OVER_OBJECTIVES, Means.COLUMN, "Theme", Role.OTHER, "Objective", Role.OBJECTIVE))
                .containsExactly(
                        "OBJECTIVE 1 Build capacity",
                        "  ACTIVITY Recruit two officers; OWNER Personnel",
                        "  ACTIVITY Agree a budget; OWNER Finance",
                        "OBJECTIVE 2 Listen to staff",
                        "  ACTIVITY Hold a forum; OWNER Personnel");
    }

    @Test
    void areasWithoutObjectivesStayAreasWhereSomebodySaysSo() {
        Paper list = Paper.blank()
                .table(
                        "Priority area | Action | When",
                        "Doors | Fit slow closers | May 2026",
                        "Signs | Put up signs | June 2026");

        assertThat(list.levels()).extracting(Level::word, Level::is).contains(tuple("Priority area", Role.OBJECTIVE));
        assertThat(said(list, Means.COLUMN, "Priority area", Role.AREA))
                .anyMatch(line -> line.startsWith("PRIORITY_AREA Doors"))
                .noneMatch(line -> line.startsWith("OBJECTIVE"));
    }

    @Test
    void headingsAreToldApartByTheWordThatTheyBeginWith() {
        Paper paper = Paper.blank()
                .heading(1, "Equality plan")
                .heading(2, "Priority 1: Homes")
                .heading(3, "Promise 1: Safe homes")
                .table("Action | By when", "Inspect homes | May 2026")
                .heading(3, "Promise 2: Warm homes")
                .table("Action | By when", "Insulate homes | June 2026");

        assertThat(paper.levels())
                .extracting(Level::means, Level::word, Level::size, Level::is)
                .contains(
                        tuple(Means.HEADING, "Priority", 2, Role.OBJECTIVE),
                        tuple(Means.HEADING, "Promise", 3, Role.AREA));
        assertThat(said(paper, Means.HEADING, "Promise", Role.OBJECTIVE))
                .contains(
                        "OBJECTIVE 1 Safe homes",
                        "  ACTIVITY Inspect homes; DEADLINE May 2026",
                        "OBJECTIVE 2 Warm homes");
    }

    @Test
    void headingsThatBeganNothingBeginSomething() {
        Paper paper = Paper.blank()
                .heading(2, "Priority 1: Homes")
                .heading(3, "Our neighbourhoods")
                .words("Half of our homes are cold.")
                .table("Action | By when", "Inspect homes | May 2026");

        assertThat(said(paper, Means.HEADING, "", Role.AREA))
                .containsExactly(
                        "OBJECTIVE 1 Homes",
                        "  PRIORITY_AREA Our neighbourhoods",
                        "    ACTIVITY Inspect homes; DEADLINE May 2026");
    }

    @Test
    void rowsAcrossATableAreWhatTheyAreSaidToBe() {
        Paper paper = Paper.blank()
                .table(
                        "Ref | Action | By when",
                        "AIM 6: A fair college | < | <",
                        "1 Ethos | < | <",
                        "1.1 | Publish the scheme | May 2026",
                        "2 Staff | < | <",
                        "2.1 | Train all staff | June 2026");

        assertThat(paper.levels())
                .extracting(Level::means, Level::word, Level::is)
                .contains(tuple(Means.ROW_ACROSS, "Aim", Role.OBJECTIVE), tuple(Means.ROW_ACROSS, "", Role.AREA));
        assertThat(said(paper, Means.ROW_ACROSS, "Aim", Role.OTHER, "", Role.OBJECTIVE))
                .contains("OBJECTIVE 1 Ethos", "OBJECTIVE 2 Staff")
                .noneMatch(line -> line.contains("A fair college"));
    }

    @Test
    void sheetsAreWhatTheyAreSaidToBe() {
        Paper paper = Paper.blank()
                .sheet("Housing")
                .table("Action | By when", "Inspect homes | May 2026", "Insulate homes | May 2027")
                .sheet("Leisure")
                .table("Action | By when", "Open a pool | June 2026", "Mend the gym | May 2027");

        assertThat(paper.levels())
                .extracting(Level::means, Level::is, Level::begun)
                .contains(tuple(Means.SHEET, Role.OBJECTIVE, List.of("Housing", "Leisure")));
        assertThat(said(paper, Means.SHEET, "", Role.AREA)).contains("PRIORITY_AREA Housing", "PRIORITY_AREA Leisure");
        assertThat(said(paper, Means.SHEET, "", Role.OTHER))
                .noneMatch(line -> line.contains("Housing"))
                .contains("ACTIVITY Open a pool; DEADLINE June 2026");
    }

    @Test
    void sheetsThatBeginNothingBeginSomething() {
        Paper paper = Paper.blank()
                .sheet("Plan 1")
                .table("Action | By when", "Inspect homes | May 2026", "Insulate homes | May 2027")
                .sheet("Plan 2")
                .table("Action | By when", "Open a pool | June 2026", "Mend the gym | May 2027");

        assertThat(paper.levels())
                .extracting(Level::means, Level::is, Level::begun)
                .contains(tuple(Means.SHEET, Role.OTHER, List.of("Plan 1", "Plan 2")));
        assertThat(said(paper, Means.SHEET, "", Role.OBJECTIVE))
                .contains("OBJECTIVE Plan 1", "  ACTIVITY Open a pool; DEADLINE June 2026");
    }

    @Test
    void whatIsNoLevelIsNotAskedFor() {
        List<Level> levels = Paper.blank()
                .sheet("Plan")
                .heading(2, "Objective 1: Trust")
                .heading(3, "Actions")
                .bullet("Hold ten meetings")
                .bullet("Publish a report")
                .levels();

        assertThat(levels)
                .extracting(Level::means, Level::begun)
                .containsExactly(tuple(Means.HEADING, List.of("Objective 1: Trust")));
    }

    @Test
    void mayBeSaidToBeWhatTheyWereTakenForAsWell() {
        Level level = new Level(Means.SHEET, "", 0, Role.ACTIVITY, java.util.Set.of(), List.of());

        assertThat(level.choices())
                .contains(Role.ACTIVITY, Role.OBJECTIVE, Role.OTHER)
                .doesNotHaveDuplicates();
    }

    @Test
    void aHeadingThatStandsThereOnceMoreIsOfTheSameKind() {
        Paper paper = Paper.blank();
        for (String head : List.of("Preventing fires", "Fair promotion", "Preventing fires")) {
            paper.heading(2, head)
                    .table("Area | Action | Lead", "Care | Train crews | Training", "Staff | Publish | HR");
        }

        assertThat(said(paper, Means.HEADING, "", Role.THEME))
                .filteredOn(line -> line.contains("Preventing fires"))
                .hasSize(1)
                .noneMatch(line -> line.startsWith("OBJECTIVE Preventing") && line.contains("PRIORITY"));
        assertThat(paper.levels())
                .filteredOn(level -> level.means() == Means.HEADING)
                .singleElement()
                .satisfies(level -> assertThat(level.spots()).hasSize(3));
    }

    @Test
    void aRowAcrossThatSaysItsObjectiveOnceMoreIsOfTheSameKind() {
        Paper paper = Paper.blank()
                .table(
                        "Action | Lead",
                        "Objective 1: Trust | <",
                        "Train crews | HR",
                        "Objective 2: Pay | <",
                        "Publish the gap | HR")
                .table("Measure | Target", "Objective 1: Trust | <", "Number of visits | 30");

        assertThat(paper.levels())
                .filteredOn(level -> level.means() == Means.ROW_ACROSS)
                .singleElement()
                .satisfies(level -> assertThat(level.spots()).hasSize(3));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    /** @param said words and what they are said to be, in turn */
    private static List<String> said(Paper paper, Means means, Object... said) {
        Corrections corrections = Corrections.NONE;
        for (int at = 0; at < said.length; at += 2) {
            Object word = said[at];
            Level level = paper.levels().stream()
                    .filter(one -> one.means() == means && one.word().equals(word))
                    .findFirst()
                    .orElseThrow();
            corrections = level.corrected(corrections, (Role) said[at + 1]);
        }
        return paper.outline(corrections);
    }
}
