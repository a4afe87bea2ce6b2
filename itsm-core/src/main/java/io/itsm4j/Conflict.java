package io.itsm4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody else was faster: a stale version, a lost race, a lock that did not come in time. */
public final class Conflict extends ItsmException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param code the stable code
     * @param detail what the message names
     */
    public Conflict(String code, Map<String, ?> detail) {
        this(code, detail, null);
    }

    /**
     * Creates the failure with its cause.
     *
     * @param code the stable code
     * @param detail what the message names
     * @param cause the failure underneath, or null
     */
    public Conflict(String code, Map<String, ?> detail, @Nullable Throwable cause) {
        super(code, detail, cause);
    }

    /** A conflict over a version or a key is final for this call; a lost race may be tried again. */
    @Override
    public boolean retryable() {
        return Boolean.TRUE.equals(detail().get("retryable"));
    }
}
