package io.itsm4j.ticket;

import io.itsm4j.actor.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a command runs, and how.
 *
 * @param actor who acts
 * @param options expected version and idempotency key
 * @param audience as which kind of reader
 * @param occurredAt when it happened, for history that is brought in; null for now
 */
public record Acting(
        Actor actor,
        CommandOptions options,
        Audience audience,
        @Nullable Instant occurredAt) {

    /** As which kind of reader somebody acts. */
    public enum Audience {
        /** Staff, who see tickets whole. */
        STAFF,
        /** Requesters, who see their own tickets without internal fields. */
        REQUESTER,
        /** The library itself. */
        SYSTEM
    }

    /** Staff, without options. */
    public static Acting staff(Actor actor) {
        return new Acting(actor, CommandOptions.NONE, Audience.STAFF, null);
    }

    Acting with(CommandOptions how) {
        return new Acting(actor, how, audience, occurredAt);
    }

    Acting as(Audience reader) {
        return new Acting(actor, options, reader, occurredAt);
    }

    Acting as(Actor refreshed) {
        return new Acting(refreshed, options, audience, occurredAt);
    }

    Acting at(@Nullable Instant when) {
        return new Acting(actor, options, audience, when);
    }
}
