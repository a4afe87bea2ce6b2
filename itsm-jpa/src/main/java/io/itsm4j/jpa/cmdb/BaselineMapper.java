package io.itsm4j.jpa.cmdb;

import io.itsm4j.cmdb.Baseline;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface BaselineMapper extends RecordMapper<Baseline, BaselineEntity> {

    @Override
    @Mapping(target = "takenAt", source = "at")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    BaselineEntity toRow(Baseline record);

    @Override
    @Mapping(target = "at", source = "takenAt")
    @Mapping(target = "chain", source = "row")
    Baseline toRecord(BaselineEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget BaselineEntity row, Baseline record);
}
