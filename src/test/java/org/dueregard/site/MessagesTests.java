package org.dueregard.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Every sentence that people read stands in the message files, once, and every one that stands there is read. */
class MessagesTests {

    private static final Path MAIN = Path.of("src", "main");
    private static final Path TEMPLATES = MAIN.resolve(Path.of("resources", "templates"));
    private static final Path MESSAGES = MAIN.resolve(Path.of("resources", "messages"));

    /** A whole key, where a template or a class names one: {@code #{key}}, {@code 'key'} or {@code "key"}. */
    private static final Pattern NAMED = Pattern.compile("(?:#\\{|['\"])([a-z][\\w-]*(?:\\.[\\w-]+)*)(?=[('\"}])");

    /** The beginning of a key that ends in what a template or a class knows: {@code #{|key.${} or {@code "key." +}. */
    private static final Pattern BEGUN =
            Pattern.compile("(?:#\\{\\||['\"])([a-z][\\w.-]*\\.)(?=\\$\\{|['\"] ?\\+|['\"]$)");

    /** The whole keys that templates ask for. */
    private static final Pattern ASKED = Pattern.compile("(?:#\\{|messages\\.msg\\(')([a-z][\\w.-]*)(?=[('}])");

    /** What {@code LinkMail} and the rule in {@code Judgement} put together from parts that are no beginnings. */
    private static final Set<String> PUT_TOGETHER = Set.of(
            "organisation.mail.invite.",
            "organisation.mail.forgotten.",
            "met.above",
            "met.below",
            "met.maintained.",
            "milestone.notdue.open",
            "baseline.notdue.open");

    /** Words that a page has beside its elements' own text. */
    private static final Set<String> SPOKEN = Set.of("alt", "title", "placeholder", "aria-label");

    /** What takes the place of an element's own text, which then only shows what stands there. */
    private static final Set<String> REPLACING =
            Set.of("th:text", "th:utext", "th:replace", "th:insert", "sec:authentication", "dr:narrative");

    @Test
    void hasEverySentenceThatATemplateAsksFor() {
        Set<String> missing = new TreeSet<>();
        templates()
                .forEach(template -> ASKED.matcher(read(template))
                        .results()
                        .map(found -> found.group(1))
                        .filter(key -> !key.endsWith("."))
                        .filter(key -> !keys().contains(key))
                        .forEach(key -> missing.add(template + ": " + key)));

        assertThat(missing).isEmpty();
    }

    @Test
    void hasSentencesForEveryBeginningThatATemplateAsksFor() {
        Set<String> missing = new TreeSet<>();
        templates()
                .forEach(template -> BEGUN.matcher(read(template))
                        .results()
                        .map(found -> found.group(1))
                        .filter(begun -> keys().stream().noneMatch(key -> key.startsWith(begun)))
                        .forEach(begun -> missing.add(template + ": " + begun)));

        assertThat(missing).isEmpty();
    }

    @Test
    void keepsNoSentenceThatNobodyAsksFor() {
        Set<String> unused = keys();
        Stream.concat(templates(), files(MAIN.resolve("java"), ".java"))
                .map(MessagesTests::read)
                .forEach(text -> {
                    NAMED.matcher(text).results().forEach(found -> unused.remove(found.group(1)));
                    BEGUN.matcher(text)
                            .results()
                            .forEach(found -> unused.removeIf(key -> key.startsWith(found.group(1))));
                });

        unused.removeIf(key -> PUT_TOGETHER.stream().anyMatch(key::startsWith));
        assertThat(unused).isEmpty();
    }

    @Test
    void keepsEverySentenceOnce() {
        Set<String> keys = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        files(MESSAGES, ".properties")
                // The rule has sentences of its own, in which pages do not look.
                .filter(file -> !file.endsWith("assessment.properties"))
                .flatMap(file -> read(file).lines())
                .filter(line -> line.matches("[a-z][\\w.-]*\\s*=.*"))
                .map(line -> line.replaceFirst("\\s*=.*", ""))
                .filter(key -> !keys.add(key))
                .forEach(twice::add);

        assertThat(twice).isEmpty();
    }

    @Test
    void leavesNoSentenceInATemplate() {
        List<String> left = new ArrayList<>();
        templates().forEach(template -> {
            Document page = Jsoup.parse(read(template), "", Parser.xmlParser());
            for (Element element : page.getAllElements()) {
                element.textNodes().stream()
                        .map(TextNode::text)
                        .filter(text -> text.matches("(?s).*[A-Za-z].*"))
                        .filter(text -> !isReplaced(element))
                        .forEach(text -> left.add(template + ": " + text.strip()));
                element.attributes().asList().stream()
                        .filter(attribute -> SPOKEN.contains(attribute.getKey()))
                        .forEach(attribute -> left.add(template + ": " + attribute));
            }
        });

        assertThat(left).isEmpty();
    }

    private static boolean isReplaced(Element element) {
        return Stream.iterate(element, one -> one != null, Element::parent)
                .anyMatch(one -> REPLACING.stream().anyMatch(one::hasAttr));
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        files(MESSAGES, ".properties").forEach(file -> {
            Properties messages = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                messages.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            keys.addAll(messages.stringPropertyNames());
        });
        return keys;
    }

    private static Stream<Path> templates() {
        return files(TEMPLATES, ".html");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
