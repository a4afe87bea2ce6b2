package io.itsm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdSourceTest {

    /** 2026-11-23T08:00:00Z is 1,795,420,800,000 milliseconds after the epoch, 0x1a2076b4400. */
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void ids_begin_with_the_milliseconds_and_say_version_7() {
        String id = IdSource.secure().next(NOW);

        assertThat(id).matches("01a2076b-4400-7000-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void ids_sort_in_the_order_they_were_made_even_when_the_clock_goes_back() {
        IdSource ids = IdSource.secure();

        String first = ids.next(NOW);
        String second = ids.next(NOW.minusSeconds(60));

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void the_same_seed_gives_the_same_ids_and_salts() {
        IdSource one = IdSource.seeded(7);
        IdSource other = IdSource.seeded(7);

        assertThat(one.next(NOW)).isEqualTo(other.next(NOW));
        assertThat(one.salt()).isEqualTo(other.salt()).matches("[0-9a-f]{32}");
    }

    @Test
    void secure_bytes_are_never_given_out_twice() {
        IdSource ids = IdSource.secure();
        Set<Long> random = new HashSet<>();
        Set<String> salts = new HashSet<>();

        for (int i = 0; i < 1_000; i++) { // several buffers
            random.add(UUID.fromString(ids.next(NOW)).getLeastSignificantBits());
            salts.add(ids.salt());
        }

        assertThat(random).hasSize(1_000);
        assertThat(salts).hasSize(1_000);
    }
}
