package org.dueregard.document.read;

import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.dueregard.document.UntrustedFiles.Trouble;

/**
 * The parts of an office document, which is a zip of XML files. The guards are those that {@code UntrustedFiles} sets for
 * the library whose own class for it reads from disk only.
 */
final class Parts implements AutoCloseable {

    /** @param external whether it leads out of the file */
    record Relation(String id, String type, String target, boolean external) {

        /** The last word of the type's address, which both editions of the standard share. */
        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private final ZipFile zip;
    private final Bounds bounds;

    Parts(byte[] content, Bounds bounds) throws IOException {
        this.zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
        this.bounds = bounds;
        if (names().size() > ZipSecureFile.getMaxFileCount()) {
            zip.close();
            throw new Refused(Trouble.HARMFUL);
        }
    }

    List<String> names() {
        return Collections.list(zip.getEntries()).stream()
                .map(ZipArchiveEntry::getName)
                .toList();
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    XmlInput open(String part) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("There is no " + part);
        }
        bounds.opened();
        return new XmlInput(new Unpacked(zip.getInputStream(entry), entry.getCompressedSize(), bounds), bounds);
    }

    /** The whole part; an empty element when it is not there. */
    Xml tree(String part, Predicate<String> keepsText) throws IOException {
        if (!has(part)) {
            return new Xml("", new String[0]);
        }
        try (XmlInput in = open(part)) {
            return in.next() ? in.element(keepsText) : new Xml("", new String[0]);
        }
    }

    /** What a part refers to, by the key that it uses for it. */
    Map<String, Relation> relations(String part) throws IOException {
        int name = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, name);
        Map<String, Relation> relations = new LinkedHashMap<>();
        for (Xml one : tree(folder + "_rels/" + part.substring(name) + ".rels", nothing -> false)
                .children()) {
            boolean external = one.get("TargetMode", "").equals("External");
            String target = one.get("Target", "");
            String id = one.get("Id", "");
            relations.put(
                    id, new Relation(id, one.get("Type", ""), external ? target : resolved(folder, target), external));
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        try {
            String path = URI.create("/" + folder).resolve(target).normalize().getPath();
            // mailto: and its like have none
            return path == null ? target : path.replaceFirst("^/", "");
        } catch (IllegalArgumentException noAddress) {
            return target;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
