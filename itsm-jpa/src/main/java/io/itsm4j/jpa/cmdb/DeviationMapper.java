package io.itsm4j.jpa.cmdb;

import io.itsm4j.cmdb.Deviation;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface DeviationMapper extends RecordMapper<Deviation, DeviationEntity> {

    @Override
    @Mapping(target = "deviationKind", source = "kind")
    @Mapping(target = "attributeKey", source = "key")
    @Mapping(target = "changeId", source = "change")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    DeviationEntity toRow(Deviation record);

    @Override
    @Mapping(target = "kind", source = "deviationKind")
    @Mapping(target = "key", source = "attributeKey")
    @Mapping(target = "change", source = "changeId")
    @Mapping(target = "chain", source = "row")
    Deviation toRecord(DeviationEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget DeviationEntity row, Deviation record);
}
