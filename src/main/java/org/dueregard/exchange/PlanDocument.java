package org.dueregard.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole plan as a document: its structure, indicators with their figures and targets, rounds with what was returned,
 * and meetings with what was agreed. Documented in {@code docs/plan-format.md}. What is exported, imported and exported
 * again is the same document.
 *
 * <p>Lists are never null. Other components are null where the plan says nothing.
 *
 * @param format always {@link #FORMAT}
 * @param version of the format; {@link #VERSION} is written, and older ones are read
 * @param unit name of the department whose plan it is
 * @param period of the plan, as {@code 2014/15}
 * @param state DRAFT, AGREED, ACTIVE or CLOSED
 * @param defaultTolerance as {@code 5%} or {@code 5 points}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlanDocument(
        String format,
        int version,
        String title,
        @Nullable String unit,
        String period,
        String state,
        @Nullable LocalDate agreedOn,
        @Nullable String agreedBy,
        String defaultTolerance,
        List<UnitEntry> units,
        List<ComparatorEntry> comparators,
        List<NodeEntry> nodes,
        List<RoundEntry> rounds) {

    public static final String FORMAT = "due-regard/plan";
    public static final int VERSION = 3;

    public PlanDocument {
        units = orNone(units);
        comparators = orNone(comparators);
        nodes = orNone(nodes);
        rounds = orNone(rounds);
    }

    /** The same plan, agreed and worked with. */
    public PlanDocument inForce(@Nullable LocalDate on, @Nullable String by) {
        return new PlanDocument(
                format,
                version,
                title,
                unit,
                period,
                "ACTIVE",
                on,
                by,
                defaultTolerance,
                units,
                comparators,
                nodes,
                rounds);
    }

    /** The same plan with one round more. */
    public PlanDocument with(RoundEntry round) {
        List<RoundEntry> all = new ArrayList<>(rounds);
        all.add(round);
        return new PlanDocument(
                format,
                version,
                title,
                unit,
                period,
                state,
                agreedOn,
                agreedBy,
                defaultTolerance,
                units,
                comparators,
                nodes,
                all);
    }

    /**
     * A unit that the plan speaks of. Parents stand before children.
     *
     * @param kind DEPARTMENT, DIVISION, SERVICE, TEAM or EXTERNAL_BODY
     * @param parent name of the unit above
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record UnitEntry(
            String name,
            @Nullable String shortName,
            String kind,
            @Nullable String parent) {}

    /**
     * What others publish and indicators are compared with. A council that has one of the same names already keeps its own
     * figures, and gains those for periods that it does not know.
     *
     * @param key names it within this document
     * @param whose as {@code England}
     * @param measure as {@code key stage 2 maths, expected progress}
     * @param source where it is published
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ComparatorEntry(
            String key,
            String whose,
            String measure,
            @Nullable String source,
            List<ReleaseEntry> figures) {

        public ComparatorEntry {
            figures = orNone(figures);
        }
    }

    /** @param state PROVISIONAL, FINAL or REVISED */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ReleaseEntry(
            String period,
            BigDecimal value,
            String state,
            @Nullable String note,
            @Nullable LocalDate enteredOn,
            @Nullable String enteredBy) {}

    /**
     * A node with those under it, in plan order.
     *
     * @param key names the node within this document
     * @param kind OBJECTIVE, THEME, PRIORITY_AREA, ACTIVITY, INDICATOR_GROUP or INDICATOR
     * @param reference as the council wrote it
     * @param narrativeOnlyReason why an area has no indicator on purpose
     * @param ownerWords by whom, as written
     * @param leads names of all units named under "by whom"
     * @param reports name of the unit that reports for this node and those under it that name none
     * @param deadline by when, as written
     * @param indicator present when, and only when, kind is INDICATOR
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record NodeEntry(
            String key,
            String kind,
            @Nullable String reference,
            String title,
            @Nullable String intendedOutcome,
            @Nullable String strategy,
            @Nullable String narrativeOnlyReason,
            @Nullable String ownerWords,
            List<String> leads,
            @Nullable String reports,
            @Nullable String deadline,
            List<String> characteristics,
            List<String> aims,
            List<String> groups,
            @Nullable Retirement retired,
            @Nullable IndicatorEntry indicator,
            List<NodeEntry> children) {

        public NodeEntry {
            leads = orNone(leads);
            characteristics = orNone(characteristics);
            aims = orNone(aims);
            groups = orNone(groups);
            children = orNone(children);
        }
    }

    /** @param replacedBy key of the node that took its place */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Retirement(
            LocalDate on, String because, @Nullable String replacedBy) {}

    /**
     * What is measured.
     *
     * @param name in full, since it also stands alone
     * @param unitOfMeasure what is counted, as {@code foster carers}; null for percentages
     * @param polarity HIGHER, LOWER, BAND or NEITHER
     * @param valueKind NUMBER, PERCENTAGE, RATE, MONEY, DURATION, YES_NO or WORDS
     * @param basis POINT_IN_TIME, RUNNING_TOTAL or WHOLE_PERIOD
     * @param maximum the largest value there can be
     * @param tolerance its own, instead of the plan's
     * @param comparator whom targets mean that name nobody, as {@code England}
     * @param comparedWith keys of what it is compared with
     * @param gap the two groups whose figures it is the difference of
     * @param triggerMonths window of the exception trigger
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record IndicatorEntry(
            String name,
            @Nullable String definition,
            @Nullable String unitOfMeasure,
            int decimals,
            String polarity,
            String valueKind,
            String basis,
            String frequency,
            boolean seasonal,
            @Nullable BigDecimal maximum,
            @Nullable String tolerance,
            @Nullable String comparator,
            List<String> comparedWith,
            @Nullable Gap gap,
            @Nullable Integer triggerMonths,
            @Nullable String source,
            List<TargetEntry> targets,
            List<FigureEntry> figures) {

        public IndicatorEntry {
            comparedWith = orNone(comparedWith);
            targets = orNone(targets);
            figures = orNone(figures);
        }
    }

    public record Gap(String betterOff, String other) {}

    /**
     * What was promised for one plan year.
     *
     * @param planYear the financial year in which it was promised, as {@code 2014/15}
     * @param period that the figure is for, as {@code 2013/14 academic year}
     * @param words as written
     * @param kind name of the kind of target
     * @param changeUnit PERCENT, POINTS or AMOUNT
     * @param relation AT_OR_ABOVE, ABOVE, AT_OR_BELOW, BELOW or IN_LINE
     * @param comparator whose figure a comparison means, as {@code London}; null for whom the indicator names
     * @param comparatorValue the comparator's value where the words state it
     * @param interim targets on the way, by period
     * @param baselinePeriod of the figure that the target points back to
     * @param baselineWords the baseline as written
     * @param expectedFrom the day from which the figure can be expected
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record TargetEntry(
            String planYear,
            String period,
            String words,
            String kind,
            @Nullable BigDecimal value,
            @Nullable BigDecimal high,
            @Nullable BigDecimal changeAmount,
            @Nullable String changeUnit,
            @Nullable String relation,
            @Nullable String comparator,
            @Nullable BigDecimal comparatorValue,
            boolean yearOnYear,
            Map<String, BigDecimal> interim,
            @Nullable String baselinePeriod,
            @Nullable String baselineWords,
            @Nullable LocalDate expectedFrom) {

        public TargetEntry {
            words = words == null ? "" : words;
            interim = interim == null ? Map.of() : interim;
        }
    }

    /**
     * One figure.
     *
     * @param comparator whose it is, in documents of version 1; null for the council's own
     * @param words as written where there is no number, as {@code 2 sets trained}
     * @param state PROVISIONAL, FINAL or REVISED
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FigureEntry(
            @Nullable String comparator,
            String period,
            @Nullable BigDecimal value,
            @Nullable String words,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal betterOff,
            @Nullable BigDecimal other,
            String state,
            @Nullable String note,
            @Nullable LocalDate enteredOn,
            @Nullable String enteredBy) {}

    /**
     * A reporting round.
     *
     * @param period that it covers
     * @param state PLANNED, OPEN or CLOSED
     * @param closedBy post of whoever closed it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record RoundEntry(
            String name,
            String period,
            @Nullable String asks,
            LocalDate opensOn,
            LocalDate dueOn,
            LocalDate closesOn,
            String state,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            List<ReturnEntry> returns,
            @Nullable MeetingEntry meeting) {

        public RoundEntry {
            returns = orNone(returns);
        }
    }

    /**
     * What one unit returned.
     *
     * @param state NOT_STARTED, DRAFT, SUBMITTED, SENT_BACK or ACCEPTED
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ReturnEntry(
            String unit,
            String state,
            LocalDate dueOn,
            @Nullable Instant savedAt,
            @Nullable String savedBy,
            @Nullable Instant submittedAt,
            @Nullable String submittedBy,
            boolean onBehalf,
            @Nullable Instant sentBackAt,
            @Nullable String sentBackBy,
            @Nullable String sentBackReason,
            @Nullable Instant acceptedAt,
            @Nullable String acceptedBy,
            List<ItemEntry> items) {

        public ReturnEntry {
            items = orNone(items);
        }
    }

    /**
     * What was returned for one node. Figures and dates are texts, as typed.
     *
     * @param node key of the node
     * @param choice UPDATE, NOT_DUE or NO_UPDATE; null while nothing is chosen
     * @param reportedStatus what the owner says, where they say it
     * @param assessment as reported in a closed round; worked out at import where it is missing
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ItemEntry(
            String node,
            @Nullable String choice,
            @Nullable String figure,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String betterOff,
            @Nullable String otherGroup,
            boolean provisional,
            @Nullable String reportedStatus,
            @Nullable String doneOn,
            @Nullable String disagreement,
            @Nullable String narrative,
            @Nullable String expected,
            @Nullable String noUpdateReason,
            @Nullable String fixWhat,
            @Nullable String fixWho,
            @Nullable String fixWhen,
            @Nullable Instant savedAt,
            @Nullable String savedBy,
            @Nullable Instant acceptedAt,
            @Nullable String acceptedBy,
            @Nullable AssessmentEntry assessment) {

        /** What was said of it and no more: nobody typed it into the product. */
        public static ItemEntry said(
                String node, @Nullable String figure, @Nullable String reportedStatus, @Nullable String narrative) {
            return new ItemEntry(
                    node,
                    "UPDATE",
                    figure,
                    null,
                    null,
                    null,
                    null,
                    false,
                    reportedStatus,
                    null,
                    null,
                    narrative,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** A status as it was worked out and stored. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record AssessmentEntry(
            LocalDate asOf,
            Instant madeAt,
            String status,
            @Nullable String notRatedReason,
            boolean late,
            String sentence,
            List<String> caveats,
            String targetWords,
            String tolerance,
            @Nullable String figurePeriod,
            @Nullable String figure,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal level,
            @Nullable BigDecimal distance,
            @Nullable String directionBefore,
            @Nullable String directionYear,
            @Nullable String directionWords,
            @Nullable BigDecimal intervalLow,
            @Nullable BigDecimal intervalHigh,
            @Nullable String exception,
            String madeFrom) {

        public AssessmentEntry {
            caveats = orNone(caveats);
            targetWords = targetWords == null ? "" : targetWords;
        }
    }

    /**
     * @param state PLANNED, OPEN or CLOSED
     * @param quorum as set for this meeting; left out when it was not
     * @param members of the group as it was; none when that is not known
     * @param others who else was there, one a line
     * @param minutes left out while nobody kept any
     * @param report what people added to the report on the meeting; the rest of it follows from the record
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record MeetingEntry(
            String group,
            LocalDate on,
            LocalTime at,
            String state,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Integer quorum,
            List<MemberEntry> members,
            @Nullable String others,
            @Nullable Instant attendanceNotedAt,
            @Nullable String attendanceNotedBy,
            List<AgreementEntry> agreements,
            List<ActionEntry> actions,
            @Nullable MinutesEntry minutes,
            @Nullable ReportEntry report) {

        public MeetingEntry {
            members = orNone(members);
            agreements = orNone(agreements);
            actions = orNone(actions);
        }
    }

    /**
     * A member of the group.
     *
     * @param presence HERE, APOLOGIES or ABSENT; left out where nobody said
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record MemberEntry(
            String post, boolean chair, @Nullable String presence) {}

    /**
     * A status that the group settled.
     *
     * @param proposed what stood there before; null in a document means what the item's assessment says
     * @param agreed null in a document means as proposed
     * @param together whether it was agreed with the rest, without being talked about
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record AgreementEntry(
            String node,
            @Nullable String proposed,
            @Nullable String agreed,
            @Nullable String reason,
            @Nullable String decision,
            boolean together,
            @Nullable Instant settledAt,
            @Nullable String settledBy) {}

    /**
     * Minutes as Markdown.
     *
     * @param approvedOn the day of the meeting that approved them
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record MinutesEntry(
            String text,
            Instant writtenAt,
            String writtenBy,
            @Nullable LocalDate approvedOn,
            @Nullable Instant approvedAt,
            @Nullable String approvedBy,
            List<CorrectionEntry> corrections) {

        public MinutesEntry {
            corrections = orNone(corrections);
        }
    }

    /** @param textBefore what approved minutes said until they were corrected */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record CorrectionEntry(String reason, String textBefore, Instant correctedAt, String correctedBy) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ReportEntry(Instant writtenAt, String writtenBy, List<AddedEntry> added) {

        public ReportEntry {
            added = orNone(added);
        }
    }

    /** @param section SUMMARY, EXCEPTIONS, CHANGES, GROUP or ASKED */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record AddedEntry(
            String section,
            @Nullable String before,
            @Nullable String after) {}

    /** @param unit name of the unit that owes the action, where it is one of the council's */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ActionEntry(
            @Nullable String node,
            String what,
            @Nullable String unit,
            String ownerWords,
            LocalDate dueOn,
            @Nullable String outcome,
            @Nullable LocalDate closedOn,
            @Nullable String closedBy,
            @Nullable Instant recordedAt,
            List<NoteEntry> notes) {

        public ActionEntry {
            notes = orNone(notes);
        }
    }

    /** What somebody said of how an action goes. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record NoteEntry(String text, Instant notedAt, String notedBy) {}

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
