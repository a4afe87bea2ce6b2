package io.itsm4j.jpa.stock;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.stock.StoreRoom;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface StoreRoomMapper extends RecordMapper<StoreRoom, StoreRoomEntity> {

    @Override
    @Mapping(target = "nameKey", expression = "java(String.valueOf(StoreRoom.NAME_KEY.read(record)))")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    StoreRoomEntity toRow(StoreRoom record);

    @Override
    @Mapping(target = "open", source = "open")
    @Mapping(target = "chain", source = "row")
    StoreRoom toRecord(StoreRoomEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget StoreRoomEntity row, StoreRoom record);
}
