package io.itsm4j.jpa.journal;

import io.itsm4j.journal.OutboxMessage;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface OutboxMapper extends RecordMapper<OutboxMessage, OutboxEntity> {

    @Override
    OutboxEntity toRow(OutboxMessage record);

    @Override
    OutboxMessage toRecord(OutboxEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget OutboxEntity row, OutboxMessage record);
}
