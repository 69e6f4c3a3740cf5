package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headings that name what is done, each with labels under it for who does it and by when. */
final class HeadedDeeds {

    private static final int FEWEST = 3;

    /** {@code Action 1:}, with what it is in the words below, or behind it. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?is)\\W*(?:(?:key|priority) )?(?:action|activity|step|task) (?:no\\.? ?)?(?<number>\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?)\\s*[:.–-]?\\s*(?<title>.*)");

    private final Outline outline;

    private HeadedDeeds(Outline outline) {
        this.outline = outline;
    }

    /** The headings that are deeds, each with the number and title that it says of itself: {@code Action 1: …}. */
    static Map<Integer, Optional<LevelLabel>> in(Outline outline) {
        Map<Integer, Optional<LevelLabel>> deeds = new LinkedHashMap<>();
        new HeadedDeeds(outline).heads().forEach(head -> deeds.put(head, counted(outline.text(head))));
        return deeds;
    }

    private static Optional<LevelLabel> counted(String words) {
        Matcher counted = COUNTED.matcher(words);
        return counted.matches()
                ? Optional.of(new LevelLabel(
                        Role.ACTIVITY,
                        counted.group("number"),
                        counted.group("title").strip(),
                        ""))
                : Optional.empty();
    }

    /**
     * Headings of one level, under others, that each have labels for who does it and by when right below them, or below what they
     * count: what they name is done. None where something else stands under them as well.
     */
    private List<Integer> heads() {
        List<Integer> deeds = new ArrayList<>();
        Set<Integer> depths = new HashSet<>();
        int last = -1;
        int highest = Integer.MAX_VALUE;
        for (int block = 0; block < outline.size(); block++) {
            if (outline.depth(block) == 0) {
                continue;
            }
            if (last >= 0 && isDeed(last, block)) {
                deeds.add(last);
                depths.add(outline.depth(last));
            }
            highest = Math.min(highest, outline.depth(block));
            last = block;
        }
        if (last >= 0 && isDeed(last, outline.size())) {
            deeds.add(last);
            depths.add(outline.depth(last));
        }
        boolean under = depths.size() == 1 && depths.iterator().next() > highest;
        return under && deeds.size() >= FEWEST ? deeds : List.of();
    }

    /** @param end where the next heading stands */
    private boolean isDeed(int head, int end) {
        if (LevelLabel.of(outline.text(head)).isPresent()
                && counted(outline.text(head)).isEmpty()) {
            return false;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int block = head + 1; block < end; block++) {
            List<Labelled> all = outline.isTable(block) ? List.of() : Labelled.in(outline.text(block));
            boolean plain = all.isEmpty() && (outline.isListed(block) || outline.isTable(block));
            if (plain || all.stream().anyMatch(one -> one.role() == Role.ACTIVITY)) {
                return false;
            }
            all.forEach(one -> roles.add(one.role()));
        }
        boolean first = head + 1 < end && !Labelled.in(outline.text(head + 1)).isEmpty();
        return roles.contains(Role.OWNER)
                && roles.contains(Role.DEADLINE)
                && (first || counted(outline.text(head)).isPresent());
    }
}
