package io.itsm4j.jpa.journal;

import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.OutboxMessage;
import io.itsm4j.jpa.mapping.Mapping;
import java.util.List;
import org.mapstruct.factory.Mappers;

/** How the journal and the outbox are laid into tables. */
public final class JournalMappings {

    private JournalMappings() {}

    /** The mappings. */
    public static List<Mapping<?, ?>> all() {
        return List.of(
                Mapping.of(JournalEntry.KIND, JournalEntity.class, Mappers.getMapper(JournalMapper.class)),
                Mapping.of(OutboxMessage.KIND, OutboxEntity.class, Mappers.getMapper(OutboxMapper.class)));
    }
}
