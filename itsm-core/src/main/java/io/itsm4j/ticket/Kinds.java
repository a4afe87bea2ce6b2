package io.itsm4j.ticket;

import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.OutboxMessage;
import io.itsm4j.storage.RecordKind;
import java.util.List;

/** Every kind of record the ticket engine keeps; what an adapter has to map. */
public final class Kinds {

    /** In no particular order. */
    public static final List<RecordKind<?>> ALL = List.of(
            TicketAttributes.KIND,
            Comment.KIND,
            Task.KIND,
            Link.KIND,
            WorkLog.KIND,
            Attachment.KIND,
            NumberBlock.KIND,
            DueFailure.KIND,
            StoredDefinition.KIND,
            JournalEntry.KIND,
            OutboxMessage.KIND);

    private Kinds() {}
}
