package org.dueregard.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single headings, labels, numbers and cells say. */
class WordsOfPlansTests {

    @ParameterizedTest
    @CsvSource({
        "What we will do, ACTIVITY",
        "Action measures, ACTIVITY",
        "Who will do it, OWNER",
        "By when, DEADLINE",
        "How we will know, INDICATOR",
        "How are we going to do it?, ACTIVITY",
        "You said, AREA",
        "We did, UPDATE",
        "Key inequality, AREA",
        "BRAG, STATUS",
        "Who, OWNER",
        "Improvement actions, ACTIVITY",
        "Starting points, BASELINE",
        "Action by, OWNER",
        "Our progress, UPDATE",
        "When this will happen, DEADLINE",
        "Outcome/PI, INDICATOR",
        "Outstanding actions, UPDATE",
        "'Plan: who, how and where', ACTIVITY",
        "RESP_UNIT, OWNER",
        "Criterion, AREA",
        "Success will look like, OUTCOME",
        "Last update note, UPDATE",
        "Lead service area, OWNER",
        "'Has Target been met, if so how?', UPDATE",
        "What we are trying to achieve, OUTCOME",
        "Community Strategy theme, THEME",
        "Affected hate crime strand(s), CHARACTERISTIC",
        "Link to other action plans or strategy initiatives, STRATEGY",
        "Start and end, DEADLINE",
        "What outcome do we want?, OUTCOME",
        "The outcomes we are seeking, OUTCOME",
        "Progress we are making towards this objective, UPDATE"
    })
    void knowsTheWordsOfTheField(String heading, Role role) {
        assertThat(HeadingWords.of(heading)).map(HeadingWords.Meaning::role).contains(role);
    }

    @Test
    void takesAQuestionWordForARoleOnlyWhereLittleElseIsSaid() {
        assertThat(HeadingWords.of("What our residents think of it")).isEmpty();
        assertThat(HeadingWords.of("Who and when"))
                .map(HeadingWords.Meaning::second)
                .contains(Role.DEADLINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Review the services we run for older people", "Ask all service users the same questions"})
    void knowsASentenceWithAWordOfTheFieldFromAHeading(String sentence) {
        assertThat(HeadingWords.of(sentence).filter(HeadingWords.Meaning::mostly))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Head of HR / June 2024, Head of HR, June 2024",
        "June 2024 – Head of HR, Head of HR, June 2024",
        "'Head of HR, 31/03/2025', Head of HR, 31/03/2025",
        "Head of HR (March 2025), Head of HR, March 2025",
        "Head of HR by March 2025, Head of HR, by March 2025",
        "Housing; ongoing, Housing, ongoing"
    })
    void tellsWhoFromByWhen(String line, String owner, String day) {
        assertThat(OwnerAndDay.of(line)).isEqualTo(new OwnerAndDay(owner, day));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Outturn 2013/14            | 2013/14
            Q2 2014/15 outturn         | Quarter 2 2014/15
            Quarter 2, 2014/15         | Quarter 2 2014/15
            Q2 (2014/15)               | Quarter 2 2014/15
            2014/15 (Q2)               | Quarter 2 2014/15
            Outturn (September, 2014)  | September 2014
            2013/14, 2014/15           | 2013/14
            12 (2014/15)               | 2014/15
            3, 2014/15                 | 2014/15
            """)
    void findsThePeriodAmongOtherWordsHoweverItsPartsAreSetApart(String words, String period) {
        assertThat(Periods.in(words)).map(found -> found.period().label()).contains(period);
    }

    @Test
    void leavesALineThatSaysOnlyOneOfThemWhole() {
        assertThat(OwnerAndDay.of("HR / Legal Services")).isEqualTo(new OwnerAndDay("HR / Legal Services", ""));
        assertThat(OwnerAndDay.of("31 March 2025")).isEqualTo(new OwnerAndDay("", "31 March 2025"));
    }

    @Test
    void findsLabelsOneAfterTheOther() {
        assertThat(Labelled.in("Action: Train staff; Lead: HR. By when: May 2025"))
                .containsExactly(
                        new Labelled(Role.ACTIVITY, "Action", "Train staff"),
                        new Labelled(Role.OWNER, "Lead", "HR"),
                        new Labelled(Role.DEADLINE, "By when", "May 2025"));
        assertThat(Labelled.in("Remember: this is not a label")).isEmpty();
        assertThat(Labelled.in("Action: see Annex: all of it"))
                .containsExactly(new Labelled(Role.ACTIVITY, "Action", "see Annex: all of it"));
    }

    @ParameterizedTest
    @CsvSource({"EO1 Better data, EO1", "EO1: Better data, EO1", "(i) More women, i", "1.2 Homes, 1.2"})
    void findsTheNumberBeforeWords(String words, String reference) {
        assertThat(Reference.in(words)).map(Reference::reference).contains(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KS2 Reading results", "CO2 Emissions", "25 health champions", "2024 Review"})
    void leavesNamesWithANumberAlone(String words) {
        assertThat(Reference.in(words)).isEmpty();
    }

    @Test
    void knowsWhatIsCountedOnFromWhatWasNumberedByMistake() {
        assertThat(Reference.isNext("a", "a", "b")).isTrue();
        assertThat(Reference.isNext("1", "1", "2")).isTrue();
        assertThat(Reference.isNext("1.1", "1.1", "1.2")).isTrue();
        assertThat(Reference.isNext("2", "2", "3")).isFalse();
        assertThat(Reference.isNext("13", "13", "1")).isFalse();
        assertThat(Reference.isNext("1.1", "1.1", "2.2")).isFalse();
        assertThat(Reference.isNext("", "", "a")).isFalse();
    }

    @Test
    void knowsColumnsWithoutHeadsByTheirCells() {
        assertThat(ColumnLook.of(List.of("1.1", "1.2", "2.1"))).contains(Role.REFERENCE);
        assertThat(ColumnLook.of(List.of("1.5", "1.2", "2.7"))).isNotEqualTo(Optional.of(Role.REFERENCE));
        assertThat(ColumnLook.of(List.of("Ask all service users about it", "Report to the board twice a year")))
                .contains(Role.ACTIVITY);
        assertThat(ColumnLook.of(List.of("Legal Services", "Performance Team"))).contains(Role.OWNER);
    }

    @Test
    void takesAMeasureThatEndsWithADayForAMeasure() {
        Value about = new Value(Role.INDICATOR, "Join the scheme", "", List.of(), Certainty.LIKELY, false);
        Snippet line = new Snippet("Level 2 reached by June 2019", "", 0, false, List.of(Spot.block(0)));

        assertThat(MeasureCell.read(List.of(line), about, true).get(0).name().words())
                .isEqualTo("Level 2 reached by June 2019");
    }
}
