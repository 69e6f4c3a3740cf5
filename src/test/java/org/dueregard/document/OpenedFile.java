package org.dueregard.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** A file of the product, opened again as whoever gets it opens it. */
public final class OpenedFile {

    private OpenedFile() {}

    /** The words of a PDF in one line, whatever its lines. */
    public static String pdf(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document).replaceAll("\\s+", " ");
        }
    }

    /** The words of a Word file, a line for each paragraph. */
    public static String word(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            List<String> lines = new ArrayList<>();
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    lines.add(paragraph.getText());
                } else if (element instanceof XWPFTable table) {
                    lines.add(table.getText());
                }
            }
            return String.join("\n", lines).replace('\u00a0', ' ');
        }
    }

    /** The headings of a Word file, as its navigation shows them. */
    public static List<String> headings(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            return document.getParagraphs().stream()
                    .filter(paragraph ->
                            Stream.of("Heading1", "Heading2").anyMatch(style -> style.equals(paragraph.getStyle())))
                    .map(XWPFParagraph::getText)
                    .toList();
        }
    }
}
