package org.dueregard.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.dueregard.document.read.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How plans are laid out, each in its smallest form. */
class LayoutsOfPlansTests {

    @Test
    void readsLabelsBesideTheirValuesAsOneThingATable() {
        List<String> outline = Paper.blank()
                .heading(1, "Equality plan")
                .heading(2, "Objective 1: Data")
                .table(
                        "Action: | Collect data in ten services",
                        "Lead officer: | Head of Insight",
                        "Deadline: | 31 March 2026")
                .words("")
                .table("Action: | Publish a profile", "Lead officer: | Analyst", "Deadline: | June 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Data",
                        "  ACTIVITY Collect data in ten services; OWNER Head of Insight; DEADLINE 31 March 2026",
                        "  ACTIVITY Publish a profile; OWNER Analyst; DEADLINE June 2026");
    }

    @Test
    void beginsTheNextThingOfAFormWhereItsFirstLabelComesAgain() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Data")
                .table(
                        "Action | Collect data",
                        "Lead | Insight",
                        "By when | May 2026",
                        "Action | Publish data",
                        "Lead | Analyst",
                        "By when | June 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Data",
                        "  ACTIVITY Collect data; OWNER Insight; DEADLINE May 2026",
                        "  ACTIVITY Publish data; OWNER Analyst; DEADLINE June 2026");
    }

    @Test
    void aNoteAcrossTheEndOfACardIsNothingToBeDone() {
        List<String> outline = Paper.blank()
                .table(
                        "EDI 1 – Open meetings | <",
                        "What we will do | Stream all meetings",
                        "Lead | Clerk",
                        "Complete by | May 2026",
                        "Reported to the Inclusion Board each quarter | <")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE EDI 1 Open meetings",
                        "  ACTIVITY Stream all meetings; OWNER Clerk; DEADLINE May 2026");
    }

    @Test
    void anAimIsWhatAnObjectiveIsForButAnotherObjectiveIsNot() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Data")
                .words("Aim: Decisions rest on what we know")
                .words("Objective: Open meetings")
                .table("Action | Lead | By when", "Collect data | Insight | May 2026")
                .outline();

        assertThat(outline.get(0)).contains("Decisions rest on what we know").doesNotContain("Open meetings");
    }

    @Test
    void takesTheNumberOfAFormForWhatItStandsBehind() {
        List<String> outline = Paper.blank()
                .table(
                        "Objective | Open meetings | Reference | EO1",
                        "Action | Stream all meetings | Lead | Clerk",
                        "Timescale | May 2026 | Measure of success | All meetings streamed")
                .outline();

        assertThat(outline.get(0)).isEqualTo("OBJECTIVE EO1 Open meetings");
        assertThat(outline.get(1)).isEqualTo("  ACTIVITY Stream all meetings; OWNER Clerk; DEADLINE May 2026");
    }

    @Test
    void readsTablesWithoutHeadsByTheirCells() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Data")
                .table(
                        "1.1 | Ask all users the agreed questions | Performance Team | June 2022 | Complete",
                        "1.2 | Report twice a year on take-up | Legal Services | May 2022 | On track",
                        "1.3 | Share data with partners | Legal Services | March 2023 | Delayed")
                .outline();

        assertThat(outline.subList(0, 2))
                .containsExactly(
                        "OBJECTIVE 1 Data",
                        "  ACTIVITY 1.1 Ask all users the agreed questions; OWNER Performance Team; DEADLINE June 2022; STATUS Complete");
    }

    @Test
    void takesRowsAcrossATableThatDoNotSayWhatTheyAreForObjectivesOneAfterTheOther() {
        List<String> outline = Paper.blank()
                .table(
                        "No | Action | Lead | By when",
                        "Serving customers | | | ",
                        "1 | Provide a text service | Web Team | June 2025",
                        "Our people | | | ",
                        "2 | Start a mentoring scheme | HR | May 2025")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Serving customers",
                        "  ACTIVITY 1 Provide a text service; OWNER Web Team; DEADLINE June 2025",
                        "OBJECTIVE Our people",
                        "  ACTIVITY 2 Start a mentoring scheme; OWNER HR; DEADLINE May 2025");
    }

    @Test
    void keepsWhatALabelAcrossATableSaysOfTheObjective() {
        List<String> outline = Paper.blank()
                .table(
                        "Objective 1: Homes | | | ",
                        "Outcome: People live well | | | ",
                        "Actions | Lead | Timescale | Progress",
                        "Build ten homes | Housing | June 2025 | Begun")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Homes; OUTCOME People live well",
                        "  ACTIVITY Build ten homes; OWNER Housing; DEADLINE June 2025; UPDATE Begun");
    }

    @Test
    void putsWhatLabelsSayAfterAnActionUnderThatAction() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Meetings")
                .words("Action: Move meetings to rooms with level access. Lead: Clerk. Date: April 2025")
                .words("Action: Put in a hearing loop.")
                .words("Lead: Facilities")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Meetings",
                        "  ACTIVITY Move meetings to rooms with level access; OWNER Clerk; DEADLINE April 2025",
                        "  ACTIVITY Put in a hearing loop.; OWNER Facilities");
    }

    @Test
    void takesWordsInFrontThatStandForSeveralRowsForWhatTheRowsStandUnder() {
        PlanDraft draft = Paper.blank()
                .heading(2, "Theme 1: Work")
                .table(
                        "Circumstance | Action | Lead | By when",
                        "Few young people apply | Offer apprenticeships | HR | May 2025",
                        "^ | Attend careers events | HR | June 2025",
                        "Few women are promoted | Run workshops | HR | July 2025")
                .read();

        assertThat(draft.tables().get(0).columns().get(0).role()).isEqualTo(Role.AREA);
        assertThat(draft.tables().get(0).columns().get(0).certainty()).isEqualTo(Certainty.DOUBTFUL);
        assertThat(draft.nodes().get(0).children())
                .extracting(DraftNode::title)
                .containsExactly("Few young people apply", "Few women are promoted");
    }

    @Test
    void takesActionsThatAreCountedInOneCellForSeveral() {
        List<String> outline = Paper.blank()
                .table(
                        "Objective | Actions | Lead",
                        "Fair work | (a) Review the criteria/(b) Offer coaching | HR",
                        "Fair pay | 1.1 Publish pay gaps/1.2 Review grades | HR")
                .outline();

        assertThat(outline)
                .contains(
                        "  ACTIVITY a Review the criteria",
                        "  ACTIVITY b Offer coaching",
                        "  ACTIVITY 1.2 Review grades");
    }

    @Test
    void leavesAPlanInAnotherLanguageToThePerson() {
        PlanDraft draft = Paper.blank()
                .heading(1, "Cynllun Cydraddoldeb 2024-2028")
                .table(
                        "Cam gweithredu | Swyddog | Amserlen",
                        "Adolygu graddfeydd cyflog | Pennaeth Adnoddau Dynol | Mawrth 2025",
                        "Hyfforddi rheolwyr | Rheolwr Dysgu | Medi 2025")
                .read();

        assertThat(draft.nodes()).isEmpty();
        assertThat(draft.unplaced()).hasSize(9);
    }

    @Test
    void believesWhatStandsDirectlyOverAColumnBeforeWhatStandsOverSeveral() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | How we will measure success | How we will measure success | How we will measure success | Delivery",
                        " | Indicator | Baseline 2023/24 | Target | Who",
                        "Raise kerbs | Stops with raised kerbs | 62% | 75% | Infrastructure")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Raise kerbs; OWNER Infrastructure",
                        "  INDICATOR Stops with raised kerbs; BASELINE 62%; TARGET 75%");
    }

    @Test
    void takesCodesForTheNumbersOfTheMeasuresBesideThem() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Fair careers")
                .table(
                        "Indicator | Description | Baseline | Target",
                        "WRES 1 | Staff from ethnic minorities in senior bands | 9.8% | 14%",
                        "WRES 2 | Relative likelihood of being appointed | 1.71 | 1.25 or less")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Fair careers",
                        "  INDICATOR WRES 1 Staff from ethnic minorities in senior bands; BASELINE 9.8%; TARGET 14%",
                        "  INDICATOR WRES 2 Relative likelihood of being appointed; BASELINE 1.71; TARGET 1.25 or less");
    }

    @Test
    void leavesOutATableThatOnlyExplainsColours() {
        List<String> outline = Paper.blank()
                .heading(1, "Action plan 2025/26")
                .table(
                        "Complete | Action delivered",
                        "On track | Will be delivered by the deadline",
                        "Delayed | Some slippage")
                .table("Action | Lead | By when | Status", "Train all panels | HR | May 2025 | On track")
                .outline();

        assertThat(outline).containsExactly("ACTIVITY Train all panels; OWNER HR; DEADLINE May 2025; STATUS On track");
    }

    @Test
    void numbersWhatEachRowIsAboutAndNotWhatSeveralRowsStandUnder() {
        List<String> outline = Paper.blank()
                .table(
                        "ID | Ref | Objective | Action | Lead officer",
                        "101 | 1.1 | Know our borough | Publish a profile | Insight",
                        "102 | 1.2 | Know our borough | Ask residents | Insight",
                        "103 | 2.1 | Safer streets | Open reporting centres | Safety")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Know our borough",
                        "  ACTIVITY 1.1 Publish a profile; OWNER Insight",
                        "  ACTIVITY 1.2 Ask residents; OWNER Insight",
                        "OBJECTIVE Safer streets",
                        "  ACTIVITY 2.1 Open reporting centres; OWNER Safety");
    }

    @Test
    void takesTheLevelFurtherLeftForTheHigherWhateverItIsCalled() {
        List<String> outline = Paper.blank()
                .table(
                        "Theme | Commitment | Actions | Owner | When",
                        "Our customers | 1.1 We know our customers | Ask all households | Insight | May 2025",
                        "^ | ^ | Publish what we find | Insight | June 2025",
                        "^ | 1.2 Our homes are open to all | Audit all schemes | Homes | June 2025")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Our customers",
                        "  PRIORITY_AREA 1.1 We know our customers",
                        "    ACTIVITY Ask all households; OWNER Insight; DEADLINE May 2025",
                        "    ACTIVITY Publish what we find; OWNER Insight; DEADLINE June 2025",
                        "  PRIORITY_AREA 1.2 Our homes are open to all",
                        "    ACTIVITY Audit all schemes; OWNER Homes; DEADLINE June 2025");
    }

    @Test
    void takesHighAndLowForNothingThatOthersStandUnder() {
        List<String> outline = Paper.blank()
                .table(
                        "Priority | Action | Lead | By when",
                        "High | Review adverts | HR | May 2025",
                        "Low | Print posters | HR | May 2025")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Review adverts; OWNER HR; DEADLINE May 2025",
                        "ACTIVITY Print posters; OWNER HR; DEADLINE May 2025");
    }

    @Test
    void takesWhatComesOfAnActionForItsMeasureAndAnOutputOverSeveralForWhatTheyStandUnder() {
        List<String> after = Paper.blank()
                .table(
                        "Planned action | Key outputs and milestones | Person responsible",
                        "Review adverts | Guidance issued | HR",
                        "Offer mentoring | First cohort recruited | HR")
                .outline();
        List<String> before = Paper.blank()
                .table(
                        "Output | Activity | Measure | Lead",
                        "Narrower gaps | Coach new students | Successful completion rate | Students",
                        "^ | Assign a contact | Retention rate | Students")
                .outline();

        assertThat(after)
                .contains("ACTIVITY Review adverts; OWNER HR", "  INDICATOR Guidance issued; TARGET Guidance issued");
        assertThat(before)
                .contains(
                        "  ACTIVITY Coach new students; OWNER Students",
                        "  ACTIVITY Assign a contact; OWNER Students",
                        "    INDICATOR Retention rate");
        assertThat(before.get(0)).endsWith("Narrower gaps").doesNotStartWith("ACTIVITY");
    }

    @Test
    void takesAnActionThatStandsInTwoRowsForOneWithTwoMeasures() {
        List<String> outline = Paper.blank()
                .table(
                        "Action ref | Action | Outcome measure | Owner",
                        "2.2 | Run listening events | Events held | Engagement",
                        "2.2 | Run listening events | People who feel heard | Engagement")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY 2.2 Run listening events; OWNER Engagement",
                        "  INDICATOR Events held; TARGET Events held",
                        "  INDICATOR People who feel heard");
    }

    @Test
    void takesAMeasureThatCoversSeveralActionsForOneOfAllOfThem() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Be yourself at work")
                .table(
                        "Actions | Measures and targets | Owner",
                        "Launch networks | Staff who can be themselves: at least 80% | HR",
                        "Run listening sessions | ^ | HR")
                .outline();

        assertThat(outline)
                .hasSize(4)
                .filteredOn(line -> line.strip().startsWith("INDICATOR"))
                .singleElement()
                .asString()
                .startsWith("  INDICATOR Staff who can be themselves");
    }

    @Test
    void addsATableOfAllMeasuresToTheObjectivesThatAreThere() {
        PlanDraft draft = Paper.blank()
                .heading(2, "Objective 1: Close the gaps")
                .table("Action | Lead | By when", "Open warm spaces | Partnerships | May 2025")
                .heading(2, "Objective 2: Safer city")
                .table("Action | Lead | By when", "Map hot spots | Safety | May 2025")
                .heading(1, "How we are measuring progress")
                .table(
                        "Measure | 2021/22 (baseline) | Target for 2024/25",
                        "Objective 1: Close the gaps",
                        "Employers that pay a living wage | 38 | At least 80",
                        "Objective 2: Safer city",
                        "Women who feel safe | 41% | At least 52%")
                .read();

        assertThat(draft.nodes()).extracting(DraftNode::title).containsExactly("Close the gaps", "Safer city");
        assertThat(draft.nodes().get(1).children())
                .extracting(DraftNode::title)
                .containsExactly("Map hot spots", "Women who feel safe");
    }

    @Test
    void sharesWhatARowSaysAmongTheActionsInOneCell() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Fair work")
                .table(
                        "Actions | Owner | When",
                        "Offer placements/Join a mentoring scheme | Head of People/Learning Partner | May 2025")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Fair work",
                        "  ACTIVITY Offer placements; OWNER Head of People; DEADLINE May 2025",
                        "  ACTIVITY Join a mentoring scheme; OWNER Learning Partner; DEADLINE May 2025");
    }

    @Test
    void saysWhatLabelsOverATableSayOfAllOfIt() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Fair pay")
                .table("Executive sponsor: | Finance Director", "Intended outcome: | Nobody is paid less")
                .table("Action | Lead | By when", "Publish pay gaps | HR | March 2025")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Fair pay; OWNER Finance Director; OUTCOME Nobody is paid less",
                        "  ACTIVITY Publish pay gaps; OWNER HR; DEADLINE March 2025");
    }

    @Test
    void saysItOnceWhereTheTableThatTheyStandOverHasNothingElse() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Fair pay")
                .table("Executive sponsor: | Finance Director | | ", "Action | Lead | By when | Measure")
                .outline();

        assertThat(outline).containsExactly("OBJECTIVE 1 Fair pay; OWNER Finance Director");
    }

    @Test
    void knowsLabelsInTwoLanguagesAndAsQuestions() {
        List<String> outline = Paper.blank()
                .heading(1, "Equality plan")
                .heading(2, "Objective 1: Fair schools")
                .heading(3, "What do we want to achieve? / Beth rydym am ei gyflawni?")
                .words("Every learner feels safe.")
                .heading(3, "What are we going to do about it?")
                .words("Over the life of this plan we will:")
                .bullet("Share data every term")
                .heading(3, "How we will know if we have been successful")
                .bullet("At least 4 in 5 pupils feel safe")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Fair schools; OUTCOME Every learner feels safe.",
                        "  ACTIVITY Share data every term",
                        "  INDICATOR At least 4 in 5 pupils feel safe; TARGET At least 4 in 5 pupils feel safe");
    }

    @Test
    void findsTheFigureThatATargetStartsFromAmongItsWords() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | How will success be measured | Lead",
                        "Share data | Attendance increases from 71% to at least 80% | Schools",
                        "Review pay | Mean pay gap no more than 5% (currently 7.8%) | HR",
                        "Ask staff | 85% of staff feel respected (2022: 71%) | HR",
                        "Open doors | Schools open from 2024 to 2026 | Schools")
                .outline();

        assertThat(outline)
                .filteredOn(line -> line.strip().startsWith("INDICATOR"))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("; BASELINE 71%"),
                        line -> assertThat(line).endsWith("; BASELINE 7.8%"),
                        line -> assertThat(line).endsWith("; BASELINE 71%"),
                        line -> assertThat(line).doesNotContain("BASELINE"));
    }

    @Test
    void takesFiguresBehindLabelsForTargetsUnlessTheCellSpeaksOfBefore() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Success measure | Lead",
                        "Ask staff | Disability declared: 80%/Ethnicity declared: 95% | HR")
                .outline();

        assertThat(outline)
                .contains(
                        "  INDICATOR Disability declared: 80%; TARGET Disability declared: 80%",
                        "  INDICATOR Ethnicity declared: 95%; TARGET Ethnicity declared: 95%");
    }

    @Test
    void givesUpWhenNobodyWaitsForItAnyMore() {
        Paper paper = Paper.blank().table("Action | Lead | By when", "Train all panels | HR | May 2025");

        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(paper::read);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(paper.outline()).hasSize(1);
    }

    @Test
    void takesAnObjectiveThatAParagraphNamesUnderTheHeadOfAService() {
        List<String> outline = Paper.blank()
                .heading(2, "Library")
                .words("Our equality objective: Make the library work for everybody")
                .words("Return completed by: Deputy Librarian")
                .table("Action | Lead | By when", "Move the computers | Clerk | May 2026")
                .heading(2, "Estates")
                .words("Our equality objective: A campus that all can use")
                .table("What we will do | Responsible | Deadline", "Mend the ramp | Porter | June 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Make the library work for everybody",
                        "  ACTIVITY Move the computers; OWNER Clerk; DEADLINE May 2026",
                        "OBJECTIVE A campus that all can use",
                        "  ACTIVITY Mend the ramp; OWNER Porter; DEADLINE June 2026");
    }

    @Test
    void startsFromTheFiguresOfTheLastWholePeriodBeforeTheTarget() {
        List<String> outline = Paper.blank()
                .table(
                        "Measure | 2023-24 | 2024-25 | Target 2025-26 | Apr-Sep 2025 | Service lead",
                        "Section 1: Customers | < | < | < | < | <",
                        "Profiles that are complete | 38% | 47% | 70% | 56% | Insight",
                        "Section 2: Governance and supply | < | < | < | < | <",
                        "Board members who are women | 20% | 30% | 40% | 35% | Secretary")
                .outline();

        assertThat(outline.get(0)).isEqualTo("OBJECTIVE 1 Customers");
        assertThat(outline.get(1)).contains("BASELINE 47%", "OUTTURN 56%", "OUTTURN 38%");
        assertThat(outline.get(2)).isEqualTo("OBJECTIVE 2 Governance and supply");
    }

    @Test
    void readsOutcomesWithScoresAsWhatIsMeasured() {
        List<String> outline = Paper.blank()
                .table(
                        "Outcome | Score 2023/24 | Score 2024/25 | Target score 2025/26",
                        "Domain 1: Services | < | < | <",
                        "1A: Patients have access | 1 | 1 | 2",
                        "1B: Needs are met | 2 | 2 | Maintain")
                .heading(2, "Domain 1: Services")
                .table(
                        "Outcome | Action | Lead | Completion date",
                        "1A | Add a template | Head of Digital | May 2026",
                        "1A | Review missed appointments | Director | June 2026",
                        "1B | Hold listening events | Manager | July 2026")
                .outline();

        assertThat(outline.subList(0, 3))
                .containsExactly(
                        "OBJECTIVE 1 Services",
                        "  INDICATOR 1A Patients have access; OUTTURN 1; BASELINE 1; TARGET 2",
                        "  INDICATOR 1B Needs are met; OUTTURN 2; BASELINE 2; TARGET Maintain");
        assertThat(outline.get(3)).startsWith("  ACTIVITY Add a template; OWNER Head of Digital; DEADLINE May 2026");
        assertThat(outline).noneMatch(line -> line.strip().startsWith("PRIORITY_AREA"));
    }

    @Test
    void tellsWhoAndByWhenBehindADash() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Care")
                .heading(3, "What we will do")
                .bullet("Add an alert to the record – Chief Nursing Officer, by December 2025")
                .bullet("Report waiting times to the Board – Chief Operating Officer, every quarter")
                .bullet("Work with partners – schools, clubs and faith groups")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Care",
                        "  ACTIVITY Add an alert to the record; OWNER Chief Nursing Officer; DEADLINE by December 2025",
                        "  ACTIVITY Report waiting times to the Board; OWNER Chief Operating Officer; DEADLINE every quarter",
                        "  ACTIVITY Work with partners – schools, clubs and faith groups");
    }

    @Test
    void joinsRowsToTheObjectivesThatAColumnNamesUnderAHeadNobodyKnows() {
        List<String> outline = Paper.blank()
                .table(
                        "Measure | Target 25/26 | Service lead",
                        "Section 1: Customers | < | <",
                        "Profiles that are complete | 70% | Insight",
                        "Section 2: Colleagues | < | <",
                        "Women in trades | 40% | People team")
                .words("")
                .table(
                        "Scorecard section | What we are doing about it | Lead team | Complete by",
                        "Section 1: Customers | Phone all tenants | Insight | May 2026",
                        "Section 1: Customers | Hold focus groups | Insight | May 2026",
                        "Section 2: Colleagues | Advertise in schools | People team | June 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Customers",
                        "  INDICATOR Profiles that are complete; TARGET 70%; OWNER Insight",
                        "  ACTIVITY Phone all tenants; OWNER Insight; DEADLINE May 2026",
                        "  ACTIVITY Hold focus groups; OWNER Insight; DEADLINE May 2026",
                        "OBJECTIVE 2 Colleagues",
                        "  INDICATOR Women in trades; TARGET 40%; OWNER People team",
                        "  ACTIVITY Advertise in schools; OWNER People team; DEADLINE June 2026");
    }

    @Test
    void goesOnWithAnObjectiveThatIsNamedAgainWithMoreWords() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 3: A diverse team")
                .table("Action | Lead | By when", "Advertise widely | HR | May 2026")
                .heading(2, "Objective 3: A diverse team: workforce measures")
                .table("Measure | Baseline | Target", "Women in grade 6 | 38% | At least 45%")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 3 A diverse team; OTHER Objective 3: A diverse team: workforce measures",
                        "  ACTIVITY Advertise widely; OWNER HR; DEADLINE May 2026",
                        "  INDICATOR Women in grade 6; BASELINE 38%; TARGET At least 45%");
    }

    @Test
    void standsWhatARowListsUnderTheOutcomeBeforeIt() {
        List<String> outline = Paper.blank()
                .heading(2, "Aim A – A park for all")
                .table(
                        "Lead officer | By when | Outcome | Actions | KPI | Baseline | Target",
                        "Rangers | May 2026 | Paths that all can use | • Replace stiles / • Buy scooters | Miles without stiles | 62 | 70 or more",
                        "Learning | June 2026 | Children know the park | • Pay for coaches / • Recruit helpers | Pupils / Schools | 1,150 / 21 | Increase by 10% / At least 25")
                .outline();

        assertThat(outline.subList(0, 4))
                .containsExactly(
                        "OBJECTIVE A A park for all",
                        "  PRIORITY_AREA Paths that all can use; OWNER Rangers; DEADLINE May 2026",
                        "    ACTIVITY Replace stiles",
                        "    ACTIVITY Buy scooters");
    }

    @Test
    void takesAYearOverTargetForAPartOfItsHead() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Care")
                .table(
                        " | | 2024-25 | 2025-26",
                        "Action | KPI | Baseline | Target",
                        "Train staff | Staff trained | 34% | At least 70%")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Care",
                        "  ACTIVITY Train staff",
                        "    INDICATOR Staff trained; BASELINE 34%; TARGET At least 70%");
    }

    @Test
    void numbersWhatACardSaysByTheNumberOverIt() {
        List<String> outline = Paper.blank()
                .heading(2, "Priority 1: Achievement")
                .table(
                        "Action 4 | <",
                        "What we will do | Lend laptops to care leavers",
                        "Owner | Safeguarding lead",
                        "Start | September 2025",
                        "Finish | December 2025")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Achievement",
                        "  ACTIVITY 4 Lend laptops to care leavers; OWNER Safeguarding lead; DEADLINE December 2025");
    }

    @Test
    void takesNotesOfWhatHasHappenedForUpdates() {
        List<String> reports = Paper.blank()
                .heading(2, "Objective 1: Meetings")
                .table("What | Who | By when | Notes", "Fit a loop | Clerk | May 2026 | Two quotes received.")
                .outline();
        List<String> remarks = Paper.blank()
                .heading(2, "Objective 1: Meetings")
                .table("What | Who | By when | Notes", "Fit a loop | Clerk | May 2026 | See the access audit.")
                .outline();

        assertThat(reports.get(1)).endsWith("UPDATE Two quotes received.");
        assertThat(remarks.get(1)).doesNotContain("UPDATE");
    }

    @Test
    void endsWithALastObjectiveWhereAHigherHeadingComes() {
        List<String> outline = Paper.blank()
                .heading(1, "Our objectives")
                .heading(2, "Objective 1: Care")
                .heading(3, "What we will do")
                .bullet("Add an alert to the record")
                .heading(1, "How we will keep track")
                .words("The committee looks at progress twice a year.")
                .outline();

        assertThat(outline).containsExactly("OBJECTIVE 1 Care", "  ACTIVITY Add an alert to the record");
    }

    @Test
    void hangsMeasuresUnderTheActionsThatTheirTablePointsAt() {
        List<String> outline = Paper.blank()
                .heading(2, "Theme: Services")
                .table(
                        "Action no. | Action | Owner | Due date",
                        "T1.1 | Record ethnicity | Insight | May 2026",
                        "T1.2 | Mend the website | Digital | June 2026")
                .heading(2, "Theme: Employer")
                .table("Action no. | Action | Owner | Due date", "T2.1 | Publish pay gaps | HR | July 2026")
                .heading(2, "Culture figures, quarterly return")
                .table(
                        "KPI | Action no. | Indicator | Baseline 2024-25 | Target 2025-26",
                        "K1 | T1.1 | Records with ethnicity | 78% | 95%",
                        "K2 | T2.1 | Mean ethnicity pay gap | 7.2% | Narrow the gap")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Services",
                        "  ACTIVITY T1.1 Record ethnicity; OWNER Insight; DEADLINE May 2026",
                        "    INDICATOR K1 Records with ethnicity; BASELINE 78%; TARGET 95%",
                        "  ACTIVITY T1.2 Mend the website; OWNER Digital; DEADLINE June 2026",
                        "OBJECTIVE Employer",
                        "  ACTIVITY T2.1 Publish pay gaps; OWNER HR; DEADLINE July 2026",
                        "    INDICATOR K2 Mean ethnicity pay gap; BASELINE 7.2%; TARGET Narrow the gap");
    }

    @Test
    void readsLabelsInOneLineForTheMeasureBeforeThem() {
        List<String> outline = Paper.blank()
                .heading(2, "Priority 1: Trust")
                .words("Action 1.1: Recruit young people to the panels.")
                .words("Owner: Engagement Manager. By: 31 March 2026.")
                .words("Success measure: Panel members under 25. Now: 2 of 24. Aim: at least 8.")
                .words("Action 1.2: Review videos by a lay panel.")
                .words("Owner: Head of Scrutiny. By: every quarter.")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Trust",
                        "  ACTIVITY 1.1 Recruit young people to the panels.; OWNER Engagement Manager; DEADLINE 31 March 2026",
                        "    INDICATOR Panel members under 25; BASELINE 2 of 24; TARGET at least 8",
                        "  ACTIVITY 1.2 Review videos by a lay panel.; OWNER Head of Scrutiny; DEADLINE every quarter");
    }

    @Test
    void readsABaselineAndATargetInOneLineUnderTheMeasure() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Staff")
                .table(
                        "Action | Person responsible | Start and end | Success measure",
                        "Publish a statement | Director | Oct 2025 – Nov 2025 | Staff who know the charter/Baseline: 34%; Target: 70%")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Staff",
                        "  ACTIVITY Publish a statement; OWNER Director; DEADLINE Oct 2025 – Nov 2025",
                        "    INDICATOR Staff who know the charter; BASELINE Baseline: 34%; TARGET Target: 70%");
    }

    @Test
    void takesWhatACardAimsForBehindAMeasureForItsTarget() {
        List<String> outline = Paper.blank()
                .heading(1, "Equality Objective 1: Access")
                .table(
                        "Action 1 | Flag needs in records",
                        "Who is responsible? | Director",
                        "When will it be done? | 31 March 2026",
                        "How will we know it has worked? | Patients with a flag",
                        "Where are we starting from? (2023-24) | 1,120",
                        "What are we aiming for? (2027-28) | 4,000 or more")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Access",
                        "  ACTIVITY 1 Flag needs in records; OWNER Director; DEADLINE 31 March 2026",
                        "    INDICATOR Patients with a flag; BASELINE 1,120; TARGET 4,000 or more");
    }

    @Test
    void readsAPlanOnAPagePillarByPillar() {
        List<String> outline = Paper.blank()
                .heading(1, "Inclusion strategy: plan on a page")
                .table(
                        "Skills and jobs | Transport",
                        "Adults get in and get on | People travel safely",
                        "What we will do/Devolve the skills fund/Sign up employers | What we will do/Require announcements in contracts",
                        "Accountable: Director of Skills | Accountable: Director of Transport")
                .heading(1, "Annex: how we will measure success")
                .table(
                        "Pillar | Measure | Latest figure (2024) | Where we aim to be by 2029",
                        "Skills and jobs | Learners who are disabled | 16% | 21% or above",
                        "Transport | Buses with announcements | 43% | 100%")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Skills and jobs; OUTCOME Adults get in and get on; OWNER Director of Skills",
                        "  ACTIVITY Devolve the skills fund",
                        "  ACTIVITY Sign up employers",
                        "  INDICATOR Learners who are disabled; BASELINE 16%; TARGET 21% or above",
                        "OBJECTIVE Transport; OUTCOME People travel safely",
                        "  ACTIVITY Require announcements in contracts; OWNER Director of Transport",
                        "  INDICATOR Buses with announcements; BASELINE 43%; TARGET 100%");
    }

    @Test
    void takesAHeadingOverItsIndicatorsForNoObjectiveOfItsOwn() {
        List<String> outline = Paper.blank()
                .heading(2, "Theme A: Positive attitudes")
                .table("Area of work | Action | Responsible", "Training | Train leisure staff | HR")
                .heading(3, "Performance indicators for theme A")
                .table(
                        "Indicator | Position at 31 March 2025 | Target for 31 March 2028",
                        "Staff who have received training | 85 | 400",
                        "Publications with disabled people | 10% | 30% minimum")
                .outline();

        assertThat(outline)
                .filteredOn(line ->
                        line.strip().startsWith("OBJECTIVE") || line.strip().startsWith("INDICATOR"))
                .containsExactly(
                        "OBJECTIVE A Positive attitudes",
                        "  INDICATOR Staff who have received training; BASELINE 85; TARGET 400; DEADLINE 31 March 2028",
                        "  INDICATOR Publications with disabled people; BASELINE 10%; TARGET 30% minimum; DEADLINE 31 March 2028");
    }

    @Test
    void leavesCodesOfMetricsBesideTheMeasureAlone() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Staff")
                .table(
                        "WRES and WDES metric | What we will do | Action owner | Finish | Measure | Position March 2025 | Where we want to be by March 2027",
                        "WRES 2 | Train advisers | Head of HR | Dec-25 | Relative likelihood of appointment | 1.74 | No higher than 1.25",
                        "WRES 9; WDES 10 | Work on succession | Secretary | Feb-27 | Board members who are disabled | 1 | 3 or more")
                .outline();

        assertThat(outline)
                .filteredOn(line -> line.strip().startsWith("INDICATOR"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("Relative likelihood of appointment; BASELINE 1.74; TARGET"),
                        line -> assertThat(line).contains("Board members who are disabled; BASELINE 1; TARGET"));
    }

    @Test
    void readsWhereAMeasureIsAndWhereItIsToBeAtEitherEndOfAnArrow() {
        List<String> outline = Paper.blank()
                .table(
                        "Outcome | What we will do | Lead partner | When | Measure: now → goal",
                        "1. People feel safe | Run reporting centres | Faiths | Ongoing | Centres that are open: 5 → 10-12",
                        "1. People feel safe | Hold a welcome | Council | every June | No measure")
                .outline();

        assertThat(outline)
                .filteredOn(line -> line.strip().startsWith("INDICATOR"))
                .containsExactly("    INDICATOR Centres that are open; BASELINE 5; TARGET 10-12");
    }

    @Test
    void takesWhatACardSaysByADayForTheTargetOfTheMeasureBeforeIt() {
        List<String> outline = Paper.blank()
                .heading(3, "Theme A: Attract")
                .table(
                        "Action A1 | Hold positive action days",
                        "Senior officer | Group Manager",
                        "Measure | Women who apply",
                        "Now | 8.6%",
                        "By March 2028 | 15% or more")
                .outline();

        assertThat(outline)
                .contains("    INDICATOR Women who apply; BASELINE 8.6%; TARGET 15% or more; DEADLINE March 2028");
    }

    @Test
    void namesAnObjectiveThatHasOnlyItsNumberByTheHeadingBelow() {
        List<String> outline = Paper.blank()
                .heading(2, "Equality Outcome 1")
                .heading(4, "Everybody gets the right care")
                .table("What we will do | Who is responsible | Timescale", "Extend interpreting | Manager | May 2026")
                .heading(2, "Equality Outcome 2")
                .heading(4, "Everybody can reach services")
                .table("What we will do | Who is responsible | Timescale", "Agree routes | Officer | June 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Everybody gets the right care",
                        "  ACTIVITY Extend interpreting; OWNER Manager; DEADLINE May 2026",
                        "OBJECTIVE 2 Everybody can reach services",
                        "  ACTIVITY Agree routes; OWNER Officer; DEADLINE June 2026");
    }

    @Test
    void goesOnUnderTheObjectiveOfASheetAfterAHeadingOnItThatBeginsNothing() {
        List<String> outline = Paper.blank()
                .sheet("WRES")
                .table("Action | Lead | Timescale", "Launch a talent pool | Head of OD | May 2026")
                .heading(2, "Carried over from last year")
                .table("Action | Lead | Timescale", "Train panels | Head of HR | June 2026")
                .sheet("WDES")
                .table("Action | Lead | Timescale", "Share data | EDI Manager | June 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE WRES",
                        "  ACTIVITY Launch a talent pool; OWNER Head of OD; DEADLINE May 2026",
                        "  ACTIVITY Train panels; OWNER Head of HR; DEADLINE June 2026",
                        "OBJECTIVE WDES",
                        "  ACTIVITY Share data; OWNER EDI Manager; DEADLINE June 2026");
    }

    @Test
    void namesTheObjectiveOfASheetOnceThoughAHeadingOnItSaysItAgain() {
        List<String> outline = Paper.blank()
                .sheet("WRES")
                .heading(1, "Workforce Race Equality Standard (WRES) action plan")
                .table("Action | Lead | Timescale", "Launch a talent pool | Head of OD | May 2026")
                .sheet("WDES")
                .heading(1, "Workforce Disability Equality Standard (WDES) action plan")
                .table("Action | Lead | Timescale", "Share data | EDI Manager | June 2026")
                .sheet("High Impact Actions")
                .heading(1, "NHS improvement plan")
                .table(
                        "Action | Lead | Timescale",
                        "HIA 1: Objectives for the Board | < | <",
                        "Agree objectives | Chair | May 2026",
                        "HIA 2: Fair recruitment | < | <",
                        "Replace guides | Head of HR | June 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE WRES",
                        "  ACTIVITY Launch a talent pool; OWNER Head of OD; DEADLINE May 2026",
                        "OBJECTIVE WDES",
                        "  ACTIVITY Share data; OWNER EDI Manager; DEADLINE June 2026",
                        "OBJECTIVE 1 Objectives for the Board",
                        "  ACTIVITY Agree objectives; OWNER Chair; DEADLINE May 2026",
                        "OBJECTIVE 2 Fair recruitment",
                        "  ACTIVITY Replace guides; OWNER Head of HR; DEADLINE June 2026");
    }

    @Test
    void leavesNoLabelBehindWhoseWordsArePlaced() {
        Paper card = Paper.blank()
                .heading(2, "Objective 1: Data")
                .table("What we will do | Collect data", "Lead | Insight", "Start | April 2026", "By when | May 2026");
        Paper pillars = Paper.blank()
                .table(
                        "Skills | Transport",
                        "What we will do/Devolve the fund | What we will do/Require announcements",
                        "Accountable: Director | Accountable: Manager");

        assertThat(card.read().unplaced()).map(piece -> piece.words().strip()).containsExactly("Start", "April 2026");
        assertThat(pillars.read().unplaced()).isEmpty();
    }

    @Test
    void doesNotNameAnObjectiveByTheNextHeadingOfItsOwnLevel() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1")
                .table("What we will do | Who | By when", "Extend interpreting | Manager | May 2026")
                .heading(2, "Objective 2")
                .heading(2, "Our services")
                .table("What we will do | Who | By when", "Agree routes | Officer | June 2026")
                .outline();

        assertThat(outline).noneMatch(line -> line.strip().startsWith("OBJECTIVE 2 Our services"));
    }

    @Test
    void takesNoPromiseFromWordsThatOnlyPointAtTargetsElsewhere() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Measure | Lead",
                        "Track completion of courses | Achieve annual targets | HR",
                        "Refurbish the reception | Annual audit | Estates")
                .outline();

        assertThat(outline)
                .contains("  INDICATOR Achieve annual targets", "  INDICATOR Annual audit; TARGET Annual audit");
    }

    @Test
    void keepsRanksAndReasonsOutOfTheLevelsOfAPlan() {
        List<String> outline = Paper.blank()
                .heading(2, "Section 3: Culture")
                .table(
                        "Action no. | Priority | Rationale (what the data told us) | Planned action | Responsible | End",
                        "3.1 | H | Trust in leaders was much lower here | Hold a forum | Vice-Chancellor | May 2026",
                        "3.2 | M | The tool was hardly used by staff | Relaunch the tool | Director | June 2026")
                .outline();

        assertThat(outline)
                .contains(
                        "  ACTIVITY 3.1 Hold a forum; OWNER Vice-Chancellor; DEADLINE May 2026",
                        "  ACTIVITY 3.2 Relaunch the tool; OWNER Director; DEADLINE June 2026")
                .noneMatch(line -> line.strip().startsWith("PRIORITY_AREA"));
    }

    @Test
    void knowsAHeadByItsWordsThoughSomeOfThemEndWithAColon() {
        List<String> outline = Paper.blank()
                .table(
                        "Objective: | Success criteria: | Plan: Who, how, when and where | Timescale | Led by:",
                        "Narrow the gap in writing | Gap of no more than 5% | Review texts | July 2022 | Literacy lead",
                        "Open the building to all | Ramp in use | Build a ramp | May 2022 | Site manager")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Narrow the gap in writing; DEADLINE July 2022; OWNER Literacy lead",
                        "  ACTIVITY Review texts",
                        "    INDICATOR Gap of no more than 5%; TARGET Gap of no more than 5%",
                        "OBJECTIVE Open the building to all; DEADLINE May 2022; OWNER Site manager",
                        "  ACTIVITY Build a ramp",
                        "    INDICATOR Ramp in use");
    }

    @Test
    void takesNumbersUnderTheHeadOfTheirActionsForNumbers() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | < | Lead partner | Completion date",
                        "1a | Train staff to respond | City Council | March 2012",
                        "1b* | Run a campaign on reporting | Police | May 2012")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY 1a Train staff to respond; OWNER City Council; DEADLINE March 2012",
                        "ACTIVITY 1b Run a campaign on reporting; OWNER Police; DEADLINE May 2012");
    }

    @Test
    void takesTheNumberFromACellThatNamesTheThemeBehindIt() {
        List<String> outline = Paper.blank()
                .table(
                        "ID | Action | Responsibility | End date | Measure of success",
                        "1.1 Governance | Review progress each quarter | EDI Director | 2029 | Minutes kept",
                        "1.2 Workload | Allow hours for the work | Dean | Oct 2025 | 40 hours allowed",
                        "1.2.1 | Report the hours | Dean | Oct 2025 | Report made")
                .outline();

        assertThat(outline)
                .contains(
                        "ACTIVITY 1.1 Review progress each quarter; OTHER Governance; OWNER EDI Director; DEADLINE 2029",
                        "ACTIVITY 1.2 Allow hours for the work; OTHER Workload; OWNER Dean; DEADLINE Oct 2025",
                        "ACTIVITY 1.2.1 Report the hours; OWNER Dean; DEADLINE Oct 2025")
                .noneMatch(line -> line.contains("OUTTURN"));
    }

    @Test
    void tellsWhenItIsDueFromWhenItWasDone() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Date | Comment | Completion date | Lead",
                        "Survey all tenants | September 2008 | Pilot held | | Area manager",
                        "Renew the symbol | October 2008 | Assessed | | HR officer",
                        "Publish the scheme | October 2007 | Approved | Nov-07 | Chief Executive")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Survey all tenants; DEADLINE September 2008; UPDATE Pilot held; OWNER Area manager",
                        "ACTIVITY Renew the symbol; DEADLINE October 2008; UPDATE Assessed; OWNER HR officer",
                        "ACTIVITY Publish the scheme; DEADLINE October 2007; UPDATE Approved; OWNER Chief Executive");
    }

    @Test
    void givesEachActionTheLinesThatHaveItsNumber() {
        List<String> outline = Paper.blank()
                .table(
                        "Theme | Actions | Person responsible | Progress",
                        "1. Reporting | 1.1 Launch a tool / 1.2 Review the policy / 1.3 Train advisers"
                                + " | 1.1 Student Support / 1.2 HR / 1.3 HR | 1.1 Launched / 1.3 Five trained",
                        "2. Staff | 2.1 Offer mentoring / 2.2 Set up a network | 2.1 HR / 2.2 Registrar | 2.2 Launched")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Reporting",
                        "  ACTIVITY 1.1 Launch a tool; OWNER Student Support; UPDATE Launched",
                        "  ACTIVITY 1.2 Review the policy; OWNER HR",
                        "  ACTIVITY 1.3 Train advisers; OWNER HR; UPDATE Five trained",
                        "OBJECTIVE 2 Staff",
                        "  ACTIVITY 2.1 Offer mentoring; OWNER HR",
                        "  ACTIVITY 2.2 Set up a network; OWNER Registrar; UPDATE Launched");
    }

    @Test
    void readsAFormThatReportsWhatIsDoneAndWhatIsNot() {
        List<String> outline = Paper.blank()
                .table(
                        "Strategic Objective 1 | Make our buildings accessible.",
                        "Strategic Lead | Director of Finance and Support Services",
                        "Tactical Lead | Head of Estates",
                        "Actions | We will audit all enquiry offices.",
                        "Outcome/Performance Indicator | 90% of offices audited by March 2017.",
                        "Completed Actions (Including how they evidence achieving the Outcome/Performance Indicator)"
                                + " | 19 of 26 offices audited.",
                        "Outstanding Actions | Seven offices by December.")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Make our buildings accessible.; OWNER Director of Finance and Support Services;"
                                + " OWNER Head of Estates",
                        "  ACTIVITY We will audit all enquiry offices.; UPDATE 19 of 26 offices audited.;"
                                + " UPDATE Seven offices by December.",
                        "    INDICATOR 90% of offices audited by March 2017.;"
                                + " TARGET 90% of offices audited by March 2017.; DEADLINE by March 2017");
    }

    @Test
    void readsCommitmentsUnderHeadingsWithWhoWhenAndHowFarAsHeadingsOfTheirOwn() {
        List<String> outline = Paper.blank()
                .heading(1, "Understanding our communities")
                .heading(2, "Commitment 1")
                .words("Review our approach to impact assessments")
                .heading(3, "Lead")
                .words("Corporate Strategy")
                .heading(3, "Our progress")
                .words("The audit has finished.")
                .heading(3, "When this will happen")
                .words("January 2026")
                .heading(2, "Commitment 2")
                .words("Ask tenants about access")
                .heading(3, "Lead")
                .words("Housing")
                .heading(3, "When this will happen")
                .words("By 2027")
                .heading(1, "A fair employer")
                .heading(2, "Commitment 3")
                .words("Train all staff who meet the public")
                .heading(3, "Lead")
                .words("Human Resources")
                .heading(2, "Commitment 4")
                .words("Advertise all posts")
                .heading(3, "Lead")
                .words("Human Resources")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Understanding our communities",
                        "  ACTIVITY 1 Review our approach to impact assessments; OWNER Corporate Strategy;"
                                + " UPDATE The audit has finished.; DEADLINE January 2026",
                        "  ACTIVITY 2 Ask tenants about access; OWNER Housing; DEADLINE By 2027",
                        "OBJECTIVE A fair employer",
                        "  ACTIVITY 3 Train all staff who meet the public; OWNER Human Resources",
                        "  ACTIVITY 4 Advertise all posts; OWNER Human Resources");
    }

    @Test
    void putsObjectivesOfAColumnUnderNumberedRowsAcrossIt() {
        List<String> outline = Paper.blank()
                .table(
                        "Objective | Action(s) | Outcome/PI | Action by | Projected timescale",
                        "1. Eliminate discrimination | < | < | < | <",
                        "Keep disabled employees in work | Review the absence policy | Policy agreed | HR | March 2007",
                        "2. Promote positive attitudes | < | < | < | <",
                        "Use positive images | Build up a bank of photographs | Guide issued | Communications | June 2007",
                        "Raise awareness | Train staff | 120 staff trained each year | Training | March 2008")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Eliminate discrimination",
                        "  PRIORITY_AREA Keep disabled employees in work; OWNER HR; DEADLINE March 2007",
                        "    ACTIVITY Review the absence policy",
                        "      INDICATOR Policy agreed; TARGET Policy agreed",
                        "OBJECTIVE 2 Promote positive attitudes",
                        "  PRIORITY_AREA Use positive images; OWNER Communications; DEADLINE June 2007",
                        "    ACTIVITY Build up a bank of photographs",
                        "      INDICATOR Guide issued; TARGET Guide issued",
                        "  PRIORITY_AREA Raise awareness; OWNER Training; DEADLINE March 2008",
                        "    ACTIVITY Train staff",
                        "      INDICATOR 120 staff trained each year; TARGET 120 staff trained each year");
    }

    @Test
    void readsGoalsAndMeasuresOfSuccessBehindDashesBeforeTheirTable() {
        List<String> outline = Paper.blank()
                .heading(3, "Hallam Strategic Goal - Take action against perpetrators:")
                .words("Measure of success – Detection rate to be at or above the force average.")
                .table(
                        "Action | Lead partner | Outcome | Completion date",
                        "Write a joint protocol | Police | At least 12 centres open | December 2010",
                        "Share leaflets | Council | Better understanding | May 2011")
                .heading(3, "Hallam Strategic Goal - Prevent hate crime:")
                .words("Measure of success – At least 40 reports a year.")
                .table(
                        "Action | Lead partner | Outcome | Completion date",
                        "Map hotspots | Police | Pack in use in 75% of schools | March 2011")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Take action against perpetrators:; OTHER Hallam Strategic",
                        "  INDICATOR Detection rate to be at or above the force average.;"
                                + " TARGET Detection rate to be at or above the force average.",
                        "  ACTIVITY Write a joint protocol; OWNER Police; DEADLINE December 2010",
                        "    INDICATOR At least 12 centres open; TARGET At least 12 centres open",
                        "  ACTIVITY Share leaflets; OWNER Council; OUTCOME Better understanding; DEADLINE May 2011",
                        "OBJECTIVE Prevent hate crime:; OTHER Hallam Strategic",
                        "  INDICATOR At least 40 reports a year.; TARGET At least 40 reports a year.",
                        "  ACTIVITY Map hotspots; OWNER Police; DEADLINE March 2011",
                        "    INDICATOR Pack in use in 75% of schools; TARGET Pack in use in 75% of schools");
    }

    @Test
    void takesWhatStandsUnderEachYearBesideAnActionForItsSteps() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Lead | Year 1 | Year 2",
                        "Anonymous shortlisting | HR | Pilot in two services | Review of the pilot",
                        "Set up a staff network | Registrar | Network launched | Network has a budget")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Anonymous shortlisting; OWNER HR",
                        "  ACTIVITY Pilot in two services; DEADLINE Year 1",
                        "  ACTIVITY Review of the pilot; DEADLINE Year 2",
                        "ACTIVITY Set up a staff network; OWNER Registrar",
                        "  ACTIVITY Network launched; DEADLINE Year 1",
                        "  ACTIVITY Network has a budget; DEADLINE Year 2");
    }

    @Test
    void takesABoxThatSaysWhoWroteThePlanForNoPlan() {
        List<String> outline = Paper.blank()
                .table(
                        "Action plan for : Equality | Date: May 2024 | Written by: Deputy head",
                        "Task: Promote equality in school life | < | <")
                .table("Objective | Action | Lead", "Narrow the gap in writing | Review texts | Literacy lead")
                .outline();

        assertThat(outline)
                .containsExactly("OBJECTIVE Narrow the gap in writing; OWNER Literacy lead", "  ACTIVITY Review texts");
    }

    @Test
    void takesAnOutcomeThatIsThereOrIsNotForAMilestone() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Lead partner | Outcome",
                        "Review how cases are passed on | Police | Protocol signed by all partners",
                        "Train selection panels | HR | Bias in selection is reduced")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Review how cases are passed on; OWNER Police",
                        "  INDICATOR Protocol signed by all partners; TARGET Protocol signed by all partners",
                        "ACTIVITY Train selection panels; OWNER HR; OUTCOME Bias in selection is reduced");
    }

    @Test
    void keepsTheNextStepsOfAReport() {
        List<String> outline = Paper.blank()
                .heading(1, "Objective 1: Fair pay")
                .heading(2, "Lead")
                .words("Head of HR")
                .heading(2, "Progress")
                .words("The audit has finished.")
                .heading(2, "Next steps")
                .words("We will publish the gaps.")
                .heading(1, "Objective 2: Open doors")
                .heading(2, "Lead")
                .words("Head of Estates")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Fair pay; OWNER Head of HR; UPDATE The audit has finished.;"
                                + " UPDATE We will publish the gaps.",
                        "OBJECTIVE 2 Open doors; OWNER Head of Estates");
    }

    @Test
    void tellsWhatIsWantedFromWhatIsMeasuredWhereOneColumnHasBoth() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Outcomes and measures | Lead",
                        "Deliver training | Staff feel valued and able to be themselves / 90% of staff trained | HR",
                        "Audit the offices | Number of requests for other formats | Estates")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Deliver training; OUTCOME Staff feel valued and able to be themselves; OWNER HR",
                        "  INDICATOR 90% of staff trained; TARGET 90% of staff trained",
                        "ACTIVITY Audit the offices; OWNER Estates",
                        "  INDICATOR Number of requests for other formats");
    }

    @Test
    void leavesADayBehindADashToTheNameItBelongsTo() {
        List<String> outline = Paper.blank()
                .table("Action | Lead | By when", "Mark Black History Month – October 2025 | Libraries | Every year")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Mark Black History Month – October 2025; OWNER Libraries; DEADLINE Every year");
    }

    @Test
    void takesAMeasureThatPointsAtItsActionForNoPartOfTheOneBefore() {
        List<String> outline = Paper.blank()
                .table("No | Action | Lead", "1.1 | Offer mentoring | HR", "1.2 | Open a clinic | Health")
                .table(
                        "Action ref | Measure | Target",
                        "1.1 | Satisfaction with the support | 80%",
                        "1.2 | Staff | 40 seen each month")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY 1.1 Offer mentoring; OWNER HR",
                        "  INDICATOR Satisfaction with the support; TARGET 80%",
                        "ACTIVITY 1.2 Open a clinic; OWNER Health",
                        "  INDICATOR Staff; TARGET 40 seen each month");
    }

    @Test
    void takesANumberOverSeveralNumberedActionsForTheAreaOfThem() {
        List<String> outline = Paper.blank()
                .heading(1, "Objective 1: Promote access")
                .table(
                        " | | Action measure | Timeframe | Performance indicator",
                        "1.1 | 1.1.1 | Publicise collections | 2024-2025 | Leaflet issued",
                        "^ | 1.1.2 | Supply calendars | 2025-2026 | Year 3 / Calendar supplied",
                        "1.2 | 1.2.1 | Run sessions | 2024-2025 | At least three sessions")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Promote access",
                        "  PRIORITY_AREA 1.1 ",
                        "    ACTIVITY 1.1.1 Publicise collections; DEADLINE 2024-2025",
                        "      INDICATOR Leaflet issued; TARGET Leaflet issued",
                        "    ACTIVITY 1.1.2 Supply calendars; DEADLINE 2025-2026",
                        "      INDICATOR Calendar supplied",
                        "  PRIORITY_AREA 1.2 ",
                        "    ACTIVITY 1.2.1 Run sessions; DEADLINE 2024-2025",
                        "      INDICATOR At least three sessions; TARGET At least three sessions");
    }

    @Test
    void takesANumberWithItsNameAcrossTheTableForAPart() {
        List<String> outline = Paper.blank()
                .table(
                        "No | Action | Lead by | Due by",
                        "1 | STRATEGY AND MANAGEMENT | < | <",
                        "1.1 | State the vision | Principal | 1 Nov 2010",
                        "2 | STAFF TRAINING | < | <",
                        "2.1 | Train all managers | HR | 1 Sept 2011")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 STRATEGY AND MANAGEMENT",
                        "  ACTIVITY 1.1 State the vision; OWNER Principal; DEADLINE 1 Nov 2010",
                        "OBJECTIVE 2 STAFF TRAINING",
                        "  ACTIVITY 2.1 Train all managers; OWNER HR; DEADLINE 1 Sept 2011");
    }

    @Test
    void readsListedActionsWithTheirDayInTheLineBelow() {
        List<String> outline = Paper.blank()
                .heading(1, "What we are doing")
                .heading(2, "Culture and learning")
                .heading(3, "Always getting better")
                .bullet("Train colleagues who deal with customers")
                .words("By March 2023")
                .bullet("Agree the words we use")
                .words("Every year")
                .heading(3, "Leaders as role models")
                .bullet("Appoint a champion on the Board")
                .words("By May 2023")
                .heading(2, "Positive relationships")
                .heading(3, "Working with customers")
                .bullet("Hold a forum for each group")
                .words("Ongoing")
                .bullet("Show customers in our magazine")
                .words("By April 2024")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Culture and learning",
                        "  PRIORITY_AREA Always getting better",
                        "    ACTIVITY Train colleagues who deal with customers; DEADLINE By March 2023",
                        "    ACTIVITY Agree the words we use; DEADLINE Every year",
                        "  PRIORITY_AREA Leaders as role models",
                        "    ACTIVITY Appoint a champion on the Board; DEADLINE By May 2023",
                        "OBJECTIVE Positive relationships",
                        "  PRIORITY_AREA Working with customers",
                        "    ACTIVITY Hold a forum for each group; DEADLINE Ongoing",
                        "    ACTIVITY Show customers in our magazine; DEADLINE By April 2024");
    }

    @Test
    void takesTargetsThatAreAllATableHasForWhatIsMeasured() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Look like those we serve")
                .table(
                        "Target | Target date",
                        "Staff from ethnic minorities make up at least 14% of the workforce. | March 2024",
                        "A mentoring scheme is launched. | January 2022")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Look like those we serve",
                        "  INDICATOR Staff from ethnic minorities make up at least 14% of the workforce.;"
                                + " TARGET Staff from ethnic minorities make up at least 14% of the workforce.;"
                                + " DEADLINE March 2024",
                        "  INDICATOR A mentoring scheme is launched.; TARGET A mentoring scheme is launched.;"
                                + " DEADLINE January 2022");
    }

    @Test
    void readsATimelineWithWorkstreamsOnTheLeftAndQuartersOnTop() {
        List<String> outline = Paper.blank()
                .table(
                        " | Q1 | Q2 Jul - Sept 2024 | Q3 Oct - Dec 2024",
                        "Represented | Train officers in their powers | Strengthen the hate crime plan | Train the workforce",
                        "Involved | Introduce a scrutiny group | Invite members to plan events | Agree a calendar of visits")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Represented",
                        "  ACTIVITY Train officers in their powers; DEADLINE Q1",
                        "  ACTIVITY Strengthen the hate crime plan; DEADLINE Q2 Jul - Sept 2024",
                        "  ACTIVITY Train the workforce; DEADLINE Q3 Oct - Dec 2024",
                        "OBJECTIVE Involved",
                        "  ACTIVITY Introduce a scrutiny group; DEADLINE Q1",
                        "  ACTIVITY Invite members to plan events; DEADLINE Q2 Jul - Sept 2024",
                        "  ACTIVITY Agree a calendar of visits; DEADLINE Q3 Oct - Dec 2024");
    }

    @Test
    void givesASecondMeasureOfAnActionItsOwnDay() {
        List<String> outline = Paper.blank()
                .table(
                        "Area/specific task | Action/development | Success criteria | Lead | Timescale",
                        "Complaints | Record all cases centrally | Central record in place | Student Services | Oct 2004",
                        " | | First annual report | | Oct 2005",
                        "Publicity | Put leaflets in packs | Leaflet issued | Communications | Sept 2004")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Complaints",
                        "  ACTIVITY Record all cases centrally; OWNER Student Services; DEADLINE Oct 2004",
                        "    INDICATOR Central record in place; TARGET Central record in place",
                        "    INDICATOR First annual report; TARGET First annual report; DEADLINE Oct 2005",
                        "OBJECTIVE Publicity",
                        "  ACTIVITY Put leaflets in packs; OWNER Communications; DEADLINE Sept 2004",
                        "    INDICATOR Leaflet issued; TARGET Leaflet issued");
    }

    @Test
    void measuresAnActionByTheLevelInBracketsBehindIt() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Lead | By when",
                        "Train managers in leading a diverse team (at least 80%) | HR | May 2026",
                        "Renew the charter (Level 2) | HR | June 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Train managers in leading a diverse team (at least 80%); OWNER HR; DEADLINE May 2026",
                        "  INDICATOR Train managers in leading a diverse team; TARGET at least 80%",
                        "ACTIVITY Renew the charter (Level 2); OWNER HR; DEADLINE June 2026");
    }

    @Test
    void takesAFigureOfBeforeInBracketsBehindAnActionForWhereItStartsFrom() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Lead | By when",
                        "Women to make up 30% of managers (21% in 2023) | HR | May 2026",
                        "Raise attendance of Roma pupils (currently 74.2%) to 80% | Schools | May 2026",
                        "Reduction in the pay gap (7.8% at 31 March 2023) | HR | June 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Women to make up 30% of managers (21% in 2023); OWNER HR; DEADLINE May 2026",
                        "  INDICATOR Women to make up 30% of managers (21% in 2023);"
                                + " TARGET Women to make up 30% of managers (21% in 2023); BASELINE 21%",
                        "ACTIVITY Raise attendance of Roma pupils (currently 74.2%) to 80%; OWNER Schools; DEADLINE May 2026",
                        "  INDICATOR Raise attendance of Roma pupils (currently 74.2%) to 80%;"
                                + " TARGET Raise attendance of Roma pupils (currently 74.2%) to 80%; BASELINE 74.2%",
                        "ACTIVITY Reduction in the pay gap (7.8% at 31 March 2023); OWNER HR; DEADLINE June 2026",
                        "  INDICATOR Reduction in the pay gap (7.8% at 31 March 2023);"
                                + " TARGET Reduction in the pay gap (7.8% at 31 March 2023); BASELINE 7.8%");
    }

    @Test
    void tellsObjectivesFromTheActionsThatAreListedInTheSameColumn() {
        List<String> outline = Paper.blank()
                .table(
                        "Objective | Timescale | Lead department, outcomes",
                        "Ethnic monitoring / • Monitor complaints / • Report to Executive | July 2002 / March 2003"
                                + " | Diversity Manager / Report on all three services",
                        "• Monitor housing allocations | Sept 2002 | Housing / 75% of lettings recorded",
                        "Racial harassment / • Implement the strategy | Ongoing | Community Safety")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Ethnic monitoring",
                        "  ACTIVITY Monitor complaints; DEADLINE July 2002; OUTCOME Report on all three services; OWNER Diversity Manager",
                        "  ACTIVITY Report to Executive; DEADLINE March 2003; OWNER Diversity Manager",
                        "  ACTIVITY Monitor housing allocations; DEADLINE Sept 2002; OWNER Housing",
                        "    INDICATOR 75% of lettings recorded; TARGET 75% of lettings recorded",
                        "OBJECTIVE Racial harassment",
                        "  ACTIVITY Implement the strategy; DEADLINE Ongoing; OWNER Community Safety");
    }

    @Test
    void findsTheBaselineInTheReasonsThatShareAColumnWithIt() {
        List<String> outline = Paper.blank()
                .table(
                        "Rationale / Baseline | Action | Lead | Measure of success",
                        "29% of professors are women | Review all CVs | Dean | At least 38% of professors are women",
                        "Leaders seldom spoke of progress | Meet each quarter | Dean | Minutes kept")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Review all CVs; OWNER Dean",
                        "  INDICATOR At least 38% of professors are women; TARGET At least 38% of professors are women;"
                                + " BASELINE 29% of professors are women",
                        "ACTIVITY Meet each quarter; OWNER Dean",
                        "  INDICATOR Minutes kept");
    }

    @Test
    void takesTheNameOfATableOfAnObjectiveForNoOtherObjective() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Lead by example")
                .heading(3, "Objective 1 Actions and Updates")
                .table("Action | 2024 update", "1.1 Report to the Board every year. | Report taken in September.")
                .heading(2, "Objective 2: Know our customers")
                .heading(3, "Objective 2 Actions and Updates")
                .table("Action | 2024 update", "2.1 Keep our data up to date. | Checked every visit.")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Lead by example",
                        "  ACTIVITY 1.1 Report to the Board every year.; UPDATE Report taken in September.",
                        "OBJECTIVE 2 Know our customers",
                        "  ACTIVITY 2.1 Keep our data up to date.; UPDATE Checked every visit.");
    }

    @Test
    void takesNumberedNamesInAColumnWithoutAHeadForAreas() {
        List<String> outline = Paper.blank()
                .heading(2, "Principle 1: A robust framework")
                .table(
                        " | Action | Responsibility | Timescale",
                        "1.1. Establish the framework | < | < | <",
                        "1.1.1. Visible commitment | Put heads on the mailing list | Head | October 2014",
                        "1.1.2. Clear roles | Give the committee a budget | Head | August 2014")
                .heading(2, "Principle 2: Fair selection")
                .table(
                        " | Action | Responsibility | Timescale",
                        "2.1. Open processes | < | < | <",
                        "2.1.1. Advertising | Rewrite the particulars | Administrator | November 2014")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 A robust framework",
                        "  THEME 1.1 Establish the framework",
                        "    PRIORITY_AREA 1.1.1 Visible commitment; OWNER Head; DEADLINE October 2014",
                        "      ACTIVITY Put heads on the mailing list",
                        "    PRIORITY_AREA 1.1.2 Clear roles; OWNER Head; DEADLINE August 2014",
                        "      ACTIVITY Give the committee a budget",
                        "OBJECTIVE 2 Fair selection",
                        "  THEME 2.1 Open processes",
                        "    PRIORITY_AREA 2.1.1 Advertising; OWNER Administrator; DEADLINE November 2014",
                        "      ACTIVITY Rewrite the particulars");
    }

    @Test
    void takesAYearBeforeAThemeForNoNumberOfIt() {
        List<String> outline = Paper.blank()
                .heading(2, "Year 1 - THEME: Transport")
                .heading(3, "Achievements to date - building on foundations")
                .words("People found buses safe.")
                .table(
                        "Issue identified | How the affiliation might achieve this | Indicators",
                        "Access to services | Map what transport there is | Mapping exercise carried out")
                .heading(2, "Year 2 - THEME: Housing")
                .heading(3, "Achievements to date - building on foundations")
                .words("Support for home safety was well liked.")
                .table(
                        "Issue identified | How the affiliation might achieve this | Indicators",
                        "Warm homes | Promote grants | Leaflet issued")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Transport",
                        "  PRIORITY_AREA Access to services",
                        "    ACTIVITY Map what transport there is",
                        "      INDICATOR Mapping exercise carried out",
                        "OBJECTIVE Housing",
                        "  PRIORITY_AREA Warm homes",
                        "    ACTIVITY Promote grants",
                        "      INDICATOR Leaflet issued; TARGET Leaflet issued");
    }

    @Test
    void putsListedActionsUnderTheDeliverableBesideThem() {
        List<String> outline = Paper.blank()
                .table(
                        "Deliverables | Progress | Possible actions",
                        "1a Develop an equality plan | Framework is there | • Bring the plans together / • Set a review date",
                        "1b Name a champion | Deputy is champion | • Ask the Authority / • Brief the member")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1a Develop an equality plan; UPDATE Framework is there",
                        "  ACTIVITY Bring the plans together",
                        "  ACTIVITY Set a review date",
                        "OBJECTIVE 1b Name a champion; UPDATE Deputy is champion",
                        "  ACTIVITY Ask the Authority",
                        "  ACTIVITY Brief the member");
    }

    @Test
    void takesTheNameOfTheBodyOverItsOnlyTableForNoObjective() {
        List<String> outline = Paper.blank()
                .heading(1, "CHALKHILL SIXTH FORM COLLEGE")
                .words("Single equality scheme action plan")
                .table("Action | Responsibility | Completion", "Launch a unit | Head of Learning | March 2011")
                .outline();

        assertThat(outline).containsExactly("ACTIVITY Launch a unit; OWNER Head of Learning; DEADLINE March 2011");
    }

    @Test
    void saysWhereADayStandsThoughActionsWereTakenOutOfTheColumnBeforeIt() {
        PlanDraft draft = Paper.blank()
                .table(
                        "Objective | Measure | Target (March 2026) | Lead",
                        "Monitoring / • Monitor complaints | Cases recorded | 90% | HR",
                        "• Monitor lettings | Lettings recorded | 75% | Housing")
                .read();

        assertThat(draft.all().flatMap(node -> node.all(Role.DEADLINE).stream()))
                .isNotEmpty()
                .allSatisfy(
                        day -> assertThat(day.spots()).extracting(Spot::column).containsOnly(2));
    }

    @Test
    void takesDaysUnderActionByForDays() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Action by | Lead",
                        "Publish a profile | March 2026 | Insight",
                        "Train panels | May 2026 | HR")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Publish a profile; DEADLINE March 2026; OWNER Insight",
                        "ACTIVITY Train panels; DEADLINE May 2026; OWNER HR");
    }

    @Test
    void keepsWhoseObjectiveItIsWhereThatIsNoStrategy() {
        List<String> outline = Paper.blank()
                .heading(2, "Housing Objective: Warm homes for all")
                .table("Action | Lead", "Insulate flats | Estates")
                .outline();

        assertThat(outline).contains("OBJECTIVE Warm homes for all; OTHER Housing");
    }

    @Test
    void takesADayOfCompletionThatAllRowsHaveForTheDayItIsDue() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Date | Completion date | Lead",
                        "Survey all tenants | September 2008 | March 2009 | Area manager",
                        "Renew the symbol | October 2008 | May 2009 | HR officer")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Survey all tenants; DEADLINE March 2009; OWNER Area manager",
                        "ACTIVITY Renew the symbol; DEADLINE May 2009; OWNER HR officer");
    }

    @Test
    void sharesLinesWhoseNumbersAreThoseOfNoActionAmongAll() {
        List<String> outline = Paper.blank()
                .table(
                        "Actions | Person responsible | Progress",
                        "1.1 Launch a tool / 1.2 Review the policy | 1.1 Registrar / 1.2 HR | 4.1 of the scheme applies")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY 1.1 Launch a tool; OWNER Registrar; UPDATE 4.1 of the scheme applies",
                        "ACTIVITY 1.2 Review the policy; OWNER HR; UPDATE 4.1 of the scheme applies");
    }

    @Test
    void countsAMeasureOnceThatStandsBesideSeveralNumberedActions() {
        List<String> outline = Paper.blank()
                .table(
                        "Theme | Actions | Person responsible | Measure",
                        "1. Reporting | 1.1 Launch a tool / 1.2 Review the policy | 1.1 Registrar / 1.2 HR | Reports made",
                        "2. Staff | 2.1 Offer mentoring / 2.2 Set up a network | 2.1 HR / 2.2 Dean | Pairs matched")
                .outline();

        assertThat(outline)
                .filteredOn(line -> line.strip().startsWith("INDICATOR"))
                .hasSize(2);
    }

    @Test
    void leavesCommitmentsObjectivesWhereEachHasAHeadingToItself() {
        List<String> outline = Paper.blank()
                .heading(1, "Housing")
                .heading(2, "Commitment 1")
                .words("Warm homes for all")
                .heading(3, "Lead")
                .words("Housing")
                .heading(1, "Jobs")
                .heading(2, "Commitment 2")
                .words("Fair work for all")
                .heading(3, "Lead")
                .words("Human Resources")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Warm homes for all; OWNER Housing",
                        "OBJECTIVE 2 Fair work for all; OWNER Human Resources");
    }

    @Test
    void tellsASuccessThatIsCountedFromOneThatIsOnlyWanted() {
        List<String> outline = Paper.blank()
                .heading(2, "Objective 1: Safer streets")
                .words("Measure of success: Rise in the number of crimes reported")
                .words("Measure of success: People trust us")
                .table("Action | Lead", "Share leaflets | Police")
                .outline();

        assertThat(outline.get(0)).isEqualTo("OBJECTIVE 1 Safer streets; OUTCOME People trust us");
        assertThat(outline.get(1)).startsWith("  INDICATOR Rise in the number of crimes reported");
    }

    @Test
    void leavesADayThatCoversTwoMeasuresToTheirAction() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Success criteria | Lead | Timescale",
                        "Record all cases | Register kept | Student Services | Oct 2004",
                        "^ | Report issued | ^ | ^")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Record all cases; OWNER Student Services; DEADLINE Oct 2004",
                        "  INDICATOR Register kept",
                        "  INDICATOR Report issued; TARGET Report issued");
    }

    @Test
    void aMeasureThatSaysWhereItIsToGoHasATarget() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | Measure of success",
                        "Survey victims | Rate of satisfaction at 85% or above (79% in 2023)",
                        "Train staff | Number of reports up from 40 to 60",
                        "Review care | % of children in one place for at least 2 years")
                .outline();

        assertThat(outline)
                .contains(
                        "  INDICATOR Rate of satisfaction at 85% or above (79% in 2023);"
                                + " TARGET Rate of satisfaction at 85% or above (79% in 2023); BASELINE 79%",
                        "  INDICATOR Number of reports up from 40 to 60; TARGET Number of reports up from 40 to 60; BASELINE 40",
                        "  INDICATOR % of children in one place for at least 2 years");
    }

    @Test
    void whatIsCountedUnderAHeadingThatNamesItsLevelStandsUnderIt() {
        List<String> outline = Paper.blank()
                .heading(1, "Equality plan")
                .heading(2, "Priority 1: Homes")
                .heading(3, "Promise 1: Safe homes")
                .table("Action | By when", "Inspect homes | May 2026")
                .heading(3, "Promise 2: Warm homes")
                .table("Action | By when", "Insulate homes | June 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Homes",
                        "  PRIORITY_AREA 1 Safe homes",
                        "    ACTIVITY Inspect homes; DEADLINE May 2026",
                        "  PRIORITY_AREA 2 Warm homes",
                        "    ACTIVITY Insulate homes; DEADLINE June 2026");
    }

    @Test
    void headingsWithLabelsRightBelowThemAreWhatIsDone() {
        List<String> outline = Paper.blank()
                .heading(1, "Corporate parenting")
                .heading(2, "Pledge 1")
                .words("We promise to listen to you")
                .heading(3, "Relaunch the council of children in care")
                .words("Responsible officer: Participation Officer")
                .words("Timeline: December 2025")
                .words("Link to other action plans or strategy initiatives: Participation Strategy")
                .words("Expected outcome:")
                .words("The council meets 6 times a year.")
                .heading(3, "Offer an advocate")
                .words("Responsible officer: Reviewing Service")
                .words("Timeline: March 2026")
                .words("Money that was set aside: none")
                .words("Expected outcome:")
                .words("Children feel that they are heard.")
                .heading(2, "Pledge 2")
                .words("We promise to keep you up to date")
                .heading(3, "Bring out an app")
                .words("Responsible officer: Digital Services")
                .words("Timeline: September 2026")
                .words("Expected outcome:")
                .words("App launched.")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 We promise to listen to you",
                        "  ACTIVITY Relaunch the council of children in care; OWNER Participation Officer;"
                                + " DEADLINE December 2025; STRATEGY Participation Strategy",
                        "    INDICATOR The council meets 6 times a year.; TARGET The council meets 6 times a year.",
                        "  ACTIVITY Offer an advocate; OWNER Reviewing Service; DEADLINE March 2026;"
                                + " OUTCOME Children feel that they are heard.",
                        "OBJECTIVE 2 We promise to keep you up to date",
                        "  ACTIVITY Bring out an app; OWNER Digital Services; DEADLINE September 2026",
                        "    INDICATOR App launched.; TARGET App launched.");
    }

    @Test
    void headingsThatCountActionsNameThemInTheWordsBelowAndSayTheRestInALabelledList() {
        List<String> outline = Paper.blank()
                .heading(1, "Equality plan")
                .heading(2, "Objective 1: An inclusive culture")
                .heading(3, "Action 1:")
                .words("We will train all managers.")
                .words("We will renew their training each year.")
                .bullet("Service: Learning and Development")
                .bullet("Evidence: Number of managers trained")
                .bullet("By when?: Ongoing")
                .heading(3, "Action 2:")
                .words("We will close the pay gap.")
                .bullet("Service: Personnel")
                .bullet("Evidence: Reduction in the pay gap (7.8% at 31 March 2023)")
                .bullet("By when?: March 2026")
                .heading(2, "Objective 2: Fair work")
                .heading(3, "Action 1:")
                .words("We will offer placements.")
                .bullet("Service: Personnel")
                .bullet("Evidence: At least 12 placements a year")
                .bullet("By when?: May 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 An inclusive culture",
                        "  ACTIVITY 1 We will train all managers.\nWe will renew their training each year.;"
                                + " OWNER Learning and Development; DEADLINE Ongoing",
                        "    INDICATOR Number of managers trained",
                        "  ACTIVITY 2 We will close the pay gap.; OWNER Personnel; DEADLINE March 2026",
                        "    INDICATOR Reduction in the pay gap (7.8% at 31 March 2023);"
                                + " TARGET Reduction in the pay gap (7.8% at 31 March 2023); BASELINE 7.8%",
                        "OBJECTIVE 2 Fair work",
                        "  ACTIVITY 1 We will offer placements.; OWNER Personnel; DEADLINE May 2026",
                        "    INDICATOR At least 12 placements a year; TARGET At least 12 placements a year");
    }

    @Test
    void headingsOverAListOfDeedsAreNoDeedsThemselves() {
        List<String> outline = Paper.blank()
                .heading(1, "Equality plan")
                .heading(2, "Objective 1: Homes")
                .heading(3, "Safe homes")
                .words("Lead: Housing")
                .words("By when: May 2026")
                .bullet("Inspect all homes")
                .heading(3, "Warm homes")
                .words("Lead: Housing")
                .words("By when: May 2027")
                .bullet("Insulate all homes")
                .heading(3, "Dry homes")
                .words("Lead: Housing")
                .words("By when: May 2028")
                .bullet("Mend all roofs")
                .outline();

        assertThat(outline).noneMatch(line -> line.contains("ACTIVITY Safe homes"));
    }

    @Test
    void milestonesOfAnActivityThatHasMeasuresAreItsSteps() {
        List<String> outline = Paper.blank()
                .heading(1, "Objective 1: Trust")
                .bullet("Engagement with communities")
                .heading(3, "1) What we need to do")
                .words("Make it easier to reach us.")
                .heading(4, "Milestones")
                .bullet("Access audit by March 2017")
                .bullet("Website tested by users")
                .heading(4, "Measures")
                .bullet("Number of contacts by video")
                .heading(3, "2) What we need to do")
                .words("Help victims.")
                .heading(4, "Milestones")
                .bullet("Contact every victim")
                .heading(4, "Measures")
                .bullet("Number of repeat victims")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Trust",
                        "  ACTIVITY 1 Make it easier to reach us.",
                        "    ACTIVITY Access audit by March 2017",
                        "    ACTIVITY Website tested by users",
                        "    INDICATOR Number of contacts by video",
                        "  ACTIVITY 2 Help victims.",
                        "    ACTIVITY Contact every victim",
                        "    INDICATOR Number of repeat victims");
    }

    @Test
    void rowsThatAreCountedAnewUnderOneThatStandsAloneBelongToIt() {
        List<String> outline = Paper.blank()
                .table(
                        "Objective area | 5 year aim | Lead | Completion year | Outcomes / targets",
                        "1. Addressing racism | | | |",
                        "1. Adopt the scheme | The scheme will drive change | Law | Sept 02 |",
                        "2. Launch the scheme | The council will show commitment | Policy | Oct 02 |",
                        "2. Employment | | | |",
                        "1. Monitor the workforce | The council will know its workforce | HR | May 03 | Origin known for 95% of staff")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Addressing racism",
                        "  ACTIVITY 1 Adopt the scheme; OUTCOME The scheme will drive change; OWNER Law; DEADLINE Sept 02",
                        "  ACTIVITY 2 Launch the scheme; OUTCOME The council will show commitment; OWNER Policy; DEADLINE Oct 02",
                        "OBJECTIVE 2 Employment",
                        "  ACTIVITY 1 Monitor the workforce; OUTCOME The council will know its workforce; OWNER HR; DEADLINE May 03",
                        "    INDICATOR Origin known for 95% of staff; TARGET Origin known for 95% of staff");
    }

    @Test
    void wordsAmongDaysOfCompletionSayWhatWasDone() {
        List<String> outline = Paper.blank()
                .table(
                        "Action | By when | Officer | Completed",
                        "Review the scheme | May 2026 | HR | 14 October 2025",
                        "Publish the profile | June 2026 | HR | Approved by the management team in June",
                        "Audit pay | July 2026 | HR | Taken to Cabinet on 20 October 2025",
                        "Train staff | July 2026 | HR | 29 January 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Review the scheme; DEADLINE May 2026; OWNER HR; UPDATE 14 October 2025",
                        "ACTIVITY Publish the profile; DEADLINE June 2026; OWNER HR;"
                                + " UPDATE Approved by the management team in June",
                        "ACTIVITY Audit pay; DEADLINE July 2026; OWNER HR; UPDATE Taken to Cabinet on 20 October 2025",
                        "ACTIVITY Train staff; DEADLINE July 2026; OWNER HR; UPDATE 29 January 2026");
    }

    @Test
    void anActionOverSeveralThatHaveADayEachIsWhatTheyStandUnder() {
        List<String> outline = Paper.blank()
                .table(
                        "Strategic direction / actions | Operational actions | Responsibility | Delivery date",
                        "3.1 Better education | 3.1.1 Support schools | Adviser | May 2026",
                        "^ | 3.1.2 Train nurses | Trust | June 2026",
                        "^ | 3.1.3 Run courses | Learning | July 2026")
                .outline();

        assertThat(outline)
                .hasSize(4)
                .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .endsWith("3.1 Better education");
        assertThat(outline).contains("  ACTIVITY 3.1.2 Train nurses; OWNER Trust; DEADLINE June 2026");
    }

    @Test
    void whatStandsInFrontOfTheNamedLevelOverAHeadBeginsNothing() {
        List<String> outline = Paper.blank()
                .table(
                        "Leadership | < | <",
                        "Key partners: Councils | < | <",
                        "Strategic objective 1 – Leading well | < | <",
                        "Action | Responsibility | By when",
                        "Set up a group | Policy | May 2026",
                        "Communication | < | <",
                        "Key partners: Media | < | <",
                        "Strategic objective 2 – Telling the truth | < | <",
                        "Action | Responsibility | By when",
                        "Print cards | Press | June 2026")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Leading well",
                        "  ACTIVITY Set up a group; OWNER Policy; DEADLINE May 2026",
                        "OBJECTIVE 2 Telling the truth",
                        "  ACTIVITY Print cards; OWNER Press; DEADLINE June 2026");
    }

    @Test
    void asManyDaysAsThereAreActionsOfAnAreaAreOneEach() {
        List<String> outline = Paper.blank()
                .table(
                        "Objective | Related area | Actions | When | Lead",
                        "Choice | 3.1 Advice | Print a guide / Train staff | May 2026 / June 2026 | Housing",
                        "Choice | 3.2 Care | Build homes / Find a site | May 2027 / June 2027 | Care / Planning")
                .outline();

        assertThat(outline)
                .contains(
                        "    ACTIVITY Print a guide; DEADLINE May 2026",
                        "    ACTIVITY Train staff; DEADLINE June 2026",
                        "    ACTIVITY Build homes; DEADLINE May 2027; OWNER Care",
                        "    ACTIVITY Find a site; DEADLINE June 2027; OWNER Planning");
    }

    @Test
    void anOutcomeThatIsTheNameOfWhatItStandsUnderIsSaidOnce() {
        List<String> outline = Paper.blank()
                .table(
                        "Desired outcome | Related objectives | Key actions | When",
                        "1. More choice | < | < | <",
                        "More choice | 1.1 Advice | Print a guide | May 2026",
                        "More choice | 1.2 Care | Build homes | May 2027",
                        "2. Good health | < | < | <",
                        "Good health | 2.1 Sport | Open a pool | May 2027")
                .outline();

        assertThat(outline).contains("OBJECTIVE 1 More choice").noneMatch(line -> line.contains("OUTCOME"));
    }

    @Test
    void headingsThatAreLabelsSayWhatIsDoneAndByWhomForTheHeadingOverThem() {
        Paper paper = Paper.blank().heading(1, "Equality plan").heading(2, "Priority 1: Inclusion");
        for (String area : List.of("Racial literacy", "Inclusive language", "Open buildings")) {
            paper.heading(3, area).heading(4, "Actions").words("Run a programme on " + area);
            if (area.equals("Open buildings")) {
                paper.words("Install hearing loops");
            }
            paper.heading(4, "Lead service area")
                    .words("Equalities team")
                    .heading(4, "How will we measure success?")
                    .words("Programme agreed by the board")
                    .words("Staff feel that they understand it better");
        }

        assertThat(paper.outline())
                .containsExactly(
                        "OBJECTIVE 1 Inclusion",
                        "  PRIORITY_AREA Racial literacy",
                        "    ACTIVITY Run a programme on Racial literacy; OWNER Equalities team",
                        "      INDICATOR Programme agreed by the board; TARGET Programme agreed by the board",
                        "      INDICATOR Staff feel that they understand it better",
                        "  PRIORITY_AREA Inclusive language",
                        "    ACTIVITY Run a programme on Inclusive language; OWNER Equalities team",
                        "      INDICATOR Programme agreed by the board; TARGET Programme agreed by the board",
                        "      INDICATOR Staff feel that they understand it better",
                        "  PRIORITY_AREA Open buildings; OWNER Equalities team",
                        "    ACTIVITY Run a programme on Open buildings",
                        "    ACTIVITY Install hearing loops",
                        "    INDICATOR Programme agreed by the board; TARGET Programme agreed by the board",
                        "    INDICATOR Staff feel that they understand it better");
    }

    @Test
    void wordsThatLeadToAListSayByWhenAllOfItIsDone() {
        List<String> outline = Paper.blank()
                .heading(1, "Equality action plan 2021 to 2022")
                .heading(2, "Objective 1: Our staff")
                .words("By April 2021, we will:")
                .bullet("Update the training")
                .bullet("Support the networks")
                .words("By the end of the 2021 to 2022 financial year, we will:")
                .bullet("Renew recruitment (by May 2021)")
                .bullet("Start mentoring")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Our staff",
                        "  ACTIVITY Update the training; DEADLINE By April 2021",
                        "  ACTIVITY Support the networks; DEADLINE By April 2021",
                        "  ACTIVITY Renew recruitment; DEADLINE by May 2021",
                        "  ACTIVITY Start mentoring; DEADLINE By the end of the 2021 to 2022 financial year");
    }

    @Test
    void aListOfThisYearStandsBesideTheTablesOfTheLast() {
        List<String> outline = Paper.blank()
                .heading(1, "Equality statement 2024")
                .heading(2, "Our priorities in 2023")
                .heading(3, "What we said and what we did")
                .table("What we said | What we did", "We will review the code. | We reviewed it.")
                .heading(2, "Our priorities for 2024")
                .words("We will undertake the following actions in 2024:")
                .bullet("We will publish a website.")
                .heading(2, "Our workforce in 2023")
                .table("What we said | What we did", "We will publish our pay gap. | Published in March.")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Our priorities in 2023",
                        "  ACTIVITY We will review the code.; UPDATE We reviewed it.",
                        "OBJECTIVE Our priorities for 2024",
                        "  ACTIVITY We will publish a website.; DEADLINE in 2024",
                        "OBJECTIVE Our workforce in 2023",
                        "  ACTIVITY We will publish our pay gap.; UPDATE Published in March.");
    }

    @Test
    void linesThatCountOverTheTablesOfAPlanWithoutHeadingsBeginItsObjectives() {
        List<String> outline = Paper.blank()
                .words("Draft plan 2018-23")
                .words(
                        "Section 1 – Simpler processes - Consultees told us that our schemes tend to be driven by process,"
                                + " and that they would rather see what comes of them for people")
                .table("Actions | Measures | Timescale", "We will publish results | 4 reports a year | Each year")
                .words("Section 2 – Involving people - We want the people who use our services to be involved")
                .table("Actions | Measures | Timescale", "We will hold events | At least 3 events a year | Each year")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Simpler processes",
                        "  ACTIVITY We will publish results; DEADLINE Each year",
                        "    INDICATOR 4 reports a year; TARGET 4 reports a year",
                        "OBJECTIVE 2 Involving people - We want the people who use our services to be involved",
                        "  ACTIVITY We will hold events; DEADLINE Each year",
                        "    INDICATOR At least 3 events a year; TARGET At least 3 events a year");
    }

    @Test
    void anUpdateBelowAnActionInItsCellIsNoOtherAction() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Timescale | Lead",
                                "Launch the strategy / Update – The strategy was launched. | July 2017 | Police / Council")
                        .outline())
                .containsExactly("ACTIVITY Launch the strategy; UPDATE The strategy was launched.; DEADLINE July 2017;"
                        + " OWNER Police\nCouncil");
    }

    @Test
    void whatIsDoneStandsBesideItsNameUnderInformation() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Information | Timescale | Owner",
                                "Training | • Run four sessions / • Evaluate them | May 2026 | Communities",
                                "Data | Add the category to all forms | May 2027 | Insight")
                        .outline())
                .containsExactly(
                        "ACTIVITY Training; DEADLINE May 2026; OWNER Communities",
                        "  ACTIVITY Run four sessions",
                        "  ACTIVITY Evaluate them",
                        "ACTIVITY Data; DEADLINE May 2027; OWNER Insight",
                        "  ACTIVITY Add the category to all forms");
        assertThat(Paper.blank()
                        .table(
                                "Action | Information | Timescale | Owner",
                                "Training | Nobody has had any since 2020 | May 2026 | Communities",
                                "Data | There are none | May 2027 | Insight")
                        .outline())
                .hasSize(2);
    }

    @Test
    void goalsNamedInCellsAreTheObjectivesWhateverStandsOverThem() {
        assertThat(Paper.blank()
                        .table(
                                "EDS | Equality aim | WRES metric | Action | Lead",
                                "Goal 3: Supported staff | Aims 1 and 2 | 1 | Set a stretch target | Workforce",
                                "Goal 3: Supported staff | Aims 1 and 2 | 2 | Audit recruitment | Personnel",
                                "Goal 4: Inclusive leaders | Aims 2 and 3 | 5, 6 & 8 | Run a campaign | Nursing")
                        .outline())
                .containsExactly(
                        "OBJECTIVE 3 Supported staff",
                        "  ACTIVITY Set a stretch target; OWNER Workforce",
                        "  ACTIVITY Audit recruitment; OWNER Personnel",
                        "OBJECTIVE 4 Inclusive leaders",
                        "  ACTIVITY Run a campaign; OWNER Nursing");
    }

    @Test
    void theNumberOfAMeasureIsNoMeasureOfItsOwn() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Measure of success",
                                "Write materials | 1. Materials on the intranet / 2. At least 90% of tutors use them. No complaints received",
                                "Train tutors | 1. All tutors trained")
                        .outline())
                .containsExactly(
                        "ACTIVITY Write materials",
                        "  INDICATOR 1 Materials on the intranet",
                        "  INDICATOR 2 At least 90% of tutors use them.; TARGET At least 90% of tutors use them.",
                        "  INDICATOR No complaints received; TARGET No complaints received",
                        "ACTIVITY Train tutors",
                        "  INDICATOR 1 All tutors trained; TARGET All tutors trained");
    }

    @Test
    void milestonesWithSomebodyAndADayAreWhatIsDoneWhereNothingElseIs() {
        List<String> outline = Paper.blank()
                .heading(1, "Improvement plan 2008 – 2010")
                .table(
                        "Audit Scotland recommendation: Listen to users | < | < | < | <",
                        "Ref | Improvement | Key milestones | Target dates | Responsible person",
                        "HS1 | Users are heard | Gather users' views | August 2008 | Manager",
                        "^ | ^ | Hold a conference | June 2008 | Officer")
                .table(
                        "Audit Scotland recommendation 2: Manage well | < | < | < | <",
                        "Ref | Improvement | Key milestones | Target dates | Responsible person",
                        "HS2 | Staff are reviewed | Begin reviews | August 2009 | Manager")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Listen to users; OTHER Audit Scotland",
                        "  PRIORITY_AREA HS1 Users are heard",
                        "    ACTIVITY Gather users' views; DEADLINE August 2008; OWNER Manager",
                        "    ACTIVITY Hold a conference; DEADLINE June 2008; OWNER Officer",
                        "OBJECTIVE 2 Manage well; OTHER Audit Scotland 2",
                        "  PRIORITY_AREA HS2 Staff are reviewed",
                        "    ACTIVITY Begin reviews; DEADLINE August 2009; OWNER Manager");
    }

    @Test
    void aRowOverEachHeadOfATableThatHasSeveralBeginsAnObjective() {
        List<String> outline = Paper.blank()
                .table(
                        "BEING HEALTHY | < | <",
                        "Outcome | KPI | Target 2026/27",
                        "Less obesity | % of children who are obese | 10%",
                        "STAYING SAFE | < | <",
                        "Outcome | KPI | Target 2026/27",
                        "Less bullying | % of pupils who are bullied | 5%")
                .outline();

        assertThat(outline).contains("OBJECTIVE BEING HEALTHY", "OBJECTIVE STAYING SAFE");
    }

    @Test
    void whatGoesOverSeveralMeasuresWithoutAHeadIsWhatTheyStandUnder() {
        List<String> outline = Paper.blank()
                .table(
                        " | Indicator no. | Description of indicator | Performance 2002/03 | Target for 2003/04",
                        "Housing Services | LH12 | Percentage of lettings to black applicants | 4.1% | At least 5%",
                        "^ | LH13 | Percentage of tenants satisfied | 70% | 75%",
                        "^ | LH14 | Percentage of repairs on time | 80% | 85%",
                        "Social Services | SS1 | Number of visits | 40 | 60",
                        "^ | SS2 | Number of carers | 20 | 30")
                .outline();

        assertThat(outline)
                .contains(
                        "OBJECTIVE Housing Services",
                        "  INDICATOR LH12 Percentage of lettings to black applicants; BASELINE 4.1%; TARGET At least 5%",
                        "OBJECTIVE Social Services");
    }

    @Test
    void numbersUnderTargetOutcomeCountTheRows() {
        List<String> outline = Paper.blank()
                .table(
                        "Target outcome | Action | Lead | Measure of success",
                        "1.1 | Compare the college | Quality | At least 90% of tutors use it",
                        "1.2 | Give materials | Support | At least 80% of tutors use them")
                .outline();

        assertThat(outline)
                .contains(
                        "ACTIVITY 1.1 Compare the college; OWNER Quality",
                        "  INDICATOR At least 90% of tutors use it; TARGET At least 90% of tutors use it");
    }

    @Test
    void sentencesUnderProgressAtTheEndOfAQuarterAreUpdates() {
        List<String> outline = Paper.blank()
                .table(
                        "Community strategy theme | Action | Milestones and targets | By when | Progress at end of Quarter 3",
                        "Open to all | Inform people | Deliver four campaigns | 31.03.2007 | Three campaigns had been delivered.",
                        "Open to all | Walk more | Map all walks | 31.03.2007 | Walk leaders were trained in June.")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE Open to all",
                        "  ACTIVITY Inform people; DEADLINE 31.03.2007; UPDATE Three campaigns had been delivered.",
                        "    INDICATOR Deliver four campaigns; TARGET Deliver four campaigns",
                        "  ACTIVITY Walk more; DEADLINE 31.03.2007; UPDATE Walk leaders were trained in June.",
                        "    INDICATOR Map all walks; TARGET Map all walks");
    }

    @Test
    void whatIsToBeAchievedInFrontOfItsMeasuresIsWhatTheyStandUnderWhereNothingIsDone() {
        List<String> outline = Paper.blank()
                .heading(1, "Progress report")
                .heading(2, "Equality outcome 1: A good place to live")
                .table(
                        "Characteristic | What we are trying to achieve | How will we know (measures) | Progress report | Lead",
                        "Age | Meet our duties | Number of clauses used | Two clauses have been agreed. | Legal",
                        "Race | Better access | Number of loops | One loop was installed in May. | Estates")
                .outline();

        assertThat(outline)
                .hasSize(5)
                .contains("    INDICATOR Number of clauses used", "    INDICATOR Number of loops")
                .anyMatch(line -> line.startsWith("  PRIORITY_AREA Meet our duties;"));
    }

    @Test
    void aListUnderAnObjectiveIsOfDeedsThoughOthersHaveAHeadingForTheirs() {
        List<String> outline = Paper.blank()
                .heading(1, "Equality plan")
                .heading(2, "Objective 1: Trust")
                .bullet("Engagement with communities")
                .heading(3, "What we will do")
                .bullet("Hold ten meetings")
                .heading(2, "Objective 2: Fair work")
                .bullet("Publish the pay gap")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "OBJECTIVE 1 Trust",
                        "  ACTIVITY Hold ten meetings",
                        "OBJECTIVE 2 Fair work",
                        "  ACTIVITY Publish the pay gap");
    }

    @Test
    void explanationsBelowACountedActionAreNoPartOfItsName() {
        String long_ = "There is much to be said about this. ".repeat(12).strip();
        Paper paper = Paper.blank().heading(1, "Equality plan").heading(2, "Objective 1: Trust");
        for (int number = 1; number <= 3; number++) {
            paper.heading(3, "Action " + number + ":")
                    .words("We will train all managers.")
                    .words(long_)
                    .bullet("Lead: Personnel")
                    .bullet("By when: May 2026");
        }

        assertThat(paper.outline())
                .contains("  ACTIVITY 1 We will train all managers.; OWNER Personnel; DEADLINE May 2026");
    }

    @Test
    void whatWasDoneInAYearIsNotDoneByThen() {
        List<String> outline = Paper.blank()
                .heading(1, "Equality statement")
                .heading(2, "Objective 1: Our staff")
                .words("In 2024 we saw the following:")
                .bullet("Renew the charter")
                .outline();

        assertThat(outline).noneMatch(line -> line.contains("DEADLINE"));
    }

    @Test
    void anActionThatSaysFromWhereToWhereIsMeasuredAsWell() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Lead | By when",
                                "Move the team from 12 High Street to 14 Low Street | Estates | May 2026",
                                "ESOL places to go up from 120 to 200 | College | May 2026")
                        .outline())
                .containsExactly(
                        "ACTIVITY Move the team from 12 High Street to 14 Low Street; OWNER Estates; DEADLINE May 2026",
                        "ACTIVITY ESOL places to go up from 120 to 200; OWNER College; DEADLINE May 2026",
                        "  INDICATOR ESOL places to go up from 120 to 200;"
                                + " TARGET ESOL places to go up from 120 to 200; BASELINE 120");
    }

    @Test
    void labelsBelowTheHighestHeadingsSpeakOfObjectives() {
        Paper paper = Paper.blank();
        for (String head : List.of("Safe homes", "Warm homes", "Dry homes")) {
            paper.heading(1, head)
                    .words("Lead: Housing")
                    .words("By when: May 2026")
                    .words("Why: many are not");
        }

        assertThat(paper.outline()).noneMatch(line -> line.contains("ACTIVITY"));
    }

    @Test
    void twoHeadingsWithLabelsAreNoPatternYet() {
        assertThat(headed("Lead: Housing", "By when: May 2026", 2)).noneMatch(line -> line.contains("ACTIVITY Head"));
        assertThat(headed("Lead: Housing", "By when: May 2026", 3)).anyMatch(line -> line.contains("ACTIVITY Head"));
    }

    @Test
    void labelsFurtherDownDoNotMakeADeedOfTheirHeading() {
        assertThat(headed("Many of our homes are cold.", "Lead: Housing; By when: May 2026", 3))
                .noneMatch(line -> line.contains("ACTIVITY Head"));
    }

    private static List<String> headed(String first, String second, int times) {
        Paper paper = Paper.blank().heading(1, "Equality plan").heading(2, "Objective 1: Homes");
        for (int number = 0; number < times; number++) {
            paper.heading(3, "Head " + "abc".charAt(number)).words(first).words(second);
        }
        return paper.outline();
    }

    @Test
    void milestonesWithoutMeasuresBesideThemAreMeasured() {
        assertThat(Paper.blank()
                        .heading(1, "Objective 1: Trust")
                        .heading(3, "1) What we need to do")
                        .words("Make it easier to reach us.")
                        .heading(4, "Milestones")
                        .bullet("Website tested by users")
                        .heading(3, "2) What we need to do")
                        .words("Help victims.")
                        .heading(4, "Milestones")
                        .bullet("Every victim contacted")
                        .outline())
                .anyMatch(line -> line.startsWith("    INDICATOR Website tested by users"));
    }

    @Test
    void whatIsInPlaceIsMeasuredThoughItSaysHowStaffFeel() {
        Paper paper = Paper.blank().heading(1, "Equality plan").heading(2, "Priority 1: Inclusion");
        for (String area : List.of("Literacy", "Language", "Buildings")) {
            paper.heading(3, area)
                    .heading(4, "Actions")
                    .words("Run a programme on " + area)
                    .heading(4, "Lead")
                    .words("Equalities team")
                    .heading(4, "How will we measure success?")
                    .words("Guidance in place and staff feel supported");
        }

        assertThat(paper.outline())
                .anyMatch(line -> line.contains("INDICATOR Guidance in place and staff feel supported"));
    }

    @Test
    void aNumberedRowAloneIsAnItemWhereTheNextCountsOn() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Lead | By when",
                                "1. Adopt the scheme | Law | May 2026",
                                "2. Launch the scheme | |",
                                "3. Monitor the scheme | Policy | May 2027")
                        .outline())
                .contains("ACTIVITY 2 Launch the scheme");
    }

    @Test
    void objectivesUnderRowsThatCountAreAreasUnlessSomebodyDoesThemByADay() {
        assertThat(under("Objective | Measure | Lead | By when", "Listen | Number of visits | Policy | May 2026"))
                .anyMatch(line -> line.startsWith("  PRIORITY_AREA Listen"));
        assertThat(under("Objective | Intended outcome | Lead", "Listen | People are heard | Policy"))
                .anyMatch(line -> line.startsWith("  PRIORITY_AREA Listen"));
        assertThat(under("Objective | Lead | By when", "Listen | Policy | May 2026"))
                .contains("  ACTIVITY Listen; OWNER Policy; DEADLINE May 2026");
    }

    private static List<String> under(String heads, String row) {
        String across = " | <".repeat(heads.split("[|]").length - 1);
        return Paper.blank()
                .table(heads, "Theme 1: Trust" + across, row, "Theme 2: Pay" + across, row.replace("Listen", "Publish"))
                .outline();
    }

    @Test
    void measuresOfAnAreaHaveTheDayThatStandsBesideThem() {
        assertThat(Paper.blank()
                        .table(
                                "Objective | Related area | Actions | Measures | When",
                                "Choice | 3.1 Advice | Print a guide / Train staff | Number of guides / Number of staff trained"
                                        + " | May 2026 / June 2026",
                                "Choice | 3.2 Care | Build homes / Find a site | Number of homes | May 2027 / June 2027")
                        .outline())
                .contains(
                        "    INDICATOR Number of guides; DEADLINE May 2026",
                        "    INDICATOR Number of staff trained; DEADLINE June 2026")
                .anyMatch(line -> line.startsWith("    INDICATOR Number of homes; DEADLINE May 2027 June 2027"));
    }

    @Test
    void partsOfAnActionThatHaveNoDayOfTheirOwnStayItsParts() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Key actions | Lead | By when",
                                "Better education | Support schools | Adviser | May 2026",
                                "^ | Train nurses | ^ | ^",
                                "^ | Run courses | ^ | ^")
                        .outline())
                .noneMatch(line -> line.startsWith("PRIORITY_AREA") || line.startsWith("OBJECTIVE"))
                .contains("  ACTIVITY Train nurses", "  ACTIVITY Run courses");
    }

    @Test
    void milestonesThatAreReachedStayMeasures() {
        assertThat(Paper.blank()
                        .table(
                                "Improvement | Key milestones | Target date | Responsible",
                                "Users are heard | Policy in place | May 2026 | Manager",
                                "Staff are trained | Training complete | June 2026 | Officer")
                        .outline())
                .anyMatch(line -> line.contains("INDICATOR Policy in place"));
    }

    @Test
    void detailsOfWholeActionsAreNoParts() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Details | Timescale",
                                "Run four training sessions for all the staff of the council | Invite them by letter | May 2026",
                                "Add the category to all of the forms that residents fill in | Ask the printer | May 2027")
                        .outline())
                .hasSize(2);
    }

    @Test
    void aColumnOfItsOwnInFrontOfEachMeasureIsNoLevel() {
        assertThat(Paper.blank()
                        .table(
                                " | Indicator no. | Description of indicator | Performance 2002/03 | Target for 2003/04",
                                "Housing Services | LH12 | Percentage of lettings | 4.1% | At least 5%",
                                "Social Services | SS1 | Number of visits | 40 | 60",
                                "Leisure Services | LS1 | Number of swimmers | 20 | 30")
                        .outline())
                .noneMatch(line -> line.startsWith("OBJECTIVE"));
    }

    @Test
    void inAPlanInProseAnActionsOwnDayStandsBeforeThatOfItsList() {
        assertThat(Paper.blank()
                        .heading(1, "Equality plan")
                        .heading(2, "Our staff")
                        .words("By April 2026, we will:")
                        .bullet("Renew recruitment (by January 2026)")
                        .bullet("Start mentoring")
                        .heading(2, "Our residents")
                        .words("By July 2026, we will:")
                        .bullet("Open a hub")
                        .bullet("Publish a guide")
                        .outline())
                .contains(
                        "  ACTIVITY Renew recruitment; DEADLINE by January 2026",
                        "  ACTIVITY Start mentoring; DEADLINE By April 2026",
                        "  ACTIVITY Open a hub; DEADLINE By July 2026");
    }

    @Test
    void anObjectiveWithoutAMeasureIsOfferedWhatItsAccountGivesFiguresOf() {
        assertThat(accountOf(
                        "Tbc", "Bus", "The share of users fell from 14% to 11% in a year.", "Train", "It is 9% now."))
                .containsSubsequence(
                        "  INDICATOR_GROUP Fair access to travel",
                        "    INDICATOR Bus; BASELINE 11%; TARGET Tbc; OWNER Transport",
                        "    INDICATOR Train; TARGET Tbc; OWNER Transport");
        assertThat(accountOf(
                        "Tbc",
                        "Currently the proportion of disabled users who travel weekly is 12% below that of others."
                                + " The percentage of stops with a shelter stands at 61%."))
                .containsSubsequence(
                        "  INDICATOR proportion of disabled users who travel weekly; BASELINE 12%; TARGET Tbc; OWNER Transport",
                        "  INDICATOR percentage of stops with a shelter; BASELINE 61%; TARGET Tbc; OWNER Transport");
    }

    @Test
    void anAccountMeasuresNothingWhereNoTargetIsOwedOrOneHeadingStandsAlone() {
        String sentence = "The percentage of stops with a shelter stands at 61%.";
        assertThat(accountOf("", sentence)).noneMatch(line -> line.contains("INDICATOR"));
        assertThat(accountOf("Not at this time", "Bus", "It is 9% now.")).noneMatch(line -> line.contains("INDICATOR"));
        assertThat(accountOf("Not at this time", "Bus", "It is better.", "Train", "It is late."))
                .noneMatch(line -> line.contains("INDICATOR"));
    }

    private static List<String> accountOf(String target, String... account) {
        Paper paper = Paper.blank()
                .table(
                        "Objective | Target for year 2 | Lead",
                        "Fair access to travel | " + target + " | Transport",
                        "Warm homes | | Housing")
                .heading(1, "Progress report")
                .heading(2, "Fair access to travel");
        for (String line : account) {
            paper.words(line);
        }
        return paper.outline();
    }

    @Test
    void theLevelThatAnAccountHoldsAMeasureAgainstIsItsTarget() {
        assertThat(heldAgainst(
                        "Number of EHCP appeals", "EHCP appeals are unlikely to exceed the target of 48 this year."))
                .contains("  INDICATOR Number of EHCP appeals; TARGET unlikely to exceed the target of 48");
        assertThat(heldAgainst("Number of EHCP appeals", "Visits are above the target of 48."))
                .contains("  INDICATOR Number of EHCP appeals");
        assertThat(heldAgainst("At most 30 EHCP appeals", "EHCP appeals are above the target of 48."))
                .noneMatch(line -> line.contains("target of 48;") || line.endsWith("target of 48"));
    }

    private static List<String> heldAgainst(String measure, String update) {
        return Paper.blank()
                .table(
                        "Activity | Performance measure | Lead | Update",
                        "Hear parents earlier | " + measure + " | Schools | " + update,
                        "Train tutors | Number of tutors | Schools | Begun")
                .outline();
    }

    @Test
    void anActionIsMeasuredByItsOwnWordsWhereItsMeasuresAreOnlyDeeds() {
        assertThat(measuredBy("Increase the number of young people in work", "Work with partners"))
                .contains(
                        "  INDICATOR number of young people in work; TARGET Increase the number of young people in work");
        assertThat(measuredBy("Site review to be undertaken before the vote in May 2026", "Ensure fair access"))
                .contains(
                        "  INDICATOR Site review to be undertaken before the vote in May 2026; TARGET Site review to be"
                                + " undertaken before the vote in May 2026; DEADLINE before the vote in May 2026");
        assertThat(measuredBy("Increase the number of young people in work", "Number of starts"))
                .contains("  INDICATOR Number of starts")
                .noneMatch(line -> line.contains("INDICATOR number of young"));
    }

    private static List<String> measuredBy(String action, String measure) {
        return Paper.blank()
                .table(
                        "Activity | Performance measure | Lead",
                        action + " | " + measure + " | Skills",
                        "Train tutors | Number of tutors | Schools")
                .outline();
    }

    @Test
    void whereTheMeasureSlippedIntoTheNextColumnItsOwnHoldsWhatIsDone() {
        List<String> outline = Paper.blank()
                .table(
                        "Activity | Performance measure | Key strategy | Lead",
                        "Fair debts | Continue with the hardship fund | % of rent collected | Finance",
                        "Train tutors | Number of tutors | Skills Strategy | Schools")
                .outline();

        assertThat(outline)
                .contains("  INDICATOR % of rent collected")
                .noneMatch(line -> line.contains("INDICATOR Continue"));
        assertThat(outline).anyMatch(line -> line.contains("OTHER Continue with the hardship fund"));
    }

    @Test
    void objectivesThatAFrameworkListsServeIt() {
        Paper paper = Paper.blank()
                .heading(1, "Equality action plan 2026: achievements")
                .words("The review looked at the Fair Councils Framework for Wales (FCFW), which names three aims:")
                .bullet("Know your people")
                .bullet("Hear your people");
        for (String head : List.of("Know your people", "Hear your people")) {
            paper.heading(2, head)
                    .words("In the year:")
                    .bullet("A survey was held")
                    .bullet("A report was written");
        }

        assertThat(paper.outline())
                .filteredOn(line -> line.startsWith("OBJECTIVE"))
                .hasSize(2)
                .allMatch(line -> line.contains("STRATEGY Fair Councils Framework for Wales (FCFW)"));
        assertThat(paper.read().unplaced()).anyMatch(left -> left.words().startsWith("The review looked at"));
    }

    @Test
    void twoThingsDoneWithNamesOfTheirOwnAreTwoMeasures() {
        assertThat(measuredBy("Mark the year", "Hold a yearly event for Refugee Week and promote Black History Month"))
                .contains(
                        "  INDICATOR Hold a yearly event for Refugee Week; TARGET Hold a yearly event for Refugee Week",
                        "  INDICATOR promote Black History Month; TARGET promote Black History Month");
        assertThat(measuredBy("Mark the year", "Publish the guide and promote it to staff"))
                .anyMatch(line -> line.contains("INDICATOR Publish the guide and promote it to staff"));
    }

    @Test
    void whatResultsAreSetBesideIsNothingThatIsDone() {
        assertThat(measuredBy("Hear staff", "Relationship to the results of the staff survey"))
                .contains("  INDICATOR Relationship to the results of the staff survey");
    }

    @Test
    void headingsOverTablesOfOneRowSayWhatIsDoneWhereTheTablesDoNot() {
        assertThat(overRows("1.1 Hold a forum", "1.2 Audit our halls", "2.1 Train all managers"))
                .containsSubsequence(
                        "OBJECTIVE 1 Fair services",
                        "  ACTIVITY 1.1 Hold a forum; OWNER Policy; OUTCOME Staff know more; DEADLINE May 2026",
                        "    INDICATOR Forum held; TARGET Forum held",
                        "  ACTIVITY 2.1 Train all managers; OWNER Policy; OUTCOME Staff know more; DEADLINE May 2026");
    }

    @Test
    void twoSuchHeadingsAreNoPatternYet() {
        assertThat(overRows("1.1 Hold a forum", "1.2 Audit our halls"))
                .noneMatch(line -> line.contains("ACTIVITY 1.1 Hold a forum"));
    }

    private static List<String> overRows(String... heads) {
        Paper paper = Paper.blank().heading(1, "Our action plan 2026").heading(2, "Objective 1: Fair services");
        for (String head : heads) {
            paper.heading(3, head)
                    .table(
                            "Lead team | Indicator of progress | Overall result | Achieved by",
                            "Policy | Forum held | Staff know more | May 2026");
        }
        return paper.outline();
    }

    @Test
    void rowsWithoutAHeadUnderRowsThatCountAreOfThePlan() {
        assertThat(Paper.blank()
                        .words("Fairness action plan")
                        .table(
                                "Priority 1: Homes | < | <",
                                "Knowing our residents | < | <",
                                "1 | Hold data on each resident | Housing",
                                "2 | Review all letters about arrears | Rents",
                                "Priority 2: Work | < | <",
                                "3 | Mentor new staff in each team | HR")
                        .outline())
                .contains(
                        "OBJECTIVE 1 Homes",
                        "    ACTIVITY 1 Hold data on each resident; OWNER Housing",
                        "  ACTIVITY 3 Mentor new staff in each team; OWNER HR");
    }

    @Test
    void longWordsInTheLastColumnOfSuchRowsTellHowItGoes() {
        assertThat(Paper.blank()
                        .heading(1, "Objective one – Education")
                        .table(
                                "Outcome one - Less bullying / Actions: | < | <",
                                "1.1.1 | Review how schools report / Lead: Schools team | The form is being"
                                        + " redrafted together with a note for all head teachers",
                                "Outcome two - Better results / Actions: | < | <",
                                "1.2.1 | Support families / Lead: Schools team | A link worker took up the post"
                                        + " in September and meets them each week")
                        .heading(1, "Objective two – Work")
                        .table(
                                "Outcome one - Fair pay / Actions: | < | <",
                                "2.1.1 | Publish the gap / Lead: HR | The figures were published in March with"
                                        + " a note on what was done")
                        .outline())
                .containsSubsequence(
                        "OBJECTIVE 1 Education",
                        "  PRIORITY_AREA 1 Less bullying",
                        "    ACTIVITY 1.1.1 Review how schools report; OWNER Schools team; UPDATE The form is being"
                                + " redrafted together with a note for all head teachers",
                        "  PRIORITY_AREA 2 Better results",
                        "OBJECTIVE 2 Work",
                        "  PRIORITY_AREA 1 Fair pay");
    }

    @Test
    void commitmentsInTablesUnderHeadingsOfTheirOwnAreAreas() {
        assertThat(committed("As a leader", "As an employer"))
                .containsSubsequence(
                        "OBJECTIVE As a leader",
                        "  PRIORITY_AREA We will listen; OWNER Policy; DEADLINE May 2026",
                        "    ACTIVITY Hold a forum",
                        "OBJECTIVE As an employer",
                        "  PRIORITY_AREA We will listen; OWNER Policy; DEADLINE May 2026");
        assertThat(committed("As a leader", "As a leader"))
                .contains("OBJECTIVE We will listen; OWNER Policy; DEADLINE May 2026");
    }

    private static List<String> committed(String... heads) {
        Paper paper = Paper.blank().heading(1, "Equality plan 2026");
        for (String head : heads) {
            paper.heading(2, head)
                    .table(
                            "Commitment | Actions | Lead | By when",
                            "We will listen | Hold a forum | Policy | May 2026");
        }
        return paper.outline();
    }

    @Test
    void numbersSayWhichRowsOfAListStandUnderWhich() {
        assertThat(Paper.blank()
                        .table(
                                "Reference | Commitment / Action",
                                "Our people | <",
                                "ED1.01 | Know our staff",
                                "ED1.01.01 | Review the records",
                                "ED1.01.02 | Publish a profile",
                                "ED1.02 | Train our staff",
                                "ED1.02.01 | Refresh the course")
                        .outline())
                .containsExactly(
                        "OBJECTIVE Our people",
                        "  PRIORITY_AREA ED1.01 Know our staff",
                        "    ACTIVITY ED1.01.01 Review the records",
                        "    ACTIVITY ED1.01.02 Publish a profile",
                        "  PRIORITY_AREA ED1.02 Train our staff",
                        "    ACTIVITY ED1.02.01 Refresh the course");
    }

    @Test
    void aColumnWithoutAHeadInFrontOfWhatHappenedIsWhatEachRowIsAbout() {
        assertThat(Paper.blank()
                        .table(
                                " | What's happened | Next steps",
                                "Role of champions | Roles were agreed | Run a course for them",
                                "Recognition days | A list was made | Consider more days",
                                "Staff data | Staff were asked | Report it each year")
                        .outline())
                .contains(
                        "ACTIVITY Role of champions; UPDATE Roles were agreed",
                        "  ACTIVITY Run a course for them",
                        "  ACTIVITY Report it each year");
    }

    @Test
    void aimsThatManyKeepByADayAreWhatIsDone() {
        String[] rows = new String[9];
        rows[0] = "No. | Aims | Lead | Target date";
        for (int row = 1; row < rows.length; row++) {
            rows[row] = row + " | Publish guide " + (char) ('A' + row) + " | Policy | May 2026";
        }
        assertThat(Paper.blank().table(rows).outline())
                .contains("ACTIVITY 1 Publish guide B; OWNER Policy; DEADLINE May 2026");
        rows[0] = "No. | Objectives | Lead | Target date";
        assertThat(Paper.blank().table(rows).outline())
                .anyMatch(line -> line.startsWith("OBJECTIVE 1 Publish guide B"));
    }

    @Test
    void stepsBehindNumbersHaveTheDaysBehindTheSame() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Lead | Start | End",
                                "1. Pilot in two wards / 2. Evaluate the pilot | Health | 1. May 2026 / 2. June 2026"
                                        + " | 1. July 2026 / 2. Sept 2026",
                                "1. Train staff | Health | 1. May 2026 | 1. May 2027")
                        .outline())
                .contains(
                        "ACTIVITY 1 Pilot in two wards; OWNER Health; DEADLINE July 2026",
                        "ACTIVITY 2 Evaluate the pilot; OWNER Health; DEADLINE Sept 2026");
    }

    @Test
    void theNameOfAPlanOnEachOfItsPagesBeginsNothing() {
        Paper paper = Paper.blank();
        for (String head : List.of("Preventing fires", "Fair promotion", "Preventing fires")) {
            paper.heading(1, "Inspection improvement plan")
                    .heading(2, head)
                    .table("Ref | Action | Lead | Update", "E1 | Train crews | Training | Begun");
        }

        assertThat(paper.outline())
                .filteredOn(line -> line.startsWith("OBJECTIVE"))
                .containsExactly("OBJECTIVE Preventing fires", "OBJECTIVE Fair promotion");
    }

    @Test
    void recommendationsWithANumberAreWhatActionsWithANumberStandUnder() {
        Paper paper = Paper.blank().heading(1, "Recommendations and actions");
        for (String number : List.of("1", "2")) {
            paper.heading(2, "Recommendation " + number)
                    .words("The college should publish its data.")
                    .words("Action (i): The office will publish a report by May 2026.")
                    .words("Action (ii): Tutors will read it.");
        }

        assertThat(paper.outline())
                .contains("OBJECTIVE 2 The college should publish its data.", "  ACTIVITY ii Tutors will read it.");
    }

    @Test
    void theLinesOfAnActionWithPartsBesideItAreOneAction() {
        assertThat(Paper.blank()
                        .table(
                                "Ref | Overarching action | Sub-action | Status",
                                "V1 | Inspectors' request / Improve the records | Send a note to officers | Complete",
                                "V2 | Satisfaction survey | | Ongoing")
                        .outline())
                .contains(
                        "ACTIVITY V1 Inspectors' request Improve the records; STATUS Complete",
                        "  ACTIVITY Send a note to officers",
                        "ACTIVITY V2 Satisfaction survey; STATUS Ongoing");
    }

    @Test
    void aTargetThatSaysInFullWhatIsCountedIsTheMeasure() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Target output | Lead",
                                "Assess our functions | 24 assessments completed and published | Policy",
                                "Set up a forum | 30% by May 2026 | Policy")
                        .outline())
                .anyMatch(line -> line.startsWith("  INDICATOR 24 assessments completed and published; TARGET 24"))
                .anyMatch(line -> line.startsWith("  INDICATOR Set up a forum; TARGET 30% by May 2026"));
    }

    @Test
    void oneLineOverAHeadIsNoItemOfItsTable() {
        assertThat(Paper.blank()
                        .table(
                                " | | Page one",
                                "Our culture | < | <",
                                "Action | Lead | Success measure",
                                "Train staff | HR | All staff trained")
                        .outline())
                .noneMatch(line -> line.contains("Page one"));
    }

    @Test
    void aYearOfThePlanIsSaidInFullWhereThePlanSaysItsYears() {
        assertThat(inYear("Equality plan 2024-2027", "Year 2"))
                .contains("ACTIVITY Train staff; OWNER HR; DEADLINE Year 2 (2025/26)");
        assertThat(inYear("Equality plan 2024-2027", "Year 4"))
                .contains("ACTIVITY Train staff; OWNER HR; DEADLINE Year 4");
        assertThat(inYear("Equality plan", "Year 2")).contains("ACTIVITY Train staff; OWNER HR; DEADLINE Year 2");
    }

    private static List<String> inYear(String title, String when) {
        return Paper.blank()
                .heading(1, title)
                .table("Action | Lead | By when", "Train staff | HR | " + when, "Hold a forum | HR | May 2026")
                .outline();
    }

    @Test
    void whatIsDoneIsMeasuredByItsOwnLevelInAPlanThatMeasuresNothing() {
        assertThat(deeds("Offer 20 placements each year", "Train at least two champions", "Complete 90% of audits"))
                .contains(
                        "  INDICATOR Offer 20 placements each year; TARGET Offer 20 placements each year",
                        "  INDICATOR Train at least two champions; TARGET Train at least two champions",
                        "  INDICATOR Complete 90% of audits; TARGET Complete 90% of audits");
        assertThat(deeds(
                        "Run a programme ahead of the 2022 elections",
                        "Add a question to tenders above £50,000",
                        "Increase awareness of 16 Days of Action",
                        "Use at least one reading list",
                        "A rota with 20 places each year"))
                .noneMatch(line -> line.contains("INDICATOR"));
        assertThat(Paper.blank()
                        .table(
                                "Action | Lead | Measure",
                                "Offer 20 placements each year | HR | ",
                                "Train staff | HR | Number of staff trained")
                        .outline())
                .doesNotContain("  INDICATOR Offer 20 placements each year; TARGET Offer 20 placements each year");
    }

    private static List<String> deeds(String... deeds) {
        String[] rows = new String[deeds.length + 1];
        rows[0] = "Action | Lead";
        for (int row = 0; row < deeds.length; row++) {
            rows[row + 1] = deeds[row] + " | HR";
        }
        return Paper.blank().table(rows).outline();
    }

    @Test
    void outcomesOverSeveralAreasEachAreTheObjectives() {
        assertThat(Paper.blank()
                        .table(
                                "Outcome | Priority | Ref | Overall action | Sub action ref (original ref) | Sub action"
                                        + " description | End date | Sub action status",
                                "Fairer places | Active people | EQ_1 | Listen to people | EQ-SUB-1 (EQ_1a) | Widen the"
                                        + " panel | May 2026 | In progress",
                                "^ | ^ | ^ | ^ | EQ-SUB-2 | Visit our groups | June 2026 | Complete",
                                "^ | Safe people | EQ_2 | Act on hate | EQ-SUB-3 (EQ_2a) | Train our staff | July 2026 |"
                                        + " Complete")
                        .outline())
                .containsExactly(
                        "OBJECTIVE Fairer places",
                        "  PRIORITY_AREA Active people",
                        "    ACTIVITY EQ_1 Listen to people",
                        "      ACTIVITY EQ-SUB-1 (EQ_1a) Widen the panel; DEADLINE May 2026; STATUS In progress",
                        "      ACTIVITY EQ-SUB-2 Visit our groups; DEADLINE June 2026; STATUS Complete",
                        "  PRIORITY_AREA Safe people",
                        "    ACTIVITY EQ_2 Act on hate",
                        "      ACTIVITY EQ-SUB-3 (EQ_2a) Train our staff; DEADLINE July 2026; STATUS Complete");
    }

    @Test
    void termsAndCountsUnderAHeadOfActionsAreNoActions() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Due date | Short/medium term action | Success measure",
                                "Action 1.1 Print a guide | May 2026 | Short | Guide printed",
                                "Action 1.2 Train staff | May 2027 | Medium term | Staff trained")
                        .outline())
                .contains("ACTIVITY 1.1 Print a guide; DEADLINE May 2026")
                .noneMatch(line -> line.contains("ACTIVITY Short"));
        assertThat(Paper.blank()
                        .table(
                                "Summary | Sub actions | Deadline date | Status",
                                "AFI 1 - Write a clear strategy for prevention | 5 | May 2026 | Open - on going, on track",
                                "AFI 2 - Check the quality of visits to homes | 3 | May 2027 | Closed - it is complete")
                        .outline())
                .anyMatch(line ->
                        line.startsWith("ACTIVITY AFI 1 Write a clear strategy for prevention; DEADLINE May 2026"));
    }

    @Test
    void lettersBesideActionsUnderOneHeadAreTheirReferences() {
        assertThat(Paper.blank()
                        .table(
                                "Aim | Actions | < | Who",
                                "Keep the group balanced | a. | Watch the membership | Chair",
                                "^ | b. | Rotate the members | Manager")
                        .outline())
                .contains(
                        "  ACTIVITY a Watch the membership; OWNER Chair",
                        "  ACTIVITY b Rotate the members; OWNER Manager");
    }

    @Test
    void linesThatCountOverTablesAreObjectivesUpToTheirSecondSentence() {
        assertThat(Paper.blank()
                        .words("Outcomes and actions")
                        .words("1. A workforce like our community. The lead service will be HR.")
                        .table(
                                "Output | Actions | Indicators",
                                "We will be fair | Run a survey / Publish the results | Number of replies")
                        .words("2. People feel safe. The lead service will be Housing.")
                        .table(
                                "Output | Actions | Indicators",
                                "We will listen | Open a hub / Train its staff | Number of hubs")
                        .outline())
                .containsSubsequence(
                        "OBJECTIVE 1 A workforce like our community.",
                        "  PRIORITY_AREA We will be fair",
                        "OBJECTIVE 2 People feel safe.");
    }

    @Test
    void areasThatEachHaveWhoAndWhenAndAMeasureAreWhatIsDone() {
        assertThat(Paper.blank()
                        .table(
                                "Area | Who will help us to achieve this? | How will we measure our success? | Timescale",
                                "Adoption of the charter | Leaders | Charter adopted | Conclude 2026",
                                "Reverse mentoring of leaders | HR | Number of mentors | Ongoing")
                        .outline())
                .contains("ACTIVITY Adoption of the charter; OWNER Leaders; DEADLINE Conclude 2026");
    }

    @Test
    void codesUnderTheHeadOfTargetsMeasureNothing() {
        assertThat(Paper.blank()
                        .table(
                                "Action | BVPIs / New target | Led by",
                                "Lead by example | BV2a, BV2b | HR",
                                "Audit the buildings | BV156 – 75% by May 2026 | Property")
                        .outline())
                .noneMatch(line -> line.contains("INDICATOR Lead by example"))
                .anyMatch(line -> line.contains("TARGET BV156 – 75% by May 2026"));
    }

    @Test
    void futureActionsAreNoReasonToTakeAnActionOverOthersForOne() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Task/Improvement | Progress to date | Future action | Led by",
                                "Leadership | Champion equality | Begun | Plan more work | HR",
                                "^ | Reach level 3 | Level 2 met | Assess ourselves | Policy",
                                "^ | Train members | Done | Refresh it | Policy",
                                "Access | Audit halls | Begun | Publish it | Property",
                                "^ | Share contacts | Done | Renew it | ICT")
                        .outline())
                .anyMatch(line -> line.matches("(OBJECTIVE|PRIORITY_AREA) Leadership"))
                .anyMatch(line -> line.startsWith("  ACTIVITY Reach level 3"));
    }

    @Test
    void nothingInAColumnOfActionsIsNone() {
        assertThat(Paper.blank()
                        .table(
                                "Action measures | Lead | Outcome",
                                "N/A | -- | --",
                                "Reply to the draft | HR | People are heard")
                        .outline())
                .noneMatch(line -> line.contains("ACTIVITY N/A"));
    }

    @Test
    void whereNothingSpeaksForAPlanATableOfDeedsIsTakenForIt() {
        String[] rows = {
            "Column A | Column B",
            "East | Publish a guide for new residents",
            "West | Review the letters that we send",
            "North | Train the staff of our libraries"
        };
        PlanDraft guessed = Paper.blank().table(rows).read();

        assertThat(guessed.nodes())
                .extracting(DraftNode::title)
                .containsExactly(
                        "Publish a guide for new residents",
                        "Review the letters that we send",
                        "Train the staff of our libraries");
        assertThat(guessed.nodes()).allMatch(node -> node.titleFrom().certainty() == Certainty.DOUBTFUL);
        assertThat(Paper.blank()
                        .table(rows)
                        .table("Action | Lead | By when", "Hold a forum | HR | May 2026", "Open a hub | HR | May 2027")
                        .outline())
                .hasSize(2);
        assertThat(Paper.blank()
                        .table("Ward | Number of people", "East | 4,120", "West | 3,980", "North | 5,016")
                        .outline())
                .isEmpty();
    }

    @Test
    void aTableThatAPersonSaidIsNotOfThePlanIsNotTakenForIt() {
        Paper paper = Paper.blank()
                .table(
                        "Column A | Column B",
                        "East | Publish a guide for new residents",
                        "West | Review the letters that we send",
                        "North | Train the staff of our libraries");

        assertThat(paper.outline(Corrections.NONE.table(0, TableReading.Kind.OTHER)))
                .isEmpty();
    }

    @Test
    void outcomesForTheLongTermOverThoseForTheShortTermAreObjectivesAndAreas() {
        assertThat(Paper.blank()
                        .table(
                                "Long term outcome | Short term outcome | Action | Lead",
                                "Fair services | Open buildings | Audit halls | Property",
                                "^ | ^ | Fit ramps | Property",
                                "^ | Clear words | Print a guide | Press")
                        .outline())
                .containsSubsequence(
                        "OBJECTIVE Fair services",
                        "  PRIORITY_AREA Open buildings",
                        "    ACTIVITY Audit halls; OWNER Property",
                        "  PRIORITY_AREA Clear words");
    }

    @Test
    void numbersRunIntoWordsAndCodesWithAPointAreReferences() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Lead",
                                "1.Offering training | HR",
                                "EQ 1.02 Run a swap shop | Waste",
                                "WCAG 2.1 audit of the website | ICT")
                        .outline())
                .contains(
                        "ACTIVITY 1 Offering training; OWNER HR",
                        "ACTIVITY EQ 1.02 Run a swap shop; OWNER Waste",
                        "ACTIVITY WCAG 2.1 audit of the website; OWNER ICT");
    }

    @Test
    void theNumberOfAnObjectiveIsItsOwnAndNotThatOfItsChapter() {
        assertThat(Paper.blank()
                        .heading(1, "2. Equality Objective 1: Better data")
                        .table("Action | Lead", "Publish a profile | Insight", "Train staff | HR")
                        .outline())
                .contains("OBJECTIVE 1 Better data");
    }

    @Test
    void sentencesBelowTheNameInARowAcrossSayWhy() {
        PlanDraft draft = Paper.blank()
                .table(
                        "Action | Lead",
                        "Priority 1: Better futures / A child who grows up poor is more likely to be poor later on, and the"
                                + " first years count most | <",
                        "Train staff | HR",
                        "Priority 2: Fair work | <",
                        "Pay the living wage | HR")
                .read();

        assertThat(draft.nodes()).extracting(DraftNode::title).containsExactly("Better futures", "Fair work");
        assertThat(draft.nodes().get(0).all(Role.NARRATIVE)).hasSize(1);
    }

    @Test
    void listsUnderLabelsOfActivitiesWithTheirTimesAreWhatIsDone() {
        assertThat(Paper.blank()
                        .heading(2, "Objective: Accessible schools")
                        .words("Target: To see that all pupils can get into the school")
                        .words("Activities including timescale:")
                        .bullet("Build a ramp to the library – March 2026")
                        .bullet("Mark the parking bays – July 2026")
                        .heading(2, "Objective: Fair results")
                        .words("Activities including timescale:")
                        .bullet("Run catch up groups – July 2026")
                        .outline())
                .contains(
                        "OBJECTIVE Accessible schools; OUTCOME To see that all pupils can get into the school",
                        "  ACTIVITY Build a ramp to the library; DEADLINE March 2026",
                        "  ACTIVITY Run catch up groups; DEADLINE July 2026");
    }

    @Test
    void aTargetInWordsWithAFigureIsMeasured() {
        assertThat(Paper.blank()
                        .heading(2, "Objective: Fair results")
                        .words("Target: To narrow the gap in reading to 5% by July 2026")
                        .words("Activities:")
                        .bullet("Run catch up groups")
                        .outline())
                .anyMatch(line -> line.contains("INDICATOR To narrow the gap in reading to 5%"));
    }

    @Test
    void wordsInBoldOverListsAreTheObjectivesOfAPlanInProse() {
        List<Line> lines = List.of(
                new Line("PREPARE", "", 0, true),
                new Line("Refresh the procedure", "•", 1, false),
                new Line("Train all staff", "•", 1, false),
                new Line("PROTECT", "", 0, true),
                new Line("Give victims one contact", "•", 1, false));

        assertThat(Paper.blank()
                        .heading(1, "Domestic abuse action plan")
                        .lines(lines)
                        .outline())
                .containsExactly(
                        "OBJECTIVE PREPARE",
                        "  ACTIVITY Refresh the procedure",
                        "  ACTIVITY Train all staff",
                        "OBJECTIVE PROTECT",
                        "  ACTIVITY Give victims one contact");
    }

    /** Comparing each row with all before it took more than half a minute, and eight for fifty thousand. */
    @Test
    @Timeout(25)
    void aTableOfManyMeasuresIsReadInTimeThatGrowsWithItsRows() {
        String[] rows = new String[15_001];
        rows[0] = "Objective | Action | Lead | Measure | Target";
        for (int row = 1; row < rows.length; row++) {
            rows[row] = "Trust " + row / 50 + " | Publish report " + row + " | Team | Number of reports " + row + " | "
                    + row % 90 + "%";
        }

        assertThat(Paper.blank().table(rows).read().all()).hasSizeGreaterThan(30_000);
    }

    @Test
    void aLevelInAnAccountIsNobodysWhereItMaySpeakOfTwoMeasures() {
        assertThat(heldAgainst(
                        "Number of EHCP appeals / Number of EHCP reviews",
                        "EHCP appeals are unlikely to exceed the target of 48 this year."))
                .noneMatch(line -> line.contains("target of 48") && line.contains("INDICATOR"));
    }

    @Test
    void captionsInAnAccountAreNoMeasures() {
        assertThat(accountOf("Not at this time", "Table 1", "It is 9% now.", "Table 2", "It is 8% now."))
                .noneMatch(line -> line.contains("INDICATOR"));
    }

    @Test
    void headingsOverTablesThatNameNobodyOrThatAPersonSpokeOfAreNotWhatIsDone() {
        Paper nobody = Paper.blank().heading(1, "Plan 2026").heading(2, "Objective 1: Fair services");
        Paper paper = Paper.blank().heading(1, "Plan 2026").heading(2, "Objective 1: Fair services");
        for (String head : List.of("1.1 Hold a forum", "1.2 Audit our halls", "1.3 Train staff", "1.4 Print guides")) {
            nobody.heading(3, head)
                    .table("Indicator of progress | Target | Achieved by", "Number of guests | 30 | May 2026");
            paper.heading(3, head)
                    .table("Lead team | Indicator of progress | Achieved by", "Policy | Forum held | May 2026");
        }

        assertThat(nobody.outline()).noneMatch(line -> line.contains("ACTIVITY 1.1"));
        assertThat(paper.outline(Corrections.NONE.level(Spot.block(2), Role.AREA)))
                .contains("  PRIORITY_AREA 1.1 Hold a forum")
                .noneMatch(line -> line.contains("ACTIVITY 1.1"))
                .anyMatch(line -> line.startsWith("  ACTIVITY 1.2 Audit our halls"));
    }

    @Test
    void oneNumberUnderAnotherIsNoListOfLevels() {
        assertThat(Paper.blank()
                        .table(
                                "Reference | Commitment / Action",
                                "ED1 | Know our staff",
                                "ED1.1 | Review the records",
                                "ED2 | Train our staff",
                                "ED3 | Refresh the course")
                        .outline())
                .noneMatch(line -> line.contains("OBJECTIVE") || line.contains("PRIORITY_AREA"));
    }

    @Test
    void aRowThatSaysWhatToDoIsNoPlanYet() {
        assertThat(Paper.blank()
                        .table("Column A | Column B", "East | Publish a guide for new residents")
                        .outline())
                .isEmpty();
    }

    @Test
    void aFewAimsStayObjectives() {
        assertThat(Paper.blank()
                        .table(
                                "Aims | Lead | Target date",
                                "Fair services | Policy | May 2026",
                                "Fair pay | HR | May 2027")
                        .outline())
                .anyMatch(line -> line.startsWith("OBJECTIVE Fair services"));
    }

    @Test
    void anOutcomeBesideEachAreaStaysItsOutcome() {
        assertThat(Paper.blank()
                        .table(
                                "Outcome | Priority | Action | Lead",
                                "People are heard | Voice | Hold a forum | Policy",
                                "People are safe | Safety | Train crews | Police")
                        .outline())
                .noneMatch(line -> line.startsWith("OBJECTIVE People are heard"));
    }

    @Test
    void fewWordsBelowANameGoOnWithIt() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Lead",
                                "Priority 1: Better futures / for our children | <",
                                "Train staff | HR",
                                "Priority 2: Fair work | <",
                                "Pay fairly | HR")
                        .read()
                        .nodes())
                .extracting(DraftNode::title)
                .containsExactly("Better futures for our children", "Fair work");
    }

    @Test
    void aFrameworkThatListsOneOfThreeHeadingsIsNotServedByAll() {
        Paper paper = Paper.blank()
                .heading(1, "Equality action plan 2026: achievements")
                .words("The review looked at the Fair Councils Framework for Wales (FCFW), which names aims such as:")
                .bullet("Know your people");
        for (String head : List.of("Know your people", "Hear your people", "Pay your people")) {
            paper.heading(2, head)
                    .words("In the year:")
                    .bullet("A survey was held")
                    .bullet("A report was written");
        }

        assertThat(paper.outline()).noneMatch(line -> line.contains("STRATEGY"));
    }

    @Test
    void wordsInBoldOverASentenceBeginNothingInAPlanInProse() {
        List<Line> lines = List.of(
                new Line("PREPARE", "", 0, true),
                new Line("We are getting ready.", "", 0, false),
                new Line("PROTECT", "", 0, true),
                new Line("We keep people safe.", "", 0, false));

        assertThat(Paper.blank()
                        .heading(1, "Domestic abuse action plan")
                        .lines(lines)
                        .outline())
                .isEmpty();
    }

    @Test
    void anObjectiveThatHasAFigureOfItsOwnKeepsItWhateverItsAccountTells() {
        assertThat(Paper.blank()
                        .table(
                                "Objective | Baseline | Target for year 2 | Lead",
                                "Fair access to travel | 54% | Tbc | Transport",
                                "Warm homes | 31% | 40% | Housing")
                        .heading(1, "Progress report")
                        .heading(2, "Fair access to travel")
                        .words("The percentage of stops with a shelter stands at 61%.")
                        .outline())
                .contains("  INDICATOR Fair access to travel; BASELINE 54%; TARGET Tbc")
                .noneMatch(line -> line.contains("stops with a shelter;"));
    }

    @Test
    void aTargetThatAnObjectiveSharesWithWhatItsAccountMeasuresIsToBeLookedAt() {
        PlanDraft draft = Paper.blank()
                .table(
                        "Objective | Target for year 2 | Lead",
                        "Fair access to travel | 80% | Transport",
                        "Warm homes | | Housing")
                .heading(1, "Progress report")
                .heading(2, "Fair access to travel")
                .words("The percentage of stops with a shelter stands at 61%. The number of ramps is 40.")
                .read();

        assertThat(draft.all().filter(node -> node.title().startsWith("number of ramps")))
                .singleElement()
                .satisfies(node -> assertThat(node.all(Role.TARGET))
                        .singleElement()
                        .extracting(Value::certainty)
                        .isEqualTo(Certainty.DOUBTFUL));
    }

    @Test
    void aRowThatAPersonSaidIsAnItemStandsOverNothingWhateverItsNumber() {
        Paper paper = Paper.blank()
                .table(
                        "Reference | Commitment / Action",
                        "ED1.01 | Know our staff",
                        "ED1.01.01 | Review the records",
                        "ED1.02 | Train our staff",
                        "ED1.02.01 | Refresh the course",
                        "ED1.03 | Pay our staff",
                        "ED1.03.01 | Publish the gap");

        assertThat(paper.outline(Corrections.NONE.row(0, 1, TableReading.RowKind.ITEM)))
                .anyMatch(line -> line.contains("ACTIVITY ED1.01 Know our staff"));
    }

    @Test
    void whatARowAcrossIsForStandsBelowItsNameBehindALabel() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Person responsible | Completion date",
                                "4 Workforce / Objective – To make sure that women have the same chances | < | <",
                                "Audit pay | HR | April 2027",
                                "5 Services / Objective – To reach everybody | < | <",
                                "Print a guide | Comms | May 2027")
                        .outline())
                .containsExactly(
                        "OBJECTIVE 4 Workforce; OUTCOME To make sure that women have the same chances",
                        "  ACTIVITY Audit pay; OWNER HR; DEADLINE April 2027",
                        "OBJECTIVE 5 Services; OUTCOME To reach everybody",
                        "  ACTIVITY Print a guide; OWNER Comms; DEADLINE May 2027");
    }

    @Test
    void commitmentsInTablesUnderAnObjectiveInWordsEachAreItsAreas() {
        Paper paper = Paper.blank().heading(1, "Equality plan 2026-2029");
        for (String objective : List.of("To lead by example", "To serve everybody fairly")) {
            paper.heading(2, "As a council")
                    .words("Objective: " + objective)
                    .heading(3, "Why it matters")
                    .table(
                            "Commitment | Actions | Lead | Timescale",
                            "We will listen, " + objective + " | Hold a forum | Policy | May 2027",
                            "^ | Publish the notes | Policy | June 2027");
        }

        assertThat(paper.outline())
                .contains(
                        "OBJECTIVE To lead by example",
                        "  PRIORITY_AREA We will listen, To lead by example",
                        "    ACTIVITY Hold a forum; OWNER Policy; DEADLINE May 2027",
                        "OBJECTIVE To serve everybody fairly",
                        "  PRIORITY_AREA We will listen, To serve everybody fairly");
    }

    @Test
    void commitmentsUnderOneObjectiveInWordsStayObjectives() {
        assertThat(Paper.blank()
                        .words("Objective: To lead by example")
                        .table(
                                "Commitment | Actions | Lead | Timescale",
                                "We will listen | Hold a forum | Policy | May 2027",
                                "We will learn | Train staff | HR | May 2027")
                        .outline())
                .anyMatch(line -> line.startsWith("OBJECTIVE We will listen"))
                .anyMatch(line -> line.startsWith("OBJECTIVE We will learn"));
    }

    @Test
    void sentencesUnderTheHeadingActionThatSayWhatToDoAreActionsEach() {
        Paper paper = Paper.blank().heading(1, "Priority 1: Inclusion");
        for (String area : List.of("Words", "Buildings", "Pay")) {
            paper.heading(2, area)
                    .heading(3, "Action")
                    .words("Make a plan for " + area)
                    .words(area.equals("Buildings") ? "Install hearing loops" : "Nobody has looked at this before.")
                    .heading(3, "Lead service area")
                    .words("Equalities team");
        }

        assertThat(paper.outline())
                .contains("    ACTIVITY Install hearing loops")
                .noneMatch(line -> line.contains("Nobody has looked"));
    }

    @Test
    void outcomesAndTargetsBesideALongerAimAreMeasured() {
        assertThat(Paper.blank()
                        .table(
                                "Objective area | Action | 5 year aim | Lead | Completion year | Outcomes/targets",
                                "1. Racism | 1. Adopt the scheme | The council will change. | Policy | 2027 | Six monthly report",
                                "^ | 2. Train staff | Staff will know more. | HR | 2028 | Group meeting")
                        .outline())
                .anyMatch(line -> line.startsWith("    INDICATOR Six monthly report"))
                .anyMatch(line -> line.startsWith("    INDICATOR Group meeting"));
    }

    @Test
    void whatEachRowNamesUnderAnObjectiveOverSeveralIsDoneWhereSomebodyHasADayForIt() {
        assertThat(Paper.blank()
                        .table(
                                "Objective area | Objective | Lead | Completion date",
                                "1. Racism | 1. Adoption of the scheme | Policy | May 2027",
                                "^ | 2. Public launch | Comms | June 2027",
                                "2. Services | 1. Interpreting in all offices | Customers | May 2028")
                        .outline())
                .contains(
                        "OBJECTIVE 1 Racism",
                        "  ACTIVITY 1 Adoption of the scheme; OWNER Policy; DEADLINE May 2027",
                        "  ACTIVITY 2 Public launch; OWNER Comms; DEADLINE June 2027");
    }

    @Test
    void twoCardsInOneTableAreTwoActions() {
        assertThat(Paper.blank()
                        .table(
                                "Action 1 | Audit the streets in every town",
                                "Lead body | Roads",
                                "Timeline | May 2027",
                                "Local measure/indicator | No. of audits carried out",
                                "Action 2 | Provide seats in every park",
                                "Lead body | Parks",
                                "Timeline | May 2028",
                                "Local measure/indicator | No. of seats provided")
                        .outline())
                .contains(
                        "ACTIVITY 1 Audit the streets in every town; OWNER Roads; DEADLINE May 2027",
                        "ACTIVITY 2 Provide seats in every park; OWNER Parks; DEADLINE May 2028");
    }

    @Test
    void theNameAndYearsOfAPlanOverOneOfItsTablesBeginNothing() {
        assertThat(Paper.blank()
                        .heading(1, "Disability Equality Scheme Action Plan 2026 – 2029")
                        .table(
                                "Action | Lead | By when",
                                "1. Fair jobs | < | <",
                                "Train staff | HR | May 2027",
                                "2. Fair services | < | <",
                                "Print a guide | Comms | May 2027")
                        .heading(1, "Best value performance indicators relating to disability")
                        .table(
                                "Ref | Description of indicator | Actual 2025/26 | Target 2026/27",
                                "156 | Buildings open to all | 41% | 50%")
                        .outline())
                .contains("OBJECTIVE 1 Fair jobs", "OBJECTIVE 2 Fair services")
                .noneMatch(line -> line.contains("Scheme") || line.contains("Best value"));
    }

    @Test
    void whatObjectivesAreSetUnderBeginsNothing() {
        Paper paper = Paper.blank();
        for (String number : List.of("1", "2")) {
            paper.heading(1, "Metric " + number)
                    .words("Percentage of staff in each band.")
                    .heading(2, "Objective - Raise the numbers " + number)
                    .table("Actions | Lead | Time frame", "Train staff " + number + " | HR | May 2027");
        }

        assertThat(paper.outline())
                .contains("OBJECTIVE Raise the numbers 1")
                .noneMatch(line -> line.contains("Metric"));
    }

    @Test
    void aSheetThatGoesOverTheObjectivesOfAnotherIsNoObjective() {
        assertThat(Paper.blank()
                        .sheet("Annex A")
                        .table(
                                "PI ref | Description of indicator | Target",
                                "Safer communities | < | <",
                                "NI 1 | Hate crimes | 40",
                                "Healthier people | < | <",
                                "NI 2 | Long lives | 80")
                        .sheet("Pressure points")
                        .table(
                                "What we are doing | Who | By when",
                                "Safer communities | < | <",
                                "Open a centre | Police | May 2027",
                                "Healthier people | < | <",
                                "Hold walks | Health | May 2027")
                        .outline())
                .containsExactly(
                        "OBJECTIVE Safer communities",
                        "  INDICATOR NI 1 Hate crimes; TARGET 40",
                        "  ACTIVITY Open a centre; OWNER Police; DEADLINE May 2027",
                        "OBJECTIVE Healthier people",
                        "  INDICATOR NI 2 Long lives; TARGET 80",
                        "  ACTIVITY Hold walks; OWNER Health; DEADLINE May 2027");
    }

    @Test
    void sheetsWithTheSameRowsAcrossAreObjectivesEach() {
        Paper paper = Paper.blank();
        for (String sheet : List.of("Warm homes", "Safe streets")) {
            paper.sheet(sheet)
                    .table(
                            "Action | Who | By when",
                            "Staff | < | <",
                            "Train staff | HR | May 2027",
                            "Customers | < | <",
                            "Print a guide | Comms | May 2027");
        }

        assertThat(paper.outline()).contains("OBJECTIVE Warm homes", "OBJECTIVE Safe streets");
    }

    @Test
    void anOutcomeMayCountItselfInWordsBehindAColon() {
        Paper paper = Paper.blank()
                .words("Outcome 1. Our board is fully committed.")
                .words("Outcome 2. Students succeed in equal measure.");
        for (String outcome : List.of("1. Equality Outcome: One - Governance", "2. Equality Outcome: Two - Students")) {
            paper.heading(1, outcome)
                    .heading(2, outcome.charAt(0) + ".1 We will do better")
                    .table(
                            " | Action | Responsibility | Timescale",
                            "a | Name a champion | Principal | June 2027",
                            "b | Hold a forum | Principal | June 2027",
                            "c | Train staff | Principal | June 2027");
        }

        assertThat(paper.outline())
                .contains("OBJECTIVE 1 Governance", "OBJECTIVE 2 Students")
                .contains("    ACTIVITY a Name a champion; OWNER Principal; DEADLINE June 2027")
                .noneMatch(line -> line.contains("fully committed"));
    }

    @Test
    void aimsThatAreNamedInTheHeadingBelowStandOverObjectivesThatComeMoreOften() {
        Paper paper = Paper.blank().heading(1, "Disability scheme 2026-2029");
        for (String aim : List.of("1", "2")) {
            paper.heading(2, "Aim " + aim).heading(2, "Improve service " + aim);
            for (String objective : List.of("1", "2", "3")) {
                paper.heading(2, "Objective EV " + aim + objective)
                        .words("Know our customers " + objective)
                        .words("Action " + aim + "." + objective + ".1")
                        .words("Ask people about " + objective)
                        .words("Lead: Head of Policy")
                        .words("Timescale: April 2027");
            }
        }

        assertThat(paper.outline())
                .contains(
                        "OBJECTIVE 1 Improve service 1",
                        "  PRIORITY_AREA EV 11 Know our customers 1; OWNER Head of Policy; DEADLINE April 2027",
                        "    ACTIVITY 1.1.1 Ask people about 1",
                        "OBJECTIVE 2 Improve service 2");
    }

    @Test
    void figuresOfYearsBelowAMeasureAreItsOwn() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Outcome/PI | Lead | Timescale",
                                "Fit ramps | Buildings open to all / 2025-26 – 48% / 2026-27 – 55% / 2028-29 target 75%"
                                        + " | Estates | March 2029")
                        .outline())
                .contains("  INDICATOR Buildings open to all; BASELINE 2025-26 – 48%; BASELINE 2026-27 – 55%;"
                        + " TARGET 2028-29 target 75%; DEADLINE 2028-29");
    }

    @Test
    void aMeasureWithItsLabelBelowWhatIsDoneIsMeasured() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Lead | By when",
                                "Agree funding for posts. / Measure: at least two posts filled | HR | May 2027")
                        .outline())
                .contains(
                        "ACTIVITY Agree funding for posts.; OWNER HR; DEADLINE May 2027",
                        "  INDICATOR at least two posts filled; TARGET at least two posts filled");
    }

    @Test
    void aRowThatTheProgramNumbersHasThatNumber() {
        assertThat(Paper.blank()
                        .table("Ref | Action | Lead | By when", "#3. | Train staff | HR | May 2027")
                        .outline())
                .containsExactly("ACTIVITY 3 Train staff; OWNER HR; DEADLINE May 2027");
    }

    @Test
    void targetsOfWhichAnActionHasSeveralSayThemselvesWhatIsMeasured() {
        assertThat(Paper.blank()
                        .table(
                                "Ref | Action | Operational targets | Person | Completion date",
                                "1.1 | Plan for equality | The strategic plan 2026-28 has an objective on it | Principal"
                                        + " | July 2026",
                                "^ | ^ | Rise in applicants who say that it is for them | Marketing | July 2027",
                                "1.2 | Train everybody | Minimum of 90% by July 2027 | HR | July 2027")
                        .outline())
                .containsExactly(
                        "ACTIVITY 1.1 Plan for equality; OWNER Principal; DEADLINE July 2026",
                        "  INDICATOR The strategic plan 2026-28 has an objective on it;"
                                + " TARGET The strategic plan 2026-28 has an objective on it",
                        "  INDICATOR Rise in applicants who say that it is for them;"
                                + " TARGET Rise in applicants who say that it is for them; OWNER Marketing; DEADLINE July 2027",
                        "ACTIVITY 1.2 Train everybody; OWNER HR; DEADLINE July 2027",
                        "  INDICATOR Train everybody; TARGET Minimum of 90% by July 2027; DEADLINE by July 2027");
    }

    @Test
    void theMedianOfOthersIsSomethingToCompareWith() {
        assertThat(Paper.blank()
                        .table(
                                "Ref | Measure | 2025/26 outturn | 2026/27 target | HouseMark median | Top quartile (districts)",
                                "CS1 | Tenants who are satisfied | 79% | 82% | 82.6% | 88%")
                        .outline())
                .contains(
                        "INDICATOR CS1 Tenants who are satisfied; BASELINE 79%; TARGET 82%; COMPARATOR 82.6%; COMPARATOR 88%");
    }

    @Test
    void partsOfAHeadUnderOneOfItsCellsAreNoRowOfTheirOwn() {
        assertThat(Paper.blank()
                        .table(
                                "Action | Meets duties | < | Targets | Person | Completion date",
                                "^ | Race | Disability | ^ | ^ | ^",
                                "Train everybody | X | X | 90% of staff complete the course | HR | July 2027",
                                "Print a guide | X | | 500 copies sent | Comms | May 2027")
                        .read()
                        .tables()
                        .get(0)
                        .rows())
                .startsWith(TableReading.RowKind.HEADING, TableReading.RowKind.HEADING, TableReading.RowKind.ITEM);
    }
}
