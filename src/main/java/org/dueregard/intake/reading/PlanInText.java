package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a plan begins under each heading, in a document that has no table of one: at labels, or at lists with days. */
final class PlanInText {

    private static final int FEWEST_LABELS = 6;
    private static final int FEWEST_DAYS = 3;
    private static final int FEWEST_DEEDS = 3;

    private final Outline outline;

    private PlanInText(Outline outline) {
        this.outline = outline;
    }

    /** One block for each heading that has some of it; empty where nothing speaks for a plan. */
    static List<Integer> begins(Outline outline) {
        PlanInText text = new PlanInText(outline);
        List<Integer> labels = text.labelsOfItems();
        return labels.isEmpty() ? text.listsWithDays() : labels;
    }

    /**
     * Where under each heading the first label stands, in a plan that has no tables: {@code Action 1.1 …}, {@code Lead: …},
     * {@code By when: …}. None where there are too few to be one.
     */
    private List<Integer> labelsOfItems() {
        List<Integer> first = new ArrayList<>();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        int labels = 0;
        boolean under = false;
        boolean labelledDeeds = false;
        boolean deedsAreHeaded = areDeedsHeaded();
        for (int block = 0; block < outline.size(); block++) {
            Optional<Role> headed = deedsAreHeaded ? outline.labelOf(block) : Optional.empty();
            if (headed.isPresent()) {
                roles.add(headed.get());
                labels++;
                if (under) {
                    first.add(block);
                    under = false;
                }
                continue;
            }
            if (outline.depth(block) > 0) {
                under = true;
                continue;
            }
            List<Labelled> all = Labelled.in(outline.text(block));
            boolean item = !all.isEmpty() && all.get(0).role() != Role.OTHER;
            if (item) {
                labelledDeeds |= all.stream().anyMatch(one -> one.role() == Role.ACTIVITY);
                all.forEach(one -> roles.add(one.role()));
                labels += all.size();
                if (under) {
                    first.add(block);
                    under = false;
                }
            }
        }
        boolean who = roles.contains(Role.OWNER);
        boolean when = roles.contains(Role.DEADLINE);
        boolean done = roles.contains(Role.ACTIVITY) ? who || when : who && when;
        // labels right under a heading speak of what that names, and not of what stands under it
        boolean named = labelledDeeds
                || first.stream().allMatch(block -> outline.depth(block) > 0 || outline.depth(block - 1) == 0);
        return done && named && labels >= FEWEST_LABELS && first.size() > 1 ? first : List.of();
    }

    /** Whether the same heading stands over what is done again and again: {@code Actions}. */
    private boolean areDeedsHeaded() {
        Map<String, Integer> times = new HashMap<>();
        for (int block = 0; block < outline.size(); block++) {
            if (outline.labelOf(block).filter(Role.ACTIVITY::equals).isPresent()) {
                times.merge(outline.text(block), 1, Integer::sum);
            }
        }
        return times.values().stream().anyMatch(number -> number >= FEWEST_DEEDS);
    }

    /**
     * Where under each heading the first item of a list stands, in a plan that has no tables and says by when in a line below the
     * item: {@code By March 2027}. None where there are too few to be one.
     */
    private List<Integer> listsWithDays() {
        List<Integer> first = new ArrayList<>();
        int days = 0;
        boolean under = false;
        for (int block = 0; block < outline.size(); block++) {
            if (outline.depth(block) > 0) {
                under = true;
            } else if (outline.isListed(block)) {
                days += outline.isDayBelow(block + 1) ? 1 : 0;
                if (under) {
                    first.add(block);
                    under = false;
                }
            }
        }
        return days >= FEWEST_DAYS && first.size() > 1 ? first : List.of();
    }
}
