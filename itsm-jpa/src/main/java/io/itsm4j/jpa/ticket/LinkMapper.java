package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.ticket.Link;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface LinkMapper extends RecordMapper<Link, LinkEntity> {

    @Override
    @Mapping(target = "fromId", source = "from")
    @Mapping(target = "linkType", source = "type")
    @Mapping(target = "toId", source = "to")
    @Mapping(target = "linkedBy", source = "by")
    LinkEntity toRow(Link record);

    @Override
    @Mapping(target = "from", source = "fromId")
    @Mapping(target = "type", source = "linkType")
    @Mapping(target = "to", source = "toId")
    @Mapping(target = "by", source = "linkedBy")
    Link toRecord(LinkEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget LinkEntity row, Link record);
}
