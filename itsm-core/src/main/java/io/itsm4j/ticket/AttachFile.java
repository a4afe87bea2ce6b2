package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The input of attaching a file; the bytes come as a stream beside it.
 *
 * @param fileName the name as the user has it
 * @param mediaType the declared media type; unknown when null or not one
 * @param visibility who may fetch it
 */
public record AttachFile(
        @Line(max = 255, required = true) @Nullable String fileName,
        @Line(max = 100) @Nullable String mediaType,
        @NotNull Comment.Visibility visibility) {

    /** For the requester too. */
    public static AttachFile named(@Nullable String fileName, @Nullable String mediaType) {
        return new AttachFile(fileName, mediaType, Comment.Visibility.PUBLIC);
    }
}
