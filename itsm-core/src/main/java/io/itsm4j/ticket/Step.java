package io.itsm4j.ticket;

import io.itsm4j.actor.Actor;
import io.itsm4j.lifecycle.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a guard looks at: the ticket before the command, and how it would be after it. Nothing is written yet.
 *
 * @param <D> what only this type of ticket has
 */
public interface Step<D> {

    /** The ticket before; empty when it is being opened. */
    Optional<Ticket<D>> before();

    /** The state before; the initial one when it is being opened. */
    State from();

    /** The details as they would be. */
    D details();

    /** The content as it would be. */
    Content content();

    /** The people as they would be. */
    People people();

    /** The classification as it would be. */
    Classification classification();

    /** The assignment as it would be. */
    Assignment assignment();

    /** The times as they are, before the state changes. */
    Timestamps times();

    /** Its place among others as it would be. */
    Family family();

    /** Why it would wait, or null. */
    @Nullable String pendingReason();

    /** Who acts. */
    Actor actor();

    /** When. */
    Instant now();

    /** The input of the command. */
    Object input();

    /** Whether the command carries a public comment. */
    boolean hasPublicComment();

    /** How many of its children are open, read under a lock; 0 when it is being opened. */
    long openChildren();

    /** How many of its tasks are open, after what the command does to them; 0 when it is being opened. */
    long openTasks();

    /** The tickets that it is linked to in a way, whoever may see them; none when it is being opened. */
    List<LinkedTicket> linked(LinkType how);

    /** The tickets that are linked to it in a way, whoever may see them; none when it is being opened. */
    List<LinkedTicket> linkedTo(LinkType how);

    /** How many of the tickets that it is linked to in a way are neither closed nor cancelled. */
    default long openLinked(LinkType how) {
        return linked(how).stream().filter(LinkedTicket::isOpen).count();
    }
}
