package io.itsm4j.testkit;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.FieldSchema;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.TicketType;

/**
 * The smallest type of ticket that a host may declare.
 *
 * @param place where it is done
 */
record HostJob(String place) {

    static final State WAITING = State.of("WAITING", StateCategory.NEW);
    static final State DONE = State.of("DONE", StateCategory.CLOSED);
    static final Action FINISH = Action.of("finish");

    private static final State QUEUED = State.of("QUEUED", StateCategory.NEW);

    /** A type whose one step has these guards. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static TicketType<HostJob> type(Guard<Step<HostJob>>... guards) {
        return named().livingBy(table(WAITING, guards));
    }

    /** The same with custom fields. */
    static TicketType<HostJob> with(FieldSchema fields) {
        return named().fields(fields).livingBy(table(WAITING));
    }

    /** A type that only these roles read. */
    static TicketType<HostJob> readBy(Role... roles) {
        return named().readBy(roles).livingBy(table(WAITING));
    }

    /** The next version, which calls the first state differently. */
    static TicketType<HostJob> withoutWaiting() {
        return named().livingBy(table(QUEUED));
    }

    static TicketType.Builder<HostJob> named() {
        return TicketType.named("job", "JOB", HostJob.class, new HostJob(""));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static Lifecycle<Step<HostJob>> table(State first, Guard<Step<HostJob>>... guards) {
        return StandardActions.addTo(Lifecycle.<Step<HostJob>>named("job")
                        .initial(first)
                        .transition(FINISH)
                        .from(first)
                        .to(DONE)
                        .by(Role.AGENT)
                        .guardedBy(guards))
                .build();
    }
}
