package org.dueregard.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.dueregard.indicator.Polarity;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.words.Sureness;
import org.dueregard.indicator.words.TargetReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured, aimed at and told in tables, each layout in its smallest form. */
class MeasuresInTablesTests {

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

    private static List<String> heldAgainst(String measure, String update) {
        return Paper.blank()
                .table(
                        "Activity | Performance measure | Lead | Update",
                        "Hear parents earlier | " + measure + " | Schools | " + update,
                        "Train tutors | Number of tutors | Schools | Begun")
                .outline();
    }

    private static List<String> measuredBy(String action, String measure) {
        return Paper.blank()
                .table(
                        "Activity | Performance measure | Lead",
                        action + " | " + measure + " | Skills",
                        "Train tutors | Number of tutors | Schools")
                .outline();
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
    void aColumnThatSaysWhichSideIsGoodDecidesHowABareFigureIsMeant() {
        PlanDraft draft = Paper.blank()
                .table(
                        "PI ref | Polarity | PI description | 2025/26 outturn | Target 2026/27 | Pressure point",
                        "LOC 7 | High | Hate incidents reported at our sites | 41 | 60 | Yes",
                        "LOC 8 | Low | Visits to our centres | 25 | 19 | No",
                        "LOC 9 | Neutral | Racial incidents recorded | 7 | 8 | No")
                .read();

        assertThat(draft.all().map(node -> Understood.of(node, null)).map(Understood::target))
                .extracting(TargetReading::target, TargetReading::sureness)
                .containsExactly(
                        tuple(new Target.AtLeast(new BigDecimal("60")), Sureness.STATED),
                        tuple(new Target.AtMost(new BigDecimal("19")), Sureness.STATED),
                        tuple(new Target.AtMost(new BigDecimal("8")), Sureness.GUESS));
        assertThat(draft.all().flatMap(node -> node.all(Role.STATUS).stream())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bigger is better   | HIGHER
            Smaller is better  | LOWER
            High               | HIGHER
            Good to be low     | LOWER
            ↑                  | HIGHER
            Minimise           | LOWER
            Neutral            |
            High or low        |
            """)
    void tellsWhichSideIsGood(String words, Polarity side) {
        assertThat(GoodWay.of(words)).isEqualTo(side);
    }
}
