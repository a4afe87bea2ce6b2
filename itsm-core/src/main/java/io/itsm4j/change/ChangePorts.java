package io.itsm4j.change;

/**
 * What changes need from others.
 *
 * @param dependencies what depends on what
 * @param edits who applies what a change planned for configuration items
 * @param occurrences who finds when a window comes again
 */
public record ChangePorts(Dependencies dependencies, ConfigurationEdits edits, Occurrences occurrences) {

    /** Nothing depends on anything, edits stay data, windows come once. */
    public static final ChangePorts NONE =
            new ChangePorts(Dependencies.unknown(), ConfigurationEdits.kept(), Occurrences.ONCE);

    /** The same with another view of what depends on what. */
    public ChangePorts depending(Dependencies view) {
        return new ChangePorts(view, edits, occurrences);
    }

    /** The same with somebody who applies planned edits. */
    public ChangePorts editing(ConfigurationEdits by) {
        return new ChangePorts(dependencies, by, occurrences);
    }

    /** The same with somebody who reads recurrence rules. */
    public ChangePorts recurring(Occurrences by) {
        return new ChangePorts(dependencies, edits, by);
    }
}
