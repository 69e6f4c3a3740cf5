package org.dueregard.review.paper;

import java.util.ArrayList;
import java.util.List;
import org.dueregard.document.Block;
import org.dueregard.document.Block.Cell;
import org.dueregard.document.Block.Column;
import org.dueregard.document.Block.Heading;
import org.dueregard.document.Block.Notice;
import org.dueregard.document.Block.Paragraph;
import org.dueregard.document.Block.Point;
import org.dueregard.document.Block.Points;
import org.dueregard.document.Block.Row;
import org.dueregard.document.Block.Table;
import org.dueregard.document.Paper;
import org.dueregard.document.Piece.Words;
import org.dueregard.document.Prose;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.SignedIn;
import org.dueregard.review.MeetingState;
import org.dueregard.review.ReportSection;
import org.dueregard.review.read.Actions;
import org.dueregard.review.read.Agenda;
import org.dueregard.review.read.AgendaItem;
import org.dueregard.review.read.Attendance;
import org.dueregard.review.read.ReportWords;
import org.dueregard.site.When;
import org.springframework.stereotype.Component;

/**
 * What the management team hears of a meeting: where the plan is, what is off track and done about it, what changed, what
 * the group decided, and what it asks them to decide. Made anew from the record each time, around the words that people
 * added.
 */
@Component
public class ManagementReport {

    private final Parts parts;
    private final When when;

    ManagementReport(Parts parts, When when) {
        this.parts = parts;
        this.when = when;
    }

    public Paper of(SignedIn by, Agenda agenda, Attendance attendance, List<Actions.Entry> actions, ReportWords words) {
        List<Block> blocks = new ArrayList<>();
        notice(agenda, attendance).forEach(blocks::add);
        for (ReportSection section : ReportSection.values()) {
            blocks.add(parts.heading("review.report." + section));
            blocks.addAll(Prose.within(words.of(section).before()));
            blocks.addAll(section(section, agenda, actions));
            blocks.addAll(Prose.within(words.of(section).after()));
        }
        return new Paper(
                parts.say("review.report.file", when.day(agenda.on())),
                parts.say("review.report.title"),
                by.council(),
                parts.say(
                        "review.report.when", agenda.plan(), agenda.roundName(), agenda.group(), when.day(agenda.on())),
                List.copyOf(blocks));
    }

    private List<Block> notice(Agenda agenda, Attendance attendance) {
        List<Paragraph> known = new ArrayList<>();
        if (agenda.state() != MeetingState.CLOSED) {
            known.add(Paragraph.of(Words.strong(parts.say("review.report.draft"))));
        } else if (attendance.isNoted() && !attendance.isQuorate()) {
            known.add(Paragraph.of(Words.strong(parts.say("review.report.not-quorate"))));
        }
        return known.isEmpty() ? List.of() : List.of(new Notice(List.copyOf(known)));
    }

    private List<Block> section(ReportSection section, Agenda agenda, List<Actions.Entry> actions) {
        return switch (section) {
            case SUMMARY -> summary(agenda);
            case EXCEPTIONS -> exceptions(agenda.inPlanOrder());
            case CHANGES -> changes(agenda.inPlanOrder());
            case GROUP -> group(agenda, actions);
            case ASKED -> asked(agenda, actions);
        };
    }

    private List<Block> summary(Agenda agenda) {
        List<AgendaItem> items = agenda.inPlanOrder();
        if (items.isEmpty()) {
            return List.of(Paragraph.of(parts.say("review.report.no-items")));
        }
        long worse = items.stream().filter(AgendaItem::isWorse).count();
        long better = items.stream().filter(AgendaItem::isBetter).count();
        long missing = items.stream().filter(AgendaItem::isUpdateMissing).count();
        String sentence = parts.say("dashboard.of", items.size())
                + " "
                + parts.say("dashboard.on", count(items, Status.ON_TRACK) + count(items, Status.COMPLETE))
                + ", "
                + parts.say("dashboard.risk", count(items, Status.AT_RISK))
                + " "
                + parts.say("dashboard.and")
                + " "
                + parts.say("dashboard.off", count(items, Status.OFF_TRACK))
                + ".";
        String before = agenda.roundBefore();
        String since = before == null
                ? ""
                : parts.say("dashboard.since-round", before)
                        + " "
                        + parts.say("dashboard.worse-since", worse)
                        + " "
                        + parts.say("dashboard.and")
                        + " "
                        + parts.say("dashboard.better", better)
                        + ". ";
        return List.of(
                Paragraph.of(
                        Words.strong(sentence), new Words(" " + since + parts.say("dashboard.missing", missing) + ".")),
                parts.bars(items));
    }

    private static long count(List<AgendaItem> items, Status status) {
        return items.stream().filter(item -> item.status() == status).count();
    }

    private List<Block> exceptions(List<AgendaItem> items) {
        List<AgendaItem> exceptions = items.stream()
                .filter(item -> item.status() == Status.OFF_TRACK || item.exception() != null)
                .toList();
        if (exceptions.isEmpty()) {
            return List.of(Paragraph.of(parts.say("review.report.no-exceptions")));
        }
        return List.of(new Table(
                parts.say("review.report.EXCEPTIONS"),
                List.of(
                        new Column(parts.say("review.paper.item"), 30),
                        new Column(parts.say("review.report.status"), 30),
                        new Column(parts.say("review.report.doing"), 40)),
                exceptions.stream()
                        .map(item -> Row.of(
                                Cell.of(parts.link(item)).and(Paragraph.quiet(item.unit())),
                                verdict(item),
                                parts.fix(item.words())
                                        .map(Cell::of)
                                        .orElseGet(() -> Cell.of(Words.strong(parts.say("review.report.nothing"))))))
                        .toList()));
    }

    private Cell verdict(AgendaItem item) {
        Cell verdict = Cell.of(parts.mark(item));
        if (item.isOverridden() && item.agreedReason() != null) {
            return verdict.and(Paragraph.of(parts.say("review.report.agreed-because", item.agreedReason())));
        }
        verdict = verdict.and(Paragraph.of(item.sentence()));
        return item.exception() == null ? verdict : verdict.and(Paragraph.of(item.exception()));
    }

    private List<Block> changes(List<AgendaItem> items) {
        List<AgendaItem> worse = items.stream().filter(AgendaItem::isWorse).toList();
        List<AgendaItem> better = items.stream().filter(AgendaItem::isBetter).toList();
        List<Block> blocks = new ArrayList<>();
        if (items.stream().allMatch(item -> item.before() == null)) {
            return List.of(Paragraph.of(parts.say("review.report.no-round-before")));
        }
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
        return blocks;
    }

    private List<Block> group(Agenda agenda, List<Actions.Entry> actions) {
        List<AgendaItem> decided = agenda.inPlanOrder().stream()
                .filter(item -> item.decision() != null)
                .toList();
        List<Actions.Entry> recorded = actions.stream()
                .filter(action -> action.meeting().equals(agenda.id()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(parts.say("review.report.settled", agenda.settled(), agenda.items())));
        if (!decided.isEmpty()) {
            blocks.add(new Points(
                    false,
                    decided.stream()
                            .map(item -> Point.of(
                                    parts.link(item),
                                    new Words(": " + (item.decision() == null ? "" : item.decision()))))
                            .toList()));
        }
        if (!recorded.isEmpty()) {
            blocks.add(parts.actions(parts.say("review.minutes.actions"), recorded));
        }
        return blocks;
    }

    /** What nobody below the management team can settle: nothing planned where it is off track, actions that are late. */
    private List<Block> asked(Agenda agenda, List<Actions.Entry> actions) {
        List<Point> points = new ArrayList<>();
        points.add(Point.of(new Words(parts.say("review.report.note"))));
        agenda.inPlanOrder().stream()
                .filter(item ->
                        item.status() == Status.OFF_TRACK && item.words().fixWhat() == null)
                .forEach(item -> points.add(Point.of(
                        new Words(parts.say("review.report.ask-plan", item.unit()) + " "),
                        parts.link(item),
                        new Words("."))));
        actions.stream()
                .filter(action -> action.isOpen() && action.dueOn().isBefore(when.today()))
                .forEach(action -> points.add(Point.of(new Words(parts.say(
                        "review.report.ask-late", action.owner(), action.what(), when.day(action.dueOn()))))));
        return List.of(new Points(true, List.copyOf(points)));
    }
}
