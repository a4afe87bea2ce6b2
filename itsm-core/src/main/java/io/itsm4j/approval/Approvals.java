package io.itsm4j.approval;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Acting;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.RecordAudience;
import io.itsm4j.ticket.RecordType;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.TicketRecord;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can do about approvals: see what waits for them, vote, name somebody who stands in. A vote that decides
 * carries the outcome out on the subject in the same transaction.
 */
public final class Approvals {

    /** The action of voting. */
    public static final Action VOTE = Action.of("vote");

    /** The action of calling an approval off. */
    public static final Action WITHDRAW = Action.of("withdraw");

    /** The action of naming somebody who stands in. */
    public static final Action DELEGATE = Action.of("delegate");

    /** The action of taking that back. */
    public static final Action END_DELEGATION = Action.of("end-delegation");

    /** Every kind of record that approvals keep; what an adapter has to map. */
    public static final List<RecordKind<?>> KINDS = List.of(Approval.KIND, Vote.KIND, Asked.KIND, Delegation.KIND);

    private static final Set<Role> READERS = Set.of(Role.AGENT, Role.MANAGER, Role.AUDITOR, Role.CHANGE_MANAGER);

    /** How approvals are listed: staff see all whose subject they may see, everybody what they asked for. */
    private static final RecordType<Approval> LISTED = Approval.TYPE
            .readBy(READERS.toArray(Role[]::new))
            .visible((actor, reader) -> {
                Criterion<Approval> own = Approval.REQUESTED_BY.is(actor.id());
                return reader ? own.or(Approval.seenBy(actor.groups())) : own;
            });

    private final Approvables known;
    private final Registry<Approval> registry;
    private final Registry<Approval> listed;
    private final Registry<Delegation> delegations;

    /** The approvals as an actor has them. */
    public Approvals(Engine engine, Approvables known, Acting acting) {
        this(
                known,
                new Registry<>(engine, Approval.TYPE, acting),
                new Registry<>(engine, LISTED, acting),
                new Registry<>(engine, Delegation.TYPE, acting));
    }

    private Approvals(
            Approvables known,
            Registry<Approval> registry,
            Registry<Approval> listed,
            Registry<Delegation> delegations) {
        this.known = known;
        this.registry = registry;
        this.listed = listed;
        this.delegations = delegations;
    }

    /** What follows for its approvals when a ticket is restricted to other groups; for the engine. */
    public static void restricted(Ledger ledger, TicketRecord ticket) {
        for (Approval stored :
                ledger.held(Approval.TYPE, Approval.SUBJECT_ID.is(ticket.id().value()))) {
            Approval before = ledger.get(Approval.TYPE, stored.id());
            ledger.change(
                    Approval.TYPE,
                    before,
                    before.restricted(ticket.restrictedTo()),
                    "ApprovalRestricted",
                    Map.of("subject", before.subject().kind() + " " + ticket.id()));
        }
    }

    /** Whom the events of approvals and delegations concern, by the kind of record; for the notifier. */
    public static Map<String, RecordAudience> audiences() {
        return Map.of(
                Approval.KIND.name(), new ApprovalAudience(), Delegation.KIND.name(), Approvals::delegationAudience);
    }

    /** Who stands in and for whom; people know a delegation by the one whose votes they are. */
    private static Optional<RecordAudience.Told> delegationAudience(Ledger ledger, DomainEvent event) {
        return ledger.peek(Delegation.TYPE, event.subjectId())
                .map(found -> new RecordAudience.Told(
                        Delegation.KIND.name(),
                        found.id(),
                        found.principal().value(),
                        Set.of(found.principal(), found.delegate())));
    }

    /** How delegations are kept; for the engine. */
    public static RecordType<Delegation> delegationType() {
        return Delegation.TYPE;
    }

    /** The same with an idempotency key. */
    public Approvals with(CommandOptions options) {
        return new Approvals(known, registry.with(options), listed, delegations.with(options));
    }

    /**
     * What waits for the actor's vote: as themselves, as a member of a group or holder of a role that was asked, and as
     * somebody who stands in. Oldest first unless the request says otherwise; read from an index.
     */
    public Page<Asked> mine(PageRequest<Asked> request) {
        return registry.read(ledger -> {
            Colleagues people = new Colleagues(ledger.directory(), ledger.tenant());
            PersonId self = people.canonical(ledger.actor().id());
            Criterion<Asked> own = Asked.PRINCIPAL.is(self);
            for (Delegation delegation : standingIn(ledger, self)) {
                Criterion<Asked> theirs = Asked.PRINCIPAL.is(people.canonical(delegation.principal()));
                own = own.or(delegation.kind() == null ? theirs : theirs.and(Asked.SUBJECT_KIND.is(delegation.kind())));
            }
            PageRequest<Asked> theirs =
                    new PageRequest<>(request.criterion().and(own), request.sort(), request.size(), request.cursor());
            return ledger.page(Asked.KIND, Asked.ID, theirs, List.of(Sort.ascending(Asked.ASKED_AT)));
        });
    }

    private static List<Delegation> standingIn(Ledger ledger, PersonId delegate) {
        Instant now = ledger.now();
        return ledger.list(Query.of(
                Delegation.KIND,
                ledger.tenant(),
                Delegation.DELEGATE
                        .is(delegate)
                        .and(Delegation.FROM.atMost(now))
                        .and(Delegation.UNTIL.after(now))));
    }

    /**
     * Votes. When the content has changed since everybody was asked, no vote is counted: the votes are void, everybody
     * is asked again, and the approval returned has a new round.
     *
     * @return the approval after the vote; when the vote decided, its outcome is carried out
     * @throws NotFound when there is no such approval, or nothing in it concerns the actor
     * @throws NotPermitted with {@code APPROVAL_NOT_ASKED} or {@code APPROVAL_SEPARATION}
     * @throws io.itsm4j.RuleViolated with {@code APPROVAL_ENDED} when it is decided, with {@code APPROVAL_VOTED} when
     *     this person has voted in the step already, for themselves or for another; with {@code APPROVERS_NONE},
     *     {@code APPROVERS_TOO_FEW} or {@code APPROVERS_UNKNOWN} when the next step cannot be opened
     * @throws InvalidInput when a rejection has no comment
     */
    public Approval vote(String id, CastVote input) {
        record Command(String approval, CastVote vote) {}
        return registry.add(VOTE, Set.of(), new Command(id, input), ledger -> {
            ledger.check(input);
            Approval seen = seen(ledger, id);
            return known.of(seen).vote(ledger, seen, input);
        });
    }

    /** Votes yes. */
    public Approval approve(String id) {
        return vote(id, CastVote.approving());
    }

    /** Votes no, and says why. */
    public Approval reject(String id, @Nullable String comment) {
        return vote(id, CastVote.rejecting(comment));
    }

    /** Votes neither way. */
    public Approval abstain(String id) {
        return vote(id, CastVote.abstaining());
    }

    /**
     * Calls an approval off; only who asked for it, or a manager. The subject is told.
     *
     * @throws io.itsm4j.RuleViolated with {@code APPROVAL_ENDED} when it is decided
     */
    public Approval withdraw(String id, @Nullable String reason) {
        record Command(String approval, Reason reason) {}
        return registry.add(WITHDRAW, Set.of(), new Command(id, Reason.of(reason)), ledger -> {
            ledger.check(Reason.of(reason));
            Approval seen = seen(ledger, id);
            Actor actor = ledger.actor();
            if (!seen.requestedBy().equals(actor.id()) && !actor.is(Role.MANAGER)) {
                throw notPermitted(actor, "approval:withdraw");
            }
            return known.of(seen).callOff(ledger, seen);
        });
    }

    private static NotPermitted notPermitted(Actor actor, String permission) {
        return new NotPermitted(
                "NOT_PERMITTED", Map.of("actor", actor.id(), "permission", permission, "roles", Set.of(Role.MANAGER)));
    }

    /** The approval, not held, when it concerns the actor; all concern staff who may see the subject. */
    private static Approval seen(Ledger ledger, String id) {
        return ledger.peek(Approval.TYPE, id)
                .filter(found -> ledger.visible(LISTED).test(found) || concerns(ledger, found))
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    // --- standing in ----------------------------------------------------------------------------------------

    /**
     * Names somebody who stands in: for the actor, or, by a manager, for another.
     *
     * @throws InvalidInput when it ends before it begins or names one person twice
     */
    public Delegation delegate(Delegate input) {
        return delegations.add(DELEGATE, Set.of(), input, ledger -> {
            Colleagues people = new Colleagues(ledger.directory(), ledger.tenant());
            Actor actor = ledger.actor();
            PersonId self = people.canonical(actor.id());
            PersonId principal = input.principal() == null ? self : people.canonical(new PersonId(input.principal()));
            if (!principal.equals(self) && !actor.is(Role.MANAGER)) {
                throw notPermitted(actor, "delegation:delegate");
            }
            PersonId delegate = people.canonical(new PersonId(java.util.Objects.requireNonNull(input.delegate())));
            Instant from = micros(java.util.Objects.requireNonNull(input.from()));
            Instant until = micros(java.util.Objects.requireNonNull(input.until()));
            check(principal, delegate, from, until);
            Delegation fresh = new Delegation(
                    ledger.newId(),
                    ledger.tenant(),
                    principal,
                    delegate,
                    from,
                    until,
                    input.kind(),
                    null,
                    0,
                    ChainHead.NONE);
            return ledger.add(Delegation.TYPE, fresh, "DelegateNamed", Map.of());
        });
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private static void check(PersonId principal, PersonId delegate, Instant from, Instant until) {
        if (!from.isBefore(until)) {
            throw new InvalidInput("until", "RANGE_REVERSED", Map.of("first", from, "last", until));
        }
        if (principal.equals(delegate)) {
            throw new InvalidInput("delegate", "DELEGATE_SELF", Map.of("person", delegate));
        }
    }

    /** Takes a delegation back, from now on; its principal, its delegate or a manager. */
    public Delegation endDelegation(String id) {
        return delegations.change(id, END_DELEGATION, Set.of(), Reason.NONE, (ledger, before) -> {
            if (before.withdrawnAt() != null) {
                return before;
            }
            Delegation after = before.withdrawn(ledger.now());
            return ledger.change(Delegation.TYPE, before, after, "DelegationEnded", Map.of());
        });
    }

    /** The delegations that concern the actor; all of them for managers and auditors. */
    public Page<Delegation> delegations(PageRequest<Delegation> request) {
        return delegations.page(request);
    }

    // --- looking --------------------------------------------------------------------------------------------

    /** The approval, when there is one that concerns the actor; all concern staff who may see the subject. */
    public Optional<Approval> find(String id) {
        Optional<Approval> seen = listed.find(id);
        return seen.isPresent()
                ? seen
                : registry.read(ledger -> ledger.peek(Approval.TYPE, id).filter(found -> concerns(ledger, found)));
    }

    private static boolean concerns(Ledger ledger, Approval approval) {
        Colleagues people = new Colleagues(ledger.directory(), ledger.tenant());
        PersonId self = people.canonical(ledger.actor().id());
        Set<PersonId> own = new HashSet<>(Set.of(self));
        standingIn(ledger, self).forEach(delegation -> own.add(people.canonical(delegation.principal())));
        return own.stream().anyMatch(approval::involves);
    }

    /**
     * The approval.
     *
     * @throws NotFound when there is none that concerns the actor
     */
    public Approval get(String id) {
        return find(id).orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    /** A page of approvals: for staff all whose subject they may see, those they asked for for others. */
    public Page<Approval> page(PageRequest<Approval> request) {
        return listed.page(request);
    }

    /** How many of the approvals that {@link #page} lists satisfy a condition. */
    public long count(Criterion<Approval> criterion) {
        return listed.count(criterion);
    }

    /** The votes of an approval in all rounds, oldest first. */
    public List<Vote> votes(String id) {
        get(id);
        return registry.read(ledger -> ledger.list(
                Query.of(Vote.KIND, ledger.tenant(), Vote.APPROVAL.is(id)).sortedBy(Sort.ascending(Vote.AT))));
    }

    /** Where it stands and why: who may still vote, what is missing, who is kept out. */
    public ApprovalExplanation explain(String id) {
        Approval approval = get(id);
        return registry.read(ledger -> known.of(approval).explain(ledger, approval));
    }

    /** What happened to it, oldest first. */
    public Page<JournalEntry> history(String id, @Nullable String cursor) {
        get(id);
        return registry.history(id, cursor);
    }
}
