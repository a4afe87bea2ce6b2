package io.itsm4j.ticket;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.CriterionLimits;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Sort;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What requesters can do: report, follow their own tickets, answer, and say whether it is solved. They see
 * {@link RequesterView}s and public comments, and only of tickets that they requested, that were opened for them, or
 * that they watch. A restricted ticket is seen by its watchers only within the groups it is restricted to.
 */
public final class Portal {

    /** What a requester is shown and may therefore ask for. */
    private static final Set<Attribute<TicketRecord, ?>> SHOWN = Set.of(
            TicketAttributes.ID,
            TicketAttributes.NUMBER,
            TicketAttributes.TYPE,
            TicketAttributes.STATE,
            TicketAttributes.STATE_CATEGORY,
            TicketAttributes.IS_OPEN,
            TicketAttributes.TITLE,
            TicketAttributes.SEARCH_TEXT,
            TicketAttributes.PRIORITY,
            TicketAttributes.SERVICE,
            TicketAttributes.REQUESTER,
            TicketAttributes.OPENED_FOR,
            TicketAttributes.PENDING_REASON,
            TicketAttributes.CREATED_AT,
            TicketAttributes.OPENED_AT,
            TicketAttributes.UPDATED_AT,
            TicketAttributes.RESOLVED_AT,
            TicketAttributes.CLOSED_AT);

    private static final List<String> SORTED = SHOWN.stream()
            .filter(Attribute::isSortable)
            .map(Attribute::name)
            .sorted()
            .toList();

    private final Engine engine;
    private final Acting acting;

    /** The portal for somebody. */
    public Portal(Engine engine, Acting acting) {
        this.engine = engine;
        this.acting = acting.as(Acting.Audience.REQUESTER);
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Portal with(CommandOptions options) {
        return new Portal(engine, acting.with(options));
    }

    /**
     * Reports something. The requester is the actor.
     *
     * @throws io.itsm4j.NotPermitted when the input dispatches the ticket or reports for another requester
     */
    public <D> RequesterView open(TicketType<D> type, OpenTicket input) {
        return RequesterView.of(engine.open(acting, type, input, draft -> {}).record());
    }

    /**
     * Answers. A ticket that waits for the caller goes on when its lifecycle says so, unless the one who answers only
     * watches it.
     */
    public RequesterView comment(TicketId id, String body) {
        TicketRecord ticket = engine.read(work -> record(work, id));
        return comment(engine.type(ticket.type()), ticket, AddComment.publicly(body));
    }

    private Action answer(TicketType<?> type, TicketRecord ticket) {
        boolean theirs = ticket.people().isFor(acting.actor().id());
        return theirs ? type.replyAction(ticket) : StandardActions.COMMENT;
    }

    private <D> RequesterView comment(TicketType<D> type, TicketRecord ticket, AddComment input) {
        return RequesterView.of(engine.command(
                        acting.saying(StandardActions.COMMENT, ticket.id(), input),
                        type,
                        ticket.id(),
                        answer(type, ticket),
                        held -> answer(type, held),
                        input,
                        (work, draft) ->
                                draft.comment(java.util.Objects.requireNonNull(input.body()), input.visibility()))
                .record());
    }

    /**
     * Takes an action that the lifecycle allows to requesters, for example {@code reopen} or {@code cancel}.
     *
     * @throws io.itsm4j.NotPermitted with {@code NOT_REQUESTER} when the actor only watches the ticket
     */
    public RequesterView act(TicketId id, Action action, @Nullable String reason) {
        return act(typeOf(id), id, action, reason);
    }

    private <D> RequesterView act(TicketType<D> type, TicketId id, Action action, @Nullable String reason) {
        return RequesterView.of(
                engine.act(acting, type, id, action, Reason.of(reason), draft -> draft.notePersonal("reason", reason))
                        .record());
    }

    /** Attaches a file that the requester can fetch again. */
    public RequesterView attach(TicketId id, String fileName, @Nullable String mediaType, InputStream bytes) {
        return attach(typeOf(id), id, AttachFile.named(fileName, mediaType), bytes);
    }

    private <D> RequesterView attach(TicketType<D> type, TicketId id, AttachFile input, InputStream bytes) {
        engine.checker().check(input, List.of());
        Ticket<D> ticket = Attaching.attach(
                engine,
                id,
                input,
                bytes,
                acting,
                stored -> engine.act(
                        acting.saying(StandardActions.ATTACH, id, input, stored.sha256()),
                        type,
                        id,
                        StandardActions.ATTACH,
                        input,
                        draft -> Attaching.record(draft, input, stored)));
        return RequesterView.of(ticket.record());
    }

    /** One of the actor's tickets. */
    public Optional<RequesterView> find(TicketId id) {
        return engine.read(work -> {
            try {
                return Optional.of(RequesterView.of(record(work, id)));
            } catch (NotFound none) {
                return Optional.empty();
            }
        });
    }

    /**
     * The actor's tickets of all types, the last changed first.
     *
     * @throws InvalidInput with {@code QUERY_FILTER} or {@code QUERY_SORT} when it asks for what a requester is not
     *     shown
     */
    public Page<RequesterView> page(PageRequest<TicketRecord> request) {
        refuseInternal(request.criterion());
        for (Sort<TicketRecord> key : request.sort()) {
            if (!SHOWN.contains(key.attribute())) {
                throw new InvalidInput(
                        "sort", "QUERY_SORT", Map.of("value", key.attribute().name(), "allowed", SORTED));
            }
        }
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(work -> Paging.page(
                        work,
                        TicketAttributes.KIND,
                        TicketAttributes.ID,
                        reader.actor().tenant(),
                        request,
                        engine.gate().visible(reader),
                        List.of(Sort.descending(TicketAttributes.UPDATED_AT))))
                .map(RequesterView::of);
    }

    /**
     * How many of the actor's tickets satisfy a condition.
     *
     * @throws InvalidInput with {@code QUERY_FILTER} when it asks for what a requester is not shown
     */
    public long count(Criterion<TicketRecord> criterion) {
        refuseInternal(criterion);
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(work -> work.count(
                TicketAttributes.KIND,
                reader.actor().tenant(),
                criterion.and(engine.gate().visible(reader))));
    }

    /** A condition on an internal field would answer what the view hides. */
    private static void refuseInternal(Criterion<TicketRecord> criterion) {
        for (Attribute<TicketRecord, ?> asked : CriterionLimits.attributes(TicketAttributes.KIND, criterion)) {
            if (!SHOWN.contains(asked)) {
                throw new InvalidInput("filter", "QUERY_FILTER", Map.of("what", asked.name(), "limit", "requester"));
            }
        }
    }

    /** What was said publicly, oldest first. */
    public Page<Comment> comments(TicketId id, PageRequest<Comment> request) {
        return engine.read(work -> {
            TicketRecord ticket = record(work, id);
            return Paging.page(
                    work,
                    Comment.KIND,
                    Comment.ID,
                    ticket.tenant(),
                    request,
                    Comment.TICKET.is(id).and(Comment.VISIBILITY.is(Comment.Visibility.PUBLIC)),
                    List.of(Sort.ascending(Comment.AT)));
        });
    }

    /** The files the requester may fetch, oldest first. */
    public Page<Attachment> attachments(TicketId id, PageRequest<Attachment> request) {
        return engine.read(work -> {
            TicketRecord ticket = record(work, id);
            return Paging.page(
                    work,
                    Attachment.KIND,
                    Attachment.ID,
                    ticket.tenant(),
                    request,
                    Attachment.TICKET.is(id).and(Attachment.VISIBILITY.is(Comment.Visibility.PUBLIC)),
                    List.of(Sort.ascending(Attachment.AT)));
        });
    }

    /** The bytes of a public attachment, to be closed by the caller. */
    public InputStream read(TicketId id, String attachment) throws IOException {
        engine.read(work -> work.find(Attachment.KIND, record(work, id).tenant(), attachment, Lock.NONE)
                .filter(found -> found.ticket().equals(id) && found.visibility() == Comment.Visibility.PUBLIC)
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", attachment))));
        return Attaching.store(engine).open(attachment);
    }

    private TicketType<?> typeOf(TicketId id) {
        return engine.type(engine.read(work -> record(work, id)).type());
    }

    private TicketRecord record(io.itsm4j.storage.UnitOfWork work, TicketId id) {
        Acting reader = engine.gate().refreshed(acting);
        return work.find(TicketAttributes.KIND, reader.actor().tenant(), id.value(), Lock.NONE)
                .filter(ticket -> engine.gate().sees(reader, ticket))
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    /** Whether the actor may open tickets of a type here. */
    public boolean mayOpen(TicketType<?> type) {
        return engine.gate().permits(acting, type, StandardActions.OPEN.name(), type.openedBy());
    }
}
