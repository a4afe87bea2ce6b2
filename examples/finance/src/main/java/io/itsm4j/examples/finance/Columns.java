package io.itsm4j.examples.finance;

import io.itsm4j.cmdb.GraphPicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sorts the items of a picture into columns, and each column so that lines cross seldom. */
final class Columns {

    private static final int SWEEPS = 4;

    private final GraphPicture picture;
    private final Map<String, Set<String>> neighbours = new HashMap<>();
    private final Map<String, Integer> column = new HashMap<>();

    Columns(GraphPicture picture) {
        this.picture = picture;
        picture.edges().forEach(edge -> {
            neighbours.computeIfAbsent(edge.from(), id -> new HashSet<>()).add(edge.to());
            neighbours.computeIfAbsent(edge.to(), id -> new HashSet<>()).add(edge.from());
        });
    }

    List<List<GraphPicture.Node>> inOrder() {
        TreeMap<Integer, List<GraphPicture.Node>> columns = new TreeMap<>();
        picture.nodes().stream().filter(node -> node.depth() >= 0).forEach(node -> column.put(node.id(), node.depth()));
        for (GraphPicture.Node node : picture.nodes()) {
            int at = column.computeIfAbsent(node.id(), this::behind);
            columns.computeIfAbsent(at, depth -> new ArrayList<>()).add(node);
        }
        List<List<GraphPicture.Node>> all = new ArrayList<>(columns.values());
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (List<GraphPicture.Node> one : all) {
                sort(one, places(all));
            }
        }
        return all;
    }

    /** What is weakened stands behind all that it has lost. */
    private int behind(String id) {
        return 1
                + neighbours.getOrDefault(id, Set.of()).stream()
                        .mapToInt(other -> column.getOrDefault(other, 0))
                        .max()
                        .orElse(0);
    }

    private static Map<String, Double> places(List<List<GraphPicture.Node>> all) {
        Map<String, Double> places = new HashMap<>();
        for (List<GraphPicture.Node> one : all) {
            for (int i = 0; i < one.size(); i++) {
                places.put(one.get(i).id(), (i + 0.5) / one.size());
            }
        }
        return places;
    }

    private void sort(List<GraphPicture.Node> one, Map<String, Double> places) {
        Map<String, Double> wanted = new HashMap<>();
        for (GraphPicture.Node node : one) {
            wanted.put(
                    node.id(),
                    neighbours.getOrDefault(node.id(), Set.of()).stream()
                            .mapToDouble(other -> places.getOrDefault(other, 0.5))
                            .average()
                            .orElse(0.5));
        }
        one.sort(Comparator.comparing((GraphPicture.Node node) -> wanted.getOrDefault(node.id(), 0.5))
                .thenComparing(GraphPicture.Node::label));
    }
}
