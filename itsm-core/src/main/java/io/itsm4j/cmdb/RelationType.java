package io.itsm4j.cmdb;

import java.util.ArrayList;
import java.util.List;

/**
 * A type of relation between items. Pure data; a host defines its own at run time.
 *
 * @param name how it reads from the first end, lower-case words joined by hyphens: {@code runs-on}
 * @param inverse how it reads from the second end: {@code runs}
 * @param flow which end is hit when the other fails
 * @param pairs the classes it may join; empty for any two
 * @param mostFrom how many relations of the type one item may have as first end; 0 for any number
 * @param mostTo how many relations of the type one item may have as second end; 0 for any number
 * @param isAcyclic whether following it from first to second end may never lead back
 */
public record RelationType(
        String name,
        String inverse,
        ImpactFlow flow,
        List<ClassPair> pairs,
        int mostFrom,
        int mostTo,
        boolean isAcyclic) {

    /** Copies the pairs. */
    public RelationType {
        pairs = List.copyOf(pairs);
    }

    /** A type for any classes, any number of times, without a cycle, whose first end rests on the second. */
    public static RelationType named(String name, String inverse) {
        return new RelationType(name, inverse, ImpactFlow.SECOND_HITS_FIRST, List.of(), 0, 0, true);
    }

    /** The same with another flow of impact. */
    public RelationType flowing(ImpactFlow direction) {
        return new RelationType(name, inverse, direction, pairs, mostFrom, mostTo, isAcyclic);
    }

    /** The same, joining these classes too. */
    public RelationType joining(String from, String to) {
        List<ClassPair> all = new ArrayList<>(pairs);
        all.add(ClassPair.of(from, to));
        return new RelationType(name, inverse, flow, all, mostFrom, mostTo, isAcyclic);
    }

    /** The same with a bound on how many relations an item has as first and as second end; 0 for none. */
    public RelationType atMost(int from, int to) {
        return new RelationType(name, inverse, flow, pairs, from, to, isAcyclic);
    }

    /** The same with cycles allowed. */
    public RelationType withCycles() {
        return new RelationType(name, inverse, flow, pairs, mostFrom, mostTo, false);
    }
}
