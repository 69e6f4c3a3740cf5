package org.dueregard.document.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dueregard.document.FileKind;
import org.dueregard.document.UntrustedFiles;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.dueregard.document.UntrustedFiles.Unreadable;
import org.springframework.stereotype.Component;

/**
 * Reads documents that people bring in, whatever program wrote them, in memory and in bounds: up to 60,000 rows and paragraphs,
 * 600,000 places in tables that are up to 256 columns wide, and 10,000,000 characters; no part of the file larger than
 * {@link UntrustedFiles} lets it be.
 */
@Component
public class DocumentFiles {

    private final UntrustedFiles files;

    public DocumentFiles(UntrustedFiles files) {
        this.files = files;
    }

    /**
     * @param name what the file is called; what it is, is told by what is in it
     * @throws Unreadable with the reason that can be told to whoever brought the file
     */
    public NeutralDocument read(String name, byte[] content) throws Unreadable {
        if (content.length == 0) {
            throw new Unreadable(Trouble.EMPTY);
        }
        return files.read(() -> inBounds(name, content));
    }

    /** What {@link #read} does, without its guards of time and number. */
    static NeutralDocument inBounds(String name, byte[] content) throws Unreadable, IOException {
        try {
            return of(name, content);
        } catch (Refused refused) {
            throw new Unreadable(refused.trouble());
        } catch (IOException | UncheckedIOException damaged) {
            // the guards of the zip library have no type of their own
            if (String.valueOf(damaged.getMessage()).toLowerCase(Locale.ROOT).contains("zip bomb")) {
                throw new Unreadable(Trouble.HARMFUL);
            }
            throw damaged;
        }
    }

    private static NeutralDocument of(String name, byte[] content) throws IOException {
        FileMagic begins = FileMagic.valueOf(new ByteArrayInputStream(content));
        if (begins == FileMagic.OLE2) {
            throw new Refused(isLocked(content) ? Trouble.LOCKED : Trouble.OUTDATED);
        }
        if (begins == FileMagic.OOXML) {
            requireNeitherMacrosNorLock(content);
        }
        if (TextReader.isUtf16(content)) {
            return TextReader.read(name, content);
        }
        FileKind kind = FileKind.of(content).orElseThrow(() -> new Refused(Trouble.NOT_THAT_KIND));
        return switch (kind) {
            case WORD -> WordReader.read(name, content);
            case EXCEL -> WorkbookReader.read(name, content);
            case TEXT -> TextReader.read(name, content);
            case ODF_TEXT -> OdfReader.read(name, content);
            case ODF_SPREADSHEET -> OdsReader.read(name, content);
            default -> throw new Refused(Trouble.NOT_THAT_KIND);
        };
    }

    /** A locked document of today is wrapped into a file of the old kind. */
    private static boolean isLocked(byte[] content) throws IOException {
        try (POIFSFileSystem wrapped = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            return wrapped.getRoot().hasEntry("EncryptedPackage");
        }
    }

    private static void requireNeitherMacrosNorLock(byte[] content) throws IOException {
        try (Parts parts = new Parts(content, new Bounds())) {
            for (String part : parts.names()) {
                String lower = part.toLowerCase(Locale.ROOT);
                if (lower.endsWith("vbaproject.bin")
                        || lower.startsWith("scripts/")
                        || lower.startsWith("basic/") && !lower.matches("basic/([^/]*/)?(script-l[bc]\\.xml)?")) {
                    throw new Refused(Trouble.MACROS);
                }
            }
            if (isLocked(parts.tree("META-INF/manifest.xml", nothing -> false))) {
                throw new Refused(Trouble.LOCKED);
            }
        }
    }

    private static boolean isLocked(Xml manifest) {
        return manifest.first("encryption-data") != null;
    }
}
