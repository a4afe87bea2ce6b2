package io.itsm4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule of the domain stands against it, whatever the state: a cycle, a limit, a separation of duties. */
public final class RuleViolated extends ItsmException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param code the stable code
     * @param detail what the message names
     */
    public RuleViolated(String code, Map<String, ?> detail) {
        this(code, detail, null);
    }

    /**
     * Creates the failure with its cause.
     *
     * @param code the stable code
     * @param detail what the message names
     * @param cause the failure underneath, or null
     */
    public RuleViolated(String code, Map<String, ?> detail, @Nullable Throwable cause) {
        super(code, detail, cause);
    }
}
