package io.itsm4j.purchase;

import io.itsm4j.approval.Approvable;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.RecordType;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketType;
import java.util.List;
import java.util.function.UnaryOperator;

/** What suppliers, contracts and purchases are here: their types, and how purchases are approved. */
public final class Procurement {

    /** Every kind of record that is kept; what an adapter has to map. */
    public static final List<RecordKind<?>> KINDS =
            List.of(Supplier.KIND, Contract.KIND, ContractCover.KIND, Receipt.KIND);

    private final PurchasePorts ports;
    private final PurchaseType declared;
    private final ContractWriter writer;
    private final RecordType<Contract> contracts;

    /**
     * Procurement under a policy.
     *
     * @param policy how it is handled
     * @param ports what it needs from others
     * @param altered what the host changes about the type of purchases: matrix, custom fields, digits
     */
    public Procurement(PurchasePolicy policy, PurchasePorts ports, UnaryOperator<TicketType<Purchase>> altered) {
        this.ports = ports;
        this.declared = new PurchaseType(policy, ports, altered);
        this.writer = new ContractWriter(policy);
        this.contracts = writer.type();
    }

    /** The type of ticket. */
    public TicketType<Purchase> type() {
        return declared.type();
    }

    /** How purchases are approved. */
    public Approvable<Ticket<Purchase>> approvable() {
        return declared.approvable();
    }

    /** How contracts are kept. */
    public RecordType<Contract> contracts() {
        return contracts;
    }

    /** What is kept beside the tickets. */
    public List<RecordType<?>> records() {
        return List.of(Supplier.TYPE, contracts);
    }

    PurchasePorts ports() {
        return ports;
    }

    PurchaseType declared() {
        return declared;
    }

    ContractWriter writer() {
        return writer;
    }
}
