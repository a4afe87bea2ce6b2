package io.itsm4j.jpa.ticket;

import io.itsm4j.journal.ChainHead;
import io.itsm4j.jpa.mapping.DetailsCodec;
import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.AffectedCi;
import io.itsm4j.ticket.Assignment;
import io.itsm4j.ticket.Classification;
import io.itsm4j.ticket.Content;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.Family;
import io.itsm4j.ticket.FieldValue;
import io.itsm4j.ticket.People;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.Timestamps;
import java.util.List;
import java.util.Map;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
abstract class TicketMapper implements RecordMapper<TicketRecord, TicketEntity> {

    private DetailsCodec codec = new DetailsCodec();

    TicketMapper with(DetailsCodec details) {
        codec = details;
        return this;
    }

    @Override
    @Mapping(target = ".", source = "content")
    @Mapping(target = ".", source = "people")
    @Mapping(target = ".", source = "classification")
    @Mapping(target = ".", source = "assignment")
    @Mapping(target = ".", source = "times")
    @Mapping(target = ".", source = "family")
    @Mapping(target = "ticketNumber", source = "number")
    @Mapping(target = "ticketType", source = "type")
    @Mapping(target = "stateName", source = "state.name")
    @Mapping(target = "stateCategory", source = "state.category")
    @Mapping(target = "supportGroup", source = "assignment.group")
    @Mapping(target = "dueAt", source = "due.at")
    @Mapping(target = "dueMilestone", source = "due.milestone")
    @Mapping(target = "dueAttempts", source = "due.attempts")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    @Mapping(target = "isOpen", expression = "java(!record.state().category().isTerminal())")
    @Mapping(target = "archived", expression = "java(record.times().archivedAt() != null)")
    @Mapping(target = "searchText", expression = "java(searchText(record))")
    @Mapping(target = "details", expression = "java(details(record))")
    public abstract TicketEntity toRow(TicketRecord record);

    @Override
    @InheritConfiguration(name = "toRow")
    @Mapping(target = "details", expression = "java(details(row, record))")
    public abstract void fill(@MappingTarget TicketEntity row, TicketRecord record);

    @Override
    @Mapping(target = "number", source = "ticketNumber")
    @Mapping(target = "type", source = "ticketType")
    @Mapping(target = "state", source = "row")
    @Mapping(target = "content", source = "row")
    @Mapping(target = "people", source = "row")
    @Mapping(target = "classification", source = "row")
    @Mapping(target = "assignment", source = "row")
    @Mapping(target = "times", source = "row")
    @Mapping(target = "family", source = "row")
    @Mapping(target = "due", source = "row")
    @Mapping(target = "chain", source = "row")
    @Mapping(target = "details", expression = "java(codec(row))")
    public abstract TicketRecord toRecord(TicketEntity row);

    abstract Content content(TicketEntity row);

    abstract People people(TicketEntity row);

    abstract Classification classification(TicketEntity row);

    @Mapping(target = "group", source = "supportGroup")
    abstract Assignment assignment(TicketEntity row);

    abstract Timestamps times(TicketEntity row);

    abstract Family family(TicketEntity row);

    @Mapping(target = "at", source = "dueAt")
    @Mapping(target = "milestone", source = "dueMilestone")
    @Mapping(target = "attempts", source = "dueAttempts")
    abstract Due due(TicketEntity row);

    @Mapping(target = "sequence", source = "chainSequence")
    @Mapping(target = "hash", source = "chainHash")
    abstract ChainHead chain(TicketEntity row);

    State state(TicketEntity row) {
        return new State(row.getStateName(), StateCategory.valueOf(row.getStateCategory()));
    }

    String searchText(TicketRecord record) {
        return String.valueOf(TicketAttributes.SEARCH_TEXT.read(record));
    }

    String details(TicketRecord record) {
        return codec.write(record.type(), record.details());
    }

    String details(TicketEntity row, TicketRecord record) {
        if (record.details() == row.read) {
            return row.getDetails();
        }
        row.read = record.details();
        return details(record);
    }

    Object codec(TicketEntity row) {
        Object details = codec.read(row.getTicketType(), row.getDetails());
        row.read = details;
        return details;
    }

    String cis(List<AffectedCi> cis) {
        return cis.isEmpty()
                ? "[]"
                : Json.write(cis.stream()
                        .map(ci -> List.of(ci.ci(), ci.origin().name()))
                        .toList());
    }

    List<AffectedCi> cis(String json) {
        return Json.list(json).stream()
                .map(item -> (List<?>) item)
                .map(pair -> new AffectedCi((String) pair.get(0), AffectedCi.Origin.valueOf((String) pair.get(1))))
                .toList();
    }

    String fields(Map<String, FieldValue> fields) {
        return CustomFields.write(fields);
    }

    Map<String, FieldValue> fields(String json) {
        return CustomFields.read(json);
    }
}
