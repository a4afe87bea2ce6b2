package io.itsm4j.incident;

import io.itsm4j.ticket.CloseRule;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.TicketType;

/**
 * What a parent passes on to its open children, and what becomes of them when it ends: effects of the lifecycle, so
 * that it is the same whether somebody, a rule, an alert or time carries the action out.
 */
final class IncidentCascades {

    private static final String PASS_RESOLUTION = "pass-resolution-on";
    private static final String PASS_HOLD = "pass-hold-on";
    private static final String PASS_REOPENING = "pass-reopening-on";
    private static final String END_CHILDREN = "end-children";
    private static final String CANCEL_CHILDREN = "cancel-children";

    private IncidentCascades() {}

    /** The input of what children do because their parent closes. */
    private record ParentCloses() {}

    /** The effects of resolving, by whatever action. */
    static String[] onResolving(IncidentPolicy policy) {
        return passed(policy, "resolve", PASS_RESOLUTION);
    }

    static String[] onHolding(IncidentPolicy policy) {
        return passed(policy, "hold", PASS_HOLD);
    }

    static String[] onReopening(IncidentPolicy policy) {
        return passed(policy, "reopen", PASS_REOPENING);
    }

    static String[] onClosing(IncidentPolicy policy) {
        return ending(policy, END_CHILDREN);
    }

    static String[] onCancelling(IncidentPolicy policy) {
        return ending(policy, CANCEL_CHILDREN);
    }

    private static String[] passed(IncidentPolicy policy, String verb, String effect) {
        return policy.cascades().contains(verb) ? new String[] {effect} : new String[0];
    }

    private static String[] ending(IncidentPolicy policy, String effect) {
        return policy.children() == CloseRule.CASCADE ? new String[] {effect} : new String[0];
    }

    /** Declares the effects, and what the actions do to a child. */
    static void declare(TicketType.Builder<Incident> type) {
        type.effect(PASS_RESOLUTION, IncidentCascades::passResolution)
                .effect(PASS_HOLD, IncidentCascades::passHold)
                .effect(PASS_REOPENING, draft -> draft.cascade(why(draft), IncidentLifecycle.REOPEN))
                .effect(
                        END_CHILDREN,
                        draft -> draft.cascade(new ParentCloses(), IncidentLifecycle.RESOLVE, IncidentLifecycle.CLOSE))
                .effect(
                        CANCEL_CHILDREN,
                        draft -> draft.cascade(why(draft), IncidentLifecycle.CANCEL, IncidentLifecycle.CLOSE))
                .passedOn(IncidentLifecycle.RESOLVE, IncidentCascades::resolved)
                .passedOn(IncidentLifecycle.HOLD, IncidentCascades::held)
                .passedOn(IncidentLifecycle.CANCEL, (input, draft) -> {
                    if (input instanceof Reason given) {
                        draft.notePersonal("reason", given.reason());
                    }
                });
    }

    /** A child that is resolved only to be closed leaves its own children to its closing. */
    private static void passResolution(Draft<Incident> draft) {
        String code = draft.details().resolutionCode();
        String notes = draft.details().resolutionNotes();
        if (code != null && notes != null && !(draft.input() instanceof ParentCloses)) {
            draft.cascade(ResolveIncident.with(code, notes), IncidentLifecycle.RESOLVE);
        }
    }

    private static void passHold(Draft<Incident> draft) {
        Object input = draft.input() instanceof HoldIncident ? draft.input() : Reason.of(draft.pendingReason());
        draft.cascade(input, IncidentLifecycle.HOLD);
    }

    /** The reason that was given; children of other types may need one. */
    private static Reason why(Draft<Incident> draft) {
        return draft.input() instanceof Reason given && given.reason() != null
                ? given
                : Reason.of("with " + draft.number());
    }

    private static void resolved(Object input, Draft<Incident> draft) {
        if (input instanceof ResolveIncident resolve) {
            IncidentVerbs.resolved(draft, resolve);
        } else {
            draft.details(draft.details().resolved("PARENT_CLOSED", "closed with its parent"));
        }
    }

    private static void held(Object input, Draft<Incident> draft) {
        if (input instanceof HoldIncident hold) {
            IncidentVerbs.hold(draft, hold);
        } else if (input instanceof Reason given) {
            draft.pendingReason(given.reason()).details(draft.details().unreminded());
        }
    }
}
