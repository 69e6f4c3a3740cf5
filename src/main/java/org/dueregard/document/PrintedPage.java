package org.dueregard.document;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.dueregard.document.Block.Bar;
import org.dueregard.document.Block.Bars;
import org.dueregard.document.Block.Heading;
import org.dueregard.document.Block.Notice;
import org.dueregard.document.Block.Paragraph;
import org.dueregard.document.Block.Part;
import org.dueregard.document.Block.Point;
import org.dueregard.document.Block.Points;
import org.dueregard.document.Block.Row;
import org.dueregard.document.Block.Table;

/** A paper as XHTML with its own style, for the program that sets it as PDF. */
final class PrintedPage {

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm 20mm;
              @bottom-left { content: "%s"; font-family: 'Liberation Sans'; font-size: 8pt; color: #48545a; }
              @bottom-right { content: counter(page) " / " counter(pages); font-family: 'Liberation Sans';
                font-size: 8pt; color: #48545a; } }
            body { font-family: 'Liberation Sans'; font-size: 10pt; line-height: 1.4; color: #14191b; margin: 0; }
            h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 3pt; }
            .above, .below { color: #48545a; margin: 0 0 3pt; }
            .below { font-size: 11pt; color: #14191b; margin-bottom: 12pt; }
            h2 { font-size: 14pt; margin: 16pt 0 5pt; padding-top: 6pt; border-top: 1.5pt solid #14191b;
              page-break-after: avoid; }
            h3 { font-size: 11pt; margin: 11pt 0 3pt; page-break-after: avoid; }
            p { margin: 0 0 5pt; }
            .quiet { color: #48545a; font-size: 9pt; }
            ul, ol { margin: 0 0 6pt; padding-left: 16pt; }
            li { margin: 0 0 2pt; }
            li p { margin: 0 0 2pt; }
            a { color: #0e5a63; }
            table { width: 100%%; border-collapse: collapse; margin: 0 0 8pt; table-layout: fixed;
              -fs-table-paginate: paginate; }
            th { text-align: left; font-size: 8.5pt; color: #48545a; font-weight: normal;
              border-bottom: 1pt solid #48545a; padding: 2pt 6pt 3pt 0; vertical-align: bottom; }
            td { vertical-align: top; border-bottom: 0.5pt solid #c4cdd0; padding: 3pt 6pt 3pt 0; font-size: 9pt;
              line-height: 1.35; }
            tr { page-break-inside: avoid; }
            tr.first { page-break-before: avoid; }
            td p { margin: 0 0 2pt; }
            .mark { font-weight: bold; padding-left: 11pt; background-repeat: no-repeat; background-position: 0 1.5pt;
              background-size: 8pt 8pt; }
            .mark.off { color: #8a1511; } .mark.risk { color: #4a2f00; } .mark.on { color: #00502b; }
            .mark.complete { color: #17497f; } .mark.none { color: #3d474c; }
            .notice { border: 1.5pt solid #12494f; border-left-width: 6pt; padding: 6pt 10pt 2pt; margin: 0 0 10pt; }
            .label { margin: 5pt 0 2pt; font-size: 9pt; page-break-after: avoid; }
            .bar { margin: 0 0 5pt; font-size: 0; page-break-inside: avoid; }
            .bar span { display: inline-block; font-size: 9pt; font-weight: bold; text-align: center;
              padding: 3pt 0; border: 0.5pt solid #5a656a; }
            .bar b { padding-left: 11pt; background-repeat: no-repeat; background-position: 0 1.5pt;
              background-size: 7pt 7pt; }
            .key { margin: 2pt 0 10pt; font-size: 9pt; }
            .key span.mark { margin-right: 12pt; }
            """;

    private final StringBuilder html = new StringBuilder();
    private final String site;

    private PrintedPage(String site) {
        this.site = site;
    }

    /** @param site where the product's own pages are */
    static String of(Paper paper, String language, String site) {
        PrintedPage page = new PrintedPage(site);
        page.write(paper, language);
        return page.html.toString();
    }

    private void write(Paper paper, String language) {
        String foot = (paper.above() + " – " + paper.title()).replaceAll("[\"\\\\\\p{Cntrl}]", "’");
        html.append("<html lang=\"").append(language).append("\"><head><title>");
        text(paper.title() + " – " + paper.above());
        html.append("</title><meta name=\"subject\" content=\"");
        text(paper.below().isEmpty() ? paper.title() : paper.below());
        html.append("\"/><style>");
        text(STYLE.formatted(foot));
        for (Shapes.Ground ground : Shapes.Ground.values()) {
            String key = ground.name().toLowerCase(Locale.ROOT);
            shape(".mark." + key, Shapes.png(key));
            shape(".bar b." + key, Shapes.onGround(key));
        }
        html.append("</style></head><body><p class=\"above\">");
        text(paper.above());
        html.append("</p><h1>");
        text(paper.title());
        html.append("</h1><p class=\"below\">");
        text(paper.below());
        html.append("</p>");
        paper.blocks().forEach(this::block);
        html.append("</body></html>");
    }

    private void block(Block block) {
        if (block instanceof Heading heading) {
            html.append("<h").append(heading.level()).append('>');
            text(heading.words());
            html.append("</h").append(heading.level()).append('>');
        } else if (block instanceof Paragraph paragraph) {
            paragraph(paragraph);
        } else if (block instanceof Points points) {
            String tag = points.numbered() ? "ol" : "ul";
            html.append('<').append(tag).append('>');
            for (Point point : points.points()) {
                html.append("<li>");
                point.blocks().forEach(this::block);
                html.append("</li>");
            }
            html.append("</").append(tag).append('>');
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Bars bars) {
            bars(bars);
        } else if (block instanceof Notice notice) {
            html.append("<div class=\"notice\">");
            notice.paragraphs().forEach(this::paragraph);
            html.append("</div>");
        }
    }

    private void paragraph(Paragraph paragraph) {
        html.append(paragraph.quiet() ? "<p class=\"quiet\">" : "<p>");
        pieces(paragraph.pieces());
        html.append("</p>");
    }

    private void pieces(List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Words words) {
                String before = (words.strong() ? "<b>" : "") + (words.slanted() ? "<i>" : "");
                html.append(before);
                text(words.words());
                html.append(words.slanted() ? "</i>" : "").append(words.strong() ? "</b>" : "");
            } else if (piece instanceof Piece.Link link) {
                html.append("<a href=\"");
                text(link.address().startsWith("/") ? site + link.address() : link.address());
                html.append("\" title=\"");
                text(link.words());
                html.append("\">");
                text(link.words());
                html.append("</a>");
            } else if (piece instanceof Piece.Mark mark) {
                mark(mark);
            } else {
                html.append("<br/>");
            }
        }
    }

    private void mark(Piece.Mark mark) {
        html.append("<span class=\"mark ").append(mark.key()).append("\">");
        text(mark.said());
        html.append("</span> ");
    }

    /** A shape is a background: beside its word it says nothing to those who listen. */
    private void shape(String selector, byte[] png) {
        html.append(selector)
                .append(" { background-image: url(data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(png))
                .append("); }\n");
    }

    private void table(Table table) {
        html.append("<table><thead><tr>");
        table.columns().forEach(column -> {
            html.append("<th scope=\"col\" style=\"width: ")
                    .append(column.width())
                    .append("%\">");
            text(column.head());
            html.append("</th>");
        });
        html.append("</tr></thead><tbody>");
        boolean first = true;
        for (Row row : table.rows()) {
            html.append(first ? "<tr class=\"first\">" : "<tr>");
            first = false;
            row.cells().forEach(cell -> {
                html.append("<td>");
                cell.paragraphs().forEach(this::paragraph);
                html.append("</td>");
            });
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private void bars(Bars bars) {
        for (Bar bar : bars.bars()) {
            if (!bar.label().isEmpty()) {
                html.append("<p class=\"label\">");
                text(bar.label());
                html.append("</p>");
            }
            html.append("<div class=\"bar\">");
            for (Part part : bar.parts()) {
                Shapes.Ground ground = Shapes.Ground.of(part.mark().key());
                html.append("<span style=\"width: ")
                        // the border of each part takes its own room
                        .append(String.format(Locale.ROOT, "%.2f", bar.width(part) * 0.985))
                        .append("%; background: #")
                        .append(ground.colour)
                        .append("; color: #")
                        .append(ground.ink)
                        .append("\">");
                html.append("<b class=\"").append(part.mark().key()).append("\" title=\"");
                text(part.mark().word());
                html.append("\">").append(part.count()).append("</b></span>");
            }
            html.append("</div>");
        }
        html.append("<p class=\"key\">");
        bars.marks().forEach(this::mark);
        html.append("</p>");
    }

    private void text(String text) {
        html.append(Plain.forXml(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }
}
