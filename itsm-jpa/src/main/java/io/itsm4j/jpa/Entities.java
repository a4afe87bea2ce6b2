package io.itsm4j.jpa;

import java.util.List;

/** The entities by name, for hosts that list their classes. */
final class Entities {

    static final List<String> NAMES = List.of(
            name("schema", "Schema"),
            name("ticket", "Ticket"),
            name("ticket", "TicketValue"),
            name("ticket", "Comment"),
            name("ticket", "Task"),
            name("ticket", "Link"),
            name("ticket", "WorkLog"),
            name("ticket", "Attachment"),
            name("ticket", "NumberBlock"),
            name("ticket", "DueFailure"),
            name("ticket", "Definition"),
            name("journal", "Journal"),
            name("journal", "Outbox"),
            name("incident", "Incident"),
            name("sla", "SlaClock"),
            name("sla", "Waiver"),
            name("approval", "Approval"),
            name("approval", "Vote"),
            name("approval", "Asked"),
            name("approval", "Delegation"),
            name("change", "Change"),
            name("change", "Board"),
            name("change", "ChangeWindow"),
            name("change", "StandardTemplate"),
            name("change", "Booking"),
            name("problem", "Problem"),
            name("request", "Request"),
            name("request", "Order"),
            name("release", "Release"),
            name("release", "Deployment"),
            name("purchase", "Purchase"),
            name("purchase", "Receipt"),
            name("purchase", "Supplier"),
            name("purchase", "Contract"),
            name("purchase", "ContractCover"),
            name("cmdb", "Ci"),
            name("cmdb", "CiValue"),
            name("cmdb", "CiRelation"),
            name("cmdb", "CiState"),
            name("cmdb", "CiIdentity"),
            name("cmdb", "Baseline"),
            name("cmdb", "Reconciliation"),
            name("cmdb", "Proposal"),
            name("cmdb", "Audit"),
            name("cmdb", "Deviation"),
            name("asset", "Asset"),
            name("stock", "Part"),
            name("stock", "StoreRoom"),
            name("stock", "StockItem"),
            name("stock", "Movement"),
            name("stock", "Reservation"),
            name("stock", "Proposal"));

    private Entities() {}

    private static String name(String feature, String entity) {
        return JpaStore.ENTITY_PACKAGE + "." + feature + "." + entity + "Entity";
    }
}
