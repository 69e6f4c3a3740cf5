package org.dueregard.review.web;

import java.nio.charset.StandardCharsets;
import org.dueregard.document.Paper;
import org.dueregard.document.PdfFiles;
import org.dueregard.document.WordFiles;
import org.dueregard.organisation.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands papers out as files, to keep and not to be shown in the product's place; the log says who took which. */
@Component
class PaperFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PaperFiles.class);

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final PdfFiles pdfs;
    private final WordFiles words;

    PaperFiles(PdfFiles pdfs, WordFiles words) {
        this.pdfs = pdfs;
        this.words = words;
    }

    ResponseEntity<byte[]> pdf(SignedIn by, Paper paper) {
        return file(by, paper, "pdf", MediaType.APPLICATION_PDF, pdfs.of(paper));
    }

    ResponseEntity<byte[]> word(SignedIn by, Paper paper) {
        return file(by, paper, "docx", WORD, words.of(paper));
    }

    private static ResponseEntity<byte[]> file(
            SignedIn by, Paper paper, String ending, MediaType type, byte[] content) {
        LOG.info("Exported: {} as {} by person {}", paper.file(), ending, by.person());
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(paper.file() + "." + ending, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
