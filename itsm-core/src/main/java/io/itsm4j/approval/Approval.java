package io.itsm4j.approval;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.CriterionLimits;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.RecordType;
import io.itsm4j.ticket.Restriction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One approval of one subject. Immutable; a vote returns the next one.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param subject what is approved
 * @param state where it stands
 * @param round counts how often everybody was asked: 1, and one more each time that the content changed
 * @param form the version of the form that the content is hashed in
 * @param hash the hash of the content that this round is about
 * @param policy the policy it began with
 * @param opened the steps opened in this round, in order
 * @param at the place of the step that waits for votes, or decided it, among the opened ones
 * @param requesters whom separation of duties keeps out: who asked, and whom it is for
 * @param restrictedTo the groups that alone may see it, as they alone may see its subject; empty for all staff
 * @param requestedBy who asked for the approval
 * @param requestedAt when
 * @param decidedAt when it ended, or null
 * @param dueAt when it has to do something by itself next
 * @param version the domain's own counter
 * @param chain the end of its journal
 */
public record Approval(
        String id,
        TenantId tenant,
        Subject subject,
        State state,
        int round,
        int form,
        String hash,
        ApprovalPolicy policy,
        List<OpenedStep> opened,
        int at,
        Set<PersonId> requesters,
        Set<GroupId> restrictedTo,
        PersonId requestedBy,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        Instant dueAt,
        long version,
        ChainHead chain)
        implements Kept {

    /** Where an approval stands. */
    public enum State {
        /** Votes are out. */
        PENDING,
        /** All steps are approved. */
        APPROVED,
        /** A step was rejected. */
        REJECTED,
        /** It was called off. */
        WITHDRAWN
    }

    /** The primary key. */
    public static final Attribute<Approval, String> ID = Attribute.text("id", Approval::id);

    /** What kind of subject it is about. */
    public static final Attribute<Approval, String> SUBJECT_KIND =
            Attribute.text("subjectKind", approval -> approval.subject().kind());

    /** What it is about. */
    public static final Attribute<Approval, String> SUBJECT_ID =
            Attribute.text("subjectId", approval -> approval.subject().id());

    /** Where it stands. */
    public static final Attribute<Approval, State> STATE = Attribute.text("state", Approval::state, State::name);

    /** Who asked for it. */
    public static final Attribute<Approval, PersonId> REQUESTED_BY =
            Attribute.text("requestedBy", Approval::requestedBy, PersonId::value);

    /** Who alone may see it: the groups in order, each between bars; empty for all staff. */
    static final Attribute<Approval, String> RESTRICTED_TO =
            Attribute.text("restrictedTo", approval -> Restriction.text(approval.restrictedTo()));

    /** When it was asked for. */
    public static final Attribute<Approval, Instant> REQUESTED_AT =
            Attribute.<Approval>time("requestedAt", Approval::requestedAt).sorted();

    /** When it has to do something by itself. */
    public static final Attribute<Approval, Instant> DUE_AT =
            Attribute.<Approval>time("dueAt", Approval::dueAt).sorted();

    /** How approvals are stored. */
    public static final RecordKind<Approval> KIND = RecordKind.of(
                    "approval", Approval.class, Approval::id, Approval::tenant)
            .with(ID, SUBJECT_KIND, STATE, REQUESTED_BY, RESTRICTED_TO, REQUESTED_AT, DUE_AT)
            .lookup(SUBJECT_ID);

    /** How approvals are kept, for the commands of this package, which decide themselves who may. */
    static final RecordType<Approval> TYPE = RecordType.named("approval", KIND, ID, Approval::stamped)
            .visible((actor, reader) -> Criterion.all())
            .field(DetailField.plain("state", Approval::state))
            .field(DetailField.plain("round", approval -> (long) approval.round()))
            .field(DetailField.plain(
                    "restrictedTo",
                    approval -> approval.restrictedTo().isEmpty() ? null : Restriction.text(approval.restrictedTo())))
            .field(DetailField.plain("contentHash", Approval::hash))
            .field(DetailField.plain(
                    "step", approval -> approval.opened().get(approval.at()).name()))
            .erasing(Approval::erase);

    /** Copies the collections. */
    public Approval {
        opened = List.copyOf(opened);
        requesters = Set.copyOf(requesters);
        restrictedTo = Set.copyOf(restrictedTo);
    }

    /** The step that waits for votes; empty once the approval has ended. */
    public Optional<OpenedStep> present() {
        return state == State.PENDING ? Optional.of(opened.get(at)) : Optional.empty();
    }

    /** Everybody whose approval counts in this round. */
    public Set<PersonId> approvedBy() {
        return opened.stream()
                .flatMap(step -> step.seats().stream())
                .filter(seat -> seat.choice() == Choice.APPROVE && !seat.struck())
                .map(seat -> seat.by() == null ? seat.principal() : seat.by())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a ticket keeps of it. */
    public ApprovalMark mark() {
        return new ApprovalMark(id, state, round, form, hash, approvedBy());
    }

    /** The same, stamped by the command that wrote it. */
    public Approval stamped(long newVersion, ChainHead head) {
        return new Approval(
                id,
                tenant,
                subject,
                state,
                round,
                form,
                hash,
                policy,
                opened,
                at,
                requesters,
                restrictedTo,
                requestedBy,
                requestedAt,
                decidedAt,
                dueAt,
                newVersion,
                head);
    }

    Approval standing(State now, List<OpenedStep> steps, int place, @Nullable Instant ended) {
        return copy(now, round, hash, steps, place, ended);
    }

    Approval again(String content, List<OpenedStep> steps) {
        return copy(State.PENDING, round + 1, content, steps, 0, null);
    }

    /** The same, for these groups alone. */
    Approval restricted(Set<GroupId> groups) {
        return new Approval(
                id,
                tenant,
                subject,
                state,
                round,
                form,
                hash,
                policy,
                opened,
                at,
                requesters,
                groups,
                requestedBy,
                requestedAt,
                decidedAt,
                dueAt,
                version,
                chain);
    }

    /** Those that staff of some groups may see. */
    static Criterion<Approval> seenBy(Collection<GroupId> groups) {
        return Restriction.seenBy(RESTRICTED_TO, groups);
    }

    /** The same with its next occasion at another time. */
    Approval postponed(Instant when) {
        return new Approval(
                id,
                tenant,
                subject,
                state,
                round,
                form,
                hash,
                policy,
                opened,
                at,
                requesters,
                restrictedTo,
                requestedBy,
                requestedAt,
                decidedAt,
                when,
                version,
                chain);
    }

    private static Approval erase(Ledger ledger, Approval approval, PersonId person, PersonId pseudonym) {
        ledger.list(Query.of(Vote.KIND, approval.tenant(), Vote.APPROVAL.is(approval.id()))).stream()
                .filter(vote -> vote.principal().equals(person) || vote.by().equals(person))
                .forEach(vote -> ledger.replace(Vote.KIND, vote, vote.erased(person, pseudonym)));
        ledger.list(Query.of(Asked.KIND, approval.tenant(), Asked.APPROVAL.is(approval.id()))).stream()
                .filter(asked -> asked.principal().equals(person))
                .forEach(asked -> ledger.replace(Asked.KIND, asked, asked.erased(pseudonym)));
        return approval.involves(person) ? approval.erased(person, pseudonym) : approval;
    }

    private Approval erased(PersonId person, PersonId pseudonym) {
        List<OpenedStep> steps = opened.stream()
                .map(step -> step.with(step.seats().stream()
                        .map(seat -> seat.erased(person, pseudonym))
                        .toList()))
                .toList();
        return new Approval(
                id,
                tenant,
                subject,
                state,
                round,
                form,
                hash,
                policy,
                steps,
                at,
                requesters.stream()
                        .map(one -> one.equals(person) ? pseudonym : one)
                        .collect(Collectors.toSet()),
                restrictedTo,
                requestedBy.equals(person) ? pseudonym : requestedBy,
                requestedAt,
                decidedAt,
                dueAt,
                version,
                chain);
    }

    /** Whether somebody asked for it, is or was asked, or voted. */
    public boolean involves(PersonId person) {
        return requesters.contains(person)
                || requestedBy.equals(person)
                || opened.stream()
                        .flatMap(step -> step.seats().stream())
                        .anyMatch(seat -> seat.principal().equals(person) || person.equals(seat.by()));
    }

    ApprovalStep rule(OpenedStep step) {
        return rule(policy, step);
    }

    private static ApprovalStep rule(ApprovalPolicy policy, OpenedStep step) {
        return policy.steps().stream()
                .filter(rule -> rule.name().equals(step.name()))
                .findFirst()
                .orElseThrow();
    }

    private Approval copy(
            State newState, int newRound, String newHash, List<OpenedStep> steps, int place, @Nullable Instant ended) {
        return new Approval(
                id,
                tenant,
                subject,
                newState,
                newRound,
                form,
                newHash,
                policy,
                steps,
                place,
                requesters,
                restrictedTo,
                requestedBy,
                requestedAt,
                ended,
                due(newState, policy, steps, place),
                version,
                chain);
    }

    /** When the present step is to remind, or is over; never when neither lies ahead. */
    static Instant due(State now, ApprovalPolicy policy, List<OpenedStep> steps, int place) {
        if (now != State.PENDING) {
            return CriterionLimits.LATEST;
        }
        OpenedStep step = steps.get(place);
        ApprovalStep rule = rule(policy, step);
        Instant next = CriterionLimits.LATEST;
        if (rule.expiry() != Expiry.NOTHING && !step.escalated() && step.lapsed() == null) {
            next = step.openedAt().plus(rule.due());
        }
        if (step.reminded() < rule.reminders().size()) {
            Instant reminder = step.openedAt().plus(rule.reminders().get(step.reminded()));
            next = reminder.isBefore(next) ? reminder : next;
        }
        return next;
    }
}
