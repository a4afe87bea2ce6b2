package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.ticket.DueFailure;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface DueFailureMapper extends RecordMapper<DueFailure, DueFailureEntity> {

    @Override
    @Mapping(target = "ticketId", source = "ticket")
    @Mapping(target = "failureCause", source = "cause")
    DueFailureEntity toRow(DueFailure record);

    @Override
    @Mapping(target = "ticket", source = "ticketId")
    @Mapping(target = "cause", source = "failureCause")
    DueFailure toRecord(DueFailureEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget DueFailureEntity row, DueFailure record);
}
