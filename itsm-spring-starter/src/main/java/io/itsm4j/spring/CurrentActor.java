package io.itsm4j.spring;

import io.itsm4j.actor.Actor;
import java.util.Optional;

/**
 * Says who is acting at this moment: the user of the present request, message or job. The host implements it on what
 * its own security knows; it is asked for every session, on the calling thread.
 */
@FunctionalInterface
public interface CurrentActor {

    /**
     * Who acts.
     *
     * @return empty when nobody does; the caller is then refused with {@code ACTOR_REQUIRED}
     */
    Optional<Actor> actor();
}
