package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.ticket.Comment;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface CommentMapper extends RecordMapper<Comment, CommentEntity> {

    @Override
    @Mapping(target = "ticketId", source = "ticket")
    CommentEntity toRow(Comment record);

    @Override
    @Mapping(target = "ticket", source = "ticketId")
    Comment toRecord(CommentEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget CommentEntity row, Comment record);
}
