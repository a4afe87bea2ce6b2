package io.itsm4j.jpa;

import io.itsm4j.jpa.incident.IncidentTable;
import io.itsm4j.jpa.journal.JournalMappings;
import io.itsm4j.jpa.mapping.DetailsCodec;
import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.jpa.ticket.TicketMappings;
import java.util.List;
import java.util.stream.Stream;

/** Every mapping there is: the one place where a new kind of record joins. */
final class Mappings {

    private Mappings() {}

    /** In the order in which new rows are written. */
    static List<Mapping<?, ?>> all(DetailsCodec codec) {
        return Stream.of(TicketMappings.all(codec, List.of(IncidentTable.table())), JournalMappings.all())
                .flatMap(List::stream)
                .toList();
    }
}
