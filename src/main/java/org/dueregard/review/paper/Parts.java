package org.dueregard.review.paper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dueregard.document.Block;
import org.dueregard.document.Block.Bar;
import org.dueregard.document.Block.Bars;
import org.dueregard.document.Block.Cell;
import org.dueregard.document.Block.Column;
import org.dueregard.document.Block.Heading;
import org.dueregard.document.Block.Paragraph;
import org.dueregard.document.Block.Part;
import org.dueregard.document.Block.Row;
import org.dueregard.document.Block.Table;
import org.dueregard.document.Piece;
import org.dueregard.document.Piece.Link;
import org.dueregard.document.Piece.Mark;
import org.dueregard.document.Piece.Words;
import org.dueregard.document.Prose;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Status;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.Evidence;
import org.dueregard.reporting.ItemWords;
import org.dueregard.review.read.Actions;
import org.dueregard.review.read.AgendaItem;
import org.dueregard.site.Distribution;
import org.dueregard.site.Sentences;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What several papers have in common: statuses, bars, and tables of items and actions. */
@Component
class Parts {

    private final Sentences sentences;
    private final When when;

    Parts(Sentences sentences, When when) {
        this.sentences = sentences;
        this.when = when;
    }

    String say(String key, Object... details) {
        return sentences.of(key, details);
    }

    Heading heading(String key, Object... details) {
        return new Heading(2, say(key, details));
    }

    Mark mark(Status status) {
        return mark(status, null);
    }

    Mark mark(Status status, @Nullable NotRatedReason why) {
        return new Mark(
                status.key(),
                say("status." + status.key()),
                why == null || status != Status.NOT_RATED ? null : say("reason." + why));
    }

    /** The status of an item: as agreed, else as proposed. */
    Mark mark(AgendaItem item) {
        return mark(item.status(), item.why());
    }

    /** All items as one bar, with those of each objective below where there are several. */
    Bars bars(List<AgendaItem> items) {
        List<Bar> bars = new ArrayList<>();
        bars.add(bar(say("review.paper.all", items.size()), items));
        Map<String, List<AgendaItem>> objectives = items.stream()
                .collect(Collectors.groupingBy(
                        AgendaItem::objective, java.util.LinkedHashMap::new, Collectors.toList()));
        if (objectives.size() > 1) {
            objectives.forEach((objective, of) -> bars.add(bar(objective, of)));
        }
        Set<Status> there = items.stream()
                .map(AgendaItem::status)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Status.class)));
        return new Bars(
                say("review.paper.distribution"),
                List.copyOf(bars),
                there.stream()
                        .sorted(java.util.Comparator.comparing(Status::rank))
                        .map(this::mark)
                        .toList());
    }

    private Bar bar(String label, List<AgendaItem> items) {
        Map<Status, Long> counts =
                items.stream().collect(Collectors.groupingBy(AgendaItem::status, Collectors.counting()));
        Distribution distribution = Distribution.of(counts, Status::key, Status::rank);
        return new Bar(
                label,
                distribution.parts().stream()
                        .map(part -> new Part(
                                new Mark(part.key(), say("status." + part.key()), null), part.count(), part.share()))
                        .toList());
    }

    Link link(AgendaItem item) {
        return new Link(item.title(), "/items/" + item.node());
    }

    /** One item in full: what was promised, what happened, what its owner says and does about it. */
    List<Block> full(AgendaItem item) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(3, item.reference() == null ? item.title() : item.reference() + " " + item.title()));
        List<Piece> verdict = new ArrayList<>(List.of(mark(item), new Words(" " + item.sentence())));
        if (item.before() != null) {
            verdict.add(new Words(" " + say("review.paper.before") + " "));
            verdict.add(mark(item.before()));
        }
        blocks.add(new Paragraph(List.copyOf(verdict), false));
        if (item.exception() != null) {
            blocks.add(Paragraph.of(Words.strong(item.exception())));
        }
        item.caveats().forEach(caveat -> blocks.add(Paragraph.quiet(caveat)));
        blocks.add(Paragraph.of(
                Words.strong(say("review.paper.promised") + " "),
                new Words(promised(item) + ". "),
                Words.strong(say("review.paper.happened") + " "),
                new Words(happened(item) + ". "),
                Words.strong(say("review.paper.whose") + " "),
                new Words(item.unit() + ".")));
        blocks.addAll(said(item.words()));
        evidence(item).ifPresent(blocks::add);
        return blocks;
    }

    /** What the owner says, and what will be done. */
    List<Block> said(ItemWords words) {
        List<Block> blocks = new ArrayList<>();
        if (words.choice() == Choice.UPDATE) {
            blocks.addAll(Prose.within(words.narrative()));
        } else if (words.choice() == Choice.NO_UPDATE) {
            blocks.add(Paragraph.of(
                    Words.strong(say("reporting.item.no-update") + ": "),
                    new Words(words.noUpdateReason() == null ? "" : words.noUpdateReason())));
        } else if (words.choice() == Choice.NOT_DUE) {
            blocks.add(Paragraph.of(
                    say("reporting.item.not-due-until", words.expected() == null ? "" : words.expected())));
        }
        if (words.disagreement() != null) {
            String otherwise = words.reportedStatus() == null ? "" : say("status-name." + words.reportedStatus());
            blocks.add(Paragraph.of(
                    Words.strong(say("review.item.disagrees", otherwise) + " "), new Words(words.disagreement())));
        }
        fix(words)
                .ifPresent(fix ->
                        blocks.add(Paragraph.of(Words.strong(say("reporting.check.fix") + " "), new Words(fix))));
        return blocks;
    }

    /** What the update rests on, by name: readers of a paper cannot open it there. */
    java.util.Optional<Paragraph> evidence(AgendaItem item) {
        return item.evidence().isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(Paragraph.of(
                        Words.strong(say("reporting.evidence.paper") + " "),
                        new Words(item.evidence().stream().map(Evidence::title).collect(Collectors.joining("; ")))));
    }

    /** The corrective action: what, by whom and by when. */
    java.util.Optional<String> fix(ItemWords words) {
        if (words.fixWhat() == null) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(say(
                "reporting.check.fix-what",
                words.fixWhat(),
                words.fixWho() == null ? "" : words.fixWho(),
                words.fixWhen() == null ? "" : words.fixWhen()));
    }

    String promised(AgendaItem item) {
        return item.target() == null ? say("review.item.nothing-promised") : item.target();
    }

    String happened(AgendaItem item) {
        String figure = item.figure() == null ? say("review.item.no-figure") : item.figure();
        String share = item.share() == null ? "" : " (" + item.share() + ")";
        return figure + share + (item.figurePeriod() == null ? "" : ", " + item.figurePeriod());
    }

    /** Items that stand elsewhere than last time: from what to what. */
    Table moved(String caption, List<AgendaItem> items) {
        return new Table(
                caption,
                List.of(
                        new Column(say("review.paper.item"), 46),
                        new Column(say("review.paper.last-time"), 18),
                        new Column(say("review.paper.now"), 18),
                        new Column(say("review.paper.figure"), 18)),
                items.stream()
                        .map(item -> Row.of(
                                Cell.of(link(item)).and(Paragraph.quiet(item.unit())),
                                item.before() == null ? Cell.of("") : Cell.of(mark(item.before())),
                                Cell.of(mark(item)),
                                Cell.of(figures(item))))
                        .toList());
    }

    private String figures(AgendaItem item) {
        if (item.figure() == null) {
            return say("review.item.no-figure");
        }
        return item.beforeFigure() == null
                ? item.figure()
                : say("review.paper.from-to", item.beforeFigure(), item.figure());
    }

    Table missing(List<AgendaItem> items) {
        return new Table(
                say("review.papers.missing"),
                List.of(
                        new Column(say("review.paper.item"), 50),
                        new Column(say("review.paper.owner"), 28),
                        new Column(say("review.paper.where"), 22)),
                items.stream()
                        .map(item -> Row.of(Cell.of(link(item)), Cell.of(item.unit()), Cell.of(whyMissing(item))))
                        .toList());
    }

    private String whyMissing(AgendaItem item) {
        if (item.words().choice() == Choice.NO_UPDATE) {
            return say("reporting.item.no-update")
                    + (item.words().noUpdateReason() == null
                            ? ""
                            : ": " + item.words().noUpdateReason());
        }
        return item.reasons().contains(AgendaItem.Reason.NOT_RETURNED)
                ? say("reporting.state." + item.returned())
                : say("review.reason.LATE");
    }

    Table actions(String caption, List<Actions.Entry> actions) {
        return new Table(
                caption,
                List.of(
                        new Column(say("review.paper.action"), 46),
                        new Column(say("review.item.action-owner"), 26),
                        new Column(say("review.paper.due"), 14),
                        new Column(say("review.paper.where"), 14)),
                actions.stream()
                        .map(action -> Row.of(
                                told(action),
                                Cell.of(action.owner()),
                                Cell.of(when.day(action.dueOn())),
                                Cell.of(where(action))))
                        .toList());
    }

    /** What is to be done, what its owner says of it, and what came of it. */
    private Cell told(Actions.Entry action) {
        Cell cell = Cell.of(action.what());
        for (Actions.Note note : action.notes()) {
            cell = cell.and(Paragraph.quiet(say("review.paper.note", note.words(), note.by(), when.dayOf(note.at()))));
        }
        return action.outcome() == null ? cell : cell.and(Paragraph.quiet(action.outcome()));
    }

    private String where(Actions.Entry action) {
        if (action.closedOn() != null) {
            return say("review.paper.closed", when.day(action.closedOn()));
        }
        long days = when.daysUntil(action.dueOn());
        return days < 0 ? say("review.action.late", -days) : say("review.action.open");
    }
}
