package org.dueregard.intake.trial;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dueregard.calendar.Deadline;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.words.About;
import org.dueregard.indicator.words.FigureReader;
import org.dueregard.indicator.words.FigureReading;
import org.dueregard.indicator.words.Sureness;
import org.dueregard.indicator.words.TargetReader;
import org.dueregard.indicator.words.TargetReading;
import org.dueregard.intake.reading.Certainty;
import org.dueregard.intake.reading.DraftNode;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.reading.Understood;
import org.dueregard.intake.reading.Unplaced;
import org.dueregard.intake.reading.Value;
import org.dueregard.intake.trial.Score.Miss;
import org.dueregard.intake.trial.Score.Outcome;
import org.dueregard.intake.trial.Truth.Activity;
import org.dueregard.intake.trial.Truth.Area;
import org.dueregard.intake.trial.Truth.Goal;
import org.dueregard.intake.trial.Truth.Indicator;
import org.dueregard.intake.trial.Truth.Known;
import org.dueregard.intake.trial.Truth.Objective;
import org.dueregard.intake.trial.Truth.Theme;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** Holds one draft against the truth, as an outsider would who has both before them. */
final class Comparison {

    /** How much of a longer text has to be there, in each direction. */
    private static final double WHOLE = 0.95;

    private static final double LITTLE_ELSE = 0.8;
    private static final double MOST_OF_A_NARRATIVE = 0.85;

    /** A heading over several indicators is one itself only by its whole name, not by a part of it. */
    private static final double ALMOST_EQUAL = 0.85;

    /** Fewer words stand inside of others by chance. */
    private static final int SEVERAL = 3;

    /** From here on two things stand in the same place, and one of them is read wrongly. */
    private static final double RESEMBLES = 0.4;

    private final NeutralDocument document;
    private final boolean oneOfSeveral;
    private final Texts texts;
    private final PlanDraft draft;
    private final Score score = new Score();
    private final Map<DraftNode, DraftNode> above = new IdentityHashMap<>();
    private final Set<DraftNode> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Value> accounted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<DraftNode, Set<Role>> answered = new IdentityHashMap<>();

    private Comparison(NeutralDocument document, PlanDraft draft, boolean oneOfSeveral) {
        this.document = document;
        this.oneOfSeveral = oneOfSeveral;
        this.texts = Texts.of(document);
        this.draft = draft;
        draft.all().forEach(node -> node.children().forEach(child -> above.put(child, node)));
    }

    static Score of(Truth truth, NeutralDocument document, PlanDraft draft) {
        Comparison comparison = new Comparison(document, draft, truth.files() > 1);
        comparison.compare(truth);
        DroppedWords.of(document, draft).forEach(comparison.score::drop);
        return comparison.score;
    }

    private void compare(Truth truth) {
        title(truth);
        List<DraftNode> objectives =
                draft.all().filter(node -> node.kind() == NodeKind.OBJECTIVE).toList();
        Map<Integer, Integer> found =
                InOrder.align(truth.objectives(), objectives, (one, other) -> likeness(one.ref(), one.title(), other));
        for (int i = 0; i < truth.objectives().size(); i++) {
            Objective objective = truth.objectives().get(i);
            DraftNode node = found.containsKey(i) ? objectives.get(found.get(i)) : null;
            if (objective.implicit()) {
                node = withoutObjective();
            } else {
                heading(Measured.OBJECTIVES, objective.ref(), objective.title(), node, "");
                owner(objective.owner(), node, objective.title());
            }
            if (!objective.outcome().isEmpty()) {
                settle(Measured.OUTCOMES, objective.outcome(), around(node, Role.OUTCOME));
            }
            themes(objective, node);
            areas(objective, node);
        }
        draft.all().filter(node -> !taken.contains(node)).forEach(this::inventedNode);
        draft.all().filter(taken::contains).forEach(this::inventedValues);
    }

    /** What stands at the top by itself, under an objective that neither the file nor the draft names. */
    private DraftNode withoutObjective() {
        Value nothing = new Value(Role.OBJECTIVE, "", "", List.of(), Certainty.LIKELY, false);
        List<DraftNode> top = draft.nodes().stream()
                .filter(node -> node.kind() != NodeKind.OBJECTIVE)
                .toList();
        return new DraftNode("", NodeKind.OBJECTIVE, "", "", nothing, List.of(), top);
    }

    private void title(Truth truth) {
        Value title = draft.title();
        if (truth.title().isEmpty() || !isExpected(truth.title())) {
            return;
        }
        if (title != null && Wording.isSame(truth.heading(), title.words())) {
            score.right(Measured.PLAN_TITLE);
        } else {
            settle(Measured.PLAN_TITLE, truth.title(), title == null ? List.of() : List.of(title));
        }
    }

    /** Of several files that one truth serves, each holds what it holds. */
    private boolean isExpected(String words) {
        boolean expected = !oneOfSeveral || texts.holds(words);
        if (!expected) {
            score.inAnotherFile();
        }
        return expected;
    }

    // Objectives, themes, areas

    private void themes(Objective objective, @Nullable DraftNode node) {
        List<DraftNode> there = under(node, NodeKind.THEME, null);
        Map<Integer, Integer> found =
                InOrder.align(objective.themes(), there, (one, other) -> likeness(one.ref(), one.title(), other));
        for (int i = 0; i < objective.themes().size(); i++) {
            Theme theme = objective.themes().get(i);
            heading(
                    Measured.THEMES,
                    theme.ref(),
                    theme.title(),
                    found.containsKey(i) ? there.get(found.get(i)) : null,
                    "");
        }
    }

    private void areas(Objective objective, @Nullable DraftNode node) {
        List<Area> areas =
                objective.areas().stream().filter(area -> !area.implicit()).toList();
        List<DraftNode> there = under(node, NodeKind.PRIORITY_AREA, null);
        Map<Integer, Integer> found =
                InOrder.align(areas, there, (one, other) -> likeness(one.ref(), one.title(), other));
        int next = 0;
        for (Area area : objective.areas()) {
            DraftNode own = node;
            if (!area.implicit()) {
                Integer place = found.get(next++);
                own = place == null ? null : there.get(place);
                heading(Measured.AREAS, area.ref(), area.title(), own, wrongTheme(objective, area, own));
            }
            inside(area, own, named(area.ref(), area.implicit() ? objective.title() : area.title()));
        }
    }

    private String wrongTheme(Objective objective, Area area, @Nullable DraftNode node) {
        if (node == null || area.themeRef().isEmpty()) {
            return "";
        }
        Theme theme = objective.themes().stream()
                .filter(one -> one.ref().equals(area.themeRef())
                        || one.ref().isEmpty() && one.title().equals(area.themeRef()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The truth has no theme " + area.themeRef()));
        DraftNode there = nearest(node, NodeKind.THEME);
        boolean right = there != null
                && (Wording.isSameReference(theme.ref(), there.reference())
                        || Wording.isSame(theme.title(), there.title()));
        return right ? "" : "under " + (there == null ? "no theme" : called(there));
    }

    /** Whatever belongs to an area, or to an objective without areas. */
    private void inside(Area area, @Nullable DraftNode node, String name) {
        owner(area.owner(), node, name);
        if (!area.strategy().isEmpty()) {
            strategy(area.strategy(), node);
        }
        if (!area.outcome().isEmpty()) {
            settle(Measured.OUTCOMES, area.outcome(), around(node, Role.OUTCOME));
        }
        List<String> withTables = new ArrayList<>(area.updates());
        withTables.addAll(area.tables());
        area.updates().stream().filter(this::isExpected).forEach(update -> update(update, withTables, node));
        if (area.narrative() != null) {
            narrative(area.narrative(), node, name);
        }
        Map<Activity, DraftNode> activities =
                activities(area.activities(), node, area.updates().isEmpty());
        indicators(area, node, activities);
    }

    private void heading(Measured measured, String ref, String title, @Nullable DraftNode node, String misplaced) {
        if (node == null) {
            elsewhere(measured, named(ref, title), title.isEmpty() ? ref : title);
            return;
        }
        taken.add(node);
        boolean right = (ref.isEmpty() || Wording.isSameReference(ref, node.reference()))
                && (title.isEmpty() || Wording.isSame(title, node.title()))
                && misplaced.isEmpty();
        if (right) {
            score.right(measured);
        } else {
            wrong(
                    measured,
                    named(ref, title),
                    called(node),
                    where(node) + (misplaced.isEmpty() ? "" : ", " + misplaced));
        }
    }

    private static double likeness(String ref, String title, DraftNode node) {
        double likeness = 0;
        if (!title.isEmpty()) {
            likeness = Wording.isSame(title, node.title())
                    ? 1 + Wording.likeness(title, node.title())
                    : weak(Wording.likeness(title, node.title()));
        }
        boolean sameReference = !ref.isEmpty() && Wording.isSameReference(ref, node.reference());
        return likeness + (sameReference ? 1.5 : 0);
    }

    private static double weak(double likeness) {
        return likeness >= RESEMBLES ? likeness / 2 : 0;
    }

    // Activities

    private Map<Activity, DraftNode> activities(List<Activity> activities, @Nullable DraftNode node, boolean updates) {
        List<DraftNode> there = under(node, NodeKind.ACTIVITY, NodeKind.ACTIVITY);
        Map<Activity, DraftNode> matched = new IdentityHashMap<>();
        Map<Integer, Integer> found =
                InOrder.align(activities, there, (one, other) -> likeness(one.ref(), one.text(), other));
        for (int i = 0; i < activities.size(); i++) {
            Activity activity = activities.get(i);
            DraftNode own = found.containsKey(i) ? there.get(found.get(i)) : null;
            heading(Measured.ACTIVITIES, activity.ref(), activity.text(), own, "");
            owner(activity.owner(), own, named(activity.ref(), activity.text()));
            deadline(activity.text(), activity.deadline(), activity.lastDay(), own);
            if (!activity.outcome().isEmpty()) {
                settle(Measured.OUTCOMES, activity.outcome(), around(own, Role.OUTCOME));
            }
            activity.strategies().forEach(strategy -> strategy(strategy, own));
            if (updates && !activity.update().isEmpty() && isExpected(activity.update())) {
                List<String> withTables = new ArrayList<>(activity.tables());
                withTables.add(activity.update());
                update(activity.update(), withTables, own);
            }
            parts(activity, own);
            if (own != null) {
                matched.put(activity, own);
            }
        }
        return matched;
    }

    private void parts(Activity activity, @Nullable DraftNode node) {
        List<DraftNode> there = node == null ? List.of() : below(node, NodeKind.ACTIVITY);
        Map<Integer, Integer> found =
                InOrder.align(activity.parts(), there, (one, other) -> likeness(one.ref(), one.text(), other));
        for (int i = 0; i < activity.parts().size(); i++) {
            Activity part = activity.parts().get(i);
            DraftNode own = found.containsKey(i) ? there.get(found.get(i)) : null;
            heading(Measured.SUB_ACTIVITIES, part.ref(), part.text(), own, "");
        }
    }

    // Indicators

    private void indicators(Area area, @Nullable DraftNode node, Map<Activity, DraftNode> activities) {
        List<DraftNode> there = node == null
                ? List.of()
                : node.withAllUnder().stream().filter(Comparison::isMeasured).toList();
        List<Indicator> all = area.indicators().stream()
                .filter(indicator -> isExpected(indicator.words()))
                .toList();
        Map<Integer, Integer> found =
                InOrder.align(all, there, (one, other) -> likeness(one, other, activityOf(one, area, activities)));
        for (int i = 0; i < all.size(); i++) {
            Indicator indicator = all.get(i);
            DraftNode own = found.containsKey(i) ? there.get(found.get(i)) : null;
            String wrong = own == null ? "" : misplaced(indicator, own, activityOf(indicator, area, activities));
            indicator(indicator, own, wrong);
            figures(indicator, own, area);
            target(indicator, own);
            owner(indicator.owner(), own, indicator.name());
            deadline(indicator.name(), indicator.deadline(), indicator.lastDay(), own);
        }
        Set<String> parents =
                area.indicators().stream().map(Indicator::parent).collect(Collectors.toCollection(HashSet::new));
        there.stream()
                .filter(group -> !taken.contains(group) && !group.children().isEmpty())
                .filter(group -> parents.stream().anyMatch(parent -> Wording.isSame(parent, group.title())))
                .forEach(taken::add);
    }

    private static boolean isMeasured(DraftNode node) {
        return node.kind() == NodeKind.INDICATOR || node.kind() == NodeKind.INDICATOR_GROUP;
    }

    private static @Nullable DraftNode activityOf(Indicator indicator, Area area, Map<Activity, DraftNode> activities) {
        return area.activities().stream()
                .filter(activity -> !indicator.activity().isEmpty()
                        && (activity.ref().equals(indicator.activity())
                                || activity.text().equals(indicator.activity())))
                .findFirst()
                .map(activities::get)
                .orElse(null);
    }

    private double likeness(Indicator indicator, DraftNode node, @Nullable DraftNode activity) {
        boolean heading = node.children().stream().anyMatch(Comparison::isMeasured)
                && Wording.likeness(indicator.name(), node.title()) < ALMOST_EQUAL;
        if (heading) {
            return 0;
        }
        double own = isNamed(indicator, node)
                ? 1 + Wording.likeness(indicator.name(), node.title())
                : weak(Wording.likeness(indicator.name(), node.title()));
        if (own == 0) {
            return 0;
        }
        boolean parent = indicator.parent().isEmpty() == (parentOf(node) == null)
                || !indicator.parent().isEmpty() && isUnder(node, indicator.parent());
        boolean ofActivity = activity != null && isUnder(node, activity);
        return own + (parent ? 0.5 : 0) + (ofActivity ? 0.5 : 0);
    }

    /** The truth gives what is measured a name; where the measure is its target, the words of both may be the title. */
    private static boolean isNamed(Indicator indicator, DraftNode node) {
        return Wording.isSame(indicator.name(), node.title())
                || !indicator.target().raw().isEmpty()
                        && Wording.likeness(indicator.target().raw(), node.title()) == 1;
    }

    private void indicator(Indicator indicator, @Nullable DraftNode node, String misplaced) {
        String name = indicator.parent().isEmpty() ? indicator.name() : indicator.parent() + " > " + indicator.name();
        if (node == null) {
            elsewhere(Measured.INDICATORS, name, indicator.name());
            return;
        }
        taken.add(node);
        if (isNamed(indicator, node) && misplaced.isEmpty()) {
            score.right(Measured.INDICATORS);
        } else {
            wrong(Measured.INDICATORS, name, called(node), where(node) + (misplaced.isEmpty() ? "" : ", " + misplaced));
        }
    }

    private String misplaced(Indicator indicator, DraftNode node, @Nullable DraftNode activity) {
        if (!indicator.parent().isEmpty() && !isUnder(node, indicator.parent())) {
            DraftNode parent = parentOf(node);
            return "part of " + (parent == null ? "nothing" : called(parent));
        }
        boolean elsewhere = !indicator.activity().isEmpty() && (activity == null || !isUnder(node, activity));
        if (elsewhere) {
            DraftNode there = nearest(node, NodeKind.ACTIVITY);
            return "under " + (there == null ? "no activity" : called(there)) + " instead of activity "
                    + indicator.activity();
        }
        return "";
    }

    private boolean isUnder(DraftNode node, String parent) {
        for (DraftNode up = above.get(node); up != null; up = above.get(up)) {
            if (isMeasured(up) && Wording.isSame(parent, up.title())) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnder(DraftNode node, DraftNode activity) {
        for (DraftNode up = node; up != null; up = above.get(up)) {
            if (up == activity) {
                return true;
            }
        }
        return false;
    }

    private @Nullable DraftNode parentOf(DraftNode node) {
        DraftNode up = above.get(node);
        return up != null && isMeasured(up) ? up : null;
    }

    // Values of indicators

    private void figures(Indicator indicator, @Nullable DraftNode node, Area area) {
        List<String> narrated = new ArrayList<>(area.updates());
        area.activities().forEach(activity -> narrated.add(activity.update()));
        List<Expected> expected = new ArrayList<>();
        for (Known baseline : indicator.baselines()) {
            boolean inText = baseline.derived() || isIn(baseline.raw(), narrated);
            expected.add(new Expected(inText ? Measured.BASELINES_IN_TEXT : Measured.BASELINES, baseline));
        }
        for (Known outturn : indicator.outturns()) {
            boolean inTable = !outturn.derived() && isIn(outturn.raw(), area.tables());
            expected.add(new Expected(inTable ? Measured.OUTTURNS : Measured.OUTTURNS_IN_TEXT, outturn));
        }
        List<Value> there = new ArrayList<>(own(node, Role.BASELINE));
        there.addAll(own(node, Role.OUTTURN));
        List<Expected> open = expected.stream()
                .filter(one -> !isThere(one.measured(), one.known(), indicator, there, own(node, Role.COMPARATOR)))
                .toList();
        open.forEach(one -> figure(one.measured(), one.known(), indicator, own(node, role(one.measured()))));
    }

    private record Expected(Measured measured, Known known) {}

    private static Role role(Measured measured) {
        return measured == Measured.BASELINES || measured == Measured.BASELINES_IN_TEXT ? Role.BASELINE : Role.OUTTURN;
    }

    /** One cell may give the figure that a target points back to and the one after it, so one value may do for two. */
    private boolean isThere(
            Measured measured, Known known, Indicator indicator, List<Value> there, List<Value> compared) {
        List<Value> right = there.stream()
                .filter(value -> isSame(measured, known, value, indicator, compared))
                .toList();
        if (right.isEmpty()) {
            return false;
        }
        accounted.add(right.stream()
                .filter(value -> !accounted.contains(value))
                .findFirst()
                .orElse(right.get(0)));
        score.right(measured);
        return true;
    }

    private static boolean isIn(String raw, List<String> texts) {
        List<String> words = Wording.words(raw);
        return texts.stream().anyMatch(text -> Collections.indexOfSubList(Wording.words(text), words) >= 0);
    }

    private void figure(Measured measured, Known known, Indicator indicator, List<Value> there) {
        String truth = indicator.name() + ": " + known.raw();
        Value wrong = there.stream()
                .filter(value -> !accounted.contains(value))
                .findFirst()
                .orElse(null);
        if (wrong != null) {
            accounted.add(wrong);
            wrong(measured, truth, reading(wrong, indicator), where(wrong));
        } else {
            elsewhere(measured, truth, known.raw());
        }
    }

    /** @param compared what others have, where that stands in columns of its own */
    private static boolean isSame(
            Measured measured, Known known, Value value, Indicator indicator, List<Value> compared) {
        boolean inText = measured == Measured.BASELINES_IN_TEXT || measured == Measured.OUTTURNS_IN_TEXT;
        if (inText && Wording.isSame(known.raw(), value.words())) {
            return true;
        }
        FigureReading reading = FigureReader.read(value.words(), about(indicator));
        if (known.value().isEmpty()) {
            return reading.value() == null && Wording.isSame(known.raw(), value.words());
        }
        boolean comparator = known.comparator().isEmpty()
                || reading.comparators().stream().anyMatch(said -> isNumber(known.comparator(), said.value()))
                || compared.stream()
                        .map(other -> FigureReader.read(other.words(), about(indicator)))
                        .anyMatch(other -> isNumber(known.comparator(), other.value()));
        return comparator && (isNumber(known.value(), reading.value()) || isNumber(known.value(), reading.numerator()));
    }

    private static String reading(Value value, Indicator indicator) {
        FigureReading reading = FigureReader.read(value.words(), about(indicator));
        String comparators = reading.comparators().isEmpty()
                ? ""
                : ", others "
                        + reading.comparators().stream()
                                .map(said -> said.value().toPlainString())
                                .toList();
        return value.words() + " = " + reading.value() + comparators;
    }

    private static boolean isNumber(String truth, @Nullable BigDecimal value) {
        BigDecimal known = new BigDecimal(truth);
        // a third may be written with fewer decimals than it is worked out to
        return value != null
                && (known.compareTo(value) == 0
                        || known.scale() > 0
                                && value.scale() > known.scale()
                                && value.setScale(known.scale(), RoundingMode.HALF_UP)
                                                .compareTo(known)
                                        == 0);
    }

    private static About about(Indicator indicator) {
        return About.named(indicator.name(), indicator.parent().isEmpty() ? null : indicator.parent());
    }

    private static About about(DraftNode node, @Nullable DraftNode parent) {
        return Understood.about(node, parent);
    }

    private void target(Indicator indicator, @Nullable DraftNode node) {
        Goal goal = indicator.target();
        if (goal.kind().isEmpty()) {
            return;
        }
        Measured measured = switch (goal.basis()) {
            case "STATED" -> Measured.TARGETS_STATED;
            case "NAME" -> Measured.TARGETS_BY_NAME;
            case "SENSE" -> Measured.TARGETS_BY_SENSE;
            default -> Measured.TARGETS_NOT_STATED;
        };
        String truth = indicator.name() + ": " + goal.kind() + ' ' + goal.value() + " \"" + goal.raw() + '"';
        if (node == null) {
            elsewhere(measured, truth, goal.raw());
            return;
        }
        List<Value> there = own(node, Role.TARGET);
        if (measured == Measured.TARGETS_NOT_STATED) {
            notStated(indicator, node, there);
            return;
        }
        answer(node, Role.TARGET, true);
        List<Value> said = targets(goal, node, there);
        if (said.stream().anyMatch(one -> isSame(goal, measured, one, node))) {
            score.right(measured);
        } else if (said.isEmpty()) {
            elsewhere(measured, truth, goal.raw());
        } else {
            String instead = said.stream()
                    .map(one -> one.words() + " = " + described(Understood.read(one, about(node, parentOf(node)))))
                    .collect(Collectors.joining("; "));
            wrong(measured, truth, instead, there.isEmpty() ? where(node) : where(there.get(0)));
        }
    }

    /** The node's own; else those of the nearest node above that has some; else where the measure says it itself. */
    private List<Value> targets(Goal goal, DraftNode node, List<Value> own) {
        for (DraftNode up = node; up != null; up = above.get(up)) {
            List<Value> there = up.all(Role.TARGET);
            if (!there.isEmpty()) {
                return there;
            }
        }
        List<Value> said = new ArrayList<>();
        for (DraftNode up = node; up != null; up = above.get(up)) {
            boolean says = isMeasured(up) || up.kind() == NodeKind.ACTIVITY;
            if (says && !up.title().isEmpty() && Wording.isSame(goal.raw(), up.title())) {
                said.add(new Value(Role.TARGET, up.title(), "", up.titleFrom().spots(), Certainty.LIKELY, false));
            }
        }
        return said;
    }

    private boolean isSame(Goal goal, Measured measured, Value value, DraftNode node) {
        String words = value.words();
        TargetReading reading = Understood.read(value, about(node, parentOf(node)));
        boolean asked = reading.sureness() == Sureness.GUESS || reading.sureness() == Sureness.NOT_UNDERSTOOD;
        if (measured == Measured.TARGETS_BY_SENSE && asked) {
            return Wording.isSame(goal.raw(), words);
        }
        return isSame(goal, reading)
                || reading.target() == null
                        && Wording.isSame(goal.raw(), words)
                        && reading.parts().stream()
                                .anyMatch(part -> isSame(goal, TargetReader.read(part, about(node, parentOf(node)))));
    }

    private static boolean isSame(Goal goal, TargetReading reading) {
        if (reading.target() == null
                || !kinds(goal.kind()).contains(reading.target().kind())) {
            return false;
        }
        TargetTerms terms = TargetTerms.of(reading.target());
        BigDecimal value = terms.changeAmount() != null ? terms.changeAmount() : terms.value();
        return goal.value().isEmpty() || isNumber(goal.value(), value);
    }

    /** The truth knows fewer kinds. */
    private static Set<TargetKind> kinds(String truth) {
        return switch (truth) {
            case "COMPARATOR_RELATIVE" -> Set.of(TargetKind.AGAINST_COMPARATOR);
            case "AT_LEAST" -> Set.of(TargetKind.AT_LEAST, TargetKind.MORE_THAN);
            case "AT_MOST" -> Set.of(TargetKind.AT_MOST, TargetKind.FEWER_THAN);
            default -> Set.of(TargetKind.valueOf(truth));
        };
    }

    private static String described(TargetReading reading) {
        return reading.target() == null ? "not understood" : reading.target() + " " + reading.sureness();
    }

    private void notStated(Indicator indicator, DraftNode node, List<Value> there) {
        List<Value> claims = there.stream()
                .filter(value ->
                        indicator.otherTargets().stream().noneMatch(other -> Wording.isSame(other, value.words())))
                .filter(value -> isClaim(value, node))
                .toList();
        answer(node, Role.TARGET, true);
        if (claims.isEmpty()) {
            score.right(Measured.TARGETS_NOT_STATED);
        } else {
            Value claim = claims.get(0);
            wrong(
                    Measured.TARGETS_NOT_STATED,
                    indicator.name() + ": no target",
                    claim.words() + " = " + described(Understood.read(claim, about(node, parentOf(node)))),
                    where(claim));
        }
    }

    /** Words that come to a target without anybody being asked. */
    private boolean isClaim(Value value, DraftNode node) {
        TargetReading reading = Understood.read(value, about(node, parentOf(node)));
        return reading.target() != null
                && reading.target().kind() != TargetKind.NOT_STATED
                && reading.sureness() != Sureness.GUESS;
    }

    private void deadline(String name, String deadline, String day, @Nullable DraftNode node) {
        if (deadline.isEmpty()) {
            return;
        }
        answer(node, Role.DEADLINE, true);
        List<Value> there = nearestValues(node, Role.DEADLINE);
        String truth = name + ": " + deadline + (day.isEmpty() ? "" : " = " + day);
        for (Value value : there) {
            if (isSame(deadline, day, value.words(), Deadline.of(value.words()))) {
                score.right(Measured.DEADLINES);
                return;
            }
        }
        if (there.isEmpty() && node != null) {
            // the words of a target, or of the measure itself, may say by when
            List<String> said = new ArrayList<>(
                    node.all(Role.TARGET).stream().map(Value::words).toList());
            said.add(node.title());
            for (String words : said) {
                Deadline inside =
                        TargetReader.read(words, about(node, parentOf(node))).deadline();
                if (inside != null && isSame(deadline, day, inside.words(), inside)) {
                    score.right(Measured.DEADLINES);
                    return;
                }
            }
        }
        if (there.isEmpty()) {
            elsewhere(Measured.DEADLINES, truth, deadline);
        } else {
            Value first = there.get(0);
            String lastDay = Deadline.of(first.words())
                    .lastDay()
                    .map(last -> " = " + last)
                    .orElse("");
            wrong(Measured.DEADLINES, truth, first.words() + lastDay, where(first));
        }
    }

    private static boolean isSame(String truth, String day, String words, Deadline deadline) {
        return Wording.isSame(truth, words)
                && (day.isEmpty()
                        || deadline.lastDay().map(Object::toString).orElse("").equals(day));
    }

    // Values of any node

    private void owner(String truth, @Nullable DraftNode node, String name) {
        if (truth.isEmpty()) {
            return;
        }
        answer(node, Role.OWNER, true);
        List<Value> there = nearestValues(node, Role.OWNER);
        if (there.isEmpty() && node != null && !isMeasured(node)) {
            there = node.withAllUnder().stream()
                    .flatMap(under -> under.all(Role.OWNER).stream())
                    .toList();
        }
        List<Value> all = there;
        boolean right = all.stream().anyMatch(value -> Wording.isSame(truth, value.words()))
                || all.size() > 1 && Wording.isSame(truth, together(all));
        if (right) {
            score.right(Measured.OWNERS);
        } else if (all.isEmpty()) {
            elsewhere(Measured.OWNERS, name + ": " + truth, truth);
        } else {
            wrong(Measured.OWNERS, name + ": " + truth, together(all), where(all.get(0)));
        }
    }

    private void strategy(String truth, @Nullable DraftNode node) {
        answer(node, Role.STRATEGY, true);
        List<Value> there = around(node, Role.STRATEGY);
        // the truth writes abbreviations out
        boolean right = there.stream()
                .anyMatch(value -> Wording.isSame(truth, value.words())
                        || Wording.covered(value.words(), truth) == 1
                                && !Wording.words(value.words()).isEmpty());
        if (right) {
            score.right(Measured.STRATEGIES);
        } else if (there.isEmpty()) {
            elsewhere(Measured.STRATEGIES, truth, truth);
        } else {
            wrong(Measured.STRATEGIES, truth, together(there), where(there.get(0)));
        }
    }

    private void update(String truth, List<String> all, @Nullable DraftNode node) {
        answer(node, Role.UPDATE, true);
        List<Value> there = node == null ? List.of() : around(node, Role.UPDATE);
        String read = together(there);
        boolean alone =
                there.stream().anyMatch(value -> isWhole(truth, value.words(), truth + "\n" + String.join("\n", all)));
        if (alone || isWhole(truth, read, String.join("\n", all))) {
            score.right(Measured.UPDATES);
        } else if (there.isEmpty()) {
            elsewhere(Measured.UPDATES, truth, truth);
        } else {
            String lost = Math.round(100 * Wording.covered(truth, read)) + "% of its words are there";
            wrong(Measured.UPDATES, truth, read, where(there.get(0)) + ", " + lost);
        }
    }

    private static boolean isWhole(String truth, String read) {
        return isWhole(truth, read, truth);
    }

    private static boolean isWhole(String truth, String read, String allThatMayBeThere) {
        return Wording.covered(truth, read) >= WHOLE && Wording.covered(read, allThatMayBeThere) >= LITTLE_ELSE;
    }

    private void narrative(List<String> narrative, @Nullable DraftNode node, String name) {
        if (node == null) {
            elsewhere(Measured.NARRATIVE_ONLY, name, String.join("\n", narrative));
            return;
        }
        List<Value> all = node.withAllUnder().stream()
                .flatMap(under -> under.values().stream())
                .toList();
        all.stream()
                .filter(value -> narrative.stream().anyMatch(text -> Wording.isSame(text, value.words())))
                .forEach(accounted::add);
        DraftNode measured = node.withAllUnder().stream()
                .filter(Comparison::isMeasured)
                .findFirst()
                .orElse(null);
        String words = String.join("\n", narrative);
        if (measured != null) {
            wrong(Measured.NARRATIVE_ONLY, name, "an indicator: " + called(measured), where(measured));
        } else if (Wording.covered(words, together(all)) < MOST_OF_A_NARRATIVE) {
            elsewhere(Measured.NARRATIVE_ONLY, name + ": " + words, words);
        } else {
            score.right(Measured.NARRATIVE_ONLY);
        }
    }

    // What is there and should not be

    private void inventedNode(DraftNode node) {
        Measured measured = switch (node.kind()) {
            case OBJECTIVE -> Measured.OBJECTIVES;
            case THEME -> Measured.THEMES;
            case PRIORITY_AREA -> Measured.AREAS;
            case ACTIVITY -> nearest(node, NodeKind.ACTIVITY) == null ? Measured.ACTIVITIES : Measured.SUB_ACTIVITIES;
            case INDICATOR, INDICATOR_GROUP -> Measured.INDICATORS;
        };
        score.miss(new Miss(measured, Outcome.INVENTED, "", called(node), where(node)));
    }

    private void inventedValues(DraftNode node) {
        for (Value value : node.values()) {
            Measured measured = switch (value.role()) {
                case OWNER -> Measured.OWNERS;
                case DEADLINE -> Measured.DEADLINES;
                case TARGET -> Measured.TARGETS_NOT_STATED;
                case OUTCOME -> Measured.OUTCOMES;
                case BASELINE -> Measured.BASELINES;
                default -> null;
            };
            if (measured == null || accounted.contains(value) || value.words().isBlank() || value.inherited()) {
                continue;
            }
            boolean counts = switch (value.role()) {
                case BASELINE ->
                    FigureReader.read(value.words(), about(node, parentOf(node)))
                                    .kind()
                            == FigureReading.Kind.FIGURE;
                case TARGET -> !draftAnswers(node, Role.TARGET) && isClaim(value, node);
                // what the measure itself says is not made up
                case DEADLINE -> !draftAnswers(node, Role.DEADLINE) && !isIn(value.words(), List.of(node.title()));
                default -> !draftAnswers(node, value.role());
            };
            if (counts) {
                score.miss(new Miss(measured, Outcome.INVENTED, "", called(node) + ": " + value.words(), where(value)));
            }
        }
    }

    /** That the truth has something of that role for the node: what the draft says of it is right or wrong, not invented. */
    private void answer(@Nullable DraftNode node, Role role, boolean has) {
        if (node != null && has) {
            answered.computeIfAbsent(node, nothing -> new HashSet<>()).add(role);
        }
    }

    private boolean draftAnswers(DraftNode node, Role role) {
        if (answered.getOrDefault(node, Set.of()).contains(role)) {
            return true;
        }
        boolean below = node.withAllUnder().stream()
                .anyMatch(under -> answered.getOrDefault(under, Set.of()).contains(role));
        boolean above = false;
        for (DraftNode up = this.above.get(node); up != null; up = this.above.get(up)) {
            above |= answered.getOrDefault(up, Set.of()).contains(role);
        }
        return below || above && role != Role.DEADLINE && role != Role.TARGET;
    }

    // Looking around in the draft

    private List<DraftNode> under(@Nullable DraftNode node, NodeKind kind, @Nullable NodeKind notUnder) {
        if (node == null) {
            return List.of();
        }
        return below(node, kind).stream()
                .filter(one -> notUnder == null || nearest(one, notUnder) == null)
                .toList();
    }

    private static List<DraftNode> below(DraftNode node, NodeKind kind) {
        return node.withAllUnder().stream()
                .filter(one -> one != node && one.kind() == kind)
                .toList();
    }

    private @Nullable DraftNode nearest(DraftNode node, NodeKind kind) {
        for (DraftNode up = above.get(node); up != null; up = above.get(up)) {
            if (up.kind() == kind) {
                return up;
            }
        }
        return null;
    }

    private List<Value> own(@Nullable DraftNode node, Role role) {
        return node == null ? List.of() : node.all(role);
    }

    private List<Value> nearestValues(@Nullable DraftNode node, Role role) {
        for (DraftNode up = node; up != null; up = above.get(up)) {
            if (!up.all(role).isEmpty()) {
                return up.all(role);
            }
        }
        return List.of();
    }

    /** Of the node and all under it; else of the nearest above. */
    private List<Value> around(@Nullable DraftNode node, Role role) {
        if (node == null) {
            return List.of();
        }
        answer(node, role, true);
        List<Value> there = node.withAllUnder().stream()
                .flatMap(under -> under.all(role).stream())
                .toList();
        return there.isEmpty() ? nearestValues(node, role) : there;
    }

    private static String together(List<Value> values) {
        return values.stream().map(Value::words).collect(Collectors.toCollection(LinkedHashSet::new)).stream()
                .collect(Collectors.joining("\n"));
    }

    // Saying what is wrong

    private void settle(Measured measured, String truth, List<Value> there) {
        if (there.stream().anyMatch(value -> Wording.isSame(truth, value.words())) || isWhole(truth, together(there))) {
            score.right(measured);
        } else if (there.isEmpty()) {
            elsewhere(measured, truth, truth);
        } else {
            wrong(measured, truth, together(there), where(there.get(0)));
        }
    }

    private void wrong(Measured measured, String truth, String instead, String where) {
        score.miss(new Miss(measured, Outcome.WRONG, truth, instead, where));
    }

    /** Looks in the whole draft where the words have gone to: there they are wrong, among the unplaced they are missing. */
    private void elsewhere(Measured measured, String truth, String words) {
        record Found(double likeness, String what, String where) {}
        List<Found> found = new ArrayList<>();
        Function<String, Double> likeness = there -> {
            double alike = Wording.likeness(words, there);
            boolean inside = Wording.words(words).size() >= SEVERAL
                    && Wording.isSame(words, there)
                    && Wording.covered(words, there) == 1;
            return inside || alike >= ALMOST_EQUAL ? 1 + alike : 0.0;
        };
        draft.all().forEach(node -> {
            found.add(new Found(likeness.apply(node.title()), node.kind() + " " + called(node), where(node)));
            node.values()
                    .forEach(value -> found.add(new Found(
                            likeness.apply(value.words()),
                            value.role() + " of " + node.kind() + " " + called(node) + ": " + value.words(),
                            where(value))));
        });
        Found best = most(found, Found::likeness);
        if (!words.isEmpty() && best != null && best.likeness() >= 1) {
            wrong(measured, truth, best.what(), best.where());
            return;
        }
        String where = draft.unplaced().stream()
                .filter(unplaced -> Wording.covered(words, unplaced.words()) >= WHOLE)
                .findFirst()
                .map(unplaced -> "unplaced, " + unplaced.because() + ", " + where(unplaced))
                .orElse("");
        score.miss(new Miss(measured, Outcome.MISSING, truth, "", where));
    }

    private static <T> @Nullable T most(List<T> all, Function<T, Double> by) {
        T most = null;
        for (T one : all) {
            if (most == null || by.apply(one) > by.apply(most)) {
                most = one;
            }
        }
        return most;
    }

    private String where(Unplaced unplaced) {
        return Where.of(unplaced.spots(), document);
    }

    private String where(Value value) {
        return Where.of(value.spots(), document);
    }

    private String where(DraftNode node) {
        return where(node.titleFrom());
    }

    private static String called(DraftNode node) {
        return named(node.reference(), node.title());
    }

    private static String named(String ref, String title) {
        return ref.isEmpty() ? title : title.isEmpty() ? ref : ref + " " + title;
    }
}
