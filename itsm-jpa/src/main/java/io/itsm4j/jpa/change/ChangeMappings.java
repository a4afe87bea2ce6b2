package io.itsm4j.jpa.change;

import io.itsm4j.change.Board;
import io.itsm4j.change.Booking;
import io.itsm4j.change.Change;
import io.itsm4j.change.ChangeWindow;
import io.itsm4j.change.StandardTemplate;
import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.jpa.mapping.Mapping.DetailTable;
import io.itsm4j.ticket.TicketRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mapstruct.factory.Mappers;

/** How changes and what hangs on them are laid into tables. */
public final class ChangeMappings {

    private ChangeMappings() {}

    /** Where change details are written in columns. */
    public static DetailTable<TicketRecord, ?, ?> table() {
        return new DetailTable<>(
                "change",
                Change.class,
                ChangeEntity.class,
                ticket -> ticket.details() instanceof Change change ? Optional.of(change) : Optional.empty(),
                Mappers.getMapper(ChangeMapper.class),
                Map.of());
    }

    /** The records beside the tickets. */
    public static List<Mapping<?, ?>> all() {
        return List.of(
                Mapping.of(Board.KIND, BoardEntity.class, Mappers.getMapper(BoardMapper.class)),
                Mapping.of(ChangeWindow.KIND, ChangeWindowEntity.class, Mappers.getMapper(ChangeWindowMapper.class))
                        .at("start", "startsAt"),
                Mapping.of(
                        StandardTemplate.KIND,
                        StandardTemplateEntity.class,
                        Mappers.getMapper(StandardTemplateMapper.class)),
                Mapping.of(Booking.KIND, BookingEntity.class, Mappers.getMapper(BookingMapper.class))
                        .at("number", "changeNumber")
                        .at("start", "startsAt")
                        .at("end", "endsAt"));
    }
}
