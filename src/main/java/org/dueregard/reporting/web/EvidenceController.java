package org.dueregard.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.AllowedToSignedIn;
import org.dueregard.access.Role;
import org.dueregard.document.FileKind;
import org.dueregard.document.UntrustedFiles;
import org.dueregard.document.UntrustedFiles.Unreadable;
import org.dueregard.organisation.SignedIn;
import org.dueregard.reporting.EvidenceKeeping;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.read.EvidenceFiles;
import org.dueregard.reporting.read.Sheet;
import org.dueregard.reporting.read.Sheets;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What an update rests on: its owner adds files and links to an item, and readers open them. */
@Controller
@AllowedTo({Role.SERVICE_MANAGER, Role.POLICY_OFFICER})
class EvidenceController {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceController.class);

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ADDRESS = 2_000;

    private final Sheets sheets;
    private final EvidenceKeeping evidence;
    private final Saving saving;
    private final EvidenceFiles files;
    private final UntrustedFiles untrusted;
    private final Sentences sentences;

    EvidenceController(
            Sheets sheets,
            EvidenceKeeping evidence,
            Saving saving,
            EvidenceFiles files,
            UntrustedFiles untrusted,
            Sentences sentences) {
        this.sheets = sheets;
        this.evidence = evidence;
        this.saving = saving;
        this.files = files;
        this.untrusted = untrusted;
        this.sentences = sentences;
    }

    /** What was typed into the form for a link. */
    record Link(String title, String address) {

        static final Link NONE = new Link("", "");
    }

    private record Accepted(String name, FileKind kind, byte[] content) {}

    @GetMapping("/returns/{id}/items/{item}/evidence")
    String page(@PathVariable ReturnId id, @PathVariable UUID item, @AuthenticationPrincipal SignedIn by, Model model) {
        return page(by, id, item, Link.NONE, new Problems(), model);
    }

    private String page(SignedIn by, ReturnId id, UUID item, Link link, Problems problems, Model model) {
        Sheet sheet = sheets.find(by, id).orElseThrow(NotHere::new);
        model.addAttribute("sheet", sheet);
        model.addAttribute("item", itemOf(sheet, item));
        model.addAttribute("most", EvidenceKeeping.MOST);
        model.addAttribute("link", link);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "reporting/evidence";
    }

    private static Sheet.Item itemOf(Sheet sheet, UUID item) {
        return sheet.items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    /** What can be taken in is taken in, also when another file beside it is refused. */
    @PostMapping("/returns/{id}/items/{item}/evidence/files")
    String addFiles(
            @PathVariable ReturnId id,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) List<MultipartFile> file,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Sheet.Item target = itemOf(sheets.find(by, id).orElseThrow(NotHere::new), item);
        List<String> refused = new ArrayList<>();
        List<Accepted> accepted = new ArrayList<>();
        for (MultipartFile one : file == null ? List.<MultipartFile>of() : file) {
            if (!one.isEmpty()
                    || one.getOriginalFilename() != null
                            && !one.getOriginalFilename().isEmpty()) {
                take(one, accepted, refused);
            }
        }
        String called = oneLine(title);
        Problems problems = new Problems();
        if (accepted.isEmpty() && refused.isEmpty()) {
            problems.add("file", sentences.of("reporting.evidence.fault.no-file"));
        } else if (target.evidence().size() + accepted.size() > EvidenceKeeping.MOST) {
            problems.add("file", sentences.of("reporting.evidence.fault.most", EvidenceKeeping.MOST));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("fileTitle", title);
            return page(by, id, item, Link.NONE, problems, model);
        }
        String next = accepted.isEmpty()
                ? ""
                : saving.patiently(() -> once.perform(() -> {
                    for (Accepted one : accepted) {
                        evidence.addFile(
                                by,
                                id,
                                item,
                                called.isEmpty() || accepted.size() > 1 ? one.name() : cut(called, LONGEST_TITLE),
                                one.name(),
                                one.kind(),
                                one.content());
                    }
                    return "redirect:/returns/" + id + "/items/" + item + "/evidence?added";
                }));
        if (refused.isEmpty()) {
            return next;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("fileTitle", accepted.isEmpty() ? title : "");
        return page(by, id, item, Link.NONE, problems.add("file", String.join(" ", refused)), model);
    }

    private void take(MultipartFile file, List<Accepted> accepted, List<String> refused) throws IOException {
        String name = nameOf(file);
        byte[] content = file.getBytes();
        try {
            accepted.add(new Accepted(name, untrusted.kindOf(content), content));
        } catch (Unreadable why) {
            refused.add(sentences.of("reporting.evidence.fault." + why.trouble(), name));
        }
    }

    /** Browsers may send a whole path. What it is called is for show alone. */
    private static String nameOf(MultipartFile file) {
        String sent = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String name = oneLine(sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1));
        return name.isEmpty() ? "file" : cut(name, LONGEST_TITLE);
    }

    private static String oneLine(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(text.length() - most) : text;
    }

    @PostMapping("/returns/{id}/items/{item}/evidence/links")
    String addLink(
            @PathVariable ReturnId id,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "") String linkTitle,
            @RequestParam(defaultValue = "") String address,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Sheet.Item target = itemOf(sheets.find(by, id).orElseThrow(NotHere::new), item);
        Problems problems = new Problems();
        String title = oneLine(linkTitle);
        String where = address.strip();
        if (title.isEmpty()) {
            problems.add("linkTitle", sentences.of("reporting.evidence.fault.title"));
        } else if (title.length() > LONGEST_TITLE) {
            problems.add("linkTitle", sentences.of("reporting.fault.too-long", LONGEST_TITLE));
        }
        if (!isOfTheWeb(where)) {
            problems.add("address", sentences.of("reporting.evidence.fault.address"));
        }
        if (target.evidence().size() >= EvidenceKeeping.MOST) {
            problems.add("address", sentences.of("reporting.evidence.fault.most", EvidenceKeeping.MOST));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(by, id, item, new Link(linkTitle, address), problems, model);
        }
        return saving.patiently(() -> once.perform(() -> {
            evidence.addLink(by, id, item, title, where);
            return "redirect:/returns/" + id + "/items/" + item + "/evidence?added";
        }));
    }

    private static boolean isOfTheWeb(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && address.matches("https?://.*")
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && address.length() <= LONGEST_ADDRESS;
        } catch (java.net.URISyntaxException noAddress) {
            return false;
        }
    }

    @PostMapping("/returns/{id}/items/{item}/evidence/{one}/remove")
    String remove(
            @PathVariable ReturnId id,
            @PathVariable UUID item,
            @PathVariable UUID one,
            @AuthenticationPrincipal SignedIn by,
            Once once) {
        return saving.patiently(() -> once.perform(() -> {
            evidence.remove(by, id, one);
            return "redirect:/returns/" + id + "/items/" + item + "/evidence?removed";
        }));
    }

    /** Never shown in the browser's own window, and never as anything but what was found in it. */
    @GetMapping("/evidence/{one}")
    @AllowedToSignedIn
    ResponseEntity<byte[]> open(@PathVariable UUID one, @AuthenticationPrincipal SignedIn by) {
        EvidenceFiles.File file = files.find(by, one).orElseThrow(NotHere::new);
        LOG.info("Exported: evidence {} by person {}", one, by.person());
        String ending = "." + file.kind().ending();
        boolean ends = file.name().toLowerCase(Locale.ROOT).endsWith(ending)
                || file.kind() == FileKind.TEXT
                        && file.name().toLowerCase(Locale.ROOT).endsWith(".csv")
                || file.kind() == FileKind.JPEG
                        && file.name().toLowerCase(Locale.ROOT).endsWith(".jpeg");
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name() + (ends ? "" : ending), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .body(file.content());
    }
}
