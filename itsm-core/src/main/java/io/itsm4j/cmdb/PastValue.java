package io.itsm4j.cmdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an attribute of an item was for a while.
 *
 * @param value a {@code String}, {@code Long}, {@code Boolean} or {@code Instant}
 * @param source where it came from
 * @param since from when
 * @param until until when; {@link CiRelation#FOREVER} while it is so
 */
public record PastValue(Object value, String source, Instant since, Instant until) {

    static List<PastValue> of(List<CiState> states, String key) {
        List<PastValue> past = new ArrayList<>();
        for (CiState state : states) {
            Optional<CiValue> held = state.held(key);
            if (held.isEmpty()) {
                continue;
            }
            CiValue value = held.get();
            PastValue last = past.isEmpty() ? null : past.get(past.size() - 1);
            if (last != null
                    && last.until().equals(state.since())
                    && last.value().equals(value.value())
                    && last.source().equals(value.source())) {
                past.set(past.size() - 1, new PastValue(last.value(), last.source(), last.since(), state.until()));
            } else {
                past.add(new PastValue(value.value(), value.source(), state.since(), state.until()));
            }
        }
        return past;
    }
}
