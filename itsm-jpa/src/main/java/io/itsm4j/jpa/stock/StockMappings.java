package io.itsm4j.jpa.stock;

import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.stock.Movement;
import io.itsm4j.stock.Part;
import io.itsm4j.stock.PurchaseProposal;
import io.itsm4j.stock.Reservation;
import io.itsm4j.stock.StockItem;
import io.itsm4j.stock.StoreRoom;
import java.util.List;
import org.mapstruct.factory.Mappers;

/** How parts and stock are laid into tables. */
public final class StockMappings {

    private StockMappings() {}

    /** The mappings. */
    public static List<Mapping<?, ?>> all() {
        return List.of(
                Mapping.of(Part.KIND, PartEntity.class, mapper(PartMapper.class))
                        .at("active", "isActive"),
                Mapping.of(StoreRoom.KIND, StoreRoomEntity.class, mapper(StoreRoomMapper.class))
                        .at("open", "isOpen"),
                Mapping.of(StockItem.KIND, StockItemEntity.class, mapper(StockItemMapper.class))
                        .at("low", "isLow")
                        .at("empty", "isEmpty"),
                Mapping.of(Movement.KIND, MovementEntity.class, mapper(MovementMapper.class))
                        .at("kind", "movementKind")
                        .at("by", "movedBy")
                        .at("at", "movedAt"),
                Mapping.of(Reservation.KIND, ReservationEntity.class, mapper(ReservationMapper.class))
                        .at("by", "reservedBy"),
                Mapping.of(PurchaseProposal.KIND, ProposalEntity.class, mapper(ProposalMapper.class)));
    }

    private static <M> M mapper(Class<M> type) {
        return Mappers.getMapper(type);
    }
}
