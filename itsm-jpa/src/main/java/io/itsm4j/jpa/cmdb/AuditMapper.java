package io.itsm4j.jpa.cmdb;

import io.itsm4j.cmdb.Audit;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface AuditMapper extends RecordMapper<Audit, AuditEntity> {

    @Override
    @Mapping(target = "auditedAt", source = "at")
    @Mapping(target = "auditedBy", source = "by")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    AuditEntity toRow(Audit record);

    @Override
    @Mapping(target = "at", source = "auditedAt")
    @Mapping(target = "by", source = "auditedBy")
    @Mapping(target = "chain", source = "row")
    Audit toRecord(AuditEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget AuditEntity row, Audit record);
}
