package org.dueregard.organisation.web;

import java.util.Arrays;
import java.util.List;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.UnitKind;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * A unit as typed.
 *
 * @param kind the name of its kind; empty when none is chosen
 * @param parent the id of the unit it belongs to; empty when it stands at the top
 */
record UnitForm(String name, String shortName, String kind, String parent) {

    static final UnitForm EMPTY = new UnitForm("", "", "", "");

    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_SHORT_NAME = 40;

    static UnitForm of(String name, @Nullable String shortName, String kind, String parent) {
        return new UnitForm(OneLine.of(name), shortName == null ? "" : OneLine.of(shortName), kind, parent);
    }

    @Nullable
    String shortNameOrNone() {
        return shortName.isEmpty() ? null : shortName;
    }

    @Nullable
    UnitId above() {
        return parent.isEmpty() ? null : UnitId.of(parent);
    }

    /** @param itself the unit that is renamed, whose own names are not taken; null for a new one */
    void checkNames(List<UnitEntry> units, @Nullable UnitId itself, Sentences sentences, Problems problems) {
        List<UnitEntry> others =
                units.stream().filter(unit -> !unit.id().equals(itself)).toList();
        if (name.isEmpty()) {
            problems.add("name", sentences.of("organisation.unit.name.missing"));
        } else if (name.length() > LONGEST_NAME) {
            problems.add("name", sentences.of("organisation.unit.name.long", LONGEST_NAME));
        } else if (isTaken(name, others)) {
            problems.add("name", sentences.of("organisation.unit.name.taken"));
        }
        if (shortName.length() > LONGEST_SHORT_NAME) {
            problems.add("shortName", sentences.of("organisation.unit.short.long", LONGEST_SHORT_NAME));
        } else if (!shortName.isEmpty() && isTaken(shortName, others)) {
            problems.add("shortName", sentences.of("organisation.unit.short.taken"));
        }
    }

    void checkPlace(List<UnitEntry> units, Sentences sentences, Problems problems) {
        if (Arrays.stream(UnitKind.values()).noneMatch(one -> one.name().equals(kind))) {
            problems.add("kind", sentences.of("organisation.unit.kind.missing"));
        }
        if (!parent.isEmpty()
                && units.stream().noneMatch(unit -> unit.id().toString().equals(parent))) {
            problems.add("parent", sentences.of("organisation.unit.parent.unknown"));
        }
    }

    /** Plans name units by either of their names, so neither may be another's. */
    private static boolean isTaken(String wanted, List<UnitEntry> others) {
        return others.stream()
                .anyMatch(unit -> wanted.equalsIgnoreCase(unit.name()) || wanted.equalsIgnoreCase(unit.shortName()));
    }
}
