package org.dueregard.plan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dueregard.calendar.Period;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.PlanDraft;
import org.dueregard.plan.PlanState;
import org.dueregard.site.AlreadyDone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps of a plan's life, and which one may follow which. */
class PlanTests {

    private static final LocalDate MEETING = LocalDate.of(2026, 6, 12);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String GROUP = "ECCA group";

    private static final Map<String, Consumer<Plan>> STEPS = Map.of(
            "agree",
            plan -> plan.agree(MEETING, GROUP, TODAY),
            "put in force",
            Plan::putInForce,
            "put in force as agreed",
            plan -> plan.putInForce(MEETING, GROUP, TODAY),
            "close",
            Plan::close);

    @Test
    void aDraftIsAgreedByTheGroupOnADayAndThenPutInForceAndClosed() {
        Plan plan = draft();
        assertThat(plan.state()).isEqualTo(PlanState.DRAFT);

        plan.agree(MEETING, GROUP, TODAY);
        assertThat(plan.state()).isEqualTo(PlanState.AGREED);
        assertThat(plan.agreedOn()).isEqualTo(MEETING);
        assertThat(plan.agreedBy()).isEqualTo(GROUP);

        plan.putInForce();
        assertThat(plan.state()).isEqualTo(PlanState.ACTIVE);
        assertThat(plan.agreedOn()).isEqualTo(MEETING);
        assertThat(plan.agreedBy()).isEqualTo(GROUP);

        assertThat(plan.isOpen()).isTrue();
        plan.close();
        assertThat(plan.state()).isEqualTo(PlanState.CLOSED);
        assertThat(plan.isOpen()).isFalse();
    }

    @Test
    void aDraftIsPutInForceAtOnceWhetherOrNotTheDayOnWhichItWasAgreedIsKnown() {
        Plan known = draft();
        known.putInForce(MEETING, GROUP, TODAY);
        assertThat(known.state()).isEqualTo(PlanState.ACTIVE);
        assertThat(known.agreedOn()).isEqualTo(MEETING);
        assertThat(known.agreedBy()).isEqualTo(GROUP);

        Plan unknown = draft();
        unknown.putInForce(null, null, TODAY);
        assertThat(unknown.state()).isEqualTo(PlanState.ACTIVE);
        assertThat(unknown.agreedOn()).isNull();
        assertThat(unknown.agreedBy()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, close",
        "AGREED, agree",
        "AGREED, put in force as agreed",
        "AGREED, close",
        "ACTIVE, agree",
        "ACTIVE, put in force",
        "ACTIVE, put in force as agreed",
        "CLOSED, agree",
        "CLOSED, put in force",
        "CLOSED, put in force as agreed",
        "CLOSED, close",
    })
    void aStepThatDoesNotFollowIsRefusedByWhatThePlanIs(PlanState state, String step) {
        Plan plan = in(state);

        assertThatThrownBy(() -> STEPS.get(step).accept(plan))
                .isInstanceOfSatisfying(
                        AlreadyDone.class, why -> assertThat(why.messageKey()).isEqualTo("plan.is." + state));
        assertThat(plan.state()).isEqualTo(state);
    }

    @Test
    void nobodyAgreedAPlanOnADayToCome() {
        Plan plan = draft();
        LocalDate tomorrow = TODAY.plusDays(1);

        assertThatThrownBy(() -> plan.agree(tomorrow, GROUP, TODAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.putInForce(tomorrow, GROUP, TODAY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
        plan.agree(TODAY, GROUP, TODAY);
        assertThat(plan.agreedOn()).isEqualTo(TODAY);
    }

    @Test
    void aPlanIsAgreedBySomebody() {
        Plan plan = draft();

        assertThatThrownBy(() -> plan.agree(MEETING, " ", TODAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = PlanState.class,
            names = {"DRAFT", "AGREED", "ACTIVE"})
    void aPlanThatIsNotClosedGetsAnotherTitle(PlanState state) {
        Plan plan = in(state);

        plan.retitle("Equality plan");

        assertThat(plan.title()).isEqualTo("Equality plan");
    }

    @Test
    void aClosedPlanKeepsItsTitle() {
        Plan plan = in(PlanState.CLOSED);

        assertThatThrownBy(() -> plan.retitle("Equality plan"))
                .isInstanceOfSatisfying(
                        AlreadyDone.class, why -> assertThat(why.messageKey()).isEqualTo("plan.is.CLOSED"));
        assertThat(plan.title()).isEqualTo("Action plan");
    }

    @Test
    void aPlanIsCalledSomethingAndInNoMoreThanTwoHundredCharacters() {
        Plan plan = draft();

        assertThatThrownBy(() -> plan.retitle(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.retitle("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        plan.retitle("x".repeat(200));
        assertThat(plan.title()).hasSize(200);
    }

    private static Plan in(PlanState state) {
        Plan plan = draft();
        if (state.compareTo(PlanState.AGREED) >= 0) {
            plan.agree(MEETING, GROUP, TODAY);
        }
        if (state.compareTo(PlanState.ACTIVE) >= 0) {
            plan.putInForce();
        }
        if (state == PlanState.CLOSED) {
            plan.close();
        }
        return plan;
    }

    private static Plan draft() {
        return new Plan(
                OrganisationId.random(),
                new PlanDraft(
                        "Action plan", null, Period.financialYear(2026), PlanState.DRAFT, null, null, "5%", List.of()));
    }
}
