package org.dueregard.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dueregard.document.RichText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is pasted and rendered again keeps every word, in its order, and every item of a list and row of a table is one
 * again. Texts are made at random from words of which half mean something in Markdown or HTML.
 */
class PastedWordsPropertyTests {

    private static final int TEXTS = 3_000;

    private static final List<String> WORDS = List.of(
            "schools",
            "took",
            "part",
            "É",
            "61%",
            "1,204",
            "R&D",
            "a<b",
            "<b>",
            "</p>",
            "&amp;",
            "&copy;",
            "*",
            "**",
            "_",
            "__x__",
            "*so*",
            "snake_case",
            "#",
            "##",
            "-",
            "+",
            "--",
            "---",
            "===",
            "1.",
            "2)",
            "10.",
            ">",
            "~~~",
            "```",
            "`code`",
            "|",
            "|-|",
            "[c]",
            "[x]:",
            "[a](b)",
            "![i](j)",
            "(",
            ")",
            "\\",
            "\\\\",
            "\\*",
            "C:\\new",
            "http://example.org",
            "<http://x.y>",
            "!",
            "“quoted”",
            "don't",
            "🙂",
            "a|b",
            "\\|",
            "<!--",
            "-->",
            "=",
            ":---",
            "…",
            "x*y*z",
            "$5",
            "^",
            "e_f_");

    private final Narrative narrative = new Narrative();

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWordStaysInItsOrder(int seed) {
        Random random = new Random(seed);
        for (int text = 0; text < TEXTS / 30; text++) {
            Made made = new Made(random);
            made.blocks();
            String markdown = RichText.toMarkdown(made.html.toString());
            Document shown = Jsoup.parse(narrative.html(markdown));

            assertThat(words(shown.wholeText()))
                    .as("%s%n%s", made.html, markdown)
                    .isEqualTo(words(made.words.toString()));
            assertThat(shown.select("li"))
                    .as("items of %s%n%s", made.html, markdown)
                    .hasSize(made.items);
            assertThat(shown.select("tr"))
                    .as("rows of %s%n%s", made.html, markdown)
                    .hasSize(made.rows);
            assertThat(shown.select("blockquote, hr, pre, code, img, h1, h2, h3"))
                    .as("nothing that nobody wrote in %s%n%s", made.html, markdown)
                    .isEmpty();
        }
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }

    /** A text in HTML, as a page or Word has it, with its words beside it. */
    private static final class Made {

        private final Random random;
        private final StringBuilder html = new StringBuilder();
        private final StringBuilder words = new StringBuilder();
        private int items;
        private int rows;

        Made(Random random) {
            this.random = random;
        }

        void blocks() {
            for (int block = 1 + random.nextInt(5); block > 0; block--) {
                switch (random.nextInt(6)) {
                    case 0 -> in("h" + (1 + random.nextInt(4)), "");
                    case 1 -> list(0);
                    case 2 -> wordList();
                    case 3 -> table();
                    default -> in("p", " class=MsoNormal");
                }
            }
        }

        private void list(int depth) {
            String kind = random.nextBoolean() ? "ul" : "ol";
            html.append('<')
                    .append(kind)
                    .append(kind.equals("ol") ? " start=" + random.nextInt(4) : "")
                    .append('>');
            for (int item = 1 + random.nextInt(3); item > 0; item--) {
                items++;
                html.append("<li>");
                text();
                if (depth < 3 && random.nextInt(3) == 0) {
                    list(depth + 1);
                } else if (random.nextInt(6) == 0) {
                    in("p", "");
                }
                html.append("</li>");
            }
            html.append("</").append(kind).append(">\n");
        }

        private void wordList() {
            for (int item = 1 + random.nextInt(4); item > 0; item--) {
                items++;
                String mark = List.of("·", "o", "1.", "3)", "(a)", "iv.").get(random.nextInt(6));
                html.append("<p class=MsoListParagraph style='mso-list:l0 level")
                        .append(1 + random.nextInt(4))
                        .append(" lfo1'><![if !supportLists]><span style='mso-list:Ignore'>")
                        .append(mark)
                        .append("<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>");
                words.append(mark.equals("(a)") || mark.equals("iv.") ? mark : "");
                text();
                html.append("<o:p></o:p></p>\n");
            }
        }

        private void table() {
            int columns = 2 + random.nextInt(3);
            html.append("<table>");
            for (int row = 1 + random.nextInt(3); row > 0; row--) {
                rows++;
                html.append("<tr>");
                for (int column = 0; column < columns; column++) {
                    in("td", "");
                }
                html.append("</tr>\n");
            }
            html.append("</table>");
        }

        private void in(String tag, String attributes) {
            html.append('<').append(tag).append(attributes).append('>');
            text();
            html.append("</").append(tag).append(">\n");
        }

        private void text() {
            for (int run = 1 + random.nextInt(3); run > 0; run--) {
                String[] marks = List.of(
                                "",
                                "",
                                "<b>|</b>",
                                "<i>|</i>",
                                "<b><i>|</i></b>",
                                "<span style='font-weight:700'>|</span>",
                                "<a href='https://example.org/a_(b)?c=1&amp;d=*'>|</a>",
                                "<a href='#x'>|</a>",
                                "<br>|")
                        .get(random.nextInt(9))
                        .concat(" ")
                        .split("\\|", 2);
                html.append(marks[0].strip());
                some();
                html.append(marks.length > 1 ? marks[1].strip() : "");
            }
        }

        private void some() {
            for (int word = 1 + random.nextInt(4); word > 0; word--) {
                String one = WORDS.get(random.nextInt(WORDS.size()));
                words.append(one);
                html.append(Entities.escape(one))
                        .append(List.of(" ", "&nbsp; ", "\n", "").get(random.nextInt(4)));
            }
        }
    }
}
