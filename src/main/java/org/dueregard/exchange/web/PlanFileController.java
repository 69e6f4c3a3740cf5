package org.dueregard.exchange.web;

import java.nio.charset.StandardCharsets;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.exchange.PlanDocument;
import org.dueregard.exchange.PlanExport;
import org.dueregard.exchange.PlanJson;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanId;
import org.dueregard.site.NotHere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A whole plan as a file, to keep or to take elsewhere. */
@Controller
class PlanFileController {

    private static final Logger LOG = LoggerFactory.getLogger(PlanFileController.class);

    private final PlanExport plans;
    private final PlanJson json;

    PlanFileController(PlanExport plans, PlanJson json) {
        this.plans = plans;
        this.json = json;
    }

    @GetMapping("/plans/{id}/file")
    @AllowedTo(Role.POLICY_OFFICER)
    ResponseEntity<byte[]> file(@PathVariable PlanId id, @AuthenticationPrincipal SignedIn by) {
        PlanDocument document = plans.of(by.organisation(), id).orElseThrow(NotHere::new);
        LOG.info("Exported: plan {} by person {}", id, by.person());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.title() + ".json", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(json.write(document).getBytes(StandardCharsets.UTF_8));
    }
}
