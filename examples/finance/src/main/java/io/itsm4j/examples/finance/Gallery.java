package io.itsm4j.examples.finance;

import io.itsm4j.cmdb.GraphPicture;
import io.itsm4j.cmdb.Impact;
import io.itsm4j.cmdb.Weakened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws analyses and puts the pictures into a folder. */
final class Gallery {

    private final Office office;
    private final Path folder;
    private final Teller tell;
    private final Checks checks;

    Gallery(Office office, Path folder, Teller tell, Checks checks) {
        this.office = office;
        this.folder = folder;
        this.tell = tell;
        this.checks = checks;
    }

    void failure(String file, String title, Impact impact) {
        hang(
                file,
                new Drawing(
                        title,
                        "Red failed, orange is hit, yellow has lost one of several; dashed lines are redundant.",
                        Drawing.Look.FAILURE,
                        withWeakened(impact)));
    }

    void foundation(String file, String title, Impact impact) {
        hang(
                file,
                new Drawing(
                        title,
                        "From left to right each rests on the next; dashed lines are redundant.",
                        Drawing.Look.FOUNDATION,
                        office.cmdb().impact().picture(impact)));
    }

    private void hang(String file, Drawing drawing) {
        List<Drawing.Box> boxes = drawing.boxes();
        for (Drawing.Box box : boxes) {
            checks.that(
                    "boxes over " + box.node().label() + " in " + file,
                    boxes.stream().filter(box::meets).count(),
                    1L);
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), drawing.svg());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        tell.say("drawn: " + folder.resolve(file));
    }

    /** What is not hit, but has lost some of what it rests on, stands behind what it lost. */
    private GraphPicture withWeakened(Impact impact) {
        GraphPicture picture = office.cmdb().impact().picture(impact);
        Set<String> drawn = picture.nodes().stream().map(GraphPicture.Node::id).collect(Collectors.toSet());
        List<GraphPicture.Node> nodes = new ArrayList<>(picture.nodes());
        List<GraphPicture.Edge> edges = new ArrayList<>(picture.edges());
        for (Weakened weak : impact.weakened()) {
            if (nodes.stream().noneMatch(node -> node.id().equals(weak.ci()))) {
                var item = office.cmdb().items().get(weak.ci());
                nodes.add(new GraphPicture.Node(item.id(), item.name(), item.ciClass(), -1));
            }
            office.cmdb().relations().of(weak.ci(), impact.query().asOf()).stream()
                    .filter(relation -> weak.group().equals(relation.group())
                            && relation.from().equals(weak.ci())
                            && drawn.contains(relation.to()))
                    .forEach(relation -> edges.add(
                            new GraphPicture.Edge(relation.from(), relation.type(), relation.to(), relation.group())));
        }
        return new GraphPicture(nodes, edges);
    }
}
