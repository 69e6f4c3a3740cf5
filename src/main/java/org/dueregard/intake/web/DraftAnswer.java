package org.dueregard.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dueregard.calendar.Period;
import org.dueregard.exchange.PlanDocument;
import org.dueregard.intake.DraftDocument;
import org.dueregard.intake.Frame;
import org.dueregard.intake.IntakeId;
import org.dueregard.intake.model.Readings.Reading;
import org.dueregard.intake.reading.Certainty;
import org.dueregard.intake.reading.DraftNode;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.reading.Spot;
import org.dueregard.intake.reading.TableReading;
import org.dueregard.intake.reading.Value;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A draft as programs are told of it: the plan in the format in which plans are exchanged, and beside it, by the keys of its
 * nodes, where each value stands, how sure it is and what is doubtful.
 */
@Component
class DraftAnswer {

    static final String FORMAT = "due-regard/plan-draft";

    private final Sentences sentences;

    DraftAnswer(Sentences sentences) {
        this.sentences = sentences;
    }

    /** @param kept where the file is checked; null when it was not kept */
    record Answer(
            String format,
            int version,
            String file,
            @Nullable Kept kept,
            PlanDocument plan,
            Map<String, Node> sources,
            List<Problem> problems,
            List<Left> unplaced,
            List<TableReading> tables) {}

    record Kept(String id, String page) {}

    /** @param spot within the document; the same each time the file is read */
    record Source(String place, String spot) {}

    record Node(Certainty confidence, List<Source> source, List<Said> values) {}

    /** @param heading what the heading of the column or the label says; empty for nothing */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Said(
            Role role, String words, String heading, Certainty confidence, boolean inherited, List<Source> source) {}

    /** @param kind why it is doubtful: role, node, target, target-words, figure or period */
    record Problem(String kind, String node, String role, String words, String message) {}

    record Left(String words, String because, List<Source> source) {}

    Answer of(String file, Reading reading, Period period, @Nullable IntakeId kept) {
        PlanDraft draft = reading.draft();
        Value title = draft.title();
        PlanDocument plan =
                DraftDocument.of(draft, new Frame(title == null ? file : title.words(), period, null, Map.of()));
        Map<String, Node> sources = new LinkedHashMap<>();
        draft.all().forEach(node -> sources.put(node.key(), node(reading, node)));
        Drafted drafted =
                new Drafted(draft, period, java.util.Set.of(), key -> sentences.of("intake.understood." + key));
        List<Problem> problems = drafted.doubts().stream()
                .map(doubt -> new Problem(
                        String.valueOf(doubt.value().because()),
                        doubt.key(),
                        doubt.value().role(),
                        doubt.value().words(),
                        sentences.of("intake.because." + doubt.value().because())))
                .toList();
        List<Left> unplaced = draft.unplaced().stream()
                .map(one -> new Left(one.words(), one.because().name(), sources(reading, one.spots())))
                .toList();
        return new Answer(
                FORMAT,
                1,
                file,
                kept == null ? null : new Kept(kept.toString(), "/imports/" + kept),
                plan,
                sources,
                problems,
                unplaced,
                draft.tables());
    }

    private static Node node(Reading reading, DraftNode node) {
        List<Said> values = node.values().stream()
                .map(value -> new Said(
                        value.role(),
                        value.words(),
                        value.heading(),
                        value.certainty(),
                        value.inherited(),
                        sources(reading, value.spots())))
                .toList();
        return new Node(
                node.titleFrom().certainty(), sources(reading, node.titleFrom().spots()), values);
    }

    private static List<Source> sources(Reading reading, List<Spot> spots) {
        return spots.stream()
                .map(spot -> new Source(Places.of(spot.whole().placeIn(reading.document())), spot.toString()))
                .toList();
    }
}
