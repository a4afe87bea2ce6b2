package io.itsm4j.jpa.change;

import io.itsm4j.change.Board;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface BoardMapper extends RecordMapper<Board, BoardEntity> {

    @Override
    @Mapping(target = "attendees", source = "present")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    BoardEntity toRow(Board record);

    @Override
    @Mapping(target = "present", source = "attendees")
    @Mapping(target = "chain", source = "row")
    Board toRecord(BoardEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget BoardEntity row, Board record);
}
