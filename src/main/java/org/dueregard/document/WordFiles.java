package org.dueregard.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes papers as Word files that can be worked on: with real headings, lists and tables. */
@Component
public class WordFiles {

    private final String site;

    WordFiles(@Value("${dueregard.address}") String site) {
        this.site = site.replaceAll("/+$", "");
    }

    public byte[] of(Paper paper) {
        Locale locale = LocaleContextHolder.getLocale();
        String language = locale.getLanguage().equals("en") ? "en-GB" : locale.toLanguageTag();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (WordFile word = new WordFile(language, site)) {
            word.write(paper, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
