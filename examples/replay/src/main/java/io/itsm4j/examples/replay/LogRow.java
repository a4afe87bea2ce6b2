package io.itsm4j.examples.replay;

import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Urgency;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One recorded change of one incident. Null is what the log marks as unknown.
 *
 * @param line where it stands in the file
 * @param number the recorded number
 * @param state the state after it
 * @param counts the recorded counters after it
 * @param updatedBy who made it
 * @param updatedAt when
 * @param report what was known when the incident was opened
 * @param assignment who works on it
 * @param impact how much is hit
 * @param urgency how soon it is needed
 * @param priority what the recorded system made of impact and urgency
 * @param fields what else is on the record
 * @param outcome how it will have ended: in every row of the log, but not known before
 */
record LogRow(
        long line,
        String number,
        RecordedState state,
        Counts counts,
        String updatedBy,
        Instant updatedAt,
        Report report,
        Assigned assignment,
        Impact impact,
        Urgency urgency,
        Priority priority,
        Fields fields,
        Outcome outcome) {

    /** The counters of the recorded system. */
    record Counts(int reassignments, int reopens, int updates) {}

    /** Who called, who took the call, and when. */
    record Report(
            String caller,
            @Nullable String openedBy,
            Instant openedAt,
            String channel,
            @Nullable String ci) {}

    /** Group and person. */
    record Assigned(@Nullable String group, @Nullable String person) {

        boolean isNobody() {
            return group == null && person == null;
        }
    }

    /** What was edited without moving the incident. */
    record Fields(
            @Nullable String category,
            @Nullable String subcategory,
            @Nullable String symptom,
            @Nullable String location,
            @Nullable String problem,
            @Nullable String change,
            boolean knowledge,
            boolean confirmed) {

        /** The category as a path. */
        @Nullable String path() {
            return category == null || subcategory == null ? category : category + "/" + subcategory;
        }
    }

    /** Code, instants and verdict of the end. */
    record Outcome(
            @Nullable String code,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            @Nullable Boolean madeSla) {}

    /** The closing code, once it can have been known: from the recorded resolution on. */
    @Nullable String knownCode() {
        Instant resolved = outcome.resolvedAt();
        return state.isEnded() && (resolved == null || !updatedAt.isBefore(resolved)) ? outcome.code() : null;
    }

    /** Whether an edit lies between the other row and this one. */
    boolean isEdited(LogRow before) {
        return impact != before.impact || urgency != before.urgency || !Objects.equals(fields, before.fields);
    }

    boolean isReassigned(LogRow before) {
        return !assignment.equals(before.assignment);
    }
}
