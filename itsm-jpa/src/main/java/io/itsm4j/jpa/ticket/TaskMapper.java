package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.ticket.Task;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface TaskMapper extends RecordMapper<Task, TaskEntity> {

    @Override
    @Mapping(target = "ticketId", source = "ticket")
    @Mapping(target = "supportGroup", source = "group")
    TaskEntity toRow(Task record);

    @Override
    @Mapping(target = "ticket", source = "ticketId")
    @Mapping(target = "group", source = "supportGroup")
    Task toRecord(TaskEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget TaskEntity row, Task record);
}
