package org.dueregard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.dueregard.browser.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the whole product as a person meets it: a real server and a real browser, which comes as a parameter of
 * type {@link Browser}. All such tests share one context and its database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Tag("browser")
@ProductTest
@ExtendWith(Browser.Extension.class)
public @interface BrowserTest {}
