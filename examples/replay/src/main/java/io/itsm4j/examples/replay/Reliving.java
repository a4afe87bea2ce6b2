package io.itsm4j.examples.replay;

import io.itsm4j.sla.ClockStatus;
import io.itsm4j.ticket.Priority;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Plays the log once more, at a desk where an agreement holds from the beginning, and reads its clocks. */
final class Reliving {

    private final Options options;
    private final Counting counting;
    private final Map<Priority, Duration> limits;

    Reliving(Options options, Counting counting, Map<Priority, Duration> limits) {
        this.options = options;
        this.counting = counting;
        this.limits = limits;
    }

    /** How the clock of each incident ended, by its recorded number; those without a limit are left out. */
    Map<String, ClockStatus> verdicts() {
        LogReader log = new LogReader(options.log(), options.repeat());
        LogRows rows = new LogRows(options.zone());
        Company company = new Company();
        try (TemporaryFolder folder = TemporaryFolder.create();
                Timeline timeline = Timeline.of(log, rows, folder.path());
                OpenStore store = Stores.open(options.store(), folder.path());
                Desk desk = new Desk(store.store(), company)) {
            desk.setClock(timeline.earliest());
            desk.agree(counting.agreement(limits), counting.calendars(options.zone()));
            return verdicts(rows, timeline, desk, new Player(desk, company));
        }
    }

    private static Map<String, ClockStatus> verdicts(LogRows rows, Timeline timeline, Desk desk, Player player) {
        Map<String, OpenIncident> open = new HashMap<>();
        Map<String, ClockStatus> verdicts = new HashMap<>();
        for (Iterator<Moment> moments = timeline.moments(); moments.hasNext(); ) {
            Moment moment = moments.next();
            LogRow row = rows.read(moment.row());
            OpenIncident incident = open.get(row.number());
            Player.Played played = player.play(moment, row, incident);
            if (incident == null) {
                incident = new OpenIncident(row, played.after());
                open.put(row.number(), incident);
            } else {
                incident.moveOn(row, played.after());
            }
            if (moment.last()) {
                desk.verdict(played.after().id()).ifPresent(verdict -> verdicts.put(row.number(), verdict));
                open.remove(row.number());
            }
        }
        return verdicts;
    }
}
