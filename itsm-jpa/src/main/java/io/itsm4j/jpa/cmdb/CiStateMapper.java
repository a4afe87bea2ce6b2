package io.itsm4j.jpa.cmdb;

import io.itsm4j.cmdb.CiState;
import io.itsm4j.cmdb.Stewardship;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface CiStateMapper extends RecordMapper<CiState, CiStateEntity> {

    @Override
    @Mapping(target = "status", source = "status.name")
    @Mapping(target = "statusCategory", source = "status.category")
    @Mapping(target = "live", expression = "java(record.status().category().isOpen())")
    @Mapping(target = "criticality", expression = "java(CiValues.rank(record.criticality()))")
    @Mapping(target = "attributes", expression = "java(CiValues.write(record.attributes()))")
    @Mapping(target = "owner", source = "stewardship.owner")
    @Mapping(target = "supportGroup", source = "stewardship.group")
    @Mapping(target = "location", source = "stewardship.location")
    @Mapping(target = "service", source = "stewardship.service")
    @Mapping(target = "sinceAt", source = "since")
    @Mapping(target = "untilAt", source = "until")
    CiStateEntity toRow(CiState record);

    @Override
    @Mapping(target = "status", expression = "java(CiValues.state(row.getStatus(), row.getStatusCategory()))")
    @Mapping(target = "criticality", expression = "java(CiValues.criticality(row.getCriticality()))")
    @Mapping(target = "attributes", expression = "java(CiValues.read(row.getAttributes()))")
    @Mapping(target = "stewardship", source = "row")
    @Mapping(target = "since", source = "sinceAt")
    @Mapping(target = "until", source = "untilAt")
    CiState toRecord(CiStateEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget CiStateEntity row, CiState record);

    @Mapping(target = "group", source = "supportGroup")
    Stewardship stewardship(CiStateEntity row);
}
