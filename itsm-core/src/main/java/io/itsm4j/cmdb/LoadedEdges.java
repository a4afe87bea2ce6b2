package io.itsm4j.cmdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The relations that lead away from some items, all read before an analysis walks over them. */
final class LoadedEdges implements Edges {

    private final Edges store;
    private final Map<String, List<Edge>> bySource;

    /**
     * Takes them over.
     *
     * @param store asked for groups
     * @param edges every relation that leads away from what the analysis can come to
     */
    LoadedEdges(Edges store, List<Edge> edges) {
        this.store = store;
        this.bySource = edges.stream().collect(Collectors.groupingBy(Edge::source));
    }

    @Override
    public List<Edge> leaving(Collection<String> items, long most) {
        List<Edge> leaving = new ArrayList<>();
        for (String item : items) {
            leaving.addAll(bySource.getOrDefault(item, List.of()));
            if (leaving.size() > most) {
                break;
            }
        }
        return leaving;
    }

    @Override
    public Map<String, Group> groups(Collection<String> keys) {
        return store.groups(keys);
    }
}
