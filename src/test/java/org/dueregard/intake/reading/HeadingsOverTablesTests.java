package org.dueregard.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What headings and sheets say of the tables under them, each layout in its smallest form. */
class HeadingsOverTablesTests {

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
    void takesTheNameOfTheBodyOverItsOnlyTableForNoObjective() {
        List<String> outline = Paper.blank()
                .heading(1, "CHALKHILL SIXTH FORM COLLEGE")
                .words("Single equality scheme action plan")
                .table("Action | Responsibility | Completion", "Launch a unit | Head of Learning | March 2011")
                .outline();

        assertThat(outline).containsExactly("ACTIVITY Launch a unit; OWNER Head of Learning; DEADLINE March 2011");
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
    void aYearOfThePlanIsSaidInFullWhereThePlanSaysItsYears() {
        assertThat(inYear("Equality plan 2024-2027", "Year 2"))
                .contains("ACTIVITY Train staff; OWNER HR; DEADLINE Year 2 (2025/26)");
        assertThat(inYear("Equality plan 2024-2027", "Year 4"))
                .contains("ACTIVITY Train staff; OWNER HR; DEADLINE Year 4");
        assertThat(inYear("Equality plan", "Year 2")).contains("ACTIVITY Train staff; OWNER HR; DEADLINE Year 2");
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

    private static List<String> inYear(String title, String when) {
        return Paper.blank()
                .heading(1, title)
                .table("Action | Lead | By when", "Train staff | HR | " + when, "Hold a forum | HR | May 2026")
                .outline();
    }

    @Test
    void linesOverTablesOfTheirOwnBeginObjectivesWhateverHeadingsSayOfThemAgain() {
        Paper paper = Paper.blank();
        for (String objective : List.of("Objective 1: Fair jobs", "Objective 2: Fair services")) {
            paper.words(objective)
                    .table("Action | Lead | By when", "Train staff for " + objective.charAt(10) + " | HR | May 2027");
        }
        for (String objective : List.of("Objective 1: Fair jobs", "Objective 2: Fair services")) {
            paper.heading(2, objective).words("We have begun.");
        }

        assertThat(paper.outline())
                .containsSubsequence(
                        "OBJECTIVE 1 Fair jobs",
                        "  ACTIVITY Train staff for 1; OWNER HR; DEADLINE May 2027",
                        "OBJECTIVE 2 Fair services",
                        "  ACTIVITY Train staff for 2; OWNER HR; DEADLINE May 2027");
    }
}
