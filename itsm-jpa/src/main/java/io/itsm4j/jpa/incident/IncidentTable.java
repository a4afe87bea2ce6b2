package io.itsm4j.jpa.incident;

import io.itsm4j.incident.Incident;
import io.itsm4j.jpa.mapping.Mapping.DetailTable;
import io.itsm4j.ticket.TicketRecord;
import java.util.Map;
import java.util.Optional;
import org.mapstruct.factory.Mappers;

/** Where incident details are written in columns. */
public final class IncidentTable {

    private IncidentTable() {}

    /** The table. */
    public static DetailTable<TicketRecord, ?, ?> table() {
        return new DetailTable<>(
                "incident",
                Incident.class,
                IncidentEntity.class,
                ticket -> ticket.details() instanceof Incident incident ? Optional.of(incident) : Optional.empty(),
                Mappers.getMapper(IncidentMapper.class),
                Map.of());
    }
}
