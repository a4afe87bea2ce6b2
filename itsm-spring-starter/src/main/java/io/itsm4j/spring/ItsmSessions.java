package io.itsm4j.spring;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmSession;
import io.itsm4j.NotPermitted;
import java.util.function.Supplier;

/** Sessions for whoever is acting. Thread-safe; inject it once and ask it for every piece of work. */
public final class ItsmSessions implements Supplier<ItsmSession> {

    private final Itsm itsm;
    private final CurrentActor acting;

    /**
     * Creates it.
     *
     * @param itsm the entrance
     * @param acting says who acts
     */
    public ItsmSessions(Itsm itsm, CurrentActor acting) {
        this.itsm = itsm;
        this.acting = acting;
    }

    /**
     * A session of the present actor.
     *
     * @return a light session; keep it no longer than the request
     * @throws NotPermitted with {@code ACTOR_REQUIRED} when nobody acts; there is no fallback
     */
    public ItsmSession current() {
        return itsm.as(acting.actor().orElse(null));
    }

    /** {@inheritDoc} The same as {@link #current()}. */
    @Override
    public ItsmSession get() {
        return current();
    }
}
