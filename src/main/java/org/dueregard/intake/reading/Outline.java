package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dueregard.document.read.Line;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Place;

/** A document as a row of headings, items of lists and other words, by the numbers of its blocks; a table has no words in it. */
record Outline(NeutralDocument document) {

    int size() {
        return document.blocks().size();
    }

    /** Empty for a table. */
    String text(int block) {
        return paragraph(block).map(Paragraph::text).orElse("");
    }

    /** How high a heading is, 1 for the highest; 0 for what is none. */
    int depth(int block) {
        return paragraph(block).map(one -> one.heading().level()).orElse(0);
    }

    boolean isHeading(int block) {
        return depth(block) > 0;
    }

    boolean isTable(int block) {
        return paragraph(block).isEmpty();
    }

    boolean isListed(int block) {
        return paragraph(block).filter(one -> one.line().depth() > 0).isPresent();
    }

    /** Empty for a table. */
    Optional<Paragraph> paragraph(int block) {
        return document.blocks().get(block) instanceof Paragraph paragraph ? Optional.of(paragraph) : Optional.empty();
    }

    /** The words of a block with where they stand; none for a table. */
    Snippet snippet(int block) {
        return Snippet.of(paragraph(block).map(Paragraph::line).orElse(Line.of("")), Spot.block(block));
    }

    Place place(int block) {
        return document.blocks().get(block).place();
    }

    /** The headings that a block stands under, the highest first. */
    List<Integer> above(int block) {
        List<Integer> stack = new ArrayList<>();
        int level = Integer.MAX_VALUE;
        for (int before = block - 1; before >= 0; before--) {
            int own = depth(before);
            if (own > 0 && own < level) {
                stack.add(before);
                level = own;
            }
        }
        stack.sort(Comparator.naturalOrder());
        return stack;
    }

    /** The words right before a block, whatever is empty between them; -1 for none. */
    int lineOver(int block) {
        int over = block - 1;
        while (over >= 0 && !isTable(over) && text(over).isBlank()) {
            over--;
        }
        return over >= 0 && !isTable(over) ? over : -1;
    }

    /** Whether a line right below an item of a list says only by when. */
    boolean isDayBelow(int block) {
        return block > 0
                && block < size()
                && isListed(block - 1)
                && !isListed(block)
                && !isHeading(block)
                && OwnerAndDay.isOnlyDay(text(block));
    }

    /** What a heading that is a label says the words under it are, whatever number it has: {@code Lead service area}. */
    Optional<Role> labelOf(int block) {
        return isHeading(block)
                ? HeadingWords.ofLabel(unnumbered(block)).map(HeadingWords.Meaning::role)
                : Optional.empty();
    }

    /** The words of a block behind its number. */
    String unnumbered(int block) {
        return Reference.in(text(block)).map(Reference::rest).orElse(text(block));
    }
}
