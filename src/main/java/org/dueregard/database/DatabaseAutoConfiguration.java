package org.dueregard.database;

import javax.sql.DataSource;
import org.dueregard.database.embedded.EmbeddedPostgres;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What holds for every database, embedded or not. */
@AutoConfiguration(
        after = {DataSourceAutoConfiguration.class, EmbeddedDatabaseAutoConfiguration.class},
        before = FlywayAutoConfiguration.class)
class DatabaseAutoConfiguration {

    @Bean
    DurabilityCheck durabilityCheck(DataSource dataSource) {
        return new DurabilityCheck(dataSource);
    }

    @Bean
    @ConditionalOnMissingBean
    DemonstrationMode demonstrationMode(ObjectProvider<EmbeddedPostgres> embedded) {
        var on = embedded.getIfAvailable() != null;
        return () -> on;
    }
}
