package io.itsm4j.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps time on tickets. The engine tells it of every step of every ticket once the step is decided and before it is
 * written, and asks it what is due. What it keeps about a ticket is a text on the ticket's row, so that a step reads
 * nothing more.
 */
public interface Timekeeper {

    /** What the engine calls the due work of a timekeeper. */
    String MILESTONE = "service-level";

    /** Under which name an entry of the journal holds what the timekeeper took from outside the ticket. */
    String DATA = "serviceLevels";

    /** Nobody keeps time. */
    Timekeeper NONE = new Timekeeper() {
        @Override
        public Tick tick(Moment moment) {
            return new Tick(moment.after().serviceLevels(), Due.NEVER, Map.of());
        }

        @Override
        public Overdue overdue(Ledger ledger, TicketType<?> type, TicketRecord ticket) {
            return new Overdue("", draft -> {});
        }
    };

    /**
     * One step of one ticket, decided and not yet written.
     *
     * @param ledger what the command may look up; rows that follow from the step are added here
     * @param type the ticket's type
     * @param before the ticket before, or null when it is being opened
     * @param after the ticket after
     * @param event what happened, past tense
     * @param action the action that did it
     * @param data further facts of the event
     */
    record Moment(
            Ledger ledger,
            TicketType<?> type,
            @Nullable TicketRecord before,
            TicketRecord after,
            String event,
            String action,
            Map<String, ?> data) {

        /** When it happened. */
        public Instant at() {
            return after.times().updatedAt();
        }
    }

    /**
     * What follows from a step.
     *
     * @param state what is kept on the ticket's row
     * @param nextAt when something is due about it, or {@link Due#NEVER}
     * @param data what the journal has to hold so that the state can be worked out again, in canonical values
     */
    record Tick(String state, Instant nextAt, Map<String, Object> data) {}

    /**
     * What is due about a ticket.
     *
     * @param key tells this from everything else that ever is due about the ticket; empty when nothing is
     * @param effect what is done to the ticket
     */
    record Overdue(String key, Consumer<Draft<?>> effect) {

        boolean isNothing() {
            return key.isEmpty();
        }
    }

    /** Takes a step in. */
    Tick tick(Moment moment);

    /** Says that several tickets of one tenant are about to be dealt with, so that it can look things up together. */
    default void prepare(Ledger ledger, List<TicketId> tickets) {}

    /** What is due about a ticket now. */
    Overdue overdue(Ledger ledger, TicketType<?> type, TicketRecord ticket);

    /** A fact of a ticket in the form of the journal, as far as it is about no person; null when there is none. */
    static @Nullable Object fact(TicketType<?> type, TicketRecord ticket, String name) {
        return Changes.openFact(type, ticket, name);
    }
}
