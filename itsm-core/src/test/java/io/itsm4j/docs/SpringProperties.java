package io.itsm4j.docs;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of the starter's settings, read from the source of its properties record and the records within. */
final class SpringProperties {

    private static final Path SOURCE =
            Guide.ROOT.resolve("itsm-spring-starter/src/main/java/io/itsm4j/spring/ItsmProperties.java");
    private static final Pattern RECORD =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/[^;{}]*?public record (\\w+)\\((.*?)\\) \\{", Pattern.DOTALL);
    private static final Pattern COMPONENT =
            Pattern.compile("(?:@Nullable |@DefaultValue(?:\\(\"([^\"]*)\"\\))? )+([\\w<>.]+) (\\w+)");

    private SpringProperties() {}

    static String table() {
        Map<String, List<List<String>>> records = new LinkedHashMap<>();
        Matcher record = RECORD.matcher(Guide.read(SOURCE));
        while (record.find()) {
            String name = record.group(2);
            String prefix = name.equals("ItsmProperties") ? "itsm." : "itsm." + kebab(name) + ".";
            records.put(name, rows(prefix, record.group(1), record.group(3)));
        }
        List<List<String>> rows = new ArrayList<>();
        records.values().forEach(rows::addAll);
        rows.removeIf(row ->
                records.keySet().stream().anyMatch(name -> row.get(0).equals("`itsm." + kebab(name) + "`")));
        return GeneratedParts.table(List.of("property", "default", "meaning"), rows.stream());
    }

    private static List<List<String>> rows(String prefix, String javadoc, String components) {
        List<List<String>> rows = new ArrayList<>();
        Matcher component = COMPONENT.matcher(components);
        while (component.find()) {
            String value = component.group(1) == null ? "" : "`" + component.group(1) + "`";
            rows.add(List.of(
                    "`" + prefix + kebab(component.group(3)) + "`", value, meaning(javadoc, component.group(3))));
        }
        return rows;
    }

    private static String meaning(String javadoc, String name) {
        String text = javadoc.lines()
                .map(line -> line.strip().replaceFirst("^\\* ?", ""))
                .collect(joining(" "));
        Matcher param =
                Pattern.compile("@param " + name + " (.*?)(?= @param |$)").matcher(text.strip());
        return param.find() ? param.group(1).strip().replaceAll("\\s+", " ") : "";
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
