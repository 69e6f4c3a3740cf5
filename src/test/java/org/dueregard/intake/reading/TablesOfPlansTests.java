package org.dueregard.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What rows and columns of a table are, each layout in its smallest form. */
class TablesOfPlansTests {

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
    void leavesADayBehindADashToTheNameItBelongsTo() {
        List<String> outline = Paper.blank()
                .table("Action | Lead | By when", "Mark Black History Month – October 2025 | Libraries | Every year")
                .outline();

        assertThat(outline)
                .containsExactly(
                        "ACTIVITY Mark Black History Month – October 2025; OWNER Libraries; DEADLINE Every year");
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
    void aRowThatTheProgramNumbersHasThatNumber() {
        assertThat(Paper.blank()
                        .table("Ref | Action | Lead | By when", "#3. | Train staff | HR | May 2027")
                        .outline())
                .containsExactly("ACTIVITY 3 Train staff; OWNER HR; DEADLINE May 2027");
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

    private static List<String> under(String heads, String row) {
        String across = " | <".repeat(heads.split("[|]").length - 1);
        return Paper.blank()
                .table(heads, "Theme 1: Trust" + across, row, "Theme 2: Pay" + across, row.replace("Listen", "Publish"))
                .outline();
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
    void anItemOfAListOverPlainLinesNamesWhatTheyAreDoneFor() {
        assertThat(Paper.blank()
                        .table(
                                "Objective | Timescale | Lead",
                                "- Leadership challenge. / Agree an action plan / Sign up to the challenge"
                                        + " | May 2027 / July 2027 | Policy",
                                "- Train all councillors | March 2027 | HR",
                                "- Ethnic monitoring. / Record complaints / Report them each year | June 2027 / May 2028"
                                        + " | Customers")
                        .outline())
                .containsExactly(
                        "OBJECTIVE Leadership challenge.",
                        "  ACTIVITY Agree an action plan; DEADLINE May 2027; OWNER Policy",
                        "  ACTIVITY Sign up to the challenge; DEADLINE July 2027; OWNER Policy",
                        "  ACTIVITY Train all councillors; DEADLINE March 2027; OWNER HR",
                        "OBJECTIVE Ethnic monitoring.",
                        "  ACTIVITY Record complaints; DEADLINE June 2027; OWNER Customers",
                        "  ACTIVITY Report them each year; DEADLINE May 2028; OWNER Customers");
    }
}
