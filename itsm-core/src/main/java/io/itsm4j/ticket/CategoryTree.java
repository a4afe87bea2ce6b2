package io.itsm4j.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The categories tickets may be put in, as paths: {@code network}, {@code network/vpn}. Naming a path makes its parents
 * too.
 */
public final class CategoryTree {

    /** Any path is a category. */
    public static final CategoryTree OPEN = new CategoryTree(Set.of(), true);

    private final Set<String> paths;
    private final boolean open;

    private CategoryTree(Set<String> paths, boolean open) {
        this.paths = paths;
        this.open = open;
    }

    /** A tree of these paths. */
    public static CategoryTree of(String... paths) {
        return of(List.of(paths));
    }

    /**
     * A tree of these paths.
     *
     * @throws IllegalArgumentException when a path is blank, has an empty step, or is deeper than ten
     */
    public static CategoryTree of(Collection<String> paths) {
        Set<String> all = new TreeSet<>();
        for (String path : paths) {
            String[] steps = path.split("/", -1);
            boolean broken = steps.length > 10 || List.of(steps).stream().anyMatch(String::isBlank);
            if (broken) {
                throw new IllegalArgumentException("a category path has 1 to 10 steps and none is blank: " + path);
            }
            for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
                all.add(path.substring(0, end));
            }
            all.add(path);
        }
        return new CategoryTree(all, false);
    }

    /** Whether tickets may be put there. */
    public boolean contains(String path) {
        return open || paths.contains(path);
    }

    /** The steps right below a path; below the empty path, the top ones. */
    public List<String> children(String path) {
        String prefix = path.isEmpty() ? "" : path + "/";
        return paths.stream()
                .filter(p ->
                        p.startsWith(prefix) && p.length() > prefix.length() && p.indexOf('/', prefix.length()) < 0)
                .toList();
    }
}
