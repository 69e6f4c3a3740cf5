package org.dueregard.document.read;

import java.util.Locale;
import org.dueregard.document.BoundedFiles;

/** What the fuzzer calls; {@code -Dfuzz.kind} says which reader it is after. docs/fuzzing.md says how it is started. */
public final class FuzzReaders {

    private static final FuzzedFile KIND =
            FuzzedFile.valueOf(System.getProperty("fuzz.kind", "docx").toUpperCase(Locale.ROOT));

    static {
        // sets the limits of the zip library
        BoundedFiles.make();
    }

    private FuzzReaders() {}

    /** Throws what the fuzzer then keeps as a finding. */
    public static void fuzzerTestOneInput(byte[] data) {
        ReadingLaw.leavesNothingBehind(() -> ReadingLaw.holdsFor("plan." + KIND.ending(), KIND.of(data)));
    }
}
