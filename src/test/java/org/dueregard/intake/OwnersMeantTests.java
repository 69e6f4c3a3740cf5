package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.PostDirectory.Post;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.UnitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a council's words mean is suggested from its units and from the posts of those who answer for them. */
class OwnersMeantTests {

    private static final List<UnitEntry> UNITS = Stream.of(
                    "Community and Housing=C&H",
                    "Children, Schools and Families=CSF",
                    "Early Years and Children's Centres",
                    "School Improvement=MSI",
                    "Health and Wellbeing",
                    "Human Resources=HR",
                    "Communications",
                    "Policy and Insight")
            .map(unit -> unit.split("="))
            .map(unit -> new UnitEntry(
                    new UnitId(UUID.randomUUID()),
                    null,
                    UnitKind.SERVICE,
                    unit[0],
                    unit.length > 1 ? unit[1] : null,
                    0))
            .toList();

    private static final PersonId MANAGER = new PersonId(UUID.randomUUID());

    private static final Map<String, UnitEntry> BY_NAME =
            UNITS.stream().collect(Collectors.toMap(UnitEntry::name, Function.identity()));

    private final OwnersMeant meant = new OwnersMeant(
            UNITS, List.of(new Post(MANAGER, "Corporate Equalities Manager", id("Policy and Insight"))));

    private static UnitId id(String name) {
        UnitEntry unit = BY_NAME.get(name);
        if (unit == null) {
            throw new IllegalArgumentException(name);
        }
        return unit.id();
    }

    private List<String> names(String words) {
        return meant.suggested(words).stream()
                .map(one -> UNITS.stream()
                        .filter(unit -> unit.id().equals(one.unit()))
                        .findFirst()
                        .orElseThrow()
                        .name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C&H / CSF                              | 2 | Community and Housing; Children, Schools and Families
            MSI                                    | 1 | School Improvement
            Merton School Improvement Team (MSI)   | 1 | School Improvement
            Early Years                            | 1 | Early Years and Children's Centres
            Head of Early Years                    | 1 | Early Years and Children's Centres
            Health and Wellbeing                   | 1 | Health and Wellbeing
            HR and Communications                  | 2 | Human Resources; Communications
            HR, supported by Communications        | 2 | Human Resources; Communications
            Head of Human Resources                | 1 | Human Resources
            Corporate Equalities Manager           | 1 | Policy and Insight
            Equalities Manager / HR                | 2 | Policy and Insight; Human Resources
            HR / HR                                | 2 | Human Resources
            Fire Brigade                           | 1 |
            All                                    | 1 |
            """)
    void suggestsEachUnitThatTheWordsName(String words, int named, String units) {
        assertThat(String.join("; ", names(words))).isEqualTo(units == null ? "" : units);
        assertThat(meant.named(words)).isEqualTo(named);
    }

    @Test
    void saysByWhosePostAUnitWasKnown() {
        assertThat(meant.suggested("Corporate Equalities Manager"))
                .extracting(OwnersMeant.Meant::post)
                .containsExactly("Corporate Equalities Manager");
        assertThat(meant.suggested("HR")).extracting(OwnersMeant.Meant::post).containsExactly("");
    }

    @Test
    void asksForNoMoreUnitsThanAPersonCanTellApart() {
        assertThat(meant.named("A/B/C/D/E/F/G/H")).isEqualTo(OwnersMeant.MOST);
        assertThat(meant.named("/ ; ,")).isEqualTo(1);
    }

    @Test
    void whoIsKnownByTheirPostIsMeantThemselves() {
        assertThat(meant.suggested("Corporate Equalities Manager").get(0).meaning())
                .isEqualTo(new OwnerMeaning(id("Policy and Insight"), MANAGER));
        assertThat(meant.suggested("Communications").get(0).meaning()).isEqualTo(OwnerMeaning.of(id("Communications")));
    }

    @Test
    void somebodyWhoMovedIsMeantWhereTheyAreNow() {
        OwnerMeaning before = new OwnerMeaning(id("Policy and Insight"), MANAGER);
        Post there = new Post(MANAGER, "Corporate Equalities Manager", id("Policy and Insight"));
        Post elsewhere = new Post(MANAGER, "Corporate Equalities Manager", id("Human Resources"));
        Post third = new Post(MANAGER, "Corporate Equalities Manager", id("Communications"));

        assertThat(before.today(List.of(elsewhere)).unit()).isEqualTo(id("Human Resources"));
        assertThat(before.today(List.of(there, elsewhere))).isEqualTo(before);
        assertThat(before.today(List.of(elsewhere, third))).as("either").isEqualTo(before);
        assertThat(before.today(List.of())).as("gone").isEqualTo(before);
        assertThat(OwnerMeaning.of(id("Policy and Insight"))
                        .today(List.of(elsewhere))
                        .unit())
                .isEqualTo(id("Policy and Insight"));
    }

    @Test
    void aMeaningIsReadAsItIsWritten() {
        OwnerMeaning person = new OwnerMeaning(id("Communications"), MANAGER);
        OwnerMeaning unit = OwnerMeaning.of(id("Communications"));

        assertThat(OwnerMeaning.read(person.toString())).isEqualTo(person);
        assertThat(OwnerMeaning.read(unit.toString())).isEqualTo(unit);
        assertThat(Stream.of("", "/", "nobody", unit + "/", unit + "/" + MANAGER + "/x")
                        .map(OwnerMeaning::read))
                .containsOnlyNulls();
    }
}
