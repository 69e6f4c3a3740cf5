package org.dueregard.review.paper;

import java.util.List;
import java.util.stream.Collectors;
import org.dueregard.organisation.SignedIn;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingState;
import org.dueregard.review.read.Actions;
import org.dueregard.review.read.Agenda;
import org.dueregard.review.read.AgendaItem;
import org.dueregard.review.read.Agendas;
import org.dueregard.review.read.Attendance;
import org.dueregard.review.read.Attendances;
import org.dueregard.review.read.MinutesSheets;
import org.dueregard.site.NotHere;
import org.dueregard.site.When;
import org.springframework.stereotype.Component;

/**
 * Minutes as they follow from what was recorded: who was there, what was agreed and why, decisions and actions. Markdown,
 * for people to go on with.
 */
@Component
public class MinutesDraft {

    private final Agendas agendas;
    private final Attendances attendances;
    private final Actions actions;
    private final MinutesSheets minutes;
    private final Parts parts;
    private final When when;

    MinutesDraft(
            Agendas agendas, Attendances attendances, Actions actions, MinutesSheets minutes, Parts parts, When when) {
        this.agendas = agendas;
        this.attendances = attendances;
        this.actions = actions;
        this.minutes = minutes;
        this.parts = parts;
        this.when = when;
    }

    /** @throws NotHere for another council's meeting */
    public String of(SignedIn by, MeetingId meeting) {
        Agenda agenda = agendas.find(by.organisation(), meeting).orElseThrow(NotHere::new);
        List<Actions.Entry> around = actions.around(meeting);
        StringBuilder text = new StringBuilder();
        attendance(attendances.of(by.organisation(), meeting), text);
        minutes.before(meeting).ifPresent(earlier -> {
            heading("review.minutes.before", text);
            line(
                    parts.say(
                            earlier.approved() ? "review.minutes.before-approved" : "review.minutes.before-open",
                            when.day(earlier.on())),
                    text);
        });
        List<Actions.Entry> before = around.stream()
                .filter(action -> !action.meeting().equals(meeting))
                .toList();
        if (!before.isEmpty()) {
            heading("review.agenda.before", text);
            before.forEach(action -> point(before(action), text));
            text.append('\n');
        }
        items(agenda, around, text);
        List<Actions.Entry> recorded = around.stream()
                .filter(action -> action.meeting().equals(meeting))
                .toList();
        heading("review.minutes.actions", text);
        if (recorded.isEmpty()) {
            line(parts.say("review.minutes.no-actions"), text);
        } else {
            text.append(row(
                            parts.say("review.paper.action"),
                            parts.say("review.item.action-owner"),
                            parts.say("review.item.action-due")))
                    .append("|---|---|---|\n");
            recorded.forEach(action -> text.append(row(action.what(), action.owner(), when.day(action.dueOn()))));
        }
        if (agenda.state() != MeetingState.CLOSED) {
            text.append('\n');
            line(parts.say("review.minutes.still-open"), text);
        }
        return text.toString().strip();
    }

    private void attendance(Attendance attendance, StringBuilder text) {
        heading("review.minutes.here", text);
        if (!attendance.isNoted()) {
            line(parts.say("review.attendance.never"), text);
            return;
        }
        point(parts.say("review.minutes.members", posts(attendance.here())), text);
        if (!attendance.apologies().isEmpty()) {
            point(parts.say("review.minutes.apologies", posts(attendance.apologies())), text);
        }
        if (!attendance.absent().isEmpty()) {
            point(parts.say("review.minutes.absent", posts(attendance.absent())), text);
        }
        if (!attendance.guests().isEmpty()) {
            point(parts.say("review.minutes.guests", escape(String.join("; ", attendance.guests()))), text);
        }
        text.append('\n');
        line(
                parts.say(
                        attendance.isQuorate() ? "review.minutes.quorate" : "review.minutes.not-quorate",
                        attendance.here().size(),
                        attendance.members().size(),
                        attendance.quorum()),
                text);
    }

    private String posts(List<Attendance.Member> members) {
        return members.isEmpty()
                ? parts.say("review.minutes.nobody")
                : members.stream()
                        .map(member -> escape(
                                member.chair() && !member.post().toLowerCase().contains("chair")
                                        ? member.post() + " (" + parts.say("review.attendance.chair") + ")"
                                        : member.post()))
                        .collect(Collectors.joining("; "));
    }

    private String before(Actions.Entry action) {
        String what = escape(action.what() + " (" + action.owner() + ", " + when.day(action.dueOn()) + ")");
        return action.closedOn() == null
                ? parts.say("review.minutes.action-open", what)
                : parts.say(
                        "review.minutes.action-closed",
                        what,
                        when.day(action.closedOn()),
                        escape(action.outcome() == null ? "" : action.outcome()));
    }

    private void items(Agenda agenda, List<Actions.Entry> around, StringBuilder text) {
        List<AgendaItem> discussed = agenda.inPlanOrder().stream()
                .filter(item -> item.isSettled() && !item.together())
                .toList();
        List<AgendaItem> together = agenda.inPlanOrder().stream()
                .filter(item -> item.isSettled() && item.together())
                .toList();
        List<AgendaItem> left =
                agenda.inPlanOrder().stream().filter(item -> !item.isSettled()).toList();
        if (!discussed.isEmpty()) {
            heading("review.minutes.discussed", text);
            for (AgendaItem item : discussed) {
                text.append("### ")
                        .append(escape(item.reference() == null ? item.title() : item.reference() + " " + item.title()))
                        .append("\n\n");
                line(agreed(item), text);
                if (item.decision() != null) {
                    line(parts.say("review.minutes.decision", escape(item.decision())), text);
                }
                around.stream()
                        .filter(action -> action.meeting().equals(agenda.id())
                                && item.node().equals(action.node()))
                        .forEach(action -> line(
                                parts.say(
                                        "review.minutes.action",
                                        escape(action.what()),
                                        escape(action.owner()),
                                        when.day(action.dueOn())),
                                text));
            }
        }
        if (!together.isEmpty()) {
            heading("review.minutes.together", text);
            line(parts.say("review.minutes.together-what", together.size(), counted(together)), text);
        }
        if (!left.isEmpty()) {
            heading("review.minutes.left", text);
            line(parts.say("review.minutes.left-what", left.size()), text);
        }
    }

    private String agreed(AgendaItem item) {
        String status = parts.say("status-in-words." + item.status());
        if (!item.isOverridden()) {
            return parts.say("review.minutes.agreed", status, escape(item.sentence()));
        }
        return parts.say(
                "review.minutes.agreed-otherwise",
                status,
                parts.say("status-in-words." + item.proposed()),
                escape(item.agreedReason() == null ? "" : item.agreedReason()));
    }

    private String counted(List<AgendaItem> items) {
        return items.stream()
                .collect(Collectors.groupingBy(AgendaItem::status, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(java.util.Comparator.comparing(entry -> entry.getKey().rank()))
                .map(entry -> entry.getValue() + " " + parts.say("status-in-words." + entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private void heading(String key, StringBuilder text) {
        text.append("## ").append(parts.say(key)).append("\n\n");
    }

    private static void line(String words, StringBuilder text) {
        text.append(words).append("\n\n");
    }

    private static void point(String words, StringBuilder text) {
        text.append("- ").append(words).append('\n');
    }

    private static String row(String... cells) {
        return java.util.Arrays.stream(cells)
                .map(cell -> escape(cell).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** In one line, and taken as words whatever they begin with or contain. */
    private static String escape(String words) {
        return words.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("([\\\\*_`\\[\\]<>#])", "\\\\$1");
    }
}
