package io.itsm4j.ticket;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.EventSink;
import io.itsm4j.journal.FieldChange;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.UnitOfWork;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Works out from an event whom it concerns, as the ticket is now, and hands that to the notifier. Nobody is told of a
 * restricted ticket who may not see it.
 */
public final class NotifyingSink {

    /** Whom an event concerns. */
    private enum Audience {
        REQUESTER,
        WATCHERS,
        ASSIGNEE,
        GROUP
    }

    private static final Map<String, Set<Audience>> AUDIENCES = Map.ofEntries(
            Map.entry("TicketOpened", Set.of(Audience.REQUESTER, Audience.GROUP, Audience.ASSIGNEE)),
            Map.entry("TicketAssigned", Set.of(Audience.GROUP, Audience.ASSIGNEE)),
            Map.entry("TicketEscalated", Set.of(Audience.GROUP, Audience.ASSIGNEE)),
            Map.entry("RequesterReplied", Set.of(Audience.ASSIGNEE, Audience.GROUP)),
            Map.entry("TicketResponded", Set.of(Audience.REQUESTER, Audience.WATCHERS)),
            Map.entry("TicketHeld", Set.of(Audience.REQUESTER, Audience.WATCHERS)),
            Map.entry("CallerReminded", Set.of(Audience.REQUESTER)),
            Map.entry("WorkaroundProvided", Set.of(Audience.REQUESTER, Audience.WATCHERS)),
            Map.entry("TicketResolved", Set.of(Audience.REQUESTER, Audience.WATCHERS)),
            Map.entry("TicketReopened", Set.of(Audience.ASSIGNEE, Audience.GROUP, Audience.WATCHERS)),
            Map.entry("TicketClosed", Set.of(Audience.REQUESTER, Audience.WATCHERS)),
            Map.entry("TicketCancelled", Set.of(Audience.REQUESTER, Audience.WATCHERS, Audience.ASSIGNEE)),
            Map.entry("MajorIncidentAccepted", Set.of(Audience.REQUESTER, Audience.WATCHERS, Audience.GROUP)),
            Map.entry("FixingChangeEnded", Set.of(Audience.ASSIGNEE, Audience.GROUP)),
            Map.entry("FixingChangesDone", Set.of(Audience.ASSIGNEE, Audience.GROUP)),
            Map.entry("RiskReviewDue", Set.of(Audience.ASSIGNEE, Audience.GROUP)),
            Map.entry("RequestRejected", Set.of(Audience.REQUESTER, Audience.WATCHERS)),
            Map.entry("RequestFulfilled", Set.of(Audience.REQUESTER, Audience.WATCHERS)),
            Map.entry("PurchaseRejected", Set.of(Audience.REQUESTER, Audience.WATCHERS)),
            Map.entry("PurchaseReceived", Set.of(Audience.REQUESTER, Audience.WATCHERS)),
            Map.entry("DeliveryOverdue", Set.of(Audience.ASSIGNEE, Audience.GROUP)),
            Map.entry("DeliveryEscalated", Set.of(Audience.ASSIGNEE, Audience.GROUP)),
            Map.entry("MajorIncidentCommunicated", Set.of(Audience.REQUESTER, Audience.WATCHERS)));

    private final Engine engine;
    private final Notifier notifier;
    private final Map<String, RecordAudience> records;

    private NotifyingSink(Engine engine, Notifier notifier, Map<String, RecordAudience> records) {
        this.engine = engine;
        this.notifier = notifier;
        this.records = Map.copyOf(records);
    }

    /**
     * A sink that feeds the host's sink and the notifier, each when there is one.
     *
     * @param records who works out whom the events of kept records concern, by the kind of record
     */
    public static EventSink of(
            Engine engine, @Nullable EventSink sink, @Nullable Notifier notifier, Map<String, RecordAudience> records) {
        NotifyingSink telling = notifier == null ? null : new NotifyingSink(engine, notifier, records);
        return event -> {
            if (sink != null) {
                sink.accept(event);
            }
            if (telling != null) {
                telling.hear(event);
            }
        };
    }

    private void hear(DomainEvent event) {
        RecordAudience audience = records.get(event.subjectKind());
        if (event.subjectKind().equals("ticket")) {
            tell(event);
        } else if (audience != null) {
            tell(event, audience);
        }
    }

    private void tell(DomainEvent event, RecordAudience audience) {
        Acting system = Acting.system(event.tenant());
        engine.parts()
                .store()
                .inNewTransaction(work -> {
                    Ledger ledger = Ledger.reading(new Books(engine, work), system, engine.now());
                    return audience.of(ledger, event).map(told -> notification(work, event, told));
                })
                .filter(notification -> !notification.people().isEmpty())
                .ifPresent(notifier::tell);
    }

    private Notification notification(UnitOfWork work, DomainEvent event, RecordAudience.Told told) {
        boolean isTicket = engine.known().stream().anyMatch(type -> type.name().equals(told.kind()));
        Set<PersonId> people = new HashSet<>(told.people());
        people.remove(event.actor());
        people.remove(PersonId.SYSTEM);
        RequesterView ticket = isTicket
                ? work.find(TicketAttributes.KIND, event.tenant(), told.id(), Lock.NONE)
                        .filter(found ->
                                people.stream().allMatch(person -> engine.gate().mayHear(found, person)))
                        .map(RequesterView::of)
                        .orElse(null)
                : null;
        return new Notification(event.id(), told.label(), ticket, event, people, Set.of());
    }

    private void tell(DomainEvent event) {
        Optional<TicketRecord> found = engine.parts()
                .store()
                .inNewTransaction(
                        work -> work.find(TicketAttributes.KIND, event.tenant(), event.subjectId(), Lock.NONE));
        if (found.isEmpty()) {
            return;
        }
        TicketRecord ticket = found.get();
        Set<Audience> audiences = audiences(event);
        Set<PersonId> people = new HashSet<>();
        Set<GroupId> groups = new HashSet<>();
        if (audiences.contains(Audience.REQUESTER)) {
            people.add(ticket.people().requester());
            people.add(ticket.people().openedFor());
        }
        if (audiences.contains(Audience.WATCHERS)) {
            people.addAll(ticket.people().watchers());
        }
        PersonId assignee = ticket.assignment().assignee();
        if (audiences.contains(Audience.ASSIGNEE) && assignee != null) {
            people.add(assignee);
        }
        GroupId group = ticket.assignment().group();
        if (audiences.contains(Audience.GROUP) && group != null) {
            groups.add(group);
        }
        if (isTold(event, "MANAGER") && assignee != null) {
            engine.gate().person(event.tenant(), assignee).map(Person::manager).ifPresent(people::add);
        }
        if (event.data().get("manager") instanceof String manager) {
            people.add(new PersonId(manager));
        }
        people.remove(event.actor());
        people.removeIf(person -> !engine.gate().mayHear(ticket, person));
        groups.removeIf(named ->
                !ticket.restrictedTo().isEmpty() && !ticket.restrictedTo().contains(named));
        if (!people.isEmpty() || !groups.isEmpty()) {
            notifier.tell(
                    new Notification(event.id(), ticket.number(), RequesterView.of(ticket), event, people, groups));
        }
    }

    /** Whether a threshold of a clock named this audience. */
    private static boolean isTold(DomainEvent event, String audience) {
        return event.action().equals(StandardActions.KEEP_TIME.name())
                && event.data().get("audience") instanceof List<?> named
                && named.contains(audience);
    }

    /** A comment concerns the requester's side when it is public, the desk's when it is theirs or internal. */
    private static Set<Audience> audiences(DomainEvent event) {
        if (event.name().equals("TicketCommented")) {
            return Comment.Visibility.PUBLIC.name().equals(event.data().get("visibility"))
                    ? Set.of(Audience.REQUESTER, Audience.WATCHERS, Audience.ASSIGNEE)
                    : Set.of(Audience.ASSIGNEE);
        }
        if (event.action().equals(StandardActions.KEEP_TIME.name())) {
            return Arrays.stream(Audience.values())
                    .filter(audience -> isTold(event, audience.name()))
                    .collect(Collectors.toSet());
        }
        boolean raised = event.changes().stream().map(FieldChange::field).anyMatch("priority"::equals);
        return AUDIENCES.getOrDefault(event.name(), raised ? Set.of(Audience.ASSIGNEE) : Set.of());
    }
}
