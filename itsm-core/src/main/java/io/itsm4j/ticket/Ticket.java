package io.itsm4j.ticket;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.lifecycle.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ticket as staff see it. Immutable: a command returns the next one. Comments, tasks, links, work logs and the
 * journal are queries of their own, never part of it.
 *
 * @param <D> what only this type of ticket has
 */
public final class Ticket<D> {

    private final TicketRecord record;
    private final D details;
    private final long resultVersion;
    private final boolean repeated;

    private Ticket(TicketRecord record, D details, long resultVersion, boolean repeated) {
        this.record = record;
        this.details = details;
        this.resultVersion = resultVersion;
        this.repeated = repeated;
    }

    static <D> Ticket<D> of(TicketType<D> type, TicketRecord record) {
        return new Ticket<>(record, type.detailsClass().cast(record.details()), record.version(), false);
    }

    static <D> Ticket<D> repeated(TicketType<D> type, TicketRecord record, long resultVersion) {
        return new Ticket<>(record, type.detailsClass().cast(record.details()), resultVersion, true);
    }

    /** Its identity. */
    public TicketId id() {
        return record.id();
    }

    /** Its tenant. */
    public TenantId tenant() {
        return record.tenant();
    }

    /** Its human number, for example {@code INC0000045}. */
    public String number() {
        return record.number();
    }

    /** The name of its type. */
    public String type() {
        return record.type();
    }

    /** Where it stands. */
    public State state() {
        return record.state();
    }

    /** The version of the lifecycle it lives by; older than the type's when it was not migrated. */
    public int lifecycleVersion() {
        return record.lifecycleVersion();
    }

    /** The domain's own counter, to be handed back with {@link CommandOptions#expecting}. */
    public long version() {
        return record.version();
    }

    /** The version that the command that returned this ticket led to; the ticket may have moved on since. */
    public long resultVersion() {
        return resultVersion;
    }

    /** Whether the command had been carried out before, under the same idempotency key. */
    public boolean repeated() {
        return repeated;
    }

    /** Its title. */
    public String title() {
        return record.content().title();
    }

    /** What it says. */
    public Content content() {
        return record.content();
    }

    /** Whom it concerns. */
    public People people() {
        return record.people();
    }

    /** Where it belongs and how pressing it is. */
    public Classification classification() {
        return record.classification();
    }

    /** Its priority. */
    public Priority priority() {
        return record.classification().priority();
    }

    /** Who works on it. */
    public Assignment assignment() {
        return record.assignment();
    }

    /** When what happened. */
    public Timestamps times() {
        return record.times();
    }

    /** Where it stands among others. */
    public Family family() {
        return record.family();
    }

    /** What it has due next. */
    public Due due() {
        return record.due();
    }

    /** The groups that alone may see it; empty means no restriction. */
    public Set<GroupId> restrictedTo() {
        return record.restrictedTo();
    }

    /** Custom fields by key. */
    public Map<String, FieldValue> fields() {
        return record.fields();
    }

    /** Why it waits, when it does. */
    public Optional<String> pendingReason() {
        return Optional.ofNullable(record.pendingReason());
    }

    /** Its number in another system, when it came from one. */
    public Optional<String> externalReference() {
        return Optional.ofNullable(record.externalReference());
    }

    /** What only its type has. */
    public D details() {
        return details;
    }

    TicketRecord record() {
        return record;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ticket<?> ticket && ticket.record.equals(record);
    }

    @Override
    public int hashCode() {
        return record.id().hashCode();
    }

    @Override
    public String toString() {
        return record.number() + " (" + record.state().label() + ")";
    }
}
