package io.itsm4j.approval;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Lock;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.RecordType;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Declares that something can be approved: who asked and who carries it out, what counts as its content, and what an
 * outcome does to it. The outcome is carried out in the transaction of the vote that decides.
 *
 * @param <S> the subject
 */
public final class Approvable<S> {

    /** Carries an outcome out on the subject. */
    @FunctionalInterface
    public interface CarryOut<S> {

        /** Changes the subject through the ledger, in the transaction of the command that ended the approval. */
        void outcome(Ledger ledger, S subject, Approval approval);
    }

    private final String kind;
    private final Material<S> material;
    private final BiFunction<Ledger, String, S> loader;
    private final Function<S, Subject> reference;
    private final Function<S, Set<PersonId>> requesters;
    private final Function<S, Set<PersonId>> implementers;
    private final Function<S, Set<GroupId>> readers;
    private final CarryOut<S> outcome;

    private Approvable(
            String kind,
            Material<S> material,
            BiFunction<Ledger, String, S> loader,
            Function<S, Subject> reference,
            Function<S, Set<PersonId>> requesters,
            Function<S, Set<PersonId>> implementers,
            Function<S, Set<GroupId>> readers,
            CarryOut<S> outcome) {
        this.kind = kind;
        this.material = material;
        this.loader = loader;
        this.reference = reference;
        this.requesters = requesters;
        this.implementers = implementers;
        this.readers = readers;
        this.outcome = outcome;
    }

    /**
     * Tickets of a type. Requester and opened-for asked for it; the assignee carries it out.
     *
     * @param type the type
     * @param material what counts as content
     * @param actions the action that the outcome of an approval is carried out by in the ticket's present state; empty
     *     for none
     * @param marked the details with the mark of their approval
     */
    public static <D> Approvable<Ticket<D>> tickets(
            TicketType<D> type,
            Material<Ticket<D>> material,
            BiFunction<Ticket<D>, Approval, Optional<Action>> actions,
            BiFunction<D, ApprovalMark, D> marked) {
        return new Approvable<>(
                type.name(),
                material,
                (ledger, id) -> ledger.ticket(type, TicketId.of(id)),
                ticket -> new Subject(type.name(), ticket.id().value(), ticket.number()),
                ticket -> Stream.of(ticket.people().requester(), ticket.people().openedFor())
                        .collect(Collectors.toSet()),
                ticket -> Stream.ofNullable(ticket.assignment().assignee()).collect(Collectors.toSet()),
                Ticket::restrictedTo,
                (ledger, ticket, approval) -> actions.apply(ticket, approval)
                        .ifPresent(action -> ledger.act(
                                type,
                                ticket.id(),
                                action,
                                Reason.NONE,
                                (Draft<D> draft) -> draft.details(marked.apply(draft.details(), approval.mark())))));
    }

    /**
     * Records of a type.
     *
     * @param type the type
     * @param label how people know a record
     * @param material what counts as content
     * @param requesters who asked for it
     * @param outcome what an outcome does to it
     */
    public static <R extends Kept> Approvable<R> records(
            RecordType<R> type,
            Function<R, String> label,
            Material<R> material,
            Function<R, Set<PersonId>> requesters,
            CarryOut<R> outcome) {
        return new Approvable<>(
                type.name(),
                material,
                (ledger, id) -> ledger.get(type, id),
                record -> new Subject(type.name(), record.id(), label.apply(record)),
                requesters,
                record -> Set.of(),
                record -> Set.of(),
                outcome);
    }

    /**
     * Subjects of any kind: what is approved may be more than one record, or a part of one.
     *
     * @param kind the ticket type's or record's name
     * @param material what counts as content
     * @param loader finds a subject by its id, held until the command ends
     * @param reference how an approval refers to a subject
     * @param requesters who asked for it
     * @param outcome what an outcome does to it
     */
    public static <S> Approvable<S> subjects(
            String kind,
            Material<S> material,
            BiFunction<Ledger, String, S> loader,
            Function<S, Subject> reference,
            Function<S, Set<PersonId>> requesters,
            CarryOut<S> outcome) {
        return new Approvable<>(
                kind, material, loader, reference, requesters, subject -> Set.of(), subject -> Set.of(), outcome);
    }

    /** The same, carried out by others. */
    public Approvable<S> implementedBy(Function<S, Set<PersonId>> people) {
        return new Approvable<>(kind, material, loader, reference, requesters, people, readers, outcome);
    }

    /** The same, seen among staff by these groups alone, or by all when there are none. */
    public Approvable<S> seenBy(Function<S, Set<GroupId>> groups) {
        return new Approvable<>(kind, material, loader, reference, requesters, implementers, groups, outcome);
    }

    /**
     * Asks for approval of a subject, within the command that wants it.
     *
     * @param subject as it will be after the command
     * @return the approval, its first step open
     * @throws io.itsm4j.RuleViolated with {@code APPROVERS_UNKNOWN}, {@code APPROVERS_NONE} or
     *     {@code APPROVERS_TOO_FEW} when the first step cannot be opened
     */
    public Approval request(Ledger ledger, S subject, ApprovalPolicy policy) {
        return new Proceedings<>(ledger, this).open(subject, policy);
    }

    /**
     * Compares a pending approval with its subject as it will be after the command: where the content has changed, the
     * votes are void and everybody is asked again.
     *
     * @return the mark as it is then
     */
    public ApprovalMark reconsider(Ledger ledger, S subject, ApprovalMark mark) {
        return mark.isPending() && !isContent(subject, mark)
                ? new Proceedings<>(ledger, this)
                        .again(mark.approval(), subject)
                        .mark()
                : mark;
    }

    /** Whether the subject's content is what the mark says was asked about. */
    public boolean isContent(S subject, ApprovalMark mark) {
        return material.hash(subject, mark.form()).equals(mark.hash());
    }

    /** Calls a pending approval off; the subject is not told, for it is the one who asks. */
    public ApprovalMark withdraw(Ledger ledger, ApprovalMark mark) {
        return mark.isPending()
                ? new Proceedings<>(ledger, this).withdraw(mark.approval()).mark()
                : mark;
    }

    /** The ticket type's or record's name. */
    public String kind() {
        return kind;
    }

    /** A vote. The subject is held before the approval. */
    Approval vote(Ledger ledger, Approval seen, CastVote input) {
        S subject = loader.apply(ledger, seen.subject().id());
        return new Proceedings<>(ledger, this).vote(ledger.get(Approval.TYPE, seen.id()), subject, input);
    }

    /** Holds the subject, which every command on an approval holds first. */
    void hold(Ledger ledger, Approval approval) {
        java.util.Objects.requireNonNull(loader.apply(ledger, approval.subject().id()));
    }

    /** A reminder, or the end of a step's time. */
    Approval due(Ledger ledger, Approval approval) {
        S subject = loader.apply(ledger, approval.subject().id());
        return new Proceedings<>(ledger, this).due(approval, subject);
    }

    /** Calls an approval off; the subject is told. */
    Approval callOff(Ledger ledger, Approval seen) {
        S subject = loader.apply(ledger, seen.subject().id());
        Proceedings<S> proceedings = new Proceedings<>(ledger, this);
        Approval ended = proceedings.callOff(ledger.get(Approval.TYPE, seen.id()));
        carryOut(ledger, subject, ended);
        return ended;
    }

    /** Who may vote now, and why what is missing is missing. */
    ApprovalExplanation explain(Ledger ledger, Approval approval) {
        S subject = loader.apply(ledger, approval.subject().id());
        return new Proceedings<>(ledger, this, Lock.NONE).explain(approval, subject);
    }

    Material<S> material() {
        return material;
    }

    Subject reference(S subject) {
        return reference.apply(subject);
    }

    Set<PersonId> requesters(S subject) {
        return requesters.apply(subject);
    }

    Set<GroupId> readers(S subject) {
        return readers.apply(subject);
    }

    Set<PersonId> implementers(S subject) {
        return implementers.apply(subject);
    }

    void carryOut(Ledger ledger, S subject, Approval approval) {
        outcome.outcome(ledger, subject, approval);
    }
}
