package org.dueregard.review;

import java.util.Map;
import org.dueregard.organisation.SignedIn;

/** What people add to the report on a meeting; what is worked out never overwrites it. */
public interface ReportKeeping {

    /** Markdown that stands before and after what is worked out for a section; empty where nothing does. */
    record Added(String before, String after) {

        public static final Added NOTHING = new Added("", "");

        public boolean isNothing() {
            return before.isBlank() && after.isBlank();
        }
    }

    /** @param version of the words that were on the form; 0 when there were none */
    void write(SignedIn by, MeetingId meeting, long version, Map<ReportSection, Added> words);
}
