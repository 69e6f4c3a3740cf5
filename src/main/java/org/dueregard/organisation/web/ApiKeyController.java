package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.model.ApiKeyKeeper;
import org.dueregard.organisation.model.KeyLasting;
import org.dueregard.organisation.model.KeyRefused;
import org.dueregard.organisation.read.ApiKeyEntries;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.dueregard.site.When;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People make and revoke the keys by which their programs are let in. Whoever has no role has nothing to give on. */
@Controller
@RequestMapping(ApiKeyController.PATH)
@AllowedTo({Role.SERVICE_MANAGER, Role.POLICY_OFFICER, Role.REVIEWER, Role.CHAIR, Role.DMT, Role.ADMINISTRATOR})
class ApiKeyController {

    static final String PATH = AccountController.PATH + "/api-keys";

    private static final int LONGEST_NAME = 100;
    private static final Form EMPTY = new Form("", KeyLasting.QUARTER.name());

    private final ApiKeyKeeper keys;
    private final ApiKeyEntries entries;
    private final KeyToShow toShow;
    private final Sentences sentences;
    private final When when;
    private final String address;

    ApiKeyController(
            ApiKeyKeeper keys,
            ApiKeyEntries entries,
            KeyToShow toShow,
            Sentences sentences,
            When when,
            @Value("${dueregard.address}") String address) {
        this.keys = keys;
        this.entries = entries;
        this.toShow = toShow;
        this.sentences = sentences;
        this.when = when;
        this.address = address.replaceAll("/+$", "");
    }

    /** As typed: what the key is for, and one of {@link KeyLasting}. */
    private record Form(String name, String lasting) {

        Optional<KeyLasting> chosen() {
            return Arrays.stream(KeyLasting.values())
                    .filter(one -> one.name().equals(lasting))
                    .findFirst();
        }
    }

    /**
     * One of the choices.
     *
     * @param until the last day of a key that is made today
     */
    record Lasting(String value, String until) {}

    @GetMapping
    String all(
            @AuthenticationPrincipal SignedIn by,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        toShow.take(request).ifPresent(token -> model.addAttribute("token", token));
        return page(by, EMPTY, new Problems(), request, response, model);
    }

    private String page(
            SignedIn by,
            Form typed,
            Problems problems,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        toShow.seal(PATH, request, response);
        List<ApiKeyEntries.Entry> all = entries.of(by);
        List<ApiKeyEntries.Entry> working =
                all.stream().filter(ApiKeyEntries.Entry::works).toList();
        List<Lasting> lastings = Arrays.stream(KeyLasting.values())
                .map(one -> new Lasting(one.name(), when.day(one.from(when.today()))))
                .toList();
        model.addAttribute("working", working);
        model.addAttribute("ended", all.stream().filter(key -> !key.works()).toList());
        model.addAttribute("full", working.size() >= ApiKeyKeeper.MOST);
        model.addAttribute("most", ApiKeyKeeper.MOST);
        model.addAttribute("name", typed.name());
        model.addAttribute("lasting", typed.lasting());
        model.addAttribute("lastings", lastings);
        model.addAttribute("api", address + MeController.PATH);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "organisation/api-keys";
    }

    @PostMapping
    String make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String lasting,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form typed = new Form(OneLine.of(name), lasting);
        Problems problems = new Problems();
        if (typed.name().isEmpty()) {
            problems.add("name", sentences.of("organisation.keys.name-missing"));
        } else if (typed.name().length() > LONGEST_NAME) {
            problems.add("name", sentences.of("organisation.keys.name-long", LONGEST_NAME));
        }
        Optional<KeyLasting> chosen = typed.chosen();
        if (chosen.isEmpty()) {
            problems.add("lasting", sentences.of("organisation.keys.lasting-missing"));
        }
        if (problems.isEmpty() && chosen.isPresent()) {
            byte[] seal = toShow.seal(PATH, request, response);
            try {
                return once.perform(() -> {
                    toShow.keep(keys.make(by, typed.name(), chosen.get()), seal, request);
                    return "redirect:" + PATH + "?made";
                });
            } catch (KeyRefused refused) {
                switch (refused.why()) {
                    case NAME_TAKEN -> problems.add("name", sentences.of("organisation.keys.name-taken"));
                    case TOO_MANY ->
                        problems.add("name", sentences.of("organisation.keys.too-many", ApiKeyKeeper.MOST));
                }
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(by, typed, problems, request, response, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            keys.revoke(by, id);
            return "redirect:" + PATH + "?revoked";
        });
    }
}
