package io.itsm4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code has a text in both languages, with the same places, and every text is used. */
class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\"");

    /** What makes a failure: the kinds themselves, a fault of a field, and the places that choose a code. */
    private static final Pattern THROWS = Pattern.compile(
            "(?:new (?:Conflict|HostFault|InUse|InvalidInput|NotFound|NotPermitted|RuleViolated|StoreUnavailable|"
                    + "TransitionRefused|InvalidInput\\.Fault|io\\.itsm4j\\.\\w+)\\(|\\bFault\\(|fault\\(|refused\\()"
                    + "([^;]{0,300})");

    private static Properties texts(String suffix) throws IOException {
        Properties texts = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("messages" + suffix + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    private static List<String> sources(String module) {
        try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MessagesTest::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void both_languages_have_the_same_keys_and_each_text_the_same_places() throws IOException {
        Properties english = texts("");
        Properties chinese = texts("_zh_CN");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(english.getProperty(key)).as(key).isNotBlank().isNotEqualTo(chinese.getProperty(key));
        }
    }

    @Test
    void every_code_that_is_thrown_has_a_text() throws IOException {
        Set<String> known = texts("").stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        for (String source : sources("itsm-core")) {
            Matcher made = THROWS.matcher(source);
            while (made.find()) {
                Matcher code = CODE.matcher(made.group(1).split("Map\\.|detail", 2)[0]);
                while (code.find()) {
                    if (!known.contains(code.group(1))) {
                        missing.add(code.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_text_belongs_to_a_code_that_some_module_uses() throws IOException {
        String all = Stream.of("itsm-core", "itsm-jpa", "itsm-spring-starter")
                .flatMap(module -> sources(module).stream())
                .collect(java.util.stream.Collectors.joining("\n"));
        Set<String> unused = new TreeSet<>(texts("").stringPropertyNames());
        unused.removeIf(key -> all.contains("\"" + key + "\""));
        assertThat(unused).isEmpty();
    }

    @Test
    void a_text_is_filled_in_both_languages_and_keeps_to_one_line() {
        Map<String, Object> values = Map.of("field", "title\r\n\u202e", "limit", 200);
        assertThat(Messages.render("TOO_LONG", values, Locale.ENGLISH))
                .isEqualTo("title\\u000D\\u000A\\u202E is longer than 200 characters");
        assertThat(Messages.render("TOO_LONG", values, Locale.CHINA))
                .isEqualTo("title\\u000D\\u000A\\u202E 超过 200 个字符");
        assertThat(Messages.render(
                        "QUERY_SORT", Map.of("field", "sort", "value", "x", "allowed", List.of("a", "b")), Locale.ROOT))
                .isEqualTo("sort: cannot sort by x; allowed are: a, b");
    }
}
