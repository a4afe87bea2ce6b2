package io.itsm4j.storage;

import io.itsm4j.actor.TenantId;
import java.util.List;
import java.util.Set;

/**
 * A question about records that lead from one key to another, such as relations: which keys are in reach of some,
 * however many steps away.
 *
 * @param <R> the record that leads from a key to another
 * @param kind the kind of these records
 * @param tenant whose records
 * @param places the kind of the records that the keys it begins with belong to
 * @param roots the keys it begins with, at least one; those that are no such record are passed over
 * @param holding which records lead anywhere at all
 * @param ways how they lead; none leads from a key to the same key
 * @param most how many keys are wanted at most, those it begins with not counted
 */
public record Reach<R>(
        RecordKind<R> kind,
        TenantId tenant,
        RecordKind<?> places,
        Set<String> roots,
        Criterion<R> holding,
        List<Way<R>> ways,
        int most) {

    /**
     * One way in which records lead from a key to another.
     *
     * @param <R> the record
     * @param here where the key stands that it leads from
     * @param there where the key stands that it leads to
     * @param condition which records lead this way
     */
    public record Way<R>(Attribute<R, String> here, Attribute<R, String> there, Criterion<R> condition) {}

    /** Copies the collections. */
    public Reach {
        roots = Set.copyOf(roots);
        ways = List.copyOf(ways);
    }
}
