package org.dueregard.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shapes of the statuses as pictures, for files that cannot hold drawings, and their colours. */
final class Shapes {

    private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

    /** Grounds of the parts of a bar, with the colour of what stands on them. */
    enum Ground {
        COMPLETE("1f5fae", "ffffff"),
        ON("00703c", "ffffff"),
        RISK("f7b021", "14191b"),
        OFF("b3201b", "ffffff"),
        NONE("ffffff", "14191b");

        final String colour;
        final String ink;

        Ground(String colour, String ink) {
            this.colour = colour;
            this.ink = ink;
        }

        static Ground of(String key) {
            return valueOf(key.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private Shapes() {}

    static byte[] png(String key) {
        return READ.computeIfAbsent(key, Shapes::read);
    }

    /** As it stands on a ground of the status's own colour. */
    static byte[] onGround(String key) {
        return png(key + "-on-ground");
    }

    private static byte[] read(String name) {
        try (InputStream in = Shapes.class.getResourceAsStream("shapes/" + name + ".png")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no shape " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
