package org.dueregard.reporting.read;

import java.util.Optional;
import java.util.UUID;
import org.dueregard.document.FileKind;
import org.dueregard.organisation.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files of evidence for the people who may see what they are evidence of: everybody of the council once the return is in,
 * until then those who write it and those who judge it.
 */
@Component
public class EvidenceFiles {

    private final JdbcClient jdbc;

    EvidenceFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record File(String name, FileKind kind, byte[] content) {}

    public Optional<File> find(SignedIn by, UUID evidence) {
        return jdbc.sql("""
                        select file_name, kind, content
                        from evidence join evidence_content using (evidence_id)
                        join return_item using (item_id)
                        join return owed using (return_id)
                        join round using (round_id)
                        join plan using (plan_id)
                        where evidence_id = :evidence and plan.organisation_id = :organisation
                            and (owed.state in ('SUBMITTED', 'ACCEPTED') or exists (
                                select 1 from role_covers where person_id = :person and unit_id = owed.unit_id
                                    and role in ('SERVICE_MANAGER', 'POLICY_OFFICER')))""")
                .param("evidence", evidence)
                .param("organisation", by.organisation().organisationId())
                .param("person", by.person().personId())
                .query((row, number) -> new File(
                        row.getString("file_name"), FileKind.valueOf(row.getString("kind")), row.getBytes("content")))
                .optional();
    }
}
