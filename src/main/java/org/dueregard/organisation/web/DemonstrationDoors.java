package org.dueregard.organisation.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.dueregard.access.AllowedToEverybody;
import org.dueregard.access.Role;
import org.dueregard.database.DemonstrationMode;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.model.People;
import org.dueregard.organisation.model.Person;
import org.dueregard.organisation.model.RoleHeld;
import org.dueregard.organisation.model.RolesHeld;
import org.dueregard.organisation.model.SigningIn;
import org.dueregard.site.NotHere;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The demonstration's people, each a door to go in by with one click. Outside the demonstration there are none. */
@Controller
class DemonstrationDoors {

    private final People people;
    private final RolesHeld roles;
    private final SigningIn signingIn;
    private final SignedInLeadsOn leadsOn;
    private final DemonstrationMode demonstration;

    DemonstrationDoors(
            People people,
            RolesHeld roles,
            SigningIn signingIn,
            SignedInLeadsOn leadsOn,
            DemonstrationMode demonstration) {
        this.people = people;
        this.roles = roles;
        this.signingIn = signingIn;
        this.leadsOn = leadsOn;
        this.demonstration = demonstration;
    }

    /** @param part the message key and icon of what the person comes for */
    record Door(PersonId person, String post, Role part) {}

    List<Door> all() {
        if (!demonstration.on()) {
            return List.of();
        }
        return people.findByDemonstrationTrueAndEndedAtIsNullOrderByCreatedAtAscPostAsc().stream()
                .map(person -> new Door(person.id(), person.post(), partOf(person)))
                .toList();
    }

    private Role partOf(Person person) {
        return roles.findByPersonAndEndedAtIsNull(person.id()).stream()
                .map(RoleHeld::role)
                .sorted()
                .findFirst()
                .orElse(Role.DMT);
    }

    @PostMapping("/demonstration/sign-in")
    @AllowedToEverybody
    void goIn(@RequestParam PersonId person, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Person found = people.findById(person)
                .filter(somebody -> demonstration.on() && somebody.demonstration())
                .orElseThrow(NotHere::new);
        Authentication authentication = signingIn.signedIn(found);
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        leadsOn.onAuthenticationSuccess(request, response, authentication);
    }
}
