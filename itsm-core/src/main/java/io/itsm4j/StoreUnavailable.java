package io.itsm4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store did not answer, or not in time. Nothing is known to be written. */
public final class StoreUnavailable extends ItsmException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param code the stable code
     * @param detail what the message names
     */
    public StoreUnavailable(String code, Map<String, ?> detail) {
        this(code, detail, null);
    }

    /**
     * Creates the failure with its cause.
     *
     * @param code the stable code
     * @param detail what the message names
     * @param cause the failure underneath, or null
     */
    public StoreUnavailable(String code, Map<String, ?> detail, @Nullable Throwable cause) {
        super(code, detail, cause);
    }

    /** {@inheritDoc} True unless the detail says otherwise: an unreachable store may come back. */
    @Override
    public boolean retryable() {
        return !Boolean.FALSE.equals(detail().get("retryable"));
    }
}
