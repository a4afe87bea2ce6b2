package io.itsm4j.examples.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the log row by row, packed with gzip or not, once or several times under other numbers. */
final class LogReader {

    private static final String SHIPPED = "uci-incident-event-log.csv.gz";

    private final @Nullable Path file;
    private final int repeat;

    /**
     * A reader.
     *
     * @param file the log, or null for the one that is shipped
     * @param repeat how often each incident is read, from the second time on under a number with an ending
     */
    LogReader(@Nullable Path file, int repeat) {
        this.file = file;
        this.repeat = repeat;
    }

    String name() {
        return file == null ? SHIPPED : file.toString();
    }

    /**
     * Hands every row over, in the order of the file.
     *
     * @throws LogFault when the file cannot be read or is not such a log
     */
    void read(Consumer<RawRow> receiver) {
        long sequence = 0;
        for (int copy = 1; copy <= repeat; copy++) {
            sequence = read(receiver, copy, sequence);
        }
    }

    private long read(Consumer<RawRow> receiver, int copy, long before) {
        try (Reader text = text();
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw LogFault.at(1, "the file is empty");
            }
            CsvRecord header = records.next();
            int[] places = places(header);
            long sequence = before;
            while (records.hasNext()) {
                CsvRecord record = records.next();
                checkWidth(header, record);
                receiver.accept(new RawRow(sequence++, record.getStartingLineNumber(), cells(record, places, copy)));
            }
            if (sequence == before) {
                throw LogFault.at(2, "there is no row below the header");
            }
            return sequence;
        } catch (CsvParseException broken) {
            throw LogFault.unreadable(Path.of(name()), broken);
        } catch (UncheckedIOException broken) {
            throw LogFault.unreadable(Path.of(name()), Objects.requireNonNullElse(broken.getCause(), broken));
        } catch (IOException broken) {
            throw LogFault.unreadable(Path.of(name()), broken);
        }
    }

    private Reader text() throws IOException {
        InputStream bytes = new BufferedInputStream(open());
        bytes.mark(2);
        boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return new InputStreamReader(
                packed ? new GZIPInputStream(bytes, 1 << 16) : bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private InputStream open() throws IOException {
        return file == null
                ? Objects.requireNonNull(LogReader.class.getResourceAsStream(SHIPPED))
                : Files.newInputStream(file);
    }

    private static int[] places(CsvRecord header) {
        List<String> titles = new ArrayList<>(header.getFields());
        titles.set(0, titles.get(0).replace("\uFEFF", ""));
        Set<String> seen = new HashSet<>();
        for (String title : titles) {
            if (!seen.add(title)) {
                throw LogFault.at(header.getStartingLineNumber(), "the column " + title + " is there twice");
            }
        }
        int[] places = new int[Column.values().length];
        for (Column column : Column.values()) {
            int place = titles.indexOf(column.title());
            if (place < 0 && column.isNeeded()) {
                throw LogFault.at(header.getStartingLineNumber(), column, "is missing from the header");
            }
            places[column.ordinal()] = place;
        }
        return places;
    }

    private static void checkWidth(CsvRecord header, CsvRecord record) {
        if (record.getFieldCount() != header.getFieldCount()) {
            throw LogFault.at(
                    record.getStartingLineNumber(),
                    record.getFieldCount() + " columns where the header has " + header.getFieldCount());
        }
    }

    private static List<String> cells(CsvRecord record, int[] places, int copy) {
        List<String> cells = new ArrayList<>(places.length);
        for (int place : places) {
            cells.add(place < 0 ? LogRows.UNKNOWN : record.getField(place));
        }
        if (copy > 1) {
            cells.set(Column.NUMBER.ordinal(), cells.get(Column.NUMBER.ordinal()) + "-" + copy);
        }
        return cells;
    }
}
