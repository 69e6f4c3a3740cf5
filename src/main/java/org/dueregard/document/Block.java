package org.dueregard.document;

import java.util.List;

/** What a paper consists of. */
public sealed interface Block {

    /** The fragment of {@code fragments/paper.html} that shows it on a page. */
    String kind();

    /** @param level 2 below the paper's title, 3 below that */
    record Heading(int level, String words) implements Block {

        @Override
        public String kind() {
            return "heading" + level;
        }
    }

    /** @param quiet whether it only accompanies what stands around it */
    record Paragraph(List<Piece> pieces, boolean quiet) implements Block {

        public static Paragraph of(Piece... pieces) {
            return new Paragraph(List.of(pieces), false);
        }

        public static Paragraph of(String words) {
            return of(new Piece.Words(words));
        }

        public static Paragraph quiet(String words) {
            return new Paragraph(List.of(new Piece.Words(words)), true);
        }

        @Override
        public String kind() {
            return "paragraph";
        }
    }

    /** A list; an item may hold paragraphs and further lists. */
    record Points(boolean numbered, List<Point> points) implements Block {

        @Override
        public String kind() {
            return numbered ? "numbers" : "points";
        }
    }

    record Point(List<Block> blocks) {

        public static Point of(Piece... pieces) {
            return new Point(List.of(Paragraph.of(pieces)));
        }
    }

    /** @param caption says what the table shows, to those who cannot see it */
    record Table(String caption, List<Column> columns, List<Row> rows) implements Block {

        @Override
        public String kind() {
            return "table";
        }
    }

    /** @param width in hundredths of the table's */
    record Column(String head, int width) {}

    record Row(List<Cell> cells) {

        public static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    record Cell(List<Paragraph> paragraphs) {

        public static Cell of(Piece... pieces) {
            return new Cell(List.of(Paragraph.of(pieces)));
        }

        public static Cell of(String words) {
            return of(new Piece.Words(words));
        }

        /** With a paragraph more, below. */
        public Cell and(Paragraph paragraph) {
            List<Paragraph> more = new java.util.ArrayList<>(paragraphs);
            more.add(paragraph);
            return new Cell(List.copyOf(more));
        }
    }

    /** How many there are of each kind, a bar for each of several things; the marks say what the parts mean. */
    record Bars(String caption, List<Bar> bars, List<Piece.Mark> marks) implements Block {

        @Override
        public String kind() {
            return "bars";
        }
    }

    record Bar(String label, List<Part> parts) {

        public long all() {
            return parts.stream().mapToLong(Part::count).sum();
        }

        /** The width of a part in hundredths of the bar: in proportion, but never too narrow for its number. */
        public double width(Part part) {
            double narrowest = 6;
            double sum = parts.stream()
                    .mapToDouble(one -> Math.max(narrowest, 100.0 * one.count() / all()))
                    .sum();
            return 100 * Math.max(narrowest, 100.0 * part.count() / all()) / sum;
        }
    }

    /**
     * @param share for the page: hundredths of the bar when there are more than a hundred in all, else the count
     */
    record Part(Piece.Mark mark, long count, long share) {}

    /** Words that stand out in a frame: what has to be known before the rest is read. */
    record Notice(List<Paragraph> paragraphs) implements Block {

        @Override
        public String kind() {
            return "notice";
        }
    }
}
