package org.dueregard.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.calendar.Deadline;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.TermCalendar;
import org.dueregard.reporting.Fault;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnKeeping;
import org.dueregard.reporting.ReturnKeeping.Conflict;
import org.dueregard.reporting.ReturnKeeping.Typed;
import org.dueregard.reporting.read.Sheet;
import org.dueregard.reporting.read.Sheets;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.ParkedForms;
import org.dueregard.site.Problems;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which owners give their updates, and the steps from there to the receipt. */
@Controller
@AllowedTo({Role.SERVICE_MANAGER, Role.POLICY_OFFICER})
class ReturnController {

    /** What the button under an item's words sends before the item's id. */
    private static final String READ = "read-";

    /** The same of the button that leads to the page for its evidence: what is typed is saved on the way. */
    private static final String EVIDENCE = "evidence-";

    private final Sheets sheets;
    private final ReturnKeeping returns;
    private final Saving saving;
    private final ParkedForms parked;
    private final TermCalendar terms;
    private final MessageSource messages;
    private final When when;

    ReturnController(
            Sheets sheets,
            ReturnKeeping returns,
            Saving saving,
            ParkedForms parked,
            TermCalendar terms,
            MessageSource messages,
            When when) {
        this.sheets = sheets;
        this.returns = returns;
        this.saving = saving;
        this.parked = parked;
        this.terms = terms;
        this.messages = messages;
        this.when = when;
    }

    /**
     * With {@code check}, everything that is still to be put right is said; else nothing is, since nobody asked yet. {@code
     * read} is the item whose words are shown as they read.
     */
    @GetMapping("/returns/{id}")
    String page(
            @PathVariable ReturnId id,
            @RequestParam(required = false) String check,
            @RequestParam(required = false) @Nullable UUID read,
            @AuthenticationPrincipal SignedIn by,
            HttpServletRequest request,
            Model model) {
        Map<UUID, Typed> kept = parked.waitingFor(request)
                .map(TypedForm::ofKept)
                .map(TypedForm::items)
                .orElse(new HashMap<>());
        kept.values().removeIf(Typed::isAsShown);
        Sheet sheet = sheets.find(by, id, kept).orElseThrow(NotHere::new);
        model.addAttribute("kept", !kept.isEmpty());
        model.addAttribute("read", read);
        return page(sheet, check != null, List.of(), model);
    }

    private String page(Sheet sheet, boolean check, List<Conflict> conflicts, Model model) {
        Problems problems = new Problems();
        if (check) {
            int place = 1;
            for (Sheet.Item item : sheet.items()) {
                for (Fault fault : item.reading().faults()) {
                    problems.add(fault.field() + "-" + item.id(), sentence(place, fault));
                }
                place++;
            }
        }
        Map<UUID, Conflict> theirs = new HashMap<>();
        conflicts.forEach(conflict -> theirs.put(conflict.item(), conflict));
        model.addAttribute("sheet", sheet);
        model.addAttribute("problems", problems);
        model.addAttribute("conflicts", theirs);
        model.addAttribute("refused", !problems.isEmpty() || !conflicts.isEmpty());
        return "reporting/return";
    }

    private String sentence(int place, Fault fault) {
        String what =
                messages.getMessage(fault.messageKey(), fault.details().toArray(), LocaleContextHolder.getLocale());
        return messages.getMessage(
                "reporting.fault.of-item", new Object[] {place, what}, LocaleContextHolder.getLocale());
    }

    /** Saves without JavaScript; {@code then} says what the person pressed. */
    @PostMapping("/returns/{id}")
    String save(
            @PathVariable ReturnId id,
            @RequestParam(defaultValue = "save") String then,
            @AuthenticationPrincipal SignedIn by,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Map<UUID, Typed> typed = TypedForm.of(request.getParameterMap()).items();
        List<Conflict> conflicts = saving.save(by, id, typed);
        if (!conflicts.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            typed.keySet().retainAll(conflicts.stream().map(Conflict::item).toList());
            Sheet mine = sheets.find(by, id, typed).orElseThrow(NotHere::new);
            return page(mine, false, conflicts, model);
        }
        parked.letGo(request, response);
        if (then.equals("check")) {
            return "redirect:/returns/" + id + "/check";
        }
        if (then.startsWith(EVIDENCE)) {
            return "redirect:/returns/" + id + "/items/" + then.substring(EVIDENCE.length()) + "/evidence";
        }
        if (then.startsWith(READ)) {
            String item = then.substring(READ.length());
            return "redirect:/returns/" + id + "?saved&read=" + item + "#item-" + item;
        }
        return "redirect:/returns/" + id + "?saved" + (then.startsWith("item-") ? "#" + then : "");
    }

    /** Saves one item while it is typed, and answers with the status that it would give. */
    @PostMapping("/returns/{id}/items/{item}")
    String saveItem(
            @PathVariable ReturnId id,
            @PathVariable UUID item,
            @AuthenticationPrincipal SignedIn by,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Typed typed = TypedForm.of(request.getParameterMap()).items().get(item);
        if (typed == null) {
            throw new NotHere();
        }
        Conflict conflict = saving.saveWhileTyping(by, id, item, typed).orElse(null);
        if (conflict != null) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        }
        Sheet sheet = sheets.find(by, id).orElseThrow(NotHere::new);
        Sheet.Item stored = sheet.items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow(NotHere::new);
        model.addAttribute("sheet", sheet);
        model.addAttribute("item", stored);
        model.addAttribute("conflict", conflict);
        model.addAttribute("own", conflict != null && conflict.by().equals(by.post()));
        return "reporting/saved";
    }

    @GetMapping("/returns/{id}/check")
    String check(@PathVariable ReturnId id, @AuthenticationPrincipal SignedIn by, Model model) {
        Sheet sheet = sheets.find(by, id).orElseThrow(NotHere::new);
        if (sheet.isOpenToOwner() && sheet.done() < sheet.items().size()) {
            return "redirect:/returns/" + id + "?check";
        }
        if (!sheet.isOpenToOwner()) {
            return "redirect:/returns/" + id;
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("tally", Tally.of(sheet));
        return "reporting/check";
    }

    @PostMapping("/returns/{id}/submit")
    String submit(@PathVariable ReturnId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> returns.submit(by, id).isEmpty()
                ? "redirect:/returns/" + id + "/receipt"
                : "redirect:/returns/" + id + "?check");
    }

    @GetMapping("/returns/{id}/receipt")
    String receipt(@PathVariable ReturnId id, @AuthenticationPrincipal SignedIn by, Model model) {
        Sheet sheet = sheets.find(by, id).orElseThrow(NotHere::new);
        if (sheet.submittedAt() == null) {
            return "redirect:/returns/" + id;
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("tally", Tally.of(sheet));
        return "reporting/receipt";
    }

    @PostMapping("/returns/{id}/take-back")
    String takeBack(@PathVariable ReturnId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            returns.takeBack(by, id);
            return "redirect:/returns/" + id;
        });
    }

    @GetMapping("/returns/{id}/review")
    @AllowedTo(Role.POLICY_OFFICER)
    String review(@PathVariable ReturnId id, @AuthenticationPrincipal SignedIn by, Model model) {
        return review(judged(by, id), new Problems(), "", model);
    }

    private String review(Sheet sheet, Problems problems, String reason, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("tally", Tally.of(sheet));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        model.addAttribute("reason", reason);
        return "reporting/review";
    }

    private Sheet judged(SignedIn by, ReturnId id) {
        return sheets.find(by, id).filter(Sheet::judge).orElseThrow(NotHere::new);
    }

    @PostMapping("/returns/{id}/items/{item}/accept")
    @AllowedTo(Role.POLICY_OFFICER)
    String acceptItem(
            @PathVariable ReturnId id, @PathVariable UUID item, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            returns.acceptItem(by, id, item);
            return "redirect:/returns/" + id + "/review#item-" + item;
        });
    }

    @PostMapping("/returns/{id}/accept")
    @AllowedTo(Role.POLICY_OFFICER)
    String accept(@PathVariable ReturnId id, @AuthenticationPrincipal SignedIn by, Once once) {
        Sheet sheet = judged(by, id);
        return once.perform(() -> {
            returns.accept(by, id);
            return "redirect:/rounds/" + sheet.round() + "?accepted";
        });
    }

    @PostMapping("/returns/{id}/extend")
    @AllowedTo(Role.POLICY_OFFICER)
    String extend(
            @PathVariable ReturnId id,
            @RequestParam(defaultValue = "") String until,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Sheet sheet = judged(by, id);
        Optional<LocalDate> day = Deadline.of(until.replace("\0", "")).lastDay(terms.of(by.organisation()));
        String wrong = day.isEmpty()
                ? "reporting.fault.round-day"
                : day.get().isBefore(when.today()) ? "reporting.fault.extend-past" : null;
        if (wrong != null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("until", until);
            String sentence = messages.getMessage(wrong, null, LocaleContextHolder.getLocale());
            return review(sheet, new Problems().add("until", sentence), "", model);
        }
        return once.perform(() -> {
            returns.extend(by, id, day.orElseThrow());
            return "redirect:/returns/" + id + "/review?extended";
        });
    }

    @PostMapping("/returns/{id}/send-back")
    @AllowedTo(Role.POLICY_OFFICER)
    String sendBack(
            @PathVariable ReturnId id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        Sheet sheet = judged(by, id);
        String wrong = reason.isBlank()
                ? "reporting.fault.send-back-reason"
                : reason.length() > 2_000 ? "reporting.fault.send-back-long" : null;
        if (wrong != null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            String sentence = messages.getMessage(wrong, null, LocaleContextHolder.getLocale());
            return review(sheet, new Problems().add("reason", sentence), reason, model);
        }
        return once.perform(() -> {
            returns.sendBack(by, id, reason.strip());
            return "redirect:/rounds/" + sheet.round() + "?sent-back";
        });
    }
}
