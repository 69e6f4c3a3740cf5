package org.dueregard.intake.reading;

import java.util.List;
import java.util.stream.Stream;

/**
 * Words of the file with the role they were given.
 *
 * @param words as written; what was cut by a page end is put together again
 * @param heading what the heading of the column or the label says beside its role, such as the period: {@code 2013/14
 *     out turn}; empty when there is none
 * @param spots where the words stand, in their order; none where a person wrote them
 * @param inherited whether they stand for several, in a cell that covers their rows or in a row above
 */
public record Value(Role role, String words, String heading, List<Spot> spots, Certainty certainty, boolean inherited) {

    public Value {
        spots = List.copyOf(spots);
    }

    public Value as(Certainty other) {
        return new Value(role, words, heading, spots, other, inherited);
    }

    public Value as(Role other) {
        return new Value(other, words, heading, spots, certainty, inherited);
    }

    public Value saying(String otherWords) {
        return new Value(role, otherWords, heading, spots, certainty, inherited);
    }

    Value under(String otherHeading) {
        return new Value(role, words, otherHeading, spots, certainty, inherited);
    }

    Value alsoAt(List<Spot> others) {
        return new Value(
                role,
                words,
                heading,
                Stream.concat(spots.stream(), others.stream()).distinct().toList(),
                certainty,
                inherited);
    }

    public Value shared() {
        return new Value(role, words, heading, spots, certainty, true);
    }
}
