package io.itsm4j.jpa.cmdb;

import io.itsm4j.cmdb.CiRelation;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface CiRelationMapper extends RecordMapper<CiRelation, CiRelationEntity> {

    @Override
    @Mapping(target = "fromId", source = "from")
    @Mapping(target = "relationType", source = "type")
    @Mapping(target = "toId", source = "to")
    @Mapping(target = "sinceAt", source = "since")
    @Mapping(target = "untilAt", source = "until")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    CiRelationEntity toRow(CiRelation record);

    @Override
    @Mapping(target = "from", source = "fromId")
    @Mapping(target = "type", source = "relationType")
    @Mapping(target = "to", source = "toId")
    @Mapping(target = "since", source = "sinceAt")
    @Mapping(target = "until", source = "untilAt")
    @Mapping(target = "chain", source = "row")
    CiRelation toRecord(CiRelationEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget CiRelationEntity row, CiRelation record);
}
