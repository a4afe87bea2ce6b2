package io.itsm4j.ticket;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.Projection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list over tickets of any type; cheap to read.
 *
 * @param id the ticket
 * @param number its human number
 * @param type the name of its type
 * @param title its title
 * @param state where it stands
 * @param priority its priority
 * @param group the support group, or null
 * @param assignee the person, or null
 * @param requester who asked
 * @param openedAt when it was reported
 * @param updatedAt when it last changed
 */
public record TicketSummary(
        TicketId id,
        String number,
        String type,
        String title,
        State state,
        Priority priority,
        @Nullable GroupId group,
        @Nullable PersonId assignee,
        PersonId requester,
        Instant openedAt,
        Instant updatedAt) {

    static final Projection<TicketRecord, TicketSummary> PROJECTION = new Projection<>(
            List.of(
                    TicketAttributes.ID,
                    TicketAttributes.NUMBER,
                    TicketAttributes.TYPE,
                    TicketAttributes.TITLE,
                    TicketAttributes.STATE,
                    TicketAttributes.STATE_CATEGORY,
                    TicketAttributes.PRIORITY,
                    TicketAttributes.GROUP,
                    TicketAttributes.ASSIGNEE,
                    TicketAttributes.REQUESTER,
                    TicketAttributes.OPENED_AT,
                    TicketAttributes.UPDATED_AT),
            TicketSummary::of);

    private static TicketSummary of(List<Object> v) {
        Object group = v.get(7);
        Object assignee = v.get(8);
        return new TicketSummary(
                new TicketId((String) v.get(0)),
                (String) v.get(1),
                (String) v.get(2),
                (String) v.get(3),
                State.of((String) v.get(4), StateCategory.valueOf((String) v.get(5))),
                Priority.ofRank((Long) v.get(6)),
                group == null ? null : new GroupId((String) group),
                assignee == null ? null : new PersonId((String) assignee),
                new PersonId((String) v.get(9)),
                (Instant) v.get(10),
                (Instant) v.get(11));
    }
}
