package io.itsm4j.jpa.approval;

import io.itsm4j.approval.Delegation;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface DelegationMapper extends RecordMapper<Delegation, DelegationEntity> {

    @Override
    @Mapping(target = "startsAt", source = "from")
    @Mapping(target = "untilAt", source = "until")
    @Mapping(target = "endsAt", expression = "java(io.itsm4j.jpa.mapping.Micros.of(record.end()))")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    DelegationEntity toRow(Delegation record);

    @Override
    @Mapping(target = "from", source = "startsAt")
    @Mapping(target = "until", source = "untilAt")
    @Mapping(target = "chain", source = "row")
    Delegation toRecord(DelegationEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget DelegationEntity row, Delegation record);
}
