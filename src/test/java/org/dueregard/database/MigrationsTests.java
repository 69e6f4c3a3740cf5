package org.dueregard.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dueregard.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a council wrote with an older release is still there, and right, in the newer one. */
class MigrationsTests {

    private static final UUID COUNCIL = UUID.randomUUID();

    private DriverManagerDataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void startWithTheFirstRelease() {
        JdbcConnectionDetails empty = TestDatabase.empty();
        database = new DriverManagerDataSource(empty.getJdbcUrl(), empty.getUsername(), empty.getPassword());
        jdbc = JdbcClient.create(database);
        upTo("007");
        jdbc.sql("insert into organisation (organisation_id, name, created_at) values (?, 'Wandle', now())")
                .param(COUNCIL)
                .update();
    }

    @Test
    void othersFiguresBecomeReleasesThatIndicatorsOfTheSameNameShare() {
        UUID maths = indicator("Maths");
        UUID again = indicator("maths");
        UUID carers = indicator("Carers");
        figure(maths, null, "2013/14", 61, false);
        figure(maths, "England", "2013/14", 70, true);
        figure(maths, "England", "2013/14", 71, false);
        figure(again, "England", "2014/15", 72, false);
        figure(carers, "London", "2013/14", 5, false);

        upTo("latest");

        assertThat(texts("select whose || ': ' || lower(measure) from comparator order by 1"))
                .containsExactly("England: maths", "London: carers");
        assertThat(texts("select period || ' ' || value || case when replaced_at is null then '' else ' replaced' end"
                        + " from comparator_release join comparator using (comparator_id)"
                        + " where whose = 'England' order by period, value"))
                .containsExactly("2013/14 70 replaced", "2013/14 71", "2014/15 72");
        assertThat(texts("select distinct indicator.name from indicator_comparator"
                        + " join indicator using (indicator_id) join comparator using (comparator_id)"
                        + " where whose = 'England' order by 1"))
                .containsExactlyInAnyOrder("Maths", "maths");
        assertThat(texts("select period || ' ' || value from observation")).containsExactly("2013/14 61");
    }

    @Test
    void twoIndicatorsThatBroughtAFigureForOnePeriodLeaveOneThatStands() {
        figure(indicator("Maths"), "England", "2013/14", 70, false);
        figure(indicator("Maths"), "England", "2013/14", 71, false);

        upTo("latest");

        assertThat(texts("select count(*)::text from comparator_release where replaced_at is null"))
                .containsExactly("1");
        assertThat(texts("select count(*)::text from comparator_release")).containsExactly("2");
    }

    private void upTo(String release) {
        Flyway.configure().dataSource(database).target(release).load().migrate();
    }

    private UUID indicator(String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into indicator (indicator_id, organisation_id, name, decimals, polarity, value_kind, basis,
                            frequency, seasonal, comparator)
                        values (?, ?, ?, 0, 'HIGHER', 'PERCENTAGE', 'WHOLE_PERIOD', 'YEARLY', false, 'England')""").param(id).param(COUNCIL).param(name).update();
        return id;
    }

    private void figure(UUID indicator, String whose, String period, int value, boolean replaced) {
        jdbc.sql("""
                        insert into observation (observation_id, indicator_id, comparator, period, period_first,
                            period_last, value, state, entered_by, entered_on, entered_at, replaced_at)
                        values (?, ?, ?, ?, '2013-09-01', '2014-08-31', ?, 'FINAL', 'Policy Officer', '2014-09-01',
                            clock_timestamp(), case when ? then now() end)""")
                .param(UUID.randomUUID())
                .param(indicator)
                .param(whose)
                .param(period)
                .param(value)
                .param(replaced)
                .update();
    }

    private java.util.List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
