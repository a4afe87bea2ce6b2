package io.itsm4j.jpa.cmdb;

import io.itsm4j.cmdb.Proposal;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface ProposalMapper extends RecordMapper<Proposal, ProposalEntity> {

    @Override
    @Mapping(target = "rowNumber", source = "row")
    @Mapping(target = "proposalKind", source = "kind")
    @Mapping(target = "afterValues", source = "after")
    @Mapping(target = "beforeValues", source = "before")
    ProposalEntity toRow(Proposal record);

    @Override
    @Mapping(target = "row", source = "rowNumber")
    @Mapping(target = "kind", source = "proposalKind")
    @Mapping(target = "after", source = "afterValues")
    @Mapping(target = "before", source = "beforeValues")
    Proposal toRecord(ProposalEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget ProposalEntity row, Proposal record);
}
