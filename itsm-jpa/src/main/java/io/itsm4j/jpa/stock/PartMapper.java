package io.itsm4j.jpa.stock;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.stock.Part;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface PartMapper extends RecordMapper<Part, PartEntity> {

    @Override
    @Mapping(target = "searchText", expression = "java(String.valueOf(Part.SEARCH_TEXT.read(record)))")
    @Mapping(target = "codeKey", expression = "java((String) Part.CODE_KEY.read(record))")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    PartEntity toRow(Part record);

    @Override
    @Mapping(target = "active", source = "active")
    @Mapping(target = "chain", source = "row")
    Part toRecord(PartEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget PartEntity row, Part record);
}
