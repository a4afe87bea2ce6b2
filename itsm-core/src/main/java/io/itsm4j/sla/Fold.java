package io.itsm4j.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From the clocks before a fact to the clocks after it: a pure function of the two, of agreements and calendars. Facts
 * come in their order; of two at the same instant the later one sees what the earlier one did.
 */
final class Fold {

    private final Terms terms;
    private final Happening fact;
    private final Map<String, String> bound;
    private final List<ClockState> clocks;

    private Fold(TicketClocks before, Happening fact, Terms terms) {
        this.terms = terms;
        this.fact = fact;
        this.bound = new TreeMap<>(before.bound());
        this.clocks = new ArrayList<>(before.clocks());
    }

    /** The clocks after a fact. */
    static TicketClocks step(TicketClocks before, Happening fact, Terms terms) {
        Fold fold = new Fold(before, fact, terms);
        fold.pass();
        Map<String, Bound> known = new LinkedHashMap<>();
        for (Bound one : terms.agreements(before)) {
            if (known.putIfAbsent(one.agreement().key(), one) == null) {
                fold.follow(one);
            }
        }
        return new TicketClocks(fold.bound, fold.clocks, fact.isNotice() ? fact.at() : before.noticedAt());
    }

    /** Time up to the fact: what ran past its due instant is breached; what was dealt with is noted. */
    private void pass() {
        clocks.replaceAll(clock -> overdue(clock, fact.at()));
        for (Happening.Reached reached : fact.reached()) {
            clocks.replaceAll(clock -> clock.key().equals(reached.key()) && clock.cycle() == reached.cycle()
                    ? clock.reached(reached.level())
                    : clock);
        }
    }

    private static ClockState overdue(ClockState clock, Instant at) {
        Instant due = clock.dueAt();
        boolean runs = clock.status() == ClockStatus.RUNNING && clock.breachedAt() == null;
        return runs && due != null && due.isBefore(at) ? clock.breachedAt(due) : clock;
    }

    private void follow(Bound one) {
        Agreement agreement = one.agreement();
        boolean isBound = bound.containsKey(agreement.key());
        boolean begins = isBound || agreement.isValidAt(fact.at());
        Situation was = fact.before();
        boolean fits = begins && agreement.fits(fact.after());
        boolean fitted = begins && was != null && agreement.fits(was);
        if (!fits && !isBound) {
            return;
        }
        String holder = fits ? agreement.holder(fact.after()) : null;
        String held = fitted && was != null ? agreement.holder(was) : null;
        for (Metric metric : agreement.metrics()) {
            Target target = fits ? agreement.target(metric, fact.after()) : null;
            Target before = fitted && was != null ? agreement.target(metric, was) : null;
            for (String lane : lanes(agreement.key(), metric, holder)) {
                ClockKey key = new ClockKey(agreement.key(), metric, lane);
                new Lane(one, key, target, lane.equals(holder), before != null && lane.equals(held)).go();
            }
        }
    }

    /** Whose time is or was measured. */
    private List<String> lanes(String agreement, Metric metric, @Nullable String holder) {
        List<String> lanes = new ArrayList<>();
        for (ClockState clock : clocks) {
            ClockKey key = clock.key();
            if (key.agreement().equals(agreement) && key.metric().equals(metric) && !lanes.contains(key.holder())) {
                lanes.add(key.holder());
            }
        }
        if (holder != null && !lanes.contains(holder)) {
            lanes.add(holder);
        }
        return lanes;
    }

    /** One clock and one fact. */
    private final class Lane {

        private final Bound one;
        private final ClockKey key;
        private final @Nullable Target target;
        private final boolean holds;
        private final boolean selectedBefore;
        private final int place;
        private @Nullable ClockState clock;

        Lane(Bound one, ClockKey key, @Nullable Target target, boolean holds, boolean selectedBefore) {
            this.one = one;
            this.key = key;
            this.target = target;
            this.holds = holds;
            this.selectedBefore = selectedBefore;
            this.place = TicketClocks.place(clocks, key);
            this.clock = place < 0 ? null : clocks.get(place);
        }

        private int nextCycle() {
            return 1
                    + clocks.stream()
                            .filter(one -> one.key().equals(key))
                            .mapToInt(ClockState::cycle)
                            .max()
                            .orElse(0);
        }

        void go() {
            ClockState was = clock;
            if (target == null) {
                if (was != null && was.isOpen()) {
                    keep(was.ended(ClockStatus.CANCELLED, fact.at()));
                }
                return;
            }
            ClockState now = was;
            if (now != null && now.isOpen() && !now.target().equals(target.name())) {
                now = switched(now, target);
            }
            Conditions when = target.conditions();
            if (now != null && now.isOpen()) {
                now = ending(now, when);
            }
            if (now != null && now.isOpen()) {
                now = rises(when.reset()) ? due(now.restarted(target, now.calendar(), fact.at())) : now;
                now = pausing(now, when);
            } else if (starts(when)) {
                start(now, target, when);
                return;
            }
            if (now != null && !now.equals(was)) {
                keep(overdue(now, fact.at()));
            }
        }

        private ClockState ending(ClockState now, Conditions when) {
            if (when.cancel().test(fact.after())) {
                return now.ended(ClockStatus.CANCELLED, fact.at());
            }
            if (when.stop().test(fact.after())) {
                ClockState last = overdue(now, fact.at());
                return last.ended(last.breachedAt() == null ? ClockStatus.MET : ClockStatus.BREACHED, fact.at());
            }
            return now;
        }

        private boolean starts(Conditions when) {
            Situation before = fact.before();
            boolean did = selectedBefore && before != null && when.start().test(before);
            return holds
                    && !did
                    && when.start().test(fact.after())
                    && !when.stop().test(fact.after())
                    && !when.cancel().test(fact.after());
        }

        private void start(@Nullable ClockState last, Target with, Conditions when) {
            boolean again = last == null || last.status() == ClockStatus.CANCELLED;
            ReopenPolicy policy = again ? ReopenPolicy.NEW_CYCLE : with.reopening();
            if (policy == ReopenPolicy.KEEP) {
                return;
            }
            if (last == null || policy == ReopenPolicy.NEW_CYCLE) {
                String hours = calendar(with);
                Instant from = last == null && with.retroactive() ? reported() : fact.at();
                ClockState fresh = ClockState.started(key, nextCycle(), one.hash(), with, hours, from);
                bound.put(one.agreement().key(), one.hash());
                clocks.add(overdue(pausing(due(fresh), when), fact.at()));
                return;
            }
            ClockState next = policy == ReopenPolicy.RESTART
                    ? due(last.restarted(with, calendar(with), fact.at()))
                    : resumed(last, with);
            keep(overdue(pausing(next, when), fact.at()));
        }

        /** The end and the time since count as a pause, or as the rest of the one it ended in. */
        private ClockState resumed(ClockState last, Target with) {
            List<Pause> pauses = new ArrayList<>(last.pauses());
            Instant end = java.util.Objects.requireNonNull(last.endedAt());
            if (last.openPause() == null) {
                pauses.add(new Pause(end, null));
            }
            ClockState open = last.running(pauses, last.paused()).pauseIsOver(false);
            ClockState closed = unpaused(open);
            return closed.target().equals(with.name()) ? closed : switched(closed, with);
        }

        private Instant reported() {
            String opened = fact.after().text("openedAt");
            Instant at = opened == null ? fact.at() : Instant.parse(opened);
            return at.isBefore(fact.at()) ? at : fact.at();
        }

        private ClockState switched(ClockState now, Target to) {
            if (to.switching() == SwitchPolicy.FROM_START) {
                return fromStart(now, to);
            }
            return due(now.fromSwitch(to, calendar(to), fact.at()));
        }

        private ClockState fromStart(ClockState now, Target to) {
            String hours = calendar(to);
            Duration paused = Duration.ZERO;
            for (Pause pause : now.pauses()) {
                Instant end = pause.to();
                if (end != null) {
                    paused = paused.plus(terms.calendar(hours).between(later(now.beganAt(), pause.from()), end));
                }
            }
            return due(now.fromStart(to, hours, paused));
        }

        private String calendar(Target with) {
            return terms.calendarFor(key, one, with, fact.after());
        }

        private ClockState pausing(ClockState now, Conditions when) {
            boolean waits = when.pause().test(fact.after());
            boolean over = waits && (now.pauseIsOver() || (rises(when.resume()) && waited(when)));
            ClockState next = now.pauseIsOver(over);
            boolean still = !holds || (waits && !over);
            if (still && next.status() == ClockStatus.RUNNING) {
                return overdue(next, fact.at()).pausing(fact.at());
            }
            return !still && next.status() == ClockStatus.PAUSED ? unpaused(next) : next;
        }

        /** A resume says something only about a pause that there was before. */
        private boolean waited(Conditions when) {
            Situation before = fact.before();
            return before != null && when.pause().test(before);
        }

        private ClockState unpaused(ClockState now) {
            Pause open = java.util.Objects.requireNonNull(now.openPause());
            List<Pause> pauses = new ArrayList<>(now.pauses());
            pauses.set(pauses.size() - 1, open.until(fact.at()));
            Duration more = terms.calendar(now.calendar()).between(later(now.startedAt(), open.from()), fact.at());
            return due(now.running(pauses, now.paused().plus(more)));
        }

        private ClockState due(ClockState now) {
            Target with = java.util.Objects.requireNonNull(target);
            return now.dueAt(Timing.due(now, with, terms.calendar(now.calendar())));
        }

        private boolean rises(io.itsm4j.storage.Criterion<Situation> condition) {
            Situation before = fact.before();
            return condition.test(fact.after()) && (before == null || !condition.test(before));
        }

        private void keep(ClockState next) {
            clocks.set(place, next);
            clock = next;
        }

        private Instant later(Instant a, Instant b) {
            return a.isBefore(b) ? b : a;
        }
    }
}
