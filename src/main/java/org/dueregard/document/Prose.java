package org.dueregard.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.dueregard.document.Block.Cell;
import org.dueregard.document.Block.Column;
import org.dueregard.document.Block.Heading;
import org.dueregard.document.Block.Paragraph;
import org.dueregard.document.Block.Point;
import org.dueregard.document.Block.Points;
import org.dueregard.document.Block.Row;
import org.dueregard.document.Block.Table;
import org.jspecify.annotations.Nullable;

/**
 * People's Markdown as blocks of a paper: paragraphs, lists, tables, emphasis, links and headings. HTML that they typed
 * stays as typed; addresses other than of the web and mail are dropped, their words stay.
 */
public final class Prose {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

    private final int highest;
    private final int lowest;

    private Prose(int highest, int lowest) {
        this.highest = highest;
        this.lowest = lowest;
    }

    /** With headings of the second and third level, as written; higher and lower ones come to these. */
    public static List<Block> of(@Nullable String markdown) {
        return new Prose(2, 3).blocks(markdown);
    }

    /** For the inside of a section, where headings become strong words. */
    public static List<Block> within(@Nullable String markdown) {
        return new Prose(0, 0).blocks(markdown);
    }

    /** For the cell of a table, which holds nothing but paragraphs: lists and tables line by line. */
    public static List<Paragraph> lines(@Nullable String markdown) {
        List<Paragraph> lines = new ArrayList<>();
        within(markdown).forEach(block -> flatten(block, "", lines));
        return List.copyOf(lines);
    }

    private static void flatten(Block block, String before, List<Paragraph> lines) {
        if (block instanceof Paragraph paragraph) {
            List<Piece> pieces = new ArrayList<>(paragraph.pieces());
            if (!before.isEmpty()) {
                pieces.add(0, new Piece.Words(before));
            }
            lines.add(new Paragraph(List.copyOf(pieces), false));
        } else if (block instanceof Points points) {
            points.points().forEach(point -> point.blocks().forEach(part -> flatten(part, "• ", lines)));
        } else if (block instanceof Table table) {
            table.rows()
                    .forEach(row -> lines.add(Paragraph.of(row.cells().stream()
                            .flatMap(cell -> cell.paragraphs().stream())
                            .map(paragraph -> Plain.of(paragraph.pieces()))
                            .collect(java.util.stream.Collectors.joining(", ")))));
        }
    }

    private List<Block> blocks(@Nullable String markdown) {
        return markdown == null ? List.of() : inside(PARSER.parse(markdown));
    }

    private List<Block> inside(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node, blocks);
        }
        return List.copyOf(blocks);
    }

    private void add(Node node, List<Block> blocks) {
        if (node instanceof org.commonmark.node.Heading heading) {
            blocks.add(
                    lowest == 0
                            ? new Paragraph(pieces(node, true, false), false)
                            : new Heading(
                                    Math.max(highest, Math.min(lowest, heading.getLevel())), Plain.of(pieces(node))));
        } else if (node instanceof org.commonmark.node.Paragraph) {
            blocks.add(new Paragraph(pieces(node), false));
        } else if (node instanceof BulletList || node instanceof OrderedList) {
            List<Point> points = new ArrayList<>();
            for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                points.add(new Point(inside(item)));
            }
            blocks.add(new Points(node instanceof OrderedList, List.copyOf(points)));
        } else if (node instanceof TableBlock) {
            blocks.add(table(node));
        } else if (node instanceof FencedCodeBlock code) {
            blocks.add(asTyped(code.getLiteral()));
        } else if (node instanceof IndentedCodeBlock code) {
            blocks.add(asTyped(code.getLiteral()));
        } else if (node instanceof HtmlBlock html) {
            blocks.add(asTyped(html.getLiteral()));
        } else if (!(node instanceof ThematicBreak)) {
            blocks.addAll(inside(node));
        }
    }

    private static Paragraph asTyped(String text) {
        List<Piece> pieces = new ArrayList<>();
        text.strip().lines().forEach(line -> {
            if (!pieces.isEmpty()) {
                pieces.add(new Piece.Break());
            }
            pieces.add(new Piece.Words(line));
        });
        return new Paragraph(List.copyOf(pieces), false);
    }

    private static Table table(Node block) {
        List<String> heads = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                List<Cell> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
                    if (part instanceof TableHead) {
                        heads.add(Plain.of(pieces(cell)));
                    } else {
                        cells.add(new Cell(List.of(new Paragraph(pieces(cell), false))));
                    }
                }
                if (!cells.isEmpty()) {
                    rows.add(new Row(List.copyOf(cells)));
                }
            }
        }
        int width = 100 / Math.max(1, heads.size());
        return new Table(
                String.join(", ", heads),
                heads.stream().map(head -> new Column(head, width)).toList(),
                List.copyOf(rows));
    }

    private static List<Piece> pieces(Node parent) {
        return pieces(parent, false, false);
    }

    private static List<Piece> pieces(Node parent, boolean strong, boolean slanted) {
        List<Piece> pieces = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text text) {
                pieces.add(new Piece.Words(text.getLiteral(), strong, slanted));
            } else if (node instanceof Code code) {
                pieces.add(new Piece.Words(code.getLiteral(), strong, slanted));
            } else if (node instanceof HtmlInline html) {
                pieces.add(new Piece.Words(html.getLiteral(), strong, slanted));
            } else if (node instanceof StrongEmphasis) {
                pieces.addAll(pieces(node, true, slanted));
            } else if (node instanceof Emphasis) {
                pieces.addAll(pieces(node, strong, true));
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                pieces.add(new Piece.Break());
            } else if (node instanceof org.commonmark.node.Link link && leadsSomewhereSafe(link.getDestination())) {
                pieces.add(new Piece.Link(Plain.of(pieces(node)), link.getDestination()));
            } else if (!(node instanceof Image)) {
                pieces.addAll(pieces(node, strong, slanted));
            }
        }
        return List.copyOf(pieces);
    }

    private static boolean leadsSomewhereSafe(String address) {
        String start = address.toLowerCase(java.util.Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") || start.startsWith("mailto:");
    }
}
