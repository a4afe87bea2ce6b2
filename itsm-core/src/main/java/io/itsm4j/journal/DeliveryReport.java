package io.itsm4j.journal;

/**
 * What a round of deliveries did.
 *
 * @param delivered how many events the sink took
 * @param failed how many it refused; they are tried again later
 * @param dead how many were given up
 * @param more whether there may be more at once
 */
public record DeliveryReport(int delivered, int failed, int dead, boolean more) {}
