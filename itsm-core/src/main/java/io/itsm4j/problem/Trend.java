package io.itsm4j.problem;

import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Incidents that look like one problem: a proposal, nothing more, until {@link Problems#propose} is asked for it.
 *
 * @param by what they have in common
 * @param value its value: the item, the category, or the symptom in its plain form
 * @param incidents the incidents, oldest first
 * @param first when the first of them was reported
 * @param last when the last of them was reported
 * @param repeats the problem that was fixed and seems to be back, or null when there is none
 */
public record Trend(
        By by,
        String value,
        List<TicketId> incidents,
        Instant first,
        Instant last,
        @Nullable TicketId repeats) {

    /** What incidents can have in common. */
    public enum By {
        /** An affected configuration item. */
        CI,
        /** The category. */
        CATEGORY,
        /** The symptom: the title without numbers, punctuation and case. */
        SYMPTOM
    }

    /** Copies the incidents. */
    public Trend {
        incidents = List.copyOf(incidents);
    }
}
