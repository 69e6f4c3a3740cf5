package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML file by its name without prefix, so that files of either edition of a standard are read alike, or a
 * stretch of text, which has no name.
 */
final class Xml {

    private static final String[] NONE = {};

    /** More than any style or definition has; in more than that names are looked up instead of looked for. */
    private static final int MANY = 64;

    private final String name;
    private final String text;
    private final String[] attributes;
    private List<Xml> children = List.of();
    private @Nullable Map<String, Xml> firsts;

    Xml(String name, String[] attributes) {
        this.name = name;
        this.text = "";
        this.attributes = attributes.length == 0 ? NONE : attributes;
    }

    Xml(String text) {
        this.name = "";
        this.text = text;
        this.attributes = NONE;
    }

    void add(Xml child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
        firsts = null;
    }

    String name() {
        return name;
    }

    /** Of a stretch of text only. */
    String text() {
        return text;
    }

    List<Xml> children() {
        return children;
    }

    @Nullable
    String get(String attribute) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(attribute)) {
                return attributes[i + 1];
            }
        }
        return null;
    }

    String get(String attribute, String otherwise) {
        String value = get(attribute);
        return value == null ? otherwise : value;
    }

    int number(String attribute, int otherwise) {
        String value = get(attribute);
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    @Nullable
    Xml child(String childName) {
        if (children.size() > MANY) {
            return firsts().get(childName);
        }
        for (Xml child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    private Map<String, Xml> firsts() {
        Map<String, Xml> known = firsts;
        if (known == null) {
            known = new HashMap<>();
            for (Xml child : children) {
                known.putIfAbsent(child.name, child);
            }
            firsts = known;
        }
        return known;
    }

    /** How many elements and stretches of text it holds, itself among them. */
    int size() {
        int size = 1;
        for (Xml child : children) {
            size += child.size();
        }
        return size;
    }

    /** Down a way of first children; null as soon as one is not there. */
    @Nullable
    Xml down(String... way) {
        Xml here = this;
        for (String step : way) {
            here = here == null ? null : here.child(step);
        }
        return here;
    }

    /** The value of a child that holds nothing else; null when there is no such child. */
    @Nullable
    String value(String childName) {
        Xml child = child(childName);
        return child == null ? null : child.get("val");
    }

    /** Whether a switch of Word's is on: it is there, and does not say that it is off. */
    boolean is(String childName) {
        Boolean said = said(childName);
        return said != null && said;
    }

    /** On, off, or nothing said. */
    @Nullable
    Boolean said(String childName) {
        Xml child = child(childName);
        if (child == null) {
            return null;
        }
        String value = child.get("val", "true");
        return !(value.equals("0") || value.equals("false") || value.equals("off") || value.equals("none"));
    }

    /** All text below, word by word in its order. */
    String words() {
        StringBuilder all = new StringBuilder();
        words(all);
        return all.toString();
    }

    private void words(StringBuilder all) {
        all.append(text);
        children.forEach(child -> child.words(all));
        if (name.equals("p") || name.equals("tab") || name.equals("br") || name.equals("tc")) {
            all.append(' ');
        }
    }

    @Nullable
    Xml first(String anywhere) {
        for (Xml child : children) {
            Xml found = child.name.equals(anywhere) ? child : child.first(anywhere);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
