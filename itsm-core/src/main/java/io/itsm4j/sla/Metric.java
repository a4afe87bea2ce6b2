package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a target measures. The library knows the constants and when they start, pause and stop; a host names its own and
 * says that itself.
 *
 * @param name upper-case words joined by underscores, at most 40 characters
 */
public record Metric(String name) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** From the opening to the first answer; never paused by waiting. */
    public static final Metric RESPONSE = new Metric("RESPONSE");

    /** From the opening to the arrival of an engineer. */
    public static final Metric ON_SITE = new Metric("ON_SITE");

    /** From one public word of the desk to the next. */
    public static final Metric UPDATE = new Metric("UPDATE");

    /** From the opening to a workaround. */
    public static final Metric WORKAROUND = new Metric("WORKAROUND");

    /** From the opening to the resolution. */
    public static final Metric RESOLUTION = new Metric("RESOLUTION");

    /** From the resolution to the fault report. */
    public static final Metric FAULT_REPORT = new Metric("FAULT_REPORT");

    /** From the resolution to the call to the caller. */
    public static final Metric CALL_BACK = new Metric("CALL_BACK");

    /** From the start of an emergency change to the decision about the approval that it owes. */
    public static final Metric APPROVAL = new Metric("APPROVAL");

    /**
     * Checks the name.
     *
     * @throws InvalidInput with {@code NAME_FORM}
     */
    public Metric {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInput("metric", "NAME_FORM", Map.of("value", name, "form", NAME));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
