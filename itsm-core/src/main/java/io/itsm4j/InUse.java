package io.itsm4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** It cannot be removed or retired, because something still uses it. */
public final class InUse extends ItsmException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param code the stable code
     * @param detail what the message names
     */
    public InUse(String code, Map<String, ?> detail) {
        this(code, detail, null);
    }

    /**
     * Creates the failure with its cause.
     *
     * @param code the stable code
     * @param detail what the message names
     * @param cause the failure underneath, or null
     */
    public InUse(String code, Map<String, ?> detail, @Nullable Throwable cause) {
        super(code, detail, cause);
    }
}
