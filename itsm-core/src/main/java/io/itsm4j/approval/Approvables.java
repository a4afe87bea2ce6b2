package io.itsm4j.approval;

import io.itsm4j.RuleViolated;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.RecordType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that can be approved here, by kind. */
public final class Approvables {

    private final Map<String, Approvable<?>> byKind = new LinkedHashMap<>();

    /**
     * Collects them.
     *
     * @throws IllegalArgumentException when two share a kind
     */
    public Approvables(List<Approvable<?>> all) {
        for (Approvable<?> one : all) {
            if (byKind.put(one.kind(), one) != null) {
                throw new IllegalArgumentException(
                        "two declarations of what can be approved share a kind: " + one.kind());
            }
        }
    }

    /** How approvals are kept: their reminders and limits come due, and outcomes reach the subjects known here. */
    public RecordType<Approval> type() {
        return Approval.TYPE.due(
                Approval.DUE_AT,
                this::due,
                Approval::postponed,
                (ledger, approval) -> of(approval).hold(ledger, approval));
    }

    private void due(Ledger ledger, Approval approval) {
        of(approval).due(ledger, approval);
    }

    /**
     * What declares the subject of an approval.
     *
     * @throws RuleViolated with {@code APPROVAL_KIND} when nothing does
     */
    Approvable<?> of(Approval approval) {
        Approvable<?> found = byKind.get(approval.subject().kind());
        if (found == null) {
            throw new RuleViolated(
                    "APPROVAL_KIND", Map.of("kind", approval.subject().kind(), "allowed", byKind.keySet()));
        }
        return found;
    }
}
