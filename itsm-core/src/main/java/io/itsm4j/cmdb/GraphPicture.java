package io.itsm4j.cmdb;

import io.itsm4j.journal.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of the graph, to be drawn. The same picture always gives the same text.
 *
 * @param nodes the items, in the order in which they are written
 * @param edges the relations between them
 */
public record GraphPicture(List<Node> nodes, List<Edge> edges) {

    /**
     * An item of the picture.
     *
     * @param id the item's id
     * @param label what people know it by
     * @param ciClass its class
     * @param depth how far it is from the roots: 0 for a root, -1 for one that was not arrived at
     */
    public record Node(String id, String label, String ciClass, int depth) {}

    /**
     * A relation of the picture.
     *
     * @param from the id of the first end
     * @param type the type
     * @param to the id of the second end
     * @param group the redundancy group, or null
     */
    public record Edge(
            String from, String type, String to, @Nullable String group) {}

    /** Copies the lists. */
    public GraphPicture {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** The picture in the language of Mermaid; roots are red, what was arrived at is orange. */
    public String mermaid() {
        Map<String, String> names = names();
        StringBuilder text = new StringBuilder("flowchart LR\n");
        for (Node node : nodes) {
            text.append("    ").append(names.get(node.id())).append("[\"");
            text.append(escaped(node.label())).append("<br/><small>").append(escaped(node.ciClass()));
            text.append("</small>\"]").append(style(node)).append('\n');
        }
        for (Edge edge : drawn(names)) {
            text.append("    ").append(names.get(edge.from())).append(" -->|\"").append(escaped(label(edge)));
            text.append("\"| ").append(names.get(edge.to())).append('\n');
        }
        text.append("    classDef root fill:#f8d7da,stroke:#b02a37,color:#000\n");
        return text.append("    classDef hit fill:#ffe5d0,stroke:#ca6510,color:#000\n")
                .toString();
    }

    /** The picture in the language of Graphviz. */
    public String dot() {
        Map<String, String> names = names();
        StringBuilder text = new StringBuilder("digraph items {\n    rankdir=LR;\n    node [shape=box];\n");
        for (Node node : nodes) {
            text.append("    ").append(names.get(node.id())).append(" [label=").append(quoted(node.label()));
            text.append(", tooltip=").append(quoted(node.ciClass()));
            text.append(
                    node.depth() < 0 ? "" : ", style=filled, fillcolor=" + (node.depth() == 0 ? "salmon" : "orange"));
            text.append("];\n");
        }
        for (Edge edge : drawn(names)) {
            text.append("    ").append(names.get(edge.from())).append(" -> ").append(names.get(edge.to()));
            text.append(" [label=").append(quoted(label(edge))).append("];\n");
        }
        return text.append("}\n").toString();
    }

    /**
     * The picture as JSON: {@code nodes} with id, label, class and depth, {@code edges} with from, type, to and group.
     */
    public String json() {
        List<Object> drawnNodes = new ArrayList<>();
        nodes.forEach(node -> drawnNodes.add(
                Map.of("id", node.id(), "label", node.label(), "class", node.ciClass(), "depth", (long) node.depth())));
        List<Object> drawnEdges = new ArrayList<>();
        for (Edge edge : edges) {
            Map<String, Object> drawn = new LinkedHashMap<>();
            drawn.put("from", edge.from());
            drawn.put("type", edge.type());
            drawn.put("to", edge.to());
            if (edge.group() != null) {
                drawn.put("group", edge.group());
            }
            drawnEdges.add(drawn);
        }
        return CanonicalJson.write(Map.of("nodes", drawnNodes, "edges", drawnEdges));
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        nodes.forEach(node -> names.putIfAbsent(node.id(), "n" + names.size()));
        return names;
    }

    /** Only what has both ends in the picture. */
    private List<Edge> drawn(Map<String, String> names) {
        return edges.stream()
                .filter(edge -> names.containsKey(edge.from()) && names.containsKey(edge.to()))
                .toList();
    }

    private static String label(Edge edge) {
        return edge.group() == null ? edge.type() : edge.type() + " (" + edge.group() + ")";
    }

    private static String style(Node node) {
        return node.depth() < 0 ? "" : node.depth() == 0 ? ":::root" : ":::hit";
    }

    /** Mermaid knows numeric entities only; everything that means something to it or to HTML becomes one. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                safe.append(' ');
            } else if ("\"#&<>;`|[]{}()\\".indexOf(c) >= 0) {
                safe.append('#').append(c).append(';');
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    private static String quoted(String text) {
        String oneLine = text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return '"' + oneLine.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
