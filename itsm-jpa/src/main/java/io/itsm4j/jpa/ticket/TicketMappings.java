package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.DetailsCodec;
import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.jpa.mapping.Mapping.DetailTable;
import io.itsm4j.jpa.mapping.Mapping.ValueTable;
import io.itsm4j.ticket.Attachment;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.DueFailure;
import io.itsm4j.ticket.Link;
import io.itsm4j.ticket.NumberBlock;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.WorkLog;
import java.util.List;
import org.mapstruct.factory.Mappers;

/** How tickets and what hangs on them are laid into tables. */
public final class TicketMappings {

    private TicketMappings() {}

    /**
     * The mappings.
     *
     * @param codec knows the details of every ticket type
     * @param details the tables of the built-in practices' details
     */
    public static List<Mapping<?, ?>> all(DetailsCodec codec, List<DetailTable<TicketRecord, ?, ?>> details) {
        return List.of(
                Mapping.of(
                                TicketAttributes.KIND,
                                TicketEntity.class,
                                mapper(TicketMapper.class).with(codec))
                        .at("number", "ticketNumber")
                        .at("type", "ticketType")
                        .at("state", "stateName")
                        .at("group", "supportGroup")
                        .indexedIn(new ValueTable<>(TicketValueEntity.class, "ticketId", TicketValueEntity::of))
                        .projectedTo(details),
                Mapping.of(Comment.KIND, CommentEntity.class, mapper(CommentMapper.class)),
                Mapping.of(Task.KIND, TaskEntity.class, mapper(TaskMapper.class))
                        .at("group", "supportGroup"),
                Mapping.of(Link.KIND, LinkEntity.class, mapper(LinkMapper.class))
                        .at("type", "linkType"),
                Mapping.of(WorkLog.KIND, WorkLogEntity.class, mapper(WorkLogMapper.class)),
                Mapping.of(Attachment.KIND, AttachmentEntity.class, mapper(AttachmentMapper.class)),
                Mapping.of(NumberBlock.KIND, NumberBlockEntity.class, mapper(NumberBlockMapper.class)),
                Mapping.of(DueFailure.KIND, DueFailureEntity.class, mapper(DueFailureMapper.class)),
                Mapping.of(StoredDefinition.KIND, DefinitionEntity.class, mapper(DefinitionMapper.class)));
    }

    private static <M> M mapper(Class<M> type) {
        return Mappers.getMapper(type);
    }
}
