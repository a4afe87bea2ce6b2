package io.itsm4j.examples.replay;

import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Urgency;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what the cells of a row mean; local times are those of one zone. */
final class LogRows {

    static final String UNKNOWN = "?";
    private static final int LIMIT = 80;
    private static final int EARLIEST = 1970;
    private static final int LATEST = 2999;
    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;

    LogRows(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads a row.
     *
     * @throws LogFault naming line and column of what is wrong
     */
    LogRow read(RawRow raw) {
        return new LogRow(
                raw.line(),
                needed(raw, Column.NUMBER),
                state(raw),
                new LogRow.Counts(
                        count(raw, Column.REASSIGNMENTS), count(raw, Column.REOPENS), count(raw, Column.UPDATES)),
                needed(raw, Column.UPDATED_BY),
                neededTime(raw, Column.UPDATED_AT),
                report(raw),
                new LogRow.Assigned(text(raw, Column.GROUP), text(raw, Column.ASSIGNEE)),
                Impact.ofRank(rank(raw, Column.IMPACT, 3)),
                Urgency.ofRank(rank(raw, Column.URGENCY, 3)),
                Priority.ofRank(rank(raw, Column.PRIORITY, 5)),
                fields(raw),
                new LogRow.Outcome(
                        text(raw, Column.CLOSED_CODE),
                        time(raw, Column.RESOLVED_AT),
                        time(raw, Column.CLOSED_AT),
                        text(raw, Column.MADE_SLA) == null ? null : flag(raw, Column.MADE_SLA)));
    }

    private LogRow.Report report(RawRow raw) {
        return new LogRow.Report(
                needed(raw, Column.CALLER),
                text(raw, Column.OPENED_BY),
                neededTime(raw, Column.OPENED_AT),
                needed(raw, Column.CHANNEL),
                text(raw, Column.CI));
    }

    private static LogRow.Fields fields(RawRow raw) {
        return new LogRow.Fields(
                step(raw, Column.CATEGORY),
                step(raw, Column.SUBCATEGORY),
                text(raw, Column.SYMPTOM),
                text(raw, Column.LOCATION),
                text(raw, Column.PROBLEM),
                text(raw, Column.CHANGE),
                flag(raw, Column.KNOWLEDGE),
                flag(raw, Column.CONFIRMED));
    }

    private static @Nullable String text(RawRow raw, Column column) {
        String text = raw.cell(column);
        if (text.equals(UNKNOWN)) {
            return null;
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw LogFault.at(raw.line(), column, "holds a character that no name has");
        }
        String plain = BLANKS.matcher(text.strip()).replaceAll(" ");
        if (plain.codePointCount(0, plain.length()) > LIMIT) {
            throw LogFault.at(raw.line(), column, "is longer than " + LIMIT + " characters");
        }
        return plain.isEmpty() || plain.equals(UNKNOWN) ? null : plain;
    }

    private static String needed(RawRow raw, Column column) {
        String text = text(raw, column);
        if (text == null) {
            throw LogFault.at(raw.line(), column, "must not be empty or unknown");
        }
        return text;
    }

    /** A step of a path, in which a slash would begin another. */
    private static @Nullable String step(RawRow raw, Column column) {
        String text = text(raw, column);
        return text == null ? null : text.replace('/', '-');
    }

    private static RecordedState state(RawRow raw) {
        String text = needed(raw, Column.STATE);
        return RecordedState.titled(text)
                .orElseThrow(() ->
                        LogFault.at(raw.line(), Column.STATE, "'" + text + "' is none of " + RecordedState.titles()));
    }

    private static int count(RawRow raw, Column column) {
        String text = needed(raw, column);
        if (!COUNT.matcher(text).matches()) {
            throw LogFault.at(raw.line(), column, "'" + text + "' is not a count");
        }
        return Integer.parseInt(text);
    }

    private static int rank(RawRow raw, Column column, int lowest) {
        String text = needed(raw, column);
        int rank = Character.digit(text.charAt(0), 10);
        boolean formed = rank >= 1 && rank <= lowest && (text.length() == 1 || text.startsWith(" - ", 1));
        if (!formed) {
            throw LogFault.at(raw.line(), column, "'" + text + "' does not begin with a rank from 1 to " + lowest);
        }
        return rank;
    }

    private static boolean flag(RawRow raw, Column column) {
        String text = needed(raw, column).toUpperCase(Locale.ROOT);
        if (!text.equals("TRUE") && !text.equals("FALSE")) {
            throw LogFault.at(raw.line(), column, "'" + text + "' is neither TRUE nor FALSE");
        }
        return text.equals("TRUE");
    }

    private Instant neededTime(RawRow raw, Column column) {
        needed(raw, column);
        return Objects.requireNonNull(time(raw, column));
    }

    private @Nullable Instant time(RawRow raw, Column column) {
        String text = text(raw, column);
        if (text == null) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.parse(text, TIME);
            if (time.getYear() < EARLIEST || time.getYear() > LATEST) {
                throw LogFault.at(
                        raw.line(), column, "'" + text + "' is not in the years from " + EARLIEST + " to " + LATEST);
            }
            return time.atZone(zone).toInstant();
        } catch (DateTimeException malformed) {
            throw LogFault.at(raw.line(), column, "'" + text + "' is not a time of the form dd-MM-yyyy HH:mm");
        }
    }
}
