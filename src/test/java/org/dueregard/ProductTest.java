package org.dueregard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole product through {@code MockMvc}, on PostgreSQL. All such tests share one context and its
 * database; a test that adds beans, properties or mocks makes a second one, which costs seconds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // letters are written when a test says so
        properties = "dueregard.reminders.after=1d")
@AutoConfigureMockMvc
@Import({TestDatabase.class, StatementCount.class, DemonstrationCouncil.class, ApiOfTests.class})
public @interface ProductTest {}
