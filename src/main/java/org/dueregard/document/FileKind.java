package org.dueregard.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The files that are taken in, told by what is in them: what one is called says nothing. Office documents that carry
 * macros, or that are locked with a password, are none of them.
 */
public enum FileKind {
    PDF("pdf", "application/pdf"),
    WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    EXCEL("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ODF_TEXT("odt", "application/vnd.oasis.opendocument.text"),
    ODF_SPREADSHEET("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ODF_PRESENTATION("odp", "application/vnd.oasis.opendocument.presentation"),
    TEXT("txt", "text/plain"),
    PNG("png", "image/png"),
    JPEG("jpg", "image/jpeg");

    private static final byte[] PDF_BEGINS = bytes(0x25, 0x50, 0x44, 0x46, 0x2D);
    private static final byte[] PNG_BEGINS = bytes(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);
    private static final byte[] JPEG_BEGINS = bytes(0xFF, 0xD8, 0xFF);
    private static final byte[] ZIP_BEGINS = bytes(0x50, 0x4B, 0x03, 0x04);

    /** The list of parts of an Office document; a large workbook's is some ten thousand bytes. */
    private static final int LONGEST_LIST = 1_000_000;

    private final String ending;
    private final String mediaType;

    FileKind(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** What names of such files end in. */
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Looks at no more than it takes; to be asked within {@link UntrustedFiles#read}. */
    public static Optional<FileKind> of(byte[] content) throws IOException {
        if (begins(content, PDF_BEGINS)) {
            return Optional.of(PDF);
        }
        if (begins(content, PNG_BEGINS)) {
            return Optional.of(PNG);
        }
        if (begins(content, JPEG_BEGINS)) {
            return Optional.of(JPEG);
        }
        if (begins(content, ZIP_BEGINS)) {
            return ofZip(content);
        }
        return isText(content) ? Optional.of(TEXT) : Optional.empty();
    }

    private static Optional<FileKind> ofZip(byte[] content) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            String type = read(zip, "mimetype", 200);
            for (FileKind kind : values()) {
                if (kind.mediaType.equals(type)) {
                    return Optional.of(kind);
                }
            }
            String parts = read(zip, "[Content_Types].xml", LONGEST_LIST);
            if (parts.contains("macroEnabled") || parts.contains("vbaProject")) {
                return Optional.empty();
            }
            if (parts.contains("wordprocessingml.document.main+xml") && zip.getEntry("word/document.xml") != null) {
                return Optional.of(WORD);
            }
            if (parts.contains("spreadsheetml.sheet.main+xml") && zip.getEntry("xl/workbook.xml") != null) {
                return Optional.of(EXCEL);
            }
            return Optional.empty();
        }
    }

    private static String read(ZipFile zip, String name, int most) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8).strip();
        }
    }

    /** Spreadsheets save text in one of two encodings. Neither has characters that only programs use. */
    private static boolean isText(byte[] content) {
        if (content.length == 0) {
            return false;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(content, Charset.forName("windows-1252"));
        }
        return text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0xFFFD);
    }

    private static boolean begins(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
