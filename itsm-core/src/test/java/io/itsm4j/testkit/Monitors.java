package io.itsm4j.testkit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Finds monitors in compiled classes. A virtual thread that waits within one pins its carrier on Java 21 to 23, so a
 * store holds none over input and output; the library itself uses none at all.
 */
public final class Monitors {

    private static final int PART = 200;

    private Monitors() {}

    /**
     * The places that enter a monitor, as class and line of the disassembly.
     *
     * @param one a class of the module, which is compiled into a folder
     */
    public static List<String> enteredIn(Class<?> one) {
        try (Stream<Path> files = Files.walk(
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
            List<String> classes = files.map(Path::toString)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
            List<String> found = new ArrayList<>();
            for (int at = 0; at < classes.size(); at += PART) {
                found.addAll(enteredIn(classes.subList(at, Math.min(classes.size(), at + PART))));
            }
            return found;
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> enteredIn(List<String> classes) {
        List<String> arguments = new ArrayList<>(List.of("-p", "-c"));
        arguments.addAll(classes);
        StringWriter text = new StringWriter();
        int status = ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(new PrintWriter(text), new PrintWriter(text), arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException(text.toString());
        }
        List<String> found = new ArrayList<>();
        String type = "";
        for (String line : text.toString().split("\\R")) {
            boolean declaration = !line.isEmpty() && !line.startsWith(" ");
            type = declaration ? line : type;
            if (line.contains(" monitorenter") || line.startsWith("  ") && line.contains(" synchronized ")) {
                found.add(type + line.strip());
            }
        }
        return found;
    }
}
