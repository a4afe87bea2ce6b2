package io.itsm4j.ticket;

/**
 * What a sweep over due work did.
 *
 * @param done how many items were carried out
 * @param gone how many had been dealt with by somebody else
 * @param failed how many were set aside with their cause, or could not even be set aside and stay due; these last come
 *     on top of the limit
 * @param more whether there may be more at once
 */
public record DueReport(int done, int gone, int failed, boolean more) {}
