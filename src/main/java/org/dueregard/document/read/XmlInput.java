package org.dueregard.document.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.jspecify.annotations.Nullable;

/** Reads XML of strangers: a file that defines entities, or points outside itself, is refused. */
final class XmlInput implements AutoCloseable {

    /** Where an office document keeps words; space between other elements is nothing but layout. */
    static final Predicate<String> WORD_TEXT = Set.of("t", "delText", "instrText")::contains;

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream bytes;
    private final XMLStreamReader in;
    private final Bounds bounds;

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    XmlInput(InputStream bytes, Bounds bounds) throws IOException {
        this.bytes = bytes;
        this.bounds = bounds;
        try {
            this.in = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException notXml) {
            throw new IOException(notXml);
        }
    }

    /** Goes on to where the next element begins; false at the end. */
    boolean next() throws IOException {
        while (step() != XMLStreamConstants.END_DOCUMENT) {
            if (in.isStartElement()) {
                return true;
            }
        }
        return false;
    }

    /** Goes on to where the next element of the given name begins; false when there is none. */
    boolean next(String name) throws IOException {
        while (next()) {
            if (name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Goes on to the next element right inside the one that began before; false at its end. */
    boolean nextInside() throws IOException {
        int event = step();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
            event = step();
        }
        return false;
    }

    String name() {
        return in.getLocalName();
    }

    @Nullable
    String get(String attribute) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals(attribute)) {
                return in.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The element that begins here, up to its end. */
    Xml element(Predicate<String> keepsText) throws IOException {
        return element(keepsText, false, 0);
    }

    private Xml element(Predicate<String> keepsText, boolean kept, int depth) throws IOException {
        bounds.element(depth);
        Xml element = new Xml(name(), attributes());
        boolean keeps = kept || keepsText.test(element.name());
        while (true) {
            int event = step();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> element.add(element(keepsText, keeps, depth + 1));
                case XMLStreamConstants.END_ELEMENT -> {
                    return element;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (keeps) {
                        String text = in.getText();
                        bounds.characters(text.length());
                        element.add(new Xml(text));
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new IOException("The file ends inside " + element.name());
                default -> {}
            }
        }
    }

    /** Passes over the element that begins here. */
    void skip() throws IOException {
        int open = 1;
        while (open > 0) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }

    private String[] attributes() {
        int kept = 0;
        for (int i = 0; i < in.getAttributeCount(); i++) {
            kept += isOfUse(in.getAttributeLocalName(i)) ? 2 : 0;
        }
        String[] attributes = new String[kept];
        int next = 0;
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (isOfUse(in.getAttributeLocalName(i))) {
                attributes[next++] = in.getAttributeLocalName(i);
                attributes[next++] = in.getAttributeValue(i);
            }
        }
        return attributes;
    }

    /** Word marks every run with the sitting in which it was typed. */
    private static boolean isOfUse(String attribute) {
        return !attribute.startsWith("rsid") && !attribute.equals("paraId") && !attribute.equals("textId");
    }

    private int step() throws IOException {
        try {
            if (!in.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = in.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refused(Trouble.HARMFUL);
            }
            return event;
        } catch (XMLStreamException damaged) {
            if (damaged.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(damaged);
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
