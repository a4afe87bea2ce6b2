package io.itsm4j.jpa.sla;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Waiver;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface WaiverMapper extends RecordMapper<Waiver, WaiverEntity> {

    @Override
    @Mapping(target = "ticketId", source = "ticket")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    WaiverEntity toRow(Waiver record);

    @Override
    @Mapping(target = "ticket", source = "ticketId")
    @Mapping(target = "chain", source = "row")
    Waiver toRecord(WaiverEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget WaiverEntity row, Waiver record);

    default String text(Metric metric) {
        return metric.name();
    }

    default Metric metric(String name) {
        return new Metric(name);
    }
}
