package io.itsm4j.jpa.sla;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.SlaClock;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface SlaClockMapper extends RecordMapper<SlaClock, SlaClockEntity> {

    @Override
    @Mapping(target = "ticketId", source = "ticket")
    @Mapping(target = "agreementKind", source = "kind")
    @Mapping(target = "clockStatus", source = "status")
    @Mapping(target = "supportGroup", source = "group")
    @Mapping(target = "isOpen", expression = "java(record.status().isOpen())")
    @Mapping(target = "isBreached", expression = "java(record.breachedAt() != null)")
    SlaClockEntity toRow(SlaClock record);

    @Override
    @Mapping(target = "ticket", source = "ticketId")
    @Mapping(target = "kind", source = "agreementKind")
    @Mapping(target = "status", source = "clockStatus")
    @Mapping(target = "group", source = "supportGroup")
    SlaClock toRecord(SlaClockEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget SlaClockEntity row, SlaClock record);

    default String text(Metric metric) {
        return metric.name();
    }

    default Metric metric(String name) {
        return new Metric(name);
    }
}
