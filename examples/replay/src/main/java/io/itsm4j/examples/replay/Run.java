package io.itsm4j.examples.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** One replay from the log to the result. Memory holds the open incidents, never the closed ones. */
final class Run {

    private final Options options;
    private final PrintStream progress;
    private final boolean shown;
    private final Map<String, OpenIncident> open = new HashMap<>();

    Run(Options options, PrintStream progress, boolean shown) {
        this.options = options;
        this.progress = progress;
        this.shown = shown;
    }

    /**
     * Replays.
     *
     * @throws LogFault when the log is not what it should be; nothing was replayed then
     */
    Result run() {
        LogReader log = new LogReader(options.log(), options.repeat());
        LogRows rows = new LogRows(options.zone());
        try (TemporaryFolder folder = TemporaryFolder.create();
                Timeline timeline = Timeline.of(log, rows, folder.path());
                OpenStore store = Stores.open(options.store(), folder.path())) {
            return replay(log.name(), rows, timeline, store);
        }
    }

    private Result replay(String log, LogRows rows, Timeline timeline, OpenStore store) {
        Company company = new Company();
        Backlog backlog = Backlog.at(options.backlog(), options.zone(), timeline.earliest(), timeline.latest());
        Volumes volumes = new Volumes();
        try (Desk desk = new Desk(store.store(), company)) {
            Player player = new Player(desk, company);
            Checker checker = new Checker(desk, backlog);
            Progress bar = new Progress(progress, shown, timeline.rows());
            long start = System.nanoTime();
            for (Iterator<Moment> moments = timeline.moments(); moments.hasNext(); bar.step()) {
                Moment moment = moments.next();
                play(moment, rows.read(moment.row()), player, checker, volumes);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            checker.finish();
            bar.end();
            return new Result(
                    options,
                    log,
                    store.title(),
                    timeline.rows(),
                    timeline.incidents(),
                    player.commands(),
                    took,
                    company,
                    checker.agreement(),
                    player.refusals(),
                    player.transitions(),
                    volumes,
                    backlog,
                    desk.seal());
        }
    }

    private void play(Moment moment, LogRow row, Player player, Checker checker, Volumes volumes) {
        OpenIncident before = open.get(row.number());
        Player.Played played = player.play(moment, row, before);
        OpenIncident incident = before;
        if (incident == null) {
            incident = new OpenIncident(row, played.after());
            checker.opened(incident, played);
            open.put(row.number(), incident);
        } else {
            checker.changed(incident, row, played);
            incident.moveOn(row, played.after());
        }
        if (moment.last()) {
            checker.ended(incident).ifPresent(volumes::add);
            open.remove(row.number());
        }
    }
}
