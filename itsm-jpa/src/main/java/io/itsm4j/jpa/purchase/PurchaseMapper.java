package io.itsm4j.jpa.purchase;

import io.itsm4j.input.Money;
import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.Mapping.DetailMapper;
import io.itsm4j.purchase.LineTotal;
import io.itsm4j.purchase.Purchase;
import io.itsm4j.purchase.PurchaseLine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

@Mapper(config = MapperRules.class)
interface PurchaseMapper extends DetailMapper<Purchase, PurchaseEntity> {

    @Override
    @Mapping(target = "supplier", source = "details", qualifiedByName = "supplier")
    @Mapping(target = "contract", source = "details.order.contract")
    @Mapping(target = "reference", source = "details.order.reference")
    @Mapping(target = "expectedAt", source = "details.order.expectedAt")
    @Mapping(target = "orderedBy", source = "details.order.orderedBy")
    @Mapping(target = "orderedAt", source = "details.order.orderedAt")
    @Mapping(target = "neededBy", source = "details.wanted.neededBy")
    @Mapping(target = "costCentre", source = "details.wanted.costCentre")
    @Mapping(target = "budget", source = "details.wanted.budget")
    @Mapping(target = "proposal", source = "details.wanted.proposal")
    @Mapping(target = "reason", source = "details.wanted.reason")
    @Mapping(target = "totalMinor", source = "details", qualifiedByName = "total")
    @Mapping(target = "currency", source = "details", qualifiedByName = "currency")
    @Mapping(target = "approvalId", source = "details.clearance.mark.approval")
    @Mapping(target = "approvalState", source = "details.clearance.mark.state")
    @Mapping(target = "exempt", source = "details.clearance.exempt")
    @Mapping(target = "lines", source = "details.wanted.lines", qualifiedByName = "lines")
    @Mapping(target = "totals", source = "details.totals", qualifiedByName = "totals")
    PurchaseEntity toRow(String id, String tenant, Purchase details);

    @Named("supplier")
    default @Nullable String supplier(Purchase details) {
        return details.supplier();
    }

    @Named("total")
    default @Nullable Long total(Purchase details) {
        return details.wanted().total().map(Money::minor).orElse(null);
    }

    @Named("currency")
    default @Nullable String currency(Purchase details) {
        return details.wanted().total().map(Money::currency).orElse(null);
    }

    @Named("lines")
    default String lines(List<PurchaseLine> all) {
        return Json.write(all.stream()
                .map(line -> {
                    Map<String, Object> row = new TreeMap<>(Map.of(
                            "line", (long) line.line(),
                            "kind", line.kind().name(),
                            "description", line.description(),
                            "quantity", line.quantity(),
                            "unitPrice", line.unitPrice().amount().toPlainString(),
                            "tolerancePercent", (long) line.tolerancePercent()));
                    if (line.item() != null) {
                        row.put("item", line.item());
                    }
                    return row;
                })
                .toList());
    }

    @Named("totals")
    default String totals(List<LineTotal> all) {
        return Json.write(all.stream()
                .map(total ->
                        Map.of("line", (long) total.line(), "received", total.received(), "givenUp", total.givenUp()))
                .toList());
    }
}
