package org.dueregard.document.read;

/** Where in a file something stands, so that a person can be shown it. All numbers begin at 1. */
public sealed interface Place {

    String file();

    /** A paragraph of a text, counted among those with words. */
    record InText(String file, int paragraph) implements Place {}

    /** A place that holds rows and columns. */
    sealed interface OfCells extends Place {

        /** Where a cell stands. */
        OfCells cell(int row, int column);
    }

    /**
     * A table of a text, or a cell of it.
     *
     * @param table counted among the tables of the text, or of the cell that it stands in
     * @param row 0 for the table as a whole
     * @param column 0 for the table or the row as a whole
     */
    record InTable(String file, int table, int row, int column) implements OfCells {

        @Override
        public InTable cell(int otherRow, int otherColumn) {
            return new InTable(file, table, otherRow, otherColumn);
        }
    }

    /** A table, or a cell of it, that itself stands in a cell. */
    record InCell(OfCells outer, int table, int row, int column) implements OfCells {

        @Override
        public String file() {
            return outer.file();
        }

        @Override
        public InCell cell(int otherRow, int otherColumn) {
            return new InCell(outer, table, otherRow, otherColumn);
        }
    }

    /** A cell of a workbook; for a table its upper left one, for a sheet as a whole row and column 0. */
    record InSheet(String file, String sheet, int row, int column) implements OfCells {

        @Override
        public InSheet cell(int otherRow, int otherColumn) {
            return new InSheet(file, sheet, otherRow, otherColumn);
        }

        /** As the workbook calls it: {@code B7}. */
        public String reference() {
            return letters(column) + (row == 0 ? "" : row);
        }

        static String letters(int column) {
            StringBuilder letters = new StringBuilder();
            for (int left = column; left > 0; left = (left - 1) / 26) {
                letters.insert(0, (char) ('A' + (left - 1) % 26));
            }
            return letters.toString();
        }
    }

    /** A value in a file of lines: the line on which it begins, and which value of it. */
    record InLines(String file, int row, int column) implements OfCells {

        @Override
        public InLines cell(int otherRow, int otherColumn) {
            return new InLines(file, otherRow, otherColumn);
        }
    }
}
