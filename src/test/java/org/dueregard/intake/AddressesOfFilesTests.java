package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.Desk;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.intake.Office.Brought;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** Whatever is asked for that is not there, or not there for whoever asks, is not there: never a failure. */
@ProductTest
@Transactional
class AddressesOfFilesTests {

    @Autowired
    ApplicationContext product;

    private Office office;
    private Brought file;
    private List<String> pages;
    private List<String> forms;

    @BeforeEach
    void bring() throws Exception {
        office = Office.in(product);
        file = office.bring("plan.docx", PlanFile.small().bytes());
        String item = Objects.requireNonNull(file.read("Train front-line staff"))
                .select("a.dr-drafted__change")
                .attr("href")
                .substring(file.address.length());
        pages = List.of(
                "",
                "?part=1",
                "?part=look",
                "?part=rest",
                "/columns",
                "/spots/b0",
                item,
                "/owners",
                "/plan",
                "/updates");
        forms = List.of(
                "/levels", "/columns", "/spots/b0", item, "/right", "/owners", "/plan", "/undo", "/reopen", "/discard");
    }

    @Test
    void eachOfThemIsThereForTheCouncilsOwnPolicyOfficer() throws Exception {
        for (String page : pages) {
            assertThat(office.desk.open(file.address + page).getStatus())
                    .as(page)
                    .isEqualTo(200);
        }
        assertThat(office.desk.page("/imports").select("main tbody").text()).contains("plan.docx");
    }

    @Test
    void anotherCouncilsFileIsNotThere() throws Exception {
        Office other = Office.in(product);

        for (String page : pages) {
            assertThat(other.desk.open(file.address + page).getStatus())
                    .as(page)
                    .isEqualTo(404);
        }
        for (String form : forms) {
            assertThat(other.desk
                            .send(file.address + form, Map.of("version", "0", "title", "Theirs", "period", "2014/15"))
                            .getStatus())
                    .as(form)
                    .isEqualTo(404);
        }
        assertThat(other.desk.page("/imports").select("main").text()).doesNotContain("plan.docx");
        assertThat(file.version()).isEqualTo("0");
    }

    @Test
    void whoeverIsNoPolicyOfficerIsRefused() throws Exception {
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.POLICY_OFFICER))) {
            Desk desk = office.deskOf(role);
            for (String page : pages) {
                assertThat(desk.open(file.address + page).getStatus())
                        .as(role + " " + page)
                        .isEqualTo(403);
            }
            for (String form : forms) {
                assertThat(desk.send(file.address + form).getStatus())
                        .as(role + " " + form)
                        .isEqualTo(403);
            }
            assertThat(desk.open("/imports").getStatus()).isEqualTo(403);
            assertThat(desk.bring("/imports", "plan.docx", PlanFile.small().bytes())
                            .getStatus())
                    .isEqualTo(403);
        }
    }

    @Test
    void garbageIsNotThere() throws Exception {
        for (String garbage : List.of(
                "/imports/x",
                "/imports/" + UUID.randomUUID(),
                file.address + "x",
                file.address + "/spots/b9999r1",
                file.address + "/spots/b4r9999",
                file.address + "/spots/b0r0",
                file.address + "/spots/b4r1c99",
                file.address + "/spots/b99999999999",
                file.address + "/spots/b-1",
                file.address + "/spots/x",
                file.address + "/items/zzz",
                file.address + "/items/b1n99",
                file.address + "?part=0",
                file.address + "?part=9999",
                file.address + "?part=-1",
                file.address + "?part=99999999999",
                file.address + "?part=",
                file.address + "?part=%F0%9D%9F%99",
                file.address + "?part=lookx",
                file.address + "/update",
                file.address + "/update?plan=x",
                file.address + "/update?plan=" + UUID.randomUUID(),
                file.address + "/updates?round=x",
                file.address + "/nothing")) {
            assertThat(office.desk.open(garbage).getStatus()).as(garbage).isEqualTo(404);
        }
        // a part that is asked for with more beside it is still that part
        assertThat(office.desk.open(file.address + "?part=look&x").getStatus()).isEqualTo(200);
    }

    @Test
    void formsThatSendGarbageChangeNothing() throws Exception {
        String column = file.page("/columns").select("main td select").attr("name");
        String item = "/items/" + itemKey();
        for (var sent : List.of(
                Map.entry("/columns", Map.of(column, "NONSENSE")),
                Map.entry("/columns", Map.of("version", "garbage")),
                Map.entry("/columns", Map.of("version", "99999999999999999999")),
                Map.entry("/spots/b2", Map.of("is", "NONSENSE")),
                Map.entry("/spots/b4r1", Map.of("is", "NONSENSE")),
                Map.entry("/spots/b0r0", Map.of("is", "ITEM")),
                Map.entry("/spots/b9999", Map.of("is", "THEME")),
                Map.entry("/items/zzz", Map.of("title", "x")),
                Map.entry(item, Map.of("version", "garbage")),
                Map.entry("/right", Map.of("item", "b1 NONSENSE")),
                Map.entry("/right", Map.of("item", "NONSENSE")),
                Map.entry("/plan", Map.of("version", "garbage", "title", "x", "period", "2014/15")),
                Map.entry("/update", Map.of("plan", "garbage")),
                Map.entry("/updates", Map.of("round", "garbage")))) {
            MockHttpServletResponse answer = file.send(sent.getKey(), sent.getValue());
            assertThat(answer.getStatus()).as(sent.toString()).isEqualTo(404);
        }
        assertThat(file.version()).isEqualTo("0");
        // who sends no version at all has not seen anything
        assertThat(office.desk.send(file.address + item).getStatus()).isEqualTo(409);
    }

    @Test
    void aStepThatNobodyKnowsSavesAndARoleThatIsNotThereIsPassedOver() throws Exception {
        assertThat(file.send("/items/" + itemKey(), Map.of("step", "nonsense", "v-NONSENSE", "x"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(file.send("/owners", Map.of("u0", "nonsense", "u999", "x")).getStatus())
                .isEqualTo(302);
        assertThat(file.send("/right", Map.of("item", "zzz OWNER")).getStatus()).isEqualTo(302);

        assertThat(file.titles()).contains("Train front-line staff");
        assertThat(file.page("/owners").select("main").text()).doesNotContain("As you said before");
    }

    private String itemKey() throws Exception {
        return Objects.requireNonNull(file.read("Train front-line staff")).id().substring(2);
    }
}
