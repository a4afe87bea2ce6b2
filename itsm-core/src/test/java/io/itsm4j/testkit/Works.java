package io.itsm4j.testkit;

import static io.itsm4j.actor.Role.AGENT;

import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.TicketType;

/** A small ticket type that other practices can wait for: it is open, scheduled, and then ended. */
final class Works {

    static final State OPEN = State.of("OPEN", StateCategory.NEW);
    static final State SCHEDULED = State.of("SCHEDULED", StateCategory.ACTIVE);
    static final State DONE = State.of("DONE", StateCategory.CLOSED);
    static final State GIVEN_UP = State.of("GIVEN_UP", StateCategory.CANCELLED);

    static final Action SCHEDULE = Action.of("schedule");
    static final Action FINISH = Action.of("finish");
    static final Action GIVE_UP = Action.of("give-up");

    /** What a piece of work has beyond every ticket: nothing. */
    public record Work() {}

    static final TicketType<Work> TYPE = TicketType.named("work", "WRK", Work.class, new Work())
            .livingBy(StandardActions.addTo(Lifecycle.<Step<Work>>named("work")
                            .version(1)
                            .initial(OPEN)
                            .transition(SCHEDULE)
                            .from(OPEN)
                            .to(SCHEDULED)
                            .by(AGENT)
                            .transition(FINISH)
                            .from(OPEN, SCHEDULED)
                            .to(DONE)
                            .by(AGENT)
                            .transition(GIVE_UP)
                            .from(OPEN, SCHEDULED)
                            .to(GIVEN_UP)
                            .by(AGENT))
                    .build());

    private Works() {}
}
