package org.dueregard.indicator;

/** Prints targets in plain English. */
final class TargetWords {

    private TargetWords() {}

    static String of(Target target, Measure measure) {
        throw new UnsupportedOperationException("Not written yet");
    }
}
