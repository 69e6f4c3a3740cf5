package org.dueregard.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the embedded database keeps its files. */
@ConfigurationProperties("dueregard.database")
record EmbeddedDatabaseProperties(
        @DefaultValue("./data/postgres") Path directory) {}
