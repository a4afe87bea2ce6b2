package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.TenantId;
import io.itsm4j.jpa.fixture.CrashingApplication;
import io.itsm4j.jpa.fixture.Database;
import io.itsm4j.jpa.fixture.Provider;
import io.itsm4j.testkit.MutableClock;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when a process is killed between the commit and the delivery of its events. */
class CrashTest {

    @TempDir
    Path folder;

    @Test
    void an_event_that_a_killed_process_had_not_delivered_is_delivered_after_the_restart() throws Exception {
        // H2 writes commits half a second later unless told not to, and then a kill would take them along.
        String address = "jdbc:h2:file:" + folder.resolve("crash") + ";WRITE_DELAY=0";
        List<String> before = runUntilItHangs(address);
        assertThat(before.stream().filter(line -> line.startsWith("opened "))).hasSize(3);

        List<String> after = new ArrayList<>();
        MutableClock clock = MutableClock.at(CrashingApplication.NOW);
        var pool = new Database("h2", address, "sa", "").pool(4);
        try (var factory = Provider.HIBERNATE.on(pool)) {
            Itsm itsm = Itsm.builder()
                    .store(JpaStore.owning(factory))
                    .clock(clock)
                    .sink(event -> after.add(event.id()))
                    .build();
            assertThat(itsm.outbox().waiting(TenantId.of("acme")))
                    .as("the claim of the dead process still stands")
                    .isEqualTo(3 - settled(before));
            assertThat(itsm.deliver(100).delivered()).isZero();

            clock.advance(Duration.ofMinutes(3));
            itsm.deliver(100);

            TreeSet<String> ever = new TreeSet<>(after);
            before.stream()
                    .filter(line -> line.startsWith("delivered "))
                    .forEach(line -> ever.add(line.substring("delivered ".length())));
            assertThat(ever).hasSize(3);
            assertThat(after).hasSize(3 - settled(before)).doesNotHaveDuplicates();
            assertThat(itsm.outbox().waiting(TenantId.of("acme"))).isZero();
            assertThat(itsm.verify(TenantId.of("acme")).isIntact()).isTrue();
        } finally {
            pool.close();
        }
    }

    /** The sink took one event more than the process could note: the one it died on. */
    private static int settled(List<String> lines) {
        return (int) lines.stream()
                        .filter(line -> line.startsWith("delivered "))
                        .count()
                - 1;
    }

    private static List<String> runUntilItHangs(String address) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashingApplication.class.getName(),
                        address)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null && !line.equals("hanging"); line = out.readLine()) {
                lines.add(line);
            }
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(process.exitValue()).as("killed, not ended").isNotZero();
        return lines;
    }
}
