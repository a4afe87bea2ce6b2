package io.itsm4j.jpa.change;

import io.itsm4j.change.ChangeWindow;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import java.time.ZoneId;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface ChangeWindowMapper extends RecordMapper<ChangeWindow, ChangeWindowEntity> {

    @Override
    @Mapping(target = "startsAt", source = "start")
    @Mapping(target = "endsAt", source = "end")
    @Mapping(target = "overAt", expression = "java(io.itsm4j.jpa.mapping.Micros.of(record.overAt()))")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    ChangeWindowEntity toRow(ChangeWindow record);

    @Override
    @Mapping(target = "start", source = "startsAt")
    @Mapping(target = "end", source = "endsAt")
    @Mapping(target = "chain", source = "row")
    ChangeWindow toRecord(ChangeWindowEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget ChangeWindowEntity row, ChangeWindow record);

    default String zone(ZoneId zone) {
        return zone.getId();
    }

    default ZoneId zone(String name) {
        return ZoneId.of(name);
    }
}
