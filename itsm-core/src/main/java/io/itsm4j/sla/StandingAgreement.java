package io.itsm4j.sla;

/**
 * An agreement that is in force without anybody defining it, for one type of ticket. What a tenant defines under the
 * same key counts in its place. The revision that measures a ticket is stored when it first does, so that it is found
 * again when the settings have changed.
 *
 * @param ticketType the name of the type
 * @param agreement what is promised
 */
public record StandingAgreement(String ticketType, Agreement agreement) {}
