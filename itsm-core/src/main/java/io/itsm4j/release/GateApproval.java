package io.itsm4j.release;

import io.itsm4j.actor.PersonId;
import io.itsm4j.approval.ApprovalMark;

/**
 * What became of the approval that a gate waits for.
 *
 * @param environment the environment it stands before
 * @param gate its name
 * @param mark the approval
 */
public record GateApproval(String environment, String gate, ApprovalMark mark) {

    boolean isOf(String where, String name) {
        return environment.equals(where) && gate.equals(name);
    }

    GateApproval with(ApprovalMark next) {
        return new GateApproval(environment, gate, next);
    }

    GateApproval erased(PersonId person, PersonId pseudonym) {
        return with(mark.erased(person, pseudonym));
    }
}
