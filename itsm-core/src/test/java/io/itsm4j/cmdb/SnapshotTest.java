package io.itsm4j.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Items in a snapshot are known by their ids and by numbers. */
class SnapshotTest {

    private static final CiSchema SCHEMA = CiSchema.shipped();

    private static List<String> ids() {
        SplittableRandom random = new SplittableRandom(3);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            // the first half is the same in a thousand, as in ids of one millisecond
            ids.add(new UUID(0x019c_0000_0000_7000L + i / 1_000, Long.MIN_VALUE | random.nextLong() >>> 1).toString());
        }
        return ids;
    }

    @Test
    void every_item_has_a_number_of_its_own_and_what_is_no_item_has_none() {
        SnapshotBuilder builder = Snapshot.builder(SCHEMA);
        List<String> ids = ids();
        ids.forEach(builder::item);
        builder.item("vehicle:7");
        Snapshot snapshot = builder.build();

        Set<Integer> numbers = new HashSet<>();
        ids.forEach(id -> numbers.add(snapshot.number(id)));
        numbers.add(snapshot.number("vehicle:7"));
        assertThat(numbers).hasSize(3_001).allMatch(number -> number >= 0 && number <= 3_000);
        assertThat(snapshot.number(new UUID(1, 2).toString())).isEqualTo(-1);
        assertThat(snapshot.number(ids.get(0).toUpperCase(Locale.ROOT))).isEqualTo(-1);
        assertThat(snapshot.number(ids.get(0).replace('-', '_'))).isEqualTo(-1);
        assertThat(snapshot.number("vehicle:8")).isEqualTo(-1);
        assertThat(snapshot.number("")).isEqualTo(-1);
    }

    @Test
    void a_search_by_number_finds_what_the_search_by_id_finds() {
        List<String> ids = ids().subList(0, 50);
        SnapshotBuilder builder = Snapshot.builder(SCHEMA);
        ids.forEach(builder::item);
        for (int i = 1; i < ids.size(); i++) {
            builder.relation(ids.get(i), "depends-on", ids.get(i / 2), null, 0);
        }
        Snapshot snapshot = builder.build();
        SnapshotReach reach = snapshot.reach();

        for (int root = 1; root < ids.size(); root++) {
            List<String> byId = found(reach, reach.from(Direction.DOWNSTREAM, ids.get(root)));
            List<String> byNumber = found(reach, reach.from(Direction.DOWNSTREAM, snapshot.number(ids.get(root))));
            assertThat(byNumber).isEqualTo(byId);
            assertThat(byId).hasSize(below(root, ids.size()) - 1);
        }
        assertThatThrownBy(() -> reach.from(Direction.DOWNSTREAM, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<String> found(SnapshotReach reach, int count) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(reach.get(i));
        }
        return found;
    }

    /** How many stand under a node of a binary tree in rows, itself among them. */
    private static int below(int node, int size) {
        return node >= size ? 0 : 1 + below(2 * node, size) + below(2 * node + 1, size);
    }
}
