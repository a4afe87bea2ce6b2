package io.itsm4j.jpa.purchase;

import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.jpa.mapping.Mapping.DetailTable;
import io.itsm4j.purchase.Contract;
import io.itsm4j.purchase.ContractCover;
import io.itsm4j.purchase.Purchase;
import io.itsm4j.purchase.Receipt;
import io.itsm4j.purchase.Supplier;
import io.itsm4j.ticket.TicketRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mapstruct.factory.Mappers;

/** How suppliers, contracts, purchases and receipts are laid into tables. */
public final class PurchaseMappings {

    private PurchaseMappings() {}

    /** Where purchase details are written in columns. */
    public static DetailTable<TicketRecord, ?, ?> table() {
        return new DetailTable<>(
                "purchase",
                Purchase.class,
                PurchaseEntity.class,
                ticket -> ticket.details() instanceof Purchase purchase ? Optional.of(purchase) : Optional.empty(),
                Mappers.getMapper(PurchaseMapper.class),
                Map.of());
    }

    /** The records beside the tickets. */
    public static List<Mapping<?, ?>> all() {
        return List.of(
                Mapping.of(Supplier.KIND, SupplierEntity.class, Mappers.getMapper(SupplierMapper.class))
                        .at("number", "supplierNumber"),
                Mapping.of(Contract.KIND, ContractEntity.class, Mappers.getMapper(ContractMapper.class))
                        .at("number", "contractNumber")
                        .at("kind", "contractKind")
                        .at("from", "validFrom")
                        .at("until", "validUntil"),
                Mapping.of(ContractCover.KIND, ContractCoverEntity.class, Mappers.getMapper(ContractCoverMapper.class))
                        .at("kind", "coverKind"),
                Mapping.of(Receipt.KIND, ReceiptEntity.class, Mappers.getMapper(ReceiptMapper.class))
                        .at("kind", "receiptKind")
                        .at("line", "lineNumber")
                        .at("at", "receivedAt"));
    }
}
