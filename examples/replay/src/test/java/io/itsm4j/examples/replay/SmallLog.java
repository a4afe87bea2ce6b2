package io.itsm4j.examples.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** A log for a test: some rows of the shipped one, with changes. */
final class SmallLog {

    private final List<String> lines;

    private SmallLog(List<String> lines) {
        this.lines = lines;
    }

    /** The header and the first rows. */
    static SmallLog shipped(int rows) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Objects.requireNonNull(SmallLog.class.getResourceAsStream("uci-incident-event-log.csv.gz"))),
                StandardCharsets.UTF_8))) {
            return new SmallLog(new ArrayList<>(text.lines().limit(rows + 1L).toList()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same with a text of a line replaced; the header is line 1. */
    SmallLog with(int line, String was, String is) {
        String before = lines.get(line - 1);
        if (!before.contains(was)) {
            throw new IllegalArgumentException("line " + line + " is " + before);
        }
        lines.set(line - 1, before.replaceFirst(java.util.regex.Pattern.quote(was), is));
        return this;
    }

    /** The same with another line at the end. */
    SmallLog and(String line) {
        lines.add(line);
        return this;
    }

    String line(int line) {
        return lines.get(line - 1);
    }

    Path in(Path folder) {
        try {
            return Files.write(folder.resolve("log.csv"), lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
