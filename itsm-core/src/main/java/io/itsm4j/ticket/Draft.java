package io.itsm4j.ticket;

import io.itsm4j.actor.Actor;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.Personal;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A ticket while a command decides about it. Verbs and effects change the draft; nothing is written before every guard
 * has passed, and a refused draft is simply dropped. Not for keeping, not shared between threads.
 *
 * @param <D> what only this type of ticket has
 */
public final class Draft<D> implements Step<D> {

    private final TicketType<D> type;
    private final @Nullable TicketRecord before;
    private final TicketId id;
    private final TenantId tenant;
    private final Actor actor;
    private final Instant now;
    private final Object input;
    private final Lookups lookups;
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final List<Pending<?>> pending = new ArrayList<>();
    private final List<Cascade> cascades = new ArrayList<>();

    private State state;
    private Content content;
    private People people;
    private Classification classification;
    private Assignment assignment;
    private Timestamps times;
    private Family family;
    private Due due;
    private Set<GroupId> restrictedTo;
    private Map<String, FieldValue> fields;
    private @Nullable String pendingReason;
    private @Nullable String externalReference;
    private @Nullable String correlationKey;
    private String serviceLevels = "";
    private D details;
    private String number;
    private boolean publicComment;
    private boolean silent;
    private int lifecycleVersion;
    private @Nullable String event;
    private @Nullable Ledger ledger;

    /** What a draft can look up before anything is written. */
    record Lookups(
            LongSupplier openChildren,
            LongSupplier openTasks,
            Function<LinkType, List<LinkedTicket>> linked,
            Function<LinkType, List<LinkedTicket>> linkedTo,
            Supplier<String> newId) {}

    /** A draft of an existing ticket. */
    Draft(TicketType<D> type, TicketRecord before, Actor actor, Instant now, Object input, Lookups lookups) {
        this.type = type;
        this.before = before;
        this.id = before.id();
        this.tenant = before.tenant();
        this.actor = actor;
        this.now = now;
        this.input = input;
        this.lookups = lookups;
        this.state = before.state();
        this.content = before.content();
        this.people = before.people();
        this.classification = before.classification();
        this.assignment = before.assignment();
        this.times = before.times();
        this.family = before.family();
        this.due = before.due();
        this.restrictedTo = before.restrictedTo();
        this.fields = before.fields();
        this.pendingReason = before.pendingReason();
        this.externalReference = before.externalReference();
        this.correlationKey = before.correlationKey();
        this.serviceLevels = before.serviceLevels();
        this.details = type.detailsClass().cast(before.details());
        this.number = before.number();
        this.lifecycleVersion = before.lifecycleVersion();
    }

    /** A draft of a new ticket. */
    Draft(
            TicketType<D> type,
            TicketId id,
            Actor actor,
            Instant now,
            Object input,
            Lookups lookups,
            Content content,
            People people,
            Classification classification,
            Instant openedAt) {
        this.type = type;
        this.before = null;
        this.id = id;
        this.tenant = actor.tenant();
        this.actor = actor;
        this.now = now;
        this.input = input;
        this.lookups = lookups;
        this.state = type.lifecycle().initial();
        this.content = content;
        this.people = people;
        this.classification = classification;
        this.assignment = Assignment.NOBODY;
        this.times = Timestamps.at(now, openedAt, actor.id());
        this.family = Family.ALONE;
        this.due = Due.NOTHING;
        this.restrictedTo = Set.of();
        this.fields = Map.of();
        this.details = type.blank();
        this.number = "";
        this.lifecycleVersion = type.lifecycle().version();
    }

    @Override
    public Optional<Ticket<D>> before() {
        return Optional.ofNullable(before).map(record -> Ticket.of(type, record));
    }

    @Override
    public State from() {
        return state;
    }

    /** The ticket's identity. */
    public TicketId id() {
        return id;
    }

    /** The ticket's tenant. */
    public TenantId tenant() {
        return tenant;
    }

    /** The ticket's human number; empty while it is being opened. */
    public String number() {
        return number;
    }

    @Override
    public D details() {
        return details;
    }

    @Override
    public Content content() {
        return content;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Classification classification() {
        return classification;
    }

    @Override
    public Assignment assignment() {
        return assignment;
    }

    @Override
    public Timestamps times() {
        return times;
    }

    @Override
    public Family family() {
        return family;
    }

    @Override
    public @Nullable String pendingReason() {
        return pendingReason;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Object input() {
        return input;
    }

    @Override
    public boolean hasPublicComment() {
        return publicComment;
    }

    @Override
    public long openChildren() {
        return before == null ? 0 : lookups.openChildren().getAsLong();
    }

    @Override
    public long openTasks() {
        return before == null ? 0 : lookups.openTasks().getAsLong() + openedTasks();
    }

    /** How many more tasks are open by what this draft does to them. */
    long openedTasks() {
        return Tasks.opened(pending);
    }

    @Override
    public List<LinkedTicket> linked(LinkType how) {
        return before == null ? List.of() : lookups.linked().apply(how);
    }

    @Override
    public List<LinkedTicket> linkedTo(LinkType how) {
        return before == null ? List.of() : lookups.linkedTo().apply(how);
    }

    /** Replaces the details. */
    public Draft<D> details(D next) {
        details = java.util.Objects.requireNonNull(next);
        return this;
    }

    /** Says why it will wait; counts when the action leads to a pending state. */
    public Draft<D> pendingReason(@Nullable String reason) {
        if (state.category() == StateCategory.PENDING && !java.util.Objects.equals(reason, pendingReason)) {
            times = times.pending(now);
        }
        pendingReason = reason;
        return this;
    }

    /** Notes that the desk has answered, once. */
    public Draft<D> responded() {
        if (times.firstRespondedAt() == null) {
            times = times.responded(now);
        }
        return this;
    }

    /** Adds a fact for the journal that names no person and quotes nobody. */
    public Draft<D> note(String key, Object value) {
        data.put(key, value);
        return this;
    }

    /** Adds a fact for the journal that can be erased: a person or what somebody wrote. */
    public Draft<D> notePersonal(String key, @Nullable String value) {
        if (value != null) {
            data.put(key, new Personal(value));
        }
        return this;
    }

    /** Names the event otherwise than its action would. */
    public Draft<D> event(String name) {
        event = name;
        return this;
    }

    /** Says something on the ticket as part of the command. */
    public Draft<D> comment(String body, Comment.Visibility visibility) {
        Comment comment = new Comment(lookups.newId().get(), tenant, id, actor.id(), visibility, body, now);
        publicComment |= visibility == Comment.Visibility.PUBLIC;
        note("comment", comment.id());
        note("visibility", visibility.name());
        notePersonal("body", body);
        return write(Comment.KIND, null, comment);
    }

    /**
     * Links the ticket to another as part of the command; linking twice is one link.
     *
     * @throws io.itsm4j.RuleViolated with {@code LINK_SELF} or {@code LINK_CYCLE}
     */
    public Draft<D> link(LinkType how, TicketId other) {
        Books books = ledger().books();
        Links.between(books.engine(), books.work(), this, how, other);
        return this;
    }

    /** Takes a link to another ticket off; does nothing when it is not there. */
    public Draft<D> unlink(LinkType how, TicketId other) {
        Links.remove(ledger().books().work(), this, how, other);
        return this;
    }

    /**
     * Moves the ticket's links, in both directions, to another ticket: what would link that one to itself, or close a
     * cycle, stays where it is or falls away.
     */
    public Draft<D> moveLinks(TicketId to) {
        Books books = ledger().books();
        Links.move(books.engine(), books.work(), this, to);
        return this;
    }

    /**
     * Adds a task.
     *
     * @param title one line
     * @param group the group it waits for, or null
     * @param dueAt when it should be done, or null
     * @param dependsOn the ids of the ticket's tasks that come first
     */
    public Task task(String title, @Nullable String group, @Nullable Instant dueAt, Set<String> dependsOn) {
        Task task = new Task(
                lookups.newId().get(),
                tenant,
                id,
                title,
                Task.State.OPEN,
                group == null ? null : new GroupId(group),
                null,
                dueAt == null ? null : Times.micros(dueAt),
                dependsOn,
                now,
                null);
        write(Task.KIND, null, task);
        return task;
    }

    /** Moves a task of the ticket that was looked up, whatever it waits for. */
    public Draft<D> moveTask(Task task, Task.State next) {
        return write(Task.KIND, task, task.in(next, now));
    }

    /** Skips the tasks that are open, so that nothing of an ended ticket waits in anybody's queue. */
    public Draft<D> skipOpenTasks() {
        Map<String, Task> tasks = new LinkedHashMap<>();
        ledger().list(io.itsm4j.storage.Query.of(Task.KIND, tenant, Task.TICKET.is(id))
                        .locked(io.itsm4j.storage.Lock.WRITE))
                .forEach(task -> tasks.put(task.id(), task));
        tasks.putAll(ledger().books().tasks(id));
        tasks.putAll(Tasks.left(pending));
        for (Task task : tasks.values()) {
            if (task.state().isOpen()) {
                moveTask(task, Task.State.SKIPPED);
            }
        }
        return this;
    }

    /**
     * An instant of an input in microseconds.
     *
     * @throws io.itsm4j.InvalidInput with {@code OUT_OF_RANGE} when not every database could hold it
     */
    public static Instant storable(String field, Instant given) {
        return Times.storable(field, given);
    }

    /** Passes actions on to the open children, one after the other as far as their state allows each. */
    public Draft<D> cascade(Object passedOn, Action... actions) {
        cascades.add(new Cascade(List.of(actions), passedOn, Map.of("cause", number)));
        return this;
    }

    /**
     * What the command may look up and decide about other records; all of it is written with the ticket, or nothing.
     *
     * @throws IllegalStateException outside a command, where nothing can be decided
     */
    public Ledger ledger() {
        if (ledger == null) {
            throw new IllegalStateException("a draft that only explains decides nothing");
        }
        return ledger;
    }

    /** The ticket as it would be if the action left its state as it is. */
    public Ticket<D> preview() {
        return Ticket.of(type, result());
    }

    Draft<D> with(Ledger books) {
        ledger = books;
        return this;
    }

    /** What was decided about other records. */
    List<Outcome> along() {
        return ledger == null ? List.of() : List.copyOf(ledger.outcomes());
    }

    /** Further rows, the ticket's own first. */
    List<Pending<?>> rows() {
        if (ledger == null || ledger.rows().isEmpty()) {
            return pending;
        }
        List<Pending<?>> all = new ArrayList<>(pending);
        all.addAll(ledger.rows());
        return all;
    }

    /**
     * Escalates it.
     *
     * @throws io.itsm4j.RuleViolated with {@code TIER_DOWN} when the tier is lower than the present one
     */
    public Draft<D> escalate(Escalate how) {
        Editing.escalate(ledger().books().engine(), this, how);
        return this;
    }

    /** Raises the impact when this one is greater; the priority follows, unless somebody has overridden it. */
    public Draft<D> raiseImpact(Impact least) {
        if (least.rank() < classification.impact().rank()) {
            classification = classification.rated(least, classification.urgency());
            rate();
        }
        return this;
    }

    /** Sets a priority that is not the matrix's; rating impact or urgency anew ends that. */
    public Draft<D> overridePriority(Priority priority, String reason) {
        classification = classification.withPriority(priority, reason);
        return this;
    }

    /** Adds a task. */
    public Draft<D> task(AddTask what) {
        Tasks.add(ledger().books().work(), this, what);
        return this;
    }

    Draft<D> serviceLevels(String state) {
        serviceLevels = state;
        return this;
    }

    /** Keeps what changed out of the journal, because the point is to forget it. */
    Draft<D> silently() {
        silent = true;
        return this;
    }

    boolean isSilent() {
        return silent;
    }

    /** Sets what makes it the one open ticket of its cause; null gives that up. */
    public Draft<D> correlationKey(@Nullable String key) {
        correlationKey = key;
        return this;
    }

    /** Gives it another group or person. */
    public Draft<D> assign(@Nullable GroupId group, @Nullable PersonId assignee) {
        assignment = assignment.to(group, assignee);
        return this;
    }

    Draft<D> assignment(Assignment next) {
        assignment = next;
        return this;
    }

    Draft<D> content(Content next) {
        content = next;
        return this;
    }

    Draft<D> people(People next) {
        people = next;
        return this;
    }

    Draft<D> classification(Classification next) {
        classification = next;
        return this;
    }

    Draft<D> family(Family next) {
        family = next;
        return this;
    }

    Draft<D> due(Due next) {
        due = next;
        return this;
    }

    Draft<D> restrictedTo(Set<GroupId> groups) {
        restrictedTo = Set.copyOf(groups);
        return this;
    }

    Draft<D> fields(Map<String, FieldValue> next) {
        fields = next;
        return this;
    }

    Draft<D> externalReference(@Nullable String reference) {
        externalReference = reference;
        return this;
    }

    Draft<D> number(String next) {
        number = next;
        return this;
    }

    Draft<D> archived() {
        times = times.archived(now);
        return this;
    }

    <R> Draft<D> write(RecordKind<R> kind, @Nullable R old, @Nullable R next) {
        pending.add(new Pending<>(kind, old, next));
        return this;
    }

    /** The ticket's type. */
    public TicketType<D> type() {
        return type;
    }

    @Nullable TicketRecord beforeRecord() {
        return before;
    }

    Map<String, FieldValue> fields() {
        return fields;
    }

    Set<GroupId> restrictedTo() {
        return restrictedTo;
    }

    Map<String, Object> data() {
        return data;
    }

    List<Pending<?>> pending() {
        return pending;
    }

    List<Cascade> cascades() {
        return cascades;
    }

    @Nullable String event() {
        return event;
    }

    String freshId() {
        return lookups.newId().get();
    }

    /** Lives by the present version of its lifecycle from now on. */
    Draft<D> renewed() {
        lifecycleVersion = type.lifecycle().version();
        return this;
    }

    /** Moves to a state; what follows from its category alone is done here, for every type alike. */
    void enter(State next) {
        StateCategory was = state.category();
        StateCategory is = next.category();
        boolean reopened =
                (was.isTerminal() || was == StateCategory.RESOLVED) && !is.isTerminal() && is != StateCategory.RESOLVED;
        if (reopened) {
            times = times.ended(null, null, times.reopens() + 1);
        } else if (is == StateCategory.RESOLVED && was != StateCategory.RESOLVED) {
            times = times.ended(now, null, times.reopens());
        } else if (is.isTerminal() && !was.isTerminal()) {
            times = times.ended(times.resolvedAt(), now, times.reopens());
            correlationKey = null;
        }
        boolean waits = is == StateCategory.PENDING;
        if (waits && was != StateCategory.PENDING) {
            times = times.pending(now);
        } else if (!waits) {
            times = times.pending(null);
            pendingReason = null;
        }
        state = next;
    }

    /** Works the priority out, unless somebody has overridden it. */
    void rate() {
        if (classification.overrideReason() == null) {
            Priority priority = type.matrix().priority(classification.impact(), classification.urgency());
            if (priority != classification.priority()) {
                classification = classification.withPriority(priority, null);
            }
        }
    }

    /** The ticket as it would be, with the chain still to be moved on. */
    TicketRecord result() {
        Timestamps touched = before == null ? times : times.touched(now, actor.id());
        return new TicketRecord(
                id,
                tenant,
                number,
                type.name(),
                lifecycleVersion,
                state,
                before == null ? 1 : before.version() + 1,
                content,
                people,
                classification,
                assignment,
                touched,
                family,
                due,
                restrictedTo,
                fields,
                pendingReason,
                externalReference,
                correlationKey,
                serviceLevels,
                before == null ? io.itsm4j.journal.ChainHead.NONE : before.chain(),
                details);
    }
}
