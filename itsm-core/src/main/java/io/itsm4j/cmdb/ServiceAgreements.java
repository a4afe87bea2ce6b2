package io.itsm4j.cmdb;

import io.itsm4j.ticket.Ledger;
import java.util.List;
import java.util.Set;

/** Knows what is agreed about services. */
@FunctionalInterface
public interface ServiceAgreements {

    /** Nothing is agreed. */
    ServiceAgreements NONE = (ledger, services) -> List.of();

    /**
     * The agreements that are current and can measure tickets about one of these services, by key.
     *
     * @param ledger reads within the question's own transaction
     * @param services the ids of items that are services
     */
    List<AffectedAgreement> about(Ledger ledger, Set<String> services);
}
