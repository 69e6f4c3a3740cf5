package org.dueregard.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dueregard.document.read.Line;
import org.junit.jupiter.api.Test;

/** Plans that have no table, or parts of them that stand in none: labels, lists and headings, each in its smallest form. */
class PlansInWordsTests {

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

    private static List<String> headed(String first, String second, int times) {
        Paper paper = Paper.blank().heading(1, "Equality plan").heading(2, "Objective 1: Homes");
        for (int number = 0; number < times; number++) {
            paper.heading(3, "Head " + "abc".charAt(number)).words(first).words(second);
        }
        return paper.outline();
    }
}
