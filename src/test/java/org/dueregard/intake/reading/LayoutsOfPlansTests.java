package org.dueregard.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
                        "ACTIVITY Collect data in ten services; OWNER Head of Insight; DEADLINE 31 March 2026",
                        "ACTIVITY Publish a profile; OWNER Analyst; DEADLINE June 2026");
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
                        "ACTIVITY Collect data; OWNER Insight; DEADLINE May 2026",
                        "ACTIVITY Publish data; OWNER Analyst; DEADLINE June 2026");
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
        assertThat(outline.get(1)).isEqualTo("ACTIVITY Stream all meetings; OWNER Clerk; DEADLINE May 2026");
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
                        "ACTIVITY 1.1 Ask all users the agreed questions; OWNER Performance Team; DEADLINE June 2022; STATUS Complete");
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
                        "ACTIVITY 1 Provide a text service; OWNER Web Team; DEADLINE June 2025",
                        "OBJECTIVE Our people",
                        "ACTIVITY 2 Start a mentoring scheme; OWNER HR; DEADLINE May 2025");
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
                        "ACTIVITY Build ten homes; OWNER Housing; DEADLINE June 2025; UPDATE Begun");
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
                        "ACTIVITY Move meetings to rooms with level access.; OWNER Clerk.; DEADLINE April 2025",
                        "ACTIVITY Put in a hearing loop.; OWNER Facilities");
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
                .contains("ACTIVITY a Review the criteria", "ACTIVITY b Offer coaching", "ACTIVITY 1.2 Review grades");
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
}
