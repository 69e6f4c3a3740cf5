package org.dueregard.document;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
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

    private final String site;

    PdfFiles(@Value("${dueregard.address}") String site) {
        this.site = site.replaceAll("/+$", "");
    }

    public byte[] of(Paper paper) {
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
