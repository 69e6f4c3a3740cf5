package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.model.ApiKeyKeeper;
import org.dueregard.organisation.model.NotForYourself;
import org.dueregard.organisation.model.People;
import org.dueregard.organisation.read.PersonEntries;
import org.dueregard.organisation.read.PersonEntry;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator's people: who may sign in, as what, and since when no longer. */
@Controller
@RequestMapping("/people")
@AllowedTo(Role.ADMINISTRATOR)
class PeopleController {

    private static final List<String> NOTICES = List.of("added", "role-given", "role-ended", "ended", "keys-revoked");

    /** An administrator whose own roles changed has to sign in again like everybody else. */
    private static final String SIGN_IN_AGAIN = "redirect:/sign-in?roles-changed";

    private final Administration administration;
    private final People people;
    private final PersonEntries entries;
    private final UnitDirectory units;
    private final ApiKeyKeeper keys;
    private final Invitations invitations;
    private final Sentences sentences;

    PeopleController(
            Administration administration,
            People people,
            PersonEntries entries,
            UnitDirectory units,
            ApiKeyKeeper keys,
            Invitations invitations,
            Sentences sentences) {
        this.administration = administration;
        this.people = people;
        this.entries = entries;
        this.units = units;
        this.keys = keys;
        this.invitations = invitations;
        this.sentences = sentences;
    }

    @GetMapping
    String all(@AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        List<PersonEntry> everybody = entries.of(by.organisation());
        List<PersonEntry> current =
                everybody.stream().filter(PersonEntry::hasAccess).toList();
        model.addAttribute("people", current);
        model.addAttribute(
                "ended", everybody.stream().filter(one -> !one.hasAccess()).toList());
        model.addAttribute(
                "waiting", current.stream().filter(PeopleController::isWaiting).count());
        model.addAttribute("alone", current.size() == 1);
        addNotice(request, model);
        return "organisation/people";
    }

    /** The demonstration's people come in without a password. */
    private static boolean isWaiting(PersonEntry person) {
        return !person.hasPassword() && !person.demonstration();
    }

    @GetMapping("/new")
    String askForPerson(@AuthenticationPrincipal SignedIn by, Model model) {
        return newPerson(by, PersonForm.EMPTY, RoleForm.EMPTY, new Problems(), model);
    }

    private String newPerson(SignedIn by, PersonForm person, RoleForm role, Problems problems, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("mail", invitations.areMailed());
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        addRoleForm(by, role, model);
        return "organisation/person-new";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String unit,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PersonForm typed = PersonForm.of(post, email);
        RoleForm chosen = new RoleForm(role, unit);
        AtomicReference<@Nullable LinkOnItsWay> made = new AtomicReference<>();
        Problems problems = new Problems();
        typed.check(sentences, problems);
        chosen.check(units.of(by.organisation()), sentences, problems);
        if (problems.isEmpty()) {
            try {
                String answer = once.perform(() -> {
                    if (people.existsByEmailIgnoreCaseAndEndedAtIsNull(typed.email())) {
                        throw new EmailKnown();
                    }
                    PersonId id = administration.addPerson(by.organisation(), by, typed.post(), typed.email());
                    administration.giveRole(by.organisation(), by, id, chosen.chosen(), chosen.where());
                    made.set(invitations.make(by, id, typed.email(), request));
                    return "redirect:/people/" + id + "?added";
                });
                deliver(by, typed.post(), made.get(), request);
                return answer;
            } catch (EmailKnown | DataIntegrityViolationException known) {
                problems.add("email", sentences.of("organisation.email.known"));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return newPerson(by, typed, chosen, problems, model);
    }

    /** Found out inside the change, since the same form sent twice is no second person. */
    private static final class EmailKnown extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private void deliver(SignedIn by, String post, @Nullable LinkOnItsWay made, HttpServletRequest request) {
        if (made == null) {
            invitations.sayAgain(request);
        } else {
            invitations.send(by, post, made, request);
        }
    }

    @GetMapping("/{id}")
    String person(
            @PathVariable PersonId id, @AuthenticationPrincipal SignedIn by, HttpServletRequest request, Model model) {
        PersonEntry person = find(by, id);
        invitations.toShow(id, request).ifPresent(link -> model.addAttribute("link", link));
        addNotice(request, model);
        return page(by, person, RoleForm.EMPTY, new Problems(), model);
    }

    private String page(SignedIn by, PersonEntry person, RoleForm role, Problems problems, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("own", person.id().equals(by.person()));
        model.addAttribute("waiting", isWaiting(person));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        addRoleForm(by, role, model);
        return "organisation/person";
    }

    @PostMapping("/{id}/roles")
    String giveRole(
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String unit,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        PersonEntry person = find(by, id);
        RoleForm chosen = new RoleForm(role, unit);
        Problems problems = new Problems();
        chosen.check(units.of(by.organisation()), sentences, problems);
        if (problems.isEmpty()) {
            try {
                return once.perform(() -> {
                    if (administration.holds(by.organisation(), id, chosen.chosen(), chosen.where())) {
                        throw new RoleHeldAlready();
                    }
                    administration.giveRole(by.organisation(), by, id, chosen.chosen(), chosen.where());
                    return id.equals(by.person()) ? SIGN_IN_AGAIN : "redirect:/people/" + id + "?role-given";
                });
            } catch (RoleHeldAlready | DataIntegrityViolationException held) {
                problems.add("role", sentences.of("organisation.role.held-already"));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(by, person, chosen, problems, model);
    }

    /** Found out inside the change, since the same form sent twice is no second role. */
    private static final class RoleHeldAlready extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @PostMapping("/{id}/roles/{held}/end")
    String endRole(
            @PathVariable PersonId id,
            @PathVariable UUID held,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        PersonEntry person = find(by, id);
        try {
            return once.perform(() -> {
                administration.endRole(by, id, held);
                return id.equals(by.person()) ? SIGN_IN_AGAIN : "redirect:/people/" + id + "?role-ended";
            });
        } catch (NotForYourself own) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(by, person, RoleForm.EMPTY, new Problems().add("roles", sentences.of(own.messageKey())), model);
        }
    }

    @PostMapping("/{id}/link")
    String makeLink(
            @PathVariable PersonId id, @AuthenticationPrincipal SignedIn by, Once once, HttpServletRequest request) {
        PersonEntry person = find(by, id);
        AtomicReference<@Nullable LinkOnItsWay> made = new AtomicReference<>();
        String answer = once.perform(() -> {
            made.set(invitations.make(by, id, person.email(), request));
            return "redirect:/people/" + id;
        });
        deliver(by, person.post(), made.get(), request);
        return answer;
    }

    @PostMapping("/{id}/api-keys/revoke")
    String revokeKeys(@PathVariable PersonId id, @AuthenticationPrincipal SignedIn by, Once once) {
        return once.perform(() -> {
            keys.revokeAll(by, id);
            return "redirect:/people/" + id + "?keys-revoked";
        });
    }

    @GetMapping("/{id}/end")
    String askToEnd(@PathVariable PersonId id, @AuthenticationPrincipal SignedIn by, Model model) {
        PersonEntry person = find(by, id);
        if (!person.hasAccess()) {
            throw new AlreadyDone("organisation.person.ended-already");
        }
        return end(by, person, new Problems(), model);
    }

    private static String end(SignedIn by, PersonEntry person, Problems problems, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("own", person.id().equals(by.person()));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "organisation/person-end";
    }

    @PostMapping("/{id}/end")
    String endAccess(
            @PathVariable PersonId id,
            @AuthenticationPrincipal SignedIn by,
            Once once,
            HttpServletResponse response,
            Model model) {
        PersonEntry person = find(by, id);
        try {
            return once.perform(() -> {
                administration.endAccess(by, id);
                return "redirect:/people?ended";
            });
        } catch (NotForYourself own) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return end(by, person, new Problems().add("main", sentences.of(own.messageKey())), model);
        }
    }

    private PersonEntry find(SignedIn by, PersonId id) {
        return entries.find(by.organisation(), id).orElseThrow(NotHere::new);
    }

    private static void addNotice(HttpServletRequest request, Model model) {
        NOTICES.stream()
                .filter(notice -> request.getParameter(notice) != null)
                .findFirst()
                .ifPresent(notice -> model.addAttribute("notice", notice));
    }

    private void addRoleForm(SignedIn by, RoleForm role, Model model) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", sentences.of("organisation.role.choose-unit")));
        choices.add(new Choice(RoleForm.WHOLE_COUNCIL, sentences.of("organisation.whole-council")));
        choices.addAll(UnitChoices.of(units.of(by.organisation())));
        model.addAttribute("role", role);
        model.addAttribute("allRoles", Role.values());
        model.addAttribute("unitChoices", choices);
    }
}
