package io.itsm4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked for does not exist, or the actor may not know that it does: both look the same. */
public final class NotFound extends ItsmException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param code the stable code
     * @param detail what the message names
     */
    public NotFound(String code, Map<String, ?> detail) {
        this(code, detail, null);
    }

    /**
     * Creates the failure with its cause.
     *
     * @param code the stable code
     * @param detail what the message names
     * @param cause the failure underneath, or null
     */
    public NotFound(String code, Map<String, ?> detail, @Nullable Throwable cause) {
        super(code, detail, cause);
    }
}
