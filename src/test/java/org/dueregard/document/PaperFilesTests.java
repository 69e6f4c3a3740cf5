package org.dueregard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dueregard.document.Block.Bar;
import org.dueregard.document.Block.Bars;
import org.dueregard.document.Block.Cell;
import org.dueregard.document.Block.Column;
import org.dueregard.document.Block.Heading;
import org.dueregard.document.Block.Notice;
import org.dueregard.document.Block.Paragraph;
import org.dueregard.document.Block.Part;
import org.dueregard.document.Block.Row;
import org.dueregard.document.Block.Table;
import org.dueregard.document.Piece.Link;
import org.dueregard.document.Piece.Mark;
import org.junit.jupiter.api.Test;

class PaperFilesTests {

    private static final Mark OFF = new Mark("off", "Off track", null);
    private static final Mark RING = new Mark("none", "Not rated", "Tracked only");

    private static final String MARKDOWN = """
            ## What we heard

            Gaps & <b>sums</b> went *down* by **3 points**\u0001.

            - one
              - inside one
            - two

            1. first
            2. second

            | Ward | Young people |
            |---|---|
            | Riverside | 12 |

            [The report](https://example.org/a?b=1&c=2), [not this](javascript:alert(1)).
            """;

    private static Paper paper() {
        List<Block> prose = Prose.of(MARKDOWN);
        List<Block> blocks = new java.util.ArrayList<>(List.of(
                new Notice(List.of(Paragraph.of("Not quorate."))),
                new Bars(
                        "Statuses",
                        List.of(new Bar("All 9 items", List.of(new Part(OFF, 2, 2), new Part(RING, 7, 7)))),
                        List.of(OFF, RING)),
                new Heading(2, "Exceptions"),
                new Table(
                        "Exceptions",
                        List.of(new Column("Item", 60), new Column("Status", 40)),
                        List.of(Row.of(Cell.of(new Link("An item", "/items/1")), Cell.of(RING))))));
        blocks.addAll(prose);
        return new Paper("Papers", "Papers for the “group”", "Council & Co", "Thursday", blocks);
    }

    @Test
    void aPdfHoldsEveryWordOfThePaper() throws IOException {
        String text = OpenedFile.pdf(new PdfFiles("https://council.example").of(paper()));

        assertThat(text)
                .contains(
                        "Council & Co",
                        "Papers for the “group”",
                        "Not quorate.",
                        "All 9 items",
                        "2",
                        "7",
                        "Off track",
                        "Not rated: Tracked only",
                        "An item",
                        "What we heard",
                        "Gaps & <b>sums</b> went down by 3 points.",
                        "inside one",
                        "Riverside",
                        "The report, not this.");
    }

    @Test
    void aPdfIsTaggedAndSaysItsTitleAndLanguageAndHasItsLettersInside() throws IOException {
        try (PDDocument document = Loader.loadPDF(new PdfFiles("https://council.example").of(paper()))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Papers for the “group” – Council & Co");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            for (PDPage page : document.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void linksOfAPdfLeadToTheProductAndTheWebAndNowhereElse() throws IOException {
        try (PDDocument document = Loader.loadPDF(new PdfFiles("https://council.example/").of(paper()))) {
            List<String> addresses = new java.util.ArrayList<>();
            for (var annotation : document.getPage(0).getAnnotations()) {
                if (annotation instanceof org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink link
                        && link.getAction()
                                instanceof org.apache.pdfbox.pdmodel.interactive.action.PDActionURI action) {
                    addresses.add(action.getURI());
                }
            }
            assertThat(addresses)
                    .containsExactlyInAnyOrder("https://council.example/items/1", "https://example.org/a?b=1&c=2");
        }
    }

    @Test
    void aWordFileHoldsEveryWordOfThePaper() throws IOException {
        byte[] file = new WordFiles("https://council.example").of(paper());

        assertThat(OpenedFile.word(file))
                .contains(
                        "Council & Co",
                        "Papers for the “group”",
                        "Not quorate.",
                        "All 9 items",
                        "Off track",
                        "Not rated: Tracked only",
                        "An item",
                        "Gaps & <b>sums</b> went down by 3 points.",
                        "inside one",
                        "second",
                        "Riverside",
                        "The report, not this.");
        assertThat(OpenedFile.headings(file)).containsExactly("Exceptions", "What we heard");
    }

    @Test
    void aWordFileHasListsTablesAndPicturesThatCanBeWorkedOn() throws IOException {
        byte[] file = new WordFiles("https://council.example").of(paper());

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(document.getParagraphs().stream().filter(one -> one.getNumID() != null))
                    .extracting(one -> one.getText() + " " + one.getNumIlvl())
                    .containsExactly("one 0", "inside one 1", "two 0", "first 0", "second 0");
            assertThat(document.getTables()).hasSize(4);
            assertThat(document.getTables().get(2).getRow(0).isRepeatHeader()).isTrue();
            assertThat(document.getAllPictures()).hasSize(4);
            assertThat(document.getHyperlinks())
                    .extracting(org.apache.poi.xwpf.usermodel.XWPFHyperlink::getURL)
                    .containsExactlyInAnyOrder("https://council.example/items/1", "https://example.org/a?b=1&c=2");
            assertThat(document.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("Papers for the “group” – Council & Co");
        }
    }

    @Test
    void theLinesOfACellKeepTheWordsOfListsAndTables() {
        assertThat(Prose.lines(MARKDOWN).stream().map(line -> Plain.of(line.pieces())))
                .contains("• one", "• inside one", "• second", "Riverside, 12");
    }

    @Test
    void twoPapersAreSetAtATimeAndTheOthersWaitTheirTurn() {
        PdfFiles files = new PdfFiles("https://equality.wandle.example");
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        List<CompletableFuture<Void>> all = IntStream.range(0, 6)
                .mapToObj(paper -> CompletableFuture.runAsync(
                        () -> files.inTurn(() -> {
                            begun.incrementAndGet();
                            waitFor(go);
                            return new byte[0];
                        }),
                        task -> new Thread(task).start()))
                .toList();

        await().until(() -> begun.get() == 2);
        await().during(Duration.ofMillis(300)).until(() -> begun.get() == 2);
        go.countDown();
        all.forEach(CompletableFuture::join);

        assertThat(begun).hasValue(6);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
