package io.itsm4j.jpa.change;

import io.itsm4j.change.Plans;
import io.itsm4j.change.StandardTemplate;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface StandardTemplateMapper extends RecordMapper<StandardTemplate, StandardTemplateEntity> {

    @Override
    @Mapping(target = ".", source = "plans")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    StandardTemplateEntity toRow(StandardTemplate record);

    @Override
    @Mapping(target = "plans", source = "row")
    @Mapping(target = "chain", source = "row")
    StandardTemplate toRecord(StandardTemplateEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget StandardTemplateEntity row, StandardTemplate record);

    Plans plans(StandardTemplateEntity row);
}
