package io.itsm4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The actor is missing, disabled, or may not do this. */
public final class NotPermitted extends ItsmException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param code the stable code
     * @param detail what the message names
     */
    public NotPermitted(String code, Map<String, ?> detail) {
        this(code, detail, null);
    }

    /**
     * Creates the failure with its cause.
     *
     * @param code the stable code
     * @param detail what the message names
     * @param cause the failure underneath, or null
     */
    public NotPermitted(String code, Map<String, ?> detail, @Nullable Throwable cause) {
        super(code, detail, cause);
    }
}
