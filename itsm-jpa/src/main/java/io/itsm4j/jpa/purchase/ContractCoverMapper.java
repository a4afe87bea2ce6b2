package io.itsm4j.jpa.purchase;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.purchase.ContractCover;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface ContractCoverMapper extends RecordMapper<ContractCover, ContractCoverEntity> {

    @Override
    @Mapping(target = "coverKind", source = "kind")
    ContractCoverEntity toRow(ContractCover record);

    @Override
    @Mapping(target = "kind", source = "coverKind")
    ContractCover toRecord(ContractCoverEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget ContractCoverEntity row, ContractCover record);
}
