package org.dueregard.reporting.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnKeeping;
import org.dueregard.reporting.ReturnKeeping.Typed;
import org.dueregard.reporting.read.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a return's page as they arrive. Every field's name ends in the id of its item. An item without a stamp was
 * not on the page.
 */
final class TypedForm {

    private static final String STAMP = "seen-";

    /** Marks the figures that a grid showed, so that those are told apart that were typed. */
    private static final String WAS = "was";

    private final Map<String, String> fields = new HashMap<>();

    private TypedForm() {}

    static TypedForm of(Map<String, String[]> parameters) {
        TypedForm form = new TypedForm();
        parameters.forEach((name, values) -> form.put(name, values.length == 0 ? "" : values[0]));
        return form;
    }

    static TypedForm ofKept(Map<String, List<String>> parameters) {
        TypedForm form = new TypedForm();
        parameters.forEach((name, values) -> form.put(name, values.isEmpty() ? "" : values.get(0)));
        return form;
    }

    /** Browsers send line ends as two characters; one is what was typed. */
    private void put(String name, String value) {
        fields.put(name, value.replace("\r\n", "\n").replace("\u0000", ""));
    }

    Map<UUID, Typed> items() {
        Map<UUID, Typed> items = new HashMap<>();
        fields.forEach((name, seen) -> {
            if (name.startsWith(STAMP)) {
                id(name.substring(STAMP.length())).ifPresent(item -> items.put(item, new Typed(words(item), seen)));
            }
        });
        return items;
    }

    /**
     * The items of a grid, which has figures and nothing else: those whose figures were changed, with the words that are
     * stored around them.
     */
    Map<UUID, Typed> figures(Sheet stored) {
        Map<UUID, Typed> changed = new HashMap<>();
        Map<UUID, Typed> typed = items();
        for (Sheet.Item item : stored.items()) {
            Typed now = typed.get(item.id());
            if (now != null && !ReturnKeeping.fingerprint(now.words().figures()).equals(text(WAS, item.id()))) {
                changed.put(item.id(), new Typed(item.words().withFiguresOf(now.words()), now.seen()));
            }
        }
        return changed;
    }

    private ItemWords words(UUID item) {
        return new ItemWords(
                choice(text("choice", item)),
                text("figure", item),
                text("numerator", item),
                text("denominator", item),
                text("betterOff", item),
                text("otherGroup", item),
                text("provisional", item) != null,
                text("reportedStatus", item),
                text("doneOn", item),
                text("disagreement", item),
                text("narrative", item),
                text("expected", item),
                text("noUpdateReason", item),
                text("fixWhat", item),
                text("fixWho", item),
                text("fixWhen", item));
    }

    private @Nullable String text(String field, UUID item) {
        String typed = fields.get(field + "-" + item);
        return typed == null || typed.isEmpty() ? null : typed;
    }

    private static @Nullable Choice choice(@Nullable String name) {
        for (Choice choice : Choice.values()) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        return null;
    }

    private static java.util.Optional<UUID> id(String text) {
        try {
            return java.util.Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return java.util.Optional.empty();
        }
    }
}
