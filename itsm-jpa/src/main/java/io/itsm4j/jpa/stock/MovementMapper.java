package io.itsm4j.jpa.stock;

import io.itsm4j.input.Money;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.stock.Movement;
import org.jspecify.annotations.Nullable;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface MovementMapper extends RecordMapper<Movement, MovementEntity> {

    @Override
    @Mapping(target = "movementKind", source = "kind")
    @Mapping(target = "priceMinor", source = "price.minor")
    @Mapping(target = "currency", source = "price.currency")
    @Mapping(target = "movedBy", source = "by")
    @Mapping(target = "movedAt", source = "at")
    MovementEntity toRow(Movement record);

    @Override
    @Mapping(target = "kind", source = "movementKind")
    @Mapping(target = "price", expression = "java(price(row))")
    @Mapping(target = "by", source = "movedBy")
    @Mapping(target = "at", source = "movedAt")
    Movement toRecord(MovementEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget MovementEntity row, Movement record);

    default @Nullable Money price(MovementEntity row) {
        Long minor = row.getPriceMinor();
        String currency = row.getCurrency();
        return minor == null || currency == null ? null : Money.of(minor, currency);
    }
}
