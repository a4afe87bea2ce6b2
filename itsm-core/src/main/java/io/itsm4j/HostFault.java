package io.itsm4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Code of the host (a guard, a listener, a notifier, a directory) threw or answered null; the cause is kept. */
public final class HostFault extends ItsmException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param code the stable code
     * @param detail what the message names
     */
    public HostFault(String code, Map<String, ?> detail) {
        this(code, detail, null);
    }

    /**
     * Creates the failure with its cause.
     *
     * @param code the stable code
     * @param detail what the message names
     * @param cause the failure underneath, or null
     */
    public HostFault(String code, Map<String, ?> detail, @Nullable Throwable cause) {
        super(code, detail, cause);
    }
}
