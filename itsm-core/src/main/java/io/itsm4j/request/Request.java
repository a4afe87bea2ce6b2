package io.itsm4j.request;

import io.itsm4j.actor.PersonId;
import io.itsm4j.approval.ApprovalMark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only a request has: an item that was ordered, with the version and the price it had then. Immutable; every
 * change is a named method that returns the next value.
 *
 * @param order the id of the order it belongs to, or null for a request without one
 * @param item the key of the item
 * @param itemRevision the revision of the item that was ordered
 * @param itemHash the content hash of that revision
 * @param quantity how many
 * @param answers what was answered to the item's form
 * @param price what all of it costs, as it was when it was ordered, or null when it is free
 * @param approval the name of the approval policy, or null when no approval is needed
 * @param mark where its approval stands, or null before it was asked for
 * @param deliverBy until when it is promised, or null
 * @param tasks the tasks that were made by the plan, by the plan's key
 * @param outcome what came of it: notes on fulfilment, or why it was rejected; or null
 */
public record Request(
        @Nullable String order,
        String item,
        long itemRevision,
        String itemHash,
        int quantity,
        Map<String, List<String>> answers,
        @Nullable Price price,
        @Nullable String approval,
        @Nullable ApprovalMark mark,
        @Nullable Instant deliverBy,
        Map<String, String> tasks,
        @Nullable String outcome) {

    /** A request for nothing yet. */
    public static final Request NEW = new Request(null, "", 0, "", 1, Map.of(), null, null, null, null, Map.of(), null);

    /** Copies the maps. */
    public Request {
        answers = Map.copyOf(answers);
        tasks = Map.copyOf(tasks);
    }

    /** Whether it must be approved before it is fulfilled. */
    public boolean needsApproval() {
        return approval != null;
    }

    /** Whether it needs no approval or has it. */
    public boolean mayBeFulfilled() {
        return approval == null || mark != null && mark.isApproved();
    }

    /** The same where its approval stands now. */
    Request marked(@Nullable ApprovalMark now) {
        return new Request(
                order,
                item,
                itemRevision,
                itemHash,
                quantity,
                answers,
                price,
                approval,
                now,
                deliverBy,
                tasks,
                outcome);
    }

    /** The same with the tasks of its plan. */
    Request planned(Map<String, String> made, @Nullable Instant promised) {
        return new Request(
                order, item, itemRevision, itemHash, quantity, answers, price, approval, mark, promised, made, outcome);
    }

    /** The same with a pseudonym for a person. */
    Request erased(PersonId person, PersonId pseudonym) {
        return mark == null ? this : marked(mark.erased(person, pseudonym));
    }

    /** The same with what came of it. */
    Request ended(@Nullable String how) {
        return new Request(
                order, item, itemRevision, itemHash, quantity, answers, price, approval, mark, deliverBy, tasks, how);
    }
}
