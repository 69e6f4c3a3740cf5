package org.dueregard;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Addresses for programs that do whatever one of the product's could: take a file, and go wrong in every way. */
@RestController
@TestComponent
@AllowedTo({Role.POLICY_OFFICER, Role.CHAIR})
public class ApiOfTests {

    record Taken(String by, String title, long size) {}

    @PostMapping(path = "/api/v1/tests/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Taken take(@RequestParam MultipartFile file, @RequestParam String title, @AuthenticationPrincipal SignedIn by) {
        return new Taken(by.post(), title, file.getSize());
    }

    @GetMapping("/api/v1/tests/goes/{how}")
    Map<String, String> goes(@PathVariable String how) {
        return switch (how) {
            case "well" -> Map.of("how", how);
            case "gone" -> throw new NotHere();
            case "done" -> throw new AlreadyDone("site.error.changed-meanwhile");
            case "quicker" -> throw new OptimisticLockingFailureException("Not for anybody's eyes");
            case "refused" -> throw refused();
            case "wrong" -> throw new IllegalStateException("Not for anybody's eyes");
            default -> throw new NotHere();
        };
    }

    @GetMapping("/api/v1/tests/items/{id}")
    Map<String, Object> item(@PathVariable UUID id, @RequestParam int most) {
        return Map.of("id", id, "most", most);
    }

    private static ErrorResponseException refused() {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, "Row 3 has no target.");
        problem.setInstance(URI.create("/api/v1/tests/goes/refused"));
        problem.setProperty("faults", List.of("Row 3"));
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
    }
}
