package io.itsm4j.jpa.change;

import io.itsm4j.change.Booking;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface BookingMapper extends RecordMapper<Booking, BookingEntity> {

    @Override
    @Mapping(target = "changeNumber", source = "number")
    @Mapping(target = "startsAt", source = "start")
    @Mapping(target = "endsAt", source = "end")
    BookingEntity toRow(Booking record);

    @Override
    @Mapping(target = "number", source = "changeNumber")
    @Mapping(target = "start", source = "startsAt")
    @Mapping(target = "end", source = "endsAt")
    Booking toRecord(BookingEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget BookingEntity row, Booking record);
}
