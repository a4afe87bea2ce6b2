package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GuideTest {

    private static final Pattern SNIPPET =
            Pattern.compile("<!-- region: (\\S+) -->\n```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern GENERATED =
            Pattern.compile("<!-- generated: (\\S+) -->\n(.*?)<!-- /generated -->\n", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern IDENTIFIER =
            Pattern.compile("\\b(?:[A-Z][a-z0-9]+[A-Za-z0-9]*|[a-z]+[A-Z][A-Za-z0-9]*)\\b");

    @Test
    void every_snippet_is_a_region_of_a_test() {
        Map<String, Regions.Region> regions = Regions.all();
        Set<String> used = new HashSet<>();
        for (Path page : Guide.pages()) {
            keep(page, SNIPPET, snippet -> {
                String name = snippet.group(1);
                Regions.Region region = regions.get(name);
                assertThat(region)
                        .as("region %s, named by %s", name, Guide.shown(page))
                        .isNotNull();
                assertThat(Guide.shown(region.file()))
                        .as("a class that JUnit runs")
                        .endsWith("Test.java");
                used.add(name);
                return "<!-- region: " + name + " -->\n```java\n" + region.text() + "```\n";
            });
        }
        assertThat(used).as("regions that a page shows").containsExactlyInAnyOrderElementsOf(regions.keySet());
    }

    @Test
    void no_java_block_stands_without_its_region() {
        for (Path page : Guide.pages()) {
            String text = Guide.read(page);
            long blocks = text.lines().filter("```java"::equals).count();
            assertThat(SNIPPET.matcher(text).results().count())
                    .as("java blocks with a region in %s", Guide.shown(page))
                    .isEqualTo(blocks);
        }
    }

    @Test
    void every_generated_part_is_what_the_code_says() {
        Map<String, String> parts = GeneratedParts.all();
        Set<String> used = new HashSet<>();
        for (Path page : Guide.pages()) {
            keep(page, GENERATED, part -> {
                String name = part.group(1);
                assertThat(parts)
                        .as("parts, one named by %s", Guide.shown(page))
                        .containsKey(name);
                used.add(name);
                return "<!-- generated: " + name + " -->\n" + parts.get(name) + "<!-- /generated -->\n";
            });
        }
        assertThat(used).as("parts that a page shows").containsExactlyInAnyOrderElementsOf(parts.keySet());
    }

    @Test
    void every_relative_link_leads_somewhere() {
        List<String> broken = new ArrayList<>();
        for (Path page : Guide.pages()) {
            for (String link : links(page)) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty()
                        ? page
                        : page.resolveSibling(parts[0]).normalize();
                boolean there = Files.exists(target)
                        && (parts.length == 1 || anchors(target).contains(parts[1]));
                if (!there) {
                    broken.add(Guide.shown(page) + " -> " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_page_can_be_reached_from_the_readme() {
        Deque<Path> open = new ArrayDeque<>(List.of(Guide.ROOT.resolve("README.md")));
        Set<Path> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Path page = open.remove();
            links(page).stream()
                    .map(link -> page.resolveSibling(link.split("#", 2)[0]).normalize())
                    .filter(target -> target.toString().endsWith(".md") && Files.exists(target))
                    .filter(seen::add)
                    .forEach(open::add);
        }
        assertThat(seen).containsAll(Guide.pages());
    }

    @Test
    void every_name_in_the_text_exists_in_the_code() {
        Set<String> known = new HashSet<>(Set.of("EntityManager", "MeterRegistry", "Files"));
        for (String folder : List.of("src/main/java", "src/test/java")) {
            for (Path source : Guide.sources(folder)) {
                IDENTIFIER.matcher(Guide.read(source)).results().forEach(word -> known.add(word.group()));
            }
        }
        Set<String> unknown = new TreeSet<>();
        for (Path page : Guide.pages()) {
            String text = FENCE.matcher(Guide.read(page)).replaceAll("");
            CODE.matcher(text)
                    .results()
                    .map(code -> code.group(1))
                    .filter(code -> !code.contains("/") && !code.startsWith("-") && !code.contains(" -"))
                    .flatMap(code -> IDENTIFIER.matcher(code).results())
                    .map(MatchResult::group)
                    .filter(word -> !known.contains(word))
                    .forEach(word -> unknown.add(word + " in " + Guide.shown(page)));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void the_quick_start_begins_with_the_two_commands() {
        List<String> commands = Guide.read(Guide.ROOT.resolve("README.md"))
                .lines()
                .filter(line -> line.startsWith("mvn "))
                .limit(2)
                .toList();
        assertThat(commands).containsExactly("mvn -q -Preplay -pl examples/replay -am compile", "mvn verify");
    }

    /** Puts what the pattern finds on a page right, or fails with the text it has to have. */
    private static void keep(Path page, Pattern pattern, Function<MatchResult, String> right) {
        String text = Guide.read(page);
        String kept = pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(right.apply(found)));
        if (kept.equals(text)) {
            return;
        }
        if (Guide.WRITE) {
            Guide.write(page, kept);
            return;
        }
        String first = pattern.matcher(text)
                .results()
                .filter(found -> !right.apply(found).equals(found.group()))
                .map(right)
                .findFirst()
                .orElseThrow();
        fail(Guide.shown(page) + " is out of date. " + Guide.REMEDY + first);
    }

    private static List<String> links(Path page) {
        String text = FENCE.matcher(Guide.read(page)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                .toList();
    }

    /** The anchors that a renderer makes of headings: lower case, without punctuation, blanks as hyphens. */
    private static Set<String> anchors(Path page) {
        String text = FENCE.matcher(Guide.read(page)).replaceAll("");
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
