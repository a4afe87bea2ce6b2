package io.itsm4j.spring;

import io.itsm4j.Itsm;
import io.itsm4j.RuleViolated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;

/** Calls for due work and deliveries on the host's scheduler, from the start of the context to its end. */
final class DueWorker implements SmartLifecycle {

    private final Itsm itsm;
    private final TaskScheduler scheduler;
    private final ItsmProperties.Work work;
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean on;

    DueWorker(Itsm itsm, TaskScheduler scheduler, ItsmProperties.Work work) {
        this.itsm = itsm;
        this.scheduler = scheduler;
        this.work = work;
    }

    @Override
    public synchronized void start() {
        if (on) {
            return;
        }
        on = true;
        every(work.dueEvery(), () -> itsm.processDue(work.dueLimit()).more());
        if (delivers()) {
            every(work.deliverEvery(), () -> itsm.deliver(work.deliverLimit()).more());
        }
    }

    @Override
    public synchronized void stop() {
        on = false;
        running.forEach(task -> task.cancel(false));
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    private void every(Duration pause, BooleanSupplier round) {
        Instant first = scheduler.getClock().instant().plus(pause);
        running.add(scheduler.scheduleWithFixedDelay(() -> untilDone(round), first, pause));
    }

    private void untilDone(BooleanSupplier round) {
        boolean more = on;
        while (more) {
            more = round.getAsBoolean() && on;
        }
    }

    private boolean delivers() {
        try {
            itsm.outbox();
            return true;
        } catch (RuleViolated nobodyReceives) {
            return false;
        }
    }
}
