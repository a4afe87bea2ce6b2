package io.itsm4j.examples.replay;

import io.itsm4j.journal.Anchor;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
            List<Judged> judged = new ArrayList<>();
            long start = System.nanoTime();
            for (Iterator<Moment> moments = timeline.moments(); moments.hasNext(); bar.step()) {
                Moment moment = moments.next();
                play(moment, rows.read(moment.row()), player, checker, volumes, judged);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            checker.finish();
            bar.end();
            Anchor seal = desk.seal();
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
                    seal,
                    tried(desk, judged));
        }
    }

    private @Nullable Tried tried(Desk desk, List<Judged> judged) {
        Trial trial = options.trial();
        return trial == null ? null : new Trying(desk, options, judged).of(trial);
    }

    private void play(Moment moment, LogRow row, Player player, Checker checker, Volumes volumes, List<Judged> judged) {
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
            if (options.trial() != null) {
                Judged.of(incident).ifPresent(judged::add);
            }
            open.remove(row.number());
        }
    }
}
