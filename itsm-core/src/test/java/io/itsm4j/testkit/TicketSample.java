package io.itsm4j.testkit;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.AffectedCi;
import io.itsm4j.ticket.Assignment;
import io.itsm4j.ticket.Channel;
import io.itsm4j.ticket.Classification;
import io.itsm4j.ticket.Content;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.Family;
import io.itsm4j.ticket.FieldValue;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.People;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.Timestamps;
import io.itsm4j.ticket.Urgency;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a ticket's record together for tests of the port; the engine is not asked whether it makes sense. */
public final class TicketSample {

    private static final PersonId ALICE = new PersonId("alice");

    private final int counter;
    private TenantId tenant = Contract.ACME;
    private String number;
    private String title;
    private State state = State.of("NEW", StateCategory.NEW);
    private long version = 1;
    private Priority priority = Priority.LOW;
    private Instant createdAt = Instant.parse("2026-03-02T09:00:00Z");
    private Instant dueAt = Due.NEVER;
    private @Nullable String group;
    private @Nullable String externalReference;
    private @Nullable String correlationKey;
    private @Nullable TicketId parent;
    private List<AffectedCi> cis = List.of();
    private Set<String> tags = Set.of();
    private Set<PersonId> watchers = Set.of();
    private final Map<String, FieldValue> fields = new HashMap<>();

    private TicketSample(int counter) {
        this.counter = counter;
        this.number = String.format(Locale.ROOT, "INC%07d", counter);
        this.title = "Printer " + counter;
    }

    /** A new incident; the counter makes its id and its number. */
    public static TicketSample ticket(int counter) {
        return new TicketSample(counter);
    }

    /** The id that a counter gives. */
    public static TicketId id(int counter) {
        return TicketId.of(String.format(Locale.ROOT, "00000000-0000-7000-8000-%012d", counter));
    }

    TicketSample in(TenantId owner) {
        tenant = owner;
        return this;
    }

    TicketSample numbered(String text) {
        number = text;
        return this;
    }

    TicketSample titled(String text) {
        title = text;
        return this;
    }

    TicketSample closed() {
        state = State.of("CLOSED", StateCategory.CLOSED);
        return this;
    }

    TicketSample atVersion(long counted) {
        version = counted;
        return this;
    }

    TicketSample rated(Priority outcome) {
        priority = outcome;
        return this;
    }

    TicketSample createdAt(Instant at) {
        createdAt = at;
        return this;
    }

    TicketSample dueAt(Instant at) {
        dueAt = at;
        return this;
    }

    TicketSample forGroup(String name) {
        group = name;
        return this;
    }

    TicketSample referring(String reference) {
        externalReference = reference;
        return this;
    }

    TicketSample correlated(@Nullable String key) {
        correlationKey = key;
        return this;
    }

    TicketSample under(int other) {
        parent = id(other);
        return this;
    }

    TicketSample touching(AffectedCi... items) {
        cis = List.of(items);
        return this;
    }

    TicketSample tagged(String... words) {
        tags = Set.of(words);
        return this;
    }

    TicketSample watchedBy(String... people) {
        watchers = Stream.of(people).map(PersonId::new).collect(Collectors.toCollection(HashSet::new));
        return this;
    }

    TicketSample field(String key, Object value, boolean indexed) {
        fields.put(key, new FieldValue(value, indexed));
        return this;
    }

    TicketRecord record() {
        return new TicketRecord(
                id(counter),
                tenant,
                number,
                "incident",
                1,
                state,
                version,
                new Content(title, ""),
                new People(ALICE, ALICE, ALICE, null, Channel.PORTAL, watchers),
                new Classification(null, null, cis, Impact.LOW, Urgency.LOW, priority, null, tags),
                new Assignment(group == null ? null : new GroupId(group), null, 1, 0, 0),
                new Timestamps(createdAt, createdAt, createdAt, ALICE, null, null, null, null, 0, null),
                new Family(parent, null),
                new Due(dueAt, dueAt.equals(Due.NEVER) ? null : "auto-close", 0),
                Set.of(),
                fields,
                null,
                externalReference,
                correlationKey,
                "",
                ChainHead.NONE,
                Incident.NEW);
    }
}
