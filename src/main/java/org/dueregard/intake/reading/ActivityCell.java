package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.calendar.Deadline;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.plan.NodeKind;

/** What is to be done, in a cell that may name several things, with parts of theirs. */
final class ActivityCell {

    private static final Pattern BY_DAY = Pattern.compile(
            "(?i)\\b(?<words>(?:by|before|ahead of) (?:the )?(?:[\\p{L}]+ ){0,4}?(?:in )?(?:end of |end |mid[- ])?(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|q[1-4]|quarter [1-4])(?: term)?,? (?:19|20)\\d\\d(?:/\\d\\d)?)");

    /** {@code Update – the strategy was launched}, below what is done. */
    private static final Pattern UPDATE =
            Pattern.compile("(?is)(?<label>(?:progress |latest )?update)\\s*[:–—-]\\s*(?<words>\\S.*)");

    private ActivityCell() {}

    /**
     * One a paragraph; or one with parts, where the first has a number or leads to the others.
     *
     * @param free whether days have no column of their own, so that the words may hold them
     */
    static List<Growing> read(LogicalCell cell, Certainty certainty, boolean free) {
        List<Growing> all = new ArrayList<>();
        List<Snippet> lines = cell.words();
        Growing one = null;
        boolean single = false;
        Snippet head = null;
        for (int at = 0; at < lines.size(); at++) {
            Snippet line = lines.get(at);
            Matcher update = UPDATE.matcher(line.text());
            if (one != null && update.matches()) {
                one.add(new Value(
                        Role.UPDATE,
                        update.group("words"),
                        update.group("label"),
                        line.spots(),
                        Certainty.LIKELY,
                        false));
                continue;
            }
            if (one != null && (saidBelow(one, line) || measuredBelow(one, line))) {
                continue;
            }
            boolean parts = !line.inList() && at + 1 < lines.size() && isFirstPart(lines.get(at + 1));
            Growing node = Growing.begun(NodeKind.ACTIVITY, line, certainty);
            boolean beside = head != null
                    && line.isBullet()
                    && line.number().equals(head.number())
                    && line.depth() <= head.depth();
            if (one == null || !single || beside) {
                one = node;
                head = line;
                single = !node.reference.isEmpty() || parts || line.text().matches("(?s).*[:–-]$");
                all.add(node);
            } else if (Reference.isNext(all.get(0).reference, one.reference, node.reference)) {
                one = node;
                all.add(node);
            } else if (goesOnCounting(one, node)) {
                one.goOn(line.saying(node.title).unnumbered());
            } else if (line.inList() || !node.reference.isEmpty() || !one.children.isEmpty()) {
                one.children.add(node);
            } else {
                one.goOn(line);
            }
        }
        if (free) {
            all.forEach(ActivityCell::inlineDay);
        }
        all.forEach(node -> OwnerAndDay.tell(node, free));
        return all;
    }

    /** {@code Lead: Customer Services} below what is done; whether it is that. */
    private static boolean saidBelow(Growing one, Snippet line) {
        List<Labelled> all = Labelled.in(line.text());
        boolean beside = !all.isEmpty()
                && all.stream()
                        .allMatch(said ->
                                Labelled.isBrief(said.role()) && !said.words().isBlank());
        if (beside) {
            all.forEach(said -> one.add(
                    new Value(said.role(), said.words(), said.label(), line.spots(), Certainty.CERTAIN, false)));
        }
        return beside;
    }

    /** {@code Measure: at least two posts filled} below what is done; whether it is that. */
    private static boolean measuredBelow(Growing one, Snippet line) {
        List<Labelled> all = Labelled.in(line.text());
        boolean measured = all.size() == 1
                && all.get(0).role() == Role.INDICATOR
                && !all.get(0).words().isBlank();
        if (measured) {
            Value about = new Value(Role.INDICATOR, one.title, "", one.titleFrom.spots(), Certainty.LIKELY, false);
            Snippet words = line.saying(all.get(0).words()).unlisted();
            MeasureCell.read(List.of(words), about, true).stream()
                    .map(each -> Ground.measured(each, line.spots().get(0)))
                    .forEach(one.children::add);
        }
        return measured;
    }

    private static boolean isFirstPart(Snippet line) {
        return line.isBullet()
                || Reference.in(line.printed())
                        .filter(reference -> reference.reference().equals("a"))
                        .isPresent();
    }

    /** 2., 3. and 4. in one cell are one activity that was numbered by mistake; 1. below 13. begins its parts. */
    private static boolean goesOnCounting(Growing one, Growing next) {
        return one.number().isPresent()
                && next.number().isPresent()
                && next.number().get() > one.number().get();
    }

    private static void inlineDay(Growing node) {
        Matcher day = BY_DAY.matcher(node.title);
        if (day.find() && Deadline.of(day.group("words")).lastDay().isPresent()) {
            node.add(new Value(Role.DEADLINE, day.group("words"), "", node.titleFrom.spots(), Certainty.LIKELY, false));
        }
    }
}
