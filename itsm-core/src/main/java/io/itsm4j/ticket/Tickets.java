package io.itsm4j.ticket;

import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Permission;
import io.itsm4j.actor.PersonId;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The verbs and queries that tickets of every type have, for one type and one actor. Light: made for a call or two.
 *
 * <p>Each command is one transaction: the caller's when there is one, else one of its own. It either happens whole or
 * throws an {@link io.itsm4j.ItsmException} and leaves nothing behind. Besides what is said at a verb, every one may
 * throw {@code NotPermitted}, {@code InvalidInput}, {@code NotFound}, {@code TransitionRefused}, {@code Conflict} and
 * {@code StoreUnavailable}.
 *
 * @param <D> what only this type of ticket has
 */
public final class Tickets<D> {

    private static final List<Sort<TicketRecord>> NEWEST_FIRST = List.of(Sort.descending(TicketAttributes.CREATED_AT));

    private final Engine engine;
    private final TicketType<D> type;
    private final Acting acting;

    /** The verbs of a type for somebody. */
    public Tickets(Engine engine, TicketType<D> type, Acting acting) {
        if (!engine.knows(type)) {
            throw new RuleViolated("TYPE_UNKNOWN", Map.of("type", type.name(), "allowed", engine.types()));
        }
        this.engine = engine;
        this.type = type;
        this.acting = acting;
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Tickets<D> with(CommandOptions options) {
        return new Tickets<>(engine, type, acting.with(options));
    }

    /**
     * The same as parts of a verb, for which an idempotency key stands instead of each command by itself. For a verb
     * whose effect takes more than its input says, and for one that decides by what it finds which command it is. The
     * first that is said counts.
     *
     * @param verb what the verb is called; its permission is that of the action
     * @param said all that its caller said: ids, texts, numbers, records and collections of such; only a digest is kept
     */
    public Tickets<D> keyedBy(Action verb, @Nullable Object... said) {
        return new Tickets<>(engine, type, acting.saying(verb, said));
    }

    /**
     * What the key of a verb has led to already, to be asked before the verb looks at what there is; empty the first
     * time and without a key.
     *
     * @throws IllegalStateException when it was not said what the key {@linkplain #keyedBy stands for}
     * @throws NotFound when the actor may no longer see that ticket
     * @throws io.itsm4j.Conflict with {@code IDEMPOTENCY_MISMATCH} when the key was used for something else
     */
    public Optional<Ticket<D>> earlier() {
        return engine.earlier(acting, type);
    }

    /** The type these verbs are for. */
    public TicketType<D> type() {
        return type;
    }

    /**
     * Checks an input by its constraints, for verbs that look at it before they act.
     *
     * @throws io.itsm4j.InvalidInput naming every fault
     */
    public void check(Object input) {
        engine.checker().check(input, List.of());
    }

    // --- commands -------------------------------------------------------------------------------------------

    /** Opens a ticket with the details of a new one. */
    public Ticket<D> open(OpenTicket input) {
        return open(input, draft -> draft.details(type.blank()));
    }

    /** Opens a ticket with details. */
    public Ticket<D> open(OpenTicket input, D details) {
        return keyedBy(StandardActions.OPEN, input, details).open(input, draft -> draft.details(details));
    }

    /**
     * Opens a ticket out of one of any type, which is linked to it, in one command. What the input leaves open is
     * copied: title, description, category, service, items, impact, urgency and restriction.
     *
     * @param origin the ticket it comes from
     * @param how how the origin is linked to the new ticket, for example caused by it
     * @param effect what else the command does; a key {@linkplain #keyedBy stands for} origin, how and input
     * @throws NotFound when there is no such origin that the actor may see
     */
    public Ticket<D> raise(TicketId origin, LinkType how, OpenTicket input, Consumer<Draft<D>> effect) {
        return Raising.raise(
                engine, acting.saying(StandardActions.OPEN, origin, how, input), type, origin, how, input, effect);
    }

    /** Opens a ticket and does more within the same command; a key {@linkplain #keyedBy stands for} the input alone. */
    public Ticket<D> open(OpenTicket input, Consumer<Draft<D>> effect) {
        return engine.open(acting, type, input, effect);
    }

    /**
     * Carries out an action that the type's lifecycle declares.
     *
     * @param input the command's record, checked by its constraints and the transition's required input; with action
     *     and ticket it is what an idempotency key {@linkplain #keyedBy stands for}
     * @param effect what it changes; it works on a draft that is dropped when a guard refuses
     */
    public Ticket<D> act(TicketId id, Action action, Object input, Consumer<Draft<D>> effect) {
        return engine.act(acting, type, id, action, input, effect);
    }

    /** Carries out a verb. */
    public Ticket<D> act(TicketId id, Verb<D> verb) {
        return act(id, verb.action(), verb.input(), verb.effect());
    }

    /**
     * The same, holding other tickets too that the verb decides about, so that two such commands never block each
     * other.
     */
    public Ticket<D> act(TicketId id, Set<TicketId> alsoHeld, Verb<D> verb) {
        return engine.command(
                acting,
                type,
                id,
                alsoHeld,
                verb.action(),
                verb.input(),
                (work, draft) -> verb.effect().accept(draft));
    }

    /**
     * Carries out a verb on many tickets, each in a command of its own; a refused one does not keep the others from it.
     * What the actor may not see and what does not exist look the same.
     *
     * <p>An expected version of these verbs counts for all of them, an idempotency key for each by itself.
     *
     * @param ids at most {@value BulkReport#MOST}; repeated ones count once
     */
    public BulkReport bulk(Collection<TicketId> ids, Verb<D> verb) {
        return BulkReport.of(
                ids,
                id -> with(acting.options().forPart(id.value())).act(id, verb).version());
    }

    /**
     * The same for tickets as they were seen: one that has another version by now is refused with {@code CONFLICT}, and
     * the others go on.
     *
     * @param seen the version seen of each ticket, at most {@value BulkReport#MOST}; in the order of the map
     */
    public BulkReport bulk(Map<TicketId, Long> seen, Verb<D> verb) {
        return BulkReport.of(
                seen.keySet(),
                id -> with(acting.options().forPart(id.value()).seen(seen.get(id)))
                        .act(id, verb)
                        .version());
    }

    /** Carries out an action that changes nothing but the state. */
    public Ticket<D> act(TicketId id, Action action, @Nullable String reason) {
        return act(id, action, Reason.of(reason), draft -> draft.notePersonal("reason", reason));
    }

    /**
     * Reports about a cause that at most one open ticket has as its correlation key. The ticket that is open is found,
     * held and acted upon whether or not the actor may see it, since a cause is the same when its ticket is restricted;
     * what may be done to it depends on the actor's roles as ever. All of it is one transaction.
     *
     * @param cause the correlation key
     * @param first what to do when nothing is open for the cause; for example {@link Draft#correlationKey opening} it
     * @param again what to do with the ticket that is open, by verbs that reach it
     * @return the ticket that came of it; empty when there is none, or none that the actor may see
     */
    public Optional<Ticket<D>> report(
            String cause, Supplier<Optional<Ticket<D>>> first, BiFunction<Tickets<D>, Ticket<D>, Ticket<D>> again) {
        return Reporting.report(engine, acting, type, cause, first, again);
    }

    /** Edits fields. */
    public Ticket<D> update(TicketId id, UpdateTicket input) {
        return act(id, StandardActions.UPDATE, input, draft -> Editing.apply(engine, draft, input));
    }

    /** Gives the ticket to a group or a person. */
    public Ticket<D> assign(TicketId id, Assign input) {
        return act(id, Verbs.assign(input));
    }

    /** Escalates to a higher tier or to a manager. */
    public Ticket<D> escalate(TicketId id, Escalate input) {
        return act(id, StandardActions.ESCALATE, input, draft -> Editing.escalate(engine, draft, input));
    }

    /** Says something. A public word of staff is the first response when there was none. */
    public Ticket<D> comment(TicketId id, AddComment input) {
        return act(id, Verbs.comment(input));
    }

    /** Adds a task. */
    public Ticket<D> addTask(TicketId id, AddTask input) {
        return command(id, StandardActions.ADD_TASK, input, (work, draft) -> Tasks.add(work, draft, input));
    }

    /**
     * Moves a task on.
     *
     * @throws RuleViolated with {@code TASK_WAITS} when a task it depends on is open
     */
    public Ticket<D> changeTask(TicketId id, String task, Task.State state) {
        return keyedBy(StandardActions.CHANGE_TASK, id, task, state)
                .command(
                        id,
                        StandardActions.CHANGE_TASK,
                        Reason.NONE,
                        (work, draft) -> Tasks.move(work, draft, task, state));
    }

    /** Gives a task to a group or a person. */
    public Ticket<D> assignTask(TicketId id, String task, Assign input) {
        return keyedBy(StandardActions.CHANGE_TASK, id, task, input)
                .command(
                        id,
                        StandardActions.CHANGE_TASK,
                        input,
                        (work, draft) -> Tasks.assign(work, draft, task, input));
    }

    /**
     * Links the ticket to another; linking twice is one link.
     *
     * @throws RuleViolated with {@code LINK_SELF}, {@code LINK_CYCLE} or {@code LINK_TYPE}
     */
    public Ticket<D> link(TicketId id, LinkType how, TicketId other) {
        return keyedBy(StandardActions.LINK, id, "to", how, other)
                .command(
                        id,
                        StandardActions.LINK,
                        Reason.NONE,
                        (work, draft) -> Links.add(engine, work, acting.as(draft.actor()), draft, how, other));
    }

    /**
     * Links another ticket to this one; linking twice is one link.
     *
     * @throws RuleViolated with {@code LINK_SELF}, {@code LINK_CYCLE} or {@code LINK_TYPE}
     */
    public Ticket<D> linkFrom(TicketId id, LinkType how, TicketId other) {
        return engine.command(
                acting.saying(StandardActions.LINK, id, "from", how, other),
                type,
                id,
                Set.of(other),
                StandardActions.LINK,
                Reason.NONE,
                (work, draft) -> Links.addFrom(engine, work, acting.as(draft.actor()), draft, how, other));
    }

    /** Takes a link off; does nothing when it is not there. */
    public Ticket<D> unlink(TicketId id, LinkType how, TicketId other) {
        return keyedBy(StandardActions.UNLINK, id, how, other)
                .command(
                        id,
                        StandardActions.UNLINK,
                        Reason.NONE,
                        (work, draft) -> Links.remove(work, draft, how, other));
    }

    /** Logs time or cost. */
    public Ticket<D> logWork(TicketId id, LogWork input) {
        return act(id, Verbs.logWork(input));
    }

    /**
     * Attaches a file. The bytes are counted while they stream to the host's store and are taken back when anything
     * fails.
     *
     * @throws RuleViolated with {@code ATTACHMENTS_OFF} when the host has no store, {@code ATTACHMENT_TOO_LARGE} when
     *     there are too many bytes
     * @throws io.itsm4j.HostFault when the stream or the store fails
     */
    public Ticket<D> attach(TicketId id, AttachFile input, InputStream bytes) {
        engine.checker().check(input, List.of());
        return Attaching.attach(
                engine,
                id,
                input,
                bytes,
                acting,
                stored -> keyedBy(StandardActions.ATTACH, id, input, stored.sha256())
                        .act(id, StandardActions.ATTACH, input, draft -> Attaching.record(draft, input, stored)));
    }

    /** Takes an attachment off; its bytes go with the next sweep. */
    public Ticket<D> detach(TicketId id, String attachment) {
        return keyedBy(StandardActions.DETACH, id, attachment)
                .command(id, StandardActions.DETACH, Reason.NONE, (work, draft) -> {
                    Attachment old = Tasks.of(work, Attachment.KIND, draft, attachment, Attachment::ticket);
                    draft.write(Attachment.KIND, old, null).note("attachment", attachment);
                });
    }

    /** Changes tags. */
    public Ticket<D> tag(TicketId id, ChangeTags input) {
        return act(id, StandardActions.TAG, input, draft -> {
            Set<String> tags = new HashSet<>(draft.classification().tags());
            tags.addAll(Opening.tags(input.add()));
            tags.removeAll(Opening.tags(input.remove()));
            Editing.cap("tags", tags.size(), Classification.TAGS);
            draft.classification(draft.classification().withTags(tags));
        });
    }

    /** Changes who watches. */
    public Ticket<D> watch(TicketId id, ChangeWatchers input) {
        return act(id, StandardActions.WATCH, input, draft -> {
            Set<PersonId> watchers = new HashSet<>(draft.people().watchers());
            input.add().forEach(person -> watchers.add(known(person)));
            input.remove().forEach(person -> watchers.remove(known(person)));
            Editing.cap("watchers", watchers.size(), People.WATCHERS);
            draft.people(draft.people().withWatchers(watchers));
        });
    }

    private PersonId known(String person) {
        return engine.gate().canonical(acting.actor().tenant(), new PersonId(person));
    }

    /** Sets a priority that is not the matrix's; rating impact or urgency anew ends the override. */
    public Ticket<D> overridePriority(TicketId id, OverridePriority input) {
        return act(
                id,
                StandardActions.OVERRIDE_PRIORITY,
                input,
                draft -> draft.classification(draft.classification()
                        .withPriority(
                                java.util.Objects.requireNonNull(input.priority()),
                                java.util.Objects.requireNonNull(input.reason()))));
    }

    /** Restricts who may see the ticket to groups, or lifts that. */
    public Ticket<D> restrict(TicketId id, Restrict input) {
        return act(id, StandardActions.RESTRICT, input, draft -> draft.restrictedTo(Opening.groups(input.groups())));
    }

    /**
     * Makes the ticket part of another, or of none.
     *
     * @throws RuleViolated with {@code PARENT_CYCLE}, {@code TREE_TOO_DEEP} or {@code PARENT_ENDED}
     */
    public Ticket<D> placeUnder(TicketId id, @Nullable TicketId parent) {
        return engine.command(
                acting.saying(StandardActions.PLACE, id, parent),
                type,
                id,
                StandardActions.PLACE,
                Reason.NONE,
                (work, who) -> Placing.hold(engine, work, who.actor().tenant(), parent),
                (work, draft) -> Placing.place(engine, work, acting.as(draft.actor()), draft, parent));
    }

    /**
     * Merges the ticket into another of the same type: it ends, its watchers and its requester watch the other, its
     * open children become the other's (but for one that the other hangs below), and it is linked. Watchers that would
     * be too many stay.
     *
     * @throws RuleViolated with {@code MERGE_SELF}, {@code MERGE_MERGED}, {@code MERGE_ENDED} or {@code TREE_TOO_DEEP}
     */
    public Ticket<D> merge(TicketId id, TicketId into) {
        return Merging.merge(engine, acting, type, id, into);
    }

    /**
     * Takes a merge back: the ticket is open again, the children and watchers that went over come back, and whoever and
     * whatever came to the other ticket since stays there. A child that was placed elsewhere or has ended stays too.
     *
     * @throws RuleViolated with {@code NOT_MERGED} or {@code TREE_TOO_DEEP}
     */
    public Ticket<D> undoMerge(TicketId id) {
        return Merging.undo(engine, acting, type, id);
    }

    /**
     * Opens a new ticket with this one's classification, linked to it. A category or a custom field that could not be
     * given to a ticket any more is left out, which the new ticket's journal tells as {@code dropped}.
     */
    public Ticket<D> split(TicketId id, Split input) {
        return Splitting.split(engine, acting, type, id, input);
    }

    /**
     * Marks an ended ticket as archived: its requester no longer sees it, and lists can leave it out; nothing is
     * deleted.
     */
    public Ticket<D> archive(TicketId id) {
        return act(id, StandardActions.ARCHIVE, Reason.NONE, Draft::archived);
    }

    /**
     * Opens a new ticket with the classification of one that is resolved or has ended, linked as its follow-up. A
     * category or a custom field that could not be given to a ticket any more is left out, which the new ticket's
     * journal tells as {@code dropped}.
     *
     * @param input title and, when it is not the old one's, description
     * @throws RuleViolated with {@code FOLLOW_UP_OPEN} when the old one is still being worked on
     */
    public Ticket<D> followUp(TicketId id, Split input) {
        return Splitting.followUp(engine, acting, type, id, input);
    }

    private Ticket<D> command(TicketId id, Action action, Object input, Engine.Effect<D> effect) {
        return engine.command(acting, type, id, action, input, effect);
    }

    // --- queries --------------------------------------------------------------------------------------------

    /** The ticket, when there is one that the actor may see. */
    public Optional<Ticket<D>> find(TicketId id) {
        Acting reader = reader();
        return engine.read(work -> record(work, reader, id)).map(ticket -> Ticket.of(type, ticket));
    }

    /**
     * The ticket.
     *
     * @throws NotFound when there is none that the actor may see
     */
    public Ticket<D> get(TicketId id) {
        return find(id).orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    /** The ticket of a human number. */
    public Optional<Ticket<D>> findByNumber(String number) {
        return one(TicketAttributes.NUMBER.is(number));
    }

    /** The ticket of a number in another system. */
    public Optional<Ticket<D>> findByExternalReference(String reference) {
        return one(TicketAttributes.EXTERNAL_REFERENCE.is(reference));
    }

    private Optional<Ticket<D>> one(Criterion<TicketRecord> criterion) {
        return page(PageRequest.of(criterion).ofSize(1)).items().stream().findFirst();
    }

    /**
     * A page of tickets, newest first unless the request says otherwise. Archived ones are among them;
     * {@link TicketAttributes#ARCHIVED} leaves them out.
     */
    public Page<Ticket<D>> page(PageRequest<TicketRecord> request) {
        Acting reader = reader();
        return engine.read(work -> Paging.page(
                        work,
                        type.kind(),
                        TicketAttributes.ID,
                        reader.actor().tenant(),
                        request,
                        visible(reader),
                        NEWEST_FIRST))
                .map(ticket -> Ticket.of(type, ticket));
    }

    /** How many tickets satisfy a condition. */
    public long count(Criterion<TicketRecord> criterion) {
        Acting reader = reader();
        return engine.read(work -> work.count(type.kind(), reader.actor().tenant(), criterion.and(visible(reader))));
    }

    /** How many tickets satisfy a condition, for each value of an attribute. */
    public Map<Object, Long> countBy(Criterion<TicketRecord> criterion, Attribute<TicketRecord, ?> by) {
        Acting reader = reader();
        return engine.read(
                work -> work.countBy(type.kind(), reader.actor().tenant(), criterion.and(visible(reader)), by));
    }

    /** What has been said, oldest first. */
    public Page<Comment> comments(TicketId id, PageRequest<Comment> request) {
        return children(id, Comment.KIND, Comment.ID, Comment.TICKET, request, Sort.ascending(Comment.AT));
    }

    /** The tasks, oldest first. */
    public Page<Task> tasks(TicketId id, PageRequest<Task> request) {
        return children(id, Task.KIND, Task.ID, Task.TICKET, request, Sort.ascending(Task.CREATED_AT));
    }

    /** The work logs, oldest first. */
    public Page<WorkLog> workLogs(TicketId id, PageRequest<WorkLog> request) {
        return children(id, WorkLog.KIND, WorkLog.ID, WorkLog.TICKET, request, Sort.ascending(WorkLog.AT));
    }

    /** The attachments, oldest first. */
    public Page<Attachment> attachments(TicketId id, PageRequest<Attachment> request) {
        return children(id, Attachment.KIND, Attachment.ID, Attachment.TICKET, request, Sort.ascending(Attachment.AT));
    }

    /** The bytes of an attachment, to be closed by the caller. */
    public InputStream read(TicketId id, String attachment) throws IOException {
        Acting reader = reader();
        engine.read(work -> {
            TicketRecord ticket = required(work, reader, id);
            return work.find(Attachment.KIND, ticket.tenant(), attachment, Lock.NONE)
                    .filter(found -> found.ticket().equals(id))
                    .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", attachment)));
        });
        return Attaching.store(engine).open(attachment);
    }

    /** The links in both directions, but for those to tickets that the actor may not see. */
    public List<Link> links(TicketId id) {
        Acting reader = reader();
        return engine.read(work -> {
            required(work, reader, id);
            return Links.of(engine, work, reader, id);
        });
    }

    /** The tickets that it is linked to in a way, as far as the actor may see them. */
    public List<LinkedTicket> linked(TicketId id, LinkType how) {
        return ends(id, how, link -> link.from().equals(id), Link::to);
    }

    /** The tickets that are linked to it in a way, as far as the actor may see them. */
    public List<LinkedTicket> linkedTo(TicketId id, LinkType how) {
        return ends(id, how, link -> link.to().equals(id), Link::from);
    }

    private List<LinkedTicket> ends(
            TicketId id, LinkType how, Predicate<Link> direction, Function<Link, TicketId> end) {
        Acting reader = reader();
        return engine.read(work -> {
            required(work, reader, id);
            List<TicketId> ends = Links.of(engine, work, reader, id).stream()
                    .filter(link -> link.type() == how && direction.test(link))
                    .map(end)
                    .toList();
            return Lookup.tickets(work, reader.actor().tenant(), ends);
        });
    }

    /** The ids of the tickets that are linked in a way to an open ticket of this type. */
    public Set<TicketId> linkedToOpen(LinkType how) {
        Acting reader = reader();
        return engine.read(work -> Lookup.linkedToAny(
                work,
                how,
                Query.of(
                        type.kind(), reader.actor().tenant(), visible(reader).and(TicketAttributes.IS_OPEN.is(true)))));
    }

    /** Looks up what belongs to tickets of this type, in one transaction in which nothing can be changed. */
    public <T> T read(Function<Ledger, T> work) {
        reader();
        return new Keeping(engine).lookUp(acting, work);
    }

    /** The journal, first entry first. */
    public Page<JournalEntry> journal(TicketId id, PageRequest<JournalEntry> request) {
        Acting reader = reader();
        return engine.read(work -> {
            required(work, reader, id);
            return Paging.page(
                    work,
                    JournalEntry.KIND,
                    JournalEntry.ID,
                    reader.actor().tenant(),
                    request,
                    JournalEntry.SUBJECT.is(id.value()),
                    List.of(Sort.ascending(JournalEntry.SEQUENCE)));
        });
    }

    /** Where merging leads in the end; the ticket itself when it was not merged. */
    public Ticket<D> resolveMerged(TicketId id) {
        Acting reader = reader();
        return engine.read(work -> {
            TicketRecord at = required(work, reader, id);
            Set<TicketId> seen = new HashSet<>();
            for (TicketId next = at.family().mergedInto();
                    next != null && seen.add(next);
                    next = at.family().mergedInto()) {
                at = required(work, reader, next);
            }
            return Ticket.of(type, at);
        });
    }

    /** Why the ticket is as it is: its priority, and each action with what stands against it. */
    public Explanation explain(TicketId id) {
        Acting reader = reader();
        return engine.read(work -> Explaining.explain(engine, work, reader, type, required(work, reader, id)));
    }

    /** The actions that the actor may take on the ticket now, guards that depend on input not asked. */
    public Set<Action> allowedActions(TicketId id) {
        return explain(id).actions().stream()
                .filter(Explanation.ActionView::permitted)
                .map(Explanation.ActionView::action)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private <R> Page<R> children(
            TicketId id,
            RecordKind<R> kind,
            Attribute<R, String> key,
            Attribute<R, TicketId> owner,
            PageRequest<R> request,
            Sort<R> order) {
        Acting reader = reader();
        return engine.read(work -> {
            required(work, reader, id);
            return Paging.page(work, kind, key, reader.actor().tenant(), request, owner.is(id), List.of(order));
        });
    }

    private TicketRecord required(UnitOfWork work, Acting reader, TicketId id) {
        return record(work, reader, id).orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    private Optional<TicketRecord> record(UnitOfWork work, Acting reader, TicketId id) {
        return work.find(type.kind(), reader.actor().tenant(), id.value(), Lock.NONE)
                .filter(ticket ->
                        ticket.type().equals(type.name()) && engine.gate().sees(reader, ticket));
    }

    private Criterion<TicketRecord> visible(Acting reader) {
        List<Criterion<TicketRecord>> parts = new ArrayList<>();
        parts.add(TicketAttributes.TYPE.is(type.name()));
        parts.add(engine.gate().visible(reader));
        return new Criterion.And<>(parts);
    }

    private Acting reader() {
        Acting reader = engine.gate().refreshed(acting);
        engine.gate().require(reader, type, Permission.READ, type.readBy());
        return reader;
    }
}
