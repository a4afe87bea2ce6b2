package io.itsm4j.jpa.cmdb;

import io.itsm4j.cmdb.Reconciliation;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface ReconciliationMapper extends RecordMapper<Reconciliation, ReconciliationEntity> {

    @Override
    @Mapping(target = "rowCount", source = "rows")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    ReconciliationEntity toRow(Reconciliation record);

    @Override
    @Mapping(target = "rows", source = "rowCount")
    @Mapping(target = "chain", source = "row")
    Reconciliation toRecord(ReconciliationEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget ReconciliationEntity row, Reconciliation record);
}
