package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Notes in the making: those of one kind at one place become one. */
final class Notes {

    /** Beyond it another note begins, so that many small additions stay cheap. */
    private static final int LONG = 4_000;

    private final List<Note> all = new ArrayList<>();

    void add(Note.Kind kind, @Nullable Place place) {
        add(kind, place, "");
    }

    void add(Note.Kind kind, @Nullable Place place, String text) {
        Note last = all.isEmpty() ? null : all.get(all.size() - 1);
        boolean joins = last != null
                && last.kind() == kind
                && Objects.equals(last.place(), place)
                && last.text().length() < LONG;
        if (last != null && joins) {
            String both = last.text().isEmpty() || text.isEmpty() ? last.text() + text : last.text() + "\n" + text;
            all.set(all.size() - 1, new Note(kind, place, last.count() + 1, both));
        } else {
            all.add(new Note(kind, place, 1, text));
        }
    }

    void counted(Note.Kind kind, @Nullable Place place, int count) {
        if (count > 0) {
            all.add(new Note(kind, place, count, ""));
        }
    }

    List<Note> all() {
        return all;
    }
}
