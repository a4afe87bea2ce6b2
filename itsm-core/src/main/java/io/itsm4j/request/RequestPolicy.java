package io.itsm4j.request;

import java.time.Duration;

/**
 * How requests are handled, as data.
 *
 * @param autoCloseAfter how long after it was fulfilled a request closes by itself; zero for never
 */
public record RequestPolicy(Duration autoCloseAfter) {

    /** Closes by itself after seven days. */
    public static final RequestPolicy STANDARD = new RequestPolicy(Duration.ofDays(7));

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException when the duration is negative
     */
    public RequestPolicy {
        if (autoCloseAfter.isNegative()) {
            throw new IllegalArgumentException("a request policy has no negative duration");
        }
    }
}
