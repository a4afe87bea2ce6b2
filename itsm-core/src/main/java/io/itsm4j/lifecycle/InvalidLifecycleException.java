package io.itsm4j.lifecycle;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A lifecycle was not built because its definition has faults. It carries all of them, and so does its message. */
@SuppressWarnings("serial") // never serialised
public final class InvalidLifecycleException extends IllegalArgumentException {

    private final List<Fault> faults;

    InvalidLifecycleException(String lifecycle, List<Fault> faults) {
        super("lifecycle " + lifecycle + " has " + faults.size() + " fault(s):"
                + faults.stream().map(fault -> "\n  " + fault).collect(joining()));
        this.faults = List.copyOf(faults);
    }

    /**
     * Everything that is wrong with the definition.
     *
     * @return at least one fault, in a stable order
     */
    public List<Fault> faults() {
        return faults;
    }
}
