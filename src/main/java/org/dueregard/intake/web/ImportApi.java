package org.dueregard.intake.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.calendar.Period;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.dueregard.document.UntrustedFiles.Unreadable;
import org.dueregard.intake.IntakeId;
import org.dueregard.intake.model.Intakes;
import org.dueregard.intake.model.Readings;
import org.dueregard.intake.model.Readings.Reading;
import org.dueregard.organisation.SignedIn;
import org.dueregard.site.Once;
import org.dueregard.site.OnceArguments;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Reads a plan out of a file for a program, and answers with the whole draft. */
@RestController
@AllowedTo(Role.POLICY_OFFICER)
class ImportApi {

    static final String PATH = "/api/v1/imports";

    private static final int LONGEST_KEY = 200;

    private final Readings readings;
    private final Intakes intakes;
    private final DraftAnswer answers;
    private final Sentences sentences;
    private final Clock clock;

    ImportApi(Readings readings, Intakes intakes, DraftAnswer answers, Sentences sentences, Clock clock) {
        this.readings = readings;
        this.intakes = intakes;
        this.answers = answers;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * Sent again with the same key and content, a file is kept once, and the answer is that of the first time.
     *
     * @param key that whoever sends the file made for this sending; without one, each sending is another
     * @param keep whether the file is kept, to be checked on the page that the answer names; otherwise nothing is
     * @param period of the plan, in words; what the file says, or else this financial year, where it is left out
     */
    @PostMapping(
            path = PATH,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DraftAnswer.Answer> read(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean keep,
            @RequestParam(required = false) @Nullable String period,
            @RequestHeader(name = OnceArguments.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal SignedIn by,
            Once once)
            throws IOException {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw refused(HttpStatus.BAD_REQUEST, "KEY", sentences.of("intake.api.key", LONGEST_KEY));
        }
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank()) {
            throw refused(HttpStatus.BAD_REQUEST, "MISSING", sentences.of("intake.fault.none"));
        }
        byte[] content = file.getBytes();
        String name = IntakeController.name(file.getOriginalFilename());
        Reading reading = read(name, content);
        Period years = period == null || period.isBlank()
                ? PlanController.period(reading.draft(), LocalDate.now(clock))
                : Period.read(period)
                        .orElseThrow(() ->
                                refused(HttpStatus.BAD_REQUEST, "PERIOD", sentences.of("intake.plan.fault.period")));
        IntakeId kept = keep ? kept(once, by, name, content, period) : null;
        DraftAnswer.Answer answer = answers.of(name, reading, years, kept);
        return kept == null
                ? ResponseEntity.ok(answer)
                : ResponseEntity.created(URI.create("/imports/" + kept)).body(answer);
    }

    private IntakeId kept(Once once, SignedIn by, String name, byte[] content, @Nullable String period) {
        String sent = fingerprint(name, content, period);
        String answer = once.perform(() -> sent + ' ' + intakes.bring(by, name, content));
        if (!answer.startsWith(sent + ' ')) {
            throw refused(HttpStatus.UNPROCESSABLE_CONTENT, "KEY_USED", sentences.of("intake.api.key-used"));
        }
        return IntakeId.of(answer.substring(sent.length() + 1));
    }

    /** Of everything that the answer depends on. */
    private static String fingerprint(String name, byte[] content, @Nullable String period) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + '\0' + (period == null ? "" : period) + '\0').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Reading read(String name, byte[] content) {
        try {
            return readings.of(name, content);
        } catch (Unreadable unreadable) {
            boolean busy = unreadable.trouble() == Trouble.TOO_MUCH;
            throw refused(
                    busy ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT,
                    unreadable.trouble().name(),
                    sentences.of("intake.file." + unreadable.trouble()));
        }
    }

    private static ErrorResponseException refused(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return new ErrorResponseException(status, problem, null);
    }
}
