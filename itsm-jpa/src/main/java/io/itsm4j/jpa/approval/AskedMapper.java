package io.itsm4j.jpa.approval;

import io.itsm4j.approval.Asked;
import io.itsm4j.approval.Subject;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface AskedMapper extends RecordMapper<Asked, AskedEntity> {

    @Override
    @Mapping(target = "subjectKind", source = "subject.kind")
    @Mapping(target = "subjectId", source = "subject.id")
    @Mapping(target = "subjectLabel", source = "subject.label")
    @Mapping(target = "stepName", source = "step")
    AskedEntity toRow(Asked record);

    @Override
    @Mapping(target = "subject", source = "row")
    @Mapping(target = "step", source = "stepName")
    Asked toRecord(AskedEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget AskedEntity row, Asked record);

    @Mapping(target = "kind", source = "subjectKind")
    @Mapping(target = "id", source = "subjectId")
    @Mapping(target = "label", source = "subjectLabel")
    Subject subject(AskedEntity row);
}
