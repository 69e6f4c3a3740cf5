package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dueregard.indicator.Cases.number;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.dueregard.calendar.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The boundaries of the rule that the worked cases leave out. */
class StatusRuleTests {

    private static Target.Increase increase() {
        return new Target.Increase(null, false);
    }

    private static Target.Reduce reduce() {
        return new Target.Reduce(null, false);
    }

    private static Target.AtLeast atLeast(String value) {
        return new Target.AtLeast(number(value));
    }

    private static Target.AtMost atMost(String value) {
        return new Target.AtMost(number(value));
    }

    private static Target against(Relation relation) {
        return new Target.AgainstComparator(relation, null, null);
    }

    private static void assertStatus(Assessment assessment, Status status, String distance) {
        assertThat(assessment.status()).as(assessment.spoken()).isEqualTo(status);
        assertThat(assessment.distance()).isEqualByComparingTo(distance);
    }

    private static void assertNotRated(Assessment assessment, NotRatedReason reason) {
        assertThat(assessment.status()).as(assessment.spoken()).isEqualTo(Status.NOT_RATED);
        assertThat(assessment.notRatedReason()).as(assessment.spoken()).isEqualTo(reason);
        assertThat(assessment.level()).isNull();
    }

    @Test
    void wordsThatNobodyCouldReadAreNotTheSameAsNoTarget() {
        Measure measure = Measure.of("Pupils", ValueKind.NUMBER, Polarity.HIGHER);
        Period year = Period.financialYear(2014);
        Series series = Series.of(Figure.of(year, number("40")));
        for (String words : List.of("", "40 on roll; 25 regularly attend")) {
            Assessment assessment = StatusRule.assess(
                    measure,
                    TargetSetting.of(words, new Target.NotStated(), year),
                    series,
                    null,
                    Tolerance.PLAN_DEFAULT,
                    LocalDate.of(2015, 5, 1));
            assertNotRated(
                    assessment, words.isEmpty() ? NotRatedReason.TO_BE_CONFIRMED : NotRatedReason.CANNOT_BE_JUDGED);
            assertThat(assessment.sentence())
                    .isEqualTo(
                            words.isEmpty()
                                    ? "No target has been stated."
                                    : "The target is kept in words only, which cannot be judged.");
        }
    }

    // which figure

    @Test
    void countsAnAcademicYearThatEndsInTheFinancialYear() {
        Assessment assessment = Cases.of(atLeast("60"))
                .percentage()
                .figure("2013/14 academic", "62")
                .assess();
        assertStatus(assessment, Status.COMPLETE, "2");
        assertThat(assessment.sentence()).startsWith("62% for the 2013/14 academic year is");
    }

    @Test
    void leavesOutAnAcademicYearThatEndsInTheNextFinancialYear() {
        assertNotRated(
                Cases.of(atLeast("60"))
                        .percentage()
                        .figure("2014/15 academic", "62")
                        .assess(),
                NotRatedReason.NO_FIGURE_YET);
    }

    @Test
    void knowsOnlyWhatWasEnteredByTheDay() {
        Figure later = Figure.of(Period.financialYear(2014), number("62")).withEnteredOn(LocalDate.of(2015, 5, 1));
        assertNotRated(Cases.of(atLeast("60")).figure(later).on("2015-04-30").assess(), NotRatedReason.NOT_DUE_YET);
        assertStatus(Cases.of(atLeast("60")).figure(later).on("2015-05-01").assess(), Status.COMPLETE, "2");
    }

    @Test
    void followsTheRevisedFigureOfAPeriod() {
        Figure revised = Figure.of(Period.financialYear(2014), number("62")).withState(FigureState.REVISED);
        assertStatus(Cases.of(atLeast("60")).figure(revised).figure("50").assess(), Status.COMPLETE, "2");
    }

    @ParameterizedTest
    @CsvSource({"74.4, 74, -1", "74.5, 75, 0", "75.49, 75, 0"})
    void roundsHalfUpToTheDecimalsShown(String value, String shown, String distance) {
        Assessment assessment = Cases.of(atLeast("75")).figure(value).assess();
        assertThat(assessment.value()).isEqualByComparingTo(shown);
        assertThat(assessment.distance()).isEqualByComparingTo(distance);
    }

    @Test
    void roundsToTheDecimalsOfTheTargetWhereThoseAreMore() {
        assertStatus(Cases.of(atLeast("74.5")).figure("74.44").assess(), Status.AT_RISK, "-0.1");
        assertStatus(Cases.of(atLeast("74.50")).figure("74.45").assess(), Status.COMPLETE, "0");
    }

    // met, at risk, off track

    @ParameterizedTest
    @CsvSource({"-9.5, AT_RISK", "-10.1, ON_TRACK", "-10, AT_RISK", "-9.4, OFF_TRACK"})
    void takesTheToleranceOfANegativeTargetWithoutItsSign(String value, Status status) {
        Assessment assessment = Cases.of(new Target.FewerThan(number("-10")))
                .polarity(Polarity.LOWER)
                .decimals(1)
                .figure(value)
                .on("2015-03-31")
                .assess();
        assertThat(assessment.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"18.9, OFF_TRACK", "19, AT_RISK", "20, COMPLETE", "40, COMPLETE", "42, AT_RISK", "42.1, OFF_TRACK"})
    void takesTheToleranceOfABandFromTheEdgeThatWasMissed(String value, Status status) {
        Cases band = Cases.of(new Target.Between(number("20"), number("40")))
                .polarity(Polarity.BAND)
                .decimals(1);
        assertThat(band.figure(value).assess().status()).isEqualTo(status);
    }

    @Test
    void saysThatAnAbsoluteToleranceIsWideOnlyAboveAQuarterOfTheLevel() {
        Assessment quarter = Cases.of(atLeast("20")).tolerance("5").figure("18").assess();
        Assessment more = Cases.of(atLeast("19")).tolerance("5").figure("18").assess();
        Assessment nothing = Cases.of(atMost("0"))
                .polarity(Polarity.LOWER)
                .tolerance("1")
                .figure("1")
                .assess();
        assertThat(quarter.has(Caveat.Kind.WIDE_TOLERANCE)).isFalse();
        assertThat(quarter.wideTolerance()).isFalse();
        assertThat(more.has(Caveat.Kind.WIDE_TOLERANCE)).isTrue();
        assertThat(more.sentence()).contains("wide tolerance");
        assertThat(nothing.has(Caveat.Kind.WIDE_TOLERANCE)).isTrue();
        assertThat(Cases.of(atLeast("4")).tolerance("50%").figure("3").assess().wideTolerance())
                .isFalse();
    }

    @Test
    void saysInTheSentenceThatPointsAreWide() {
        Assessment assessment = Cases.of(atMost("0"))
                .percentage()
                .polarity(Polarity.LOWER)
                .tolerance("5 points")
                .figure("4")
                .assess();
        assertThat(assessment.wideTolerance()).isTrue();
        assertThat(assessment.sentence()).contains("wide tolerance");
    }

    @Test
    void completesOnlyWhenTheTargetsPeriodIsOver() {
        Cases academic = Cases.of(atLeast("60")).figure("2013/14 academic", "62");
        assertThat(academic.on("2015-03-31").assess().status()).isEqualTo(Status.ON_TRACK);
        assertThat(academic.on("2015-04-01").assess().status()).isEqualTo(Status.COMPLETE);
    }

    // yes and no

    @Test
    void givesYesAndNoNoTolerance() {
        Target yes = new Target.Exactly(BigDecimal.ONE);
        Cases said = Cases.of(yes).kind(ValueKind.YES_NO, null).tolerance("200%");
        Assessment assessment =
                said.figure(Figure.yesNo(Period.financialYear(2014), false)).assess();
        assertThat(assessment.status()).isEqualTo(Status.OFF_TRACK);
        assertThat(assessment.tolerance()).isNull();
        assertThat(assessment.level()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Yes, COMPLETE", "no., OFF_TRACK", "partly, NOT_RATED"})
    void readsYesAndNoFromWords(String words, Status status) {
        Assessment assessment = Cases.of(new Target.Exactly(BigDecimal.ONE))
                .kind(ValueKind.YES_NO, null)
                .figure(Figure.inWords(Period.financialYear(2014), words))
                .assess();
        assertThat(assessment.status()).isEqualTo(status);
    }

    // within the year

    @ParameterizedTest
    @CsvSource({
        "April 2014, 10",
        "June 2014, 30",
        "Q2 2014/15, 60",
        "30 September 2014, 60",
        "Q3 2014/15, 90",
        "15 April 2014, 5",
        "March 2015, 120",
        "31 March 2015, 120"
    })
    void takesAnEvenShareOfARunningTotal(String period, String level) {
        Assessment assessment = Cases.of(atLeast("120"))
                .basis(Basis.RUNNING_TOTAL)
                .frequency(Frequency.MONTHLY)
                .figure(period, "200")
                .on("2015-04-20")
                .assess();
        assertThat(assessment.level().value()).isEqualByComparingTo(level);
        boolean whole = level.equals("120");
        assertThat(assessment.has(Caveat.Kind.PRO_RATA)).isEqualTo(!whole);
        assertThat(assessment.status()).isEqualTo(whole ? Status.COMPLETE : Status.ON_TRACK);
    }

    @ParameterizedTest
    @CsvSource({"Autumn term 2014, 40", "Spring term 2015, 80", "Summer term 2015, 120"})
    void sharesAnAcademicYearByTerms(String term, String level) {
        Assessment assessment = Cases.of(atLeast("120"))
                .period("2014/15 academic")
                .basis(Basis.RUNNING_TOTAL)
                .expected("2015-10-01", null)
                .figure(term, "200")
                .on("2015-09-10")
                .assess();
        assertThat(assessment.level().value()).isEqualByComparingTo(level);
        assertThat(assessment.status()).isEqualTo(level.equals("120") ? Status.COMPLETE : Status.ON_TRACK);
    }

    @Test
    void takesAShareOfBaselineAndComparatorToo() {
        Assessment increase = Cases.of(new Target.Increase(new Target.Change(number("10"), ChangeUnit.PERCENT), false))
                .basis(Basis.RUNNING_TOTAL)
                .baseline("2013/14", "40")
                .figure("Q2 2014/15", "22")
                .on("2014-10-20")
                .assess();
        assertThat(increase.level().value()).isEqualByComparingTo("22");
        Assessment comparator = Cases.of(against(Relation.AT_OR_ABOVE))
                .basis(Basis.RUNNING_TOTAL)
                .comparator("England", "2013/14", "40")
                .figure("Q2 2014/15", "22")
                .on("2014-10-20")
                .assess();
        assertThat(comparator.level().value()).isEqualByComparingTo("20");
        assertThat(comparator.sentence()).contains("pro rata", "England", "2013/14");
    }

    @Test
    void takesNoShareOfABaselineThatIsForTheSameQuarter() {
        Assessment assessment = Cases.of(increase())
                .basis(Basis.RUNNING_TOTAL)
                .baseline("Q2 2013/14", "20")
                .figure("Q2 2014/15", "22")
                .on("2014-10-20")
                .assess();
        assertStatus(assessment, Status.ON_TRACK, "2");
        assertThat(assessment.caveats()).isEmpty();
    }

    @Test
    void doesNotScaleAnAbsoluteToleranceWithinTheYear() {
        Assessment assessment = Cases.of(atLeast("120"))
                .basis(Basis.RUNNING_TOTAL)
                .tolerance("4")
                .figure("Q1 2014/15", "26")
                .on("2014-07-20")
                .assess();
        assertStatus(assessment, Status.AT_RISK, "-4");
        assertThat(assessment.tolerance()).isEqualByComparingTo("4");
    }

    @Test
    void judgesAPointInTimeAgainstTheTargetItselfButDoesNotCompleteIt() {
        Cases quarter = Cases.of(atLeast("20")).basis(Basis.POINT_IN_TIME).figure("Q2 2014/15", "21");
        assertStatus(quarter.on("2014-10-20").assess(), Status.ON_TRACK, "1");
        assertStatus(quarter.on("2015-04-30").assess(), Status.ON_TRACK, "1");
        assertNotRated(quarter.on("2015-05-01").assess(), NotRatedReason.NO_FIGURE_YET);
    }

    @Test
    void takesAYearlyCountAsTheYearsWheneverItWasTaken() {
        Cases census = Cases.of(atLeast("20")).basis(Basis.POINT_IN_TIME).figure("15 January 2015", "21");
        assertStatus(census.on("2015-02-01").assess(), Status.ON_TRACK, "1");
        assertStatus(census.on("2015-05-15").assess(), Status.COMPLETE, "1");
        Cases said = Cases.of(atLeast("20"))
                .basis(Basis.RUNNING_TOTAL)
                .frequency(Frequency.YEARLY)
                .figure("January 2015", "21");
        assertStatus(said.assess(), Status.COMPLETE, "1");
    }

    @Test
    void takesADayWithinTheYearForAPartWhereItIsCountedMoreOften() {
        Cases quarterly = Cases.of(atLeast("20"))
                .basis(Basis.POINT_IN_TIME)
                .frequency(Frequency.QUARTERLY)
                .figure("31 December 2014", "21");
        assertNotRated(quarterly.assess(), NotRatedReason.NO_FIGURE_YET);
    }

    @Test
    void judgesTheFourthQuarterOfAWholePeriodResultOnlyByItsInterimTarget() {
        Cases fourth =
                Cases.of(atLeast("60")).percentage().figure("Q4 2014/15", "58").on("2015-04-20");
        assertNotRated(fourth.assess(), NotRatedReason.NOT_DUE_YET);
        assertThat(fourth.interim("Q4 2014/15", "58").assess().status()).isEqualTo(Status.ON_TRACK);
    }

    @Test
    void keepsTheQuarterThatCanBeJudgedWhenALaterResultCannot() {
        Assessment assessment = Cases.of(atLeast("60"))
                .interim("Q2 2014/15", "50")
                .figure("Q2 2014/15", "55")
                .figure("October 2014", "10")
                .on("2014-11-20")
                .assess();
        assertStatus(assessment, Status.ON_TRACK, "5");
        assertThat(assessment.figurePeriod()).isEqualTo(Period.quarter(2, 2014));
    }

    // not rated

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2015-04-30, 2015-01-31, 2015-04-30, NOT_DUE_YET",
                "2015-04-30, 2015-01-31, 2015-05-01, NO_FIGURE_YET",
                "-, 2015-01-31, 2015-01-31, NOT_DUE_YET",
                "-, 2015-01-31, 2015-02-01, NO_FIGURE_YET",
                "-, -, 2015-03-31, NOT_DUE_YET",
                "-, -, 2015-04-01, NO_FIGURE_YET"
            })
    void isNotDueUntilAFigureCanBeExpected(String from, String deadline, String on, NotRatedReason reason) {
        Assessment assessment =
                Cases.of(atLeast("60")).expected(from, deadline).on(on).assess();
        assertNotRated(assessment, reason);
        assertThat(assessment.late()).isEqualTo(reason == NotRatedReason.NO_FIGURE_YET);
    }

    @Test
    void cannotJudgeNoughtOfNoughtEvenWithAStatedPercentage() {
        Figure stated = Figure.share(Period.financialYear(2014), 0, 0).withValue(number("0"));
        Assessment assessment =
                Cases.of(atLeast("60")).percentage().figure(stated).assess();
        assertNotRated(assessment, NotRatedReason.CANNOT_BE_JUDGED);
        assertThat(assessment.sentence()).contains("0 of 0");
    }

    @Test
    void cannotJudgeANumeratorWithoutItsDenominator() {
        Figure half = new Figure(
                Period.financialYear(2014), null, null, number("4"), null, null, null, FigureState.FINAL, null);
        assertThat(Cases.of(atLeast("60")).percentage().figure(half).assess().sentence())
                .contains("denominator");
    }

    @Test
    void cannotJudgeAgainstATargetWithoutAPeriod() {
        assertNotRated(Cases.of(atLeast("60")).withoutPeriod().figure("70").assess(), NotRatedReason.CANNOT_BE_JUDGED);
    }

    @Test
    void pointsOutANumeratorAboveItsDenominator() {
        Assessment assessment = Cases.of(atLeast("60"))
                .percentage()
                .figure(Figure.share(Period.financialYear(2014), 9, 8))
                .assess();
        assertThat(assessment.caveats())
                .extracting(Caveat::kind)
                .containsExactly(Caveat.Kind.NUMERATOR_ABOVE_DENOMINATOR);
        assertThat(assessment.interval()).isNull();
        assertThat(assessment.value()).isEqualByComparingTo("113");
    }

    // comparators

    @Test
    void leavesOutAComparatorLaterThanTheFigure() {
        Assessment assessment = Cases.of(against(Relation.AT_OR_ABOVE))
                .comparator("England", "2014/15 academic", "80")
                .comparator("England", "2013/14 academic", "70")
                .figure("75")
                .assess();
        assertStatus(assessment, Status.ON_TRACK, "5");
        assertThat(assessment.caveats()).extracting(Caveat::kind).containsExactly(Caveat.Kind.OLDER_COMPARATOR);
    }

    @Test
    void neverTakesAnotherKindOfYearForTheSamePeriod() {
        assertThat(Cases.of(against(Relation.AT_OR_ABOVE))
                        .comparator("England", "2014", "70")
                        .figure("75")
                        .assess()
                        .status())
                .isEqualTo(Status.ON_TRACK);
    }

    @ParameterizedTest
    @CsvSource({"2014/15, COMPLETE", "31 March 2015, COMPLETE", "2012/13-2014/15, ON_TRACK", "2014, ON_TRACK"})
    void takesWhatEndsWithAPointInTimeForTheSamePeriodButNotSeveralYears(String period, Status status) {
        assertThat(Cases.of(against(Relation.AT_OR_ABOVE))
                        .basis(Basis.POINT_IN_TIME)
                        .comparator("England", period, "70")
                        .figure("75")
                        .assess()
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGHER, 70, COMPLETE", "HIGHER, 71, COMPLETE", "HIGHER, 69, AT_RISK",
        "LOWER, 70, COMPLETE", "LOWER, 69, COMPLETE", "LOWER, 71, AT_RISK",
        "NEITHER, 70, COMPLETE", "NEITHER, 69, AT_RISK", "NEITHER, 71, AT_RISK"
    })
    void takesTheSideOfInLineFromThePolarity(Polarity polarity, String value, Status status) {
        assertThat(Cases.of(against(Relation.IN_LINE))
                        .polarity(polarity)
                        .comparator("England", "2014/15", "70")
                        .figure(value)
                        .assess()
                        .status())
                .isEqualTo(status);
    }

    // increase, reduce, maintain

    @ParameterizedTest
    @CsvSource({"100, COMPLETE", "99, AT_RISK", "94, OFF_TRACK"})
    void meetsAnIncreaseByStayingAtTheBestThereCanBe(String value, Status status) {
        assertThat(Cases.of(increase())
                        .percentage()
                        .baseline("2013/14", "100")
                        .figure(value)
                        .assess()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void meetsAReductionByStayingAtNone() {
        Cases none = Cases.of(reduce()).polarity(Polarity.LOWER).baseline("2013/14", "0");
        assertStatus(none.figure("0").assess(), Status.COMPLETE, "0");
    }

    @Test
    void doesNotTakeNoughtForTheBestWhereFiguresGoBelowIt() {
        Cases days = Cases.of(reduce())
                .polarity(Polarity.LOWER)
                .baseline("2013/14", "0")
                .figure("2012/13", "-3")
                .figure("0");
        assertStatus(days.assess(), Status.AT_RISK, "0");
    }

    @Test
    void takesPerCentOfTheSizeOfANegativeBaseline() {
        Target target = new Target.Increase(new Target.Change(number("10"), ChangeUnit.PERCENT), false);
        Assessment assessment =
                Cases.of(target).baseline("2013/14", "-20").figure("-18").assess();
        assertThat(assessment.level().value()).isEqualByComparingTo("-18");
        assertThat(assessment.status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void addsAnAmount() {
        Target target = new Target.Increase(new Target.Change(number("800"), ChangeUnit.AMOUNT), false);
        Assessment assessment =
                Cases.of(target).baseline("2013/14", "1200").figure("1900").assess();
        assertStatus(assessment, Status.AT_RISK, "-100");
        assertThat(assessment.sentence()).contains("1,900", "2,000", "800 above the baseline of 1,200");
    }

    @Test
    void measuresYearOnYearFromTheOutturnAYearEarlier() {
        Target target = new Target.Reduce(new Target.Change(number("20"), ChangeUnit.PERCENT), true);
        Cases cases = Cases.of(target).polarity(Polarity.LOWER).baseline("2010/11", "100");
        assertNotRated(cases.figure("40").assess(), NotRatedReason.CANNOT_BE_JUDGED);
        assertStatus(cases.figure("2013/14", "50").assess(), Status.COMPLETE, "0");
    }

    @ParameterizedTest
    @CsvSource({"21, COMPLETE", "19, COMPLETE", "18, AT_RISK", "22, AT_RISK", "17, OFF_TRACK", "23, OFF_TRACK"})
    void countsEitherWayAsWorseWhenMaintainingWhereNeitherIsBetter(String value, Status status) {
        assertThat(Cases.of(new Target.Maintain())
                        .polarity(Polarity.NEITHER)
                        .baseline("2013/14", "20")
                        .figure(value)
                        .assess()
                        .status())
                .isEqualTo(status);
    }

    // gaps

    @Test
    void countsAReversedGapAsClosed() {
        Assessment assessment = Cases.of(new Target.Between(number("0"), number("3")))
                .gapOf("other pupils", "pupil premium")
                .figure(Figure.gap(Period.financialYear(2014), number("70"), number("75")))
                .assess();
        assertStatus(assessment, Status.COMPLETE, "0");
        assertThat(assessment.value()).isEqualByComparingTo("-5");
        assertThat(assessment.has(Caveat.Kind.GAP_REVERSED)).isTrue();
        assertThat(assessment.sentence()).contains("-5%", "reversed");
    }

    @Test
    void keepsTheSignOfAReversedGapInItsDistance() {
        Assessment assessment = Cases.of(reduce())
                .gapOf("other pupils", "pupil premium")
                .baseline(Figure.gap(Period.financialYear(2013), number("80"), number("69")))
                .figure(Figure.gap(Period.financialYear(2014), number("80"), number("82")))
                .assess();
        assertStatus(assessment, Status.COMPLETE, "13");
    }

    @ParameterizedTest
    @CsvSource({"82, 75, true", "82, 74, true", "82, 76, false", "86, 80, false", "82, 70, false"})
    void saysWhenAGapNarrowedForTheWrongReason(String better, String other, boolean wrong) {
        Assessment assessment = Cases.of(reduce())
                .gapOf("other pupils", "pupil premium")
                .baseline(Figure.gap(Period.financialYear(2013), number("86"), number("75")))
                .figure(Figure.gap(Period.financialYear(2014), number(better), number(other)))
                .assess();
        assertThat(assessment.has(Caveat.Kind.GAP_NARROWED_BY_FALL)).isEqualTo(wrong);
    }

    // milestones, baselines, narrative

    @Test
    void completesAMilestoneDoneOnItsLastDayInTime() {
        Cases done = Cases.of(new Target.Milestone()).expected(null, "2015-03-31");
        Assessment inTime =
                done.reported(Reported.doneOn(LocalDate.of(2015, 3, 31))).assess();
        assertThat(inTime.status()).isEqualTo(Status.COMPLETE);
        assertThat(inTime.late()).isFalse();
    }

    @Test
    void followsWhatIsReportedOfAMilestoneWithoutALastDay() {
        Cases open = Cases.of(new Target.Milestone()).expected(null, null).on("2020-01-01");
        assertThat(open.assess().notRatedReason()).isEqualTo(NotRatedReason.NOT_DUE_YET);
        assertThat(open.reported(Status.AT_RISK).assess().status()).isEqualTo(Status.AT_RISK);
    }

    @Test
    void doesNotCountAMilestoneAsDoneBeforeItsDay() {
        Reported later = Reported.doneOn(LocalDate.of(2015, 4, 20));
        Assessment before = Cases.of(new Target.Milestone())
                .expected(null, "2015-03-31")
                .reported(later)
                .on("2015-04-10")
                .assess();
        assertThat(before.status()).isEqualTo(Status.OFF_TRACK);
    }

    @Test
    void setsABaselineByNoughtAndByProvisionalFiguresButNotByWords() {
        Cases target =
                Cases.of(new Target.SetBaseline()).expected(null, "2015-03-31").on("2015-03-25");
        Assessment words = target.figure(Figure.inWords(Period.quarter(1, 2014), "a few"))
                .reported(Status.COMPLETE)
                .assess();
        assertThat(words.notRatedReason()).isEqualTo(NotRatedReason.NOT_DUE_YET);
        Assessment nought = target.figure(
                        Figure.of(Period.financialYear(2014), number("0")).withState(FigureState.PROVISIONAL))
                .assess();
        assertThat(nought.status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void marksABaselineThatWasSetLate() {
        Assessment assessment = Cases.of(new Target.SetBaseline())
                .expected(null, "2015-03-31")
                .figure(Figure.of(Period.financialYear(2014), number("9")).withEnteredOn(LocalDate.of(2015, 4, 1)))
                .assess();
        assertThat(assessment.status()).isEqualTo(Status.COMPLETE);
        assertThat(assessment.has(Caveat.Kind.COMPLETED_LATE)).isTrue();
    }

    @Test
    void followsWhatTheOwnerSaysOfANarrativeArea() {
        Cases area = Cases.of(new Target.Narrative());
        assertThat(area.on("2015-04-30").assess().notRatedReason()).isEqualTo(NotRatedReason.NOT_DUE_YET);
        Assessment late = area.on("2015-05-01").assess();
        assertThat(late.notRatedReason()).isEqualTo(NotRatedReason.NO_FIGURE_YET);
        assertThat(late.sentence()).contains("no update yet");
        assertThat(late.late()).isTrue();
        assertThat(area.reported(Status.OFF_TRACK).assess().status()).isEqualTo(Status.OFF_TRACK);
    }

    // direction and trigger

    @Test
    void saysUpOrDownInABandThatIsNotKnown() {
        Assessment assessment = Cases.of(new Target.Track())
                .polarity(Polarity.BAND)
                .figure("2013/14", "20")
                .figure("25")
                .assess();
        assertThat(assessment.directionYear().way()).isEqualTo(DirectionOfTravel.Way.UP);
    }

    @Test
    void callsFiguresTheSameThatAreShownTheSame() {
        Assessment assessment =
                Cases.of(atLeast("60")).figure("2013/14", "60.4").figure("60.1").assess();
        assertThat(assessment.directionYear().way()).isEqualTo(DirectionOfTravel.Way.SAME);
    }

    @Test
    void needsTwelveEarlierFiguresForTheTrigger() {
        Cases watched = Cases.of(new Target.Track())
                .triggerMonths(12)
                .figure("April 2014", "50")
                .on("2014-05-20");
        for (int month = 1; month <= 11; month++) {
            YearMonth earlier = YearMonth.of(2014, 4).minusMonths(month);
            watched.figure(Figure.of(Period.month(earlier), number("30")));
        }
        // before the window
        watched.figure("March 2013", "30");
        assertThat(watched.assess().trigger()).isNull();
        Assessment twelve = watched.figure("April 2013", "30").assess();
        assertThat(twelve.fires()).isTrue();
        assertThat(twelve.xmr().inside()).isFalse();
    }

    @Test
    void speaksWithTheOrganisationsOwnWord() {
        Assessment assessment =
                Cases.of(atLeast("75")).percentage().figure("74").assess();
        assertThat(assessment.spoken()).startsWith("At risk: 74% is 1 percentage point below");
        assertThat(assessment.spokenAs("Slipping")).startsWith("Slipping: 74% is");
    }
}
