package io.itsm4j.jpa.request;

import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.request.Order;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface OrderMapper extends RecordMapper<Order, OrderEntity> {

    @Override
    @Mapping(target = "orderNumber", source = "number")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    OrderEntity toRow(Order record);

    @Override
    @Mapping(target = "number", source = "orderNumber")
    @Mapping(target = "chain", source = "row")
    Order toRecord(OrderEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget OrderEntity row, Order record);

    default String ids(List<TicketId> tickets) {
        return Json.write(tickets.stream().map(TicketId::value).toList());
    }

    default List<TicketId> tickets(String ids) {
        return Json.strings(ids).map(TicketId::new).toList();
    }
}
