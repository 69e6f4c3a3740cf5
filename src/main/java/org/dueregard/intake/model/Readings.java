package org.dueregard.intake.model;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dueregard.document.TooManyAtOnce;
import org.dueregard.document.UntrustedFiles;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.dueregard.document.UntrustedFiles.Unreadable;
import org.dueregard.document.read.DocumentFiles;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.intake.IntakeId;
import org.dueregard.intake.reading.Corrections;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.PlanReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files as they are read at present. A reading follows from the file and its corrections alone, so the last few are held
 * in memory: a person who checks a file opens page after page of the same one.
 */
@Component
public class Readings {

    private static final int HELD = 6;

    /** A file with its draft. */
    public record Reading(NeutralDocument document, PlanDraft draft) {}

    private record Version(IntakeId id, long version) {}

    private final JdbcClient jdbc;
    private final DocumentFiles files;
    private final UntrustedFiles guards;
    // soft, since a file of many rows is worth less than the memory that somebody else needs
    private final Map<IntakeId, SoftReference<NeutralDocument>> documents = lastOnes();
    private final Map<Version, SoftReference<Reading>> readings = lastOnes();

    Readings(JdbcClient jdbc, DocumentFiles files, UntrustedFiles guards) {
        this.jdbc = jdbc;
        this.files = files;
        this.guards = guards;
    }

    private static <K, V> Map<K, V> lastOnes() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > HELD;
            }
        };
    }

    /** Reads a file that is not kept; one that holds pictures only is as good as empty. */
    public Reading of(String name, byte[] content) throws Unreadable {
        NeutralDocument document = files.read(name, content);
        boolean words = document.blocks().stream()
                .anyMatch(block -> !(block instanceof Paragraph paragraph)
                        || !paragraph.text().isBlank());
        if (!words) {
            throw new Unreadable(Trouble.EMPTY);
        }
        return new Reading(document, guards.read(() -> PlanReading.read(document, Corrections.NONE)));
    }

    /** Holds what was read of a file that was just brought. */
    public void hold(IntakeId id, Reading reading) {
        synchronized (documents) {
            documents.put(id, new SoftReference<>(reading.document()));
        }
        synchronized (readings) {
            readings.put(new Version(id, 0), new SoftReference<>(reading));
        }
    }

    private static <K, V> @Nullable V held(Map<K, SoftReference<V>> map, K key) {
        SoftReference<V> held = map.get(key);
        return held == null ? null : held.get();
    }

    /** @throws TooManyAtOnce when too many files are being read */
    public Reading of(Intake intake) {
        Version version = new Version(intake.id(), intake.version());
        synchronized (readings) {
            Reading held = held(readings, version);
            if (held != null) {
                return held;
            }
        }
        Reading reading = read(intake);
        synchronized (readings) {
            readings.put(version, new SoftReference<>(reading));
        }
        return reading;
    }

    private Reading read(Intake intake) {
        try {
            NeutralDocument document = document(intake);
            return new Reading(document, guards.read(() -> PlanReading.read(document, intake.corrections())));
        } catch (Unreadable busy) {
            // it was read when it was brought, so nothing is wrong with it
            throw new TooManyAtOnce();
        }
    }

    private NeutralDocument document(Intake intake) throws Unreadable {
        synchronized (documents) {
            NeutralDocument held = held(documents, intake.id());
            if (held != null) {
                return held;
            }
        }
        byte[] content = jdbc.sql("select content from intake_content where intake_id = :id")
                .param("id", intake.id().intakeId())
                .query((row, number) -> row.getBytes("content"))
                .single();
        NeutralDocument document = files.read(intake.fileName(), content);
        synchronized (documents) {
            documents.put(intake.id(), new SoftReference<>(document));
        }
        return document;
    }
}
