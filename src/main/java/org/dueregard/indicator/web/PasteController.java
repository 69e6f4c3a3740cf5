package org.dueregard.indicator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.indicator.ComparatorId;
import org.dueregard.indicator.ComparatorKeeping;
import org.dueregard.indicator.Release;
import org.dueregard.indicator.StatusMove;
import org.dueregard.indicator.model.ComparatorSheets;
import org.dueregard.indicator.web.PastedReleases.Effect;
import org.dueregard.indicator.web.PastedReleases.Line;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many published figures at once: pasted or out of a file, looked at line by line, then entered together. */
@Controller
@RequestMapping("/comparators/paste")
@AllowedTo(Role.POLICY_OFFICER)
class PasteController {

    private static final int MOST_CHARACTERS = 500_000;
    private static final int LONGEST_REASON = 1_000;

    private final ComparatorSheets sheets;
    private final ComparatorKeeping comparators;
    private final Sentences sentences;

    PasteController(ComparatorSheets sheets, ComparatorKeeping comparators, Sentences sentences) {
        this.sheets = sheets;
        this.comparators = comparators;
        this.sentences = sentences;
    }

    @GetMapping
    String empty(Model model) {
        return page("", "", null, new Problems(), model);
    }

    private static String page(String text, String why, @Nullable PastedReleases read, Problems problems, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("why", why);
        model.addAttribute("read", read);
        model.addAttribute("effects", List.of(Effect.values()));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "indicator/paste";
    }

    /** {@code then} says what the person pressed: to enter the figures, or to see first what they come to. */
    @PostMapping
    String paste(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "show") String then,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model)
            throws IOException {
        Problems problems = new Problems();
        MultipartFile uploaded = file == null || file.isEmpty() ? null : file;
        String given = uploaded == null ? TypedText.of(text) : text(uploaded, problems);
        if (given.isBlank() && problems.isEmpty()) {
            problems.add("text", sentences.of("indicator.paste.fault.nothing"));
        } else if (given.length() > MOST_CHARACTERS) {
            problems.add("text", sentences.of("indicator.paste.fault.big", PastedReleases.MOST_LINES));
        }
        PastedReleases read =
                problems.isEmpty() ? PastedReleases.of(given, sheets.known(by.organisation()), sentences) : null;
        if (read != null && read.isTooLong()) {
            problems.add("text", sentences.of("indicator.paste.fault.big", PastedReleases.MOST_LINES));
        } else if (read != null && then.equals("enter") && uploaded == null) {
            check(read, TypedText.of(why), problems);
            if (problems.isEmpty()) {
                return once.perform(() -> {
                    next.addFlashAttribute(
                            "moves", enter(by, read, TypedText.of(why).isEmpty() ? null : TypedText.of(why)));
                    return "redirect:/comparators?entered";
                });
            }
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        return page(given, why, read, problems, model);
    }

    private @Nullable PastedReleases read(SignedIn by, String text, Problems problems) {
        try {
            return PastedReleases.of(text, sheets.known(by.organisation()), sentences);
        } catch (UncheckedIOException noCsv) {
            problems.add("text", sentences.of("indicator.paste.fault.csv"));
            return null;
        }
    }

    private void check(PastedReleases read, String why, Problems problems) {
        if (!read.isWhole()) {
            problems.add("text", sentences.of("indicator.paste.fault.lines", read.count(Effect.UNREADABLE)));
        }
        if (read.replacesAny() && why.isEmpty()) {
            problems.add("why", sentences.of("indicator.paste.fault.why", read.count(Effect.REPLACES)));
        } else if (why.length() > LONGEST_REASON) {
            problems.add("why", sentences.of("indicator.comparator.fault.long", LONGEST_REASON));
        }
    }

    private List<StatusMove> enter(SignedIn by, PastedReleases read, @Nullable String why) {
        Map<NodeId, StatusMove> moves = new LinkedHashMap<>();
        for (Line line : read.changes()) {
            ComparatorId comparator = comparators.called(by.organisation(), by, line.whose(), line.measure(), null);
            Release release = java.util.Objects.requireNonNull(line.release());
            comparators
                    .release(by, comparator, release, line.effect() == Effect.REPLACES ? why : null)
                    .forEach(move -> moves.merge(move.node(), move, (first, last) -> last.since(first.before())));
        }
        return List.copyOf(moves.values());
    }

    /** Spreadsheets save CSV in one of two encodings. */
    private String text(MultipartFile file, Problems problems) throws IOException {
        if (file.getSize() > MOST_CHARACTERS * 2L) {
            problems.add("file", sentences.of("indicator.paste.fault.big", PastedReleases.MOST_LINES));
            return "";
        }
        byte[] bytes = file.getBytes();
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        if (text.indexOf('\0') >= 0) {
            problems.add("file", sentences.of("indicator.paste.fault.file"));
            return "";
        }
        return text;
    }
}
