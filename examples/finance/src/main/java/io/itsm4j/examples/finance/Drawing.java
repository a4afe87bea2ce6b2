package io.itsm4j.examples.finance;

import io.itsm4j.cmdb.GraphPicture;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Draws a graph as SVG, with nothing but text: a column for each step away from where it begins, the items of a column
 * below each other, near what they hang on. Relations run behind the boxes and are told apart by colour.
 */
final class Drawing {

    private static final double CHARACTER = 7.8;
    private static final int HEIGHT = 38;
    private static final int GAP = 14;
    private static final int BETWEEN = 90;
    private static final int MARGIN = 24;
    private static final int HEAD = 64;
    private static final int FOOT = 44;
    private static final String OTHER = "#495057";
    private static final Map<String, String> COLOURS = Map.of(
            "connects-through", "#1f6f8b",
            "depends-on", "#b02a37",
            "located-in", "#6f42c1",
            "runs-on", "#2b8a3e",
            "stored-on", "#d63384",
            "uses", "#ca6510");

    /** A box: where it is and what stands in it. */
    record Box(GraphPicture.Node node, double x, double y, double width) {

        boolean meets(Box other) {
            return x < other.x + other.width && other.x < x + width && y < other.y + HEIGHT && other.y < y + HEIGHT;
        }
    }

    /** How the boxes look: what the picture begins with, what it arrives at, and what stands beside it. */
    enum Look {
        FAILURE("#f8d7da", "#b02a37", "#ffe5d0", "#ca6510"),
        FOUNDATION("#cfe2ff", "#0a58ca", "#eef4ff", "#6ea8fe");

        private final String rootFill;
        private final String rootEdge;
        private final String fill;
        private final String edge;

        Look(String rootFill, String rootEdge, String fill, String edge) {
            this.rootFill = rootFill;
            this.rootEdge = rootEdge;
            this.fill = fill;
            this.edge = edge;
        }
    }

    private final String title;
    private final String caption;
    private final Look look;
    private final GraphPicture picture;
    private final Map<String, Box> boxes = new HashMap<>();
    private final List<String> types;
    private double width;
    private double height;

    Drawing(String title, String caption, Look look, GraphPicture picture) {
        this.title = title;
        this.caption = caption;
        this.look = look;
        this.picture = picture;
        this.types = List.copyOf(new TreeSet<>(
                picture.edges().stream().map(GraphPicture.Edge::type).toList()));
        place();
    }

    /** The boxes, for whoever wants to make sure that none lies over another. */
    List<Box> boxes() {
        return List.copyOf(boxes.values());
    }

    private void place() {
        List<List<GraphPicture.Node>> columns = new Columns(picture).inOrder();
        int most = columns.stream().mapToInt(List::size).max().orElse(0);
        double body = most * (HEIGHT + GAP) - GAP;
        double x = MARGIN;
        for (List<GraphPicture.Node> column : columns) {
            double widest = column.stream().mapToDouble(Drawing::width).max().orElse(0);
            double y = HEAD + (body - (column.size() * (HEIGHT + GAP) - GAP)) / 2;
            for (GraphPicture.Node node : column) {
                boxes.put(node.id(), new Box(node, x, y, widest));
                y += HEIGHT + GAP;
            }
            x += widest + BETWEEN;
        }
        double legend = types.stream().mapToDouble(Drawing::entry).sum() + 2.0 * MARGIN;
        double words = Math.max(title.length() * 9.5, caption.length() * CHARACTER) + 2.0 * MARGIN;
        width = Math.max(Math.max(x - BETWEEN + MARGIN, legend), words);
        height = HEAD + body + FOOT;
    }

    private static double width(GraphPicture.Node node) {
        return Math.max(node.label().length(), node.ciClass().length()) * CHARACTER + 20;
    }

    private static double entry(String type) {
        return 36 + type.length() * CHARACTER + 18;
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n",
                width, height, width, height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        text(svg, MARGIN, 26, "font-size=\"16\" font-weight=\"bold\"", title);
        text(svg, MARGIN, 46, "fill=\"#495057\"", caption);
        Set<String> lines = new TreeSet<>();
        picture.edges().forEach(edge -> lines.add(line(edge)));
        lines.forEach(svg::append);
        boxes.values().stream()
                .sorted(Comparator.comparingDouble(Box::x).thenComparingDouble(Box::y))
                .forEach(box -> draw(svg, box));
        legend(svg);
        return svg.append("</svg>\n").toString();
    }

    private String line(GraphPicture.Edge edge) {
        Box one = boxes.get(edge.from());
        Box other = boxes.get(edge.to());
        if (one == null || other == null) {
            return "";
        }
        Box near = one.x() <= other.x() ? one : other;
        Box far = near.equals(one) ? other : one;
        double x1 = near.x() + near.width();
        double y1 = near.y() + HEIGHT / 2.0;
        boolean beside = near.x() == far.x();
        double x2 = beside ? far.x() + far.width() : far.x();
        double y2 = far.y() + HEIGHT / 2.0;
        double bend = beside ? x1 + BETWEEN * 0.6 : (x1 + x2) / 2;
        return of(
                "<path d=\"M%.1f,%.1f C%.1f,%.1f %.1f,%.1f %.1f,%.1f\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"%s/>%n",
                x1,
                y1,
                bend,
                y1,
                bend,
                y2,
                x2,
                y2,
                colour(edge.type()),
                edge.group() == null ? "" : " stroke-dasharray=\"6 4\"");
    }

    private static String colour(String type) {
        return COLOURS.getOrDefault(type, OTHER);
    }

    private void draw(StringBuilder svg, Box box) {
        GraphPicture.Node node = box.node();
        String fill = node.depth() == 0 ? look.rootFill : node.depth() < 0 ? "#fff3cd" : look.fill;
        String edge = node.depth() == 0 ? look.rootEdge : node.depth() < 0 ? "#997404" : look.edge;
        svg.append(of(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"5\" fill=\"%s\" stroke=\"%s\"/>%n",
                box.x(), box.y(), box.width(), HEIGHT, fill, edge));
        double middle = box.x() + box.width() / 2;
        text(svg, middle, box.y() + 16, "text-anchor=\"middle\" font-weight=\"bold\"", node.label());
        text(
                svg,
                middle,
                box.y() + 30,
                "text-anchor=\"middle\" font-size=\"10\" fill=\"#495057\"",
                node.depth() < 0 ? node.ciClass() + ", weakened" : node.ciClass());
    }

    private void legend(StringBuilder svg) {
        double x = MARGIN;
        double y = height - 18;
        for (String type : types) {
            svg.append(of(
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                    x, y - 4, x + 26, y - 4, colour(type)));
            text(svg, x + 32, y, "fill=\"#212529\"", type);
            x += entry(type);
        }
    }

    private static void text(StringBuilder svg, double x, double y, String style, String words) {
        String safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        svg.append(of("<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>%n", x, y, style, safe));
    }

    private static String of(String form, Object... values) {
        return String.format(Locale.ROOT, form, values).replace(System.lineSeparator(), "\n");
    }
}
