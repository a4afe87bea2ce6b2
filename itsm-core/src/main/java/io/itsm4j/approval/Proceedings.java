package io.itsm4j.approval;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.PersonId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.Personal;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens to an approval within one command: opened, voted on, asked again, called off, over. */
final class Proceedings<S> {

    private final Ledger ledger;
    private final Approvable<S> what;
    private final Roster roster;
    private final Colleagues people;
    private final Lock lock;

    Proceedings(Ledger ledger, Approvable<S> what) {
        this(ledger, what, Lock.WRITE);
    }

    /** For looking only, {@link Lock#NONE}. */
    Proceedings(Ledger ledger, Approvable<S> what, Lock lock) {
        this.ledger = ledger;
        this.lock = lock;
        this.what = what;
        this.roster = new Roster(ledger);
        this.people = new Colleagues(ledger.directory(), ledger.tenant());
    }

    Approval open(S subject, ApprovalPolicy policy) {
        Set<PersonId> requesters = people.canonical(what.requesters(subject));
        OpenedStep first =
                roster.open(policy.steps().get(0), keptOut(policy, requesters), implementers(policy, subject));
        int form = what.material().form();
        List<OpenedStep> opened = List.of(first);
        Approval fresh = new Approval(
                ledger.newId(),
                ledger.tenant(),
                what.reference(subject),
                Approval.State.PENDING,
                1,
                form,
                what.material().hash(subject, form),
                policy,
                opened,
                0,
                requesters,
                what.readers(subject),
                ledger.actor().id(),
                ledger.now(),
                null,
                Approval.due(Approval.State.PENDING, policy, opened, 0),
                0,
                ChainHead.NONE);
        Approval added = ledger.add(Approval.TYPE, fresh, "ApprovalRequested", Map.of("subject", subjectOf(fresh)));
        ask(List.of(), added);
        return added;
    }

    private static String subjectOf(Approval approval) {
        return approval.subject().kind() + " " + approval.subject().id();
    }

    /** Everybody is asked again, about the content as it is now. */
    Approval again(String id, S subject) {
        Approval before = ledger.get(Approval.TYPE, id);
        return before.state() == Approval.State.PENDING ? again(before, subject) : before;
    }

    Approval again(Approval before, S subject) {
        ApprovalPolicy policy = before.policy();
        OpenedStep first = roster.open(policy.steps().get(0), keptOut(before, subject), implementers(policy, subject));
        Approval after = before.again(what.material().hash(subject, before.form()), List.of(first));
        return changed(before, after, "ApprovalRenewed", Map.of("subject", subjectOf(before)));
    }

    Approval withdraw(String id) {
        Approval before = ledger.get(Approval.TYPE, id);
        return before.state() == Approval.State.PENDING ? withdraw(before) : before;
    }

    Approval callOff(Approval before) {
        requirePending(before);
        return withdraw(before);
    }

    private Approval withdraw(Approval before) {
        Approval after = before.standing(Approval.State.WITHDRAWN, before.opened(), before.at(), ledger.now());
        return changed(before, after, "ApprovalWithdrawn", Map.of("subject", subjectOf(before)));
    }

    // --- voting ---------------------------------------------------------------------------------------------

    Approval vote(Approval before, S subject, CastVote input) {
        requirePending(before);
        if (!what.material().hash(subject, before.form()).equals(before.hash())) {
            return again(before, subject);
        }
        Choice choice = java.util.Objects.requireNonNull(input.choice());
        boolean mute = input.comment() == null || input.comment().isBlank();
        if (choice == Choice.REJECT && mute) {
            throw new InvalidInput("comment", "REQUIRED", Map.of());
        }
        Set<PersonId> keptOut = keptOut(before, subject);
        Set<PersonId> implementers = implementers(before.policy(), subject);
        List<OpenedStep> steps = refreshed(before, keptOut);
        int place = place(before.policy(), steps, implementers);
        OpenedStep step = steps.get(place);
        PersonId voter = people.canonical(ledger.actor().id());
        Seat seat = seat(before, step, voter, input);
        checkVoter(step, seat, voter, keptOut);
        steps.set(place, step.with(seat.principal(), free -> free.voted(choice, voter, ledger.now())));
        Vote vote = new Vote(
                ledger.newId(),
                before.tenant(),
                before.id(),
                before.round(),
                step.name(),
                seat.principal(),
                voter,
                choice,
                mute ? null : input.comment(),
                before.form(),
                before.hash(),
                ledger.now());
        ledger.insert(Vote.KIND, vote);
        return carryOn(before, subject, steps, "VoteCast", facts(vote));
    }

    private static Map<String, Object> facts(Vote vote) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("step", vote.step());
        facts.put("choice", vote.choice().name());
        facts.put("round", (long) vote.round());
        facts.put("hash", vote.hash());
        facts.put("principal", new Personal(vote.principal().value()));
        facts.put("by", new Personal(vote.by().value()));
        if (vote.comment() != null) {
            facts.put("comment", new Personal(vote.comment()));
        }
        return facts;
    }

    private void requirePending(Approval approval) {
        if (approval.state() != Approval.State.PENDING) {
            throw new RuleViolated(
                    "APPROVAL_ENDED", Map.of("subject", approval.subject().label(), "state", approval.state()));
        }
    }

    /**
     * The seat that the vote is for: the named principal's, the voter's own, or that of whom the voter stands in for.
     */
    private Seat seat(Approval approval, OpenedStep step, PersonId voter, CastVote input) {
        Set<PersonId> delegated = principalsOf(voter, approval.subject().kind());
        if (input.principal() != null) {
            PersonId named = people.canonical(new PersonId(input.principal()));
            if (!named.equals(voter) && !delegated.contains(named)) {
                throw notAsked(step, voter);
            }
            return sitting(step, Set.of(named), voter);
        }
        boolean own = step.seats().stream().anyMatch(seat -> seat.principal().equals(voter));
        return sitting(step, own ? Set.of(voter) : delegated, voter);
    }

    private static Seat sitting(OpenedStep step, Set<PersonId> principals, PersonId voter) {
        List<Seat> seats = step.seats().stream()
                .filter(seat -> principals.contains(seat.principal()))
                .toList();
        return seats.stream()
                .filter(Seat::isOut)
                .findFirst()
                .or(() -> seats.stream().findFirst())
                .orElseThrow(() -> notAsked(step, voter));
    }

    private static void checkVoter(OpenedStep step, Seat seat, PersonId voter, Set<PersonId> keptOut) {
        if (keptOut.contains(voter) || keptOut.contains(seat.principal())) {
            throw new NotPermitted("APPROVAL_SEPARATION", Map.of("person", voter, "step", step.name()));
        }
        if (seat.struck()) {
            throw notAsked(step, voter);
        }
        boolean twice = step.seats().stream().anyMatch(other -> voter.equals(other.by()) && !other.struck());
        if (twice || seat.choice() != null) {
            throw new RuleViolated("APPROVAL_VOTED", Map.of("person", voter, "step", step.name()));
        }
    }

    private static NotPermitted notAsked(OpenedStep step, PersonId voter) {
        return new NotPermitted("APPROVAL_NOT_ASKED", Map.of("person", voter, "step", step.name()));
    }

    // --- time -----------------------------------------------------------------------------------------------

    /** A reminder, or the end of the present step's time. */
    Approval due(Approval before, S subject) {
        if (!what.material().hash(subject, before.form()).equals(before.hash())) {
            return again(before, subject);
        }
        Set<PersonId> keptOut = keptOut(before, subject);
        List<OpenedStep> steps = refreshed(before, keptOut);
        OpenedStep step = steps.get(before.at());
        ApprovalStep rule = before.rule(step);
        Instant end = step.openedAt().plus(rule.due());
        boolean over = rule.expiry() != Expiry.NOTHING
                && !step.escalated()
                && !ledger.now().isBefore(end);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("step", step.name());
        facts.put(
                "waitingFor",
                new Personal(
                        step.waitingFor().stream().map(PersonId::value).sorted().collect(Collectors.joining(", "))));
        if (!over) {
            int reminded = (int) rule.reminders().stream()
                    .filter(after -> !step.openedAt().plus(after).isAfter(ledger.now()))
                    .count();
            steps.set(before.at(), step.reminded(reminded));
            return carryOn(before, subject, steps, "ApprovalReminded", facts);
        }
        facts.put("expiry", rule.expiry().name());
        steps.set(before.at(), expired(rule, step.reminded(rule.reminders().size()), keptOut));
        return carryOn(before, subject, steps, "ApprovalStepExpired", facts);
    }

    private OpenedStep expired(ApprovalStep rule, OpenedStep step, Set<PersonId> keptOut) {
        return switch (rule.expiry()) {
            case APPROVE -> step.lapsed(Verdict.APPROVED);
            case REJECT -> step.lapsed(Verdict.REJECTED);
            case ESCALATE -> step.escalated(roster.escalated(rule, step, keptOut));
            case NOTHING -> step;
        };
    }

    // --- what follows ---------------------------------------------------------------------------------------

    private List<OpenedStep> refreshed(Approval approval, Set<PersonId> keptOut) {
        List<OpenedStep> steps = new ArrayList<>();
        approval.opened().forEach(step -> steps.add(roster.refreshed(approval.rule(step), step, keptOut)));
        return steps;
    }

    /** The first step that is not approved, or the last one. */
    private static int place(ApprovalPolicy policy, List<OpenedStep> steps, Set<PersonId> implementers) {
        int place = 0;
        while (place < steps.size() - 1
                && steps.get(place).verdict(policy.steps().get(place).quorum(), implementers) == Verdict.APPROVED) {
            place++;
        }
        return place;
    }

    private Approval carryOn(
            Approval before, S subject, List<OpenedStep> steps, String event, Map<String, Object> facts) {
        ApprovalPolicy policy = before.policy();
        Set<PersonId> implementers = implementers(policy, subject);
        int place = place(policy, steps, implementers);
        Verdict verdict = steps.get(place).verdict(policy.steps().get(place).quorum(), implementers);
        while (verdict == Verdict.APPROVED && place < policy.steps().size() - 1) {
            place++;
            steps.add(roster.open(policy.steps().get(place), keptOut(before, subject), implementers));
            verdict = steps.get(place).verdict(policy.steps().get(place).quorum(), implementers);
            facts.put("opened", steps.get(place).name());
        }
        Approval after = switch (verdict) {
            case OPEN -> before.standing(Approval.State.PENDING, steps, place, null);
            case APPROVED -> before.standing(Approval.State.APPROVED, steps, place, ledger.now());
            case REJECTED -> before.standing(Approval.State.REJECTED, steps, place, ledger.now());
        };
        Approval changed = changed(before, after, named(event, after), facts);
        if (after.state() != Approval.State.PENDING) {
            what.carryOut(ledger, subject, changed);
        }
        return changed;
    }

    private static String named(String event, Approval after) {
        return switch (after.state()) {
            case APPROVED -> "ApprovalGranted";
            case REJECTED -> "ApprovalRefused";
            case PENDING, WITHDRAWN -> event;
        };
    }

    private Approval changed(Approval before, Approval after, String event, Map<String, ?> facts) {
        Approval changed = ledger.change(Approval.TYPE, before, after, event, facts);
        ask(before.present().map(OpenedStep::seats).orElse(List.of()), changed);
        return changed;
    }

    /** Keeps the rows that ask in step with the votes that are out. */
    private void ask(List<Seat> before, Approval after) {
        List<Seat> seats = after.present().map(OpenedStep::seats).orElse(List.of());
        Set<String> wanted = ids(seats);
        Set<String> known = ids(before);
        before.stream()
                .filter(seat -> seat.isOut() && !wanted.contains(seat.asked()))
                .forEach(seat -> ledger.remove(Asked.KIND, row(after, seat)));
        seats.stream()
                .filter(seat -> seat.isOut() && !known.contains(seat.asked()))
                .forEach(seat -> ledger.insert(Asked.KIND, row(after, seat)));
    }

    private static Set<String> ids(List<Seat> seats) {
        return seats.stream().filter(Seat::isOut).map(Seat::asked).collect(Collectors.toSet());
    }

    private Asked row(Approval approval, Seat seat) {
        OpenedStep step = approval.opened().get(approval.at());
        return new Asked(
                seat.asked(),
                approval.tenant(),
                approval.id(),
                approval.subject(),
                step.name(),
                seat.principal(),
                step.openedAt());
    }

    /** Where it stands and why. */
    ApprovalExplanation explain(Approval approval, S subject) {
        Set<PersonId> keptOut = keptOut(approval, subject);
        Set<PersonId> implementers = implementers(approval.policy(), subject);
        boolean pending = approval.state() == Approval.State.PENDING;
        List<OpenedStep> opened = pending ? refreshed(approval, keptOut) : approval.opened();
        List<ApprovalExplanation.StepNow> steps = new ArrayList<>();
        for (int i = 0; i < approval.policy().steps().size(); i++) {
            ApprovalStep rule = approval.policy().steps().get(i);
            steps.add(
                    i < opened.size()
                            ? ApprovalExplanation.StepNow.of(rule, opened.get(i), implementers)
                            : ApprovalExplanation.StepNow.notOpened(rule));
        }
        Set<PersonId> out = pending
                ? opened.get(place(approval.policy(), opened, implementers)).waitingFor()
                : Set.of();
        Map<PersonId, Set<PersonId>> standIns = new LinkedHashMap<>();
        delegations(Delegation.PRINCIPAL.in(out), Lock.NONE).stream()
                .filter(delegation -> delegation.holds(ledger.now(), what.kind()))
                .forEach(delegation -> standIns.computeIfAbsent(delegation.principal(), any -> new HashSet<>())
                        .add(delegation.delegate()));
        boolean stale =
                pending && !what.material().hash(subject, approval.form()).equals(approval.hash());
        return new ApprovalExplanation(approval, steps, out, standIns, keptOut, implementers, stale);
    }

    // --- people ---------------------------------------------------------------------------------------------

    private Set<PersonId> implementers(ApprovalPolicy policy, S subject) {
        return policy.separated() ? people.canonical(what.implementers(subject)) : Set.of();
    }

    private Set<PersonId> keptOut(Approval approval, S subject) {
        Set<PersonId> requesters = new HashSet<>(approval.requesters());
        requesters.addAll(people.canonical(what.requesters(subject)));
        return keptOut(approval.policy(), requesters);
    }

    /** Those who asked for it, and everybody who stands in for them now. */
    private Set<PersonId> keptOut(ApprovalPolicy policy, Set<PersonId> requesters) {
        if (!policy.separated()) {
            return Set.of();
        }
        Set<PersonId> all = new HashSet<>(requesters);
        delegations(Delegation.PRINCIPAL.in(requesters), lock).stream()
                .filter(delegation -> delegation.holds(ledger.now(), what.kind()))
                .forEach(delegation -> all.add(people.canonical(delegation.delegate())));
        return all;
    }

    private Set<PersonId> principalsOf(PersonId delegate, String kind) {
        return delegations(Delegation.DELEGATE.is(delegate), Lock.WRITE).stream()
                .filter(delegation -> delegation.holds(ledger.now(), kind))
                .map(delegation -> people.canonical(delegation.principal()))
                .collect(Collectors.toSet());
    }

    /** Delegations that are not over. */
    private List<Delegation> delegations(Criterion<Delegation> whose, Lock how) {
        return ledger.list(Query.of(Delegation.KIND, ledger.tenant(), whose.and(Delegation.UNTIL.after(ledger.now())))
                .locked(how));
    }
}
