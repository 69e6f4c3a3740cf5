package org.dueregard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Word, Excel and others put on the clipboard, as Markdown. The files are as Word and Excel write them. */
class RichTextTests {

    @Test
    void wordsListsAreListsWithTheirLevels() {
        assertThat(pasted("word-lists")).isEqualTo("""
                ## Autumn term

                Two of **four schools** took part. See [the report](https://www.example.org/report?a=1&b=2).

                - Tutors in Ash Lane
                  - English, 14 pupils
                    - of whom 3 new
                - Tutors in Mill Road

                3. Brief the heads
                4. Write to parents

                - (a) by post
                - (b) by e\\-mail""".replace("\\-", "-"));
    }

    @Test
    void wordsTablesKeepTheirColumnsWhereCellsAreMerged() {
        assertThat(pasted("word-table")).isEqualTo("""
                Attendance by school:

                | **School** | **2024/25** | | **Met?** |
                | --- | --- | --- | --- |
                | | Target | Outturn | |
                | Ash Lane | 95% | 94.2% | ✗ |
                | | 96% | 96.1% | ✓ |
                | Mill Road | • letters sent • two visits | n\\|a | → spring |""");
    }

    @Test
    void excelsCellsAreATable() {
        assertThat(pasted("excel")).isEqualTo("""
                | Group | Pupils | Rate |
                | --- | --- | --- |
                | Bangladeshi | 51 | 61% |
                | Other Asian | 1,204 | 58.5% |""");
    }

    @Test
    void oneColumnOfExcelIsLinesAndOneCellIsItsWords() {
        assertThat(RichText.toMarkdown("<table><tr><td>61%</td></tr><tr><td>58%</td></tr></table>"))
                .isEqualTo("61%\n\n58%");
        assertThat(RichText.toMarkdown("<table><tr><td class=xl65 width=64>61%</td></tr></table>"))
                .isEqualTo("61%");
    }

    @Test
    void listsSavedByWordForOtherProgramsAreListsToo() {
        assertThat(RichText.toMarkdown("""
                        <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt'><span style='font-family:Symbol'>·<span
                        style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span>One</p>
                        <p class=MsoListParagraphCxSpLast style='margin-left:72.0pt;text-indent:-18.0pt'>1.<span
                        style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>Two</p>
                        <p class=MsoListParagraph>Indented, but no item</p>""")).isEqualTo("- One\n  1. Two\n\nIndented, but no item");
    }

    @Test
    void wordInABrowserSaysInAnAttributeHowDeepAnItemIs() {
        assertThat(RichText.toMarkdown("""
                        <div class="ListContainerWrapper"><ul role="list"><li data-aria-level="1" role="listitem"><p
                        class="Paragraph"><span>First</span><span>&nbsp;</span></p></li></ul></div>
                        <div class="ListContainerWrapper"><ul role="list"><li data-aria-level="2" role="listitem"><p
                        class="Paragraph"><span>Below it</span></p></li></ul></div>""")).isEqualTo("- First\n  - Below it");
    }

    @Test
    void documentsOfGoogleAreNotBoldForBeingInAnElementThatIs() {
        assertThat(RichText.toMarkdown("""
                        <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><ol><li dir="ltr"
                        aria-level="1"><p><span style="font-weight:700">Two</span><span> schools</span></p></li><ol><li
                        aria-level="2"><p>nested</p></li></ol></ol></b>""")).isEqualTo("1. **Two** schools\n   1. nested");
    }

    @Test
    void listsOfPagesKeepTheirNumbersAndFurtherParagraphs() {
        assertThat(
                        RichText.toMarkdown(
                                "<ol start=4><li><p>Four</p><p>more of four</p></li><li value=7>Seven<ul><li>below</li></ul></li></ol>after"))
                .isEqualTo("4. Four\n\n   more of four\n7. Seven\n   - below\n\nafter");
    }

    @Test
    void whatIsNotForReadersIsLeftOut() {
        assertThat(RichText.toMarkdown("""
                        <html><head><style>p {color: red}</style><title>No</title></head><body><!-- no --><script>no()</script>
                        <p>One<span style='display:none'>no</span><span style='mso-hide:all'>no</span><del>no</del></p>
                        <p class=MsoNormal><o:p>&nbsp;</o:p></p><img src="data:," alt="no"></body></html>""")).isEqualTo("One");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<p>5 * 3 and *stars*</p>¦5 \\* 3 and \\*stars\\*",
                "<p># 1 of 4</p>¦\\# 1 of 4",
                "<p>- not a list</p>¦\\- not a list",
                "<p>2024. A good year</p>¦2024\\. A good year",
                "<p>87.5% of 4, see C:\\temp and [c]</p>¦87.5% of 4, see C:\\temp and [c]",
                "<p>snake_case but _slanted_</p>¦snake_case but \\_slanted\\_",
                "<p>a &lt; b, &lt;b&gt; &amp;amp; R&amp;D</p>¦a < b, \\<b> \\&amp; R&D",
                "<p>[a](b)</p>¦[a\\](b)",
                "<p>Bold <b>at its </b>end</p>¦Bold **at its** end",
                "<p><b>Hel</b><b>lo</b> <i>there</i></p>¦**Hello** *there*",
                "<p>a<b>(b)</b>c</p>¦a(b)c",
                "<p><a href='https://example.org/'>https://example.org/</a></p>¦<https://example.org/>",
                "<p><a href='javascript:alert(1)'>press</a> <a href='#_ftn1'>[1]</a></p>¦press [1]",
                "<p>Good!<a href='https://example.org/a(b)'>here [x]</a></p>¦Good\\![here \\[x\\]](https://example.org/a%28b%29)",
            })
    void wordsThatWouldMeanSomethingInMarkdownDoNot(String html, String markdown) {
        assertThat(RichText.toMarkdown(html)).isEqualTo(markdown);
    }

    @Test
    void saysNothingForNothing() {
        assertThat(RichText.toMarkdown("")).isEmpty();
        assertThat(RichText.toMarkdown("<p>&nbsp;</p><table><tr><td></td><td> </td></tr></table>"))
                .isEmpty();
    }

    @Test
    void endsWhateverIsPasted() {
        assertThat(RichText.toMarkdown("<div>".repeat(100_000) + "deep")).contains("deep");
        assertThat(RichText.toMarkdown("<ul><li>".repeat(5_000) + "deep")).contains("deep");
        assertThat(RichText.toMarkdown("<table><tr><td colspan=999999 rowspan=999999>a<td>b<tr><td>c</table>"))
                .contains("a", "b", "c")
                .hasSizeLessThan(2_000);
        assertThat(RichText.toMarkdown("<table>" + ("<tr>" + "<td>x".repeat(300)).repeat(30) + "</table>"))
                .hasSizeLessThan(50_000);
        assertThatIllegalArgumentException().isThrownBy(() -> RichText.toMarkdown("x".repeat(RichText.LONGEST + 1)));
    }

    static String pasted(String file) {
        try (InputStream in = RichTextTests.class.getResourceAsStream("/pasted/" + file + ".html")) {
            return RichText.toMarkdown(
                    new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
