package org.dueregard.indicator.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences that tell a person why words were read as they were, kept apart so that they can be translated. */
final class Reasons {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "messages.reading",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Reasons() {}

    static String say(String key, Object... details) {
        return new MessageFormat(BUNDLE.getString(key), Locale.UK).format(details);
    }
}
