package io.itsm4j.approval;

import io.itsm4j.actor.PersonId;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.RecordAudience;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whom the events of an approval concern, as it is now: who is asked, who stands in for them, who asked. */
final class ApprovalAudience implements RecordAudience {

    private static final Set<String> ASKING = Set.of("ApprovalRequested", "ApprovalRenewed", "ApprovalReminded");

    private static final Set<String> ENDING = Set.of("ApprovalGranted", "ApprovalRefused", "ApprovalWithdrawn");

    @Override
    public Optional<Told> of(Ledger ledger, DomainEvent event) {
        return ledger.peek(Approval.TYPE, event.subjectId()).map(approval -> told(ledger, event, approval));
    }

    private static Told told(Ledger ledger, DomainEvent event, Approval approval) {
        Set<PersonId> people = new HashSet<>();
        boolean escalated = event.name().equals("ApprovalStepExpired");
        boolean opened = event.name().equals("VoteCast") && event.data().containsKey("opened");
        if (ASKING.contains(event.name()) || escalated || opened) {
            approval.present().ifPresent(step -> people.addAll(voters(ledger, approval, step.waitingFor())));
        }
        if (ENDING.contains(event.name()) || escalated) {
            people.add(approval.requestedBy());
            people.addAll(approval.requesters());
        }
        if (approval.state() == Approval.State.WITHDRAWN && ENDING.contains(event.name())) {
            people.addAll(voters(
                    ledger, approval, approval.opened().get(approval.at()).waitingFor()));
        }
        return new Told(
                approval.subject().kind(),
                approval.subject().id(),
                approval.subject().label(),
                people);
    }

    /** Those whose vote is out, and who stands in for them now. */
    private static Set<PersonId> voters(Ledger ledger, Approval approval, Set<PersonId> out) {
        Set<PersonId> all = new HashSet<>(out);
        if (!out.isEmpty()) {
            ledger
                    .list(Query.of(
                            Delegation.KIND,
                            ledger.tenant(),
                            Delegation.PRINCIPAL.in(out).and(Delegation.UNTIL.after(ledger.now()))))
                    .stream()
                    .filter(delegation ->
                            delegation.holds(ledger.now(), approval.subject().kind()))
                    .forEach(delegation -> all.add(delegation.delegate()));
        }
        return all;
    }
}
