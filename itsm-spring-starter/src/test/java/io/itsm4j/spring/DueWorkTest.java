package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.EventSink;
import io.itsm4j.ticket.OpenTicket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;

/** Due work and deliveries on the host's scheduler, which these tests wind by hand. */
class DueWorkTest {

    private final HandScheduler hand = new HandScheduler();
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TaskSchedulingAutoConfiguration.class,
                    ItsmAutoConfiguration.class,
                    ItsmWorkAutoConfiguration.class))
            .withUserConfiguration(Hosts.BobActs.class);
    private final ApplicationContextRunner working = runner.withBean("taskScheduler", TaskScheduler.class, () -> hand)
            .withPropertyValues("itsm.work.enabled=true");

    @Test
    void nothing_is_scheduled_unless_asked_for() {
        runner.withBean(TaskScheduler.class, () -> hand).run(host -> {
            assertThat(host).doesNotHaveBean(DueWorker.class);
            assertThat(hand.tasks).isEmpty();
        });
    }

    @Test
    void due_work_alone_is_scheduled_where_nobody_receives_events() {
        working.withPropertyValues("itsm.work.due-every=45s").run(host -> {
            assertThat(hand.tasks).extracting(Standing::pause).containsExactly(Duration.ofSeconds(45));
        });
    }

    @Test
    void due_work_and_deliveries_are_scheduled() {
        working.withBean(EventSink.class, () -> event -> {})
                .run(host -> assertThat(hand.tasks)
                        .extracting(Standing::pause)
                        .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(5)));
    }

    @Test
    void one_round_does_all_that_is_due_however_small_the_limit() {
        Instant[] now = {Instant.parse("2026-03-02T09:00:00Z")};
        List<String> delivered = new ArrayList<>();
        working.withBean(InstantSource.class, () -> () -> now[0])
                .withBean(EventSink.class, () -> event -> delivered.add(event.name()))
                .withPropertyValues("itsm.work.due-limit=1", "itsm.work.deliver-limit=1")
                .run(host -> {
                    Incidents desk = host.getBean(ItsmSessions.class).current().incidents();
                    for (String title : List.of("one", "two", "three")) {
                        desk.resolve(
                                desk.open(OpenTicket.titled(title)).id(), ResolveIncident.with("FIXED", "Restarted"));
                    }
                    now[0] = now[0].plus(Duration.ofDays(8));

                    hand.tasks.forEach(Standing::wind);

                    assertThat(host.getBean(Itsm.class).processDue(10).done()).isZero();
                    assertThat(host.getBean(Itsm.class).deliver(10).delivered()).isZero();
                    assertThat(delivered).hasSize(9);
                });
    }

    @Test
    void the_end_of_the_context_ends_it_and_a_new_start_begins_it_once() {
        working.run(host -> {
            Standing first = hand.tasks.get(0);
            DueWorker worker = host.getBean(DueWorker.class);
            worker.stop();
            assertThat(first.isCancelled()).isTrue();
            assertThat(worker.isRunning()).isFalse();
            worker.start();
            worker.start();
            assertThat(hand.tasks).hasSize(2);
        });
        assertThat(hand.tasks).allMatch(Standing::isCancelled);
    }

    @Test
    void a_lazy_context_works_too() {
        working.withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(host -> assertThat(hand.tasks).hasSize(1));
    }

    @Test
    void without_a_scheduler_the_start_fails_and_says_what_to_do() {
        runner.withPropertyValues("itsm.work.enabled=true")
                .run(host -> assertThat(host)
                        .getFailure()
                        .hasRootCauseInstanceOf(SetupFault.class)
                        .rootCause()
                        .hasMessageContaining("has no TaskScheduler")
                        .extracting(fault -> ((SetupFault) fault).mend())
                        .asString()
                        .contains("@EnableScheduling"));
    }

    @Test
    void the_scheduler_that_boot_makes_is_used() {
        runner.withUserConfiguration(Scheduling.class)
                .withPropertyValues("itsm.work.enabled=true")
                .run(host ->
                        assertThat(host.getBean(DueWorker.class).isRunning()).isTrue());
    }

    @Test
    void of_several_schedulers_the_one_with_the_usual_name_is_used() {
        working.withBean("another", TaskScheduler.class, HandScheduler::new)
                .run(host -> assertThat(hand.tasks).hasSize(1));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Scheduling {}

    /** Keeps tasks until they are wound. */
    private static final class HandScheduler extends ConcurrentTaskScheduler {

        private final List<Standing> tasks = new ArrayList<>();

        HandScheduler() {
            super(null);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant first, Duration pause) {
            Standing standing = new Standing(task, pause);
            tasks.add(standing);
            return standing;
        }
    }

    private static final class Standing extends FutureTask<String> implements ScheduledFuture<String> {

        private final Runnable task;
        private final Duration pause;

        Standing(Runnable task, Duration pause) {
            super(task, "");
            this.task = task;
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }

        void wind() {
            task.run();
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(pause);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
