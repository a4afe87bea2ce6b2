package io.itsm4j.change;

import io.itsm4j.calendar.Recurrences;

/**
 * What changes need from others.
 *
 * @param dependencies what depends on what
 * @param edits who applies what a change planned for configuration items
 * @param recurrences who finds when a window comes again, for example {@code io.itsm4j.interop.RecurrenceRules}
 */
public record ChangePorts(Dependencies dependencies, ConfigurationEdits edits, Recurrences recurrences) {

    /** Nothing depends on anything, edits stay data, windows come once. */
    public static final ChangePorts NONE =
            new ChangePorts(Dependencies.unknown(), ConfigurationEdits.kept(), Recurrences.ONCE);

    /** The same with another view of what depends on what. */
    public ChangePorts depending(Dependencies view) {
        return new ChangePorts(view, edits, recurrences);
    }

    /** The same with somebody who applies planned edits. */
    public ChangePorts editing(ConfigurationEdits by) {
        return new ChangePorts(dependencies, by, recurrences);
    }

    /** The same with somebody who reads recurrence rules. */
    public ChangePorts recurring(Recurrences by) {
        return new ChangePorts(dependencies, edits, by);
    }
}
