package org.dueregard.document.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** A Word file of random structure, and what has to be found in it. */
final class RandomWordFile {

    private static final String[] SYLLABLES = {
        "at", "ten", "dance", "*", "gap", "£5", "1.1", "_ward", "é", "&", "<b>", "–"
    };

    final List<String> words = new ArrayList<>();
    final List<String> numbers = new ArrayList<>();
    /** Which cell covers each place, row by row, for each table. */
    final List<int[][]> tables = new ArrayList<>();

    byte[] bytes = {};

    private final Random random;
    private final int[] counted = new int[3];

    RandomWordFile(int seed) {
        random = new Random(seed);
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BigInteger list = list(document);
            int blocks = 3 + random.nextInt(15);
            for (int i = 0; i < blocks; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> listed(document, list);
                    case 1 -> table(document.createTable(), 1 + random.nextInt(6), 1 + random.nextInt(5));
                    default -> {
                        runs(document.createParagraph());
                        numbers.add("");
                    }
                }
            }
            document.write(out);
            bytes = out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BigInteger list(XWPFDocument document) {
        CTAbstractNum definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.ZERO);
        String[] texts = {"%1.", "%1.%2", "%1.%2 (%3)"};
        STNumberFormat.Enum[] formats = {STNumberFormat.DECIMAL, STNumberFormat.DECIMAL, STNumberFormat.LOWER_LETTER};
        for (int level = 0; level < texts.length; level++) {
            CTLvl one = definition.addNewLvl();
            one.setIlvl(BigInteger.valueOf(level));
            one.addNewStart().setVal(BigInteger.ONE);
            one.addNewNumFmt().setVal(formats[level]);
            one.addNewLvlText().setVal(texts[level]);
        }
        return document.createNumbering()
                .addNum(document.getNumbering().addAbstractNum(new XWPFAbstractNum(definition)));
    }

    private void listed(XWPFDocument document, BigInteger list) {
        int depth = random.nextInt(3);
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(depth));
        runs(paragraph);
        counted[depth]++;
        for (int deeper = depth + 1; deeper < counted.length; deeper++) {
            counted[deeper] = 0;
        }
        int first = Math.max(1, counted[0]);
        int second = Math.max(1, counted[1]);
        numbers.add(
                switch (depth) {
                    case 0 -> first + ".";
                    case 1 -> first + "." + second;
                    default -> first + "." + second + " (" + (char) ('a' + counted[2] - 1) + ")";
                });
    }

    private void runs(XWPFParagraph paragraph) {
        int runs = 1 + random.nextInt(4);
        for (int i = 0; i < runs; i++) {
            XWPFRun run = paragraph.createRun();
            run.setBold(random.nextInt(3) == 0);
            run.setItalic(random.nextInt(4) == 0);
            String word = word();
            words.add(word);
            run.setText((i == 0 ? "" : " ") + word + (random.nextBoolean() ? " " : ""));
            if (random.nextInt(6) == 0) {
                run.addBreak();
            }
        }
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= random.nextInt(3); i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word + Integer.toString(words.size(), 36);
    }

    private void table(XWPFTable table, int rows, int columns) {
        int[][] covered = merges(rows, columns);
        tables.add(covered);
        table.removeRow(0);
        for (int r = 0; r < rows; r++) {
            XWPFTableRow row = table.createRow();
            while (!row.getTableCells().isEmpty()) {
                row.removeCell(0);
            }
            for (int c = 0; c < columns; ) {
                int wide = 1;
                while (c + wide < columns && covered[r][c + wide] == covered[r][c]) {
                    wide++;
                }
                XWPFTableCell cell = row.createCell();
                CTTcPr properties = cell.getCTTc().addNewTcPr();
                properties.addNewGridSpan().setVal(BigInteger.valueOf(wide));
                boolean goesOn = r > 0 && covered[r - 1][c] == covered[r][c];
                properties.addNewVMerge().setVal(goesOn ? STMerge.CONTINUE : STMerge.RESTART);
                if (!goesOn) {
                    runs(cell.getParagraphs().get(0));
                    if (random.nextInt(4) == 0) {
                        runs(cell.addParagraph());
                    }
                }
                c += wide;
            }
        }
    }

    /** Rectangles that do not overlap; each place has the number of the one that covers it. */
    private int[][] merges(int rows, int columns) {
        int[][] covered = new int[rows][columns];
        int next = 1;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (covered[r][c] != 0) {
                    continue;
                }
                int high = 1 + (random.nextInt(3) == 0 ? random.nextInt(rows - r) : 0);
                int wide = 1;
                int most = random.nextInt(3) == 0 ? columns - c : 1;
                while (wide < most && covered[r][c + wide] == 0) {
                    wide++;
                }
                for (int y = r; y < r + high; y++) {
                    for (int x = c; x < c + wide; x++) {
                        covered[y][x] = next;
                    }
                }
                next++;
            }
        }
        return covered;
    }
}
