package io.itsm4j.docs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A timeline as a picture: rows of bars over local days, with marks and the time between two of them. Days are as wide
 * as they are long, so that a day of 23 hours is narrower than one of 25.
 */
final class Timeline {

    /** What a bar shows, with its colour. */
    enum Kind {
        OPEN("#cfe3f5"),
        CLOSED("#e6e6e6"),
        WORKED("#2f6fab"),
        RUNNING("#2f6fab"),
        PAUSED("#e0b04c"),
        BREACHED("#b5443b");

        private final String fill;

        Kind(String fill) {
            this.fill = fill;
        }
    }

    private record Bar(int row, Instant from, Instant to, Kind kind, String says) {}

    private record Mark(Instant at, String says) {}

    private static final int LEFT = 150;
    private static final int TOP = 92;
    private static final int ROW = 44;
    private static final int HIGH = 24;

    private final String title;
    private final ZoneId zone;
    private final LocalDate first;
    private final int days;
    private final double pixelsAnHour;
    private final List<String> rows = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    Timeline(String title, ZoneId zone, LocalDate first, int days, double pixelsAnHour) {
        this.title = title;
        this.zone = zone;
        this.first = first;
        this.days = days;
        this.pixelsAnHour = pixelsAnHour;
    }

    /** Adds a row and gives its number. */
    int row(String name) {
        rows.add(name);
        return rows.size() - 1;
    }

    /** Adds a bar; what lies outside the days is cut off. */
    Timeline bar(int row, Instant from, Instant to, Kind kind, String says) {
        Instant start = from.isBefore(begin()) ? begin() : from;
        Instant stop = to.isAfter(end()) ? end() : to;
        if (start.isBefore(stop)) {
            bars.add(new Bar(row, start, stop, kind, says));
        }
        return this;
    }

    /** Adds a line through all rows. */
    Timeline mark(Instant at, String says) {
        marks.add(new Mark(at, says));
        return this;
    }

    private Instant begin() {
        return first.atStartOfDay(zone).toInstant();
    }

    private Instant end() {
        return first.plusDays(days).atStartOfDay(zone).toInstant();
    }

    private double x(Instant at) {
        return LEFT + Duration.between(begin(), at).toMinutes() / 60.0 * pixelsAnHour;
    }

    String svg() {
        double width = x(end()) + 20;
        int bottom = TOP + rows.size() * ROW;
        int height = bottom + 20 + marks.size() * 20;
        StringBuilder svg = new StringBuilder(line(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %.0f %d' width='%.0f' height='%d'"
                        + " font-family='DejaVu Sans, Verdana, sans-serif'>",
                width, height, width, height));
        svg.append(line("<title>%s</title>", escaped(title)));
        svg.append(line("<rect x='0' y='0' width='%.0f' height='%d' fill='#ffffff'/>", width, height));
        svg.append(text(16, 28, 16, "start", "#1b2733", title));
        for (int day = 0; day < days; day++) {
            day(svg, first.plusDays(day), bottom);
        }
        for (int row = 0; row < rows.size(); row++) {
            svg.append(text(16, TOP + row * ROW + ROW / 2.0 + 4, 12, "start", "#1b2733", rows.get(row)));
        }
        for (int i = 0; i < marks.size(); i++) {
            mark(svg, marks.get(i), bottom + 20 + i * 20);
        }
        bars.forEach(bar -> bar(svg, bar));
        return svg.append("</svg>\n").toString();
    }

    private void day(StringBuilder svg, LocalDate date, int bottom) {
        Instant from = date.atStartOfDay(zone).toInstant();
        Instant to = date.plusDays(1).atStartOfDay(zone).toInstant();
        long hours = Duration.between(from, to).toHours();
        boolean weekend = date.getDayOfWeek().getValue() > 5;
        svg.append(line(
                "<rect x='%.1f' y='44' width='%.1f' height='%d' fill='%s' stroke='#d5dde5'/>",
                x(from), x(to) - x(from), bottom - 44, weekend ? "#fbf6ec" : "#ffffff"));
        String name = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH).format(date);
        double middle = (x(from) + x(to)) / 2;
        svg.append(text(middle, 62, 12, "middle", "#1b2733", name));
        svg.append(text(middle, 79, 10, "middle", hours == 24 ? "#51606e" : "#b5443b", hours + " h"));
    }

    private void bar(StringBuilder svg, Bar bar) {
        double y = TOP + bar.row() * ROW + (ROW - HIGH) / 2.0;
        double width = x(bar.to()) - x(bar.from());
        svg.append(line(
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%d' rx='3' fill='%s'/>",
                x(bar.from()), y, width, HIGH, bar.kind().fill));
        boolean narrow = width < 8 * bar.says().length();
        boolean dark = bar.kind() == Kind.WORKED || bar.kind() == Kind.RUNNING || bar.kind() == Kind.BREACHED;
        String colour = dark && !narrow ? "#ffffff" : "#1b2733";
        svg.append(text(x(bar.from()) + width / 2, narrow ? y + HIGH + 9 : y + 16, 10, "middle", colour, bar.says()));
    }

    private void mark(StringBuilder svg, Mark mark, int y) {
        double x = x(mark.at());
        svg.append(
                line("<path d='M%.1f,84 V%d' stroke='#b5443b' stroke-width='1.4' stroke-dasharray='4 3'/>", x, y - 6));
        String time = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH)
                .withZone(zone)
                .format(mark.at());
        boolean right = x > (LEFT + x(end())) / 2;
        svg.append(
                text(right ? x - 6 : x + 6, y + 3, 11, right ? "end" : "start", "#b5443b", mark.says() + ": " + time));
    }

    private static String text(double x, double y, int size, String anchor, String fill, String text) {
        return text.isEmpty()
                ? ""
                : line(
                        "<text x='%.1f' y='%.1f' font-size='%d' text-anchor='%s' fill='%s'>%s</text>",
                        x, y, size, anchor, fill, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
