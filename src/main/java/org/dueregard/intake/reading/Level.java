package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Place;
import org.dueregard.document.read.Table;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.dueregard.plan.NodeKind;

/**
 * What a file sets apart in one way, all of it together: its headings of one size, say, or what a column has. A council calls
 * its levels as it likes, and nobody but itself can say for sure which is which; so it is asked once for all of them.
 *
 * @param word that they begin with: {@code Theme} of {@code Theme 1: …}, or the head of the column; empty for none
 * @param size of headings, 1 for the largest; 0 for what is no heading
 * @param is what they were taken for; OTHER for nothing of the plan
 * @param spots where a correction says what they are: columns, rows, paragraphs, or the first blocks of sheets
 * @param begun what they are called, each once, in the order of the file
 */
public record Level(Means means, String word, int size, Role is, Set<Spot> spots, List<String> begun) {

    /** How a file sets apart what it begins. */
    public enum Means {
        SHEET,
        HEADING,
        LINE,
        ROW_ACROSS,
        COLUMN
    }

    public Level {
        spots = Set.copyOf(spots);
        begun = List.copyOf(begun);
    }

    /** What they may be said to be. */
    public List<Role> choices() {
        Stream<Role> usual = switch (means) {
            case SHEET, ROW_ACROSS -> Stream.of(Role.OBJECTIVE, Role.THEME, Role.AREA);
            case HEADING, LINE -> Stream.of(Role.OBJECTIVE, Role.THEME, Role.AREA, Role.ACTIVITY);
            case COLUMN -> Stream.of(Role.OBJECTIVE, Role.THEME, Role.AREA, Role.ACTIVITY, Role.OUTCOME);
        };
        return Stream.concat(usual, Stream.of(is, Role.OTHER)).distinct().toList();
    }

    /** What all of them are, whatever they were taken for. */
    public Corrections corrected(Corrections corrections, Role role) {
        Corrections all = corrections;
        for (Spot spot : spots) {
            all = switch (means) {
                case COLUMN -> all.column(spot.block(), spot.column(), role);
                case SHEET -> all.sheet(spot.block(), role);
                case ROW_ACROSS ->
                    all.row(spot.block(), spot.row(), RowKind.SECTION).level(spot, role);
                case HEADING, LINE -> all.level(spot, role);
            };
        }
        return all;
    }

    /** Those of a file, the highest first; sheets and headings that begin nothing at the end. */
    public static List<Level> of(NeutralDocument document, PlanDraft draft) {
        Gathering gathering = new Gathering(document, draft);
        draft.nodes().forEach(node -> gathering.gather(node, false));
        gathering.whatBeginsNothing();
        return gathering.levels();
    }

    private static final class Gathering {

        private record Kind(Means means, String word, int size, Role is) {}

        private final NeutralDocument document;
        private final PlanDraft draft;
        private final Map<Integer, TableReading> tables = new HashMap<>();
        /** Sheets that begin something themselves. */
        private final Set<String> beginning = new HashSet<>();

        private final Map<Kind, Set<Spot>> spots = new LinkedHashMap<>();
        private final Map<Kind, Map<String, String>> begun = new HashMap<>();

        Gathering(NeutralDocument document, PlanDraft draft) {
            this.document = document;
            this.draft = draft;
            draft.tables().forEach(table -> tables.put(table.block(), table));
        }

        void gather(DraftNode node, boolean underActivity) {
            boolean activity = node.kind() == NodeKind.ACTIVITY;
            if (node.kind().compareTo(NodeKind.ACTIVITY) < 0 || activity && !underActivity) {
                begins(node);
            }
            node.children().forEach(child -> gather(child, activity));
        }

        private void begins(DraftNode node) {
            if (node.titleFrom().spots().isEmpty()) {
                return;
            }
            Spot spot = node.titleFrom().spots().get(0);
            String words = node.titleFrom().words();
            Role role = Growing.role(node.kind());
            node.titleFrom().spots().stream().skip(1).forEach(other -> again(other, role));
            TableReading table = tables.get(spot.block());
            if (isOfSheet(spot, words)) {
                sheet(sheetOf(spot.block()), role, words);
            } else if (table == null) {
                paragraph(spot.whole(), role);
            } else if (spot.column() >= 0 && table.kind() != TableReading.Kind.FORM) {
                if (table.rows().get(spot.row()) == RowKind.SECTION) {
                    Spot row = Spot.row(spot.block(), spot.row());
                    add(new Kind(Means.ROW_ACROSS, word(words), 0, role), row, words);
                } else if (is(table.columns().get(spot.column()).role(), role)) {
                    String heading = table.columns().get(spot.column()).heading();
                    add(new Kind(Means.COLUMN, heading, 0, role), Spot.column(spot.block(), spot.column()), words);
                }
            }
        }

        /** A heading or a row that begins the same once more is of its kind as well. */
        private void again(Spot spot, Role role) {
            TableReading table = tables.get(spot.block());
            if (table == null
                    && document.blocks().get(spot.block()) instanceof Paragraph paragraph
                    && paragraph.heading().level() > 0) {
                paragraph(spot.whole(), role);
            } else if (table != null
                    && spot.row() >= 0
                    && table.kind() != TableReading.Kind.FORM
                    && table.rows().get(spot.row()) == RowKind.SECTION) {
                Spot row = Spot.row(spot.block(), spot.row());
                String words = Snippet.inOneLine(Snippet.of(
                        ((Table) document.blocks().get(spot.block())).cell(spot.row(), spot.column()), spot));
                add(new Kind(Means.ROW_ACROSS, word(words), 0, role), row, words);
            }
        }

        /** What a column calls areas are the objectives of a plan that has none. */
        private static boolean is(Role column, Role begun) {
            return column == begun || column.isLevel() && begun.isLevel();
        }

        /** Whether it is the sheet that begins something there: by its name, or by what stands over its table. */
        private boolean isOfSheet(Spot spot, String words) {
            if (sheetOf(spot.block()).isEmpty()) {
                return false;
            }
            if (document.blocks().get(spot.block()) instanceof Paragraph paragraph) {
                return !words.startsWith(
                        Snippet.of(paragraph.line(), Spot.block(spot.block())).printed());
            }
            TableReading table = tables.get(spot.block());
            RowKind row = spot.row() < 0 || table == null
                    ? RowKind.REMARK
                    : table.rows().get(spot.row());
            return row != RowKind.SECTION && row != RowKind.ITEM && row != RowKind.CONTINUATION;
        }

        private String sheetOf(int block) {
            return document.blocks().get(block).place() instanceof Place.InSheet place ? place.sheet() : "";
        }

        private void sheet(String name, Role role, String words) {
            int first = 0;
            while (!sheetOf(first).equals(name)) {
                first++;
            }
            beginning.add(name);
            add(new Kind(Means.SHEET, "", 0, role), Spot.block(first), words);
        }

        private void paragraph(Spot spot, Role role) {
            if (document.blocks().get(spot.block()) instanceof Paragraph paragraph) {
                int size = paragraph.heading().level();
                // what is done stands in lists, one by one
                if (size > 0 || role != Role.ACTIVITY) {
                    String words = paragraph.text().strip();
                    add(new Kind(size > 0 ? Means.HEADING : Means.LINE, word(words), size, role), spot, words);
                }
            }
        }

        void whatBeginsNothing() {
            Set<Spot> unplaced = new HashSet<>();
            draft.unplaced().stream().map(Unplaced::spots).forEach(unplaced::addAll);
            Set<String> sheets = new LinkedHashSet<>();
            for (int block = 0; block < document.blocks().size(); block++) {
                sheets.add(sheetOf(block));
                boolean heading = document.blocks().get(block) instanceof Paragraph paragraph
                        && paragraph.heading().level() > 0;
                if (heading && unplaced.contains(Spot.block(block))) {
                    paragraph(Spot.block(block), Role.OTHER);
                }
            }
            sheets.remove("");
            if (sheets.size() > 1) {
                sheets.stream()
                        .filter(name -> !beginning.contains(name))
                        .toList()
                        .forEach(name -> sheet(name, Role.OTHER, name));
            }
        }

        private void add(Kind kind, Spot spot, String words) {
            spots.computeIfAbsent(kind, one -> new HashSet<>()).add(spot);
            begun.computeIfAbsent(kind, one -> new LinkedHashMap<>()).putIfAbsent(LevelNames.plain(words), words);
        }

        private static String word(String words) {
            Optional<String> said = LevelLabel.word(words);
            return said.orElseGet(() -> CountedHeads.word(words).orElse(""));
        }

        List<Level> levels() {
            Map<Role, List<Level>> byRole = new TreeMap<>();
            spots.forEach((kind, at) -> byRole.computeIfAbsent(kind.is, role -> new ArrayList<>())
                    .add(new Level(
                            kind.means,
                            kind.word,
                            kind.size,
                            kind.is,
                            at,
                            List.copyOf(begun.getOrDefault(kind, Map.of()).values()))));
            return byRole.values().stream().flatMap(Collection::stream).toList();
        }
    }
}
