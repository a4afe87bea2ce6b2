package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happened to a ticket, in microseconds. Times never go backwards within a ticket.
 *
 * @param createdAt when its record came to be
 * @param openedAt when it was reported
 * @param updatedAt when it last changed
 * @param updatedBy who changed it last
 * @param firstRespondedAt when the desk first answered, or null
 * @param pendingSince since when it waits for its present reason, or null
 * @param resolvedAt when it was resolved, or null
 * @param closedAt when it was closed or cancelled, or null
 * @param reopens how often it was reopened
 * @param archivedAt when it was archived, or null
 */
public record Timestamps(
        Instant createdAt,
        Instant openedAt,
        Instant updatedAt,
        PersonId updatedBy,
        @Nullable Instant firstRespondedAt,
        @Nullable Instant pendingSince,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        int reopens,
        @Nullable Instant archivedAt) {

    static Timestamps at(Instant now, Instant openedAt, PersonId by) {
        return new Timestamps(now, openedAt, now, by, null, null, null, null, 0, null);
    }

    Timestamps touched(Instant now, PersonId by) {
        return new Timestamps(
                createdAt,
                openedAt,
                now,
                by,
                firstRespondedAt,
                pendingSince,
                resolvedAt,
                closedAt,
                reopens,
                archivedAt);
    }

    Timestamps responded(Instant now) {
        return new Timestamps(
                createdAt,
                openedAt,
                updatedAt,
                updatedBy,
                now,
                pendingSince,
                resolvedAt,
                closedAt,
                reopens,
                archivedAt);
    }

    Timestamps pending(@Nullable Instant since) {
        return new Timestamps(
                createdAt,
                openedAt,
                updatedAt,
                updatedBy,
                firstRespondedAt,
                since,
                resolvedAt,
                closedAt,
                reopens,
                archivedAt);
    }

    Timestamps ended(@Nullable Instant resolved, @Nullable Instant closed, int reopenCount) {
        return new Timestamps(
                createdAt,
                openedAt,
                updatedAt,
                updatedBy,
                firstRespondedAt,
                pendingSince,
                resolved,
                closed,
                reopenCount,
                archivedAt);
    }

    Timestamps archived(Instant now) {
        return new Timestamps(
                createdAt,
                openedAt,
                updatedAt,
                updatedBy,
                firstRespondedAt,
                pendingSince,
                resolvedAt,
                closedAt,
                reopens,
                now);
    }
}
