package org.dueregard.organisation.web;

import java.util.List;
import org.dueregard.organisation.UnitEntry;

/** The council's units to choose from, each moved in below the one it belongs to. */
final class UnitChoices {

    /** Browsers leave out ordinary blanks at the beginning of an option. */
    private static final String EM_SPACE = "\u2003";

    private UnitChoices() {}

    static List<Choice> of(List<UnitEntry> units) {
        return units.stream()
                .map(unit -> new Choice(unit.id().toString(), EM_SPACE.repeat(unit.depth()) + unit.name()))
                .toList();
    }
}
