package io.itsm4j.jpa.release;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.release.DeploymentRun;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface DeploymentMapper extends RecordMapper<DeploymentRun, DeploymentEntity> {

    @Override
    @Mapping(target = "releaseId", source = "release")
    DeploymentEntity toRow(DeploymentRun record);

    @Override
    @Mapping(target = "release", source = "releaseId")
    DeploymentRun toRecord(DeploymentEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget DeploymentEntity row, DeploymentRun record);
}
