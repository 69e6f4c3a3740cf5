package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an amount as people type it: {@code 75}, {@code 75%}, {@code 1,234.5}, {@code £1,200}, {@code −6.8}. */
final class TypedAmount {

    private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,10})?");

    private TypedAmount() {}

    /** Empty when it is no number; what is left out is neither guessed nor rounded. */
    static Optional<BigDecimal> read(String typed) {
        String bare = typed.strip().replace('\u2212', '-').replace("£", "").replaceAll("\\s*%$", "");
        return NUMBER.matcher(bare).matches() ? Optional.of(new BigDecimal(bare.replace(",", ""))) : Optional.empty();
    }
}
