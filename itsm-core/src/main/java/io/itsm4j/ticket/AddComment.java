package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The input of saying something on a ticket.
 *
 * @param body what is said
 * @param visibility who may read it
 */
public record AddComment(
        @Line(max = 65536, required = true, multi = true) @Nullable String body,

        @NotNull Comment.Visibility visibility) {

    /** For the requester too. */
    public static AddComment publicly(@Nullable String body) {
        return new AddComment(body, Comment.Visibility.PUBLIC);
    }

    /** For staff only. */
    public static AddComment internally(@Nullable String body) {
        return new AddComment(body, Comment.Visibility.INTERNAL);
    }
}
