package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.ticket.Attachment;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface AttachmentMapper extends RecordMapper<Attachment, AttachmentEntity> {

    @Override
    @Mapping(target = "ticketId", source = "ticket")
    @Mapping(target = "attachedBy", source = "by")
    AttachmentEntity toRow(Attachment record);

    @Override
    @Mapping(target = "ticket", source = "ticketId")
    @Mapping(target = "by", source = "attachedBy")
    Attachment toRecord(AttachmentEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget AttachmentEntity row, Attachment record);
}
