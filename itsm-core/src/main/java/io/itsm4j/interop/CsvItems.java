package io.itsm4j.interop;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.itsm4j.InvalidInput;
import io.itsm4j.cmdb.Discovered;
import io.itsm4j.cmdb.DiscoveryFeed;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Configuration items and their relations from text files of comma-separated values; needs FastCSV. Reads row by row.
 * The first row of each file names the columns. Items have {@code key}, {@code class}, {@code name} and the attributes
 * of their classes; relations have {@code from}, {@code type}, {@code to}, and perhaps {@code group} and
 * {@code needed}. A byte order mark, line ends of any kind and quoted line breaks are taken as they come.
 */
public final class CsvItems implements DiscoveryFeed {

    private static final int COLUMNS = 500;
    private static final char MARK = '\uFEFF';

    private final String source;
    private final @Nullable Reader items;
    private final @Nullable Reader relations;
    private final @Nullable String ciClass;
    private final char separator;

    private CsvItems(
            String source,
            @Nullable Reader items,
            @Nullable Reader relations,
            @Nullable String ciClass,
            char separator) {
        this.source = source;
        this.items = items;
        this.relations = relations;
        this.ciClass = ciClass;
        this.separator = separator;
    }

    /** A feed of this name, with nothing in it yet. */
    public static CsvItems from(String source) {
        return new CsvItems(source, null, null, null, ',');
    }

    /** The same with items from here; the reader is read once and closed by whoever opened it. */
    public CsvItems items(Reader text) {
        return new CsvItems(source, text, relations, ciClass, separator);
    }

    /** The same with relations from here; the reader is read once and closed by whoever opened it. */
    public CsvItems relations(Reader text) {
        return new CsvItems(source, items, text, ciClass, separator);
    }

    /** The same with a class for items whose row names none. */
    public CsvItems ofClass(String name) {
        return new CsvItems(source, items, relations, name, separator);
    }

    /** The same with columns that another character separates. */
    public CsvItems separatedBy(char character) {
        return new CsvItems(source, items, relations, ciClass, character);
    }

    @Override
    public String source() {
        return source;
    }

    /**
     * Reads both files.
     *
     * @throws InvalidInput with {@code CSV_SEPARATOR} or {@code CSV_HEADINGS} when a file's first row is not what it
     *     should be
     */
    @Override
    public void read(Consumer<Discovered> rows) {
        if (items != null) {
            read(items, Set.of("name"), rows, this::item);
        }
        if (relations != null) {
            read(relations, Set.of("from", "type", "to"), rows, CsvItems::relation);
        }
    }

    /** Makes a row of what was read. */
    private interface Form {
        Discovered of(long row, Map<String, Object> fields);
    }

    private void read(Reader text, Set<String> needed, Consumer<Discovered> rows, Form form) {
        long row = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(new Unclosed(text))) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw new InvalidInput("file", "CSV_HEADINGS", Map.of("wanted", needed));
            }
            List<String> headings = headings(records.next().getFields(), needed);
            while (records.hasNext()) {
                row++;
                rows.accept(row(row, headings, records.next().getFields(), form));
            }
        } catch (CsvParseException broken) {
            rows.accept(new Discovered.Broken(
                    row + 1, "row", "CSV_SYNTAX", Map.of("cause", String.valueOf(broken.getMessage()))));
        } catch (IOException | UncheckedIOException broken) {
            rows.accept(new Discovered.Broken(row + 1, "row", "FEED_BROKEN", Map.of("cause", String.valueOf(broken))));
        }
    }

    private List<String> headings(List<String> first, Set<String> needed) {
        List<String> headings = first.stream()
                .map(heading -> heading.isEmpty() || heading.charAt(0) != MARK ? heading : heading.substring(1))
                .map(String::strip)
                .toList();
        String only = headings.get(0);
        for (char other : new char[] {',', ';', '\t', '|'}) {
            if (headings.size() == 1 && other != separator && only.indexOf(other) >= 0) {
                throw new InvalidInput(
                        "file",
                        "CSV_SEPARATOR",
                        Map.of("value", String.valueOf(separator), "found", String.valueOf(other)));
            }
        }
        boolean good = headings.size() <= COLUMNS
                && headings.containsAll(needed)
                && headings.stream().noneMatch(String::isEmpty)
                && new HashSet<>(headings).size() == headings.size();
        if (!good) {
            throw new InvalidInput(
                    "file",
                    "CSV_HEADINGS",
                    Map.of("wanted", needed.stream().sorted().toList()));
        }
        return headings;
    }

    private static Discovered row(long row, List<String> headings, List<String> fields, Form form) {
        if (fields.size() != headings.size()) {
            return new Discovered.Broken(
                    row, "row", "CSV_FIELDS", Map.of("found", fields.size(), "wanted", headings.size()));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(headings.get(i), fields.get(i));
        }
        return form.of(row, values);
    }

    private Discovered item(long row, Map<String, Object> fields) {
        Map<String, Object> values = new HashMap<>(fields);
        String key = text(values.remove("key"));
        String named = text(values.remove("class"));
        return new Discovered.Item(row, key, named == null ? ciClass : named, values, true);
    }

    private static Discovered relation(long row, Map<String, Object> fields) {
        String needed = text(fields.get("needed"));
        if (needed != null && !needed.matches("[0-9]{1,5}")) {
            return new Discovered.Broken(row, "needed", "FIELD_TYPE", Map.of("wanted", "NUMBER", "given", "TEXT"));
        }
        return new Discovered.Relation(
                row,
                text(fields.get("from")),
                text(fields.get("type")),
                text(fields.get("to")),
                text(fields.get("group")),
                needed == null ? 0 : Integer.parseInt(needed));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    /** Leaves closing to whoever opened. */
    private static final class Unclosed extends java.io.FilterReader {

        Unclosed(Reader in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
