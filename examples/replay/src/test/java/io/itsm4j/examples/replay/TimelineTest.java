package io.itsm4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {

    private static final LogRows ROWS = new LogRows(ZoneId.of("UTC"));

    @TempDir
    Path folder;

    private List<Moment> merged(int chunk) {
        List<Moment> moments = new ArrayList<>();
        try (Timeline timeline = Timeline.of(new LogReader(null, 2), ROWS, folder, chunk)) {
            timeline.moments().forEachRemaining(moments::add);
        }
        return moments;
    }

    @Test
    void merges_all_rows_by_time_with_each_incident_in_its_own_order() {
        List<Moment> moments = merged(20_000);

        assertThat(moments).hasSize(2 * 5_998);
        for (int i = 1; i < moments.size(); i++) {
            assertThat(moments.get(i).at()).isAfterOrEqualTo(moments.get(i - 1).at());
        }
        assertThat(moments.stream().filter(Moment::first)).hasSize(2 * 890);
        assertThat(moments.stream().filter(Moment::last)).hasSize(2 * 890);
        assertThat(moments.stream()
                        .filter(moment -> moment.row().cell(Column.NUMBER).equals("INC0000137-2")))
                .extracting(moment -> moment.row().cell(Column.UPDATED_AT))
                .containsExactly("29-02-2016 11:10", "29-02-2016 09:52", "29-02-2016 11:03", "05-03-2016 12:00");
    }

    @Test
    void merges_the_same_by_way_of_the_disk_and_leaves_nothing_there() throws IOException {
        assertThat(merged(500)).isEqualTo(merged(20_000));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void repeats_incidents_under_numbers_of_their_own() {
        Options twice = Options.STANDARD
                .on(StoreKind.MEMORY)
                .repeated(2)
                .of(SmallLog.shipped(40).in(folder));

        Result result = ReplayTest.replayed(twice);

        assertThat(result.rows()).isEqualTo(80);
        assertThat(result.agreement().examples()).isEmpty();
    }
}
