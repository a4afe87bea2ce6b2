package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureTextsTest {

    private static final Pattern CODE =
            Pattern.compile("(?:StoreUnavailable|Conflict|RuleViolated|refused|lost)\\(\\s*\"([A-Z_]+)\"");

    @Test
    void every_failure_of_this_adapter_has_words_in_both_languages() {
        Set<String> codes = codes();

        assertThat(codes).contains("STORE_SCHEMA", "ENTITIES_MISSING", "DUPLICATE");
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(codes)
                    .as("codes without words in %s", language)
                    .noneMatch(code -> Messages.render(code, Map.of(), language).equals(code));
        }
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                CODE.matcher(Files.readString(source)).results().forEach(found -> codes.add(found.group(1)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return codes;
    }
}
