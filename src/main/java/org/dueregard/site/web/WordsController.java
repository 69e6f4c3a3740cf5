package org.dueregard.site.web;

import java.nio.charset.StandardCharsets;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.document.RichText;
import org.dueregard.site.Narrative;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For those who write: how their words read, and what they pasted as Markdown. Nothing is kept of either. */
@Controller
@AllowedTo({Role.SERVICE_MANAGER, Role.POLICY_OFFICER, Role.REVIEWER, Role.CHAIR})
class WordsController {

    /** As long as the longest words that anybody keeps, which are minutes. */
    private static final int LONGEST = 200_000;

    private final Narrative narrative;

    WordsController(Narrative narrative) {
        this.narrative = narrative;
    }

    /** What readers will see, by the code that shows it to them. */
    @PostMapping("/words/preview")
    ResponseEntity<String> preview(@RequestParam(defaultValue = "") String words) {
        if (words.length() > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(narrative.html(words));
    }

    /** What another program put on the clipboard, as Markdown for the box that it is pasted into. */
    @PostMapping("/words/pasted")
    ResponseEntity<String> pasted(@RequestParam(defaultValue = "") String html) {
        if (html.length() > RichText.LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(RichText.toMarkdown(html));
    }
}
