package org.dueregard.reporting;

import java.time.Instant;
import java.util.UUID;
import org.dueregard.document.FileKind;
import org.jspecify.annotations.Nullable;

/**
 * What an update rests on: a link, or a file that is kept here.
 *
 * @param address of a link; null for a file
 * @param kind what a file is by its content; null for a link
 * @param fileName what its owner called it, for show alone; null for a link
 * @param size of a file, in bytes
 */
public record Evidence(
        UUID id,
        String title,
        @Nullable String address,
        @Nullable FileKind kind,
        @Nullable String fileName,
        int size,
        String addedBy,
        Instant addedAt) {

    public boolean isLink() {
        return address != null;
    }

    /** Where its title leads. */
    public String leadsTo() {
        return address == null ? "/evidence/" + id : address;
    }

    /** The size as people say it: {@code 2 KB}, {@code 1.4 MB}. */
    public String shownSize() {
        if (size >= 1_000_000) {
            return Math.round(size / 100_000.0) / 10.0 + " MB";
        }
        return Math.max(1, Math.round(size / 1_000.0)) + " KB";
    }
}
