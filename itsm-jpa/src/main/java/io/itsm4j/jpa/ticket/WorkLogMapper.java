package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.ticket.WorkLog;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface WorkLogMapper extends RecordMapper<WorkLog, WorkLogEntity> {

    @Override
    @Mapping(target = "ticketId", source = "ticket")
    WorkLogEntity toRow(WorkLog record);

    @Override
    @Mapping(target = "ticket", source = "ticketId")
    WorkLog toRecord(WorkLogEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget WorkLogEntity row, WorkLog record);
}
