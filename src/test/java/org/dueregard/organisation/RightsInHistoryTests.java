package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.history.History;
import org.dueregard.history.HistoryEntry;
import org.dueregard.history.Subject;
import org.dueregard.organisation.Councils.Council;
import org.dueregard.organisation.Councils.Somebody;
import org.dueregard.organisation.model.Administration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of rights are written down, and nobody can rewrite them unnoticed. */
@ProductTest
class RightsInHistoryTests {

    @Autowired
    Administration administration;

    @Autowired
    History history;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    Council council;
    SignedIn administrator;
    Somebody manager;

    @BeforeEach
    void changeRights() {
        Councils councils = new Councils(administration, JdbcClient.create(jdbc));
        council = councils.council();
        administrator = new SignedIn(
                council.administrator().id(), council.id(), "Wandle", "Administrator", Set.of(Role.ADMINISTRATOR));
        UnitId education =
                administration.addUnit(council.id(), administrator, null, UnitKind.DEPARTMENT, "Education", null);
        manager = councils.add(council.id(), "Early Years Manager", Role.SERVICE_MANAGER, education);
        administration.choosePassword(administration.passwordLink(council.id(), null, manager.id()), Councils.PASSWORD);
        administration.giveRole(council.id(), administrator, manager.id(), Role.REVIEWER, null);
        administration.endAccess(administrator, manager.id());
    }

    @Test
    void tellsWhoChangedWhoseRights() {
        assertThat(history.of(administrator, new Subject("person", manager.id().personId()), 20))
                .extracting(HistoryEntry::post, HistoryEntry::what, HistoryEntry::became)
                .containsExactly(
                        tuple("Administrator", "Access ended", null),
                        tuple("Administrator", "Role given", "Member of the equalities group for the whole council"),
                        tuple(History.PRODUCT, "Password chosen by one-time link", null),
                        tuple(History.PRODUCT, "Password link made", null),
                        tuple(History.PRODUCT, "Role given", "Service manager for Education"),
                        tuple(History.PRODUCT, "Person added", "Early Years Manager, " + manager.email()));
        assertThat(history.firstBrokenEvent(council.id())).isEmpty();
    }

    @Test
    void cannotBeChanged() {
        assertThatThrownBy(() -> jdbc.update("update history_event set post = 'Somebody else'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.update("delete from history_event")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.update("truncate history_event")).hasMessageContaining("append-only");
    }

    @Test
    void showsWhichEventASuperuserEdited() {
        behindItsBack("update history_event set became = 'Chair' where organisation_id = ? and sequence = 3");

        assertThat(history.firstBrokenEvent(council.id())).hasValue(3);
        assertThat(history.firstBrokenEvent(new Councils(administration, JdbcClient.create(jdbc))
                        .council()
                        .id()))
                .isEmpty();
    }

    @Test
    void showsWhereASuperuserRemovedAnEvent() {
        behindItsBack("delete from history_event where organisation_id = ? and sequence = 4");

        assertThat(history.firstBrokenEvent(council.id())).hasValue(5);
    }

    @Test
    void showsThatASuperuserRemovedTheLastEvent() {
        behindItsBack("delete from history_event where organisation_id = ? and what = 'Access ended'");

        assertThat(history.firstBrokenEvent(council.id())).isPresent();
    }

    private void behindItsBack(String sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("alter table history_event disable trigger history_is_append_only");
            assertThat(jdbc.update(sql, council.id().organisationId())).isEqualTo(1);
            jdbc.execute("alter table history_event enable trigger history_is_append_only");
        });
    }
}
