package io.itsm4j.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The named regions of test sources: from a line {@code // region name} to a line {@code // endregion}. */
final class Regions {

    /**
     * A region.
     *
     * @param file where it stands
     * @param text its lines without common indentation
     */
    record Region(Path file, String text) {}

    private Regions() {}

    /** All regions by name. */
    static Map<String, Region> all() {
        Map<String, Region> regions = new TreeMap<>();
        for (Path file : Guide.sources("src/test/java")) {
            read(file, regions);
        }
        return regions;
    }

    private static void read(Path file, Map<String, Region> regions) {
        String name = "";
        List<String> lines = new ArrayList<>();
        for (String line : Guide.read(file).split("\n", -1)) {
            String text = line.strip();
            if (text.startsWith("// region ")) {
                name = text.substring("// region ".length());
                lines.clear();
            } else if (text.equals("// endregion") && !name.isEmpty()) {
                Region twin = regions.put(name, new Region(file, (String.join("\n", lines)).stripIndent() + "\n"));
                if (twin != null) {
                    throw new IllegalStateException("two regions are named " + name);
                }
                name = "";
            } else {
                lines.add(line);
            }
        }
    }
}
