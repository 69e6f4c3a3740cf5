package org.dueregard.document.read;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.dueregard.document.UntrustedFiles.Unreadable;

/**
 * What holds for every file, however it was made. It is read without the guards that whoever brings it is protected by:
 * they would tell a fault of ours as a damaged file.
 */
final class ReadingLaw {

    static final Duration LONGEST = Duration.ofSeconds(10);

    /** Markdown needs signs beside the words. */
    private static final int MARKDOWN = 3;

    private static final File TEMPORARY = new File(System.getProperty("java.io.tmpdir"));

    private long characters;
    private long markdown;

    private ReadingLaw() {}

    /** Throws when the file breaks the law; whether it was read, or refused as it may be. */
    static boolean holdsFor(String name, byte[] content) {
        if (content.length == 0) {
            // not even begun with
            return false;
        }
        long begun = ownTime();
        boolean read;
        try {
            check(DocumentFiles.inBounds(name, content));
            read = true;
        } catch (Unreadable | IOException | UncheckedIOException refused) {
            read = false;
        }
        require(ownTime() - begun < LONGEST.toNanos(), "took too long");
        return read;
    }

    /** What this thread had of a processor: other tests beside it are none of its doing. */
    private static long ownTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** To be asked only where nobody else writes temporary files. */
    static void leavesNothingBehind(Runnable reading) {
        Set<String> before = temporary();
        reading.run();
        Set<String> left = temporary();
        left.removeAll(before);
        require(left.isEmpty(), "left files behind: " + left);
    }

    static void check(NeutralDocument document) {
        ReadingLaw law = new ReadingLaw();
        document.blocks().forEach(law::block);
        document.notes().forEach(note -> law.characters += note.text().length());
        require(law.characters <= 2L * Bounds.MOST_CHARACTERS, law.characters + " characters");
        require(law.markdown <= MARKDOWN * 2L * Bounds.MOST_CHARACTERS, law.markdown + " characters of Markdown");
    }

    private void block(Block block) {
        if (block.place() instanceof Place.InSheet place) {
            require(place.row() >= 0 && place.column() >= 0, "a place before the first");
        }
        if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Paragraph paragraph) {
            line(paragraph.line());
            require(!paragraph.text().isBlank() || !paragraph.line().number().isEmpty(), "an empty paragraph");
            require(paragraph.heading().level() >= 0 && paragraph.heading().level() <= 10, "a heading without level");
            markdown += paragraph.markdown().length();
        }
    }

    private void table(Table table) {
        int before = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            Row cells = table.rows().get(row);
            require(cells.cells().size() == table.columns().size(), "a row of another width");
            require(cells.number() > before, "rows that do not count up");
            before = cells.number();
            for (int column = 0; column < cells.cells().size(); column++) {
                cell(table, row, column);
            }
        }
    }

    private void cell(Table table, int row, int column) {
        Cell cell = table.cell(row, column);
        Cell.Merge merge = cell.merge();
        if (merge != null) {
            boolean inside = row >= merge.row()
                    && row < merge.row() + merge.rows()
                    && column >= merge.column()
                    && column < merge.column() + merge.columns();
            require(inside, "a merge that is elsewhere");
            require(
                    merge.row() + merge.rows() <= table.rows().size()
                            && merge.column() + merge.columns()
                                    <= table.columns().size(),
                    "a merge that leads out of its table");
        }
        require(cell.kind() != Cell.Kind.CONTINUATION || merge != null, "a continuation of nothing");
        if (cell.kind() != Cell.Kind.CONTINUATION) {
            cell.lines().forEach(this::line);
            markdown += cell.markdown().length();
            cell.tables().forEach(this::table);
        }
    }

    private void line(Line line) {
        characters += line.text().length() + line.number().length();
        require(line.depth() >= 0, "a list above all others");
    }

    private static Set<String> temporary() {
        String[] names = TEMPORARY.list();
        return names == null ? new TreeSet<>() : new TreeSet<>(Arrays.asList(names));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("The reading has " + otherwise);
        }
    }
}
