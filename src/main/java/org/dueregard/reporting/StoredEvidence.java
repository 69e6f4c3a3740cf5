package org.dueregard.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dueregard.document.FileKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the evidence of an item along with the item, so that a page of many items asks no more often. */
public final class StoredEvidence {

    /** A column of a query in which {@code return_item} is called {@code item}. */
    public static final String COLUMN = """
            (select jsonb_agg(jsonb_build_object('id', evidence_id, 'title', title, 'address', address, 'kind', kind,
                    'file', file_name, 'size', size, 'by', added_by, 'at', floor(extract(epoch from added_at) * 1000))
                order by added_at, evidence_id) from evidence where evidence.item_id = item.item_id) as evidence""";

    private static final JsonMapper JSON = new JsonMapper();

    private StoredEvidence() {}

    /** In the order in which it was added. */
    public static List<Evidence> of(ResultSet row) throws SQLException {
        String stored = row.getString("evidence");
        if (stored == null) {
            return List.of();
        }
        List<Evidence> all = new ArrayList<>();
        for (JsonNode one : JSON.readTree(stored)) {
            String kind = text(one, "kind");
            all.add(new Evidence(
                    UUID.fromString(one.get("id").asString()),
                    one.get("title").asString(),
                    text(one, "address"),
                    kind == null ? null : FileKind.valueOf(kind),
                    text(one, "file"),
                    one.path("size").asInt(0),
                    one.get("by").asString(),
                    Instant.ofEpochMilli(one.get("at").asLong())));
        }
        return List.copyOf(all);
    }

    private static @Nullable String text(JsonNode one, String field) {
        JsonNode value = one.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }
}
