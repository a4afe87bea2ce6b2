package io.itsm4j.jpa.cmdb;

import io.itsm4j.cmdb.CiIdentity;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface CiIdentityMapper extends RecordMapper<CiIdentity, CiIdentityEntity> {

    @Override
    CiIdentityEntity toRow(CiIdentity record);

    @Override
    CiIdentity toRecord(CiIdentityEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget CiIdentityEntity row, CiIdentity record);
}
