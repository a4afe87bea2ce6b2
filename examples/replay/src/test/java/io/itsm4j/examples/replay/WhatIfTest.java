package io.itsm4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @Test
    void reads_an_agreement_from_the_command_line() {
        Trial trial = Trial.parse("1=90min,2=8h,3=2d@09:00-18:00+WAITING");
        assertThat(trial.limits())
                .isEqualTo(Map.of(
                        Priority.CRITICAL, Duration.ofMinutes(90),
                        Priority.HIGH, Duration.ofHours(8),
                        Priority.MODERATE, Duration.ofDays(2)));
        assertThat(trial.counting()).isEqualTo(new Counting("09:00-18:00", Counting.Days.WEEKDAYS, true, false));
        assertThat(Trial.parse("fitted").isFitted()).isTrue();
        for (String wrong : List.of("", "1=4", "6=4h", "1=4h@", "1=4h@18:00-09:00", "1=99999d", "1=4h,,")) {
            assertThatThrownBy(() -> Trial.parse(wrong)).as(wrong).isInstanceOf(WrongUse.class);
        }
    }

    @Test
    void finds_the_limit_behind_verdicts() {
        List<Judged> incidents = new ArrayList<>();
        Map<TicketId, Duration> times = new HashMap<>();
        for (int hours = 1; hours <= 40; hours++) {
            for (Priority priority : List.of(Priority.CRITICAL, Priority.LOW)) {
                TicketId id = new TicketId(new UUID(priority.rank(), hours).toString());
                int limit = priority == Priority.CRITICAL ? 4 : 24;
                incidents.add(new Judged(id.value(), id, priority, Instant.EPOCH, hours <= limit));
                times.put(id, Duration.ofHours(hours));
            }
        }
        Limits limits = Limits.fit(incidents, times);

        assertThat(limits.best().get(Priority.CRITICAL)).isBetween(Duration.ofHours(4), Duration.ofMinutes(299));
        assertThat(limits.least().get(Priority.LOW)).isEqualTo(Duration.ofHours(24));
        assertThat(limits.most().get(Priority.LOW)).isEqualTo(Duration.ofHours(25));
        assertThat(limits.right(incidents, times)).isEqualTo(80);
    }

    @Test
    void an_agreement_that_is_lived_through_says_what_trying_it_out_said(@TempDir Path folder) {
        Options options = Options.STANDARD
                .on(StoreKind.MEMORY)
                .of(SmallLog.shipped(900).in(folder))
                .trying(Trial.FITTED);
        Result with = new Run(options, NOWHERE, false).run();
        Tried tried = with.tried();

        assertThat(tried).isNotNull();
        assertThat(tried.lived()).isEqualTo(with.incidents());
        assertThat(tried.differing()).isZero();
        assertThat(tried.earlier().of() + tried.later().of()).isEqualTo(with.incidents());
        assertThat(tried.raw())
                .allSatisfy(rule -> assertThat(tried.earlier().right())
                        .isGreaterThanOrEqualTo(rule.earlier().right()));

        Result without = new Run(Options.STANDARD.on(StoreKind.MEMORY).of(options.log()), NOWHERE, false).run();
        assertThat(without.tried()).isNull();
        assertThat(without.seal().root()).isEqualTo(with.seal().root());
        assertThat(printed(with)).contains("What the log cannot tell");
        assertThat(printed(without)).doesNotContain("What if");
    }

    private static String printed(Result result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Report(result, new PrintStream(bytes, true, StandardCharsets.UTF_8)).print();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
