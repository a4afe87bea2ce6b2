package io.itsm4j.incident;

import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Verb;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The verbs of incidents as values: carried out by {@link Incidents}, or brought in as history. */
public final class IncidentVerbs {

    private IncidentVerbs() {}

    /** Begins to work on it; the first response when there was none. */
    public static Verb<Incident> start() {
        return new Verb<>(IncidentLifecycle.START, Reason.NONE, draft -> {});
    }

    /** Answers the caller. */
    public static Verb<Incident> respond(@Nullable String text) {
        Words input = new Words(text);
        return new Verb<>(
                IncidentLifecycle.RESPOND, input, draft -> draft.comment(input.said(), Comment.Visibility.PUBLIC));
    }

    /** Puts it on hold. */
    public static Verb<Incident> hold(HoldIncident input) {
        return new Verb<>(IncidentLifecycle.HOLD, input, draft -> hold(draft, input));
    }

    /** Says otherwise why it waits. */
    public static Verb<Incident> changeHoldReason(HoldIncident input) {
        return new Verb<>(IncidentLifecycle.CHANGE_HOLD_REASON, input, draft -> hold(draft, input));
    }

    static void hold(Draft<Incident> draft, HoldIncident input) {
        draft.pendingReason(Objects.requireNonNull(input.reason()).name());
        draft.details(draft.details().unreminded());
        if (input.comment() != null && !input.comment().isBlank()) {
            draft.comment(input.comment(), Comment.Visibility.PUBLIC).responded();
        }
    }

    /** Goes on. */
    public static Verb<Incident> resume() {
        return new Verb<>(
                IncidentLifecycle.RESUME,
                Reason.NONE,
                draft -> draft.details(draft.details().unreminded()));
    }

    /** Notes the caller's answer and goes on. */
    public static Verb<Incident> reply(@Nullable String text) {
        Words input = new Words(text);
        return new Verb<>(IncidentLifecycle.REPLY, input, draft -> {
            draft.comment(input.said(), Comment.Visibility.PUBLIC);
            draft.details(draft.details().unreminded());
        });
    }

    /** Resolves it. */
    public static Verb<Incident> resolve(ResolveIncident input) {
        return new Verb<>(IncidentLifecycle.RESOLVE, input, draft -> resolved(draft, input));
    }

    static void resolved(Draft<Incident> draft, ResolveIncident input) {
        draft.details(
                draft.details().resolved(Objects.requireNonNull(input.code()), Objects.requireNonNull(input.notes())));
    }

    /** Takes the resolution back. */
    public static Verb<Incident> reopen(@Nullable String reason) {
        return new Verb<>(IncidentLifecycle.REOPEN, Reason.of(reason), draft -> {
            draft.details(draft.details().reopened());
            draft.notePersonal("reason", reason);
        });
    }

    /** Ends it. */
    public static Verb<Incident> close() {
        return new Verb<>(IncidentLifecycle.CLOSE, Reason.NONE, draft -> {});
    }

    /** Ends it without a resolution. */
    public static Verb<Incident> cancel(@Nullable String reason) {
        return new Verb<>(IncidentLifecycle.CANCEL, Reason.of(reason), draft -> draft.notePersonal("reason", reason));
    }

    /** Notes that an engineer has arrived on site. */
    public static Verb<Incident> arriveOnSite() {
        return new Verb<>(IncidentLifecycle.ARRIVE, Reason.NONE, draft -> {});
    }

    /** Says what helps meanwhile. */
    public static Verb<Incident> provideWorkaround(@Nullable String text) {
        Words input = new Words(text);
        return new Verb<>(IncidentLifecycle.WORKAROUND, input, draft -> {
            draft.details(draft.details().withWorkaround(input.said(), draft.now()));
            draft.comment(input.said(), Comment.Visibility.PUBLIC);
        });
    }

    /** Files the fault report. */
    public static Verb<Incident> fileFaultReport(@Nullable String text) {
        Words input = new Words(text);
        return new Verb<>(IncidentLifecycle.FAULT_REPORT, input, draft -> {
            draft.details(draft.details().reported(draft.now()));
            draft.comment(input.said(), Comment.Visibility.PUBLIC);
        });
    }

    /** Notes that the caller was called back after the resolution. */
    public static Verb<Incident> callBack(@Nullable String notes) {
        return new Verb<>(IncidentLifecycle.CALL_BACK, Reason.of(notes), draft -> draft.notePersonal("notes", notes));
    }

    /** Proposes it as a major incident. */
    public static Verb<Incident> proposeMajor(@Nullable String reason) {
        return new Verb<>(
                IncidentLifecycle.PROPOSE_MAJOR, Reason.of(reason), draft -> draft.notePersonal("reason", reason));
    }

    /** Makes it a major incident, led by the actor. */
    public static Verb<Incident> acceptMajor() {
        return new Verb<>(IncidentLifecycle.ACCEPT_MAJOR, Reason.NONE, draft -> {});
    }

    /** Refuses the proposal. */
    public static Verb<Incident> rejectMajor(@Nullable String reason) {
        return new Verb<>(
                IncidentLifecycle.REJECT_MAJOR, Reason.of(reason), draft -> draft.notePersonal("reason", reason));
    }

    /** Makes a major incident an ordinary one again. */
    public static Verb<Incident> demoteMajor(@Nullable String reason) {
        return new Verb<>(
                IncidentLifecycle.DEMOTE_MAJOR, Reason.of(reason), draft -> draft.notePersonal("reason", reason));
    }

    /** Adds a message to the communication log of a major incident. */
    public static Verb<Incident> communicate(@Nullable String text) {
        Words input = new Words(text);
        return new Verb<>(IncidentLifecycle.COMMUNICATE, input, draft -> {
            draft.details(draft.details().communicated());
            draft.comment(input.said(), Comment.Visibility.PUBLIC);
        });
    }

    /** Notes the outcome of the review of a major incident. */
    public static Verb<Incident> reviewMajor(@Nullable String outcome) {
        Words input = new Words(outcome);
        return new Verb<>(
                IncidentLifecycle.REVIEW_MAJOR,
                input,
                draft -> draft.details(draft.details().reviewed(input.said())));
    }
}
