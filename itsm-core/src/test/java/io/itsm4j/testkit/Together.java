package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs work on threads of its own, all of it let go at the same moment, and tells how each ended. */
final class Together {

    /** Seconds until somebody who does not arrive is given up. */
    private static final long PATIENCE = 60;

    /** Seconds until work is given up: full sizes are tens of thousands of commands. */
    private static final long LONGEST = 1_800;

    private static final ThreadLocal<AtomicBoolean> BROKEN = new ThreadLocal<>();

    private Together() {}

    /**
     * How one piece of work ended: with a value or with a failure.
     *
     * @param value what it returned
     * @param failure what it threw
     */
    record Outcome<T>(Optional<T> value, Optional<Throwable> failure) {

        boolean succeeded() {
            return failure.isEmpty();
        }
    }

    /** Starts all at once and waits for all. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> List<Outcome<T>> run(Callable<T>... work) {
        return run(Arrays.asList(work));
    }

    static <T> List<Outcome<T>> run(List<Callable<T>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        CountDownLatch ready = new CountDownLatch(work.size());
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean broken = new AtomicBoolean();
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> piece : work) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    await(go);
                    BROKEN.set(broken);
                    return told(piece, broken);
                }));
            }
            await(ready);
            go.countDown();
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<T> piece : running) {
                outcomes.add(outcome(piece));
            }
            return outcomes;
        } finally {
            end(threads);
        }
    }

    /** Nobody goes on in the background, where the next test would meet them. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        try {
            assertThat(threads.awaitTermination(PATIENCE, TimeUnit.SECONDS))
                    .as("all threads have ended")
                    .isTrue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T told(Callable<T> piece, AtomicBoolean broken) throws Exception {
        boolean done = false;
        try {
            T result = piece.call();
            done = true;
            return result;
        } finally {
            broken.compareAndSet(false, !done);
        }
    }

    /** Waits for a latch: a bounded time, and no longer once another piece of the same work has failed. */
    static void await(CountDownLatch latch) {
        AtomicBoolean broken = BROKEN.get();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        try {
            while (!latch.await(20, TimeUnit.MILLISECONDS)) {
                boolean hopeless = System.nanoTime() > end || broken != null && broken.get();
                assertThat(hopeless && latch.getCount() > 0)
                        .as("the other side does not arrive")
                        .isFalse();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static <T> Outcome<T> outcome(Future<T> piece) {
        try {
            return new Outcome<>(Optional.ofNullable(piece.get(LONGEST, TimeUnit.SECONDS)), Optional.empty());
        } catch (ExecutionException failed) {
            return new Outcome<>(Optional.empty(), Optional.of(failed.getCause()));
        } catch (InterruptedException | TimeoutException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
