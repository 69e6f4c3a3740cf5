package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Table;
import org.dueregard.intake.reading.TableReading.RowKind;

/** What is in no value of a draft, with the reason, so that nothing of a file is dropped. */
final class Leftovers {

    private Leftovers() {}

    /**
     * @param structure spots whose words only say how the rest is to be read
     * @param reasons by spot, of a line, a cell or a row
     */
    static List<Unplaced> of(
            NeutralDocument document,
            Tables tables,
            PlanDraft draft,
            Set<Spot> structure,
            Map<Spot, Unplaced.Why> reasons) {
        Set<Spot> used = new HashSet<>(structure);
        if (draft.title() != null) {
            used.addAll(draft.title().spots());
        }
        draft.all().forEach(node -> {
            used.addAll(node.titleFrom().spots());
            node.values().stream()
                    .filter(value -> !isMentioned(value, document))
                    .forEach(value -> used.addAll(value.spots()));
        });
        Map<Integer, String> names = draft.tables().stream()
                .collect(Collectors.toMap(
                        TableReading::block,
                        table -> table.columns().stream()
                                .map(TableReading.Column::heading)
                                .collect(Collectors.joining("\n")),
                        (one, other) -> one + "\n" + other));
        List<Unplaced> left = new ArrayList<>();
        ofTitle(document, draft, left);
        for (int block = 0; block < document.blocks().size(); block++) {
            Spot whole = Spot.block(block);
            if (document.blocks().get(block) instanceof Paragraph paragraph) {
                if (!paragraph.text().isBlank() && !used.contains(whole)) {
                    left.add(new Unplaced(
                            paragraph.line().printed(),
                            List.of(whole),
                            reasons.getOrDefault(whole, Unplaced.Why.AROUND)));
                }
            } else if (document.blocks().get(block) instanceof Table table) {
                if (!table.rows().isEmpty()) {
                    ofTable(tables.rows(block), names.getOrDefault(block, ""), block, used, reasons, left);
                }
            }
        }
        return left;
    }

    /** A strategy that a paragraph names for all that comes after it is only a part of its words. */
    private static boolean isMentioned(Value value, NeutralDocument document) {
        return value.role() == Role.STRATEGY
                && value.inherited()
                && value.spots().stream().allMatch(spot -> document.blocks().get(spot.block()) instanceof Paragraph);
    }

    /** {@code Appendix A:} before the name of the plan. */
    private static void ofTitle(NeutralDocument document, PlanDraft draft, List<Unplaced> left) {
        Value title = draft.title();
        if (title == null || title.spots().isEmpty()) {
            return;
        }
        Spot spot = title.spots().get(0);
        String words = document.blocks().get(spot.block()) instanceof Table table
                ? Snippet.inOneLine(Snippet.of(table.cell(spot.row(), spot.column()), spot))
                : document.blocks().get(spot.block()) instanceof Paragraph paragraph ? paragraph.text() : "";
        int at = words.indexOf(title.words());
        if (at >= 0) {
            String others = (words.substring(0, at) + " "
                            + words.substring(at + title.words().length()))
                    .strip();
            if (others.chars().anyMatch(Character::isLetterOrDigit)) {
                left.add(new Unplaced(others, title.spots(), Unplaced.Why.AROUND));
            }
        }
    }

    /** @param names what the columns of the table are called where it begins */
    private static void ofTable(
            TableRows rows,
            String names,
            int block,
            Set<Spot> used,
            Map<Spot, Unplaced.Why> reasons,
            List<Unplaced> left) {
        for (int row = 0; row < rows.size(); row++) {
            boolean head = rows.kind(row) == RowKind.HEADING;
            for (int column = 0; column < rows.width(); column++) {
                Spot spot = Spot.cell(block, row, column);
                if (!rows.spot(row, column).equals(spot) || used.contains(spot)) {
                    continue;
                }
                Map<Unplaced.Why, List<Snippet>> lines = new LinkedHashMap<>();
                for (Snippet line : rows.lines(row, column)) {
                    // a head again in other words than the columns are called by
                    boolean listed = !head || !names.contains(line.text());
                    if (listed && !line.isBlank() && line.spots().stream().noneMatch(used::contains)) {
                        Unplaced.Why why = head
                                ? Unplaced.Why.REMARK
                                : reasons.getOrDefault(
                                        line.spots().get(0),
                                        reasons.getOrDefault(
                                                spot,
                                                reasons.getOrDefault(Spot.row(block, row), Unplaced.Why.UNCLEAR)));
                        lines.computeIfAbsent(why, any -> new ArrayList<>()).add(line);
                    }
                }
                lines.forEach((why, some) -> left.add(new Unplaced(Snippet.together(some), Snippet.spots(some), why)));
            }
        }
    }
}
