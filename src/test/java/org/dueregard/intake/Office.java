package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.Desk;
import org.dueregard.access.Role;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.UnitKind;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.model.SigningIn;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** A council with three units and no plan yet, and its policy officer, who brings plans in from files. */
final class Office {

    static final String SCHOOLS = "School Improvement";
    static final String INCLUSION = "Mentoring and School Inclusion";
    static final String YOUTH = "Youth Service";

    private final JdbcClient jdbc;
    private final Administration administration;
    private final EntityManager entities;
    private final DemonstrationCouncil.Loaded councils;
    final OrganisationId council;
    final SignedIn officer;
    final Desk desk;
    private final Map<String, UnitId> units = new LinkedHashMap<>();

    private Office(ApplicationContext product) {
        jdbc = product.getBean(JdbcClient.class);
        administration = product.getBean(Administration.class);
        entities = product.getBean(EntityManager.class);
        councils = product.getBean(DemonstrationCouncil.Loaded.class);
        council = administration.addOrganisation("Wandle Borough Council");
        UnitId department = administration.addUnit(
                council, null, null, UnitKind.DEPARTMENT, "Children, Schools and Families", "CSF");
        for (String name : List.of(SCHOOLS, INCLUSION, YOUTH)) {
            units.put(name, administration.addUnit(council, null, department, UnitKind.SERVICE, name, null));
        }
        officer = somebody(Role.POLICY_OFFICER);
        desk = councils.desk(SigningIn.signedIn(officer, null));
    }

    static Office in(ApplicationContext product) {
        return new Office(product);
    }

    /** Somebody new, with one role. */
    SignedIn somebody(Role role) {
        PersonId person = administration.addPerson(council, null, role.name(), UUID.randomUUID() + "@wandle.example");
        administration.giveRole(council, null, person, role, null);
        return new SignedIn(person, council, "Wandle Borough Council", role.name(), Set.of(role));
    }

    /** Somebody new who answers for a unit. */
    PersonId manager(String post, String unit) {
        PersonId person = administration.addPerson(council, null, post, UUID.randomUUID() + "@wandle.example");
        administration.giveRole(council, null, person, Role.SERVICE_MANAGER, unit(unit));
        // what reads them does not go through the entities
        entities.flush();
        return person;
    }

    /** Who answered for one unit answers for another now. */
    void move(PersonId person, String unit) {
        jdbc.sql("update role_held set unit_id = ? where person_id = ?")
                .param(unit(unit).unitId())
                .param(person.personId())
                .update();
    }

    /** Where somebody else of the council sits. */
    Desk deskOf(Role role) {
        return councils.desk(SigningIn.signedIn(somebody(role), null));
    }

    UnitId unit(String name) {
        return Objects.requireNonNull(units.get(name));
    }

    Brought bring(String file, byte[] content) throws Exception {
        MockHttpServletResponse answer = desk.bring("/imports", file, content);
        assertThat(answer.getRedirectedUrl()).as(answer.getContentAsString()).startsWith("/imports/");
        return new Brought(Objects.requireNonNull(answer.getRedirectedUrl()));
    }

    /** The small plan, made as it was read but for whom it means. */
    UUID makeSmallPlan() throws Exception {
        Brought file = bring("plan.docx", PlanFile.small().bytes());
        file.means("School Improvement", SCHOOLS);
        return file.make("Equality action plan", "2014/15");
    }

    /** A file that was brought in, as the officer checks it. */
    final class Brought {

        final String address;

        Brought(String address) {
            this.address = address;
        }

        UUID id() {
            return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        }

        Document page(String below) throws Exception {
            return desk.page(address + below);
        }

        String version() {
            return jdbc.sql("select version from intake where intake_id = ?")
                    .param(id())
                    .query(String.class)
                    .single();
        }

        /** What was read under this title, on whichever part it stands; null where nothing was. */
        Element read(String title) throws Exception {
            for (Element part : page("").select(".dr-parts a[href*=part]")) {
                String number = part.attr("href").replaceAll(".*part=", "");
                if (number.matches("\\d+")) {
                    for (Element node : page("?part=" + number).select(".dr-drafted > li")) {
                        if (words(node.select(".dr-drafted__title")).equals(title)) {
                            return node;
                        }
                    }
                }
            }
            return null;
        }

        /** Its number, a dash for none, and its kind. */
        String kind(String title) throws Exception {
            Element node = Objects.requireNonNull(read(title), title);
            return words(node.select(".dr-drafted__kind > span").first());
        }

        /** What the file says of it, by what that is. */
        Map<String, String> said(String title) throws Exception {
            Map<String, String> said = new LinkedHashMap<>();
            for (Element value : Objects.requireNonNull(read(title), title).select("dl > div")) {
                said.merge(
                        value.select("dt").text(),
                        words(value.select(".dr-drafted__words")),
                        (one, other) -> one + "; " + other);
            }
            return said;
        }

        /** All titles, in the order of the plan. */
        List<String> titles() throws Exception {
            java.util.ArrayList<String> titles = new java.util.ArrayList<>();
            for (Element part : page("").select(".dr-parts a[href*=part]")) {
                String number = part.attr("href").replaceAll(".*part=", "");
                if (number.matches("\\d+")) {
                    page("?part=" + number).select(".dr-drafted__title").forEach(title -> titles.add(words(title)));
                }
            }
            return titles;
        }

        private String words(Iterable<Element> elements) {
            StringBuilder words = new StringBuilder();
            elements.forEach(one -> words.append(words(one)));
            return words.toString().strip();
        }

        /** Without what is said to screen readers only, and without the number before a title. */
        private String words(Element element) {
            Element copy = element.clone();
            copy.select(".dr-hide, b").remove();
            return copy.text().strip();
        }

        MockHttpServletResponse send(String below, Map<String, String> fields) throws Exception {
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.putIfAbsent("version", version());
            return desk.send(address + below, all);
        }

        /** Changes the plan by the differences with these ids. */
        MockHttpServletResponse send(String below, UUID plan, List<String> take) throws Exception {
            return desk.send(address + below, Map.of("version", version(), "plan", plan.toString()), "take", take);
        }

        /** Corrects what was read under this title, by the form on its page with these fields changed. */
        void correct(String title, String step, Map<String, String> typed) throws Exception {
            String item = Objects.requireNonNull(read(title), title)
                    .select("a.dr-drafted__change")
                    .attr("href");
            Map<String, String> fields = new LinkedHashMap<>();
            desk.page(item)
                    .select("main form")
                    .last()
                    .select("input[type=text], textarea")
                    .forEach(field -> fields.put(field.attr("name"), field.val()));
            fields.putAll(typed);
            fields.put("step", step);
            fields.put("version", version());
            MockHttpServletResponse answer = desk.send(item, fields);
            assertThat(answer.getRedirectedUrl())
                    .as(answer.getContentAsString())
                    .startsWith(address + "?part=");
        }

        void right(String words) throws Exception {
            for (Element doubt : page("?part=look").select("main tbody tr")) {
                if (doubt.text().contains(words)) {
                    String item = doubt.select("button[name=item]").attr("value");
                    assertThat(send("/right", Map.of("item", item)).getRedirectedUrl())
                            .isEqualTo(address + "?part=look&right");
                    return;
                }
            }
            throw new AssertionError(words + " is not to be looked at");
        }

        /** Says which unit the file means by these words; the others stay as they are suggested. */
        void means(String words, String unit) throws Exception {
            for (Element label : page("/owners").select("main tbody label")) {
                if (label.text().equals(words)) {
                    assertThat(send(
                                            "/owners",
                                            Map.of(label.attr("for"), unit(unit).toString()))
                                    .getRedirectedUrl())
                            .isEqualTo(address + "?owners");
                    return;
                }
            }
            throw new AssertionError(words + " is nobody in the file");
        }

        UUID make(String title, String period) throws Exception {
            MockHttpServletResponse answer = send("/plan", Map.of("title", title, "period", period));
            assertThat(answer.getRedirectedUrl())
                    .as(answer.getContentAsString())
                    .matches("/plans/[0-9a-f-]{36}\\?imported=" + id());
            return UUID.fromString(answer.getRedirectedUrl().substring(7, 43));
        }
    }
}
