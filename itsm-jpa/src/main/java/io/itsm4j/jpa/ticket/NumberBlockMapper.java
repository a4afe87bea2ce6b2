package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.ticket.NumberBlock;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface NumberBlockMapper extends RecordMapper<NumberBlock, NumberBlockEntity> {

    @Override
    NumberBlockEntity toRow(NumberBlock record);

    @Override
    NumberBlock toRecord(NumberBlockEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget NumberBlockEntity row, NumberBlock record);
}
