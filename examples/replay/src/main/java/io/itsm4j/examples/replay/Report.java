package io.itsm4j.examples.replay;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Prints what a replay found, in at most a hundred columns. */
final class Report {

    static final int WIDTH = 100;

    private static final int GROUPS = 10;

    private final Result result;
    private final PrintStream out;

    Report(Result result, PrintStream out) {
        this.result = result;
        this.out = out;
    }

    void print() {
        head();
        agreement();
        explanations();
        refusals();
        transitions();
        volumes();
        backlog();
        tail();
        Tried tried = result.tried();
        if (tried != null) {
            tried.print(out, this::wrapped);
        }
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private void title(String text) {
        out.println();
        out.println(text);
    }

    private void head() {
        Company company = result.company();
        out.println("Replay of " + result.log());
        out.println("  " + number(result.incidents()) + " incidents, " + number(result.rows()) + " recorded changes, "
                + number(company.people()) + " people, " + number(company.groups()) + " groups, "
                + number(company.categories()) + " categories");
        out.println("  store: " + result.store() + "; times are in "
                + result.options().zone());
    }

    private void agreement() {
        title("Does the library say what the log says?");
        Table table = new Table("", "compared", "agree", "explained", "unexplained");
        for (Check check : Check.values()) {
            Agreement.Tally tally = result.agreement().of(check);
            table.row(check.title(), tally.compared(), tally.agreed(), tally.explained(), tally.unexplained());
        }
        table.print(out);
    }

    private void explanations() {
        title("Why not everywhere");
        for (Check check : Check.values()) {
            result.agreement().of(check).explanations().forEach((why, times) -> {
                out.println("  " + pad(number(times)) + "  " + check.title() + ":");
                out.println("          " + why.text());
            });
        }
        List<String> examples = result.agreement().examples();
        examples.forEach(example -> wrapped("    UNEXPLAINED  ", example));
    }

    private void refusals() {
        Refusals refusals = result.refusals();
        title("What the recorded company did and the default lifecycle refuses: " + number(refusals.total()));
        refusals.counts().forEach((kind, count) -> {
            out.println("  " + pad(number(count.times())) + "  " + kind.action() + " in " + kind.state() + " ("
                    + kind.reason() + "), first in line " + count.line());
            wrapped("          ", count.example());
        });
    }

    private void transitions() {
        title("How incidents moved");
        Table table = new Table("from", "to", "times");
        result.transitions()
                .counts()
                .forEach((step, times) -> table.row(
                        step.from().label(),
                        step.from().equals(step.to())
                                ? "(other reason)"
                                : step.to().label(),
                        times));
        table.print(out);
    }

    private void volumes() {
        Volumes volumes = result.volumes();
        title("How many, and how long they took (rounded to two digits)");
        Table table = volumeTable("priority");
        volumes.byPriority()
                .forEach((priority, volume) -> volume(table, priority.rank() + " " + label(priority.name()), volume));
        volume(table, "all", volumes.all());
        table.print(out);
        out.println();
        Table groups = volumeTable("group");
        Map<String, Volumes.Volume> busiest = volumes.busiest(GROUPS);
        busiest.forEach((group, volume) -> volume(groups, group, volume));
        groups.print(out);
        if (volumes.groups() > busiest.size()) {
            out.println("  and " + number(volumes.groups() - busiest.size()) + " more groups");
        }
    }

    private static Table volumeTable(String by) {
        return new Table(by, "incidents", "reassigned", "reopened", "resolved: half in", "90 % in", "closed: half in");
    }

    private static void volume(Table table, String name, Volumes.Volume volume) {
        table.row(
                name,
                volume.incidents(),
                volume.reassignments(),
                volume.reopens(),
                time(volume.toResolve().percentile(50)),
                time(volume.toResolve().percentile(90)),
                time(volume.toClose().percentile(50)));
    }

    private void backlog() {
        ZoneId zone = result.options().zone();
        title("Open incidents at the beginning of");
        Table table = new Table("date", "library", "log");
        result.backlog()
                .lines()
                .forEach(line -> table.row(line.at().atZone(zone).toLocalDate(), line.library(), line.log()));
        table.print(out);
    }

    private void tail() {
        double seconds = Math.max(0.001, result.took().toMillis() / 1000.0);
        title(String.format(
                Locale.ROOT,
                "%,d commands in %,d transactions took %.1f s: %,.0f commands a second.",
                result.commands(),
                result.rows(),
                seconds,
                result.commands() / seconds));
        out.println("Journal digest over " + number(result.seal().records()) + " chains, the same in every store:");
        out.println("  " + result.seal().root());
        out.println(
                result.agreement().isWhole()
                        ? "Everything agrees or is explained."
                        : "NOT everything agrees or is explained.");
    }

    private void wrapped(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH && line.length() > indent.length()) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(indent.length()));
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    private static String pad(String count) {
        return " ".repeat(Math.max(0, 6 - count.length())) + count;
    }

    private static String label(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String time(OptionalLong minutes) {
        if (minutes.isEmpty()) {
            return "-";
        }
        long value = minutes.getAsLong();
        if (value < 120) {
            return value + " min";
        }
        return value < 2 * 24 * 60 ? value / 60 + " h" : value / (24 * 60) + " d";
    }
}
