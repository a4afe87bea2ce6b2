package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.ticket.StoredDefinition;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface DefinitionMapper extends RecordMapper<StoredDefinition, DefinitionEntity> {

    @Override
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    DefinitionEntity toRow(StoredDefinition record);

    @Override
    @Mapping(target = "chain", source = "row")
    StoredDefinition toRecord(DefinitionEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget DefinitionEntity row, StoredDefinition record);
}
