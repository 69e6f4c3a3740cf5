package org.dueregard.document.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.dueregard.document.UntrustedFiles.Trouble;

/** A part as it comes out of its zip: not more than is allowed, and not far more than went in. */
final class Unpacked extends FilterInputStream {

    private final long packed;
    private final Bounds bounds;
    private long out;

    Unpacked(InputStream in, long packed, Bounds bounds) {
        super(in);
        this.bounds = bounds;
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int some = super.read(into, from, length);
        count(Math.max(0, some));
        return some;
    }

    private void count(int more) {
        out += more;
        bounds.unpacked(more);
        if (out > ZipSecureFile.getGraceEntrySize() && packed < out * ZipSecureFile.getMinInflateRatio()) {
            throw new Refused(Trouble.HARMFUL);
        }
        if (out > ZipSecureFile.getMaxEntrySize()) {
            throw new Refused(Trouble.TOO_LARGE);
        }
    }
}
