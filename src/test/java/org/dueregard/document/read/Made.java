package org.dueregard.document.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made for a test, out of their XML. */
final class Made {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder relations = new StringBuilder();

    static Made word(String body) {
        Made made = new Made();
        made.parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                  <Override PartName="/word/document.xml"
                    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>""");
        made.parts.put("word/document.xml", wordPart("document", "<w:body>" + body + "</w:body>"));
        return made;
    }

    private static String wordPart(String root, String content) {
        return "<w:" + root + " xmlns:w='" + WORD + "' xmlns:r='" + RELATIONS
                + "' xmlns:a='urn:a' xmlns:mc='urn:mc' xmlns:wps='urn:wps' xmlns:wp='urn:wp' xmlns:m='urn:m'>" + content
                + "</w:" + root + ">";
    }

    Made with(String part, String content) {
        parts.put(part, content);
        return this;
    }

    /** A part of a Word file that the text refers to as {@code r:id="NAME"}. */
    Made with(String kind, String root, String content) {
        parts.put("word/" + kind + ".xml", wordPart(root, content));
        String type = kind.replaceAll("\\d", "");
        relations.append("<Relationship Id='%s' Type='%s/%s' Target='%s.xml'/>".formatted(kind, RELATIONS, type, kind));
        return this;
    }

    Made leadingTo(String id, String address) {
        relations.append("<Relationship Id='%s' Type='%s/hyperlink' Target='%s' TargetMode='External'/>"
                .formatted(id, RELATIONS, address));
        return this;
    }

    byte[] bytes() {
        if (!relations.isEmpty()) {
            parts.put("word/_rels/document.xml.rels", "<Relationships>" + relations + "</Relationships>");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Made parts() {
        return new Made();
    }

    /** A paragraph of Word's with one run. */
    static String p(String words) {
        return "<w:p><w:r><w:t xml:space='preserve'>" + words + "</w:t></w:r></w:p>";
    }

    static String styled(String style, String words) {
        return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    static String listed(int list, int level, String words) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='" + list
                + "'/></w:numPr></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    static String tc(String properties, String content) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
    }

    static String tr(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    static String tbl(int columns, String... rows) {
        return "<w:tbl><w:tblGrid>" + "<w:gridCol w:w='1000'/>".repeat(columns) + "</w:tblGrid>" + String.join("", rows)
                + "</w:tbl>";
    }
}
