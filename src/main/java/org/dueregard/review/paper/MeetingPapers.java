package org.dueregard.review.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dueregard.document.Block;
import org.dueregard.document.Block.Cell;
import org.dueregard.document.Block.Column;
import org.dueregard.document.Block.Heading;
import org.dueregard.document.Block.Paragraph;
import org.dueregard.document.Block.Point;
import org.dueregard.document.Block.Points;
import org.dueregard.document.Block.Row;
import org.dueregard.document.Block.Table;
import org.dueregard.document.Paper;
import org.dueregard.document.Piece.Words;
import org.dueregard.document.Prose;
import org.dueregard.organisation.SignedIn;
import org.dueregard.review.read.Actions;
import org.dueregard.review.read.Agenda;
import org.dueregard.review.read.AgendaItem;
import org.dueregard.review.read.Attendance;
import org.dueregard.site.When;
import org.springframework.stereotype.Component;

/**
 * What the group reads before it meets: the exceptions, what changed since last time, the updates that are missing, the
 * actions from before, then the rest in plan order.
 */
@Component
public class MeetingPapers {

    private final Parts parts;
    private final When when;

    MeetingPapers(Parts parts, When when) {
        this.parts = parts;
        this.when = when;
    }

    public Paper of(SignedIn by, Agenda agenda, Attendance attendance, List<Actions.Entry> before) {
        List<AgendaItem> items = agenda.inPlanOrder();
        List<AgendaItem> exceptions =
                agenda.talk().stream().filter(AgendaItem::isException).toList();
        List<AgendaItem> worse = items.stream().filter(AgendaItem::isWorse).toList();
        List<AgendaItem> better = items.stream().filter(AgendaItem::isBetter).toList();
        List<AgendaItem> missing = items.stream()
                .filter(item -> item.isMissing() && !item.isException())
                .toList();
        List<AgendaItem> rest = items.stream()
                .filter(item -> !item.isException() && !item.isMissing())
                .toList();

        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(
                Words.strong(parts.say("review.agenda.talk", agenda.talk().size(), agenda.items()) + " "),
                new Words(parts.say("review.agenda.rest", agenda.rest().size()))));
        if (!items.isEmpty()) {
            blocks.add(parts.bars(items));
        }
        blocks.add(parts.heading("review.papers.order"));
        blocks.add(order(attendance, exceptions, worse, better, missing, before, rest));

        blocks.add(parts.heading("review.papers.exceptions"));
        if (exceptions.isEmpty()) {
            blocks.add(Paragraph.of(parts.say("review.papers.no-exceptions")));
        }
        exceptions.forEach(item -> blocks.addAll(parts.full(item)));

        blocks.add(parts.heading("review.papers.changes"));
        if (worse.isEmpty() && better.isEmpty()) {
            blocks.add(Paragraph.of(parts.say("review.papers.no-changes")));
        }
        if (!worse.isEmpty()) {
            blocks.add(new Heading(3, parts.say("review.paper.worse")));
            blocks.add(parts.moved(parts.say("review.paper.worse"), worse));
        }
        if (!better.isEmpty()) {
            blocks.add(new Heading(3, parts.say("review.paper.better")));
            blocks.add(parts.moved(parts.say("review.paper.better"), better));
        }

        blocks.add(parts.heading("review.papers.missing"));
        blocks.add(
                missing.isEmpty() ? Paragraph.of(parts.say("review.papers.nothing-missing")) : parts.missing(missing));

        blocks.add(parts.heading("review.agenda.before"));
        blocks.add(
                before.isEmpty()
                        ? Paragraph.of(parts.say("review.papers.no-actions"))
                        : parts.actions(parts.say("review.agenda.before"), before));

        blocks.add(parts.heading("review.papers.rest"));
        byObjective(rest).forEach((objective, of) -> {
            blocks.add(new Heading(3, objective));
            blocks.add(rest(objective, of));
        });
        return new Paper(
                parts.say("review.papers.file", when.day(agenda.on())),
                parts.say("review.papers.of", agenda.group()),
                by.council(),
                parts.say(
                        "review.papers.when",
                        when.weekdayAndYear(agenda.on()),
                        when.time(agenda.at()),
                        agenda.roundName(),
                        agenda.plan()),
                List.copyOf(blocks));
    }

    private Points order(
            Attendance attendance,
            List<AgendaItem> exceptions,
            List<AgendaItem> worse,
            List<AgendaItem> better,
            List<AgendaItem> missing,
            List<Actions.Entry> before,
            List<AgendaItem> rest) {
        List<Point> points = new ArrayList<>();
        points.add(Point.of(new Words(parts.say("review.papers.order.here", attendance.quorum()))));
        points.add(Point.of(new Words(parts.say("review.papers.order.exceptions", exceptions.size()))));
        points.add(Point.of(new Words(parts.say("review.papers.order.changes", worse.size(), better.size()))));
        points.add(Point.of(new Words(parts.say("review.papers.order.missing", missing.size()))));
        points.add(Point.of(new Words(parts.say("review.papers.order.actions", before.size()))));
        points.add(Point.of(new Words(parts.say("review.papers.order.rest", rest.size()))));
        return new Points(true, List.copyOf(points));
    }

    private static Map<String, List<AgendaItem>> byObjective(List<AgendaItem> items) {
        return items.stream()
                .collect(Collectors.groupingBy(AgendaItem::objective, LinkedHashMap::new, Collectors.toList()));
    }

    private Table rest(String objective, List<AgendaItem> items) {
        return new Table(
                objective,
                List.of(
                        new Column(parts.say("review.paper.item"), 30),
                        new Column(parts.say("review.item.promised"), 14),
                        new Column(parts.say("review.item.happened"), 14),
                        new Column(parts.say("review.agenda.proposed"), 15),
                        new Column(parts.say("review.item.say"), 27)),
                items.stream()
                        .map(item -> Row.of(
                                Cell.of(parts.link(item)).and(Paragraph.quiet(item.unit())),
                                Cell.of(parts.promised(item)),
                                Cell.of(parts.happened(item)),
                                Cell.of(parts.mark(item)),
                                said(item)))
                        .toList());
    }

    private Cell said(AgendaItem item) {
        List<Paragraph> lines = new ArrayList<>(Prose.lines(item.words().narrative()));
        parts.evidence(item).ifPresent(lines::add);
        return lines.isEmpty() ? Cell.of(parts.say("review.papers.nothing-said")) : new Cell(List.copyOf(lines));
    }
}
