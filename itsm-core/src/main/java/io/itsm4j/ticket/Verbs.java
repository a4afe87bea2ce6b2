package io.itsm4j.ticket;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;

/**
 * The verbs of every ticket that are plain values; what needs a look at other records is a method of {@link Tickets}.
 */
public final class Verbs {

    private Verbs() {}

    /** Gives the ticket to a group or a person. */
    public static <D> Verb<D> assign(Assign input) {
        return new Verb<>(
                StandardActions.ASSIGN,
                input,
                draft -> draft.assign(
                        input.group() == null ? null : new GroupId(input.group()),
                        input.assignee() == null ? null : new PersonId(input.assignee())));
    }

    /** Says something; a public word of staff is the first response. */
    public static <D> Verb<D> comment(AddComment input) {
        return new Verb<>(StandardActions.COMMENT, input, draft -> {
            draft.comment(java.util.Objects.requireNonNull(input.body()), input.visibility());
            boolean byRequester =
                    draft.people().requester().equals(draft.actor().id());
            if (input.visibility() == Comment.Visibility.PUBLIC && !byRequester) {
                draft.responded();
            }
        });
    }

    /** Logs time or cost. */
    public static <D> Verb<D> logWork(LogWork input) {
        return new Verb<>(StandardActions.LOG_WORK, input, draft -> Editing.logWork(draft, input));
    }

    /** Rates impact and urgency anew. */
    public static <D> Verb<D> rate(Impact impact, Urgency urgency) {
        return new Verb<>(
                StandardActions.UPDATE,
                UpdateTicket.rate(impact, urgency),
                draft -> Editing.rate(draft, impact, urgency));
    }
}
