package io.itsm4j.cmdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.storage.Query;
import io.itsm4j.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More relations and states than one query gives. */
class ManyRelationsTest {

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Configuration cmdb = Itsm.builder()
            .clock(clock)
            .build()
            .as(Actor.of("acme", "carol", Role.AGENT, Role.MANAGER))
            .configuration();

    private String item(String ciClass, String name) {
        return cmdb.items().register(RegisterItem.of(ciClass, name)).id();
    }

    @Test
    void counts_every_member_of_many_groups() {
        int members = 24;
        int groups = Query.MOST / members + 20;
        List<String> servers = IntStream.range(0, members)
                .mapToObj(i -> item("server", "server " + i))
                .toList();
        List<String> applications = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            String application = item("application", "application " + i);
            applications.add(application);
            servers.forEach(server -> cmdb.relations()
                    .relate(Relate.of(application, "runs-on", server).redundantly("cluster", members - 2)));
        }

        Impact impact = cmdb.impact().analyse(ImpactQuery.failing(servers.get(0)));

        assertThat(impact.hits()).isEmpty();
        assertThat(impact.weakened())
                .hasSize(groups)
                .allMatch(weakened -> weakened.left() == members - 1 && weakened.needed() == members - 2);
        assertThat(cmdb.impact()
                        .snapshot()
                        .analyse(ImpactQuery.failing(servers.get(0)))
                        .weakened())
                .isEqualTo(impact.weakened());
        assertThat(cmdb.impact()
                        .analyse(ImpactQuery.failing(servers.get(0), servers.get(1), servers.get(2)))
                        .ids())
                .containsExactlyInAnyOrderElementsOf(applications);
    }

    @Test
    void ends_every_relation_of_a_hub_that_retires() {
        int servers = Query.MOST + 50;
        String room = item("location", "Hall");
        for (int i = 0; i < servers; i++) {
            cmdb.relations().relate(item("server", "server " + i), "located-in", room);
        }
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(1));

        cmdb.items().retire(room, RetireItem.because("pulled down").forced());

        assertThat(cmdb.impact().snapshot().relations()).isZero();
        assertThat(cmdb.impact().snapshot(before).relations()).isEqualTo(servers);
        assertThat(cmdb.baselines().difference(before, clock.instant()).isPartial())
                .isTrue();
    }

    @Test
    void tells_every_item_that_changed_however_often_it_did() {
        int items = Query.MOST / 2 + 50;
        List<String> all = IntStream.range(0, items)
                .mapToObj(i -> item("server", "server " + i))
                .toList();
        Instant before = clock.instant();
        for (int cpus : new int[] {2, 4}) {
            clock.advance(Duration.ofHours(1));
            all.forEach(id -> cmdb.items().update(id, UpdateItem.NOTHING.with("cpus", cpus)));
        }

        Difference difference = cmdb.baselines().difference(before, clock.instant());

        assertThat(difference.isPartial()).isFalse();
        assertThat(difference.items())
                .hasSize(items)
                .allMatch(change -> change.values().equals(List.of(new Difference.ValueChange("cpus", null, 4L))));
    }
}
