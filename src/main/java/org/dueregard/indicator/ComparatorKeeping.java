package org.dueregard.indicator;

import java.util.List;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * What others publish: entered once, and used by every indicator that is compared with it, in every plan. Whatever is
 * open is judged anew at once; closed rounds stay as they were reported.
 */
public interface ComparatorKeeping {

    /**
     * The comparator of these names, added when the council has none yet. Letters' case makes no difference.
     *
     * @param by null when the product loads it by itself
     * @param whose as {@code England} or {@code statistical neighbours}
     * @param measure what is published, as {@code key stage 2 maths, expected progress}
     * @param source kept for a new one; may be null
     */
    ComparatorId called(
            OrganisationId organisation, @Nullable SignedIn by, String whose, String measure, @Nullable String source);

    /**
     * Compares an indicator with it. One that names no comparator to be judged by is judged by this one.
     *
     * @throws org.dueregard.site.NotHere for another council's indicator or comparator
     */
    List<StatusMove> compare(SignedIn by, IndicatorId indicator, ComparatorId comparator);

    /** Compares an indicator with it no longer. */
    List<StatusMove> compareNoLonger(SignedIn by, IndicatorId indicator, ComparatorId comparator);

    /**
     * Enters a figure. What was known for its period before is kept beside it; the same figure again changes nothing.
     *
     * @param why null when it is the first for its period
     * @return the items whose status or sentence came out differently, in plan order
     * @throws org.dueregard.site.NotHere for another council's
     */
    List<StatusMove> release(SignedIn by, ComparatorId comparator, Release release, @Nullable String why);

    /**
     * Enters a figure that a plan brings which is being loaded, unless one is known for its period. Nothing is judged: the
     * plan will be, when it is whole.
     *
     * @param enteredBy the post of whoever entered it, there and then
     */
    void load(ComparatorId comparator, Release release, String enteredBy);

    /** Compares an indicator of a plan that is being loaded. */
    void link(IndicatorId indicator, ComparatorId comparator);
}
