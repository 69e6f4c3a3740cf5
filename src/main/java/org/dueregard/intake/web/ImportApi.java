package org.dueregard.intake.web;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
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
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Reads a plan out of a file for a program, and answers with the whole draft. */
@RestController
@AllowedTo(Role.POLICY_OFFICER)
class ImportApi {

    static final String PATH = "/api/v1/imports";

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
            @AuthenticationPrincipal SignedIn by)
            throws IOException {
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
        IntakeId kept = keep ? intakes.bring(by, name, content) : null;
        DraftAnswer.Answer answer = answers.of(name, reading, years, kept);
        return kept == null
                ? ResponseEntity.ok(answer)
                : ResponseEntity.created(URI.create("/imports/" + kept)).body(answer);
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
