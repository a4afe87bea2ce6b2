package io.itsm4j.docs;

import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Verdict;
import java.lang.reflect.RecordComponent;

/** What guards made out of a predicate say when they refuse. */
final class IncidentReasons {

    private IncidentReasons() {}

    static String of(Guard<?> guard) {
        for (RecordComponent component : guard.getClass().getRecordComponents()) {
            if (component.getType() == Verdict.class) {
                try {
                    component.getAccessor().setAccessible(true);
                    return ((Verdict) component.getAccessor().invoke(guard)).reason();
                } catch (ReflectiveOperationException closed) {
                    throw new IllegalStateException(closed);
                }
            }
        }
        throw new IllegalStateException("not a named guard: " + guard.name());
    }
}
