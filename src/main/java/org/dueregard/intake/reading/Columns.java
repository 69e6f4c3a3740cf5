package org.dueregard.intake.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The columns of one table beside one another: as their heads and cells say by themselves first, and then settled. */
final class Columns {

    private final List<PlanTable.Column> all;
    private final List<List<String>> cells;
    private final Set<Integer> listing;
    private final Set<Integer> told;

    /**
     * @param all changed here
     * @param cells the words of the items, by column
     * @param listing the columns of which most cells name several things
     * @param told the columns that a person spoke about, which stay as they are
     */
    Columns(List<PlanTable.Column> all, List<List<String>> cells, Set<Integer> listing, Set<Integer> told) {
        this.all = all;
        this.cells = cells;
        this.listing = listing;
        this.told = told;
    }

    List<PlanTable.Column> all() {
        return all;
    }

    int size() {
        return all.size();
    }

    Role role(int column) {
        return all.get(column).role();
    }

    String heading(int column) {
        return all.get(column).heading();
    }

    Certainty certainty(int column) {
        return all.get(column).certainty();
    }

    boolean isSure(int column) {
        return certainty(column).compareTo(Certainty.CERTAIN) <= 0;
    }

    List<String> cells(int column) {
        return cells.get(column);
    }

    /** On average, in its cells. */
    double words(int column) {
        return cells.get(column).stream().mapToInt(ColumnLook::count).average().orElse(0);
    }

    /** How many items have words in the column that most have words in. */
    int items() {
        return cells.stream().mapToInt(List::size).max().orElse(0);
    }

    boolean has(Role role) {
        return all.stream().anyMatch(column -> column.role() == role);
    }

    /** Whether one begins something that has values of its own. */
    boolean leads() {
        return all.stream().anyMatch(column -> column.role().leads());
    }

    IntStream of(Role role) {
        return IntStream.range(0, all.size()).filter(column -> role(column) == role);
    }

    /** Whether most of its cells name several things. */
    boolean isListing(int column) {
        return listing.contains(column);
    }

    boolean isFree(int column) {
        return !told.contains(column);
    }

    void set(int column, Role role, Certainty certainty) {
        all.set(column, all.get(column).as(role, certainty));
    }
}
