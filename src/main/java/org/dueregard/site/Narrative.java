package org.dueregard.site;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns people's Markdown into the HTML of a page: paragraphs, lists, tables, emphasis and links. HTML that they typed is
 * shown as typed, addresses other than of the web and mail are dropped, and headings become bold text, since the page has
 * headings of its own.
 */
@Component
public class Narrative {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .softbreak("<br>\n")
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (tag.equals("table")) {
                    attributes.put("class", "dr-table");
                }
                attributes.remove("align");
            })
            .build();

    /** Safe to put into a page as it is. */
    public String html(@Nullable String markdown) {
        if (markdown == null) {
            return "";
        }
        return renderer.render(parser.parse(markdown))
                .replaceAll("<h[1-6]>", "<p><b>")
                .replaceAll("</h[1-6]>", "</b></p>")
                .replaceAll("<img [^>]*>", "");
    }
}
