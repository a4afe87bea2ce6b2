package io.itsm4j.ticket;

import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.lifecycle.Action;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a command runs, and how.
 *
 * @param actor who acts
 * @param options expected version and idempotency key
 * @param audience as which kind of reader
 * @param occurredAt when it happened, for history that is brought in; null for now
 * @param said what an idempotency key stands for; null where it stands for each command by itself
 */
public record Acting(
        Actor actor,
        CommandOptions options,
        Audience audience,
        @Nullable Instant occurredAt,
        @Nullable Said said) {

    /** As which kind of reader somebody acts. */
    public enum Audience {
        /** Staff, who see tickets whole. */
        STAFF,
        /** Requesters, who see their own tickets without internal fields. */
        REQUESTER,
        /** Monitoring systems, which report about tickets that they may not see; what they may do depends on roles. */
        SENSOR,
        /** The library itself. */
        SYSTEM
    }

    /** Staff, without options. */
    public static Acting staff(Actor actor) {
        return new Acting(actor, CommandOptions.NONE, Audience.STAFF, null, null);
    }

    /** The library itself, within a tenant. */
    public static Acting system(TenantId tenant) {
        Actor library = new Actor(tenant, PersonId.SYSTEM, Set.of(Role.SYSTEM), Set.of(), null);
        return new Acting(library, CommandOptions.NONE, Audience.SYSTEM, null, null);
    }

    Acting with(CommandOptions how) {
        return new Acting(actor, how, audience, occurredAt, said);
    }

    Acting as(Audience reader) {
        return new Acting(actor, options, reader, occurredAt, said);
    }

    Acting as(Actor refreshed) {
        return new Acting(refreshed, options, audience, occurredAt, said);
    }

    Acting at(@Nullable Instant when) {
        return new Acting(actor, options, audience, when, said);
    }

    /** The same for a part of a verb: its key stands for what was said first. */
    Acting saying(Action verb, @Nullable Object... what) {
        return said != null ? this : new Acting(actor, options, audience, occurredAt, new Said(verb, what));
    }
}
