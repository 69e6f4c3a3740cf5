package org.dueregard.intake.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;

/** What short names stand for, where a file says it in a list: {@code KC – Knowing our customers}, or a sheet of lookups. */
final class Codes {

    private static final Pattern CODE = Pattern.compile("\\p{Lu}{1,4}[-/]?[\\p{Lu}\\d]{1,3}");
    private static final Pattern EXPLAINED = Pattern.compile(
            "(?s)(?<code>\\p{Lu}{1,4}[-/]?[\\p{Lu}\\d]{1,3})\\s*(?:[–—:=]|\\s-\\s)\\s*(?<title>\\p{Lu}.{4,200})");

    /** Words. */
    private static final int FEWEST = 2;

    private Codes() {}

    /** In small letters and figures only, with what they stand for. */
    static Map<String, Snippet> of(NeutralDocument document, Tables tables) {
        Map<String, Snippet> codes = new LinkedHashMap<>();
        for (int block = 0; block < document.blocks().size(); block++) {
            Block one = document.blocks().get(block);
            if (one instanceof Paragraph paragraph) {
                Snippet words = Snippet.of(paragraph.line(), Spot.block(block));
                Matcher explained = EXPLAINED.matcher(words.text());
                if (explained.matches()) {
                    codes.putIfAbsent(
                            LevelNames.plain(explained.group("code")),
                            words.saying(explained.group("title").strip()).unlisted());
                }
            } else {
                tables.at(block).stream()
                        .filter(table -> !table.isOfPlan())
                        .flatMap(table -> table.rows().stream())
                        .filter(row -> row.kind() == RowKind.ITEM)
                        .forEach(row -> explained(row, codes));
            }
        }
        return codes;
    }

    /** The short name that a paragraph explains; empty for none. */
    static Optional<String> explainedBy(Paragraph paragraph) {
        Matcher explained =
                EXPLAINED.matcher(Snippet.of(paragraph.line(), Spot.block(0)).text());
        return explained.matches() ? Optional.of(LevelNames.plain(explained.group("code"))) : Optional.empty();
    }

    private static void explained(LogicalRow row, Map<String, Snippet> codes) {
        List<LogicalCell> given =
                row.cells().stream().filter(cell -> !cell.isEmpty()).limit(2).toList();
        if (given.size() == 2
                && CODE.matcher(given.get(0).text()).matches()
                && ColumnLook.count(given.get(1).text()) >= FEWEST) {
            codes.putIfAbsent(
                    LevelNames.plain(given.get(0).text()), given.get(1).asOne());
        }
    }
}
