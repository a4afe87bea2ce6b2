package io.itsm4j.examples.replay;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param store where records are kept
 * @param log the log, or null for the one that is shipped
 * @param zone the zone of its local times
 * @param backlog the dates at whose beginning open incidents are counted; empty for the first of each month
 * @param repeat how often each incident is replayed
 * @param help whether only the help is wanted
 * @param trial the agreement to try out, or null for none
 * @param generated how many incidents are made up instead of reading a log; 0 for none
 */
record Options(
        StoreKind store,
        @Nullable Path log,
        ZoneId zone,
        List<LocalDate> backlog,
        int repeat,
        boolean help,
        @Nullable Trial trial,
        int generated) {

    static final Options STANDARD = new Options(StoreKind.H2, null, ZoneId.of("UTC"), List.of(), 1, false, null, 0);

    static final String HELP = """
            Replays a recorded incident log through itsm4j and compares what the library says with the log.

              --store=memory|h2|postgres|mariadb   where records are kept; h2 unless said otherwise.
                                                   Databases start by themselves and are gone afterwards.
              --log=FILE                           another log with the same columns, CSV or CSV.gz
              --zone=ZONE                          the zone of the log's local times; UTC unless said
                                                   otherwise, for example America/Sao_Paulo
              --backlog=DATE[,DATE...]             count open incidents at the beginning of these dates
                                                   (yyyy-MM-dd) instead of the first of each month
              --repeat=N                           replay every incident N times, under numbers of its own
              --what-if=fitted                     fit an agreement to the earlier half of the incidents and
                                                   compare it with the recorded made_sla on the later half
              --what-if=P=TIME[,P=TIME...][@HOURS][+WAITING]
                                                   try an agreement out: hours by priority, for example
                                                   1=4h,2=8h,3=40h,4=80h@09:00-18:00 on weekdays, round the
                                                   clock without @; with +WAITING time on hold counts
              --generated=N                        instead of a log, live N made-up incidents of which every
                                                   due instant, elapsed time and breach is known, and compare
              --help                               this text

            Exit status: 0 when everything agrees or is explained, 1 when something disagrees without an
            explanation, 2 when the options or the log are wrong.
            """;

    Options {
        backlog = List.copyOf(backlog);
    }

    Options on(StoreKind kind) {
        return new Options(kind, log, zone, backlog, repeat, help, trial, generated);
    }

    Options of(Path file) {
        return new Options(store, file, zone, backlog, repeat, help, trial, generated);
    }

    Options in(ZoneId place) {
        return new Options(store, log, place, backlog, repeat, help, trial, generated);
    }

    Options countingAt(List<LocalDate> dates) {
        return new Options(store, log, zone, dates, repeat, help, trial, generated);
    }

    Options repeated(int times) {
        return new Options(store, log, zone, backlog, times, help, trial, generated);
    }

    Options trying(Trial agreement) {
        return new Options(store, log, zone, backlog, repeat, help, agreement, generated);
    }

    private Options generating(int incidents) {
        return new Options(store, log, zone, backlog, repeat, help, trial, incidents);
    }

    private Options helped() {
        return new Options(store, log, zone, backlog, repeat, true, trial, generated);
    }

    /**
     * Reads the arguments.
     *
     * @throws WrongUse saying which one is wrong
     */
    static Options parse(String... arguments) {
        Options options = STANDARD;
        for (String argument : arguments) {
            options = argument.isBlank() ? options : options.with(argument);
        }
        return options;
    }

    private Options with(String argument) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        String value = equals < 0 ? "" : argument.substring(equals + 1);
        if (name.equals("--help") && equals < 0) {
            return helped();
        }
        if (value.isEmpty()) {
            throw new WrongUse("'" + argument + "' is not an option of the form --name=value; see --help");
        }
        return switch (name) {
            case "--store" -> on(StoreKind.named(value));
            case "--log" -> of(path(value));
            case "--zone" -> in(zone(value));
            case "--backlog" -> countingAt(dates(value));
            case "--repeat" -> repeated(times(value));
            case "--generated" -> generating(count(value));
            case "--what-if" -> trying(Trial.parse(value));
            default -> throw new WrongUse("there is no option " + name + "; see --help");
        };
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException malformed) {
            throw new WrongUse("--log is a file, not '" + value + "'");
        }
    }

    private static ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException unknown) {
            throw new WrongUse("--zone is a time zone such as Europe/Berlin, not '" + value + "'");
        }
    }

    private static List<LocalDate> dates(String value) {
        List<LocalDate> dates = new ArrayList<>();
        for (String text : value.split(",", -1)) {
            try {
                dates.add(LocalDate.parse(text));
            } catch (DateTimeException malformed) {
                throw new WrongUse("--backlog is a date such as 2016-03-15, or several, not '" + text + "'");
            }
        }
        return dates;
    }

    private static int count(String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new WrongUse("--generated is a number from 1 to 999999, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    private static int times(String value) {
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new WrongUse("--repeat is a number from 1 to 9999, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }
}
