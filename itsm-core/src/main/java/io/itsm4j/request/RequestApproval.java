package io.itsm4j.request;

import io.itsm4j.RuleViolated;
import io.itsm4j.approval.Approvable;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.Material;
import io.itsm4j.approval.PolicyForm;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketType;
import java.util.Map;
import java.util.Optional;

/** How requests are approved: what counts as their content, and what an outcome does to them. */
final class RequestApproval {

    private static final Material<Ticket<Request>> MATERIAL = Material.<Ticket<Request>>of(
                    "item", request -> request.details().item())
            .and("itemHash", request -> request.details().itemHash())
            .and("quantity", request -> request.details().quantity())
            .and("answers", request -> request.details().answers())
            .and("price", request -> String.valueOf(request.details().price()))
            .and("openedFor", request -> request.people().openedFor())
            .and("description", request -> request.content().description());

    private RequestApproval() {}

    static Approvable<Ticket<Request>> of(TicketType<Request> type) {
        return Approvable.tickets(type, MATERIAL, RequestApproval::action, Request::marked);
    }

    private static Optional<Action> action(Ticket<Request> request, Approval approval) {
        if (!request.state().equals(RequestLifecycle.AWAITING_APPROVAL)) {
            return Optional.empty();
        }
        return switch (approval.state()) {
            case APPROVED -> Optional.of(RequestLifecycle.APPROVE);
            case REJECTED, WITHDRAWN -> Optional.of(RequestLifecycle.REJECT);
            case PENDING -> Optional.empty();
        };
    }

    /** Asks for the approval that the item's policy wants. */
    static void request(Draft<Request> draft) {
        Ledger ledger = draft.ledger();
        String name = java.util.Objects.requireNonNull(draft.details().approval());
        ApprovalPolicy policy =
                policy(ledger, name).orElseThrow(() -> new RuleViolated("APPROVAL_POLICY", Map.of("policy", name)));
        Ticket<Request> subject = draft.before().orElseThrow();
        Approval approval = of(draft.type()).request(ledger, subject, policy);
        draft.details(draft.details().marked(approval.mark()));
    }

    static Optional<ApprovalPolicy> policy(Ledger ledger, String name) {
        return ledger.definition(PolicyForm.FORM, name).map(Defined::value);
    }
}
