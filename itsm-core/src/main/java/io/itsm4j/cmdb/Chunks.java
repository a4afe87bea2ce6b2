package io.itsm4j.cmdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Parts of a long list of ids, each as long as one query takes. */
final class Chunks {

    private Chunks() {}

    /** The ids in their order, at most that many in a part. */
    static List<List<String>> of(Collection<String> all, int most) {
        List<String> list = List.copyOf(all);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += most) {
            chunks.add(list.subList(from, Math.min(list.size(), from + most)));
        }
        return chunks;
    }
}
