package org.dueregard.document.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Makes files out of whatever a fuzzer thinks up. What begins as a zip does is the file itself. Everything else is the text
 * of its parts, {@code === NAME} before each but the first, which is the one that matters most: they are put into a zip
 * that is whole. After a {@code ~} they are well-formed too, so that what is changed is which elements stand in which.
 */
enum FuzzedFile {
    DOCX(
            "docx",
            "word/document.xml",
            Map.of(
                    "[Content_Types].xml",
                    "<Types><Override ContentType='application/vnd.openxmlformats-officedocument"
                            + ".wordprocessingml.document.main+xml'/></Types>",
                    "word/_rels/document.xml.rels",
                    "<Relationships><Relationship Id='a' Type='/numbering' Target='numbering.xml'/>"
                            + "<Relationship Id='b' Type='/styles' Target='styles.xml'/>"
                            + "<Relationship Id='c' Type='/footnotes' Target='footnotes.xml'/>"
                            + "<Relationship Id='d' Type='/comments' Target='comments.xml'/>"
                            + "<Relationship Id='e' Type='/header' Target='header.xml'/></Relationships>")),
    XLSX(
            "xlsx",
            "xl/worksheets/sheet1.xml",
            Map.of(
                    "[Content_Types].xml",
                    "<Types><Override ContentType='application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.sheet.main+xml'/></Types>",
                    "xl/workbook.xml",
                    "<workbook><sheets><sheet name='Plan' id='a'/></sheets></workbook>",
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='a' Type='/worksheet' Target='worksheets/sheet1.xml'/>"
                            + "<Relationship Id='b' Type='/styles' Target='styles.xml'/>"
                            + "<Relationship Id='c' Type='/sharedStrings' Target='sharedStrings.xml'/></Relationships>",
                    "xl/sharedStrings.xml",
                    "<sst><si><t>Target</t></si></sst>")),
    TEXT("csv", "", Map.of()),
    ODT("odt", "content.xml", Map.of("mimetype", "application/vnd.oasis.opendocument.text")),
    ODS("ods", "content.xml", Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));

    private static final Pattern PART = Pattern.compile("(?m)^=== (.{1,60})$");
    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9_-]|^[^A-Za-z_]+");
    private static final Pattern NO_TEXT =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF]");

    private final String ending;
    private final String main;
    private final Map<String, String> others;

    FuzzedFile(String ending, String main, Map<String, String> others) {
        this.ending = ending;
        this.main = main;
        this.others = others;
    }

    String ending() {
        return ending;
    }

    byte[] of(byte[] data) {
        boolean itself = this == TEXT || data.length > 1 && data[0] == 'P' && data[1] == 'K';
        return itself ? data : zipped(new String(data, StandardCharsets.UTF_8));
    }

    private byte[] zipped(String text) {
        boolean mended = text.startsWith("~");
        Map<String, String> parts = new LinkedHashMap<>(others);
        Matcher marks = PART.matcher(text);
        String name = main;
        int from = mended ? 1 : 0;
        while (marks.find()) {
            parts.put(name, text.substring(from, Math.max(from, marks.start())));
            name = marks.group(1).strip();
            from = Math.min(text.length(), marks.end() + 1);
        }
        parts.put(name, text.substring(from));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                String content =
                        mended && !part.getKey().equals("mimetype") ? mended(part.getValue()) : part.getValue();
                zip.write(content.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One root, every element closed, and no prefixes, which the readers do not look at. */
    private static String mended(String xml) {
        Document tree = Parser.xmlParser().parseInput(xml, "");
        StringBuilder out = new StringBuilder();
        List<Element> roots = tree.children();
        if (roots.size() == 1) {
            write(roots.get(0), out, 0);
        } else {
            out.append("<root>");
            tree.childNodes().forEach(node -> write(node, out, 0));
            out.append("</root>");
        }
        return out.toString();
    }

    private static void write(Node node, StringBuilder out, int depth) {
        if (node instanceof TextNode text) {
            out.append(escaped(text.getWholeText()));
        } else if (node instanceof Element element && depth < 600) {
            String name = local(element.tagName());
            out.append('<').append(name);
            List<String> written = new ArrayList<>();
            for (Attribute attribute : element.attributes()) {
                String key = local(attribute.getKey());
                if (!key.startsWith("xml") && !written.contains(key)) {
                    written.add(key);
                    out.append(' ')
                            .append(key)
                            .append("=\"")
                            .append(escaped(attribute.getValue()))
                            .append('"');
                }
            }
            out.append('>');
            element.childNodes().forEach(child -> write(child, out, depth + 1));
            out.append("</").append(name).append('>');
        } else if (node instanceof Comment) {
            out.append("<!-- -->");
        }
    }

    private static String local(String name) {
        String bare = NO_NAME.matcher(name.substring(name.lastIndexOf(':') + 1)).replaceAll("");
        return bare.isEmpty() || bare.startsWith("xml") ? "x" : bare;
    }

    private static String escaped(String text) {
        return NO_TEXT.matcher(text)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
    }
}
