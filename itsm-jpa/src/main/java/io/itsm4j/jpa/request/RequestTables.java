package io.itsm4j.jpa.request;

import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.jpa.mapping.Mapping.DetailTable;
import io.itsm4j.request.Order;
import io.itsm4j.request.Request;
import io.itsm4j.ticket.TicketRecord;
import java.util.Map;
import java.util.Optional;
import org.mapstruct.factory.Mappers;

/** Where requests and orders are kept. */
public final class RequestTables {

    private RequestTables() {}

    /** The table of request details in columns. */
    public static DetailTable<TicketRecord, ?, ?> details() {
        return new DetailTable<>(
                "request",
                Request.class,
                RequestEntity.class,
                ticket -> ticket.details() instanceof Request request ? Optional.of(request) : Optional.empty(),
                Mappers.getMapper(RequestMapper.class),
                Map.of());
    }

    /** The table of orders. */
    public static Mapping<?, ?> orders() {
        return Mapping.of(Order.KIND, OrderEntity.class, Mappers.getMapper(OrderMapper.class))
                .at("number", "orderNumber");
    }
}
