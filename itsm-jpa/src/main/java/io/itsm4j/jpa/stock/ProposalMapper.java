package io.itsm4j.jpa.stock;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.stock.PurchaseProposal;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface ProposalMapper extends RecordMapper<PurchaseProposal, ProposalEntity> {

    @Override
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    ProposalEntity toRow(PurchaseProposal record);

    @Override
    @Mapping(target = "chain", source = "row")
    PurchaseProposal toRecord(ProposalEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget ProposalEntity row, PurchaseProposal record);
}
