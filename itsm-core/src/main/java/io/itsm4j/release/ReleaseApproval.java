package io.itsm4j.release;

import io.itsm4j.RuleViolated;
import io.itsm4j.approval.Approvable;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.Material;
import io.itsm4j.approval.PolicyForm;
import io.itsm4j.approval.Subject;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.TicketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How gates are approved: what counts as a release's content, and what an outcome does to the gate. */
final class ReleaseApproval {

    private static final Material<Deliverable> MATERIAL = Material.<Deliverable>of(
                    "title", subject -> subject.content().title())
            .and("description", subject -> subject.content().description())
            .and("version", subject -> subject.release().version())
            .and("scope", Deliverable::scope)
            .and(
                    "environments",
                    subject -> subject.release().environments().stream()
                            .map(each -> List.of(each.name(), each.production(), each.gateNames()))
                            .toList())
            .and(
                    "configuration",
                    subject -> subject.release().configuration().stream()
                            .map(each -> List.of(each.ci(), each.attribute(), String.valueOf(each.value())))
                            .toList())
            .and("from", subject -> subject.release().from())
            .and("to", subject -> subject.release().to())
            .and("backout", subject -> subject.release().backout());

    private ReleaseApproval() {}

    static Approvable<Deliverable> of(TicketType<Release> type) {
        return Approvable.subjects(
                        type.name(),
                        MATERIAL,
                        (ledger, id) -> Deliverable.of(ledger, type, id),
                        subject -> new Subject(type.name(), subject.ticket().value(), subject.label()),
                        Deliverable::requesters,
                        (ledger, subject, ended) -> carryOut(ledger, type, subject, ended))
                .implementedBy(Deliverable::implementers)
                .seenBy(Deliverable::restrictedTo);
    }

    private static void carryOut(Ledger ledger, TicketType<Release> type, Deliverable subject, Approval ended) {
        boolean waits = subject.release().gateOf(ended.id()).isPresent()
                && ledger.allows(ledger.ticket(subject.ticket()), ReleaseLifecycle.PASS_GATE);
        if (waits) {
            ApprovalMark mark = ended.mark();
            ledger.act(
                    type,
                    subject.ticket(),
                    mark.isApproved() ? ReleaseLifecycle.PASS_GATE : ReleaseLifecycle.REFUSE_GATE,
                    Reason.NONE,
                    draft -> settle(draft, mark));
        }
    }

    private static void settle(Draft<Release> draft, ApprovalMark mark) {
        draft.details().gateOf(mark.approval()).ifPresent(gate -> {
            draft.note("environment", gate.environment())
                    .note("gate", gate.gate())
                    .note("approval", mark.approval())
                    .note("state", mark.state().name());
            replace(draft, gate.with(mark));
        });
    }

    private static void replace(Draft<Release> draft, GateApproval next) {
        draft.details(draft.details()
                .marked(draft.details().approvals().stream()
                        .map(each -> each.isOf(next.environment(), next.gate()) ? next : each)
                        .toList()));
    }

    /** Asks for what the gates before an environment wait for, as far as nobody is asked about it yet. */
    static void request(Draft<Release> draft, TargetEnvironment environment, ReleasePolicy releases) {
        voidStale(draft);
        Deliverable subject = Deliverable.of(draft);
        List<GateApproval> marks = new ArrayList<>(draft.details().approvals());
        List<String> asked = new ArrayList<>();
        for (ApprovalGate gate : environment.approvals().stream()
                .sorted(java.util.Comparator.comparing(ApprovalGate::name))
                .toList()) {
            ApprovalMark known = draft.details().mark(environment.name(), gate.name());
            if (known == null || !known.isApproved() && !known.isPending()) {
                Approval approval = of(draft.type())
                        .request(
                                draft.ledger(),
                                subject.before(environment.name(), gate.name()),
                                policy(draft.ledger(), gate, releases));
                marks.removeIf(each -> each.isOf(environment.name(), gate.name()));
                marks.add(new GateApproval(environment.name(), gate.name(), approval.mark()));
                asked.add(gate.name());
            }
        }
        draft.details(draft.details().marked(marks));
        draft.note("environment", environment.name()).note("gates", asked);
    }

    /**
     * The policy of a gate.
     *
     * @throws RuleViolated with {@code APPROVAL_POLICY} when there is none of that name
     */
    static ApprovalPolicy policy(Ledger ledger, ApprovalGate gate, ReleasePolicy releases) {
        ApprovalPolicy shipped = releases.approvals().get(gate.policy());
        return ledger.definition(PolicyForm.FORM, gate.policy())
                .map(Defined::value)
                .or(() -> java.util.Optional.ofNullable(shipped))
                .orElseThrow(() -> new RuleViolated("APPROVAL_POLICY", Map.of("policy", gate.policy())));
    }

    /** Votes are about the content: when it changes, those that are out are asked for again, and a gate closes. */
    static void keepContent(Draft<Release> draft) {
        if (draft.details().approvals().isEmpty() || draft.before().isEmpty()) {
            return;
        }
        voidStale(draft);
        Deliverable subject = Deliverable.of(draft);
        for (GateApproval gate : draft.details().approvals()) {
            if (gate.mark().isPending()) {
                replace(draft, gate.with(of(draft.type()).reconsider(draft.ledger(), subject, gate.mark())));
            }
        }
    }

    private static void voidStale(Draft<Release> draft) {
        if (draft.details().approvals().stream().noneMatch(each -> each.mark().isApproved())) {
            return;
        }
        Approvable<Deliverable> approvable = of(draft.type());
        Deliverable subject = Deliverable.of(draft);
        List<GateApproval> kept = draft.details().approvals().stream()
                .filter(each -> !each.mark().isApproved() || approvable.isContent(subject, each.mark()))
                .toList();
        if (kept.size() < draft.details().approvals().size()) {
            draft.note("voidedApprovals", (long) (draft.details().approvals().size() - kept.size()));
            draft.details(draft.details().marked(kept));
        }
    }

    /** Calls off what was asked before, because nothing is to be approved any more. */
    static void forget(Draft<Release> draft) {
        for (GateApproval gate : draft.before().orElseThrow().details().approvals()) {
            if (gate.mark().isPending()) {
                replace(draft, gate.with(of(draft.type()).withdraw(draft.ledger(), gate.mark())));
            }
        }
    }
}
