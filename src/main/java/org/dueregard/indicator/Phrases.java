package org.dueregard.indicator;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of assessments, kept apart from the rule so that they can be said in another language. */
final class Phrases {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Phrases ENGLISH = new Phrases(Locale.ROOT);

    private final ResourceBundle bundle;

    private Phrases(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "messages.assessment",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Phrases english() {
        return ENGLISH;
    }

    /** The phrase with its places filled; names and values take turns. */
    String say(String key, String... namesAndValues) {
        Matcher matcher = PLACE.matcher(bundle.getString(key));
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(out, Matcher.quoteReplacement(valueOf(matcher.group(1), namesAndValues)));
        }
        return matcher.appendTail(out).toString();
    }

    private static String valueOf(String name, String[] namesAndValues) {
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        return "";
    }
}
