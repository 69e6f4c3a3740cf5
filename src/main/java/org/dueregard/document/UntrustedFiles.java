package org.dueregard.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads files that people bring in. Whatever a file does to the library that reads it, a few are read at a time, each for a
 * bounded time, and what goes wrong comes out as one thing: it could not be read.
 */
@Component
public class UntrustedFiles implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UntrustedFiles.class);

    private static final int AT_A_TIME = 2;
    private static final int WAITING = 8;
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private static final long LARGEST_ENTRY = 20_000_000;
    private static final long MOST_ENTRIES = 500;

    private final ThreadPoolExecutor readers = new ThreadPoolExecutor(
            AT_A_TIME, AT_A_TIME, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
                Thread reader = new Thread(task, "file-reader");
                reader.setDaemon(true);
                return reader;
            });

    UntrustedFiles() {
        readers.allowCoreThreadTimeOut(true);
        ZipSecureFile.setMaxEntrySize(LARGEST_ENTRY);
        ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
    }

    /** Why a file was not read. */
    public enum Trouble {
        EMPTY,
        /** It is something else than its name or place says. */
        NOT_THAT_KIND,
        /** Locked with a password. */
        LOCKED,
        /** It carries macros. */
        MACROS,
        /** As office programs saved before 2007; saving it anew as it is saved today helps. */
        OUTDATED,
        /** Made to do harm: it unpacks to far more than it is, or points outside of itself. */
        HARMFUL,
        /** It has more rows, cells or words than are read. */
        TOO_LARGE,
        /** Damaged, or one of those above where nobody looked closer. */
        UNREADABLE,
        /** It took too long, or too many others are being read. */
        TOO_MUCH
    }

    /** A file could not be read. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final Trouble trouble;

        public Unreadable(Trouble trouble) {
            super(trouble.name());
            this.trouble = trouble;
        }

        public Trouble trouble() {
            return trouble;
        }
    }

    /** Whether the content is that of an Office Open XML file, such as a workbook. */
    public static void requireOfficeOpenXml(byte[] content) throws Unreadable {
        if (content.length == 0) {
            throw new Unreadable(Trouble.EMPTY);
        }
        try {
            if (FileMagic.valueOf(new ByteArrayInputStream(content)) != FileMagic.OOXML) {
                throw new Unreadable(Trouble.NOT_THAT_KIND);
            }
        } catch (IOException notEvenThat) {
            throw new Unreadable(Trouble.NOT_THAT_KIND);
        }
    }

    /**
     * What the file is.
     *
     * @throws Unreadable also when it is nothing that is taken in
     */
    public FileKind kindOf(byte[] content) throws Unreadable {
        if (content.length == 0) {
            throw new Unreadable(Trouble.EMPTY);
        }
        return read(() -> FileKind.of(content).orElseThrow(() -> new Unreadable(Trouble.NOT_THAT_KIND)));
    }

    /** Reads in a thread of its own; the thread is interrupted when the time is over. */
    public <T> T read(Callable<T> reading) throws Unreadable {
        Future<T> result;
        try {
            result = readers.submit(reading);
        } catch (RejectedExecutionException tooMany) {
            throw new Unreadable(Trouble.TOO_MUCH);
        }
        try {
            return result.get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            result.cancel(true);
            throw new Unreadable(Trouble.TOO_MUCH);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Unreadable known) {
                throw known;
            }
            LOG.info("A file that was brought in could not be read: {}", String.valueOf(failed.getCause()));
            throw new Unreadable(Trouble.UNREADABLE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unreadable(Trouble.TOO_MUCH);
        }
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
    }
}
