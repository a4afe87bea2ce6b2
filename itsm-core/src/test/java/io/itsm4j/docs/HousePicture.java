package io.itsm4j.docs;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A command's way from the caller to the row and back, drawn from one list of stations. */
final class HousePicture {

    /**
     * A floor of the house.
     *
     * @param name the package, or what stands at the end
     * @param says what lives there
     */
    record Floor(String name, String says) {

        boolean isPackage() {
            return name.startsWith("io.itsm4j");
        }
    }

    /**
     * A station on the way.
     *
     * @param floor where it is
     * @param type the class that does it, or empty outside the library
     * @param method the method of it
     * @param heard what a probe at a port hears there, or empty
     * @param says two short lines
     */
    record Station(Floor floor, String type, String method, String heard, String... says) {}

    private static final Floor HOST = new Floor("your application", "a use case, in your transaction or in none");
    private static final Floor ENTRANCE = new Floor("io.itsm4j", "Itsm, sessions, exceptions");
    private static final Floor INCIDENT = new Floor("io.itsm4j.incident", "a practice: a ticket type and its verbs");
    private static final Floor CHANGE = new Floor("io.itsm4j.change", "a practice: risk, windows, bookings");
    private static final Floor PROBLEM = new Floor("io.itsm4j.problem", "a practice: causes, known errors, trends");
    private static final Floor REQUEST = new Floor("io.itsm4j.request", "a practice: the catalogue and its orders");
    private static final Floor RELEASE = new Floor("io.itsm4j.release", "a practice: environments, gates, deployments");
    private static final Floor CMDB = new Floor("io.itsm4j.cmdb", "a practice: what there is, and who is hit");
    private static final Floor PURCHASE =
            new Floor("io.itsm4j.purchase", "a practice: suppliers, contracts, purchases");
    private static final Floor ASSET = new Floor("io.itsm4j.asset", "a practice: what is owned, and who has it");
    private static final Floor STOCK = new Floor("io.itsm4j.stock", "a practice: parts, stores, movements");
    private static final Floor APPROVAL = new Floor("io.itsm4j.approval", "who approves what, step by step");
    private static final Floor SLA = new Floor("io.itsm4j.sla", "agreements, clocks, thresholds");
    private static final Floor TICKET = new Floor("io.itsm4j.ticket", "the engine: the one command path");
    private static final Floor INPUT = new Floor("io.itsm4j.input", "what raw input must look like");
    private static final Floor ACTOR = new Floor("io.itsm4j.actor", "who acts: directory, access policy");
    private static final Floor LIFECYCLE = new Floor("io.itsm4j.lifecycle", "states, transitions, guards");
    private static final Floor JOURNAL = new Floor("io.itsm4j.journal", "chained entries, events, outbox");
    private static final Floor CALENDAR = new Floor("io.itsm4j.calendar", "business calendars and their arithmetic");
    private static final Floor INTEROP =
            new Floor("io.itsm4j.interop", "iCalendar, RRULE, Jollyday, CSV, JSON, TMF statuses, event logs");
    private static final Floor STORAGE = new Floor("io.itsm4j.storage", "the port: units of work, queries");
    private static final Floor MEMORY = new Floor("io.itsm4j.memory", "an adapter (io.itsm4j.jpa is the other)");
    private static final Floor ROWS = new Floor("rows", "ticket, journal, outbox");

    /** From the caller down to the rows. */
    static final List<Floor> FLOORS = List.of(
            HOST, ENTRANCE, INCIDENT, PROBLEM, REQUEST, CHANGE, RELEASE, CMDB, ASSET, STOCK, PURCHASE, APPROVAL, SLA,
            TICKET, INPUT, ACTOR, LIFECYCLE, CALENDAR, INTEROP, JOURNAL, STORAGE, MEMORY, ROWS);

    // spotless:off
    /** In the order in which a command passes them. */
    static final List<Station> WAY = List.of(
            new Station(HOST, "", "", "", "resolve", "INC0000045"),
            new Station(ENTRANCE, "io.itsm4j.Itsm", "as", "", "a session", "for somebody"),
            new Station(INCIDENT, "io.itsm4j.incident.Incidents", "resolve", "", "verb and", "its input"),
            new Station(TICKET, "io.itsm4j.ticket.Engine", "command", "", "the command", "path begins"),
            new Station(ACTOR, "io.itsm4j.ticket.Gate", "refreshed", "person", "the actor", "as known now"),
            new Station(ACTOR, "io.itsm4j.ticket.Gate", "require", "permits", "may they use", "the verb?"),
            new Station(INPUT, "io.itsm4j.input.InputChecker", "check", "validate", "is the", "input right?"),
            new Station(STORAGE, "io.itsm4j.ticket.Engine", "retried", "transaction", "join or begin a", "transaction"),
            new Station(STORAGE, "io.itsm4j.ticket.Engine", "repeated", "list journal", "was it done", "before? (key)"),
            new Station(STORAGE, "io.itsm4j.ticket.Engine", "load", "find ticket WRITE", "read and lock", "the ticket"),
            new Station(TICKET, "io.itsm4j.ticket.Engine", "checkVersion", "", "still the", "version seen?"),
            new Station(ACTOR, "io.itsm4j.ticket.Engine", "checkRole", "permits", "may they in", "this state?"),
            new Station(
                    INPUT, "io.itsm4j.input.InputChecker", "checkPresent", "required", "what the state", "requires"),
            new Station(TICKET, "io.itsm4j.ticket.Engine", "step", "effect", "the verb writes", "on a draft"),
            new Station(LIFECYCLE, "io.itsm4j.lifecycle.Lifecycle", "decide", "guard", "the guards", "decide"),
            new Station(JOURNAL, "io.itsm4j.ticket.Decider", "finish", "detail", "entry, chained", "to the last"),
            new Station(STORAGE, "io.itsm4j.ticket.Writing", "write", "update ticket", "the ticket's", "next state"),
            new Station(STORAGE, "io.itsm4j.ticket.Decided", "write", "insert journal", "the journal", "entry"),
            new Station(STORAGE, "io.itsm4j.ticket.Decided", "write", "insert outbox", "the event for", "the outbox"),
            new Station(MEMORY, "io.itsm4j.ticket.Writing", "write", "flush", "flush: rows", "are written"),
            new Station(ROWS, "", "", "", "held until", "the commit"),
            new Station(JOURNAL, "io.itsm4j.ticket.Writing", "publish", "listener", "listeners,", "same transaction"),
            new Station(HOST, "", "", "", "the ticket,", "or a refusal"));
    // spotless:on

    /** Those that a command passes. */
    private static final List<Floor> PASSED = FLOORS.stream()
            .filter(floor -> WAY.stream().anyMatch(station -> station.floor().equals(floor)))
            .toList();

    private static final int LEFT = 60;
    private static final int COLUMN = 100;
    private static final int TOP = 118;
    private static final int ROW = 38;
    private static final int WIDE = 176;
    private static final int HIGH = 24;

    private HousePicture() {}

    /** The picture: a column for each floor, a row for each station. */
    static String svg() {
        int width = LEFT + PASSED.size() * COLUMN + 46;
        int height = TOP + WAY.size() * ROW + 16;
        StringBuilder svg = new StringBuilder(line(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'"
                        + " font-family='DejaVu Sans, Verdana, sans-serif'>",
                width, height, width, height));
        svg.append(line("<title>A command's way from the caller to the row and back</title>".replace("'", "\u2019")));
        svg.append(line("<defs><marker id='to' viewBox='0 0 8 8' refX='7' refY='4' markerWidth='7' markerHeight='7'"
                + " orient='auto'><path d='M0,0 L8,4 L0,8 z' fill='#2f6fab'/></marker></defs>"));
        svg.append(rect(0, 0, width, height, "#ffffff", "#ffffff"));
        svg.append(text(20, 34, 19, "start", "#1b2733", "A command\u2019s way from the caller to the row and back"));
        for (int i = 0; i < PASSED.size(); i++) {
            floor(svg, i, height);
        }
        for (int i = 1; i < WAY.size(); i++) {
            way(svg, i);
        }
        for (int i = 0; i < WAY.size(); i++) {
            station(svg, i);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void floor(StringBuilder svg, int i, int height) {
        Floor floor = PASSED.get(i);
        int middle = LEFT + i * COLUMN + COLUMN / 2;
        String fill = floor.isPackage() ? i % 2 == 0 ? "#eef3f8" : "#f6f9fc" : "#f7f1e6";
        svg.append(rect(middle - COLUMN / 2, 52, COLUMN, height - 62, fill, fill));
        int split = floor.isPackage()
                ? floor.name().lastIndexOf('.') + 1
                : floor.name().indexOf(' ') + 1;
        svg.append(text(middle, 76, 11, "middle", "#51606e", floor.name().substring(0, split)));
        svg.append(text(middle, 93, 13, "middle", "#1b2733", floor.name().substring(split)));
    }

    private static void way(StringBuilder svg, int to) {
        int gap = y(to) - HIGH / 2 - (ROW - HIGH) / 2;
        svg.append(line(
                "<path d='M%d,%d V%d H%d V%d' fill='none' stroke='#2f6fab' stroke-width='1.6' marker-end='url(#to)'/>",
                x(to - 1), y(to - 1) + HIGH / 2, gap, x(to), y(to) - HIGH / 2));
    }

    private static void station(StringBuilder svg, int i) {
        String says = (i + 1) + "  " + String.join(" ", WAY.get(i).says());
        svg.append(rect(x(i) - WIDE / 2, y(i) - HIGH / 2, WIDE, HIGH, "#ffffff", "#2f6fab"));
        svg.append(text(x(i), y(i) + 4, 11, "middle", "#1b2733", says));
    }

    private static int x(int station) {
        return LEFT + PASSED.indexOf(WAY.get(station).floor()) * COLUMN + COLUMN / 2;
    }

    private static int y(int station) {
        return TOP + station * ROW + ROW / 2;
    }

    private static String rect(int x, int y, int width, int height, String fill, String stroke) {
        return line(
                "<rect x='%d' y='%d' width='%d' height='%d' rx='4' fill='%s' stroke='%s'/>",
                x, y, width, height, fill, stroke);
    }

    private static String text(int x, int y, int size, String anchor, String fill, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return line(
                "<text x='%d' y='%d' font-size='%d' text-anchor='%s' fill='%s'>%s</text>",
                x, y, size, anchor, fill, escaped);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }

    /** The same way as a Mermaid sequence diagram. */
    static String mermaid() {
        StringBuilder text = new StringBuilder("sequenceDiagram\n");
        for (int i = 0; i < PASSED.size(); i++) {
            text.append("    participant p")
                    .append(i)
                    .append(" as ")
                    .append(PASSED.get(i).name())
                    .append('\n');
        }
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < WAY.size(); i++) {
            Station station = WAY.get(i);
            int from = PASSED.indexOf(WAY.get(i - 1).floor());
            int to = PASSED.indexOf(station.floor());
            lines.add("    p" + from + "->>p" + to + ": " + (i + 1) + " " + String.join(" ", station.says()) + "\n");
        }
        return text.append(String.join("", lines)).toString();
    }

    /** A table of the packages. */
    static String packages() {
        return GeneratedParts.table(
                List.of("package", "what lives there", "stations"),
                FLOORS.stream()
                        .filter(Floor::isPackage)
                        .map(floor -> List.of("`" + floor.name() + "`", floor.says(), stations(floor))));
    }

    private static String stations(Floor floor) {
        return WAY.stream()
                .filter(station -> station.floor().equals(floor))
                .map(station -> String.valueOf(WAY.indexOf(station) + 1))
                .collect(joining(", "));
    }
}
