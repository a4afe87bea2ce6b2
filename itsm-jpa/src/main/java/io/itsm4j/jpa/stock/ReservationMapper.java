package io.itsm4j.jpa.stock;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.stock.Reservation;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface ReservationMapper extends RecordMapper<Reservation, ReservationEntity> {

    @Override
    @Mapping(target = "openQuantity", source = "open")
    @Mapping(target = "untilAt", source = "until")
    @Mapping(target = "reservedBy", source = "by")
    @Mapping(target = "reservedAt", source = "at")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    ReservationEntity toRow(Reservation record);

    @Override
    @Mapping(target = "open", source = "openQuantity")
    @Mapping(target = "until", source = "untilAt")
    @Mapping(target = "by", source = "reservedBy")
    @Mapping(target = "at", source = "reservedAt")
    @Mapping(target = "chain", source = "row")
    Reservation toRecord(ReservationEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget ReservationEntity row, Reservation record);
}
