package io.itsm4j.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The README, the guide and the sources, as files of the source tree. */
final class Guide {

    /** The top of the source tree. */
    static final Path ROOT = root();

    /** Rewrites what is out of date instead of failing: {@code -Ditsm.docs.write=true}. */
    static final boolean WRITE = Boolean.getBoolean("itsm.docs.write");

    /** What to do about a page that is out of date. */
    static final String REMEDY =
            "Write it anew with: mvn -q -pl itsm-core -Dtest=GuideTest,HousePictureTest,PicturesTest"
                    + " -Ditsm.docs.write=true test\nIt has to read:\n";

    private Guide() {}

    /** The pages, README first. */
    static List<Path> pages() {
        List<Path> pages = new ArrayList<>();
        for (String name : List.of("README.md", "README.zh-CN.md", "CHANGELOG.md")) {
            pages.add(ROOT.resolve(name));
        }
        pages.addAll(under(ROOT.resolve("docs"), path -> path.toString().endsWith(".md")));
        return pages;
    }

    /** The Java sources of all modules, those that a build made left out. */
    static List<Path> sources(String folder) {
        List<Path> sources = new ArrayList<>();
        for (String module :
                List.of("itsm-core", "itsm-jpa", "itsm-spring-starter", "examples/replay", "examples/benchmarks")) {
            Path top = ROOT.resolve(module).resolve(folder);
            if (Files.isDirectory(top)) {
                sources.addAll(under(top, path -> path.toString().endsWith(".java")));
            }
        }
        return sources;
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The path from the top, with slashes on every system. */
    static String shown(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> under(Path top, Predicate<Path> wanted) {
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("itsm-core"))) {
            at = java.util.Objects.requireNonNull(at.getParent(), "not inside the source tree");
        }
        return at;
    }
}
