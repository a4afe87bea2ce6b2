package io.itsm4j.ticket;

import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.FieldChange;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Declares one kind of record that is kept beside the tickets: what the journal says of it, who sees it, what it has
 * due. Everything else (transactions, locks, versions, idempotency, the chain, the outbox) is the engine's.
 *
 * @param <R> the record
 */
public final class RecordType<R extends Kept> {

    /** Makes the same record with another version at another end of its chain. */
    @FunctionalInterface
    public interface Stamp<R> {

        /** The stamped record. */
        R stamped(R record, long version, ChainHead chain);
    }

    /** Takes a person out of a record and of the rows that belong to it. */
    @FunctionalInterface
    public interface Erasing<R> {

        /**
         * The record without the person; the record itself when it does not name them.
         *
         * @param ledger looks up and replaces the rows that belong to it
         * @param pseudonym what stands where the person's id stood
         */
        R erase(Ledger ledger, R record, PersonId person, PersonId pseudonym);
    }

    /**
     * What comes due.
     *
     * @param at when, a sortable attribute; {@link Due#NEVER} for never
     * @param work what is done then, as the system, in a transaction of its own; it must move the instant
     * @param postponed the record with its instant moved, after the work has failed
     * @param held what the work holds before the record itself
     */
    record Coming<R>(
            Attribute<R, Instant> at,
            BiConsumer<Ledger, R> work,
            BiFunction<R, Instant, R> postponed,
            BiConsumer<Ledger, R> held) {}

    private final String name;
    private final RecordKind<R> kind;
    private final Attribute<R, String> id;
    private final Stamp<R> stamp;
    private final Set<Role> readBy;
    private final BiFunction<Actor, Boolean, Criterion<R>> visible;
    private final boolean journalForReaders;
    private final List<DetailField<R>> fields;
    private final Erasing<R> erasing;
    private final @Nullable Coming<R> coming;

    private RecordType(
            String name,
            RecordKind<R> kind,
            Attribute<R, String> id,
            Stamp<R> stamp,
            Set<Role> readBy,
            BiFunction<Actor, Boolean, Criterion<R>> visible,
            boolean journalForReaders,
            List<DetailField<R>> fields,
            Erasing<R> erasing,
            @Nullable Coming<R> coming) {
        this.name = name;
        this.kind = kind;
        this.id = id;
        this.stamp = stamp;
        this.readBy = Set.copyOf(readBy);
        this.visible = visible;
        this.journalForReaders = journalForReaders;
        this.fields = List.copyOf(fields);
        this.erasing = erasing;
        this.coming = coming;
    }

    /**
     * Begins a declaration: read by agents, managers and auditors, nothing journalled but events, nothing to erase,
     * nothing due.
     *
     * @param name what the journal and permissions call it, lower case with hyphens
     * @param kind how it is stored
     * @param id the attribute of its primary key
     * @param stamp makes the same record at another version
     */
    public static <R extends Kept> RecordType<R> named(
            String name, RecordKind<R> kind, Attribute<R, String> id, Stamp<R> stamp) {
        return new RecordType<>(
                name,
                kind,
                id,
                stamp,
                Set.of(Role.AGENT, Role.MANAGER, Role.AUDITOR),
                (actor, reader) -> reader ? Criterion.all() : Criterion.none(),
                false,
                List.of(),
                (ledger, record, person, pseudonym) -> record,
                null);
    }

    /** The same, read by others. */
    public RecordType<R> readBy(Role... roles) {
        return new RecordType<>(
                name, kind, id, stamp, Set.of(roles), visible, journalForReaders, fields, erasing, coming);
    }

    /**
     * The same, with another rule of who sees which.
     *
     * @param rule the condition for an actor, and whether the actor has one of the roles that read; it is added to
     *     every list, count and look-up
     */
    public RecordType<R> visible(BiFunction<Actor, Boolean, Criterion<R>> rule) {
        return new RecordType<>(name, kind, id, stamp, readBy, rule, journalForReaders, fields, erasing, coming);
    }

    /**
     * The same, whose journal only those read who have one of the roles that read. Who sees a record without such a
     * role, because it is theirs now, does not see what others had to do with it before.
     */
    public RecordType<R> journalForReaders() {
        return new RecordType<>(name, kind, id, stamp, readBy, visible, true, fields, erasing, coming);
    }

    /** The same, with one more component whose changes are journalled. */
    public RecordType<R> field(DetailField<R> field) {
        List<DetailField<R>> more = new ArrayList<>(fields);
        more.add(field);
        return new RecordType<>(name, kind, id, stamp, readBy, visible, journalForReaders, more, erasing, coming);
    }

    /** The same, with a rule that takes a person out. */
    public RecordType<R> erasing(Erasing<R> rule) {
        return new RecordType<>(name, kind, id, stamp, readBy, visible, journalForReaders, fields, rule, coming);
    }

    /**
     * The same, with something that comes due.
     *
     * @param at when, a sortable attribute; {@link Due#NEVER} for never
     * @param work what is done then, as the system, in a transaction of its own; it must move the instant
     * @param postponed the record with its instant moved, for when the work has failed
     */
    public RecordType<R> due(
            Attribute<R, Instant> at, BiConsumer<Ledger, R> work, BiFunction<R, Instant, R> postponed) {
        return due(at, work, postponed, (ledger, record) -> {});
    }

    /**
     * The same, for a record that commands reach through another one: whoever holds both begins with the same.
     *
     * @param held holds what its commands hold before the record; it sees the record as it was before it was held
     */
    public RecordType<R> due(
            Attribute<R, Instant> at,
            BiConsumer<Ledger, R> work,
            BiFunction<R, Instant, R> postponed,
            BiConsumer<Ledger, R> held) {
        return new RecordType<>(
                name,
                kind,
                id,
                stamp,
                readBy,
                visible,
                journalForReaders,
                fields,
                erasing,
                new Coming<>(at, work, postponed, held));
    }

    boolean isJournalForReaders() {
        return journalForReaders;
    }

    /** What the journal and permissions call it. */
    public String name() {
        return name;
    }

    /** How it is stored. */
    public RecordKind<R> kind() {
        return kind;
    }

    Attribute<R, String> id() {
        return id;
    }

    Set<Role> readBy() {
        return readBy;
    }

    @Nullable Coming<R> coming() {
        return coming;
    }

    Criterion<R> visibleTo(Actor actor, boolean reader) {
        return visible.apply(actor, reader);
    }

    R stamped(R record, long version, ChainHead chain) {
        return stamp.stamped(record, version, chain);
    }

    R erased(Ledger ledger, R record, PersonId person, PersonId pseudonym) {
        return erasing.erase(ledger, record, person, pseudonym);
    }

    /** What changed, in the order of declaration. */
    List<FieldChange> changes(@Nullable R before, R after) {
        List<FieldChange> changes = new ArrayList<>();
        for (DetailField<R> field : fields) {
            Object was = before == null ? null : field.canonical(before);
            Object is = field.canonical(after);
            if (!Objects.equals(was, is)) {
                changes.add(new FieldChange(field.name(), was, is));
            }
        }
        return changes;
    }

    @Override
    public String toString() {
        return name;
    }
}
