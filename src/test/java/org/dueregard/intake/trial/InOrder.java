package org.dueregard.intake.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;

/** Finds which of two rows of things belong together, as many and as like as can be without crossing over. */
final class InOrder {

    /** What has to be alike to belong together although the order is another. */
    private static final double OUT_OF_ORDER = 1;

    private InOrder() {}

    /**
     * @param likeness 0 for what cannot belong together
     * @return by place in the first, the place in the second; what has none is left out
     */
    static <A, B> Map<Integer, Integer> align(List<A> first, List<B> second, ToDoubleBiFunction<A, B> likeness) {
        double[][] alike = new double[first.size()][second.size()];
        double[][] best = new double[first.size() + 1][second.size() + 1];
        for (int i = first.size() - 1; i >= 0; i--) {
            for (int k = second.size() - 1; k >= 0; k--) {
                alike[i][k] = likeness.applyAsDouble(first.get(i), second.get(k));
                best[i][k] = Math.max(best[i + 1][k], best[i][k + 1]);
                if (alike[i][k] > 0) {
                    best[i][k] = Math.max(best[i][k], alike[i][k] + best[i + 1][k + 1]);
                }
            }
        }
        Map<Integer, Integer> found = new HashMap<>();
        TreeSet<Integer> left = new TreeSet<>();
        for (int k = 0; k < second.size(); k++) {
            left.add(k);
        }
        int i = 0;
        int k = 0;
        while (i < first.size() && k < second.size()) {
            if (alike[i][k] > 0 && best[i][k] == alike[i][k] + best[i + 1][k + 1]) {
                found.put(i, k);
                left.remove(k);
                i++;
                k++;
            } else if (best[i][k] == best[i + 1][k]) {
                i++;
            } else {
                k++;
            }
        }
        for (int one = 0; one < first.size(); one++) {
            Integer other = found.containsKey(one) ? null : mostAlike(alike[one], left);
            if (other != null) {
                found.put(one, other);
                left.remove(other);
            }
        }
        return found;
    }

    private static @org.jspecify.annotations.Nullable Integer mostAlike(double[] alike, TreeSet<Integer> left) {
        Integer most = null;
        for (Integer k : left) {
            if (alike[k] >= OUT_OF_ORDER && (most == null || alike[k] > alike[most])) {
                most = k;
            }
        }
        return most;
    }
}
