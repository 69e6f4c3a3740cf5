package org.dueregard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Where somebody sits, signed in: they open pages and send forms, in the transaction of the test. */
public final class Desk {

    private final MockMvc mvc;
    private final EntityManager entities;
    private final Authentication somebody;

    Desk(MockMvc mvc, EntityManager entities, Authentication somebody) {
        this.mvc = mvc;
        this.entities = entities;
        this.somebody = somebody;
    }

    /** The answer, whatever it is. */
    public MockHttpServletResponse open(String address) throws Exception {
        return perform(MockMvcRequestBuilders.get(address));
    }

    /** A page that has to be there. */
    public Document page(String address) throws Exception {
        MockHttpServletResponse answer = open(address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    public MockHttpServletResponse send(String address) throws Exception {
        return send(address, Map.of());
    }

    /** Sends a form that is sent for the first time; what it changed can be read from the database afterwards. */
    public MockHttpServletResponse send(String address, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(address)
                .with(csrf())
                .param("_once", UUID.randomUUID().toString());
        fields.forEach(request::param);
        return perform(request);
    }

    /** Sends a form on which several boxes of one name are ticked. */
    public MockHttpServletResponse send(String address, Map<String, String> fields, String name, List<String> ticked)
            throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(address)
                .with(csrf())
                .param("_once", UUID.randomUUID().toString());
        fields.forEach(request::param);
        return perform(request.param(name, ticked.toArray(String[]::new)));
    }

    /** Sends a form with a file, as a browser does. */
    public MockHttpServletResponse bring(String address, String file, byte[] content) throws Exception {
        return perform(MockMvcRequestBuilders.multipart(address)
                .file(new MockMultipartFile("file", file, null, content))
                .with(csrf())
                .param("_once", UUID.randomUUID().toString()));
    }

    private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(request.with(authentication(somebody))).andReturn().getResponse();
        if (entities.isJoinedToTransaction()) {
            entities.flush();
        }
        return answer;
    }
}
