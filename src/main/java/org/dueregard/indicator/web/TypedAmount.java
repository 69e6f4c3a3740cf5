package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.dueregard.indicator.words.Numerals;

/** Reads an amount as people type it: {@code 75}, {@code 75%}, {@code 1,234.5}, {@code £1,200}, {@code −6.8}. */
final class TypedAmount {

    private TypedAmount() {}

    /** Empty when it is no number; what is left out is neither guessed nor rounded. */
    static Optional<BigDecimal> read(String typed) {
        return Numerals.typed(typed);
    }
}
