package io.itsm4j.ticket;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.State;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as adapters store it. Applications see it as {@link Ticket}, {@link TicketSummary} or {@link RequesterView};
 * only the engine makes new ones.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param number the human number, unique within the tenant
 * @param type the name of its {@link TicketType}
 * @param lifecycleVersion the version of the lifecycle it lives by
 * @param state where it stands
 * @param version the domain's own counter, 1 for a new ticket, one more for each command
 * @param content what it says
 * @param people whom it concerns
 * @param classification where it belongs
 * @param assignment who works on it
 * @param times when what happened
 * @param family where it stands among others
 * @param due what it has due next
 * @param restrictedTo the groups that may see it; empty means no restriction
 * @param fields custom fields by key
 * @param pendingReason why it waits, or null
 * @param externalReference its number in another system, or null
 * @param correlationKey what makes it the one open ticket of its cause, or null; given up when it ends
 * @param serviceLevels the state of its service level clocks as text, empty for none; only the timekeeper reads it
 * @param chain the end of its journal
 * @param details what only its type has
 */
public record TicketRecord(
        TicketId id,
        TenantId tenant,
        String number,
        String type,
        int lifecycleVersion,
        State state,
        long version,
        Content content,
        People people,
        Classification classification,
        Assignment assignment,
        Timestamps times,
        Family family,
        Due due,
        Set<GroupId> restrictedTo,
        Map<String, FieldValue> fields,
        @Nullable String pendingReason,
        @Nullable String externalReference,
        @Nullable String correlationKey,
        String serviceLevels,
        ChainHead chain,
        Object details) {

    /** Copies the collections. */
    public TicketRecord {
        restrictedTo = Set.copyOf(restrictedTo);
        fields = Map.copyOf(fields);
    }
}
