package org.dueregard.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sets papers as PDF: tagged for those who listen, with title and language, and with the letters that it uses inside. */
@Component
public class PdfFiles {

    static {
        // it tells of every link and picture; what matters is asserted by the tests
        XRLog.setLoggingEnabled(false);
    }

    private static final String FAMILY = "Liberation Sans";

    /** Setting a long paper keeps a processor busy for seconds; pages are to be answered meanwhile. */
    private static final int AT_A_TIME = 2;

    private static final Duration WAITS_AT_MOST = Duration.ofSeconds(20);

    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    private final String site;

    PdfFiles(@Value("${dueregard.address}") String site) {
        this.site = site.replaceAll("/+$", "");
    }

    /** @throws TooManyAtOnce when so many are being set that this one would wait too long */
    public byte[] of(Paper paper) {
        return inTurn(() -> set(paper));
    }

    byte[] inTurn(Supplier<byte[]> setting) {
        try {
            if (!places.tryAcquire(WAITS_AT_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyAtOnce();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyAtOnce();
        }
        try {
            return setting.get();
        } finally {
            places.release();
        }
    }

    private byte[] set(Paper paper) {
        Locale locale = LocaleContextHolder.getLocale();
        String language = locale.getLanguage().equals("en") ? "en-GB" : locale.toLanguageTag();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(PrintedPage.of(paper, language, site), null);
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        // a paper refers to nothing outside itself
        builder.useUriResolver((base, address) -> address.startsWith("data:") ? address : null);
        builder.withProducer("Due Regard");
        builder.useFont(letters("Regular"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(letters("Bold"), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useFont(letters("Italic"), FAMILY, 400, FontStyle.ITALIC, true);
        builder.useFont(letters("BoldItalic"), FAMILY, 700, FontStyle.ITALIC, true);
        builder.toStream(file);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static FSSupplier<InputStream> letters(String style) {
        return () -> Objects.requireNonNull(
                PdfFiles.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf"), style);
    }
}
