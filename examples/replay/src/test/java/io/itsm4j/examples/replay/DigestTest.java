package io.itsm4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal of a replay is the same, hash by hash, wherever it is kept. A part of the log does. */
class DigestTest {

    private static final int INCIDENTS = "full".equals(System.getProperty("itsm.test.size")) ? 400 : 120;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = "MEMORY", mode = EnumSource.Mode.EXCLUDE)
    void a_database_keeps_the_same_journal_as_memory(StoreKind database) {
        Options part = Options.STANDARD.of(SmallLog.shipped(INCIDENTS).in(folder));

        Result kept = ReplayTest.replayed(part.on(database));

        assertThat(kept.agreement().examples()).isEmpty();
        assertThat(kept.seal().root())
                .isEqualTo(ReplayTest.replayed(part.on(StoreKind.MEMORY)).seal().root());
    }

    @Test
    void another_zone_gives_another_journal_and_the_same_agreement() {
        Options part = Options.STANDARD
                .on(StoreKind.MEMORY)
                .of(SmallLog.shipped(INCIDENTS).in(folder));

        Result here = ReplayTest.replayed(part);
        Result there = ReplayTest.replayed(part.in(ZoneId.of("America/Sao_Paulo")));

        assertThat(there.seal().root()).isNotEqualTo(here.seal().root());
        assertThat(there.agreement().isWhole()).isTrue();
        assertThat(there.agreement().of(Check.RESOLVED).agreed())
                .isEqualTo(here.agreement().of(Check.RESOLVED).agreed());
    }
}
