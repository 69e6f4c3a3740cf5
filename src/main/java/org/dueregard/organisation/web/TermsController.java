package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.calendar.Term;
import org.dueregard.calendar.TermDates;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.TermCalendar;
import org.dueregard.organisation.model.SchoolYears;
import org.dueregard.organisation.model.SchoolYears.SchoolYear;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The council's school terms and holidays, by school year. */
@Controller
@RequestMapping("/terms")
@AllowedTo({Role.ADMINISTRATOR, Role.POLICY_OFFICER})
class TermsController {

    /** Plans reach back and ahead some years; nobody enters terms of another century. */
    private static final int EARLIEST = 2000;

    private static final int LATEST = 2100;

    private final TermCalendar calendar;
    private final SchoolYears years;
    private final Sentences sentences;
    private final Clock clock;

    TermsController(TermCalendar calendar, SchoolYears years, Sentences sentences, Clock clock) {
        this.calendar = calendar;
        this.years = years;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** A school year with its three terms, and whether they are the council's own or the nationwide ones. */
    record Shown(int begins, String label, List<ShownTerm> terms) {}

    record ShownTerm(TermDates.Entry term, boolean own) {}

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable String saved, @AuthenticationPrincipal SignedIn by, Model model) {
        TermDates dates = calendar.of(by.organisation());
        LocalDate today = LocalDate.now(clock);
        int now = today.getMonthValue() < 8 ? today.getYear() - 1 : today.getYear();
        int first = Math.min(now, entered(dates).min().orElse(now));
        int last = Math.max(now, entered(dates).max().orElse(now));
        model.addAttribute(
                "years",
                IntStream.rangeClosed(first, last)
                        .map(year -> first + last - year)
                        .mapToObj(year -> shown(year, dates))
                        .toList());
        model.addAttribute("now", now);
        model.addAttribute("next", label(last + 1));
        model.addAttribute("before", label(first - 1));
        model.addAttribute("nextYear", last + 1);
        model.addAttribute("yearBefore", first - 1);
        model.addAttribute("saved", saved != null);
        return "organisation/terms";
    }

    /** The years in which the school years begin that the council entered. */
    private static IntStream entered(TermDates dates) {
        return dates.entries().stream().mapToInt(term -> term.term() == Term.AUTUMN ? term.year() : term.year() - 1);
    }

    private static Shown shown(int begins, TermDates dates) {
        return new Shown(
                begins,
                label(begins),
                List.of(Term.values()).stream()
                        .map(term -> dates.term(term, SchoolYear.yearOf(term, begins)))
                        .map(entry -> new ShownTerm(entry, dates.entries().contains(entry)))
                        .toList());
    }

    private static String label(int begins) {
        return new SchoolYear(begins, List.of()).label();
    }

    @GetMapping("/{begins}")
    String year(@PathVariable String begins, @AuthenticationPrincipal SignedIn by, Model model) {
        SchoolYear stored = SchoolYear.of(checked(begins), calendar.of(by.organisation()));
        return page(stored, TermsForm.of(stored), stored.words(), new Problems(), model);
    }

    private static String page(SchoolYear stored, TermsForm form, String seen, Problems problems, Model model) {
        model.addAttribute("stored", stored);
        model.addAttribute("form", form);
        model.addAttribute("seen", seen);
        model.addAttribute("terms", List.of(Term.values()));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "organisation/term-year";
    }

    @PostMapping("/{begins}")
    String set(
            @PathVariable String begins,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        int year = checked(begins);
        TermDates dates = calendar.of(by.organisation());
        TermsForm form = TermsForm.typed(year, parameters);
        // browsers send the line ends of a hidden field in their own way
        String seen = parameters.getOrDefault("seen", "").replace("\r\n", "\n");
        Problems problems = new Problems();
        Optional<SchoolYear> whole = form.check(dates, sentences, problems);
        if (whole.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(SchoolYear.of(year, dates), form, seen, problems, model);
        }
        return once.perform(() -> {
            years.set(by, whole.get(), seen);
            return "redirect:/terms?saved#year-" + year;
        });
    }

    private static int checked(String begins) {
        if (!begins.matches("\\d{4}")) {
            throw new NotHere();
        }
        int year = Integer.parseInt(begins);
        if (year < EARLIEST || year > LATEST) {
            throw new NotHere();
        }
        return year;
    }
}
