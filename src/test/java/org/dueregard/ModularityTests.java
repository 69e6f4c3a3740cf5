package org.dueregard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private static final Path DOCUMENT = Path.of("docs", "architecture", "modules.md");

    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final String COMMAND = "./mvnw test -Dtest=ModularityTests -Dmodules.write=true";

    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private final ApplicationModules modules = ApplicationModules.of(DueRegardApplication.class);

    @Test
    void everyModuleUsesOnlyWhatItMay() {
        modules.verify();
    }

    @Test
    void theDrawingShowsTheModulesAsTheyAre() throws IOException {
        var drawn = document();
        if (Boolean.getBoolean("modules.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, drawn);
        }
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("%s is not what the code says; rewrite it with: %s", DOCUMENT, COMMAND)
                .isEqualTo(drawn);
    }

    private String document() {
        var all = modules.stream()
                .sorted((one, other) -> name(one).compareTo(name(other)))
                .toList();
        var lines = all.stream().map(this::edges).flatMap(List::stream).collect(Collectors.joining());
        var rows = all.stream().map(this::row).collect(Collectors.joining());
        var nodes = all.stream().map(module -> "    " + name(module) + "\n").collect(Collectors.joining());
        return """
                # Modules

                Generated from the code by `ModularityTests`; rewrite it with `%s`. An arrow means *uses*.

                ```mermaid
                flowchart TD
                %s%s```

                | module | what it is | uses |
                | --- | --- | --- |
                %s""".formatted(COMMAND, nodes, lines, rows);
    }

    private List<String> edges(ApplicationModule module) {
        return uses(module).stream()
                .map(used -> "    " + name(module) + " --> " + used + "\n")
                .toList();
    }

    private String row(ApplicationModule module) {
        return "| %s | %s | %s |\n".formatted(name(module), sentence(module), String.join(", ", uses(module)));
    }

    private List<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(modules).stream()
                .map(dependency -> name(dependency.getTargetModule()))
                .distinct()
                .sorted()
                .toList();
    }

    private static String sentence(ApplicationModule module) {
        var source = SOURCES.resolve(module.getBasePackage().getName().replace('.', '/'))
                .resolve("package-info.java");
        try {
            var comment = SENTENCE.matcher(Files.readString(source));
            assertThat(comment.find()).as("%s says what the module is", source).isTrue();
            return comment.group(1).replaceAll("\\s*\\n \\*", "").strip();
        } catch (IOException e) {
            throw new AssertionError("No " + source, e);
        }
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
