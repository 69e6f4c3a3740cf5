package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dueregard.ProductTest;
import org.dueregard.StatementCount;
import org.dueregard.organisation.Councils.Council;
import org.dueregard.organisation.Visitor.Form;
import org.dueregard.organisation.Visitor.Page;
import org.dueregard.organisation.model.Administration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class UnitsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Administration administration;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UnitDirectory units;

    @Autowired
    StatementCount statements;

    Council council;
    Visitor administrator;

    @BeforeEach
    void signIn() throws Exception {
        council = new Councils(administration, jdbc).council();
        administrator = council.administrator().signedIn(mvc);
    }

    Page add(String name, String shortName, String kind, String parent) throws Exception {
        return administrator.send(
                administrator.open("/units/new"),
                "/units",
                "name",
                name,
                "shortName",
                shortName,
                "kind",
                kind,
                "parent",
                parent);
    }

    UnitEntry unit(String name) {
        return units.called(council.id(), name).orElseThrow();
    }

    @Test
    void saysWhatWillBeHere() throws Exception {
        assertThat(administrator.open("/units").text()).contains("No units yet", "Add the departments first");
    }

    @Test
    void showsEachUnitBelowTheOneItBelongsTo() throws Exception {
        add("Children, Schools and Families", "CSF", "DEPARTMENT", "");
        add("Education", "", "DIVISION", unit("CSF").id().toString());
        add("Adult Social Care", "", "DEPARTMENT", "");
        Page page = administrator.follow(
                add("Early Years", "EY", "SERVICE", unit("Education").id().toString()));

        assertThat(page.html().select("tbody th a").eachText())
                .containsExactly("Adult Social Care", "Children, Schools and Families", "Education", "Early Years");
        assertThat(page.html().select(".dr-in-2").text()).isEqualTo("Level 3: Early Years EY");
        assertThat(page.text()).contains("The unit is added.");
    }

    @Test
    void refusesANameThatIsTaken() throws Exception {
        add("Education", "EDU", "DEPARTMENT", "");

        Page name = add("EDUCATION", "", "DIVISION", "");
        assertThat(name.status()).isEqualTo(400);
        assertThat(name.problemOf("name")).contains("Another unit has this name");
        assertThat(name.valueOf("kind")).isEqualTo("DIVISION");
        Page shortName = add("Educational Psychology", "edu", "SERVICE", "");
        assertThat(shortName.problemOf("shortName")).contains("Another unit has this name");
        assertThat(shortName.valueOf("name")).isEqualTo("Educational Psychology");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Page refused = add(" ", "", "", "");

        assertThat(refused.problemOf("name")).contains("Enter the name of the unit");
        assertThat(refused.problemOf("kind")).contains("Choose what kind of unit it is");
    }

    @Test
    void refusesAParentFromAnotherCouncil() throws Exception {
        UnitId elsewhere = administration.addUnit(
                new Councils(administration, jdbc).council().id(), null, null, UnitKind.DEPARTMENT, "Education", null);
        Form form = administrator.fill(
                administrator.open("/units/new"), "/units", "name", "Early Years", "kind", "SERVICE", "parent", "");
        form.fields().put("parent", elsewhere.toString());

        assertThat(administrator.send(form).problemOf("parent")).contains("Choose the unit");
    }

    @Test
    void addsOneUnitHoweverOftenTheFormIsSent() throws Exception {
        Form form = administrator.fill(
                administrator.open("/units/new"), "/units", "name", "Education", "kind", "DEPARTMENT", "parent", "");

        assertThat(administrator.send(form).leadsTo())
                .isEqualTo(administrator.send(form).leadsTo());
        assertThat(units.of(council.id())).hasSize(1);
    }

    @Test
    void renames() throws Exception {
        add("Education", "EDU", "DEPARTMENT", "");
        String path = "/units/" + unit("EDU").id();
        Page page = administrator.open(path);
        assertThat(page.valueOf("name")).isEqualTo("Education");

        Page renamed = administrator.follow(
                administrator.send(page, path, "name", "Education and Skills", "shortName", "EDU"));
        assertThat(renamed.text()).contains("Education and Skills");

        Page stale = administrator.send(page, path, "name", "Education and Play", "shortName", "EDU");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(unit("EDU").name()).isEqualTo("Education and Skills");
    }

    @Test
    void refusesToRenameToATakenName() throws Exception {
        add("Education", "", "DEPARTMENT", "");
        add("Housing", "", "DEPARTMENT", "");
        String path = "/units/" + unit("Housing").id();

        Page refused = administrator.send(administrator.open(path), path, "name", "education", "shortName", "H");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problemOf("name")).contains("Another unit has this name");
        assertThat(List.of(refused.valueOf("name"), refused.valueOf("shortName")))
                .containsExactly("education", "H");
        assertThat(refused.html().select("h1").text()).contains("Housing");
    }

    @Test
    void readsHoweverManyUnitsInAFixedNumberOfStatements() throws Exception {
        add("Education", "", "DEPARTMENT", "");
        administrator.open("/units");
        int few = statements.during(() -> administrator.open("/units")).size();
        for (int number = 0; number < 10; number++) {
            administration.addUnit(council.id(), null, unit("Education").id(), UnitKind.TEAM, "Team " + number, null);
        }

        assertThat(statements.during(() -> administrator.open("/units"))).hasSize(few);
    }
}
