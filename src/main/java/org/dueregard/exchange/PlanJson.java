package org.dueregard.exchange;

import java.io.InputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plan documents as JSON. What is left out is not stated; what the format does not know is refused rather than dropped.
 */
@Component
public class PlanJson {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** @throws PlanUnreadable when it is no JSON, or no plan document */
    public PlanDocument read(JsonNode document) {
        try {
            return json.treeToValue(document, PlanDocument.class);
        } catch (JacksonException unreadable) {
            throw new PlanUnreadable(unreadable.getOriginalMessage(), unreadable);
        }
    }

    /** @throws PlanUnreadable when it is no JSON, or no plan document */
    public PlanDocument read(String text) {
        return read(tree(text));
    }

    JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException unreadable) {
            throw new PlanUnreadable(unreadable.getOriginalMessage(), unreadable);
        }
    }

    <T> T read(InputStream in, Class<T> type) {
        return json.readValue(in, type);
    }

    public String write(PlanDocument document) {
        return json.writeValueAsString(document);
    }
}
