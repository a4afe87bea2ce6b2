package io.itsm4j.jpa.stock;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.stock.StockItem;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface StockItemMapper extends RecordMapper<StockItem, StockItemEntity> {

    @Override
    @Mapping(target = "minLevel", source = "min")
    @Mapping(target = "maxLevel", source = "max")
    @Mapping(target = "targetLevel", source = "target")
    @Mapping(target = "low", expression = "java(record.isLow())")
    @Mapping(target = "empty", expression = "java(record.isEmpty())")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    StockItemEntity toRow(StockItem record);

    @Override
    @Mapping(target = "min", source = "minLevel")
    @Mapping(target = "max", source = "maxLevel")
    @Mapping(target = "target", source = "targetLevel")
    @Mapping(target = "chain", source = "row")
    StockItem toRecord(StockItemEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget StockItemEntity row, StockItem record);
}
