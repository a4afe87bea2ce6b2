package io.itsm4j.ticket;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.CriterionLimits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Instants as the library keeps them. */
final class Times {

    private Times() {}

    /** The instant cut to microseconds. */
    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** The instant cut to microseconds, within what every database can hold. */
    static Instant storable(String field, Instant instant) {
        if (instant.isBefore(CriterionLimits.EARLIEST) || !instant.isBefore(CriterionLimits.LATEST)) {
            throw new InvalidInput(
                    field,
                    "OUT_OF_RANGE",
                    Map.of("value", instant, "min", CriterionLimits.EARLIEST, "max", CriterionLimits.LATEST));
        }
        return micros(instant);
    }
}
