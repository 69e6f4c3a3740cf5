package org.dueregard.intake;

import java.util.List;
import java.util.Map;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a plan needs beside what its file says.
 *
 * @param unit name of the department whose plan it is; null for the whole council's
 * @param owners the names of the units that words for owners mean, by {@link Owners#key}; the first of them reports
 */
public record Frame(String title, Period period, @Nullable String unit, Map<String, List<String>> owners) {}
