package io.itsm4j.cmdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class of configuration items. Pure data: a host defines its own at run time, and a new definition of a known class
 * is a new revision of it. A class has the attributes and the identifiers of its ancestors too.
 *
 * @param name lower-case words joined by hyphens, at most 40 characters
 * @param parent the class it is a kind of, or null for {@code item}
 * @param isAbstract whether items are of its descendants only
 * @param attributes what its items have beyond those of its ancestors
 * @param identifiers each one a set of keys whose values together are unique among the items of this class and its
 *     descendants; the keys are attributes, or {@code name}, {@code environment} and {@code location}
 * @param lifecycle the statuses, or null for the parent's
 */
public record CiClass(
        String name,
        @Nullable String parent,
        boolean isAbstract,
        List<CiAttribute> attributes,
        List<List<String>> identifiers,
        @Nullable CiLifecycle lifecycle) {

    /** The name of the class that every other one descends from. */
    public static final String ITEM = "item";

    /** Copies the lists. */
    public CiClass {
        attributes = List.copyOf(attributes);
        identifiers = identifiers.stream().map(List::copyOf).toList();
    }

    /** A class directly below {@code item}. */
    public static CiClass named(String name) {
        return new CiClass(name, ITEM, false, List.of(), List.of(), null);
    }

    /** The same below another class. */
    public CiClass under(String ancestor) {
        return new CiClass(name, ancestor, isAbstract, attributes, identifiers, lifecycle);
    }

    /** The same, without items of its own. */
    public CiClass asAbstract() {
        return new CiClass(name, parent, true, attributes, identifiers, lifecycle);
    }

    /** The same with further attributes; one of a key that is there already replaces it. */
    public CiClass with(CiAttribute... more) {
        List<CiAttribute> all = new ArrayList<>(attributes);
        for (CiAttribute attribute : more) {
            all.removeIf(old -> old.key().equals(attribute.key()));
            all.add(attribute);
        }
        return new CiClass(name, parent, isAbstract, all, identifiers, lifecycle);
    }

    /** The same without some attributes. */
    public CiClass without(String... keys) {
        List<CiAttribute> all = new ArrayList<>(attributes);
        all.removeIf(old -> Arrays.asList(keys).contains(old.key()));
        return new CiClass(name, parent, isAbstract, all, identifiers, lifecycle);
    }

    /** The same, told apart by these keys together, beside what it is told apart by already. */
    public CiClass identifiedBy(String... keys) {
        List<List<String>> all = new ArrayList<>(identifiers);
        all.add(List.of(keys));
        return new CiClass(name, parent, isAbstract, attributes, all, lifecycle);
    }

    /** The same with statuses of its own. */
    public CiClass living(CiLifecycle statuses) {
        return new CiClass(name, parent, isAbstract, attributes, identifiers, statuses);
    }
}
