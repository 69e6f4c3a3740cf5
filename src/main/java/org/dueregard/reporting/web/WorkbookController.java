package org.dueregard.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.document.UntrustedFiles.Unreadable;
import org.dueregard.organisation.SignedIn;
import org.dueregard.reporting.Fault;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.read.Sheet;
import org.dueregard.reporting.read.Sheets;
import org.dueregard.reporting.workbook.ReturnWorkbook;
import org.dueregard.reporting.workbook.ReturnWorkbook.Brought;
import org.dueregard.reporting.workbook.ReturnWorkbook.CellProblem;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A return to take along as a workbook, and what came back in it: shown first, saved when the owner says so. */
@Controller
@RequestMapping("/returns/{id}/workbook")
@AllowedTo({Role.SERVICE_MANAGER, Role.POLICY_OFFICER})
class WorkbookController {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookController.class);

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Sheets sheets;
    private final ReturnWorkbook workbooks;
    private final Sentences sentences;

    WorkbookController(Sheets sheets, ReturnWorkbook workbooks, Sentences sentences) {
        this.sheets = sheets;
        this.workbooks = workbooks;
        this.sentences = sentences;
    }

    @GetMapping(params = "!bring")
    ResponseEntity<byte[]> download(@PathVariable ReturnId id, @AuthenticationPrincipal SignedIn by) {
        Sheet sheet = open(by, id);
        LOG.info("Exported: return {} by person {}", id, by.person());
        String name = (sheet.unit() + " " + sheet.roundName()).replaceAll("[^A-Za-z0-9 ]+", "-") + ".xlsx";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(WORKBOOK)
                .body(workbooks.of(sheet));
    }

    @GetMapping(params = "bring")
    String ask(@PathVariable ReturnId id, @AuthenticationPrincipal SignedIn by, Model model) {
        return ask(open(by, id), new Problems(), model);
    }

    private static String ask(Sheet sheet, Problems problems, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "reporting/workbook";
    }

    /** Shows the return with what the workbook says in its fields. Nothing is stored. */
    @PostMapping
    String bring(
            @PathVariable ReturnId id,
            @RequestParam(required = false) MultipartFile file,
            @AuthenticationPrincipal SignedIn by,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Sheet stored = open(by, id);
        Brought brought;
        try {
            brought = workbooks.read(file == null ? new byte[0] : file.getBytes(), stored);
        } catch (Unreadable why) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return ask(
                    stored,
                    new Problems().add("file", sentences.of("reporting.workbook.fault." + why.trouble())),
                    model);
        }
        Sheet sheet = sheets.find(by, id, brought.items()).orElseThrow(NotHere::new);
        model.addAttribute("sheet", sheet);
        model.addAttribute("problems", new Problems());
        model.addAttribute("conflicts", Map.of());
        model.addAttribute("kept", false);
        model.addAttribute("brought", changes(sheet, brought));
        model.addAttribute("unread", brought.problems());
        return "reporting/return";
    }

    /** An item that a workbook says something new about, and what is still to be put right in it, by cell. */
    public record Change(Sheet.Item item, List<CellProblem> problems) {}

    private List<Change> changes(Sheet sheet, Brought brought) {
        List<Change> changes = new ArrayList<>();
        for (Sheet.Item item : sheet.items()) {
            if (brought.items().containsKey(item.id())) {
                List<CellProblem> problems = new ArrayList<>();
                for (Fault fault : item.reading().faults()) {
                    problems.add(new CellProblem(
                            ReturnWorkbook.cell(brought, fault.field(), item.id())
                                    .orElse(""),
                            sentences.of(fault.messageKey(), fault.details().toArray())));
                }
                changes.add(new Change(item, problems));
            }
        }
        return changes;
    }

    private Sheet open(SignedIn by, ReturnId id) {
        Sheet sheet = sheets.find(by, id).orElseThrow(NotHere::new);
        if (!sheet.isOpenToOwner()) {
            throw new AlreadyDone("reporting.workbook.not-open");
        }
        return sheet;
    }
}
