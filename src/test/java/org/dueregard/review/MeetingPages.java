package org.dueregard.review;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.access.Role;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What people of the demonstration council open and send about its meetings. */
final class MeetingPages {

    static final String CHAIR = "Chair, ECCA group";
    static final String MEMBER = "Member, ECCA group";
    static final String OFFICER = "Policy Officer";
    static final String DIRECTOR = "Director, Children, Schools and Families";
    static final String MANAGER = "Secondary Standards and Inclusion Manager";

    private final DemonstrationCouncil.Loaded council;
    private final EntityManager entities;
    private final MockMvc mvc;

    MeetingPages(DemonstrationCouncil.Loaded council, EntityManager entities, MockMvc mvc) {
        this.council = council;
        this.entities = entities;
        this.mvc = mvc;
    }

    MockHttpServletResponse get(String post, String address) throws Exception {
        return get(council.as(post), address);
    }

    MockHttpServletResponse get(Authentication who, String address) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(MockMvcRequestBuilders.get(address).with(authentication(who)))
                .andReturn()
                .getResponse();
    }

    Document page(String post, String address) throws Exception {
        MockHttpServletResponse answer = get(post, address);
        if (answer.getStatus() != 200) {
            throw new AssertionError(address + ": " + answer.getStatus());
        }
        return Jsoup.parse(answer.getContentAsString());
    }

    MockHttpServletResponse send(String post, String address, Map<String, String> fields) throws Exception {
        return send(council.as(post), address, fields);
    }

    MockHttpServletResponse send(Authentication who, String address, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(address)
                .with(authentication(who))
                .with(csrf())
                .param("_once", UUID.randomUUID().toString());
        fields.forEach(request::param);
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        entities.flush();
        entities.clear();
        return answer;
    }

    /** Somebody in every role at another council. */
    static Authentication stranger() {
        Set<Role> roles = Set.of(Role.values());
        SignedIn somebody =
                new SignedIn(PersonId.random(), OrganisationId.random(), "Elsewhere Council", "Somebody", roles);
        return UsernamePasswordAuthenticationToken.authenticated(
                somebody,
                null,
                roles.stream()
                        .map(role -> new SimpleGrantedAuthority(role.authority()))
                        .toList());
    }
}
