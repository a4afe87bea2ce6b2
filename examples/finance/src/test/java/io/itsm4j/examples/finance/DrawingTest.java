package io.itsm4j.examples.finance;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.cmdb.GraphPicture;
import io.itsm4j.cmdb.GraphPicture.Edge;
import io.itsm4j.cmdb.GraphPicture.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static Map<String, Drawing.Box> places(GraphPicture picture) {
        Map<String, Drawing.Box> places = new HashMap<>();
        new Drawing("title", "caption", Drawing.Look.FAILURE, picture)
                .boxes()
                .forEach(box -> places.put(box.node().id(), box));
        return places;
    }

    @Test
    void no_box_lies_over_another_and_each_is_wide_enough_for_its_words() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            nodes.add(new Node("n" + i, "item ".repeat(1 + i % 5), "class", i % 7));
            edges.add(new Edge("n" + i, "runs-on", "n" + i * 7 % 60, null));
        }

        List<Drawing.Box> boxes =
                List.copyOf(places(new GraphPicture(nodes, edges)).values());

        assertThat(boxes).hasSize(60);
        assertThat(boxes).allSatisfy(box -> {
            assertThat(boxes.stream().filter(box::meets)).containsExactly(box);
            assertThat(box.width()).isGreaterThan(7.0 * box.node().label().length());
        });
    }

    @Test
    void each_step_away_stands_further_right_and_what_is_weakened_behind_what_it_lost() {
        GraphPicture picture = new GraphPicture(
                List.of(
                        new Node("rack", "Rack", "location", 0),
                        new Node("one", "web-1", "server", 1),
                        new Node("farm", "Farm", "middleware", -1)),
                List.of(new Edge("one", "located-in", "rack", null), new Edge("farm", "runs-on", "one", "farm")));

        Map<String, Drawing.Box> places = places(picture);

        assertThat(places.get("one").x())
                .isGreaterThan(places.get("rack").x() + places.get("rack").width());
        assertThat(places.get("farm").x())
                .isGreaterThan(places.get("one").x() + places.get("one").width());
    }

    @Test
    void words_are_never_taken_for_markup() {
        String svg = new Drawing(
                        "a & b",
                        "caption",
                        Drawing.Look.FOUNDATION,
                        new GraphPicture(List.of(new Node("n", "<script>", "class", 0)), List.of()))
                .svg();

        assertThat(svg).contains("a &amp; b", "&lt;script&gt;").doesNotContain("<script>");
    }
}
